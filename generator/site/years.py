"""Of which year a disclosure is: by its folder, by what its family asks for, by its period and its day of publishing.

What is of a wrong year is told once, so that checks of what follows from it ask here first.
"""

from __future__ import annotations

from datetime import date

from generator.families import FAMILIES
from generator.models.disclosure import Disclosure
from generator.models.shared import Period
from generator.writing.dates import fiscal_year, quarter_days

YEARS_AHEAD = 1
YEARS_BEHIND = 10
"""How far from the assessed year a day of a disclosure may lie, but for what may be old."""


def wanted_years(data: Disclosure) -> tuple[int, ...]:
    """The years that the facts of a disclosure may be of."""
    year = data.assessed_year
    return {"assessed": (year,), "previous": (year - 1,), "either": (year - 1, year)}[FAMILIES[data.family].year]


def period_outside(data: Disclosure) -> tuple[date, date] | None:
    """The days of a disclosure's period, where none of them lies in a year that it may be of."""
    period = getattr(data, "period", None)
    days = period.span.days(data.data_year) if isinstance(period, Period) else None
    years = wanted_years(data)
    first, last = quarter_days(min(years), 1, 1)[0], quarter_days(max(years), 4, 4)[1]
    return days if days and (days[1] < first or last < days[0]) else None


def is_published_outside(data: Disclosure) -> bool:
    """Whether a disclosure was published too early or too late for the year that it is assessed in."""
    if data.published is None:
        return False
    year = fiscal_year(data.published)
    if year > data.assessed_year:
        return True
    if FAMILIES[data.family].stays:
        return False
    is_of_year = data.data_year == data.assessed_year and data.family != "strategy"  # which is made for many years
    is_too_soon = is_of_year and data.published < quarter_days(data.data_year - 1, 4, 4)[0]
    return is_too_soon or year < min(data.data_year, data.assessed_year - 1)


def is_in_reach(day: date, assessed_year: int) -> bool:
    """Whether a day is of a year that a disclosure for this assessment can speak of."""
    return assessed_year - YEARS_BEHIND <= fiscal_year(day) <= assessed_year + YEARS_AHEAD
