"""How a header is laid out: over several rows, over several columns, and what that means for the cells below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.tables.columns import CellFault, Column, Form, header_key, matches, shown
from generator.tables.readings import name_and_price, number_and_day, pairs
from generator.tables.sheets import Merge
from generator.writing.figures import fold_digits

MOST_ROWS = 3
"""Rows of a header: a group, what it holds, and the numbers of the columns."""


@dataclass(frozen=True)
class Group:
    """A heading over several cells: the columns that they belong to, two where it holds two."""

    columns: tuple[Column, ...]
    indexes: tuple[int, ...]


@dataclass(frozen=True)
class Span:
    """Cells of a row that are one column together, or two columns.

    Attributes:
        keys: the columns.
        indexes: of the cells in the file.
        ends: the kind of the second of two columns.
        is_paired: whether the lines of the second cell belong to those of the first, as bids to bidders.
    """

    keys: tuple[str, ...]
    indexes: tuple[int, ...]
    ends: str = ""
    is_paired: bool = False

    @property
    def start(self) -> int:
        return self.indexes[0]

    @property
    def is_split(self) -> bool:
        return len(self.keys) == 2


@dataclass
class HeaderRows:
    """A header as one row of names.

    Attributes:
        row: number of its last row.
        count: rows below the first one that belong to it.
        groups: index of a heading that stands over several cells → what it holds.
        covered: indexes of the other cells that those stand over.
    """

    row: int
    names: list[str]
    count: int = 0
    groups: dict[int, Group] = field(default_factory=dict)
    covered: set[int] = field(default_factory=set)


def header_rows(
    form: Form,
    record: tuple[int, int, list[Any]],
    below: Sequence[Any],
    merges: list[Merge],
    above: tuple[int, int, list[Any]] | None = None,
) -> HeaderRows:
    """The rows of a header as one: lower names under the headings that hold them, numbers of columns passed over.

    Args:
        record: the row that names most columns; ``above``: the one before it, which may hold some of them together.
    """
    _, row, cells = record
    names = [shown(cell) for cell in cells]
    if above:
        names = _below(form, names, above, merges)
    reach = _reach(form, names, row, merges)
    rows = HeaderRows(row, names)
    for _, number, lower in below[:MOST_ROWS]:
        texts = [shown(cell).strip() for cell in lower]
        named = _lower_names(form, rows.names, texts, reach)
        if named is None and not is_numbering(texts):
            break
        rows.row, rows.count = number, rows.count + 1
        if named is not None:
            rows.names = named
    _trim(rows.names, reach)
    for start, indexes in reach.items():
        _add_group(form, rows, names[start], start, indexes)
    return rows


def _below(form: Form, names: list[str], above: tuple[int, int, list[Any]], merges: list[Merge]) -> list[str]:
    """The names with those that only the row above has; what says nothing alone goes with the heading merged over it.

    ``เลขที่`` below ``สัญญา`` is ``เลขที่สัญญา``.
    """
    _, row, cells = above
    found = list(names)
    for merge in merges:
        start, stop = merge.column - 1, min(merge.last_column, len(names))
        if merge.last != row or stop - start < 2 or start >= len(cells) or not shown(cells[start]).strip():
            continue
        for index in range(start, stop):
            alone = form.find(names[index])
            if names[index].strip() and (alone is None or alone.kind == "ordinal"):
                found[index] = _of_no_column(form, shown(cells[start]), names[index]) or names[index]
    known = {column.key for name in found if (column := form.find(name))}
    for index, cell in enumerate(cells[: len(names)]):
        column = None if names[index].strip() else form.find(shown(cell))
        if column is not None and column.key not in known:
            found[index] = shown(cell)  # it stands over both rows
    return found


def _reach(form: Form, names: list[str], row: int, merges: list[Merge]) -> dict[int, tuple[int, ...]]:
    """Index of a heading → the cells that it stands over, where those are several.

    Merged cells say so; of a CSV file the cells without a name behind a heading that holds several columns are its own.
    """
    found: dict[int, tuple[int, ...]] = {}
    for merge in merges:
        if merge.first <= row <= merge.last and merge.last_column > merge.column:
            start, stop = merge.column - 1, merge.last_column
            names += [""] * (stop - len(names))
            if names[start].strip():
                found[start] = tuple(range(start, stop))
    for start, name in enumerate(names):
        if start in found or not name.strip() or not _may_hold_several(form, name):
            continue
        stop = start + 1
        while stop < len(names) and not names[stop].strip() and not any(stop in one for one in found.values()):
            stop += 1
        if stop > start + 1:
            found[start] = tuple(range(start, stop))
    return found


def _may_hold_several(form: Form, name: str) -> bool:
    column = form.find(name)
    return bool(form.split_of(name)) or (column is not None and form.is_completed(column))


def _trim(names: list[str], reach: Mapping[int, tuple[int, ...]]) -> None:
    """Cut off cells without a name at the end, under which no heading reaches."""
    last = max((indexes[-1] for indexes in reach.values()), default=-1)
    while names and not names[-1].strip() and len(names) - 1 > last:
        names.pop()


def _lower_names(
    form: Form, names: list[str], texts: list[str], reach: Mapping[int, tuple[int, ...]]
) -> list[str] | None:
    """The names with those of a lower row; None where that row is none of a header.

    A lower row names what a heading above holds, or a column that has no name yet, or goes on with a name.
    """
    is_header_again = matches(form, texts) >= 3 and all(one in names for one in texts if one)
    states_none = any(text.lstrip("-–—*( ").startswith("ไม่") for text in texts)
    if is_header_again or states_none or not any(text.strip("-–— ") for text in texts):  # dashes state it, too
        return None
    upper = {index: names[start] for start, indexes in reach.items() for index in indexes}
    found = [*names, *[""] * (len(texts) - len(names))]
    for index, text in enumerate(texts):
        above = upper.get(index, found[index])
        if header_key(text) and text != above:  # else it is blank, a unit in brackets, or the same once more
            if (inner := _inner_name(form, above, text, index in upper)) is None:
                return None
            found[index] = inner
    return found


def _inner_name(form: Form, above: str, text: str, is_group: bool) -> str | None:
    """The name of the column that a heading and what stands below it mean together, or None."""
    if is_group:
        if parts := form.split_of(above):
            return _of_part(form, parts, text)
        column = form.find(above)
        if column is not None and form.is_completed(column):
            return _of_bids(form, column, above, text)
        return _of_column(form, column, above, text) if column else _of_no_column(form, above, text)
    if not above.strip():
        return text if form.find(text) or form.completes(text) else None
    if form.find(above) is None and form.find(f"{above}{text}"):
        return f"{above}{text}"
    return None


def _of_column(form: Form, column: Column, above: str, text: str) -> str | None:
    """What a cell below the heading of one column names: a column of its own, or that one, or what the two are together."""
    direct = form.find(text)
    if direct is not None and direct is not column and direct.kind != "ordinal":
        return text
    if parts := form.split_of(f"{above}และ{text}"):
        return _of_part(form, parts, text)
    return above if direct is column or _TEXT.search(text) else None


def _of_no_column(form: Form, above: str, text: str) -> str | None:
    """What a cell below a heading of no column names: by itself, else together with the heading (``เลขที่`` below ``สัญญา``)."""
    together = (text, f"{text}{above}", f"{above}{text}")
    named = [(name, column) for name in together if (column := form.find(name))]
    named.sort(key=lambda one: one[1].kind == "ordinal")
    return named[0][0] if named else text if form.completes(text) else None


def _of_bids(form: Form, column: Column, above: str, text: str) -> str | None:
    """Whether a lower heading is that of the bidders or of their bids."""
    if form.completes(text):
        return text
    if form.find(text) is column or _TEXT.search(text):
        return above
    return next(one.name for one in form.beside if one.key == column.key) if _AMOUNT.search(text) else None


_AMOUNT = re.compile("ราคา|บาท|จำนวนเงิน|วงเงิน")
_DAY = re.compile("วัน|ลว|ลงนาม")
_TEXT = re.compile("ชื่อ|ราย|ผู้|บริษัท|ร้าน|เลข|สัญญา|ใบสั่ง")


def _of_part(form: Form, parts: tuple[Column, ...], text: str) -> str | None:
    """Which of two columns a lower heading names: by its own name, else by what it speaks of."""
    direct = form.find(text)
    if direct in parts and direct is not None:
        return direct.header
    first, second = parts
    is_second = (_AMOUNT if second.kind == "amount" else _DAY).search(text)
    if is_second and not (_TEXT.search(text) and text.startswith(("ชื่อ", "ราย", "เลข"))):
        return second.header
    return first.header if _TEXT.search(text) else None


def _add_group(form: Form, rows: HeaderRows, name: str, start: int, indexes: tuple[int, ...]) -> None:
    """Note what a heading over several cells holds, unless a lower row has named each of them."""
    if any(rows.names[index].strip() and rows.names[index] != name for index in indexes):
        return
    parts = form.split_of(name)
    column = form.find(name)
    if parts or column is not None:
        rows.groups[start] = Group(parts or (column,), indexes)  # type: ignore[arg-type]
    rows.covered.update(indexes[1:] if parts or column is not None else ())


def is_numbering(texts: Sequence[str]) -> bool:
    """Whether cells only number the columns above them: whole numbers that grow by one, from 0 or 1."""
    filled = [fold_digits(text).strip("()[]. ") for text in texts if text]
    if len(filled) < 3 or not all(one.isascii() and one.isdigit() and len(one) < 3 for one in filled):
        return False
    numbers = [int(one) for one in filled]
    return numbers[0] in (0, 1) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


# --- the cells below ----------------------------------------------------------------------------------------------


def arranged(spans: Sequence[Span], cells: list[Any]) -> list[Any]:
    """The cells of a row with those of each span in one place; the second ones of two columns at the end."""
    found = list(cells)
    for span in spans:
        filled = [cells[index] for index in span.indexes if shown(cells[index]).strip()]
        if span.is_split:
            found[span.start], second = _two(span, filled)
            found.append(second)
        elif span.is_paired:
            found[span.start] = _paired(shown(found[span.start]), shown(cells[span.indexes[-1]]))
        else:
            found[span.start] = filled[0] if len(filled) == 1 else _joined([shown(cell) for cell in filled])
    return found


def _joined(texts: list[str]) -> object:
    """Cells that are one: names and amounts line by line where there are two, else in one line."""
    return _paired(*texts) if len(texts) == 2 else " ".join(texts)


def _paired(names: str, prices: str) -> object:
    try:
        return pairs(names, prices)
    except CellFault as fault:
        return fault


def _two(span: Span, filled: list[Any]) -> tuple[Any, Any]:
    if len(filled) == 2:
        return filled[0], filled[1]
    text = "\n".join(shown(cell) for cell in filled).strip()
    if not text.strip("-–— \n"):
        return text, text
    try:
        return name_and_price(text) if span.ends == "amount" else number_and_day(text)
    except CellFault as fault:
        facts = {**fault.facts, "value": text}
        return CellFault(fault.code, **facts), CellFault("")
