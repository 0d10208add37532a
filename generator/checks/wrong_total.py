"""A total that is not the weighted sum of the three instruments.

The total is what everybody quotes; one that its own table contradicts is the first thing a reader finds.

Wrong: IIT 80, EIT 80, OIT 100 and a total of 90. Right: 88.

Rule: ita-oit §2: 0.30 IIT, 0.30 EIT, 0.40 OIT, proved by arithmetic for 2564–2567 (A: 001, 003, 004); not known for later
years, of which nothing is said. Tolerance 0.015. Where a wrong instrument or indicator explains the total, wrong-mean
says so at that figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.bindings import bindings_of
from generator.contradictions.messages import cause_facts
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "wrong-total"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        bindings = bindings_of(site, entry)
        for cause in bindings.causes:
            if {one.figure for one in cause.sums} == {("total", "score")}:
                yield entry.file.at(cause.figure, CODE, **cause_facts(bindings, cause, entry))
