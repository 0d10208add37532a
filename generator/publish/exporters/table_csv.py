"""A whole table as CSV (RFC 4180), for programs and for Excel in Thai.

Contract: UTF-8 with a byte order mark; comma; line ends CR LF. The first row has the Thai headers of the
official form, in the form's order; only columns that the agency's table has. Amounts are plain decimals
(``4241300.50``), days are ``dd/mm/yyyy`` and months ``mm/yyyy`` in the Buddhist Era, e-GP numbers have 11 digits.
A dash is a stated "none"; an empty cell is not there yet. A text that Excel would take for a formula begins
with an apostrophe. ``oit`` reads the file back to the same table.
"""

from __future__ import annotations

import csv
import datetime
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.tables.columns import Choice, Column
from generator.tables.table import Table
from generator.writing.dates import BE_OFFSET

ENDING = ".csv"


def write(table: Table, path: Path) -> None:
    """Write the table to ``path``, row after row."""
    writers = [_writer(column) for column in table.columns]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow([column.header for column in table.columns])
        for row in table.rows():
            out.writerow([write(value) for write, value in zip(writers, row, strict=True)])


def _writer(column: Column) -> Callable[[Any], str]:
    none = "-" if column.blank == "stated" else ""

    def cell(value: Any) -> str:
        if value is None:
            return none
        if isinstance(value, str):
            return f"'{value}" if value[0] in "=+-@" and column.kind in ("text", "lines") else value
        return as_text(value, column)

    return cell


def as_text(value: Any, column: Column) -> str:
    """A value that is not a text."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Choice):
        return value.name.th
    if isinstance(value, datetime.date):
        month = f"{value.month:02}/{value.year + BE_OFFSET}"
        return month if column.kind == "month" else f"{value.day:02}/{month}"
    return str(value)
