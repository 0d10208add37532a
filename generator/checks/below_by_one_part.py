"""A question counted as below the target of which only one part is.

A reader who takes the mean of the two parts finds it above; the document should say which one it counts.

Wrong: "E1 is below 85" with parts 84.73 and 86.19. Right: the same with a note that the public part is meant.

Rule: how the target treats the two parts of EIT is an open question (ita-oit §9, U); only advice (D: 003, E1 and E6).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.contradictions.claims import Stated, stated
from generator.contradictions.scores import PARTS
from generator.contradictions.subjects import Subject
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "below-by-one-part"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    seen: set[tuple[str, str]] = set()
    for one in stated(site):
        if one.claim.kind != "below_target":
            continue
        printed, mended = (_named(one, mended=is_mended) for is_mended in (False, True))
        for number, (subject, other) in enumerate(zip(printed, mended, strict=True)):
            place = (one.entry.file.name, subject.key)
            if place not in seen and _is_split(subject, one.than) and _is_split(other, one.than):
                seen.add(place)
                facts = {"name": subject.shown, "mean": f"{subject.values['score']:.2f}", "than": one.than}
                yield one.entry.file.at((*one.path, "subjects", number), CODE, **facts)


def _named(one: Stated, *, mended: bool) -> list[Subject]:
    return one.named(one.subjects(mended=mended) or ()) or []


def _is_split(subject: Subject, than: Decimal) -> bool:
    parts = [subject.values[part] for part in PARTS if part in subject.values]
    return subject.values["score"] >= than and any(part < than for part in parts)
