"""A month that is said to have had no procurement, though the table has jobs of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.families.proc_monthly.model import ProcMonthly
from generator.site.site import Site

CODE = "month-not-without"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if isinstance(entry.data, ProcMonthly) and entry.data.rows:
            for number, one in enumerate(entry.data.months_without):
                days = one.month.span.days(entry.data.data_year)
                groups = entry.data.rows.groups["month"]
                count = sum(group.count for group in groups if days and group.name and days[0] <= group.name <= days[1])
                if count:
                    place = ("months_without", number, "month")
                    yield entry.file.at(place, CODE, month=one.month.text or "", count=count)
