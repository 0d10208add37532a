"""Lines of several items, parted."""

from __future__ import annotations

import pytest

from generator.audit.item_blocks import parted
from generator.files.reading import read


def parts(html: str) -> list[tuple[str, list[str]]]:
    document = read(f"<html><body>{html}</body></html>".encode(), "a.html")
    return [(block.text, [link.href for link in block.links]) for block in parted(document.blocks)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p><a href=a>O1 ก</a> <a href=b>O2 ข</a></p>", [("O1 ก", ["a"]), ("O2 ข", ["b"])]),
        ("<p>O1 ก <a href=a>ดู</a> O2 ข <a href=b>ดู</a></p>", [("O1 ก ดู", ["a"]), ("O2 ข ดู", ["b"])]),
        ("<p>O1 ก ดู O2 ข <a href=b>ดู</a></p>", [("O1 ก ดู O2 ข ดู", ["b"])]),
        ("<p>O1 ก ดู O2 ข <a href=b>ดู</a> <a href=c>O3</a></p>", [("O1 ก ดู", []), ("O2 ข ดู", ["b"]), ("O3", ["c"])]),
        ("<p><a href=a>ก (O1)</a><a href=b>ข (O2)</a></p>", [("ก (O1)", ["a"]), ("ข (O2)", ["b"])]),
        ("<p>ข้อ O1 ถึง O28 <a href=a>อ่าน</a> ที่ <a href=b>นี่</a></p>", [("ข้อ O1 ถึง O28 อ่าน ที่ นี่", ["a", "b"])]),
        ("<h3><a href=a>O1</a> <a href=b>O2</a></h3>", [("O1 O2", ["a", "b"])]),
    ],
)
def test_a_line_is_parted_at_its_items_and_a_sentence_is_not(html: str, expected: list[tuple[str, list[str]]]) -> None:
    assert parts(html) == expected
