"""Last year's score that is not the one which last year's result has.

A score that changes after the fact makes every comparison doubtful.

Wrong: ``previous: 85.51`` where the result of the year before has 85.15. Right: ``previous: 85.15``.

Rule: comparison of what the agency itself publishes (A). Tolerance 0.01. Questions are compared only where code and text
are the same, for their list changes from year to year.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.previous import known_scores
from generator.contradictions.sums import DIRECT
from generator.diagnostics import Diagnostic, Severity
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
