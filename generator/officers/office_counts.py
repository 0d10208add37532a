"""Counts of services that an office lays out by time in its rows, or without one → an entry for each service.

``เดือน | ทำบัตร | จดทะเบียน``, ``เดือน | งานบริการ | จำนวน``, ``เดือน | Walk-in | E-Service`` below a title that names the
service, and ``งานบริการ | Walk-in | E-Service`` below one that names the time. Months as columns are read with every other list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.officers.fields import Field, Shape, fields_of
from generator.officers.office_headings import (
    FEWEST,
    Heading,
    Row,
    counts_of,
    field_called,
    is_time,
    keys_of,
)
from generator.officers.office_totals import IS_TOTAL
from generator.tables.columns import header_key
from generator.writing.figures import fold_digits, parse_figure
from generator.writing.readings import plain_count

_ANY_COUNT = re.compile("จานวน(?:ผู้)?(?:มา)?(?:รับบริการ|ใช้บริการ|ติดต่อ|คน|ราย|ครั้ง|เรื่อง)*|ผู้(?:มา)?(?:รับ|ใช้)บริการ")
_TIME_IN_TITLE = re.compile(r"\(([^()]+)\)|((?:ไตรมาส|รอบ|เดือน|ปีงบประมาณ)[^()]+)")
_SUBJECT = re.compile(r"^(?:ข้อมูล|รายงาน|ตาราง)*(?:เชิง)?สถิติ(?:การ)?(?:ให้|มา)?(?:บริการ|ผู้(?:มา)?รับบริการ)?(?:ของ|ด้าน)?\s*")
_YEAR = re.compile(r"\s*(?:ประจำ)?(?:ปีงบประมาณ|ปี|รอบ|เดือน|ไตรมาส|พ\.ศ\.|\().*$")
_NONE = ("-", "–", "—", "ไม่มี")


@dataclass
class Counted:
    """What is counted of one service: the row that it begins with, its data, and the columns of its keys.

    ``zeros``: whether a dash was read as none.
    """

    row: int
    data: dict[str, Any]
    columns: dict[str, int] = field(default_factory=dict)
    zeros: bool = False


@dataclass(frozen=True)
class Layout:
    """Where the headings are, the column of time and that of names (-1 where there is none), and those of counts → what each counts.

    ``title``: the key that a service is called by. ``period``: the one time of all rows. ``service``: the one service.
    """

    head: int
    time: int
    name: int
    counts: Mapping[int, str]
    title: str
    period: str = ""
    service: str = ""


def layout_of(rows: Sequence[Row], of: Field, monthly: Field) -> Layout | None:
    """How a table lays out the counts of services; None where it is no such table."""
    title = (
        next((one for one in fields_of(of.model) if one.required and one.shape is Shape.TEXT), None)
        if of.model
        else None
    )
    names = {key: one for key, one in keys_of(of).items() if one == title}
    counts = {key: one for key, one in keys_of(monthly).items() if one.shape is Shape.WHOLE}
    for head in range(min(len(rows), 15)) if title else ():
        cells = rows[head][1]
        below = [row for _, row in rows[head + 1 :]]
        time = next((n for n in range(len(cells)) if sum(_is_time_at(row, n) for row in below) >= FEWEST), -1)
        name = next((n for n, cell in enumerate(cells) if n != time and cell and field_called(cell, names)), -1)
        said = {n: one.name for n, cell in enumerate(cells) if n != time and (one := field_called(cell, counts))}
        said = said or {
            n: counts_of(monthly)[0] for n, cell in enumerate(cells) if _ANY_COUNT.fullmatch(header_key(cell))
        }
        above = [cell for _, row in rows[:head] for cell in row if cell]
        if title and (found := _layout(head, time, name, said, title.name, cells, below, above, counts_of(monthly)[0])):
            return found
    return None


def _layout(
    head: int, time: int, name: int, said: Mapping[int, str], title: str,
    cells: Sequence[str], below: Sequence[Sequence[str]], above: Sequence[str], count: str,
) -> Layout | None:  # fmt: skip
    if time >= 0 and name >= 0 and said:
        return Layout(head, time, name, said, title)
    if time >= 0 and said:
        service = next((one for text in above if (one := _service(text))), "")
        return Layout(head, time, -1, said, title, service=service) if service else None
    if time >= 0:
        services = {n: count for n in _services(cells, below, time)}
        return Layout(head, time, -1, services, title) if services else None
    period = next((one for text in above if (one := _period(text))), "")
    return Layout(head, -1, name, said, title, period=period) if name >= 0 and said and period else None


def _is_time_at(row: Sequence[str], n: int) -> bool:
    return n < len(row) and not fold_digits(row[n]).isdigit() and is_time(row[n])


def _services(cells: Sequence[str], below: Sequence[Sequence[str]], time: int) -> Iterator[int]:
    """Columns of figures alone below headings that are no totals, right of the time."""
    for n, cell in enumerate(cells):
        said = [row[n] for row in below if n < len(row) and row[n]]
        if n > time and cell and not IS_TOTAL.match(header_key(cell)) and said and all(map(_is_count, said)):
            yield n


def _is_count(cell: str) -> bool:
    try:
        figure = parse_figure(plain_count(cell))
    except ValueError:
        return cell.strip() in _NONE
    return figure >= 0 and figure == int(figure)


def _period(title: str) -> str:
    """The one time that a title names."""
    said = sorted(
        _TIME_IN_TITLE.finditer(title), key=lambda one: not one[1]
    )  # in brackets stands what is meant exactly
    return next((text for one in said if is_time(text := (one[1] or one[2]).strip())), "")


def _service(title: str) -> str:
    """The service that a title of statistics names: ``สถิติการให้บริการงานทะเบียนราษฎร ปี 2568``."""
    found = _SUBJECT.match(title)
    return _YEAR.sub("", title[found.end() :]).strip(" :-–") if found and found[0].strip() else ""


def headings_by(layout: Layout, cells: Sequence[str], of: Field, monthly: Field) -> Iterator[Heading]:
    """The columns as they are understood; what a column counts stands in ``count``."""
    fields = {one.name: one for one in fields_of(of.model)} if of.model else {}
    times = {one.name: one for one in fields_of(monthly.model)} if monthly.model else {}
    for n, cell in enumerate(cells):
        if n == layout.time:
            yield Heading(n, cell, times["period"])
        elif n == layout.name:
            yield Heading(n, cell, fields[layout.title])
        elif n in layout.counts:
            yield Heading(n, cell, monthly, count=layout.counts[n])
        elif cell:
            yield Heading(n, cell)


class Counts:
    """Reads the rows below such headings into services, each with its counts in the order of the rows."""

    def __init__(self, layout: Layout, cells: Sequence[str], monthly: Field) -> None:
        self._layout = layout
        self._cells = cells
        self._monthly = monthly.name
        self._is_by_column = layout.name < 0 and not layout.service
        self._name = layout.service
        self.services: dict[str, Counted] = {}

    def add(self, row: int, cells: Sequence[str]) -> bool:
        """Whether a row of cells was counts of a service."""
        at = self._layout
        period = _at(cells, at.time) if at.time >= 0 else at.period
        self._name = (_at(cells, at.name) if at.name >= 0 else "") or self._name
        said = {n: count for n, count in at.counts.items() if _at(cells, n)}
        if not said or not is_time(period) or not (self._name or self._is_by_column):
            return False
        for names in [{n: count} for n, count in said.items()] if self._is_by_column else [said]:
            name = self._cells[next(iter(names))] if self._is_by_column else self._name
            one = self.services.setdefault(name, Counted(row, {at.title: " ".join(name.split()), self._monthly: []}))
            one.columns = {at.title: max(at.name, 0), self._monthly: next(iter(names)), **one.columns}
            one.data[self._monthly].append({"period": period, **{c: _figure(cells[n]) for n, c in names.items()}})
            one.zeros = one.zeros or any(cells[n].strip() in _NONE for n in names)
        return True


def _at(cells: Sequence[str], n: int) -> str:
    return cells[n] if 0 <= n < len(cells) else ""


def _figure(cell: str) -> str:
    return "0" if cell.strip() in _NONE else cell
