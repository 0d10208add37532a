"""What the result of the year before has for the scores of a result."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.contradictions.bindings import bindings_of
from generator.contradictions.scores import named_scores
from generator.input.source import KeyPath
from generator.models.ita import ItaResult
from generator.models.scores import Printing
from generator.site.site import Site


@dataclass(frozen=True)
class Known:
    """What last year's result has for a score of this year: as printed, and as it has to be where that is proved."""

    now: tuple[KeyPath, Printing]
    figures: tuple[Decimal, ...]
    year: int
    place: str


def known_scores(site: Site, ita: ItaResult) -> dict[KeyPath, Known]:
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
