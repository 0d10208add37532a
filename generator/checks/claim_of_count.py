"""A sentence that gives a number and then lists more or fewer.

Wrong: "3 questions, namely I13, I14, I15, E7 and O30". Right: 5.

The number is what is quoted in reports; the list is what people work from.

Rule: counting (D: 003, issue 7).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.models.scores import Claim
from generator.site.site import Site

CODE = "claim-of-count"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, claim in site.each(Claim):
        if claim.count is not None and claim.subjects and claim.count != len(claim.subjects):
            facts = {"count": claim.count, "listed": len(claim.subjects), "list": ", ".join(claim.subjects)}
            yield entry.file.at((*path, "count"), CODE, **facts)
