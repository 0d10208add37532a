"""A table that somebody pasted into a file → its rows as text: a workbook, a document of Word, CSV, or plain text in any encoding.

Nothing is known of its columns, and it may be no table at all: in plain text without a delimiter a row is one cell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

from generator.files import office
from generator.files.decoding import decode
from generator.tables import workbooks
from generator.tables.columns import CellFault, shown

Row = tuple[int, list[str]]
"""Line in the file, or row as Excel numbers it, and the cells; blank rows are left out."""

MAX_BYTES = 5_000_000
MAX_ROWS = 5_000
"""Rows that are read: a list of items has some fifty, one with every explanation some hundred."""
_PACKAGE = b"PK\x03\x04"
_NO_TEXT = (b"\xd0\xcf\x11\xe0", b"%PDF-")


@dataclass(frozen=True)
class Part:
    """A sheet of a workbook, a table of a document by its number, or all of a text, which has no name; and its rows.

    ``titles``: paragraphs of a document before the table.
    """

    name: str
    rows: list[Row]
    titles: tuple[str, ...] = ()


def rows_of(path: Path) -> list[Row]:
    """The rows of all parts of a file that say something, cells without spaces around them; of a document those of its tables.

    Raises:
        CellFault: ``table-not-what-it-says`` or ``table-too-large``.
        OSError: where the file cannot be opened.
    """
    return [row for part in parts_of(path, keeps_lines=False) for row in part.rows]


def parts_of(path: Path, *, keeps_lines: bool = True) -> list[Part]:
    """The parts of a file, as :func:`rows_of` reads them.

    Args:
        keeps_lines: whether the lines of a cell stay apart.
    """
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise CellFault("table-too-large", size=f"{size // 1_000_000} MB", limit=f"{MAX_BYTES // 1_000_000} MB")
    body = path.read_bytes()
    if body.startswith(_NO_TEXT):
        raise CellFault("table-not-what-it-says", kind="XLSX, CSV, TXT")
    titles: dict[str, tuple[str, ...]] = {}
    if not body.startswith(_PACKAGE):
        rows: Iterable[tuple[str, int, list[str]]] = (("", *row) for row in _of_text(decode(body), path.suffix.lower()))
    elif office.kind_of_package(io.BytesIO(body)) == "docx":
        tables = office.table_rows(io.BytesIO(body))
        rows = ((name, number, cells) for number, (name, cells) in enumerate(tables, 1))
        titles = office.table_titles(io.BytesIO(body))
    else:
        rows = _of_workbook(path)
    cleaned = ((name, (line, [_cleaned(cell, keeps_lines) for cell in cells])) for name, line, cells in rows)
    found = list(islice((row for row in cleaned if any(row[1][1])), MAX_ROWS + 1))
    if len(found) > MAX_ROWS:
        raise CellFault("table-too-large", size=f"> {MAX_ROWS:,}", limit=f"{MAX_ROWS:,}")
    parts = groupby(found, key=itemgetter(0))
    return [Part(name, [row for _, row in rows], titles.get(name, ())) for name, rows in parts]


def _cleaned(cell: str, keeps_lines: bool) -> str:
    lines = cell.splitlines() if keeps_lines else [cell]
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _of_workbook(path: Path) -> Iterator[tuple[str, int, list[str]]]:
    """The rows of every sheet that is not hidden."""
    sheets = [sheet.name for sheet in workbooks.scan(path) if not sheet.is_hidden]
    for name, number, cells in workbooks.rows_of_all(path, sheets):
        yield name, number, [shown(cell) for cell in cells]


def _of_text(text: str, suffix: str) -> Iterator[Row]:
    delimiter = _delimiter(text, suffix)
    if not delimiter:
        yield from ((number, [line]) for number, line in enumerate(text.splitlines(), 1))
        return
    rows = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in rows:
            yield line, cells
            line = rows.line_num + 1
    except csv.Error:  # a quotation mark without its partner swallowed the rest of the file
        raise CellFault("table-quotes", place=(line, line, 1)) from None


def _delimiter(text: str, suffix: str) -> str:
    """What parts the cells of most lines; a comma only in a CSV file, because titles have commas too."""
    lines = [line for line in text.splitlines() if line.strip()]
    candidates = "\t,;|" if suffix == ".csv" else "\t|"
    most = max(candidates, key=lambda one: sum(one in line for line in lines))
    return most if sum(most in line for line in lines) * 2 > len(lines) else ""
