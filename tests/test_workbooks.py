"""XLSX workbooks: as offices keep them, as other programs write them, and as nobody should."""

from __future__ import annotations

import datetime
import os
import re
import tracemalloc
import zipfile
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from generator.tables import workbooks
from tests.jobs import HEADER, TYPED, as_xlsx, fine, office_sheet, packed, parts, places, read


def test_a_workbook_as_offices_keep_it_is_read(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("คำอธิบาย").write(0, 0, "วิธีกรอก")
        office_sheet(book, "ต.ค.", [TYPED, [*TYPED[:8], "-"]], has_foot=True)
        office_sheet(book, "พ.ย.", [[*TYPED[:8], "67119000001"]])
        book.add_worksheet("รายชื่อ").hide()

    path = as_xlsx(tmp_path / "a.xlsx", write)
    table = fine(path)
    assert (table.count, table.sums["agreed_price"]) == (3, Decimal("147000.75"))
    assert fine(path, sheet="พ.ย.").count == 1
    assert read(path, sheet="รายชื่อ")[1]


def test_faults_of_a_workbook_name_the_sheet_and_the_cell(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = office_sheet(book, "งาน", [TYPED] * 9)
        sheet.write(4, 1, "ห้าหมื่น")
        sheet.write(5, 1, -5)
        sheet.write(6, 1, 1234.567)
        sheet.write_number(7, 8, 67109000000)
        sheet.write_formula(8, 1, "=1+1", None, "")
        sheet.write_formula(9, 1, "=#REF!", None, "#REF!")
        sheet.write_datetime(10, 7, datetime.datetime(2024, 1, 1), day)
        sheet.write_string(12, 8, "-")
        sheet.merge_range(11, 3, 12, 3, "สิ้นสุด", None)

    table, faults = read(as_xlsx(tmp_path / "a.xlsx", write))
    assert table
    assert places(faults) == [
        (5, 2, "table-not-an-amount", "งาน!B5"),
        (6, 2, "table-impossible-amount", "งาน!B6"),
        (7, 2, "table-impossible-amount", "งาน!B7"),
        (8, 9, "table-egp-as-number", "งาน!I8"),
        (9, 2, "table-formula-without-value", "งาน!B9"),
        (10, 2, "table-formula-error", "งาน!B10"),
        (11, 8, "table-date-for-text", "งาน!H11"),
        (12, 4, "table-merged-cells", "งาน!D12"),
    ]
    assert all("งาน!" in fault.message(language) for fault in faults for language in ("th", "en"))


def test_days_of_a_workbook_are_of_the_common_era(tmp_path: Path) -> None:
    header = [*HEADER, "เลขที่สัญญา", "วันที่สัญญา"]

    def write(book: xlsxwriter.Workbook) -> None:
        day = book.add_format({"num_format": "[$-D07041E]d mmm yyyy"})
        sheet = book.add_worksheet()
        for line, cells in enumerate(
            [header, [*TYPED, "1/2568"], [*TYPED[:8], "-", "2/2568"], [*TYPED[:8], "-", "3/2568"]]
        ):
            for number, cell in enumerate(cells):
                sheet.write(line, number, cell)
        sheet.write_datetime(1, 10, datetime.datetime(2024, 10, 15), day)
        sheet.write_datetime(2, 10, datetime.datetime(2567, 10, 15), day)
        sheet.write_string(3, 10, "15 ต.ค. 2567")

    table, faults = read(as_xlsx(tmp_path / "a.xlsx", write))
    assert table
    assert [one["contract_date"] for one in table.all] == [datetime.date(2024, 10, 15)] * 3
    assert places(faults) == []


def test_a_workbook_of_another_program_may_prefix_every_name(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        office_sheet(book, "งาน", [TYPED, TYPED]).merge_range(4, 3, 5, 3, "สิ้นสุด", None)

    inside = parts(as_xlsx(tmp_path / "a.xlsx", write))
    sheet = inside["xl/worksheets/sheet1.xml"].replace(b"xmlns=", b"xmlns:x=")
    inside["xl/worksheets/sheet1.xml"] = re.sub(rb"<(/?)(?=\w)", rb"<\1x:", sheet)
    found = workbooks.scan(packed(tmp_path / "b.xlsx", inside))
    assert [merge.ref for merge in found[0].merges] == ["A1:I1", "D5:D6"]


def test_a_zip_bomb_and_a_huge_file_are_refused_before_they_are_read(tmp_path: Path) -> None:
    inside = parts(as_xlsx(tmp_path / "a.xlsx", lambda book: office_sheet(book, "งาน", [TYPED]) and None))
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in inside.items():
            package.writestr(name, content)
        with package.open("xl/media/image1.png", "w", force_zip64=True) as part:
            for _ in range(700):
                part.write(bytes(1_000_000))
    assert bomb.stat().st_size < 2_000_000
    huge = tmp_path / "huge.xlsx"
    huge.write_bytes(b"PK\x03\x04")
    os.truncate(huge, 200_000_000)
    tracemalloc.start()
    faults = [read(path)[1] for path in (bomb, huge)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [[fault.code for fault in found] for found in faults] == [["table-too-large"], ["table-too-large"]]
    assert peak < 5_000_000
