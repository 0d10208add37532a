"""A sentence that calls something the highest which is not.

A wrong boast is the easiest one to refute.

Wrong: "indicator 9 is the highest" where indicator 10 has more. Right: "indicator 10 is the highest".

Rule: comparison, read as for claim-of-lowest.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.claims import stated
from generator.contradictions.extremes import at_edge, is_extreme
from generator.contradictions.subjects import listed
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "claim-of-highest"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        if one.claim.kind == "highest" and one.claim.subjects and not is_extreme(one, max):
            subjects = one.subjects() or []
            named = one.named(subjects) or []
            said, found = listed(named), listed(at_edge(subjects, named, max))
            yield one.entry.file.at((*one.path, "subjects"), CODE, said=said, found=found)
