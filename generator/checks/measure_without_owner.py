"""A measure or a project that nobody is responsible for.

What nobody owns nobody does, and the owner is a component that the assessor looks for.

Wrong: a measure without ``owners`` whose steps have none. Right: ``owners: [สลก.]``.

Rule: ita-oit §4, measures must show the owner (D: 001, 003, 004).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.measures.model import Measures
from generator.site.site import Site

CODE = "measure-without-owner"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if isinstance(entry.data, Measures):
            for number, measure in enumerate(entry.data.measures):
                if not measure.all_owners:
                    yield entry.file.at(("measures", number), CODE, title=measure.title)
