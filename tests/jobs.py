"""Tables of procurement jobs for tests: the usual rows, as CSV and as a workbook, and what is read of them."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from generator.blocks.procurement import ITEMS
from generator.diagnostics import Diagnostic
from generator.tables import totals
from generator.tables.columns import Form
from generator.tables.records import Source
from generator.tables.table import Table

YEAR = 2568
HEADER = [
    "ชื่องาน",
    "งบประมาณ (บาท)",
    "แหล่งงบประมาณ",
    "สถานะ",
    "วิธี",
    "ราคากลาง",
    "ราคาที่ตกลง",
    "ผู้ได้รับคัดเลือก",
    "เลขโครงการ",
]
ROW = [
    "จ้างทำความสะอาด",
    "50000.00",
    "พ.ร.บ.",
    "สิ้นสุด",
    "เฉพาะเจาะจง",
    "49500.50",
    "49000.25",
    "บริษัท ตัวอย่าง ก จำกัด",
    "67109000001",
]


def row(**cells: str) -> list[str]:
    """The usual row with other cells, by key of the column."""
    keys = [found.key for found in map(ITEMS.find, HEADER) if found]
    return [cells.get(key, cell) for key, cell in zip(keys, ROW, strict=True)]


def as_csv(path: Path, rows: Sequence[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def as_xlsx(path: Path, write: Callable[[xlsxwriter.Workbook], None]) -> Path:
    book = xlsxwriter.Workbook(str(path))
    write(book)
    book.close()
    return path


def read(*paths: Path, form: Form = ITEMS, sheet: str = "", year: int = YEAR) -> tuple[Table | None, list[Diagnostic]]:
    return totals.read(tuple(Source(path, path.name, sheet) for path in paths), form, year)


def fine(*paths: Path, form: Form = ITEMS, sheet: str = "") -> Table:
    table, faults = read(*paths, form=form, sheet=sheet)
    assert [f"{fault.place} {fault.message('en')}" for fault in faults] == []
    assert table
    return table


def places(faults: list[Diagnostic]) -> list[tuple[int, int, str, str]]:
    return [(fault.line, fault.column, fault.code, fault.facts["cell"]) for fault in faults]


def office_sheet(book: xlsxwriter.Workbook, name: str, rows: Sequence[Sequence[Any]], *, has_foot: bool = False) -> Any:
    """A sheet as offices keep it: a merged title, a header further down, a sum at the foot."""
    sheet = book.add_worksheet(name)
    sheet.merge_range("A1:I1", "แบบสรุปผล", None)
    for number, header in enumerate(HEADER):
        sheet.write_string(3, number, header.replace(" (", "\n("))
    for line, cells in enumerate(rows, 4):
        for number, cell in enumerate(cells):
            sheet.write(line, number, cell)
    foot = 4 + len(rows)
    if has_foot:
        sheet.merge_range(foot, 0, foot, 1, "รวม", None)
        sheet.write_formula(foot, 6, "=SUM(G5:G99)", None, "")
    return sheet


TYPED = [
    "จ้างทำความสะอาด",
    50000,
    "พ.ร.บ.",
    "สิ้นสุด",
    "เฉพาะเจาะจง",
    49500.5,
    49000.25,
    "บริษัท ตัวอย่าง ก จำกัด",
    "67109000001",
]


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(path: Path, inside: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in inside.items():
            package.writestr(name, content)
    return path
