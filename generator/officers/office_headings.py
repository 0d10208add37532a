"""The headings of a table as an office has it → the keys of a family that they name: in the office's words, over one row or two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import languages
from generator.models.shared import Remarks
from generator.officers.fields import Field, Shape, fields_of
from generator.tables.columns import header_key
from generator.writing.dates import DateFault, months_in_year, parse_period
from generator.writing.figures import fold_digits

FEWEST = 2
"""Headings that must be known."""
QUARTERS = 4

Row = tuple[int, list[str]]
"""Number of a row, and its cells."""

_QUARTER = re.compile(r"(?:ไตรมาส|q)(?:ที่)?([1-4])")


@dataclass(frozen=True)
class Heading:
    """A column: its index from 0, what stands above it, and the key that it fills; None where nothing needs it.

    ``quarter``: of a column of a quarter, 1 to 4. ``month``: of a column of counts of one time, that time. ``count``: of a column of
    counts, the key of the group that it fills.
    """

    index: int
    text: str
    field: Field | None = None
    quarter: int = 0
    month: str = ""
    count: str = ""


def keys_of(of: Field) -> dict[str, Field]:
    """Heading without what differs between printings → the key of an entry that it names."""
    found: dict[str, Field] = {}
    for one in fields_of(of.model) if of.model else ():
        if one.shape in (Shape.ID, Shape.GROUP) and not one.short and one.model is not Remarks:
            continue
        for name in (one.name, one.label, *languages.headings().get(one.name, ())):
            found.setdefault(header_key(name), one)
    return found


_COUNTED = re.compile("^(?:จานวน|เรื่อง(?:ร้องเรียน|ร้องทุกข์)*)+")
"""What may stand before the heading of a count, as :func:`~generator.tables.columns.header_key` gives it."""


_PARTS = re.compile(r"\s*(?:/|\n|,|และ|หรือ)\s*")
"""Between words of a heading that may each be one: ``โครงการ / กิจกรรม / มาตรการ``."""


def field_called(name: str, keys: dict[str, Field]) -> Field | None:
    """The key that a heading names; ``จำนวนเรื่องที่แล้วเสร็จ`` is that of a count that is called ``แล้วเสร็จ``, and several names of one key are that key."""
    key = header_key(name)
    if not key or key in keys:
        return keys.get(key)
    counted = keys.get(_COUNTED.sub("", key))
    if counted and counted.shape is Shape.WHOLE:
        return counted
    parts = [keys.get(header_key(part)) for part in _PARTS.split(name)]
    return parts[0] if len(parts) > 1 and all(one is not None and one == parts[0] for one in parts) else None


def known(cells: Iterable[str], keys: dict[str, Field]) -> set[str]:
    """The names of the keys that a row of headings knows."""
    return {one.name for cell in cells if cell and (one := field_called(cell, keys))}


def names_of(rows: Sequence[Row], head: int, keys: dict[str, Field]) -> tuple[list[str], int]:
    """What stands above each column, and how many rows say it: a second one names what the first holds together."""
    first = rows[head][1]
    below = rows[head + 1][1] if head + 1 < len(rows) else []
    free = [
        n
        for n, cell in enumerate(below)
        if cell and (n >= len(first) or not first[n] or n + 1 >= len(first) or not first[n + 1])
    ]
    below = _with_quarters(first, below)
    quarters = sum(bool(_quarter(below[n])) for n in free)
    if quarters != QUARTERS and len(known((below[n] for n in free), keys)) < FEWEST:
        return first, 1
    width = max(len(first), len(below))
    return [
        (below[n] if n < len(below) and n in free else "") or (first[n] if n < len(first) else "") for n in range(width)
    ], 2


def _with_quarters(first: Sequence[str], below: Sequence[str]) -> list[str]:
    """The second row with 1 to 4 below a heading of quarters as what they are."""
    found = list(below)
    numbers = [n for n, cell in enumerate(below) if fold_digits(cell) in ("1", "2", "3", "4")]
    if len(numbers) == QUARTERS and numbers[0] < len(first) and header_key(first[numbers[0]]).startswith("ไตรมาส"):
        for number, n in enumerate(numbers, 1):
            found[n] = f"ไตรมาส {number}"
    return found


def headings_of(names: Sequence[str], keys: dict[str, Field]) -> Iterator[Heading]:
    taken: set[str] = set()
    for index, name in enumerate(names):
        found = field_called(name, keys)
        if found is not None and (found.name not in taken or _takes_several(found)):
            taken.add(found.name)
            yield Heading(index, name, found)
        elif name:
            yield Heading(index, name, quarter=_quarter(name))


def monthly_of(of: Field) -> Field | None:
    """The key of an entry that lists counts, each of a time: those of a service, month by month."""
    lists = [one for one in fields_of(of.model) if one.is_list and one.required] if of.model else []
    return next((one for one in lists if "period" in _required(one) and counts_of(one)), None)


def month_headings(rows: Sequence[Row], head: int, monthly: Field) -> tuple[list[Heading], int]:
    """Columns of one time each, and how many rows say so: a second one tells the counts of a time from each other."""
    first = rows[head][1]
    times = {n: cell for n, cell in enumerate(first) if is_time(cell)}
    below = rows[head + 1][1] if head + 1 < len(rows) else []
    if len(times) < FEWEST:
        times = {n: cell for n, cell in enumerate(below) if is_time(cell)}
        count = counts_of(monthly)[0]
        found = [Heading(n, time, monthly, month=time, count=count) for n, time in times.items()]
        return (found, 2) if len(found) >= FEWEST else ([], 1)
    keys = {key: one for key, one in keys_of(monthly).items() if one.shape is Shape.WHOLE}
    counts = {n: one.name for n, cell in enumerate(below) if cell and (one := field_called(cell, keys))}
    if len(counts) < FEWEST:
        return [Heading(n, time, monthly, month=time, count=counts_of(monthly)[0]) for n, time in times.items()], 1
    found = []
    for n, count in counts.items():
        at = next((m for m in range(min(n, len(first) - 1), -1, -1) if first[m]), -1)
        if at in times:
            found.append(Heading(n, f"{times[at]} {below[n]}", monthly, month=times[at], count=count))
    return found, 2


def _required(of: Field) -> set[str]:
    return {one.name for one in fields_of(of.model) if one.required} if of.model else set()


def counts_of(of: Field) -> list[str]:
    """The names of the counts that each entry of a list needs."""
    return [one.name for one in fields_of(of.model) if one.required and one.shape is Shape.WHOLE] if of.model else []


def is_time(text: str) -> bool:
    """Whether a text is a time: a month, with or without its year, a quarter, a year."""
    try:
        return bool(text) and not parse_period(text).undetermined
    except DateFault:
        return bool(months_in_year(text, 2500))


def _takes_several(of: Field) -> bool:
    """Whether several columns may fill a key: a list of texts, as targets and indicators are; units are named by one."""
    return of.is_list and of.shape is not Shape.OWNER


def _quarter(name: str) -> int:
    found = _QUARTER.match(header_key(name))
    return int(found[1]) if found else 0
