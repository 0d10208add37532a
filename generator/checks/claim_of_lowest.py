"""A sentence that calls something the lowest which is not.

What is called the lowest gets the first measure and the director's attention.

Wrong: "E1 is the lowest" where E9 has less. Right: "E9 is the lowest".

Rule: comparison. It is only called wrong where it is so by the mean and by either part of EIT, with and without the items
of the website, and, within an issue, also where the indicator does not hold the lowest question.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.claims import stated
from generator.contradictions.extremes import at_edge, is_extreme
from generator.contradictions.subjects import listed
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "claim-of-lowest"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        if one.claim.kind == "lowest" and one.claim.subjects and not is_extreme(one, min):
            subjects = one.subjects() or []
            named = one.named(subjects) or []
            said, found = listed(named), listed(at_edge(subjects, named, min))
            yield one.entry.file.at((*one.path, "subjects"), CODE, said=said, found=found)
