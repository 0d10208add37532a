"""A month that is said to be still to come, though it has passed.

Whoever reads "not yet" in August about May takes the page for abandoned; an assessor counts the month as missing.

Wrong: ``month: พฤษภาคม 2569``, ``reason: ยังไม่ถึงเดือนนี้`` on 3 August 2569. Right: its jobs, or that there were none.

Rule: the calendar. While the assessed year runs, today counts; of a year that is over, the day on which the page was
published, because what was true then may stay as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.proc_monthly.model import ProcMonthly
from generator.site.site import Site
from generator.writing.dates import fiscal_year, write_days

CODE = "month-no-longer-to-come"
SEVERITY = Severity.WARNING

_TO_COME = re.compile(r"ยังไม่ถึง|ยังไม่ครบเดือน|not yet", re.IGNORECASE)


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        data = entry.data
        if not isinstance(data, ProcMonthly):
            continue
        is_running = site.today is not None and fiscal_year(site.today) <= data.assessed_year
        day = site.today if is_running else data.published
        for number, one in enumerate(data.months_without):
            days = one.month.span.days(data.data_year)
            if day and days and days[1] < day and _TO_COME.search(str(one.reason)):
                yield entry.file.at(("months_without", number, "reason"), CODE, month=write_days(*days))
