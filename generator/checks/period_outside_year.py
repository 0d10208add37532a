"""A disclosure whose period has no day in the year that it is asked for.

The period is what an assessor reads first to see of which year a plan, a report or a declaration is. One that lies
wholly in another year is last year's file with a new heading, or a slip of one digit, and the item counts as not there.

Wrong: ``data_year: 2568`` with ``period: ปีงบประมาณ 2566``. Right: ``period: ปีงบประมาณ 2568``.

Rule: the fiscal year (D) and which year's facts a family asks for (ita-oit §3, P). A family that may be of either year
may have a period in either; a period of several years that touches the year is fine.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.folder_of_another_year import strays
from generator.checks.wrong_data_year import wanted_years
from generator.diagnostics import Diagnostic, Severity
from generator.models.disclosure import Disclosure
from generator.models.shared import Period
from generator.site.site import Site
from generator.writing.dates import quarter_days, write_days

CODE = "period-outside-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    astray = {id(entry) for entry, _ in strays(site)}
    for entry in site.disclosures:
        data = entry.data
        if id(entry) in astray or data.data_year not in wanted_years(data):
            continue  # of a wrong year, which is told, and all that follows from it is not
        if days := outside(data):
            years = " / ".join(map(str, wanted_years(data)))
            yield entry.file.at(("period",), CODE, period=write_days(*days), year=years)


def outside(data: Disclosure) -> tuple[date, date] | None:
    """The days of a disclosure's period, where none of them lies in a year that it may be of."""
    period = getattr(data, "period", None)
    days = period.span.days(data.data_year) if isinstance(period, Period) else None
    years = wanted_years(data)
    first, last = quarter_days(min(years), 1, 1)[0], quarter_days(max(years), 4, 4)[1]
    return days if days and (days[1] < first or last < days[0]) else None
