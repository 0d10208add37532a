"""Tables beside the YAML: which files a disclosure names, and what is computed from their rows.

A family whose facts are many alike rows is :class:`Tabled`: it says which columns it has, an officer names
the files. Reading gives a frozen :class:`Table` with totals and the rows that a page shows; the others are
read again when the whole table is exported. However long a table is, only totals, the numbers that must be
unique and some hundred rows are in memory (of a workbook also the cells of one sheet).
"""

from __future__ import annotations

import datetime
import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import islice
from operator import gt
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, PrivateAttr, WithJsonSchema, field_validator

from generator.diagnostics import Diagnostic
from generator.models.disclosure import Disclosure, Presence, Shown
from generator.models.scalars import Line
from generator.tables.cells import month_of
from generator.tables.columns import Column, Form
from generator.tables.faults import Faults, Place
from generator.tables.records import Source
from generator.tables.rows import Block, row_sets

SHOWN = 50
"""Rows that a page shows of the largest, and again of the latest."""

_FILES = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


class Tabled(Disclosure):
    """การเปิดเผยข้อมูลที่รายการอยู่ในตาราง CSV หรือ XLSX ข้างแฟ้ม YAML"""

    form: ClassVar[Form]

    table: Annotated[tuple[Line, ...], WithJsonSchema(_FILES)] = Field(
        (),
        description="แฟ้มตาราง .csv หรือ .xlsx ข้างแฟ้มนี้ เช่น proc_items.csv; หลายแฟ้มเขียนเป็นรายการ เช่น เดือนละแฟ้ม; แผ่นเดียวของ Excel เขียนต่อด้วย # เช่น jobs.xlsx#แผ่น1",
    )

    _rows: Table | None = PrivateAttr(None)

    @field_validator("table", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value

    @property
    def rows(self) -> Table | None:
        """What the table says; None where there is no table that could be read."""
        return self._rows

    def with_rows(self, rows: Table | None) -> Self:
        """The same disclosure with what its files say: a model is made from one file, and its tables are read after it."""
        made = self.model_copy()
        made._rows = rows
        return made

    def presence_of(self, anchor: str, *keys: str) -> Presence:
        """What the table tells of a component that these columns show: a column of dashes states that there is none."""
        states = []
        for key in keys:
            count = self._rows.filled.get(key) if self._rows else None
            is_stated = count == 0 and self.form.column(key).blank == "stated"
            states.append(Shown.SHOWN if count else Shown.NONE if is_stated else Shown.MISSING)
        if Shown.MISSING in states:
            return Presence(Shown.MISSING)
        return Presence(Shown.SHOWN if Shown.SHOWN in states else Shown.NONE, anchor)


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
    """

    sources: tuple[Source, ...]
    form: Form
    year: int
    columns: tuple[Column, ...]
    count: int
    sums: Mapping[str, Decimal]
    filled: Mapping[str, int]
    groups: Mapping[str, tuple[Group, ...]]
    all: tuple[Mapping[str, Any], ...]
    largest: tuple[Mapping[str, Any], ...]
    latest: tuple[Mapping[str, Any], ...]
    above: tuple[Above, ...] = ()

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


def read(sources: tuple[Source, ...], form: Form, year: int) -> tuple[Table | None, list[Diagnostic]]:
    """What the files say together, and every fault in them; no table where there is not one row."""
    faults = Faults()
    tally = _Tally(form)
    for source in sources:
        for rows in row_sets(source, form, year, faults):
            tally.have.update(column.key for _, column in rows.header.columns)
            for block in rows.blocks(faults):
                tally.add(block)
                for one in tally.repeated(block):
                    faults.add(block.place(one.row, one.key), "table-repeated-number", **one.facts)
    if not tally.count and not faults.found and sources:
        faults.add(Place(sources[0].name), "table-empty")
    return tally.table(sources, year) if tally.count else None, faults.report()


# --- counting -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Repeated:
    """A row with a number that an earlier row has: the column, and what a message says."""

    row: tuple[int, int]
    key: str
    facts: dict[str, Any]


class _Tally:
    """Running totals: all that is kept of the rows, which pass by a block at a time."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.keys = [column.key for column in form.kept]
        self.amounts = [self.keys.index(key) for key in form.sums]
        self.months = [self.keys.index(key) for key in form.month_of]
        self.grouped = [self.keys.index(key) for key in form.groups]
        self.unique = [(keys, _FirstPlaces()) for keys in form.unique]
        self.may_be_none = [column.blank != "refused" or not column.required for column in form.kept]
        self.count = 0
        self.have: set[str] = set()
        """The columns that any of the files has."""
        self.filled = [0] * len(self.keys)
        self.sums = [_ZERO] * len(form.sums)
        self.combined: dict[tuple[Any, ...], int] = {}
        """Month and groups together → where their figures are; taken apart at the end."""
        self.figures: list[list[Any]] = [[] for _ in ("count", *form.sums)]
        self.first: list[list[Any]] = []
        self.largest = _Largest()
        self.latest = _Largest()
        self.above: list[tuple[Place, Decimal, Decimal]] = []
        self.count_above = 0

    def add(self, block: Block) -> None:
        columns, size = block.columns, len(block.places)
        amounts = [_with_zeros(columns[place]) for place in self.amounts]
        days, months = self._times(columns, size)
        self._count_filled(columns, size)
        self._note_above(block, amounts)
        self._add_figures(columns, amounts, months)
        if len(self.first) < 2 * SHOWN:
            self.first += map(list, islice(zip(*columns, strict=True), 2 * SHOWN - len(self.first)))
        self.largest.add(amounts[0] if amounts else days, columns, self.count)
        self.latest.add(days, columns, self.count)
        self.count += size

    def _count_filled(self, columns: list[Sequence[Any]], size: int) -> None:
        for number, (column, may_be_none) in enumerate(zip(columns, self.may_be_none, strict=True)):
            self.filled[number] += size - (_nones(column) if may_be_none else 0)

    def _add_figures(
        self, columns: list[Sequence[Any]], amounts: list[Sequence[Decimal]], months: list[datetime.date | None]
    ) -> None:
        """Add to the sums of all rows, and to those of each month and group."""
        for number, amount in enumerate(amounts):
            self.sums[number] += sum(amount)
        combined = self.combined
        keys = zip(months, *(columns[place] for place in self.grouped), strict=True)
        numbers = [combined.setdefault(key, len(combined)) for key in keys]
        for figures, values in zip(self.figures, ([1] * len(numbers), *amounts), strict=True):
            figures += [type(values[0])()] * (len(combined) - len(figures))
            for number, value in zip(numbers, values, strict=True):
                figures[number] += value

    def _times(self, columns: list[Sequence[Any]], size: int) -> tuple[list[datetime.date], list[datetime.date | None]]:
        """The day of each row, or the first of its month, and its month; the earliest day there is where it has none."""
        whens: Sequence[Any] = (None,) * size
        for place in reversed(self.months):
            whens = (
                columns[place]
                if None not in columns[place]
                else [other if one is None else one for one, other in zip(columns[place], whens, strict=True)]
            )
        months = {when: month_of(when) for when in set(whens)}
        days = {w: w if isinstance(w, datetime.date) else month or datetime.date.min for w, month in months.items()}
        return [days[when] for when in whens], [months[when] for when in whens]

    def _note_above(self, block: Block, amounts: list[Sequence[Decimal]]) -> None:
        if len(amounts) < 2 or not any(map(gt, amounts[1], amounts[0])):
            return
        for row, budget, price in zip(block.places, amounts[0], amounts[1], strict=True):
            if price > budget > 0:
                self.count_above += 1
                if len(self.above) < MOST_ABOVE:
                    self.above.append((block.place(row, self.form.sums[1]), budget, price))

    def repeated(self, block: Block) -> Iterator[_Repeated]:
        """Every row with a number that an earlier one has, by the first columns of the form that the tables have."""
        found = next(((keys, first) for keys, first in self.unique if self.have.issuperset(keys)), None)
        if found is None:
            return
        keys, first = found
        parts = [block.columns[self.keys.index(key)] for key in keys]
        values = parts[0] if len(parts) == 1 else [None if one[0] is None else one for one in zip(*parts, strict=True)]
        index = block.header.index(keys[0])
        for value, row, (label, line) in first.repeated(values, block):
            facts = {
                "header": block.header.names[index],
                "alike": index,
                "value": value if isinstance(value, str) else value[0],
                "first": f"{label}:{line}",
            }
            yield _Repeated(row, keys[0], facts)

    def table(self, sources: tuple[Source, ...], year: int) -> Table:
        """What was counted."""
        return Table(
            sources=sources,
            form=self.form,
            year=year,
            columns=tuple(column for column in self.form.kept if column.key in self.have),
            count=self.count,
            sums={key: _like(total, total) for key, total in zip(self.form.sums, self.sums, strict=True)},
            filled={key: count for key, count in zip(self.keys, self.filled, strict=True) if key in self.have},
            groups={key: self._groups(number, key) for number, key in enumerate(("month", *self.form.groups))},
            all=tuple(map(self._named, self.first)) if self.count <= 2 * SHOWN else (),
            largest=tuple(map(self._named, self.largest.rows())),
            latest=tuple(map(self._named, self.latest.rows())),
            above=tuple(Above(*one, self.count_above) for one in self.above),
        )

    def _named(self, row: list[Any]) -> Mapping[str, Any]:
        """The row by column; its amounts with the satang that any row of the column has, so that they line up."""
        found = dict(zip(self.keys, row, strict=True))
        for key, total in zip(self.form.sums, self.sums, strict=True):
            if found[key] is not None:
                found[key] = _like(found[key], total)
        return found

    def _groups(self, number: int, key: str) -> tuple[Group, ...]:
        """The groups of one breakdown, ``number`` in the combined keys."""
        found: dict[Any, list[Any]] = {}
        for combined, *figures in zip(self.combined, *self.figures, strict=True):
            kept = found.setdefault(combined[number], [0] + [_ZERO] * len(self.sums))
            kept[:] = [before + figure for before, figure in zip(kept, figures, strict=True)]
        groups = [
            Group(name, count, tuple(_like(one, total) for one, total in zip(sums, self.sums, strict=True)))
            for name, (count, *sums) in found.items()
        ]
        if key == "month":
            return tuple(sorted(groups, key=lambda group: group.name or datetime.date.max))
        choices = self.form.column(key).choices
        if choices:
            return tuple(sorted(groups, key=lambda g: choices.index(g.name) if g.name else len(choices)))
        return tuple(sorted(groups, key=lambda g: (g.name is None, [-s for s in g.sums], -g.count, g.name or "")))


class _FirstPlaces:
    """Numbers that no two rows may have, and where each was met first."""

    def __init__(self) -> None:
        self.first: dict[Any, tuple[str, int]] = {}
        """Number → name of the file or sheet, and line."""

    def repeated(self, numbers: Sequence[Any], block: Block) -> list[tuple[Any, tuple[int, int], tuple[str, int]]]:
        """Number, row and first place of every number that was met before; None is no number."""
        heres = [(block.label, line) for line, _ in block.places]
        # Fast path: in a clean block all are different and new.
        if None not in numbers and len(set(numbers)) == len(numbers) and self.first.keys().isdisjoint(numbers):
            self.first.update(zip(numbers, heres, strict=True))
            return []
        found = []
        for number, here, row in zip(numbers, heres, block.places, strict=True):
            if number is not None and (first := self.first.setdefault(number, here)) is not here:
                found.append((number, row, first))
        return found


class _Largest:
    """The rows with the largest keys; of equal ones the first."""

    def __init__(self) -> None:
        self.heap: list[tuple[Any, int, list[Any]]] = []

    def add(self, keys: Sequence[Any], columns: list[Sequence[Any]], count: int) -> None:
        heap = self.heap
        for number, key in enumerate(keys):
            if len(heap) < SHOWN:
                heapq.heappush(heap, (key, -count - number, [column[number] for column in columns]))
            elif key > heap[0][0]:
                heapq.heapreplace(heap, (key, -count - number, [column[number] for column in columns]))

    def rows(self) -> list[list[Any]]:
        return [row for _, _, row in sorted(self.heap, key=lambda kept: kept[:2], reverse=True)]


def _like(amount: Decimal, total: Decimal) -> Decimal:
    """The amount with two decimals where the total has any, else as it is: a sum has the decimals of its parts."""
    has_satang = total.as_tuple().exponent != 0
    return amount.quantize(_SATANG) if has_satang else amount


def _with_zeros(amounts: Sequence[Decimal | None]) -> Sequence[Decimal]:
    return [_ZERO if amount is None else amount for amount in amounts]


def _nones(values: Sequence[Any]) -> int:
    """How many say nothing; ``count`` would compare every amount with None, which takes ten times as long."""
    return len([True for value in values if value is None])


_ZERO = Decimal(0)
_SATANG = Decimal("0.01")
