"""A measure that says not when.

Without a period nobody can follow it up, and the period is a component that the assessor looks for.

Wrong: a measure without ``period`` whose steps have none. Right: ``period: ไตรมาส 1 - 2``.

Rule: ita-oit §4, measures must show the period (D: 001, 003, 004).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.measures.model import Measures
from generator.site.site import Site

CODE = "measure-without-period"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if isinstance(entry.data, Measures):
            for number, measure in enumerate(entry.data.measures):
                if not measure.all_periods:
                    yield entry.file.at(("measures", number), CODE, title=measure.title)
