"""Rows of CSV files and workbooks, read as a stream and checked cell by cell.

Some hundred rows are read at a time, column by column; where one of them has a fault they are read again one
by one, so that every fault has its file, sheet, row and column.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from generator.diagnostics import Diagnostic, short
from generator.tables import workbooks
from generator.tables.columns import CellFault, Column, Form, Reader, header_key, letters, matches, reader, shown
from generator.writing.near import nearest

T = TypeVar("T")

MAX_BYTES = 150_000_000
MAX_ROWS = workbooks.MAX_ROWS
HEADER_WITHIN = 10
"""Rows at the top among which the header is looked for: official forms begin with a title."""
MOST_FAULTS = 10
"""Faults of one kind in one column that are reported one by one."""
BLOCK = 250
"""Rows that are in memory at a time."""


@dataclass(frozen=True)
class Source:
    """A file with rows: where it is, what messages call it, and one sheet of it, or all that hold a table."""

    path: Path
    name: str
    sheet: str = ""

    @property
    def is_workbook(self) -> bool:
        return self.path.suffix.lower() == ".xlsx"


# --- faults ---------------------------------------------------------------------------------------------------


class Faults:
    """Faults of the tables of one disclosure; of many alike the first ones, and how many more there are."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []
        self.counts: dict[tuple[str, str, int | str, str], int] = {}
        self.first_left_out: dict[tuple[str, str, int | str, str], tuple[int, int, str]] = {}

    def add(self, place: Place, code: str, /, *, header: str = "", alike: int | str = "", **facts: Any) -> None:
        """Note a fault; ``alike`` is the column or the kind of place that a count of many speaks of."""
        key = (place.file, place.sheet, alike, code)
        count = self.counts[key] = self.counts.get(key, 0) + 1
        if count <= MOST_FAULTS:
            self.found.append(place.fault(code, header=header, **facts))
        elif count == MOST_FAULTS + 1:
            self.first_left_out[key] = (place.line, place.column, header)

    def add_of_file(self, source: Source, error: CellFault | OSError) -> None:
        """Note what keeps a file from being read, or from being read further."""
        if isinstance(error, OSError):
            self.add(Place(source.name), "file-unreadable", reason=error.strerror or error)
            return
        facts: dict[str, Any] = dict(error.facts)
        place = facts.pop("place", (0, 0, 0))
        self.add(Place(source.name, "", *place), error.code, **facts)

    def report(self) -> list[Diagnostic]:
        more = []
        for key, (line, column, header) in self.first_left_out.items():
            file, sheet, _, code = key
            place = Place(file, sheet, line, line, column)
            more.append(
                place.fault("table-more-faults", header=header, code=code, count=self.counts[key] - MOST_FAULTS)
            )
        return self.found + more


@dataclass(frozen=True)
class Place:
    """A cell of a file, or a whole file (line 0); ``row`` is what Excel would number it."""

    file: str
    sheet: str = ""
    line: int = 0
    row: int = 0
    column: int = 0

    def fault(self, code: str, /, **facts: object) -> Diagnostic:
        cell = f"{letters(self.column)}{self.row}" if self.column else str(self.row or "")
        said = {
            "cell": f"{self.sheet}!{cell}" if self.sheet and cell else cell,
            "sheet": self.sheet,
            **{name: short(value) if name == "value" else str(value) for name, value in facts.items()},
        }
        return Diagnostic(self.file, self.line, self.column if self.line else 0, code, facts=said)


# --- rows of files --------------------------------------------------------------------------------------------


Record = tuple[int, int, list[Any]]
"""Line in the file, number as Excel counts, and cells."""


@dataclass(frozen=True)
class Block:
    """Rows without a fault.

    Attributes:
        places: line and number of each row.
        columns: the values of every kept column of the form; None where the table lacks it.
    """

    rows: Rows
    places: list[tuple[int, int]]
    columns: list[Sequence[Any]]


def _is_apart(left: Sequence[Any], right: Sequence[Any]) -> bool:
    """Whether a row has one of two values without the other."""
    return [value is None for value in left] != [value is None for value in right]


