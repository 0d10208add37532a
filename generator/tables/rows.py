"""Records → rows with values: parsed a block at a time, every fault with its file, sheet, row and column.

A block is parsed column by column (the fast path); where that finds a fault anywhere, the block is parsed again row by
row, and what is no entry is understood: totals are compared, headings and notes passed over.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from generator.input.readings import NO_TEXT
from generator.tables import headers, hidden_cells, sheets
from generator.tables.cells import month_of
from generator.tables.columns import CellFault, Form, shown
from generator.tables.faults import Faults, Place, RowFault
from generator.tables.foreign_rows import ForeignRow, ForeignRows, Kind, bids_continued
from generator.tables.headers import Headed, Header
from generator.tables.months import Said, months_of
from generator.tables.records import HEADER_WITHIN, Grid, Record, Source, grids
from generator.tables.row_parser import RowParser
from generator.tables.stated_totals import Running, StatedTotals

MAX_ROWS = sheets.MAX_ROWS
BLOCK = 250
"""Rows that are in memory at a time."""
MOST_NOTED = 200
"""Rows that are no entries of which is remembered what they are, for whoever asks how a table was understood."""


@dataclass(frozen=True)
class Origin:
    """Where a row is from."""

    file: str
    sheet: str
    part: int
    header: Header
    line: int
    row: int

    def place(self, key: str) -> Place:
        """The cell of a column."""
        return Place(self.file, self.sheet, self.line, self.row, self.header.index(key) + 1, self.part)


@dataclass(frozen=True)
class Block:
    """Rows without a fault, and where they are from.

    Attributes:
        label: the name of the file, or that of the sheet.
        part: number of the sheet in its workbook.
        places: line and number of each row.
        columns: the values of every kept column of the form; None where the table lacks it.
    """

    file: str
    sheet: str
    label: str
    part: int
    header: Header
    places: list[tuple[int, int]]
    columns: list[Sequence[Any]]

    def origin(self, number: int) -> Origin:
        """Where the row of this number in the block is from."""
        return Origin(self.file, self.sheet, self.part, self.header, *self.places[number])

    def place(self, row: tuple[int, int], key: str) -> Place:
        """The cell of a column in the row at ``row``."""
        return Place(self.file, self.sheet, *row, self.header.index(key) + 1, self.part)


class Rows:
    """The rows of one table of one file, in the order of the file; notes the faults of those that have any.

    Attributes:
        foreign: rows that are no entries, and what they are; the first ones.
        without: month that is stated to have none → the statement; None stands for a month that is not said.
    """

    def __init__(
        self, grid: Grid, header: Header, records: Iterator[Record], form: Form, year: int, running: Running
    ) -> None:
        self.grid = grid
        self.header = header
        self.records = bids_continued(form, header, records)
        odd = grid.sheet.odd if grid.sheet else {}
        self.form = form
        self.parser = RowParser(form, header, year, grid.source.is_workbook, odd)
        self.foreign: list[tuple[int, ForeignRow]] = []
        self.without: dict[datetime.date | None, str] = {}
        self.months: tuple[Said, ...] = ()
        self._classifier = ForeignRows(form, header, year)
        self._totals = StatedTotals(form, self.parser.order, running)
        self._merges = _Merges(grid.sheet.merges if grid.sheet else [], header)
        self._hidden = hidden_cells.Rows(grid.sheet.hidden_rows if grid.sheet else ())

    def place(self, row: tuple[int, int], position: int) -> Place:
        """The cell at a position of the header in the row at ``row``."""
        column = self.header.origin(position) + 1
        return Place(self.grid.source.name, self.grid.sheet_name, *row, column, self.grid.part)

    def blocks(self, faults: Faults) -> Iterator[Block]:
        """The rows that have no fault, some hundred at a time; the faults of the others are noted."""
        try:
            yield from self._blocks(faults)
        except (CellFault, OSError) as error:
            faults.add_of_file(self.grid.source.name, error)

    def _blocks(self, faults: Faults) -> Iterator[Block]:
        file, sheet, label = self.grid.source.name, self.grid.sheet_name, self.grid.label
        order = [self.parser.order.get(column.key) for column in self.form.kept]
        count = 0
        while records := list(islice(self.records, BLOCK)):
            places, values = self._parse(records, faults)
            if places:
                count += len(places)
                if count > MAX_ROWS:
                    faults.add(Place(file), "table-too-large", size=f"> {MAX_ROWS:,}", limit=f"{MAX_ROWS:,}")
                    break
                nothing = (None,) * len(places)
                columns = [nothing if number is None else values[number] for number in order]
                yield Block(file, sheet, label, self.grid.part, self.header, places, columns)
        self._report_sheet(faults)

    def _parse(self, records: list[Record], faults: Faults) -> tuple[list[tuple[int, int]], list[Sequence[Any]]]:
        """Places of the rows that have no fault, and their values, column by column."""
        fitting = records
        if not self.parser.is_whole(records):
            filled = [record for record in records if not self.parser.is_blank(record[2])]
            fitted = [self.parser.fit(cells) for _, _, cells in filled]
            fitting = [(*one[:2], cells) for one, cells in zip(filled, fitted, strict=True) if isinstance(cells, list)]
            if len(fitting) < len(filled):
                return self._parse_rows(filled, faults)
            records = filled
        values = self.parser.parse_block(fitting)
        if values is None:
            return self._parse_rows(records, faults)
        places = [record[:2] for record in fitting]
        self._entered(places, values, faults)
        return places, values

    def _parse_rows(self, records: list[Record], faults: Faults) -> tuple[list[tuple[int, int]], list[Sequence[Any]]]:
        """As :meth:`_parse`, row by row: what is no entry is understood where it stands."""
        places: list[tuple[int, int]] = []
        rows: list[list[Any]] = []
        for line, number, cells in records:
            fitted = self.parser.fit(cells)
            row, found = ([], [fitted]) if isinstance(fitted, RowFault) else self.parser.parse_row(number, fitted)
            if not found:
                places.append((line, number))
                rows.append(row)
                self._entered(places[-1:], [[value] for value in row], faults)
            elif (
                classified := self._classifier.classified(cells, is_across=self._merges.is_across(number, cells))
            ) and not self._may_be_entry(classified):
                self._pass_over((line, number), classified, faults)
            else:
                self._totals.is_certain = False
                self._report(faults, (line, number), found)
        return places, list(zip(*rows, strict=True))

    def _entered(self, places: list[tuple[int, int]], values: Sequence[Sequence[Any]], faults: Faults) -> None:
        """Note rows that were read, in their order."""
        self._totals.add(values, len(places))
        self._merges.note(places)
        self._hidden.note(places)
        if self.months and self.form.month_of[0] in self.parser.order:
            at = self.parser.order[self.form.month_of[0]]
            position = self.header.columns[at][0]
            for place, value in zip(places, values[at], strict=True):
                month = month_of(value)
                if month and all(month != said.month for said in self.months):
                    facts = {"said": self.months[0].text, "value": self._shown(value)}
                    name = self.header.name(position)
                    faults.add(
                        self.place(place, position), "table-row-of-another-month", header=name, alike="month", **facts
                    )

    @staticmethod
    def _shown(value: Any) -> str:
        return f"{value.day}/{value.month}/{value.year + 543}" if isinstance(value, datetime.date) else str(value)

    def _may_be_entry(self, classified: ForeignRow) -> bool:
        """Whether a row of one amount without a word may be a part of an entry: it is not what the rows come to."""
        is_alone = not classified.is_named and len(classified.amounts) < 2
        return is_alone and not self._totals.is_sum(classified)

    def _pass_over(self, row: tuple[int, int], classified: ForeignRow, faults: Faults) -> None:
        """Take from a row that is no entry what it says."""
        if classified.kind not in (Kind.BLANK, Kind.NUMBERED) and len(self.foreign) < MOST_NOTED:
            self.foreign.append((row[1], classified))
        if classified.kind is Kind.TOTAL:
            for index, facts in self._totals.compare(classified):
                place = self.place(row, index)
                faults.add(place, "table-total-unlike-rows", header=self.header.name(index), alike="total", **facts)
        elif classified.kind is Kind.TITLE and classified.month:
            self.months = (Said(classified.month, classified.text),)
        elif classified.kind is Kind.NONE:
            month = classified.month or (self.months[0].month if self.months else None)
            if month or classified.text:
                self.without.setdefault(month, classified.text or NO_TEXT)

    def _report(self, faults: Faults, row: tuple[int, int], found: Sequence[RowFault]) -> None:
        """Note the faults of a row; a cell that is empty because it is merged with another is a fault of its own."""
        told: set[tuple[int, str]] = set()  # a cell that holds two columns has one fault
        for one in self._as_one(row[1], found):
            column = self.header.origin(one.column) + 1
            if (column, one.code) in told:
                continue
            told.add((column, one.code))
            if not (one.code in _EMPTY and self._merges.explains(row[1], column)):
                place = Place(self.grid.source.name, self.grid.sheet_name, *row, column, self.grid.part)
                faults.add(place, one.code, header=one.header, alike=one.alike, **one.facts)

    def _as_one(self, row: int, found: Sequence[RowFault]) -> Sequence[RowFault]:
        """The faults of a row that names no job and no amount as one: whoever fills in the cells one by one counts a job twice."""
        positions = {column.key: position for position, column in self.header.columns}
        first = [positions.get(key, -1) for key in self.form.same[:2]]
        empty = {one.column for one in found if one.code in _EMPTY}
        is_merged = any(self._merges.explains(row, self.header.origin(position) + 1) for position in empty)
        if not first or is_merged or len(empty) < len(found) or not empty.issuperset(first):
            return found
        return [RowFault(first[0], "table-row-without-job", self.header.name(first[0]), alike="row")]

    def _report_sheet(self, faults: Faults) -> None:
        """Note what is known when the last row has passed: values lost in merged cells, and rows that nobody saw."""
        name, sheet = self.grid.source.name, self.grid.sheet_name
        for merge in self._merges.lost():
            place = Place(name, sheet, merge.first, merge.first, merge.column, self.grid.part)
            faults.add(place, "table-merged-cells", alike="merge", cells=f"{sheet}!{merge.ref}")
        if rows := self._hidden.found:
            place = Place(name, sheet, rows[0], rows[0], 1, self.grid.part)
            faults.add(place, "table-hidden-rows", alike="hidden", rows=hidden_cells.ranges(rows))
        for (first, last), names in hidden_cells.columns(self.grid.sheet, self.header):
            place = Place(name, sheet, self.header.row, self.header.row, first, self.grid.part)
            faults.add(place, "table-hidden-columns", alike="hidden", header=names, last=last)


_EMPTY = frozenset(("table-cell-empty", "table-cell-left"))


class _Merges:
    """The merged cells of a sheet, and in which of them a value is lost."""

    def __init__(self, merges: Sequence[sheets.Merge], header: Header) -> None:
        self.merges = [merge for merge in merges if merge.last > header.row]
        self.header = header
        self.entries: set[int] = set()
        self.kept = {header.origin(position) + 1: header.origin(position) for position, _ in header.columns}
        for span in header.spans:  # its cells are one, whether they are merged or not
            self.kept.update({index + 1: span.start for index in span.indexes})
        self.by_row: dict[int, list[sheets.Merge]] = {}
        for merge in self.merges:
            for row in range(merge.first, min(merge.last, merge.first + MOST_NOTED) + 1):
                self.by_row.setdefault(row, []).append(merge)

    def is_across(self, row: int, cells: Sequence[Any]) -> bool:
        """Whether the first text of a row is merged over three columns or more."""
        first = next((n for n, cell in enumerate(cells, 1) if shown(cell).strip()), 0)
        return any(m.column == first and m.last_column - m.column >= 2 for m in self.by_row.get(row, ()))

    def note(self, places: list[tuple[int, int]]) -> None:
        if self.merges:
            self.entries.update(number for _, number in places)

    def explains(self, row: int, column: int) -> bool:
        """Whether an empty cell of an entry is a part of merged cells."""
        found = any(m.column <= column <= m.last_column for m in self.by_row.get(row, ()))
        if found:
            self.entries.add(row)
        return found

    def lost(self) -> Iterator[sheets.Merge]:
        """Merged cells that take in kept columns of several entries, or several kept columns of one."""
        for merge in self.merges:
            columns = len({at for column, at in self.kept.items() if merge.column <= column <= merge.last_column})
            rows = sum(row in self.entries for row in range(merge.first, min(merge.last, merge.first + MOST_NOTED) + 1))
            if rows and columns and (rows > 1 or columns > 1):
                yield merge


# --- the tables of a file -----------------------------------------------------------------------------------------


def row_sets(source: Source, form: Form, year: int, faults: Faults, running: Running | None = None) -> Iterator[Rows]:
    """The tables of a file one after the other; what keeps the file from being read is noted.

    Args:
        running: what all tables that belong together come to so far.
    """
    try:
        yield from _row_sets(source, form, year, faults, running or Running(form))
    except (CellFault, OSError) as error:
        faults.add_of_file(source.name, error)


def _row_sets(source: Source, form: Form, year: int, faults: Faults, running: Running) -> Iterator[Rows]:
    """Of a workbook, sheets without a table are passed over as long as one has a header, be it a wrong one."""
    has_header = is_any_whole = False
    without_header: list[Grid] = []
    others: list[tuple[Grid, Record, Headed]] = []
    for grid in grids(source, form):
        record = headers.find(form, grid.top)
        if record is None:
            without_header.append(grid)
        elif grid.is_passed_over:
            faults.add(grid.place(record, 0), "table-hidden-sheet", alike="hidden")
        else:
            has_header = True
            merges = grid.sheet.merges if grid.sheet else ()
            above = grid.above(record)
            headed = headers.read(form, record, grid.behind(record), merges, above[-1] if above else None)
            if headed.is_of_something_else(form):
                others.append((grid, record, headed))
            else:
                is_any_whole = is_any_whole or not headed.faults
                if made := _table(grid, record, headed, form, year, faults, running):
                    yield made
    for grid, record, headed in others:
        if is_any_whole:
            faults.add(grid.place(record, 0), "table-sheet-left-out", alike="sheet")
        else:
            _table(grid, record, headed, form, year, faults, running)
    faults.add_of_headers()
    if has_header:
        return
    if not without_header:
        raise CellFault("table-empty")
    first = without_header[0]
    columns = ", ".join(column.header for column in form.columns if column.required)
    place = Place(source.name, first.sheet_name, *first.start, 1, first.part)
    faults.add(place, "table-no-header", within=HEADER_WITHIN, columns=columns)


def _table(
    grid: Grid, record: Record, headed: Headed, form: Form, year: int, faults: Faults, running: Running
) -> Rows | None:
    """The rows below a header; None where no row can be read, which is noted."""
    header, wrong, further = headed.header, headed.faults, headed.further
    if lost := headers.lost_columns(header, grid.behind(record)[further:]):
        faults.add(grid.place(record, 0), "table-lost-columns", alike="header", expected=header.width, found=lost)
        return None
    for one in wrong:
        faults.add_of_header(grid.place(record, one.column), one)
    if header.left_out:
        names = ", ".join(header.names[index] for index in header.left_out)
        faults.add_of_header(
            grid.place(record, header.left_out[0]), RowFault(header.left_out[0], "table-column-left-out", names)
        )
    if wrong:
        return None
    rows = Rows(grid, header, grid.below(record, further), form, year, running)
    if form.has_months:
        by_name, by_title = months_of(grid.sheet_name, grid.above(record), year)
        rows.months = tuple(said for said in (by_name, by_title) if said)
        if by_name and by_title and by_name.month != by_title.month:
            faults.add_of_header(grid.place(record, 0), RowFault(0, "table-title-of-another-month", by_title.text))
    return rows
