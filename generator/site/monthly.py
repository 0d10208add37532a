"""Statistics that are told month by month: which months a list has, and which it should have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.families.complaint_stats.model import Complaints
from generator.families.eservice.model import Usage
from generator.families.service_stats.model import Served
from generator.input.source import KeyPath
from generator.site.site import Entry, Site
from generator.writing.dates import quarter_days

Days = tuple[date, date]

COUNTED: tuple[type[Served] | type[Usage] | type[Complaints], ...] = (Served, Usage, Complaints)
"""What holds a count of a month or another period."""


@dataclass(frozen=True)
class Series:
    """One list of counts.

    Attributes:
        path: of the list.
        days: entry of the list → first and last day; entries that do not say are left out.
        bounds: what the disclosure says it is of; else the fiscal year of the data.
        is_complete: whether every month has to be there: what happened seldom is told only for months that have some.
    """

    entry: Entry[Any]
    path: KeyPath
    days: dict[int, Days]
    bounds: Days
    is_complete: bool

    @property
    def is_by_month(self) -> bool:
        return len(self.days) > 1 and all(is_month(days) for days in self.days.values())


def series(site: Site) -> Iterator[Series]:
    """Every list of counts in every disclosure."""
    for entry in site.disclosures:
        year = entry.data.data_year
        period = getattr(entry.data, "period", None)
        bounds = (period.span.days(year) if period else None) or quarter_days(year, 1, 4)
        lists: dict[KeyPath, dict[int, Days]] = {}
        kinds: dict[KeyPath, type[Any]] = {}
        for kind in COUNTED:
            for path, count in entry.each(kind):
                if count.period and (days := count.period.span.days(year)):
                    lists.setdefault(path[:-1], {})[int(path[-1])] = days
                    kinds[path[:-1]] = kind
        for path, found in lists.items():
            is_usage = kinds[path] is Usage  # a system may tell of the whole year before as well
            within = (quarter_days(year - 1, 1, 1)[0], bounds[1]) if is_usage else bounds
            yield Series(entry, path, found, within, kinds[path] is not Complaints)


def months_between(first: date, last: date) -> Iterator[Days]:
    """Every whole month from one day to another."""
    start = first if first.day == 1 else _following(first)
    while (end := _following(start) - timedelta(days=1)) <= last:
        yield start, end
        start = _following(start)


def is_month(days: Days) -> bool:
    return days[0].day == 1 and days[1] == _following(days[0]) - timedelta(days=1)


def _following(day: date) -> date:
    """The first day of the month after."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
