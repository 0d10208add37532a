"""Something done on a day outside the period that it is reported for, or that its measure was to run.

An assessor who finds June in a report of the first six months doubts the rest; mostly a month or a year is misread.

Wrong: a six-month report of 2566 with an event of 1 เมษายน 2566. Right: 1 มีนาคม 2566, or the period of the whole year.

Rule: ita-oit §1 (fiscal year and quarters) and the period that the document itself prints; a report that prints none is
of the whole fiscal year of its data.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.blocks.projects import Progress, Report
from generator.dates import find_dates, quarter_days, write_date, write_days
from generator.diagnostics import Diagnostic, Severity
from generator.families.measures_report.model import MeasuresReport
from generator.models import Period
from generator.site import Site
from generator.trail import Trail

CODE = "event-outside-period"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    trail = Trail(site)
    for entry in site.disclosures:
        data = entry.data
        if isinstance(data, Report):
            period = getattr(data, "period", None)
            bounds = period.span.days(data.data_year) if period else quarter_days(data.data_year, 1, 4)
            for path, step in entry.each(Progress):
                for number, when in enumerate(step.when):
                    days = when.span.days(data.data_year)
                    if bounds and days and (days[1] < bounds[0] or days[0] > bounds[1]):  # what goes on touches it
                        yield entry.file.at((*path, "when", number), CODE, **_facts(days, bounds))
        if isinstance(data, MeasuresReport):
            for number, result in enumerate(data.results):
                stop = trail.measure_of(result, data)
                periods = (result.period,) if result.period else stop.measure.all_periods if stop else ()
                bounds = _around(periods, data.data_year)
                for place, done in enumerate(result.done):
                    for _, day in find_dates(str(done.text)):
                        if bounds and not bounds[0] <= day <= bounds[1]:
                            path = ("results", number, "done", place)
                            yield entry.file.at(path, CODE, **_facts((day, day), bounds))


def _around(periods: tuple[Period, ...], year: int) -> tuple[date, date] | None:
    """First and last day of all the periods together; None where one of them does not say."""
    spans = [period.span.days(year) for period in periods]
    if not spans or None in spans:
        return None
    known = [span for span in spans if span]
    return min(first for first, _ in known), max(last for _, last in known)


def _facts(days: tuple[date, date], bounds: tuple[date, date]) -> dict[str, str]:
    return {"day": write_days(*days), "period": f"{write_date(bounds[0])} – {write_date(bounds[1])}"}
