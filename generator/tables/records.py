"""CSV files and workbooks → records: numbered rows of cells that nothing is known of yet.

A CSV file is decoded and its delimiter found, a workbook's sheets are chosen; what keeps a file from being read at all is
a :class:`~generator.tables.columns.CellFault` or an OSError.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from generator.diagnostics import short
from generator.tables import workbooks
from generator.tables.columns import CellFault, Form, matches, shown
from generator.tables.encodings import encoding_of, is_utf16
from generator.tables.faults import Place
from generator.tables.sheets import Sheet
from generator.writing.file_names import seen
from generator.writing.near import nearest

MAX_BYTES = 150_000_000
HEADER_WITHIN = 15
"""Rows at the top among which the header is looked for: official forms begin with a title."""
_MORE_ROWS = 4
"""Rows behind those that are read at once, too: a header of several rows may end there."""


@dataclass(frozen=True)
class Source:
    """A file with rows: where it is, what messages call it, and one sheet of it, or all that hold a table."""

    path: Path
    name: str
    sheet: str = ""

    @property
    def is_workbook(self) -> bool:
        return self.path.suffix.lower() == ".xlsx"


def find(folder: Path, beside: Path, written: str, name: str) -> Source | tuple[str, dict[str, str]]:
    """The file that a disclosure calls ``written``, or the code and facts of what is wrong with that name.

    Args:
        folder: the data folder, which no table may stand outside of.
        beside: the folder of the disclosure.
        name: what messages call the data folder.
    """
    file, sheet = parted(written)
    shown_name = short(file)
    if "\\" in file or PurePosixPath(file).is_absolute() or ":" in file or "\0" in file:
        return "table-outside", {"name": shown_name}
    path = Path(os.path.normpath(beside / file))
    root = os.path.realpath(folder)
    if not os.path.realpath(path).startswith(root + os.sep) or not path.is_relative_to(os.path.normpath(folder)):
        return "table-outside", {"name": shown_name}
    if path.suffix.lower() not in (".csv", ".xlsx"):
        return "table-type", {"name": shown_name}
    if not os.path.isfile(path):
        there = _tables_in(path.parent)
        alike = [one for one in there if seen(one) == seen(path.name)]
        if len(alike) != 1 or not os.path.isfile(path.with_name(alike[0])):
            return "table-missing", {"name": shown_name, "meant": nearest(path.name, there)}
        path = path.with_name(alike[0])  # what people see is the same name
        if not os.path.realpath(path).startswith(root + os.sep):
            return "table-outside", {"name": shown_name}
    relative = path.relative_to(os.path.normpath(folder)).as_posix()
    return Source(path, f"{name}/{relative}", sheet)


def parted(written: str) -> tuple[str, str]:
    """The file and the sheet that a disclosure names: ``jobs.xlsx#แผ่น1``; no sheet where it means all of the file."""
    file, sheet = (*written.split("#", 1), "")[:2] if ".xlsx#" in written.lower() else (written, "")
    return file, sheet.strip()


def _tables_in(folder: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name.lower().endswith((".csv", ".xlsx", ".xls")))
    except OSError:
        return []


Record = tuple[int, int, list[Any]]
"""Line in the file, number as Excel counts, and cells."""


@dataclass(frozen=True)
class Grid:
    """The records of a CSV file, or of one sheet of a workbook.

    Attributes:
        top: the first rows that say something, among which the header is.
        rest: all behind them, as a stream.
        sheet: what is known of the sheet before its cells are read; None of a CSV file.
        part: number of the sheet in its workbook.
    """

    source: Source
    top: list[Record]
    rest: Iterator[Record]
    sheet: Sheet | None = None
    part: int = 0

    def place(self, record: Record, index: int) -> Place:
        """A cell of a record."""
        return Place(self.source.name, self.sheet_name, *record[:2], index + 1, self.part)

    @property
    def is_passed_over(self) -> bool:
        """Whether the sheet is hidden and nobody asked for it by its name."""
        return bool(self.sheet and self.sheet.is_hidden and not self.source.sheet)

    @property
    def sheet_name(self) -> str:
        return self.sheet.name if self.sheet else ""

    @property
    def label(self) -> str:
        """The name of the sheet, or that of the file without its folders."""
        return self.sheet_name or PurePosixPath(self.source.name).name

    @property
    def start(self) -> tuple[int, int]:
        """Line and number where a header would be expected."""
        return (1, 1) if self.sheet else self.top[0][:2]

    def above(self, header: Record) -> list[Record]:
        """The records before the header, which is one of ``top``."""
        return self.top[: self.top.index(header)]

    def behind(self, header: Record) -> list[Record]:
        """The records behind the header that are read already."""
        return self.top[self.top.index(header) + 1 :]

    def below(self, header: Record, further: int = 0) -> Iterator[Record]:
        """The records behind the header and ``further`` rows of it."""
        return chain(self.behind(header)[further:], self.rest)


