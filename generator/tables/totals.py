"""Tables beside the YAML: which files a disclosure names, and what is computed from their rows.

A family whose facts are many alike rows is :class:`Tabled`: it says which columns it has, an officer names
the files. Reading gives a frozen :class:`Table` with totals and the rows that a page shows; the others are
read again when the whole table is exported. However long a table is, only totals, the numbers that must be
unique and some hundred rows are in memory (of a workbook also the cells of one sheet).
"""

from __future__ import annotations

import datetime
import heapq
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import islice
from operator import gt
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, ClassVar

from pydantic import Field, PrivateAttr, WithJsonSchema, field_validator

from generator.diagnostics import Diagnostic, short
from generator.models.disclosure import Disclosure, Shown, Told
from generator.models.scalars import Line
from generator.tables.columns import Column, Form, month_of
from generator.tables.rows import MAX_BYTES, Block, Faults, Place, Rows, Source, row_sets
from generator.writing.near import nearest

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

    def hold(self, rows: Table | None) -> None:
        """Let the disclosure know what its files say: a model is read from one file, and its tables after it."""
        self._rows = rows

    def tells(self, anchor: str, *keys: str) -> Told:
        """What the table tells of a component that these columns show: a column of dashes states that there is none."""
        states = []
        for key in keys:
            count = self._rows.filled.get(key) if self._rows else None
            is_stated = count == 0 and self.form.column(key).blank == "stated"
            states.append(Shown.SHOWN if count else Shown.NONE if is_stated else Shown.MISSING)
        if Shown.MISSING in states:
            return Told(Shown.MISSING)
        return Told(Shown.SHOWN if Shown.SHOWN in states else Shown.NONE, anchor)


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
                for block in rows.blocks():
                    yield from zip(*(block.columns[place] for place in places), strict=True)


def find(folder: Path, beside: Path, written: str, name: str) -> Source | tuple[str, dict[str, str]]:
    """The file that a disclosure calls ``written``, or the code and facts of what is wrong with that.

    Args:
        folder: the data folder, which no table may stand outside of.
        beside: the folder of the disclosure.
        name: what messages call the data folder.
    """
    file, sheet = (*written.split("#", 1), "")[:2] if ".xlsx#" in written.lower() else (written, "")
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
    return Source(path, f"{name}/{relative}", sheet.strip())


def _tables_in(folder: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name.lower().endswith((".csv", ".xlsx", ".xls")))
    except OSError:
        return []


def read(sources: tuple[Source, ...], form: Form, year: int) -> tuple[Table | None, list[Diagnostic]]:
    """What the files say together, and every fault in them; no table where there is not one row."""
    reading = _Reading(form)
    for source in sources:
        for rows in row_sets(source, form, year, reading.faults):
            reading.add(rows)
    table = reading.table(sources, year)
    return table, reading.faults.report()


# --- totals ---------------------------------------------------------------------------------------------------


class _Reading:
    """What is remembered of the rows while they pass by."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.faults = Faults()
        self.keys = [column.key for column in form.kept]
        self.amounts = [self.keys.index(key) for key in form.sums]
        self.months = [self.keys.index(key) for key in form.month_of]
        self.grouped = [self.keys.index(key) for key in form.groups]
        self.unique = [([self.keys.index(key) for key in keys], _Seen()) for keys in form.unique]
        self.may_be_none = [column.blank != "refused" or not column.required for column in form.kept]
        self.count = 0
        self.have: set[str] = set()
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

    def add(self, rows: Rows) -> None:
        """Count the rows of one table in."""
        self.have.update(column.key for _, column in rows.columns)
        for block in rows.blocks():
            self._add(block)

    def _add(self, block: Block) -> None:
        columns, size = block.columns, len(block.places)
        for number, (column, may_be_none) in enumerate(zip(columns, self.may_be_none, strict=True)):
            self.filled[number] += size - (_nones(column) if may_be_none else 0)
        for places, seen in self.unique:
            if all(self.keys[place] in self.have for place in places):
                self._compare(block, places, seen)
                break
        amounts = [_with_zeros(columns[place]) for place in self.amounts]
        if len(amounts) > 1 and any(map(gt, amounts[1], amounts[0])):
            self._note_above(block, amounts[0], amounts[1])
        for number, amount in enumerate(amounts):
            self.sums[number] += sum(amount)
        days, months = self._times(columns, size)
        combined = self.combined
        keys = zip(months, *(columns[place] for place in self.grouped), strict=True)
        numbers = [combined.setdefault(key, len(combined)) for key in keys]
        for figures, values in zip(self.figures, ([1] * size, *amounts), strict=True):
            figures += [type(values[0])()] * (len(combined) - len(figures))
            for number, value in zip(numbers, values, strict=True):
                figures[number] += value
        if len(self.first) < 2 * SHOWN:
            self.first += map(list, islice(zip(*columns, strict=True), 2 * SHOWN - len(self.first)))
        self.largest.add(amounts[0] if amounts else days, columns, self.count)
        self.latest.add(days, columns, self.count)
        self.count += size

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

    def _note_above(self, block: Block, budgets: Sequence[Decimal], prices: Sequence[Decimal]) -> None:
        key = self.keys[self.amounts[1]]
        index = next((index for index, one in block.rows.columns if one.key == key), 0)
        for place, budget, price in zip(block.places, budgets, prices, strict=True):
            if price > budget > 0:
                self.count_above += 1
                if len(self.above) < MOST_ABOVE:
                    self.above.append((block.rows.place_at(place, index + 1), budget, price))

    def _compare(self, block: Block, places: list[int], seen: _Seen) -> None:
        """Note every row that has a number which an earlier one has."""
        keys = block.columns[places[0]]
        if len(places) > 1:
            keys = [None if key[0] is None else key for key in zip(*(block.columns[p] for p in places), strict=True)]
        for key, place, (file, line) in seen.repeated(keys, block):
            column = self.form.kept[places[0]]
            index = next(index for index, one in block.rows.columns if one.key == column.key)
            value = key if isinstance(key, str) else key[0]
            facts: dict[str, Any] = {
                "header": block.rows.headers[index],
                "alike": index,
                "value": value,
                "first": f"{file}:{line}",
            }
            self.faults.add(block.rows.place_at(place, index + 1), "table-repeated-number", **facts)

    def table(self, sources: tuple[Source, ...], year: int) -> Table | None:
        """What was counted; None where there was nothing, which is a fault unless there is another."""
        if not self.count:
            if not self.faults.found and sources:
                self.faults.add(Place(sources[0].name), "table-empty")
            return None
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


class _Seen:
    """Numbers that were met, and where each was met first."""

    def __init__(self) -> None:
        self.first: dict[Any, int] = {}
        self.files: list[Rows] = []

    def repeated(self, keys: Sequence[Any], block: Block) -> list[tuple[Any, tuple[int, int], tuple[str, int]]]:
        """Number, place and first place of every number that was met before; None is no number."""
        if not self.files or self.files[-1] is not block.rows:
            self.files.append(block.rows)
        before = (len(self.files) - 1) * MAX_BYTES  # no file has as many lines
        heres = [before + line for line, _ in block.places]
        if None not in keys and len(set(keys)) == len(keys) and self.first.keys().isdisjoint(keys):
            self.first.update(zip(keys, heres, strict=True))
            return []
        found = []
        for key, here, place in zip(keys, heres, block.places, strict=True):
            if key is not None and (first := self.first.setdefault(key, here)) != here:
                file, line = divmod(first, MAX_BYTES)
                found.append((key, place, (self.files[file].said_name, line)))
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
