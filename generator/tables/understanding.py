"""How a table was understood: what each column and each row was taken for, and the first rows as they will be published."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.tables.columns import Column, Form, letters, matches, shown
from generator.tables.faults import Faults
from generator.tables.foreign_rows import ForeignRow
from generator.tables.headers import Header
from generator.tables.records import Source, grids
from generator.tables.rows import Rows, row_sets
from generator.writing.dates import fiscal_year

FIRST = 3
"""Rows that are shown."""


@dataclass
class Understood:
    """One table of a file.

    Attributes:
        sheet: its name; empty of a CSV file.
        count: how many entries it has.
        first: the first entries: column → value.
        foreign: number of a row that is no entry, and what it is.
        without: months that are stated to have none → the statement; None stands for a month that is not said.
    """

    sheet: str
    header: Header
    count: int = 0
    first: list[Mapping[str, Any]] = field(default_factory=list)
    foreign: list[tuple[int, ForeignRow]] = field(default_factory=list)
    without: Mapping[datetime.date | None, str] = field(default_factory=dict)

    def columns(self) -> list[tuple[str, str, Column | None]]:
        """Letters of a column of the file, its heading, and the column of the form; None where nothing needs it.

        A column that holds two has two lines, one that only numbers the rows has none.
        """
        found: list[tuple[int, str, Column | None]] = [
            (self.header.origin(position), self.header.names[self.header.origin(position)], column)
            for position, column in self.header.columns
        ]
        for span in self.header.spans:
            column = next(column for _, column in self.header.columns if column.key == span.keys[0])
            found += [(i, self.header.names[i], column) for i in span.indexes[1:] if not span.is_split]
        found += [(index, self.header.names[index], None) for index in self.header.left_out]
        return [(letters(index + 1), name, column) for index, name, column in sorted(found, key=lambda one: one[0])]


def understood(source: Source, form: Form, year: int) -> tuple[list[Understood], Faults]:
    """Every table of a file, and what is wrong in them."""
    faults = Faults()
    return [_read(rows, form, faults) for rows in row_sets(source, form, year, faults)], faults


def _read(rows: Rows, form: Form, faults: Faults) -> Understood:
    found = Understood(rows.grid.sheet_name, rows.header)
    keys = [column.key for column in form.kept]
    for block in rows.blocks(faults):
        found.count += len(block.places)
        for values in list(zip(*block.columns, strict=True))[: FIRST - len(found.first)]:
            found.first.append(dict(zip(keys, values, strict=True)))
    found.foreign, found.without = rows.foreign, rows.without
    return found


YEARS = 10
"""Fiscal years that a table may be of, where nobody says which."""


def year_of(source: Source, form: Form, newest: int) -> int:
    """The fiscal year that a table is of: that in which most of its first rows lie, and most of their days; of several the newest.

    Args:
        newest: the fiscal year of today.
    """

    def fit(year: int) -> tuple[int, int]:
        first = (next(rows.blocks(Faults()), None) for rows in row_sets(source, form, year, Faults()))
        blocks = [block for block in first if block]
        days = (value for block in blocks for column in block.columns for value in column)
        of_year = sum(isinstance(day, datetime.date) and fiscal_year(day) == year for day in days)
        return sum(len(block.places) for block in blocks), of_year

    return max(range(newest, newest - YEARS, -1), key=fit)


@dataclass(frozen=True)
class Fit:
    """The form that the tables of a file fit best: its name, how many of its columns are there, and whether all needed ones."""

    name: str
    columns: int
    is_whole: bool


def fits(source: Source, forms: Iterable[tuple[str, Form]]) -> Fit:
    """The form that the tables of a file fit best: most columns of it, then more of those that it needs there than lacking."""
    best: dict[str, tuple[int, int]] = {}
    needs: dict[str, int] = {}
    for name, form in forms:
        needs[name] = sum(column.required for column in form.columns)
        for grid in grids(source, form):
            for _, _, cells in grid.top:
                needed = {c.key for cell in cells if (c := form.find(shown(cell))) and c.required}
                best[name] = max(best.get(name, (0, 0)), (matches(form, cells), len(needed)))

    def rank(name: str) -> tuple[int, int, bool]:
        columns, there = best[name]
        return columns, 2 * there - needs[name], there == needs[name]

    name = max(best, key=rank, default="")
    columns, needed_there = best.get(name, (0, 0))
    return Fit(name, columns, bool(name) and needed_there == needs[name])
