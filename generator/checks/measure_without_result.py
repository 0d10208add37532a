"""A measure of a year whose report says nothing of it.

The report is asked for what became of every measure; one left out looks like one not done.

Wrong: measures of 2567 have m-3, the report of 2567 has results of m-1 and m-2. Right: a result with ``measure: m-3``.

Rule: ita-oit §4, the report shows each measure with what was done (D: 000).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.measures.model import Measures
from generator.families.measures_report.model import MeasuresReport
from generator.site.site import Site

CODE = "measure-without-result"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    reports = [e.data for e in site.disclosures if isinstance(e.data, MeasuresReport)]
    reports = [report for report in reports if report.results or report.measures]
    told: dict[int, set[str]] = {}
    for report in reports:
        told.setdefault(report.data_year, set()).update(result.measure for result in report.results)
    for entry in site.disclosures:
        if isinstance(entry.data, Measures | MeasuresReport) and entry.data.data_year in told:
            for number, measure in enumerate(entry.data.measures):
                if measure.id not in told[entry.data.data_year]:
                    year = entry.data.data_year
                    yield entry.file.at(("measures", number), CODE, title=measure.title, year=year)
