"""A score below 0 or above 100.

Wrong: ``score: 885.7``. Right: ``score: 88.57``.

Every score of the assessment is out of 100, so that a larger one is a slip that moves every mean.

Rule: ita-oit §2 (A).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.models.scores import Printing
from generator.site.site import Site

CODE = "impossible-score"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, printing in site.each(Printing):
        for key in ("score", "previous"):
            figure = getattr(printing, key)
            if figure is not None and not 0 <= figure <= 100:
                yield entry.file.at((*path, key), CODE, score=figure)
