"""Score classes of which two hold the same score, or none holds it.

A score on the edge is then in two classes or in none, and nobody can say whether it needs a measure.

Wrong: one class from 85 to below 92.55 and the next from 92.00. Right: the next from 92.55.

Rule: comparison of the agency's own bounds (D: 004 prints its classes with bounds). An open bound is not looked at, and a
gap of 0.01 is how "up to 84.99" is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.bindings import DIRECT
from generator.diagnostics import Diagnostic, Severity
from generator.site import Site
from generator.source import Path_

CODE = "class-bounds-that-do-not-meet"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        classes = entry.data.classes
        starts = {one.at_least: one for one in classes if one.at_least is not None}
        for number, one in enumerate(classes):
            path: Path_ = ("classes", number, "below")
            if one.below is None:
                continue
            above = [start for start in starts if one.at_least is None or start > one.at_least]
            if one.at_least is not None and one.below <= one.at_least:
                yield entry.file.at(path, CODE, first=one.title, end=one.below, second=one.title, start=one.at_least)
            elif above and not 0 <= min(above) - one.below <= DIRECT:
                second = starts[min(above)]
                yield entry.file.at(path, CODE, first=one.title, end=one.below, second=second.title, start=min(above))
