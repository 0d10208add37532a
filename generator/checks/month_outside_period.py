"""A month in statistics that lies outside of what they are of.

A month of last year among this year's is counted into the sum, and a reader who looks for the year's figure is misled.

Wrong: ``ตุลาคม 2568`` in the statistics of 2567. Right: ``ตุลาคม 2566``.

Rule: order of time (certain); the disclosure's own ``period``, else the fiscal year of its data.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.monthly import series
from generator.site.site import Site
from generator.site.years import period_outside
from generator.writing.dates import write_days

CODE = "month-outside-period"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in series(site):
        if period_outside(one.entry.data):
            continue  # the period itself is of another year, which is told
        for number, days in sorted(one.days.items()):
            if days[1] < one.bounds[0] or one.bounds[1] < days[0]:
                facts = {"month": write_days(*days), "period": write_days(*one.bounds)}
                yield one.entry.file.at((*one.path, number, "period"), CODE, **facts)