def grids(source: Source, form: Form) -> Iterator[Grid]:
    """Everything in a file that may be a table, one after the other; none where there is not one word in it.

    Raises:
        CellFault: where the file cannot be read, or not further.
        OSError: where it cannot be opened.
    """
    return _of_workbook(source) if source.is_workbook else _of_csv(source, form)


def _top(records: Iterator[Record]) -> list[Record]:
    """The first rows that say something, as far down as a header may stand."""
    top = []
    for record in records:
        if any(shown(cell).strip() for cell in record[2]):
            top.append(record)
        if record[1] >= HEADER_WITHIN + _MORE_ROWS:
            break
    return top


def _of_workbook(source: Source) -> Iterator[Grid]:
    with source.path.open("rb") as file:
        if not file.read(4).startswith(b"PK"):
            raise CellFault("table-not-what-it-says", kind="XLSX")
    sheets = workbooks.scan(source.path)
    chosen = [sheet for sheet in sheets if sheet.name == source.sheet or (not source.sheet and not sheet.is_hidden)]
    if not chosen:
        names = [sheet.name for sheet in sheets]
        raise CellFault("table-no-sheet", sheet=short(source.sheet), meant=nearest(source.sheet, names))
    for part, sheet in enumerate(sheets, 1):
        if sheet not in chosen and (source.sheet or not sheet.is_hidden):
            continue
        records = ((number, number, cells) for number, cells in workbooks.rows(source.path, sheet.name))
        if top := _top(records):
            yield Grid(source, top, records, sheet, part)


# --- CSV ------------------------------------------------------------------------------------------------------


def _of_csv(source: Source, form: Form) -> Iterator[Grid]:
    size = source.path.stat().st_size
    if size > MAX_BYTES:
        raise CellFault("table-too-large", size=f"{size // 1_000_000} MB", limit=f"{MAX_BYTES // 1_000_000} MB")
    with source.path.open("rb") as raw:
        start = raw.read(4096)
    if start.startswith(_NOT_TEXT) or (b"\0" in start and not is_utf16(start)):
        raise CellFault("table-not-what-it-says", kind="CSV")
    encoding = encoding_of(source.path, start)
    with source.path.open(encoding=encoding) as file:
        records = _records(file, _delimiter(source, encoding, form))
        if top := _top(records):
            yield Grid(source, top, records)


_NOT_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"<html", b"<HTML", b"<!DOCTYPE", b"<!doctype")
"""How a workbook, an old workbook, a PDF and a web page begin, whatever their name says."""


def _delimiter(source: Source, encoding: str, form: Form) -> str:
    """What parts the cells of a file: the one with which most of a header is recognised."""
    with source.path.open(encoding=encoding) as file:
        text = file.read(65_536)
    lines = text.split("\n")[: HEADER_WITHIN * 4]

    def recognised(delimiter: str) -> int:
        best = 0
        try:
            for _, _, cells in _records(iter([f"{line}\n" for line in lines]), delimiter):
                best = max(best, matches(form, cells))
        except CellFault:
            pass  # lines that were cut off, or not parted so; what was recognised before counts
        return best

    return max(",;\t", key=recognised)


def _records(lines: Iterable[str], delimiter: str) -> Iterator[Record]:
    """Line, number and cells of every record."""
    records = csv.reader(lines, delimiter=delimiter, strict=True)
    line, number = 1, 1
    while True:
        try:
            for cells in records:
                yield line, number, cells
                line, number = records.line_num + 1, number + 1
            return
        except csv.Error:
            raise CellFault("table-quotes", place=(line, number, 1)) from None
