"""A sentence that calls a score above the national mean which is not.

Wrong: "above the national mean of 90.19" with a total of 87.36. Right: nothing of the kind.

It is the sentence that newspapers copy.

Rule: comparison with the mean that the sentence names, else with the one that the result prints.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.claims import stated
from generator.contradictions.subjects import listed
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "claim-of-mean"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        national = one.result.data.national_mean
        than = one.claim.than if one.claim.than is not None else national.score if national else None
        subjects = one.subjects(mended=True) if one.claim.kind == "above_mean" else None
        if than is None or not subjects:
            continue
        named = one.named(subjects) if one.claim.subjects else subjects if one.claim.among == "total" else None
        wrong = [s for s in named or () if all(value <= than for value in s.values.values())]
        if wrong:
            yield one.entry.file.at((*one.path, "kind"), CODE, said=listed(wrong), than=than)
