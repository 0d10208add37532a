"""What is known of a table after reading: its totals, and the rows that pages show."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from generator.tables.columns import Column, Form
from generator.tables.faults import Faults, Place
from generator.tables.records import Source
from generator.tables.rows import Origin, row_sets

SHOWN = 50
"""Rows that a page shows of the largest, and again of the latest."""


@dataclass(frozen=True)
class Group:
    """Rows that have something in common: what it is, how many there are, and what each amount comes to."""

    name: Any
    count: int
    sums: tuple[Decimal, ...]


@dataclass(frozen=True)
class Above:
    """A row whose second amount, the price, is above the first one, the money that there is; where the price stands."""

    place: Place
    budget: Decimal
    price: Decimal
    count: int
    """How many rows of the table are so."""


class Row(dict[str, Any]):
    """A row that a page shows: column → value; and where it is from."""

    origin: Origin

    def __init__(self, values: Mapping[str, Any], origin: Origin) -> None:
        super().__init__(values)
        self.origin = origin


MOST_ABOVE = 10
"""Rows with a price above their budget that are remembered one by one."""


@dataclass(frozen=True, eq=False)
class Table:
    """Everything that pages say of a table.

    Attributes:
        year: the fiscal year of the data.
        columns: those that the table has, in the order of the form.
        sums: amount → what it comes to.
        filled: column → in how many rows it says something.
        groups: column, or ``month`` → the groups of it: methods in the form's order, months in time, others by size.
        all: every row where there are few, or nothing.
        largest, latest: the first rows of these orders.
        above: the first rows whose price is above their budget.
        without: month that a table states to have none → the statement; None stands for a month that is not said.
    """

    sources: tuple[Source, ...]
    form: Form
    year: int
    columns: tuple[Column, ...]
    count: int
    sums: Mapping[str, Decimal]
    filled: Mapping[str, int]
    groups: Mapping[str, tuple[Group, ...]]
    all: tuple[Row, ...]
    largest: tuple[Row, ...]
    latest: tuple[Row, ...]
    above: tuple[Above, ...] = ()
    without: Mapping[datetime.date | None, str] = field(default_factory=dict)

    def has(self, key: str) -> bool:
        """Whether the table has this column."""
        return any(column.key == key for column in self.columns)

    @cached_property
    def months(self) -> frozenset[datetime.date]:
        """First days of the months that have rows."""
        return frozenset(group.name for group in self.groups["month"] if group.name)

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Every row from the files, with a value for each of ``columns``."""
        kept = self.form.kept
        places = [number for number, column in enumerate(kept) if column in self.columns]
        for source in self.sources:
            for rows in row_sets(source, self.form, self.year, Faults()):
                for block in rows.blocks(Faults()):
                    yield from zip(*(block.columns[place] for place in places), strict=True)
