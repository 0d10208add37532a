"""The header of a table: which column of the form each cell below it belongs to, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import short
from generator.tables.columns import Column, Form, letters, matches, shown
from generator.tables.faults import RowFault
from generator.tables.records import Record
from generator.writing.near import nearest


@dataclass(frozen=True)
class Header:
    """What a header says.

    Attributes:
        row: number of its row, as Excel counts.
        names: as the file has them; as many as the table is wide.
        columns: index of a cell, and the column of the form that it belongs to; ordinals are left out.
        nameless: indexes of cells without a header, under which nothing may stand.
    """

    row: int
    names: tuple[str, ...]
    columns: tuple[tuple[int, Column], ...]
    nameless: tuple[int, ...]

    @property
    def width(self) -> int:
        return len(self.names)

    def index(self, key: str) -> int:
        """The index of the cells of a column."""
        return next((index for index, column in self.columns if column.key == key), 0)


def find(form: Form, top: Sequence[Record]) -> Record | None:
    """The record that names most columns of the form; None where none names two."""
    best = max(top, key=lambda record: matches(form, record[2]), default=None)
    return best if best is not None and matches(form, best[2]) >= 2 else None


def read(form: Form, record: Record) -> tuple[Header, list[RowFault]]:
    """A header and its faults; with any fault, no row can be read under it."""
    _, row, cells = record
    names = _names(cells)
    faults: list[RowFault] = []
    found: dict[str, int] = {}
    kept: list[tuple[int, Column]] = []
    nameless: list[int] = []
    for index, name in enumerate(names):
        column = form.find(name)
        if column is None and not name.strip():
            nameless.append(index)
        elif column is None:
            parts = form.split_of(name)
            faults.append(_unknown(form, parts, index, name))
            found.update({part.key: index for part in parts})
        elif column.key in found:
            other = letters(found[column.key] + 1)
            faults.append(RowFault(index, "table-repeated-column", short(name), facts={"other": other}))
        else:
            found[column.key] = index
            if column.kind != "ordinal":
                kept.append((index, column))
    faults += [
        RowFault(0, "table-column-missing", column.header, alike=column.key)
        for column in form.columns
        if column.required and column.key not in found
    ]
    return Header(row, tuple(map(short, names)), tuple(kept), tuple(nameless)), faults


def _names(cells: Sequence[Any]) -> list[str]:
    """The cells as texts, up to the last one that says something."""
    names = [shown(cell) for cell in cells]
    while names and not names[-1].strip():
        names.pop()
    return names


def _unknown(form: Form, parts: Sequence[Column], index: int, name: str) -> RowFault:
    """A header that no column has: it is mistyped, or holds columns that have to be apart."""
    if parts:
        columns = ", ".join(part.header for part in parts)
        return RowFault(index, "table-split-column", short(name), facts={"columns": columns})
    meant = nearest(short(name), [column.header for column in form.columns])
    return RowFault(index, "table-unknown-column", short(name), facts={"meant": meant})
