"""Score classes of which two hold the same score, or none holds it.

A score on the edge is then in two classes or in none, and nobody can say whether it needs a measure.

Wrong: one class from 85 to below 92.55 and the next from 92.00, or one up to and with 92.55 and the next from 92.55. Right:
below 92.55 and from 92.55, or up to 92.54 and from 92.55.

Rule: comparison of the agency's own bounds (D: 004 prints "between 85.00 and 92.55" and "from 92.55"). An open bound is
not looked at, and a gap of 0.01 is how "up to 84.99" is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.contradictions.bindings import bound_of
from generator.contradictions.sums import DIRECT
from generator.diagnostics import Diagnostic, Severity
from generator.input.source import Path_
from generator.site.site import Site

CODE = "class-bounds-that-do-not-meet"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        classes = entry.data.classes
        starts = {one.at_least: one for one in classes if one.at_least is not None}
        for number, one in enumerate(classes):
            key, sign = ("below", "<") if one.at_most is None else ("at_most", "≤")
            end: Decimal | None = getattr(one, key)
            if end is None:
                continue
            path: Path_ = ("classes", number, key)
            facts = {"first": one.title, "end": f"{sign} {end}"}
            above = [start for start in starts if one.at_least is None or start > one.at_least]
            if one.at_least is not None and not bound_of(one).holds(one.at_least):
                yield entry.file.at(path, CODE, **facts, second=one.title, start=one.at_least)
            elif above and (bound_of(one).holds(min(above)) or min(above) - end > DIRECT):
                yield entry.file.at(path, CODE, **facts, second=starts[min(above)].title, start=min(above))