class Rows:
    """The rows of one table of one file, read and checked cell by cell.

    ``line`` and ``row`` are where reading is.
    """

    def __init__(
        self,
        source: Source,
        form: Form,
        year: int,
        faults: Faults,
        records: Iterator[Record],
        sheet: workbooks.Sheet | None = None,
    ) -> None:
        self.source = source
        self.form = form
        self.faults = faults
        self.records = records
        self.sheet = sheet
        self.year = year
        self.line = self.row = 0
        self.header_row = 0
        self.columns: list[tuple[int, Column]] = []
        """Index of a cell, and the column that it belongs to."""
        self.headers: list[str] = []
        self.nameless: list[int] = []
        self.width = 0
        self.skipped: set[int] = set()

    @property
    def sheet_name(self) -> str:
        return self.sheet.name if self.sheet else ""

    @property
    def said_name(self) -> str:
        """The file's name, or that of the sheet."""
        return self.sheet_name or PurePosixPath(self.source.name).name

    def place(self, column: int = 0) -> Place:
        """Where reading is; ``column`` from 1."""
        return self.place_at((self.line, self.row), column)

    def place_at(self, place: tuple[int, int], column: int) -> Place:
        return Place(self.source.name, self.sheet_name, *place, column)

    def start(self, head: list[Record]) -> bool:
        """Find the header among the first rows; whether rows can be read under it."""
        best = max(head, key=lambda record: matches(self.form, record[2]), default=None)
        if best is None or matches(self.form, best[2]) < 2:
            return False
        self.records = _chain(head[head.index(best) + 1 :], self.records)
        self.line, self.row, cells = best
        self.header_row = self.row
        return self._read_header([shown(cell) for cell in cells])

    def _read_header(self, cells: list[str]) -> bool:
        while cells and not cells[-1].strip():
            cells.pop()
        self.width = len(cells)
        self.headers = [short(header) for header in cells]
        found: dict[str, int] = {}
        is_fine = True
        known = [column.header for column in self.form.columns]
        for index, header in enumerate(cells):
            column = self.form.find(header)
            if column is None and not header.strip():
                self.nameless.append(index)
            elif column is None:
                is_fine = False
                if parts := self.form.split_of(header):
                    columns = ", ".join(part.header for part in parts)
                    self.faults.add(self.place(index + 1), "table-split-column", header=short(header), columns=columns)
                    found.update({part.key: index for part in parts})
                else:
                    meant = nearest(short(header), known)
                    self.faults.add(self.place(index + 1), "table-unknown-column", header=short(header), meant=meant)
            elif column.key in found:
                is_fine = False
                other = letters(found[column.key] + 1)
                self.faults.add(self.place(index + 1), "table-repeated-column", header=short(header), other=other)
            else:
                found[column.key] = index
                if column.kind != "ordinal":
                    self.columns.append((index, column))
        for column in self.form.columns:
            if column.required and column.key not in found:
                is_fine = False
                self.faults.add(self.place(1), "table-column-missing", header=column.header, alike=column.key)
        return is_fine

    def blocks(self) -> Iterator[Block]:
        """The rows that have no fault, some hundred at a time; the faults of the others are noted."""
        try:
            yield from self._blocks()
        except (CellFault, OSError) as error:
            self.faults.add_of_file(self.source, error)

    def _blocks(self) -> Iterator[Block]:
        readers = [reader(column, self.year, of_workbook=self.source.is_workbook) for _, column in self.columns]
        have = {column.key: number for number, (_, column) in enumerate(self.columns)}
        order = [have.get(column.key) for column in self.form.kept]
        count = 0
        while records := list(islice(self.records, BLOCK)):
            lines, values = self._read(self._whole(records), readers, have)
            if lines:
                count += len(lines)
                if count > MAX_ROWS:
                    self.faults.add(
                        Place(self.source.name), "table-too-large", size=f"> {MAX_ROWS:,}", limit=f"{MAX_ROWS:,}"
                    )
                    break
                nothing = (None,) * len(lines)
                yield Block(self, lines, [nothing if number is None else values[number] for number in order])
        self._report_merges()

    def _whole(self, records: list[Record]) -> list[Record]:
        """The records that say something and have as many cells as the header."""
        if not self.nameless and {len(cells) for _, _, cells in records} == {self.width}:
            return records
        whole = []
        for record in records:
            self.line, self.row, cells = record
            if not self._has_odd_length(cells):
                whole.append(record)
        return whole

    def _read(
        self, records: list[Record], readers: list[Reader], have: Mapping[str, int]
    ) -> tuple[list[tuple[int, int]], list[Sequence[Any]]]:
        """Places of the rows that have no fault, and their values, column by column."""
        odd = self.sheet.odd if self.sheet else {}
        together = [(have[a], have[b]) for a, b in self.form.together if a in have and b in have]
        try:
            if any(record[1] in odd for record in records) if odd else not records:
                raise CellFault("table-formula-error")
            columns = list(zip(*(record[2] for record in records), strict=True))
            values = [one.many(columns[index]) for one, (index, _) in zip(readers, self.columns, strict=True)]
            if not any(_is_apart(values[a], values[b]) for a, b in together):
                return [record[:2] for record in records], values
        except CellFault:
            pass  # somewhere in these rows: look at each
        places, rows = [], []
        for line, number, cells in records:
            self.line, self.row = line, number
            row = self._read_row(cells, readers, together)
            if row is not None:
                places.append((self.line, self.row))
                rows.append(row)
        return places, list(zip(*rows, strict=True))

    def _read_row(self, cells: list[Any], readers: list[Reader], together: list[tuple[int, int]]) -> list[Any] | None:
        """The values of one row; None where it has a fault, which is noted, or is no row at all."""
        odd: Mapping[int, tuple[str, str]] = self.sheet.odd.get(self.row, {}) if self.sheet else {}
        values = []
        try:
            if odd:
                raise CellFault("table-formula-error")
            values = [one.one(cells[index]) for one, (index, _) in zip(readers, self.columns, strict=True)]
        except CellFault:
            if not self._is_skipped(cells) and (odd or not self._is_title(cells)):
                self._report(cells, readers, odd)
            return None
        apart = [pair for pair in together if (values[pair[0]] is None) is not (values[pair[1]] is None)]
        for pair in apart:
            index = self.columns[pair[values[pair[0]] is not None]][0]
            other = self.columns[pair[values[pair[0]] is None]][0]
            facts = {"header": self.headers[index], "other": self.headers[other]}
            self.faults.add(self.place(index + 1), "table-cell-alone", alike=index, **facts)
        return None if apart else values

    def _is_title(self, cells: list[Any]) -> bool:
        """Whether a row among the others is a heading, such as the name of a month, or the header once more: one fault."""
        said = {text: index for index, cell in reversed(list(enumerate(cells))) if (text := shown(cell).strip())}
        if self.width < 3 or (len(said) > 1 and matches(self.form, cells) < min(3, self.width)):
            return False
        if said:
            text, index = min(said.items(), key=lambda one: one[1])
            self.faults.add(self.place(index + 1), "table-title-row", alike="title", value=text)
        return bool(said)

    def _has_odd_length(self, cells: list[Any]) -> bool:
        """Whether a row has cells that belong to no column, or too few; what is only padding is cut or filled."""
        if self._is_skipped(cells):
            return True
        for index in (*self.nameless, *range(self.width, len(cells))):
            if index < len(cells) and shown(cells[index]).strip():
                found = max(number for number, cell in enumerate(cells, 1) if shown(cell).strip())
                self.faults.add(self.place(index + 1), "table-cell-count", found=found, expected=self.width)
                return True
        if len(cells) < self.width:
            if not self.source.is_workbook and self._is_title(cells):
                return True
            if not self.source.is_workbook:
                place = self.place(len(cells))
                self.faults.add(place, "table-cell-count", found=len(cells), expected=self.width)
                return True
            cells.extend([""] * (self.width - len(cells)))
        return False

    def _is_skipped(self, cells: list[Any]) -> bool:
        """Whether a row is blank but for spaces, or the sum at the foot of a form, which is computed here."""
        said = [shown(cell).strip() for cell in cells]
        first = next((text for text in said if text), "")
        if not first or header_key(first) in _TOTAL:
            self.skipped.add(self.row)
            return True
        return False

    def _report(self, cells: list[Any], readers: list[Reader], odd: Mapping[int, tuple[str, str]]) -> None:
        """Every fault of a row that has one."""
        for one, (index, _) in zip(readers, self.columns, strict=True):
            place = self.place(index + 1)
            code, facts = "", {}
            value: object = shown(cells[index])
            if index + 1 in odd:
                code, value = odd[index + 1]
            else:
                try:
                    one.one(cells[index])
                except CellFault as fault:
                    code, facts = fault.code, fault.facts
            if code and not (code in _EMPTY and self._is_merged(index + 1)):
                self.faults.add(place, code, header=self.headers[index], alike=index, **{**facts, "value": value})

    def _is_merged(self, column: int) -> bool:
        """Whether a cell of this row belongs to another one, which is a fault of its own."""
        merges = self.sheet.merges if self.sheet else ()
        return any(m.first <= self.row <= m.last and m.column <= column <= m.last_column for m in merges)

    def _report_merges(self) -> None:
        for merge in self.sheet.merges if self.sheet else ():
            is_total = merge.first == merge.last and merge.first in self.skipped
            if merge.last >= self.header_row and not is_total:
                place = Place(self.source.name, self.sheet_name, merge.first, merge.first, merge.column)
                self.faults.add(place, "table-merged-cells", cells=f"{self.sheet_name}!{merge.ref}")


