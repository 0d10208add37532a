"""A disclosure whose period has no day in the year that it is asked for.

The period is what an assessor reads first to see of which year a plan, a report or a declaration is. One that lies
wholly in another year is last year's file with a new heading, or a slip of one digit, and the item counts as not there.

Wrong: ``data_year: 2568`` with ``period: ปีงบประมาณ 2566``. Right: ``period: ปีงบประมาณ 2568``.

Rule: the fiscal year (D) and which year's facts a family asks for (ita-oit §3, P). A family that may be of either year
may have a period in either; a period of several years that touches the year is fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site
from generator.site.years import period_outside, strays, wanted_years
from generator.writing.dates import write_days

CODE = "period-outside-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    astray = {id(entry) for entry, _ in strays(site)}
    for entry in site.disclosures:
        data = entry.data
        if id(entry) in astray or data.data_year not in wanted_years(data):
            continue  # of a wrong year, which is told, and all that follows from it is not
        if days := period_outside(data):
            years = " / ".join(map(str, wanted_years(data)))
            yield entry.file.at(("period",), CODE, period=write_days(*days), year=years)
