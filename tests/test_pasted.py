"""Pasted tables: whatever a list was pasted into gives the same rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.files.pasted import MAX_ROWS, rows_of
from generator.tables.columns import CellFault
from generator.tables.xlsx import Sheet, workbook

ROWS = [(1, ["ข้อ", "รายการ"]), (3, ["O1", "โครงสร้าง, อำนาจ"]), (4, ["2", "ข่าว"])]


def of(tmp_path: Path, name: str, body: bytes) -> list[tuple[int, list[str]]]:
    (tmp_path / name).write_bytes(body)
    return rows_of(tmp_path / name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "ข้อ\tรายการ\n\n O1 \tโครงสร้าง,  อำนาจ\n2\tข่าว\n"),
        ("a.CSV", 'ข้อ,รายการ\r\n\r\nO1,"โครงสร้าง, อำนาจ"\r\n2,ข่าว\r\n'),
        ("b.csv", "ข้อ;รายการ\n\nO1;โครงสร้าง, อำนาจ\n2;ข่าว\n"),
    ],
)
def test_text_gives_rows_whatever_parts_its_cells(tmp_path: Path, name: str, text: str, encoding: str) -> None:
    assert of(tmp_path, name, text.encode(encoding)) == ROWS


def test_a_workbook_gives_the_rows_of_its_sheets_whatever_its_name(tmp_path: Path) -> None:
    made = workbook([Sheet("ก", [["ข้อ", "รายการ"], ["", ""], ["O1", "โครงสร้าง, อำนาจ"], [2, "ข่าว"]], (10, 10))])
    assert of(tmp_path, "a.xlsx", made) == ROWS
    assert of(tmp_path, "a.txt", made) == ROWS


def test_plain_lines_stay_whole(tmp_path: Path) -> None:
    assert of(tmp_path, "a.txt", "O1, โครงสร้าง, อำนาจ\nO2 ข่าว\n".encode()) == [
        (1, ["O1, โครงสร้าง, อำนาจ"]),
        (2, ["O2 ข่าว"]),
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"%PDF-1.7", "table-not-what-it-says"),
        (b"\xd0\xcf\x11\xe0", "table-not-what-it-says"),
        (b"PK\x03\x04rubbish", "table-not-what-it-says"),
        (b"a\n" * (MAX_ROWS + 1), "table-too-large"),
        (b"a" * 5_000_001, "table-too-large"),
        (b'O1,"' + b"a" * 200_000 + b"\nO2,b\n", "table-quotes"),
    ],
    ids=["pdf", "old-workbook", "broken-workbook", "rows", "bytes", "quotes"],
)
def test_what_is_no_table_is_refused(tmp_path: Path, body: bytes, code: str) -> None:
    with pytest.raises(CellFault, match=f"^{code}$"):
        of(tmp_path, "a.csv", body)
