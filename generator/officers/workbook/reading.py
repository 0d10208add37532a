"""A workbook that came back → the data that it says now, with the cell of every value.

Cells are found by the keys in column A and in the hidden rows, so that columns may be moved, rows sorted and sheets
renamed. What nobody touched gives the very value that was given out.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.input.source import KeyPath
from generator.officers.workbook.cells import Names, read, show
from generator.officers.workbook.layout import Block, Leaf, Plan, plan_of, value_at, with_value
from generator.officers.workbook.writing import FORMAT, META, column_name
from generator.tables import workbooks
from generator.tables.columns import CellFault, letters
from generator.tables.sheets import Limits, Sheet

_LIMITS = Limits(unpacked=100_000_000, rows=20_000, columns=60)
"""No office fills in more by hand."""


@dataclass
class Returned:
    """One data file as a workbook says it.

    Attributes:
        path: of the file, from the data folder.
        sheet: that it stands in.
        base: what was given out; None where there was no file.
        mine: what the workbook says now.
        cells: path in ``mine`` → its cell, ``C7``.
        labels: path in ``mine`` → what the cell is called.
        untold: what cannot be read: cell, label, code and facts.
    """

    path: str
    sheet: str
    base: Any
    mine: Any
    cells: dict[KeyPath, str] = field(default_factory=dict)
    labels: dict[KeyPath, str] = field(default_factory=dict)
    untold: list[tuple[str, str, CellFault]] = field(default_factory=list)


@dataclass(frozen=True)
class Book:
    """What a workbook knows of itself, and its sheets."""

    agency: str
    year: int
    bases: Mapping[str, Any]
    sheets: Mapping[str, tuple[Sheet, list[list[Any]]]]
    """Path of a data file → the sheet that has its cells."""


def read_book(file: Path) -> Book:
    """Open a workbook within bounds.

    Raises:
        CellFault: ``workbook-locked``, ``workbook-macros``, ``workbook-not-ours``, or what :func:`generator.tables.workbooks.scan` raises.
        OSError: it cannot be opened.
    """
    if workbooks.is_locked(file):
        raise CellFault("workbook-locked")
    found = {sheet.name: sheet for sheet in workbooks.scan(file, _LIMITS)}
    if workbooks.has_macros(file):
        raise CellFault("workbook-macros")
    rows: dict[str, list[list[Any]]] = {name: [] for name in found}
    for name, _, cells in workbooks.rows_of_all(file, found):
        rows[name].append(cells)
    meta = next((listed for listed in rows.values() if listed and listed[0] and listed[0][0] == FORMAT), None)
    if meta is None:
        raise CellFault("workbook-not-ours", sheet=META)
    try:
        _, agency, year = (str(cell) for cell in meta[0][:3])
        bases = {str(line[0]): _unpacked(line[1:]) for line in meta[1:] if line and line[0]}
        whole_year = int(float(year))
    except (ValueError, zlib.error, IndexError):
        raise CellFault("workbook-not-ours", sheet=META) from None
    sheets: dict[str, tuple[Sheet, list[list[Any]]]] = {}
    for name, listed in rows.items():
        head = str(listed[0][0]) if listed and listed[0] else ""
        if head.startswith(f"{FORMAT}:") and (path := head.removeprefix(f"{FORMAT}:")) in bases:
            if path in sheets:
                raise CellFault("workbook-sheet-twice", sheet=name, other=sheets[path][0].name)
            sheets[path] = (found[name], listed)
    if not sheets:
        raise CellFault("workbook-not-ours", sheet=META)
    return Book(agency, whole_year, bases, sheets)


def _unpacked(cells: Sequence[Any]) -> Any:
    packed = "".join(str(cell) for cell in cells if cell)
    return json.loads(zlib.decompressobj().decompress(base64.b64decode(packed, validate=True), _LIMITS.unpacked))


def returned(book: Book, path: str, model: type[BaseModel], names: Names) -> Returned:
    """What a workbook says of one data file.

    Raises:
        CellFault: ``workbook-merged-cells`` or ``workbook-damaged``: the sheet cannot be understood.
    """
    sheet, rows = book.sheets[path]
    base = book.bases[path]
    if sheet.merges:
        raise CellFault("workbook-merged-cells", sheet=sheet.name, cells=sheet.merges[0].ref)
    plan = plan_of(model, base, has_english=True)
    made = Returned(path, sheet.name, base, base)
    reader = _Reader(made, sheet, rows, model, names)
    reader.singles(plan)
    for block in plan.blocks:
        reader.table(block)
    return made


class _Reader:
    """Goes through the rows of one sheet."""

    def __init__(
        self, made: Returned, sheet: Sheet, rows: list[list[Any]], model: type[BaseModel], names: Names
    ) -> None:
        self._made, self._sheet, self._rows, self._model, self._names = made, sheet, rows, model, names
        self._keys = [str(cells[0]) if cells else "" for cells in rows]

    def singles(self, plan: Plan) -> None:
        leaves = {f"v:{column_name(leaf.path)}": leaf for leaf in plan.leaves}
        for number, key in enumerate(self._keys):
            if (leaf := leaves.get(key)) is None:
                continue
            base = value_at(self._made.base, leaf.path, self._model)
            value = self._cell(number, 2, base, leaf)
            self._note(leaf.path, number, 2, leaf.label)
            if value != base:
                self._made.mine = with_value(self._made.mine, leaf.path, value, self._model)

    def table(self, block: Block) -> None:
        """The entries of a list, in the order of their rows; a row without a key of its own is a new entry."""
        name = block.field.name
        if f"k:{name}" not in self._keys:
            if f"b:{name}" in self._keys:
                raise CellFault("workbook-damaged", sheet=self._sheet.name, label=block.field.label)
            return
        start = self._keys.index(f"k:{name}")
        columns = {str(cell): column for column, cell in enumerate(self._rows[start]) if column and cell}
        leaves = [(leaf, columns[column_name(leaf.path)]) for leaf in block.leaves if column_name(leaf.path) in columns]
        was = self._made.base.get(name) if isinstance(self._made.base, dict) else None
        before = was if isinstance(was, list) else []
        after: list[Any] = []
        taken: set[int] = set()
        for number in range(start + 1, len(self._rows)):
            key = self._keys[number]
            if key[:2] in ("v:", "b:", "k:"):
                break
            if key == "h:" or (key and not key.startswith("e:")):
                continue
            index = int(key[2:]) if key[2:].isdecimal() else -1
            entry = before[index] if 0 <= index < len(before) and index not in taken else None
            taken.add(index)
            value = self._entry(number, entry, leaves, block, (name, len(after)))
            if value is not None:
                after.append(value)
        if after != before:
            self._made.mine = {**(self._made.mine or {}), name: after}
            if not after:
                del self._made.mine[name]

    def _entry(
        self, number: int, base: Any, leaves: Sequence[tuple[Leaf, int]], block: Block, path: tuple[str, int]
    ) -> Any:
        value = base
        is_empty = True
        for leaf, column in leaves:
            was = value_at(base, leaf.path, block.model)
            said = self._cell(number, column, was, leaf)
            is_empty = is_empty and said is None
            self._note((*path, *leaf.path), number, column, leaf.label)
            if said != was:
                value = with_value(value, leaf.path, said, block.model)
        return None if is_empty else value

    def _cell(self, number: int, column: int, base: Any, leaf: Leaf) -> Any:
        cells = self._rows[number]
        cell = cells[column] if column < len(cells) else ""
        place = f"{letters(column + 1)}{number + 1}"
        if odd := self._sheet.odd.get(number + 1, {}).get(column + 1):
            self._made.untold.append((place, leaf.label, CellFault("workbook-formula", value=odd[1])))
            return base
        try:
            return read(cell, base, show(base, leaf.field, self._names), leaf.field, self._names)
        except CellFault as fault:
            self._made.untold.append((place, leaf.label, fault))
            return base

    def _note(self, path: KeyPath, number: int, column: int, label: str) -> None:
        for length in range(len(path), 0, -1):
            self._made.cells.setdefault(path[:length], f"{letters(column + 1)}{number + 1}")
            self._made.labels.setdefault(path[:length], label)
