"""A whole table as an Excel workbook.

Contract: one sheet; a bold first row that stays in sight, with a filter, and the Thai headers of the official
form in the form's order; only columns that the agency's table has. Amounts are numbers with two decimals, days
are real days shown in the Buddhist Era, months are their first day shown as month and year, texts and e-GP
numbers are texts (never a formula). A dash is a stated "none"; an empty cell is not there yet.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.publish.exporters.table_csv import as_text
from generator.tables.columns import Column
from generator.tables.table import Table
from generator.tables.xlsx import CREATED

ENDING = ".xlsx"

_WIDTHS = {
    "text": 28,
    "lines": 40,
    "amount": 16,
    "date": 14,
    "month": 14,
    "year": 8,
    "egp": 15,
    "choice": 26,
    "link": 40,
}


def write(table: Table, path: Path) -> None:
    """Write the table to ``path``, row after row."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "default_date_format": "dd/mm/yyyy"})
    book.set_properties({"created": CREATED})
    sheet = book.add_worksheet("ตาราง")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    formats = {
        "amount": book.add_format({"num_format": "#,##0.00"}),
        "date": book.add_format({"num_format": "[$-D07041E]dd/mm/yyyy"}),
        "month": book.add_format({"num_format": "[$-D07041E]mmm yyyy"}),
        "egp": book.add_format({"num_format": "@"}),
    }
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, 60 if column.key == "job" else _WIDTHS[column.kind])
    for number, column in enumerate(table.columns):
        sheet.write_string(0, number, column.header, head)
    sheet.freeze_panes(1, 0)
    columns = [(number, column, formats.get(column.kind)) for number, column in enumerate(table.columns)]
    for line, row in enumerate(table.rows(), 1):
        for (number, column, shape), value in zip(columns, row, strict=True):
            _write_cell(sheet, line, number, column, shape, value)
    sheet.autofilter(0, 0, table.count, len(table.columns) - 1)
    book.close()


def _write_cell(sheet: Worksheet, line: int, number: int, column: Column, shape: Format | None, value: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(line, number, value, shape)
    elif value is None:
        if column.blank == "stated":
            sheet.write_string(line, number, "-")
    elif isinstance(value, Decimal):
        sheet.write_number(line, number, float(value), shape)
    elif isinstance(value, datetime.date):
        sheet.write_datetime(line, number, datetime.datetime(value.year, value.month, value.day), shape)
    elif isinstance(value, int):
        sheet.write_number(line, number, value, shape)
    else:
        sheet.write_string(line, number, as_text(value, column), shape)
