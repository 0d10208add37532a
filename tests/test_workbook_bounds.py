"""XLSX workbooks before calamine sees them: what would fill memory or never end is a fault, in a moment."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
import xlsxwriter

from generator.tables import sheets, workbooks
from generator.tables.columns import CellFault

RELATIONS = '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = (
    f'<Relationships><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
BOOK = '<workbook xmlns:r="r"><sheets><sheet name="s" r:id="rId1"/></sheets></workbook>'
LONG = "<sst><si><t>" + "ก" * 1_000_000 + "</t></si></sst>"


def sheet(rows: str) -> str:
    return f"<worksheet><sheetData>{rows}</sheetData></worksheet>"


def book(rows: str = "", /, whole: str | None = None, parts: Mapping[str, str] | None = None) -> io.BytesIO:
    """A workbook with these rows, or this sheet, and these parts instead of the usual ones."""
    usual = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": ROOT,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/workbook.xml": BOOK,
        "xl/worksheets/sheet1.xml": sheet(rows) if whole is None else whole,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (usual | dict(parts or {})).items():
            package.writestr(name, text)
    return out


def _all_rows(file: io.BytesIO, limits: sheets.Limits) -> None:
    for found in workbooks.scan(file, limits):
        list(workbooks.rows(file, found.name))


def fault(file: io.BytesIO, limits: sheets.Limits = sheets.TABLE) -> tuple[str, str]:
    begun = time.monotonic()
    with pytest.raises(CellFault) as found:
        _all_rows(file, limits)
    assert time.monotonic() - begun < 10
    return found.value.code, str(found.value.facts.get("size", ""))


def cell(ref: str) -> str:
    return f'<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="{ref}"><v>1</v></c></row>'


@pytest.mark.parametrize("ref", ["ZZZZZZ1", "D2147483647", "BI2", "A200001", "XFD1", "zz9"])
def test_a_cell_far_away_is_a_fault_that_names_it(ref: str) -> None:
    assert fault(book(cell(ref))) == ("table-too-large", ref.upper())


@pytest.mark.parametrize("ref", ["", "1", "A", "$A$1", "A1:B2", "ก1"])
def test_a_cell_without_a_place_that_readers_know_is_no_workbook(ref: str) -> None:
    assert fault(book(cell(ref)))[0] == "table-not-what-it-says"


@pytest.mark.parametrize(
    "rows",
    [
        cell("BI2").replace("<c ", "<x:c ").replace("</c>", "</x:c>"),
        cell("BI2").replace('r="BI2"', "r = 'BI2'"),
        cell("BI2").replace('r="BI2"', 'r="&#66;I2"'),
        cell("BI2").replace('r="BI2"', 's="&gt;" t="n" r="BI2"'),
        cell("BI2").replace('r="BI2"', 's=">" r="BI2"'),
        '<row r="2">' + "<c><v>1</v></c>" * 61 + "</row>",
        "<row/>" * 200_000 + "<row><c><v>1</v></c></row>",
        '<row r="200001"><c><v>1</v></c></row>',
        '<row r="1"><c r="A1"><is><t>x</t></is></c><c r="BI1"><is><t>x</t></is></c></row>',
    ],
)
def test_no_way_to_write_a_place_is_overlooked(rows: str) -> None:
    assert fault(book(rows))[0] == "table-too-large"


def test_empty_cells_far_away_and_comments_are_no_fault() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row><!-- <c r="ZZZ9"> --><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    )
    assert [found.name for found in workbooks.scan(book(rows))] == ["s"]


def test_the_rectangle_is_bounded_where_rows_and_columns_alone_are_not() -> None:
    rows = '<row r="1"><c r="BH1"><v>1</v></c></row><row r="190000"><c r="A190000"><v>1</v></c></row>'
    assert fault(book(rows)) == ("table-too-large", "190,000 × 60")
    assert workbooks.scan(book(rows.replace("BH1", "T1")))


@pytest.mark.parametrize(
    "whole",
    [
        "<worksheet>" + "<row " * 200_000,
        "<worksheet><sheetData>" + "<row><c " * 200_000,
        "<worksheet><sheetData>" + '<c r="A1">' * 200_000,
        "<worksheet><sheetData>" + "<c><v>" * 200_000,
        "<worksheet><mergeCells>" + "<mergeCell " * 200_000,
        "<worksheet>" + "<a>" * 1_000_000 + "<f>",
        "<worksheet " + "a" * 5_000_000,
        "<worksheet>" + "x" * 5_000_000,
        "<!-- " + "x" * 5_000_000,
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c r="A1"><v>&a;</v></c></row></sheetData></worksheet>',
    ],
    ids=lambda whole: whole[:30],
)
def test_what_is_never_closed_is_read_in_a_moment(whole: str) -> None:
    assert fault(book(whole=whole))[0] in ("table-not-what-it-says", "table-too-large")


def test_a_shared_string_counts_as_often_as_it_is_used() -> None:
    used = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 201))
    assert fault(book(used, parts={"xl/sharedStrings.xml": LONG})) == ("table-too-large", "200 MB")
    once = book('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', parts={"xl/sharedStrings.xml": LONG})
    assert len(workbooks.scan(once)) == 1
    few = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>1</v></c></row>' for n in range(1, 201))
    strings = LONG.replace("</sst>", "<si><t>ข</t></si></sst>")
    assert len(workbooks.scan(book(few, parts={"xl/sharedStrings.xml": strings}))) == 1


def test_what_many_sheets_read_is_counted_for_each() -> None:
    sheets = "".join(f'<sheet name="s{n}" r:id="rId1"/>' for n in range(400))
    parts = {"xl/workbook.xml": BOOK.replace('<sheet name="s" r:id="rId1"/>', sheets), "xl/sharedStrings.xml": LONG}
    assert fault(book("", parts=parts)) == (
        "table-too-large",
        f"{400 * (len(LONG.encode()) + 1000) // 1_000_000 + 0} MB",
    )


@pytest.mark.parametrize(
    "parts",
    [
        {"_rels/.rels": ROOT.replace("xl/workbook", "xl/other")},
        {"_rels/.rels": ROOT.replace("</", f"<Relationship Id='b' Type='{OFFICE}/officeDocument' Target='x.xml'/></")},
        {
            "xl/_rels/workbook.xml.rels": RELATIONS.replace(
                "</", '<Relationship Id="b" Type="y/styles" Target="x.xml"/></'
            )
        },
        {"xl/workbook.bin": ""},
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"},
        {"XL/Workbook.xml": BOOK},
        {"xl/workbook.xml": BOOK.replace("</sheets>", '<sheet name="s" r:id="rId1"/></sheets>')},
        {"xl/workbook.xml": BOOK.replace("r:id", 'x:id="rId2" r:id')},
        {"xl/workbook.xml": '<?xml version="1.0" encoding="UTF-0"?>' + BOOK + "<"},
        {"xl/_rels/workbook.xml.rels": RELATIONS.replace("sheet1", "sheet&#49;")},
        {"xl/styles.xml": "<styleSheet>"},
    ],
)
def test_a_package_that_two_readers_may_read_as_two_is_no_workbook(parts: dict[str, str]) -> None:
    assert fault(book(cell("B2"), parts=parts))[0] == "table-not-what-it-says"


def test_the_encoding_that_a_part_declares_is_not_asked() -> None:
    parts = {"xl/workbook.xml": '<?xml version="1.0" encoding="UTF-0"?>' + BOOK.replace('"s"', '"ก"')}
    assert [found.name for found in workbooks.scan(book(cell("B2"), parts=parts))] == ["ก"]


def test_a_list_of_a_million_parts_is_not_read() -> None:
    end = b"PK\5\6" + bytes(8) + (60_000_000).to_bytes(4, "little") + bytes(6)
    assert fault(io.BytesIO(b"PK\3\4" + bytes(100) + end)) == ("table-too-large", "60 MB")


def test_the_fast_path_and_the_walk_note_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as written:
        page = written.add_worksheet("ก")
        for row in range(300):
            page.write_row(row, 0, [f"งาน {row}", row, row / 2])
        page.merge_range("A301:C302", "รวม")
    plain = workbooks.scan(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    walked = workbooks.scan(book(parts=parts | {name: parts[name].replace("<sheetData>", "<sheetData><!-- <f> -->")}))
    assert plain == walked
    assert [merge.ref for merge in plain[0].merges] == ["A301:C302"]


def test_a_formula_without_a_value_and_an_error_are_noted_at_their_cells() -> None:
    rows = (
        '<row r="3"><c r="B3"><f>A1+1</f></c><c r="C3" t="e"><v>#REF!</v></c><c r="D3"><f>1</f><v>1</v></c></row>'
        '<row><c/><c t="str"><f>""</f><v></v></c><c><f>1</f><v> </v></c></row>'
    )
    assert workbooks.scan(book(rows))[0].odd == {
        3: {2: ("table-formula-without-value", ""), 3: ("table-formula-error", "#REF!")},
        4: {3: ("table-formula-without-value", " ")},
    }
