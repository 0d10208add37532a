"""A month without procurement that does not lie in the fiscal year of the data."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.families.proc_monthly.model import ProcMonthly
from generator.site.site import Site
from generator.writing.dates import quarter_days

CODE = "month-outside-year"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if isinstance(entry.data, ProcMonthly):
            first, last = quarter_days(entry.data.data_year, 1, 4)
            for number, one in enumerate(entry.data.months_without):
                days = one.month.span.days(entry.data.data_year)
                if days is None or days[0] < first or last < days[1]:
                    place = ("months_without", number, "month")
                    yield entry.file.at(place, CODE, month=one.month.text or "", year=entry.data.data_year)
