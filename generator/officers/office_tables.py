"""A table as an office has it → entries of a family: its columns by their Thai headings, its rows by what they say.

The list that the most headings know gets the rows. One text becomes what the key's shape wants of it (one for each line
or number of a list; a statement of none for money or problems that there were not); what it says is read by the model, as
everything is. Four columns of quarters are a period. A row that names nothing goes on with the one above where all that it
says fits there, a row of one text is a heading, which may say the side or kind of what follows. A dash in a cell says that
there is none, which is not an empty cell. A row is an entry, or part of one, or it is told: none is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel

from generator.input.readings import NO_TEXT
from generator.models.shared import Budget, Remarks
from generator.officers.fields import Field, Shape, fields_of
from generator.officers.office_counts import Counts, headings_by, layout_of
from generator.officers.office_headings import (
    FEWEST,
    QUARTERS,
    Heading,
    Row,
    headings_of,
    keys_of,
    known,
    month_headings,
    monthly_of,
    names_of,
)
from generator.officers.office_totals import Totals, WrongTotal
from generator.writing import choices
from generator.writing.figures import fold_digits

HEADER_WITHIN = 15
"""Rows among which the headings are looked for."""
_NAMES = ("title", "text")
"""Keys that a person calls an entry by."""
_TELLING = ("period", "kind")
"""Keys that tell entries without a name from each other."""

_POINT = re.compile(r"\s*(?:\(?[0-9๐-๙]{1,2}[.)]\)?(?![0-9๐-๙])|[-•–*])\s*")
_TOTAL = re.compile(r"\s*(?:รวม|ยอดรวม)(?:ทั้งสิ้น|ทั้งหมด|จำนวน|เงิน|งบประมาณ)?(?:\s|$|[0-9๐-๙])")
_DASH = re.compile(r"[\s‐−–—-]*[‐−–—-][\s‐−–—-]*")
_NONE = re.compile(rf"{_DASH.pattern}|\s*(?:ไม่มี|ไม่ใช้).*", re.DOTALL)
_YEAR = re.compile(r"(?<![0-9])25[0-9]{2}(?![0-9])|พ\.ศ\.")
_AS_OF = re.compile(r"\(?(?:ข้อมูล\s*)?ณ\s*วันที่|หมายเหตุ|หน่วย\s*:")
_ASPECT = re.compile(rf"(?:{_POINT.pattern})?\s*ด้าน")
"""How a heading begins that says which side the rows below are of."""
_OWNERS = re.compile(r"\s*[\n,;/]\s*")


@dataclass
class Entry:
    """One entry, the row that it begins with, and the column that each of its keys was read from.

    ``zeros``: keys of counts whose cell is a dash. ``unread``: keys that may be left out → a text that is none of their choices.
    ``blank``: needed keys whose cell is empty → its column, and the heading.
    """

    row: int
    data: dict[str, Any] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)
    zeros: list[str] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)
    blank: dict[str, tuple[int, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class OfficeTable:
    """What was read of a table.

    Attributes:
        list: the key of the family whose entries these are.
        headings: from left to right.
        left: rows below the headings that are no entries.
        above: what stands above the headings, one text a cell.
        groups: number of a row that is a heading → what it says of the rows below: the key's label, and the choice's.
        wrong_totals: totals below rows and beside them that disagree with what they sum up.
    """

    list: Field
    headings: tuple[Heading, ...]
    entries: tuple[Entry, ...]
    left: tuple[Row, ...] = ()
    above: tuple[str, ...] = ()
    groups: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    wrong_totals: tuple[WrongTotal, ...] = ()

    @property
    def known(self) -> int:
        return len({heading.field.name for heading in self.headings if heading.field})

    @property
    def unused(self) -> tuple[Heading, ...]:
        """The columns that no key needs."""
        return tuple(one for one in self.headings if one.field is None and not one.quarter)

    def title(self, family: str, agency: str) -> str:
        """The title that stands above the headings: the first text there that says a year or what the family is called.

        The name of the agency alone is none; empty where nothing there is one.
        """
        said = ("".join(char for char in text if char.isprintable()) for text in self.above)
        texts = (" ".join(text.split()) for text in said)
        return next(
            (
                text
                for text in texts
                if text != agency and (family in text or _YEAR.search(fold_digits(text))) and not _AS_OF.match(text)
            ),
            "",
        )


def read_table(rows: Sequence[Row], model: type[BaseModel]) -> OfficeTable | None:
    """The rows as entries of that list of a family which knows most of the headings; None where none knows enough."""
    best: OfficeTable | None = None
    lists = [one for one in fields_of(model) if one.is_list and one.shape is Shape.GROUP and one.model]
    for one in lists:
        if found := _as_entries(rows, one):
            best = found if best is None or found.known > best.known else best
    counted = (found for one in lists if (found := _as_counts(rows, one)) and found.entries)
    return best if best and best.entries else next(counted, best)


def _as_counts(rows: Sequence[Row], of: Field) -> OfficeTable | None:
    """Counts of services by time in rows, or of one time."""
    monthly = monthly_of(of)
    layout = layout_of(rows, of, monthly) if monthly else None
    if monthly is None or layout is None:
        return None
    cells = rows[layout.head][1]
    headings = tuple(headings_by(layout, cells, of, monthly))
    counts, totals, left = Counts(layout, cells, monthly), Totals(headings), []
    for row, texts in rows[layout.head + 1 :]:
        is_total = any(_TOTAL.match(text) for text in texts[: FEWEST + 1] if text)
        if not is_total and counts.add(row, texts):
            totals.add(row, texts)
            continue
        left.append((row, texts))
        if is_total:
            totals.compare(row, texts)
    key = monthly.name
    entries = [Entry(one.row, one.data, one.columns, [key] * one.zeros) for one in counts.services.values()]
    above = tuple(cell for _, texts in rows[: layout.head] for cell in texts if cell)
    return OfficeTable(of, headings, tuple(entries), tuple(left), above, wrong_totals=tuple(totals.wrong))


def _as_entries(rows: Sequence[Row], of: Field) -> OfficeTable | None:
    keys = keys_of(of)
    monthly = monthly_of(of)
    heads = range(min(len(rows), HEADER_WITHIN))
    alone = {n: known(rows[n][1], keys) for n in heads}
    both = {n: alone[n] | known(names_of(rows, n, keys)[0], keys) for n in heads}
    head = max(heads, key=lambda n: (len(both[n]), len(alone[n])), default=None)
    if head is None:
        return None
    names, count = names_of(rows, head, keys)
    headings = tuple(headings_of(names, keys))
    if monthly and (found := month_headings(rows, head, monthly))[0]:
        months, count = found
        others = [one for one in headings_of(rows[head][1], keys) if one.index not in {month.index for month in months}]
        headings = tuple(sorted([*others, *months], key=lambda one: one.index))
    needed = [one.name for one in keys.values() if one.required and one.shape is not Shape.CHOICE]
    named = {heading.field.name for heading in headings if heading.field}
    if len(named - {"number"}) < FEWEST or not named.issuperset(needed):
        return None
    above = tuple(cell for _, cells in rows[:head] for cell in cells if cell)
    return replace(_Rows(of, headings).read(rows[head + count :]), above=above)


class _Rows:
    """Reads the rows below the headings one after the other."""

    def __init__(self, of: Field, headings: tuple[Heading, ...]) -> None:
        self._of = of
        self._headings = headings
        self._main = self._main_key()
        self._own = self._own_columns()
        needed = (one for one in fields_of(of.model) if one.required and one.shape is Shape.WHOLE) if of.model else ()
        self._counts = set() if self._main in _NAMES else {one.name for one in needed}
        quarters = {heading.quarter: heading.index for heading in headings if heading.quarter}
        self._quarters = [quarters[n] for n in sorted(quarters)] if len(quarters) == QUARTERS else []
        self._choices = (
            {
                one.name: one
                for one in fields_of(of.model)
                if one.shape is Shape.CHOICE and not any(heading.field == one for heading in headings)
            }
            if of.model
            else {}
        )
        self._months = next((one.field.name for one in headings if one.month and one.field), "")
        self._section: dict[str, str] = {}
        self._aspects: set[str] = set()
        self._groups: dict[int, tuple[str, str]] = {}
        self._totals = Totals(headings)
        self._entries: list[Entry] = []
        self._left: list[Row] = []

    def read(self, rows: Iterable[Row]) -> OfficeTable:
        for row, cells in rows:
            self._row(row, cells)
        return OfficeTable(
            self._of,
            self._headings,
            tuple(self._entries),
            tuple(self._left),
            groups=self._groups,
            wrong_totals=tuple(self._totals.wrong),
        )

    def _main_key(self) -> str:
        """The key that every entry says: the text that a person calls it by, else the first that is needed."""
        fields = [heading.field for heading in self._headings if heading.field]
        main = next((one for one in fields if one.name in _NAMES), None)
        return (main or next((one for one in fields if one.required), fields[0])).name

    def _own_columns(self) -> set[int]:
        """The columns that say which entry a row is: a row with anything in them goes on with no other one.

        Those are its name and number; where entries have no name, also the month or other time, the kind and the counts.
        """
        is_own = {self._main, "number"}
        if self._main not in _NAMES:
            is_own |= {
                heading.field.name
                for heading in self._headings
                if heading.field and (heading.field.required or heading.field.name in _TELLING)
            }
        return {heading.index for heading in self._headings if heading.field and heading.field.name in is_own}

    def _row(self, row: int, cells: list[str]) -> None:
        filled = [cell for cell in cells if cell]
        entry = self._entry(row, cells)
        is_numbers = set(entry.columns) <= {"number"}
        is_point = any(isinstance(entry.data[key], list) for key in entry.columns)
        is_without_counts = self._months and self._months not in entry.columns
        is_heading = len(filled) == 1 and not is_point and (len(self._headings) > FEWEST or is_numbers)
        if is_heading or (set(entry.columns) <= {"number", self._main} and self._is_aspect(entry)):
            self._heading_row(row, cells, filled[-1])
        elif any(_TOTAL.match(cell) for cell in filled[:2]) or not entry.columns or is_numbers or is_without_counts:
            self._left.append((row, cells))
            if any(_TOTAL.match(cell) for cell in filled[:2]):
                self._totals.compare(row, cells)
        elif self._main in entry.columns or self._counts.intersection(entry.columns):
            self._entries.append(entry)
            self._totals.add(row, cells)
        elif self._entries and self._goes_on(entry, cells):
            self._totals.add(row, cells)
        else:
            self._left.append((row, cells))

    def _entry(self, row: int, cells: list[str]) -> Entry:
        entry = Entry(row, dict(self._section))
        for heading in self._headings:
            cell = cells[heading.index] if heading.index < len(cells) else ""
            if heading.month and heading.field and cell:
                self._put_month(entry, heading, heading.field.name, cell)
            elif heading.field and cell:
                self._put(entry, heading.field, cell, heading.index)
            elif heading.field and heading.field.required and not heading.month:
                entry.blank[heading.field.name] = (heading.index, heading.text)
        self._put_quarters(entry, cells)
        return entry

    def _heading_row(self, row: int, cells: list[str], text: str) -> None:
        """A row of one text: it may say the side or kind of what follows.

        What a heading of a side said holds until the next one of its kind, so that headings inside of it change nothing.
        """
        is_aspect = _ASPECT.match(text) is not None
        for name, one in self._choices.items() if not _TOTAL.match(text) else ():
            labels = {choice.value: choice.label for choice in one.choices}
            if said := choices.about(text, labels):
                self._section[name] = said
                self._groups[row] = (one.label, labels[said])
            elif is_aspect or name not in self._aspects:
                self._section.pop(name, None)
            if said or name not in self._section:
                (self._aspects.add if said and is_aspect else self._aspects.discard)(name)
        self._left.append((row, cells))

    def _is_aspect(self, entry: Entry) -> bool:
        """Whether an entry that says nothing but its name is a heading with a number of its own."""
        return bool(self._choices) and _ASPECT.match(str(entry.data.get(self._main, ""))) is not None

    def _put(self, entry: Entry, of: Field, cell: str, index: int) -> None:
        value = _value(of, cell)
        if value in (None, []):
            return
        if of.shape is Shape.CHOICE and not of.required and not of.is_list:
            known = [choice.value for choice in of.choices]
            value = value if choices.meant(value, known) else choices.about(value, known)
            if not value:
                entry.unread[of.name] = cell
                return
        if isinstance(value, list) and isinstance(entry.data.get(of.name), list):
            entry.data[of.name] += value  # a second column of the same list
            return
        entry.data[of.name] = value
        entry.columns[of.name] = index
        if of.shape is Shape.WHOLE and _NONE.fullmatch(cell):
            entry.zeros.append(of.name)

    def _put_month(self, entry: Entry, heading: Heading, key: str, cell: str) -> None:
        """A count under the time that it is of."""
        if key not in entry.data:
            entry.data[key], entry.columns[key] = [], heading.index
        if not entry.data[key] or entry.data[key][-1]["period"] != heading.month:
            entry.data[key].append({"period": heading.month})
        is_none = _NONE.fullmatch(cell) is not None
        entry.data[key][-1][heading.count] = "0" if is_none else cell
        if is_none:
            entry.zeros.append(key)

    def _put_quarters(self, entry: Entry, cells: list[str]) -> None:
        chart = [cells[index] if index < len(cells) else "" for index in self._quarters]
        if any(chart) and "period" not in entry.data:
            entry.data["period"] = {"chart": chart}
            entry.columns["period"] = self._quarters[0]

    def _goes_on(self, more: Entry, cells: list[str]) -> bool:
        """Adds a row without a name to the entry above; whether that is what it is, and all that it says fits there."""
        last = self._entries[-1]
        if any(cells[index] for index in self._own if index < len(cells)):
            return False
        adds = {key: more.data[key] for key in more.columns}
        if any(
            key in last.data and not (isinstance(last.data[key], list) and isinstance(adds[key], list)) for key in adds
        ):
            return False
        for key, value in adds.items():
            if key in last.data:
                last.data[key] += value
            else:
                last.data[key] = value
                last.columns[key] = more.columns[key]
        return True


def _is_dash(cell: str) -> bool:
    return _DASH.fullmatch(cell) is not None


def _value(of: Field, cell: str) -> Any:
    """What a cell is in the data; None where it says nothing. A dash is none: no money, nothing to remark, a count of 0."""
    is_none = _NONE.fullmatch(cell) is not None
    is_dash = _is_dash(cell)
    if of.model is Remarks:
        return {"none": NO_TEXT if is_dash else cell} if is_none else _points(cell)
    if of.model is Budget and is_none:
        return {"none": NO_TEXT if is_dash else cell}
    if is_none and of.shape is Shape.WHOLE and not of.is_list:
        return "0" if of.required else None
    if is_dash:
        return None
    if of.is_list:
        return [one for one in _OWNERS.split(cell) if one] if of.shape is Shape.OWNER else _points(cell)
    return " ".join(cell.split())


def _points(cell: str) -> list[str]:
    """The points of a text, each without its number or bullet; a line without one goes on with the line above."""
    lines = [line for line in cell.splitlines() if line.strip()]
    if not any(_POINT.match(line) for line in lines):
        return [" ".join(line.split()) for line in lines]
    points: list[str] = []
    for line in lines:
        said = _POINT.sub("", line, count=1).strip()
        if _POINT.match(line) or not points:
            points.append(said)
        else:
            points[-1] = f"{points[-1]} {said}"
    return [one for one in points if one]