_EMPTY = frozenset(("table-cell-empty", "table-cell-left"))
_TOTAL = frozenset(
    header_key(text) for text in ("รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "รวมเงิน", "รวมเป็นเงิน", "ยอดรวม", "total")
)
"""What the first cell of the last row of many forms says."""


def _chain(head: list[Record], rest: Iterator[Record]) -> Iterator[Any]:
    yield from head
    yield from rest


def row_sets(source: Source, form: Form, year: int, faults: Faults) -> Iterator[Rows]:
    """The tables of a file one after the other; what keeps the file from being read is noted."""
    try:
        if source.is_workbook:
            yield from _of_workbook(source, form, year, faults)
        else:
            yield from _of_csv(source, form, year, faults)
    except (CellFault, OSError) as error:
        faults.add_of_file(source, error)


def _of_workbook(source: Source, form: Form, year: int, faults: Faults) -> Iterator[Rows]:
    with source.path.open("rb") as file:
        if not file.read(4).startswith(b"PK"):
            raise CellFault("table-not-what-it-says", kind="XLSX")
    sheets = workbooks.scan(source.path)
    chosen = [sheet for sheet in sheets if sheet.name == source.sheet or (not source.sheet and not sheet.is_hidden)]
    if not chosen:
        names = [sheet.name for sheet in sheets]
        raise CellFault("table-no-sheet", sheet=short(source.sheet), meant=nearest(source.sheet, names))
    is_empty, without_header = True, []
    for sheet in chosen:
        records = ((number, number, cells) for number, cells in workbooks.rows(source.path, sheet.name))
        rows = Rows(source, form, year, faults, records, sheet)
        head = _head(records)
        before = len(faults.found)
        if rows.start(head):
            is_empty = False
            yield rows
        elif len(faults.found) > before:
            is_empty = False  # a header, but a wrong one
        elif head:
            without_header.append(sheet)
    if is_empty and without_header:
        place = Place(source.name, without_header[0].name, 1, 1, 1)
        faults.add(place, "table-no-header", within=HEADER_WITHIN, columns=_required(form))
    elif is_empty:
        raise CellFault("table-empty")


def _required(form: Form) -> str:
    return ", ".join(column.header for column in form.columns if column.required)


def _head(records: Iterator[Record]) -> list[Record]:
    """The first rows that say something, as far down as a header may stand."""
    head = []
    for record in records:
        if any(shown(cell).strip() for cell in record[2]):
            head.append(record)
        if record[1] >= HEADER_WITHIN:
            break
    return head


# --- CSV ------------------------------------------------------------------------------------------------------


def _of_csv(source: Source, form: Form, year: int, faults: Faults) -> Iterator[Rows]:
    size = source.path.stat().st_size
    if size > MAX_BYTES:
        raise CellFault("table-too-large", size=f"{size // 1_000_000} MB", limit=f"{MAX_BYTES // 1_000_000} MB")
    if size == 0:
        raise CellFault("table-empty")
    with source.path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(_NOT_TEXT) or (b"\0" in start and not _is_utf16(start)):
        raise CellFault("table-not-what-it-says", kind="CSV")
    if _is_utf16(start):
        raise CellFault("table-encoding", found="UTF-16", place=(1, 1, 1))
    with source.path.open(encoding="utf-8-sig") as file:
        records = _decoded(source.path, _records(file, _delimiter(source, form)))
        head = _head(records)
        if not head:
            raise CellFault("table-empty")
        rows = Rows(source, form, year, faults, records)
        before = len(faults.found)
        if rows.start(head):
            yield rows
        elif len(faults.found) == before:
            place = Place(source.name, "", head[0][0], head[0][1], 1)
            faults.add(place, "table-no-header", within=HEADER_WITHIN, columns=_required(form))


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


def _delimiter(source: Source, form: Form) -> str:
    """What parts the cells of a file: the one with which most of a header is recognised."""
    with source.path.open(encoding="utf-8-sig", errors="replace") as file:
        text = file.read(65_536)
    lines = text.split("\n")[: HEADER_WITHIN * 4]

    def recognised(delimiter: str) -> int:
        best = 0
        try:
            for _, _, cells in _records(iter([f"{line}\n" for line in lines]), delimiter):
                best = max(best, matches(form, cells))
        except CellFault:
            pass
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
