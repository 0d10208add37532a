"""Sheets of rows → an XLSX file that prints well: the same bytes every time, and no text becomes a formula."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

CREATED = datetime.datetime(2000, 1, 1)
"""When every workbook says that it was made, because a build must not know what day it is."""


@dataclass(frozen=True)
class Sheet:
    """One sheet.

    Attributes:
        rows: cells of each row; the first row is the heading, which stays in sight and is printed on every page.
        widths: of the columns, in characters.
        has_filter: whether Excel offers to filter the rows.
    """

    name: str
    rows: Sequence[Sequence[object]]
    widths: Sequence[int]
    has_filter: bool = False


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The content of an XLSX file with these sheets, as wide as one sheet of paper."""
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": CREATED})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for sheet in sheets:
        made = book.add_worksheet(sheet.name)
        made.freeze_panes(1, 0)
        made.set_landscape()
        made.repeat_rows(0)
        made.fit_to_pages(1, 0)
        for column, width in enumerate(sheet.widths):
            made.set_column(column, column, width, body)
        for number, row in enumerate(sheet.rows):
            _write(made, number, row, head if number == 0 else body)
        if sheet.has_filter:
            made.autofilter(0, 0, max(len(sheet.rows) - 1, 1), len(sheet.widths) - 1)
    book.close()
    return buffer.getvalue()


def _write(sheet: Worksheet, number: int, row: Sequence[object], form: Format) -> None:
    """One row; nearly every cell is a text, of which ``write`` would first ask whether it is a formula, a link, a number.

    An empty cell of a body is not written: it looks as its column does.
    """
    for column, cell in enumerate(row):
        if type(cell) is not str:
            sheet.write(number, column, cell, form)
        elif cell:
            sheet.write_string(number, column, cell, form)
        elif number == 0:
            sheet.write_blank(number, column, cell, form)
