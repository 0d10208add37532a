"""A measure for an issue that its disclosure does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.families.measures.model import Measure
from generator.site.site import Site
from generator.writing.near import nearest

CODE = "unknown-issue"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        known = [issue.id for issue in getattr(entry.data, "issues", ())]
        for path, measure in entry.each(Measure):
            for number, id in enumerate(measure.issues):
                if id not in known:
                    yield entry.file.at((*path, "issues", number), CODE, id=id, meant=nearest(id, known))
