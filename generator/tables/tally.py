"""Running totals of the rows of a table, which pass by a block at a time.

However long a table is, only totals, the numbers that must be unique and some hundred rows are in memory (of a workbook
also the cells of one sheet).
"""

from __future__ import annotations

import datetime
import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from operator import gt
from typing import Any

from generator.tables.cells import month_of
from generator.tables.columns import Form
from generator.tables.faults import Place
from generator.tables.records import Source
from generator.tables.rows import Block
from generator.tables.table import MOST_ABOVE, SHOWN, Above, Group, Row, Table


@dataclass(frozen=True)
class Repeated:
    """A row with a number, or without one with the same facts, that an earlier row has: the column, and what a message says."""

    row: tuple[int, int]
    key: str
    facts: dict[str, Any]
    code: str = "table-repeated-number"


class Tally:
    """Running totals: all that is kept of the rows, which pass by a block at a time."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.keys = [column.key for column in form.kept]
        self.amounts = [self.keys.index(key) for key in form.sums]
        self.months = [self.keys.index(key) for key in form.month_of]
        self.grouped = [self.keys.index(key) for key in form.groups]
        self.unique = [(keys, _FirstPlaces()) for keys in form.unique]
        self.same = [self.keys.index(key) for key in form.same]
        self.first_same = _FirstPlaces()
        self.without: dict[datetime.date | None, str] = {}
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
            shown = islice(zip(*columns, strict=True), 2 * SHOWN - len(self.first))
            self.first += [[*row, block.origin(number)] for number, row in enumerate(shown)]
        self.largest.add(amounts[0] if amounts else days, block, self.count)
        self.latest.add(days, block, self.count)
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

    def repeated(self, block: Block) -> Iterator[Repeated]:
        """Every row with a number that an earlier one has, by the first columns of the form that the tables have.

        Of rows without a number those are one row twice that agree in all that tells jobs apart.
        """
        found = next(((keys, first) for keys, first in self.unique if self.have.issuperset(keys)), None)
        values: list[Any] = [None] * len(block.places)
        if found is not None:
            keys, first = found
            parts = [block.columns[self.keys.index(key)] for key in keys]
            values = (
                list(parts[0])
                if len(parts) == 1
                else [None if one[0] is None else one for one in zip(*parts, strict=True)]
            )
            yield from self._repeated(first, values, block, keys[0], "table-repeated-number")
        if self.same and None in values:
            rows = zip(*(block.columns[place] for place in self.same), strict=True)
            facts = [
                one if number is None and None not in one else None for number, one in zip(values, rows, strict=True)
            ]
            yield from self._repeated(self.first_same, facts, block, self.form.same[0], "table-repeated-job")

    @staticmethod
    def _repeated(first: _FirstPlaces, values: list[Any], block: Block, key: str, code: str) -> Iterator[Repeated]:
        index = block.header.index(key)
        for value, row, (label, line) in first.repeated(values, block):
            facts = {
                "header": block.header.names[index],
                "alike": index,
                "value": value if isinstance(value, str) else value[0],
                "first": f"{label}:{line}",
            }
            yield Repeated(row, key, facts, code)

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
            without=self.without,
        )

    def _named(self, row: list[Any]) -> Row:
        """The row by column; its amounts with the satang that any row of the column has, so that they line up."""
        *values, origin = row
        found = Row(dict(zip(self.keys, values, strict=True)), origin)
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

    def add(self, keys: Sequence[Any], block: Block, count: int) -> None:
        heap = self.heap
        for number, key in enumerate(keys):
            if len(heap) < SHOWN:
                heapq.heappush(heap, (key, -count - number, _kept(block, number)))
            elif key > heap[0][0]:
                heapq.heapreplace(heap, (key, -count - number, _kept(block, number)))

    def rows(self) -> list[list[Any]]:
        return [row for _, _, row in sorted(self.heap, key=lambda kept: kept[:2], reverse=True)]


def _kept(block: Block, number: int) -> list[Any]:
    """The values of a row, and behind them where it is from."""
    return [*(column[number] for column in block.columns), block.origin(number)]


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
