"""A sentence that says all questions are in one class, and some are not.

"All" is the word that readers test first; and what is wrongly counted in is mended without need.

Wrong: "all questions have to be developed" where 25 of 30 are to be kept. Right: "5 of 30 have to be developed".

Rule: comparison with the class that the result gives each question, else with the bounds of the class (D: 004).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.bindings import bound_of
from generator.contradictions.claims import stated
from generator.contradictions.subjects import listed
from generator.diagnostics import Diagnostic, Severity
from generator.models.ita import Question
from generator.site.site import Site

CODE = "claim-of-all"
SEVERITY = Severity.WARNING
MOST_SHOWN = 5


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        classes = {c.id: c for c in one.result.data.classes}
        if one.claim.kind != "all_in_class" or one.claim.class_ not in classes:
            continue
        wanted = classes[one.claim.class_]
        bound = bound_of(wanted)
        subjects = one.subjects() or []
        others = []
        for subject in subjects:
            own = subject.score.class_ if isinstance(subject.score, Question) else None
            values = subject.values.values()
            is_below = all(bound.is_missed_by(value) for value in values)
            is_above = all(bound.is_passed_by(value) for value in values)
            if own != wanted.id if own else is_below or is_above:
                others.append(subject)
        if others:
            shown = listed(others[:MOST_SHOWN]) + (" …" if len(others) > MOST_SHOWN else "")
            facts = {"title": wanted.title, "count": len(others), "all": len(subjects), "others": shown}
            yield one.entry.file.at((*one.path, "class"), CODE, **facts)
