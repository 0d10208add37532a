"""The header of a table: which column of the form each cell below it belongs to, and what is wrong with it.

A header may have several rows, of which the lower ones name what the upper ones hold together. A heading may stand over
several columns, or hold two columns in one; its cells are brought into one order by :meth:`Header.arranged`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import short
from generator.tables import layouts
from generator.tables.columns import Column, Form, header_key, letters, matches, shown
from generator.tables.faults import RowFault
from generator.tables.layouts import Span
from generator.tables.records import HEADER_WITHIN, Record
from generator.tables.sheets import Merge
from generator.writing.near import MEANT, SLIP, closest


@dataclass(frozen=True)
class Header:
    """What a header says.

    Attributes:
        row: number of its last row, as Excel counts.
        names: as the file has them; as many as the table is wide.
        columns: position of a cell after :meth:`arranged`, and the column of the form that it belongs to; ordinals are left out.
        nameless: indexes of cells without a header, under which nothing may stand.
        ordinals: indexes of cells that only number the rows.
        spans: headings of several columns.
        origins: index of the cell of the file behind each position beyond the width.
        left_out: indexes of columns that nothing needs.
    """

    row: int
    names: tuple[str, ...]
    columns: tuple[tuple[int, Column], ...]
    nameless: tuple[int, ...]
    ordinals: frozenset[int] = frozenset()
    spans: tuple[Span, ...] = ()
    origins: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        return len(self.names)

    def origin(self, position: int) -> int:
        """The index in the file of a position; of a cell beyond the header its own."""
        beyond = position - self.width
        return self.origins[beyond] if 0 <= beyond < len(self.origins) else position

    def index(self, key: str) -> int:
        """The index in the file of the cells of a column."""
        return next((self.origin(position) for position, column in self.columns if column.key == key), 0)

    def name(self, position: int) -> str:
        """What the file calls the column at a position; of two columns in one cell the form's own name."""
        if position >= self.width or any(span.is_split and span.start == position for span in self.spans):
            return next(column.header for at, column in self.columns if at == position)
        of_form = (column.header for at, column in self.columns if self.origin(at) == position)
        return self.names[position] or next(of_form, "")  # below a heading over two columns the second has no name

    def cells_of(self, key: str) -> frozenset[int]:
        """The indexes of every cell that a column is read from."""
        found = {self.index(key)} if any(column.key == key for _, column in self.columns) else set()
        return frozenset(found.union(*(span.indexes for span in self.spans if span.keys[0] == key)))

    def arranged(self, cells: list[Any]) -> list[Any]:
        """The cells of a row, one for each position; a cell that cannot be parted is the fault of it."""
        return layouts.arranged(self.spans, cells) if self.spans else cells


def find(form: Form, top: Sequence[Record]) -> Record | None:
    """The record that names most columns of the form; None where none names two."""
    within = [record for record in top if record[1] <= HEADER_WITHIN]
    best = max(within, key=lambda record: matches(form, record[2]), default=None)
    return best if best is not None and matches(form, best[2]) >= 2 else None


@dataclass(frozen=True)
class Headed:
    """A header that was read.

    Attributes:
        faults: with any, no row can be read.
        further: how many of the records below the first row of the header belong to it.
    """

    header: Header
    faults: list[RowFault]
    further: int = 0

    def is_of_something_else(self, form: Form) -> bool:
        """Whether it lacks most of what every table of the form must have, as a summary of such tables does."""
        needed = [column.key for column in form.columns if column.required]
        there = {column.key for _, column in self.header.columns}
        return bool(self.faults) and len(there.intersection(needed)) * 2 < len(needed)


def read(
    form: Form,
    record: Record,
    below: Sequence[Record] = (),
    merges: Iterable[Merge] = (),
    above: Record | None = None,
) -> Headed:
    """A header, with what is wrong in it; ``above`` is the row before it."""
    rows = layouts.header_rows(form, record, below, list(merges), above)
    read_as = _Reading(form, rows.names)
    for index, name in enumerate(rows.names):
        if group := rows.groups.get(index):
            read_as.add_group(index, group)
        elif index not in rows.covered:
            read_as.add(index, name)
    faults = read_as.all_faults()
    if read_as.is_summary(faults):
        lacking = next(one for one in faults if one.code == _MISSING)
        faults = [RowFault(0, "table-is-a-summary", lacking.header, alike="header")]
    elif any(one.code == _MISSING for one in faults):
        faults = _as_other_form(form, faults, record, below, merges, above)
    return Headed(read_as.header(rows.row), faults, rows.count)


_MISSING = "table-column-missing"
_COUNT = re.compile("จานวน(?!เงิน)|ร้อยละ")
"""How the heading of a column begins that counts entries, as :func:`~generator.tables.columns.header_key` gives it."""


def _as_other_form(
    form: Form,
    faults: list[RowFault],
    record: Record,
    below: Sequence[Record],
    merges: Iterable[Merge],
    above: Record | None,
) -> list[RowFault]:
    """The faults of a header, where it is the whole header of another official form only that it is: none alters such a one."""
    for other in form.others:
        if not any(one.code == _MISSING for one in read(other, record, below, merges, above).faults):
            lacking = next(one for one in faults if one.code == _MISSING)
            keys = [column.key for column in form.columns if column.header in lacking.header.split(", ")]
            facts = {"form": other.name, "components": ", ".join(keys)}
            return [RowFault(0, "table-of-another-form", lacking.header, alike="header", facts=facts)]
    return faults


