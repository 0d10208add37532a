"""A plan, a report or a declaration whose own period has no day in the year of its data.

Last year's period over this year's page makes an assessor take all of it for last year's.

Wrong: ``data_year: 2568`` with ``period: ปีงบประมาณ 2567``. Right: ``period: ปีงบประมาณ 2568``, or a plan of several
years that this one is among.

Rule: order of time (certain); only periods that lie outside of the fiscal year altogether.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.dates import quarter_days, write_days
from generator.diagnostics import Diagnostic, Severity
from generator.models import Period
from generator.site import Site

CODE = "period-outside-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        period = getattr(entry.data, "period", None)
        days = period.span.days(entry.data.data_year) if isinstance(period, Period) else None
        first, last = quarter_days(entry.data.data_year, 1, 4)
        if days and (days[1] < first or last < days[0]):
            year = entry.data.data_year
            yield entry.file.at(("period",), CODE, period=write_days(*days), year=year)
