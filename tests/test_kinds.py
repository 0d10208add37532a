"""What kind a file is, by its bytes, its name, and what a server says."""

from __future__ import annotations

import pytest

from generator.files import kinds
from generator.files.reading import kind_of
from tests import documents as make


@pytest.mark.parametrize(
    ("body", "name", "content_type", "kind"),
    [
        (b"%PDF-1.7", "a.html", "text/html", "pdf"),
        (b"junk before %PDF-1.7", "", "", "pdf"),
        (b"\x89PNG\r\n", "a.pdf", "", "image"),
        (b"RIFF\0\0\0\0WEBP", "", "", "image"),
        (b"Rar!", "", "", "archive"),
        (b"\xd0\xcf\x11\xe0", "A.XLS", "", "xls"),
        (b"\xd0\xcf\x11\xe0", "a.doc", "", "other"),
        (b"PK\x03\x04 torn", "a.docx", "", "archive"),
        (make.package({"xl/workbook.xml": ""}), "a.zip", "", "xlsx"),
        (make.package({"word/document.xml": ""}), "", "", "docx"),
        (make.package({"ppt/presentation.xml": ""}), "", "", "pptx"),
        (make.package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "", "", "ods"),
        (make.package({"mimetype": "application/vnd.oasis.opendocument.text"}), "", "", "odt"),
        (b"\xef\xbb\xbf <!-- x --> <!DOCTYPE html>", "a.txt", "", "html"),
        (("\ufeff<!DOCTYPE html>").encode("utf-16-le"), "", "", "html"),
        (b"a,b", "a.csv", "", "csv"),
        (b"a,b", "", "text/csv", "csv"),
        (b"a", "a", "text/plain", "text"),
        (b"a", "page.aspx", "", "html"),
        (b"a", "a.exe", "", "other"),
    ],
)
def test_bytes_come_before_the_name(body: bytes, name: str, content_type: str, kind: str) -> None:
    assert kind_of(body, name, content_type) == kind


@pytest.mark.parametrize(
    ("start", "name", "expected"),
    [
        (b"%PDF-1.7", "a.PDF", True),
        (b"\x89PNG\r\n\x1a\n", "a.pdf", False),
        (b"PK torn", "a.xlsx", True),
        (b"BMA repo", "a.txt", True),
        (b"GIF89a", "a.txt", False),
        (b"<!DOCTYP", "a.csv", False),
        (b"anything", "a.unknown", True),
    ],
)
def test_a_name_is_held_against_the_first_bytes(start: bytes, name: str, expected: bool) -> None:
    assert kinds.is_what_its_name_says(start, name) is expected


def test_only_kinds_without_code_are_published() -> None:
    assert not {".html", ".htm", ".svg", ".exe", ".js"} & set(kinds.PUBLISHED)
    assert all(kinds.ENDINGS[ending].signatures for ending in kinds.PUBLISHED if ending not in (".csv", ".txt"))
