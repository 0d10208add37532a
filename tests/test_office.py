"""Documents of Office and OpenDocument: words, metadata and locks; what is made to take for ever takes a moment."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from generator.files.content import Content, Reach
from generator.files.kinds import Kind
from generator.files.office import table_rows
from generator.files.reading import read, read_content
from tests import documents as make
from tests.test_workbook_bounds import LONG, book, cell, sheet

FAR = Reach(pages=20, letters=3_000_000)


def content(body: bytes, kind: Kind) -> Content:
    return read_content(io.BytesIO(body), kind, FAR)


def test_every_part_with_words_is_read_a_line_a_paragraph() -> None:
    parts = {
        f"word/{name}.xml": f"<w:p><w:t>{name}</w:t><w:tab/>x</w:p>" for name in ("document", "header1", "endnotes")
    }
    found = content(make.package({**parts, "word/media/a.png": "", "word/styles.xml": "<w:p>no</w:p>"}), "docx")
    assert found.lines == (("1", "document x"), ("2", "endnotes x"), ("3", "header1 x"))
    assert (found.images, found.is_whole, found.problem) == (1, True, "")


def test_metadata_are_read_whatever_their_prefix() -> None:
    core = '<cp:coreProperties><dc:creator a="1">ก &amp; ข</dc:creator><cp:lastModifiedBy>ค</cp:lastModifiedBy></cp:coreProperties>'
    parts = {"word/document.xml": "", "docProps/core.xml": core, "docProps/app.xml": "<Company>ง</Company>"}
    assert content(make.package(parts), "docx").metadata == (
        ("creator", "ก & ข"),
        ("lastModifiedBy", "ค"),
        ("Company", "ง"),
    )


@pytest.mark.parametrize(
    "text",
    ["<w:br " * 200_000, "<" * 1_000_000, "<w:p" * 300_000, "</w:p" * 200_000, "&#" * 500_000, "<a" + " " * 1_000_000],
    ids=lambda text: text[:6],
)
@pytest.mark.parametrize("name", ["word/document.xml", "docProps/core.xml"])
def test_tags_that_are_never_closed_are_read_in_a_moment(name: str, text: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "x") if name != "word/document.xml" else None
        package.writestr(name, text)
    begun = time.monotonic()
    content(out.getvalue(), "docx")
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("text", ["<w:tr>" * 300_000, "<w:tr>" + "<w:tc>" * 300_000 + "</w:tr>"], ids=["rows", "cells"])
def test_rows_and_cells_that_never_end_are_read_in_a_moment(text: str) -> None:
    begun = time.process_time()
    assert [cell for _, row in table_rows(io.BytesIO(make.package({"word/document.xml": text}))) for cell in row] == []
    assert time.process_time() - begun < 5


def test_only_so_much_of_a_document_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<w:p>x</w:p>" * 20_000_000)
    found = content(out.getvalue(), "docx")
    assert not found.is_whole
    assert len(found.lines) < 1_100_000


@pytest.mark.parametrize(
    ("kind", "parts"), [("docx", {"a.xml": ""}), ("odt", {"meta.xml": ""}), ("xlsx", {"xl/a": ""})]
)
def test_a_document_without_its_main_part_is_damaged(kind: Kind, parts: dict[str, str]) -> None:
    assert content(make.package(parts), kind).problem == "damaged"


@pytest.mark.parametrize("kind", ["docx", "xlsx", "archive"])
def test_a_part_with_a_password_locks_the_whole(kind: Kind) -> None:
    body = bytearray(make.package({"word/document.xml": "x"}))
    body[body.index(b"PK\1\2") + 8] |= 1
    assert content(bytes(body), kind).problem == "locked"


def test_of_an_archive_the_names_are_told() -> None:
    document = read(make.package({"a.txt": "x", "b.txt": "y"}), "a.zip")
    assert (document.kind, document.text, document.is_whole) == ("archive", "a.txt\nb.txt", False)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (book(cell("B2")), ""),
        (book(cell("CZ30000")), ""),  # as wide as no table is, and still a document
        (book(cell("ZZZZZZ1")), "oversized"),
        (book(cell("D2147483647")), "oversized"),
        (book(cell("XFD1048576")), "oversized"),
        (book(whole="<worksheet>" + "<row " * 200_000), "damaged"),
        (
            book(
                "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 201)),
                parts={"xl/sharedStrings.xml": LONG},
            ),
            "oversized",
        ),
        (book("", parts={"xl/styles.xml": "<a>" + " " * 101_000_000 + "</a>"}), "oversized"),
    ],
)
def test_a_workbook_is_measured_before_it_is_opened(body: io.BytesIO, problem: str) -> None:
    begun = time.monotonic()
    assert content(body.getvalue(), "xlsx").problem == problem
    assert time.monotonic() - begun < 10


def test_rows_of_all_sheets_are_lines_with_their_place() -> None:
    sheets = (
        '<workbook xmlns:r="r"><sheets><sheet name="ก" r:id="rId1"/><sheet name="ข" r:id="rId2"/></sheets></workbook>'
    )
    relations = (
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
        '<Relationship Id="rId2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>'
    )
    other = sheet('<row r="2"><c r="B2" t="inlineStr"><is><t>คำ</t></is></c></row>')
    parts = {"xl/workbook.xml": sheets, "xl/_rels/workbook.xml.rels": relations, "xl/worksheets/sheet2.xml": other}
    found = content(book(cell("B2"), parts=parts).getvalue(), "xlsx")
    assert found.titles == ("ก", "ข")
    assert [line for line in found.lines if line[1].strip()] == [("ก!1", "1\t"), ("ก!2", "\t1"), ("ข!2", "\tคำ")]
