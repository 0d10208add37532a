"""A row under a header → its values, or every fault in it; many rows at once where all of them are clean.

Parsing gives values; it knows nothing of files, and reports nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.tables.cells import Reader, reader
from generator.tables.columns import CellFault, Form, matches, shown
from generator.tables.faults import RowFault
from generator.tables.headers import Header
from generator.tables.records import Record


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
            (
                index,
                reader(column, self.year, of_workbook=self.is_workbook, heading=self.header.name(index)),
            )
            for index, column in self.header.columns
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
        has_order = self.header.nameless or self.header.spans
        return not has_order and {len(cells) for _, _, cells in records} == {self.header.width}

    def is_blank(self, cells: Sequence[Any]) -> bool:
        """Whether a row is blank but for spaces."""
        return not any(shown(cell).strip() for cell in cells)

    def fit(self, cells: list[Any]) -> list[Any] | RowFault:
        """The cells, one for each position of the header, or what is wrong with their number."""
        width = self.header.width
        for index in (*self.header.nameless, *range(width, len(cells))):
            if index < len(cells) and shown(cells[index]).strip():
                found = max(number for number, cell in enumerate(cells, 1) if shown(cell).strip())
                return RowFault(index, "table-cell-count", facts={"found": found, "expected": width})
        if len(cells) < width and not self.is_workbook:
            facts = {"found": len(cells), "expected": width}
            return self._title(cells) or RowFault(len(cells) - 1, "table-cell-count", facts=facts)
        return self.header.arranged([*cells[:width], *[""] * (width - len(cells))])

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
        if self.header.spans and any(isinstance(cell, CellFault) for column in cells for cell in column):
            return None
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
            cell = cells[index]
            if (at := self.header.origin(index) + 1) in odd:
                code, text = odd[at]
                faults.append(self._cell_fault(index, code, {"value": text}))
                continue
            if isinstance(cell, CellFault):  # it holds two columns that cannot be told apart; said once of both
                if cell.code:
                    both = {"header": self.header.names[self.header.origin(index)]}
                    faults.append(replace(self._cell_fault(index, cell.code, dict(cell.facts)), **both))  # type: ignore[arg-type]
                continue
            try:
                values.append(one.one(cell))
            except CellFault as fault:
                faults.append(self._cell_fault(index, fault.code, {**fault.facts, "value": shown(cell)}))
        if faults:
            title = None if odd else self._title(cells)
            return [], [title] if title else faults
        return values, list(self._alone(values))

    def _cell_fault(self, index: int, code: str, facts: dict[str, Any]) -> RowFault:
        return RowFault(index, code, self.header.name(index), index, facts)

    def _alone(self, values: Sequence[Any]) -> Iterator[RowFault]:
        """A value without the one that belongs to it."""
        for a, b in self.together:
            if (values[a] is None) is not (values[b] is None):
                filled, empty = (b, a) if values[a] is None else (a, b)
                index, other = self.header.columns[empty][0], self.header.columns[filled][0]
                name = self.header.name
                yield RowFault(index, "table-cell-alone", name(index), index, {"other": name(other)})


def _is_apart(left: Sequence[Any], right: Sequence[Any]) -> bool:
    """Whether a row has one of two values without the other."""
    return [value is None for value in left] != [value is None for value in right]
