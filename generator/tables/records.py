"""CSV files and workbooks → records: numbered rows of cells that nothing is known of yet.

A CSV file is decoded and its delimiter found, a workbook's sheets are chosen; what keeps a file from being read at all is
a :class:`~generator.tables.columns.CellFault` or an OSError.
"""

from __future__ import annotations

import codecs
import csv
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from generator.diagnostics import short
from generator.tables import workbooks
from generator.tables.columns import CellFault, Form, matches, shown
from generator.tables.faults import Place
from generator.tables.sheets import Sheet
from generator.writing.near import nearest

T = TypeVar("T")

UTF_8, THAI = "utf-8-sig", "cp874"
MAX_BYTES = 150_000_000
HEADER_WITHIN = 10
"""Rows at the top among which the header is looked for: official forms begin with a title."""
_MORE_ROWS = 4
"""Rows behind those that are read at once, too: a header of several rows may end there."""


@dataclass(frozen=True)
class Source:
    """A file with rows: where it is, what messages call it, and one sheet of it, or all that hold a table.

    ``encoding``: of a CSV file. Data is UTF-8; only what is shown of a file that is no data yet is read otherwise.
    """

    path: Path
    name: str
    sheet: str = ""
    encoding: str = UTF_8

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
        return "table-missing", {"name": shown_name, "meant": nearest(path.name, _tables_in(path.parent))}
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
    if start.startswith(_NOT_TEXT) or (b"\0" in start and not _is_utf16(start)):
        raise CellFault("table-not-what-it-says", kind="CSV")
    if _is_utf16(start):
        raise CellFault("table-encoding", found="UTF-16", place=(1, 1, 1))
    with source.path.open(encoding=source.encoding) as file:
        records = _decoded(source.path, _records(file, _delimiter(source, form)))
        if top := _top(records):
            yield Grid(source, top, records)


def _decoded(path: Path, records: Iterator[T]) -> Iterator[T]:
    """The records, or the fault of a file that is not UTF-8 all through."""
    try:
        yield from records
    except UnicodeDecodeError:
        raise _wrong_encoding(path) from None


_NOT_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"<html", b"<HTML", b"<!DOCTYPE", b"<!doctype")
"""How a workbook, an old workbook, a PDF and a web page begin, whatever their name says."""


def _is_utf16(start: bytes) -> bool:
    first, second = start[0:400:2].count(0), start[1:400:2].count(0)
    return start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or (
        min(first, second) == 0 and max(first, second) > 20
    )


def _wrong_encoding(path: Path) -> CellFault:
    """Where a file stops being UTF-8, and what it is instead."""
    with path.open("rb") as file:
        for line, raw in enumerate(file, 1):
            try:
                raw.decode("utf-8")
            except UnicodeDecodeError as error:
                column = 1 + raw[: error.start].decode("utf-8").count(",")
                try:
                    is_thai = re.search("[ก-ฮ]", raw.decode("cp874")) is not None
                except UnicodeDecodeError:
                    is_thai = False
                found = "TIS-620 (Windows-874)" if is_thai else "?"
                return CellFault("table-encoding", found=found, place=(line, line, column))
    return CellFault("table-encoding", found="?", place=(1, 1, 1))


def encoding_of(path: Path) -> str:
    """:data:`THAI` of a CSV file that can only be that: no UTF-8, every byte a letter of it, Thai ones among them."""
    with path.open("rb") as file:
        body = file.read(MAX_BYTES)
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return THAI if re.search("[ก-ฮ]", body.decode(THAI)) else UTF_8
        except UnicodeDecodeError:
            return UTF_8
    return UTF_8


def _delimiter(source: Source, form: Form) -> str:
    """What parts the cells of a file: the one with which most of a header is recognised."""
    with source.path.open(encoding=source.encoding, errors="replace") as file:
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
