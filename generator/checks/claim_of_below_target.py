"""A sentence on what is below the target that the figures contradict.

What the sentence leaves out gets no measure; what it names without need costs work.

Wrong: "all but I1 are above 85" where E5 has 84.92. Right: "all but I1 and E5".

Rule: comparison with the printed scores and the target that the sentence names, else the result's, else 85 (D). How the
target treats the two parts of EIT is not known: a question that is only below by one part may be counted or not. A figure that is
itself proved wrong is reported there, not here.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.claims import Stated, stated
from generator.contradictions.subjects import Subject, listed
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "claim-of-below-target"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        if one.claim.kind != "below_target" or _holds(one, one.subjects(mended=True)):
            continue
        subjects = one.subjects() or []
        if not _holds(one, subjects):
            named = [subject.key for subject in one.named_anywhere() or ()]
            found = [s for s in subjects if _is_below(one, s, any_part=s.key in named)]
            found = found or (subjects if one.claim.among == "total" else [])
            said = ", ".join(one.claim.subjects) or str(one.claim.count if one.claim.count is not None else "ITA")
            key = "subjects" if one.claim.subjects else "count" if one.claim.count is not None else "kind"
            facts = {
                "than": one.than,
                "said": said,
                "found": listed(found),
                "count": sum(_is_below(one, s, any_part=True) for s in found),
            }
            yield one.entry.file.at((*one.path, key), CODE, **facts)


def _holds(one: Stated, subjects: list[Subject] | None) -> bool:
    """Whether the claim is so, or cannot be held against anything."""
    if not subjects:
        return True
    below = {s.key for s in subjects if _is_below(one, s)}
    perhaps = {s.key for s in subjects if _is_below(one, s, any_part=True)}
    if one.claim.among == "total":
        return bool(perhaps)
    if not one.claim.subjects:
        return one.claim.count is None or len(below) <= one.claim.count <= len(perhaps)
    named = one.named_anywhere()
    if named is None:
        return True
    return below <= {s.key for s in named} and all(_is_below(one, s, any_part=True) for s in named)


def _is_below(one: Stated, subject: Subject, *, any_part: bool = False) -> bool:
    values = subject.values.values() if any_part else [subject.values["score"]]
    return any(value < one.than for value in values)