class _Reading:
    """The columns of a header as they are found from left to right."""

    def __init__(self, form: Form, names: Sequence[str]) -> None:
        self.form = form
        self.names = names
        self.faults: list[RowFault] = []
        self.found: dict[str, int] = {}
        self.kept: list[tuple[int, Column]] = []
        self.nameless: list[int] = []
        self.ordinals: set[int] = set()
        self.unknown: list[int] = []
        self.spans: list[Span] = []
        self.origins: list[int] = []

    def add(self, index: int, name: str) -> None:
        """A heading over one column, which may hold two."""
        column = self.form.find(name)
        if column is None and not name.strip():
            self.nameless.append(index)
        elif column is not None:
            self._keep(index, index, column)
        elif parts := self.form.split_of(name):
            self.add_group(index, layouts.Group(parts, (index,)))
        elif beside := self.form.completes(name):
            self._complete(index, beside.key)
        else:
            self.unknown.append(index)

    def add_group(self, index: int, group: layouts.Group) -> None:
        """A heading over several columns, or over one that holds two."""
        if len(group.columns) == 1:
            if self._keep(index, index, group.columns[0]) and len(group.indexes) > 1:
                self.spans.append(Span((group.columns[0].key,), group.indexes))
            return
        first, second = group.columns
        if not self._keep(index, index, first):
            return
        position = len(self.names) + len(self.origins)
        of_second = group.indexes[1] if len(group.indexes) == 2 else index  # else its text is in the first cell
        self.origins.append(of_second)
        self._keep(position, of_second, second)
        self.spans.append(Span((first.key, second.key), group.indexes, ends=second.kind))

    def _keep(self, position: int, index: int, column: Column) -> bool:
        """Note the column of a heading; whether its cells are read. Of two headings the better known name counts."""
        if column.kind == "ordinal":
            self.ordinals.add(index)
            return True
        if column.key in self.found and not self._counts_more(position, index, column):
            return False
        self.found[column.key] = index
        self.kept.append((position, column))
        return True

    def _counts_more(self, position: int, index: int, column: Column) -> bool:
        """Whether a second heading of a column takes the place of the first, of which the other one is left out.

        Two that are known equally well are a fault: nobody can tell which one is meant.
        """
        before = self.found[column.key]
        here, there = (self.form.how_known(self.names[one]) for one in (index, before))
        is_plain = position == index and (before, column) in self.kept
        if here == there or not is_plain or any(before in span.indexes for span in self.spans):
            facts = {"other": letters(before + 1)}
            self.faults.append(RowFault(index, "table-repeated-column", short(self.names[index]), facts=facts))
            return False
        if here < there:
            self.unknown.append(index)
            return False
        self.kept.remove((before, column))
        self.unknown.append(before)
        return True

    def _complete(self, index: int, key: str) -> None:
        """A column of bids beside one of bidders; alone it is one that nothing needs."""
        at = self.found.get(key)
        if at is None:
            self.unknown.append(index)
        else:
            self.spans.append(Span((key,), (at, index), is_paired=True))

    def all_faults(self) -> list[RowFault]:
        """One fault for all columns that are missing, and one for each unknown column that may be one of those."""
        missing = [column.header for column in self.form.columns if column.required and column.key not in self.found]
        faults = list(self.faults)
        if missing:
            faults.append(RowFault(0, _MISSING, ", ".join(missing), alike="header"))
        meant = {index: name for index in self.unknown if (name := self._mistyped(self.names[index]))}
        self.unknown = sorted(index for index in self.unknown if index not in meant)
        for index, name in meant.items():
            faults.append(RowFault(index, "table-unknown-column", short(self.names[index]), facts={"meant": name}))
        return sorted(faults, key=lambda fault: fault.column)

    def is_summary(self, faults: Iterable[RowFault]) -> bool:
        """Whether the table has a row for each way of buying instead of one for each job: it says how many, and names none."""
        if self.form.summed_by is None or not any(one.code == _MISSING for one in faults):
            return False
        by, single = self.form.summed_by
        taken = set(self.found.values())
        is_counted = any(_COUNT.match(header_key(name)) for index, name in enumerate(self.names) if index not in taken)
        return by in self.found and single not in self.found and is_counted

    def _mistyped(self, name: str) -> str:
        """The column that the table lacks and a heading that nobody knows probably means; empty where there is none.

        One that the table may lack is meant only where a letter or two differ: others stand in tables for their own sake.
        """
        key = header_key(name)
        for is_needed, alike in ((True, MEANT), (False, SLIP)):
            absent = {
                header_key(known): known
                for column in self.form.columns
                if column.key not in self.found and column.kind != "ordinal" and column.required is is_needed
                for known in (column.header, *column.aliases)
            }
            if near := closest(key, absent, alike):
                return absent[near]
        return ""

    def header(self, row: int) -> Header:
        return Header(
            row,
            tuple(map(short, self.names)),
            tuple(sorted(self.kept, key=lambda kept: kept[0])),
            tuple(self.nameless),
            frozenset(self.ordinals),
            tuple(self.spans),
            tuple(self.origins),
            tuple(self.unknown),
        )


def lost_columns(header: Header, rows: Sequence[Record]) -> int:
    """How many cells every row has below a header that names fewer, or 0: names were lost, and nobody knows where."""
    reach = {max((n for n, cell in enumerate(cells, 1) if shown(cell).strip()), default=0) for _, _, cells in rows}
    reach.discard(0)
    is_wide = len(rows) > 1 and len(reach) == 1 and header.width > 2
    return next(iter(reach)) if is_wide and min(reach) > header.width else 0
