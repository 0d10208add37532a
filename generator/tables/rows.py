"""Records → rows with values: parsed a block at a time, every fault with its file, sheet, row and column.

A block is parsed column by column (the fast path); where that finds a fault anywhere, the block is parsed again row by
row. Parsing gives values; only :class:`Rows` reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from generator.tables import headers, workbooks
from generator.tables.cells import Reader, reader
from generator.tables.columns import CellFault, Form, header_key, matches, shown
from generator.tables.faults import Faults, Place, RowFault
from generator.tables.headers import Header
from generator.tables.records import HEADER_WITHIN, Grid, Record, Source, grids

MAX_ROWS = workbooks.MAX_ROWS
BLOCK = 250
"""Rows that are in memory at a time."""


@dataclass(frozen=True)
class Block:
    """Rows without a fault, and where they are from.

    Attributes:
        label: the name of the file, or that of the sheet.
        places: line and number of each row.
        columns: the values of every kept column of the form; None where the table lacks it.
    """

    file: str
    sheet: str
    label: str
    header: Header
    places: list[tuple[int, int]]
    columns: list[Sequence[Any]]

    def place(self, row: tuple[int, int], key: str) -> Place:
        """The cell of a column in the row at ``row``."""
        return Place(self.file, self.sheet, *row, self.header.index(key) + 1)


@dataclass(frozen=True)
class RowParser:
    """How the rows under one header are parsed; knows nothing of where they are from.

    Attributes:
        odd: row → column from 1 → code of what is wrong with a formula there, and what the cell says.
    """

    form: Form
    header: Header
    year: int
    is_workbook: bool
    odd: Mapping[int, Mapping[int, tuple[str, str]]]

    @cached_property
    def readers(self) -> tuple[tuple[int, Reader], ...]:
        """Index of a cell, and how it is read."""
        return tuple(
            (index, reader(column, self.year, of_workbook=self.is_workbook)) for index, column in self.header.columns
        )

    @cached_property
    def order(self) -> dict[str, int]:
        """Column → its number among the values of a row."""
        return {column.key: number for number, (_, column) in enumerate(self.header.columns)}

    @cached_property
    def together(self) -> tuple[tuple[int, int], ...]:
        """Pairs of values of which a row has both or neither."""
        order = self.order
        return tuple((order[a], order[b]) for a, b in self.form.together if a in order and b in order)

    # --- before the cells are read: which records are rows, and of what length ---------------------------------

    def is_whole(self, records: Sequence[Record]) -> bool:
        """Whether every record has a cell for each header, and no cell without one."""
        return not self.header.nameless and {len(cells) for _, _, cells in records} == {self.header.width}

    def is_passed_over(self, cells: Sequence[Any]) -> bool:
        """Whether a row is blank but for spaces, or the sum at the foot of a form, which is computed here."""
        first = next((text for cell in cells if (text := shown(cell).strip())), "")
        return not first or header_key(first) in _TOTAL

    def fit(self, cells: list[Any]) -> list[Any] | RowFault:
        """The cells, as many as there are headers, or what is wrong with their number."""
        width = self.header.width
        for index in (*self.header.nameless, *range(width, len(cells))):
            if index < len(cells) and shown(cells[index]).strip():
                found = max(number for number, cell in enumerate(cells, 1) if shown(cell).strip())
                return RowFault(index, "table-cell-count", facts={"found": found, "expected": width})
        if len(cells) < width and not self.is_workbook:
            facts = {"found": len(cells), "expected": width}
            return self._title(cells) or RowFault(len(cells) - 1, "table-cell-count", facts=facts)
        return [*cells[:width], *[""] * (width - len(cells))]

    def _title(self, cells: Sequence[Any]) -> RowFault | None:
        """The fault of a heading among the rows, such as the name of a month, or the header once more."""
        width = self.header.width
        first_at: dict[str, int] = {}
        for index, cell in enumerate(cells):
            if text := shown(cell).strip():
                first_at.setdefault(text, index)
        is_title = len(first_at) == 1 or (bool(first_at) and matches(self.form, cells) >= min(3, width))
        if width < 3 or not is_title:
            return None
        text, index = next(iter(first_at.items()))
        return RowFault(index, "table-title-row", alike="title", facts={"value": text})

    # --- the cells --------------------------------------------------------------------------------------------

    def parse_block(self, records: Sequence[Record]) -> list[Sequence[Any]] | None:
        """Fast path: the values of all rows, column by column; None where any row has a fault."""
        if not records or (self.odd and any(number in self.odd for _, number, _ in records)):
            return None
        cells = list(zip(*(record[2] for record in records), strict=True))
        try:
            values = [one.many(cells[index]) for index, one in self.readers]
        except CellFault:
            return None
        return None if any(_is_apart(values[a], values[b]) for a, b in self.together) else values

    def parse_row(self, number: int, cells: Sequence[Any]) -> tuple[list[Any], list[RowFault]]:
        """The values of one row and every fault in it."""
        odd = self.odd.get(number, {})
        values: list[Any] = []
        faults: list[RowFault] = []
        for index, one in self.readers:
            if index + 1 in odd:
                code, text = odd[index + 1]
                faults.append(self._cell_fault(index, code, {"value": text}))
                continue
            try:
                values.append(one.one(cells[index]))
            except CellFault as fault:
                faults.append(self._cell_fault(index, fault.code, {**fault.facts, "value": shown(cells[index])}))
        if faults:
            title = None if odd else self._title(cells)
            return [], [title] if title else faults
        return values, list(self._alone(values))

    def _cell_fault(self, index: int, code: str, facts: dict[str, Any]) -> RowFault:
        return RowFault(index, code, self.header.names[index], index, facts)

    def _alone(self, values: Sequence[Any]) -> Iterator[RowFault]:
        """A value without the one that belongs to it."""
        for a, b in self.together:
            if (values[a] is None) is not (values[b] is None):
                filled, empty = (b, a) if values[a] is None else (a, b)
                index, other = self.header.columns[empty][0], self.header.columns[filled][0]
                names = self.header.names
                yield RowFault(index, "table-cell-alone", names[index], index, {"other": names[other]})


def _is_apart(left: Sequence[Any], right: Sequence[Any]) -> bool:
    """Whether a row has one of two values without the other."""
    return [value is None for value in left] != [value is None for value in right]


_TOTAL = frozenset(
    header_key(text) for text in ("รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "รวมเงิน", "รวมเป็นเงิน", "ยอดรวม", "total")
)
"""What the first cell of the last row of many forms says."""


# --- reporting ------------------------------------------------------------------------------------------------


class Rows:
    """The rows of one table of one file, in the order of the file; notes the faults of those that have any."""

    def __init__(self, grid: Grid, header: Header, records: Iterator[Record], form: Form, year: int) -> None:
        self.grid = grid
        self.header = header
        self.records = records
        odd = grid.sheet.odd if grid.sheet else {}
        self.parser = RowParser(form, header, year, grid.source.is_workbook, odd)
        self.passed_over: set[int] = set()

    def blocks(self, faults: Faults) -> Iterator[Block]:
        """The rows that have no fault, some hundred at a time; the faults of the others are noted."""
        try:
            yield from self._blocks(faults)
        except (CellFault, OSError) as error:
            faults.add_of_file(self.grid.source.name, error)

    def _blocks(self, faults: Faults) -> Iterator[Block]:
        file, sheet, label = self.grid.source.name, self.grid.sheet_name, self.grid.label
        order = [self.parser.order.get(column.key) for column in self.parser.form.kept]
        count = 0
        while records := list(islice(self.records, BLOCK)):
            places, values = self._parse(self._fitting(records, faults), faults)
            if places:
                count += len(places)
                if count > MAX_ROWS:
                    faults.add(Place(file), "table-too-large", size=f"> {MAX_ROWS:,}", limit=f"{MAX_ROWS:,}")
                    break
                nothing = (None,) * len(places)
                columns = [nothing if number is None else values[number] for number in order]
                yield Block(file, sheet, label, self.header, places, columns)
        self._report_merges(faults)

    def _fitting(self, records: list[Record], faults: Faults) -> list[Record]:
        """The records that say something, with as many cells as the header."""
        if self.parser.is_whole(records):
            return records
        fitting: list[Record] = []
        for line, number, cells in records:
            if self.parser.is_passed_over(cells):
                self.passed_over.add(number)
                continue
            fitted = self.parser.fit(cells)
            if isinstance(fitted, RowFault):
                self._report(faults, (line, number), [fitted])
            else:
                fitting.append((line, number, fitted))
        return fitting

    def _parse(self, records: list[Record], faults: Faults) -> tuple[list[tuple[int, int]], list[Sequence[Any]]]:
        """Places of the rows that have no fault, and their values, column by column."""
        values = self.parser.parse_block(records)
        if values is not None:
            return [record[:2] for record in records], values
        places, rows = [], []
        for line, number, cells in records:
            row, found = self.parser.parse_row(number, cells)
            if not found:
                places.append((line, number))
                rows.append(row)
            elif self.parser.is_passed_over(cells):
                self.passed_over.add(number)
            else:
                self._report(faults, (line, number), found)
        return places, list(zip(*rows, strict=True))

    def _report(self, faults: Faults, row: tuple[int, int], found: Sequence[RowFault]) -> None:
        """Note the faults of a row; a cell that is empty because it is merged with another is a fault of its own."""
        for one in found:
            if not (one.code in _EMPTY and self._is_merged(row[1], one.column + 1)):
                place = Place(self.grid.source.name, self.grid.sheet_name, *row, one.column + 1)
                faults.add(place, one.code, header=one.header, alike=one.alike, **one.facts)

    def _is_merged(self, row: int, column: int) -> bool:
        merges = self.grid.sheet.merges if self.grid.sheet else ()
        return any(m.first <= row <= m.last and m.column <= column <= m.last_column for m in merges)

    def _report_merges(self, faults: Faults) -> None:
        for merge in self.grid.sheet.merges if self.grid.sheet else ():
            is_total = merge.first == merge.last and merge.first in self.passed_over
            if merge.last >= self.header.row and not is_total:
                place = Place(self.grid.source.name, self.grid.sheet_name, merge.first, merge.first, merge.column)
                faults.add(place, "table-merged-cells", cells=f"{self.grid.sheet_name}!{merge.ref}")


_EMPTY = frozenset(("table-cell-empty", "table-cell-left"))


def row_sets(source: Source, form: Form, year: int, faults: Faults) -> Iterator[Rows]:
    """The tables of a file one after the other; what keeps the file from being read is noted."""
    try:
        yield from _row_sets(source, form, year, faults)
    except (CellFault, OSError) as error:
        faults.add_of_file(source.name, error)


def _row_sets(source: Source, form: Form, year: int, faults: Faults) -> Iterator[Rows]:
    """Of a workbook, sheets without a table are passed over as long as one has a header, be it a wrong one."""
    has_header = False
    without_header: list[Grid] = []
    for grid in grids(source, form):
        record = headers.find(form, grid.top)
        if record is None:
            without_header.append(grid)
            continue
        has_header = True
        header, wrong = headers.read(form, record)
        for one in wrong:
            place = Place(source.name, grid.sheet_name, *record[:2], one.column + 1)
            faults.add(place, one.code, header=one.header, alike=one.alike, **one.facts)
        if not wrong:
            yield Rows(grid, header, grid.below(record), form, year)
    if has_header:
        return
    if not without_header:
        raise CellFault("table-empty")
    first = without_header[0]
    columns = ", ".join(column.header for column in form.columns if column.required)
    place = Place(source.name, first.sheet_name, *first.start, 1)
    faults.add(place, "table-no-header", within=HEADER_WITHIN, columns=columns)
