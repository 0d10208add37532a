"""Last year's score that is not the one which last year's result has.

A score that changes after the fact makes every comparison doubtful.

Wrong: ``previous: 85.51`` where the result of the year before has 85.15. Right: ``previous: 85.15``.

Rule: comparison of what the agency itself publishes (A). Tolerance 0.01. Questions are compared only where code and text
are the same, for their list changes from year to year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.contradictions.bindings import bindings_of
from generator.contradictions.scores import named_scores
from generator.contradictions.sums import DIRECT
from generator.diagnostics import Diagnostic, Severity
from generator.input.source import Path_
from generator.models.ita import ItaResult
from generator.models.scores import Printing
from generator.site.site import Site

CODE = "previous-score-changed"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        for path, known in known_scores(site, entry.data).items():
            _, now = known.now
            said = now.previous
            if said is None and now.score is not None and now.difference is not None:
                said = now.score - now.difference
            if said is not None and not any(abs(said - figure) <= DIRECT for figure in known.figures):
                key = "difference" if now.previous is None else "previous"
                facts = {"said": said, "known": known.figures[0], "year": known.year, "place": known.place}
                yield entry.file.at((*path, key), CODE, **facts)


@dataclass(frozen=True)
class Known:
    """What last year's result has for a score of this year: as printed, and as it has to be where that is proved."""

    now: tuple[Path_, Printing]
    figures: tuple[Decimal, ...]
    year: int
    place: str


def known_scores(site: Site, ita: ItaResult) -> dict[Path_, Known]:
    """Path of a score of a result → what the result of the year before has for it."""
    before = site.ita.get(ita.year - 1)
    if before is None:
        return {}
    then = named_scores(before.data)
    meant = bindings_of(site, before).meant
    found = {}
    for name, now in named_scores(ita).items():
        path, old = then.get(name, ((), None))
        if old is not None and old.score is not None:
            line = before.file.place((*path, "score"))[0]
            figures = (old.score, meant.get((*path, "score"), old.score))
            found[now[0]] = Known(now, figures, before.data.year, f"{before.file.name}:{line}")
    return found
