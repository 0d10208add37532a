"""A document said to show a component that its item does not have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.models import Evidence
from generator.shape import nearest
from generator.site import Site

CODE = "unknown-component"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        item = site.item_of(entry.data)
        if item is None:
            continue
        known = [component.id for component in item.components_of(entry.data.family)]
        for path, evidence in entry.each(Evidence):
            for number, id in enumerate(evidence.shows):
                if id not in known:
                    yield entry.file.at((*path, "shows", number), CODE, id=id, meant=nearest(id, known))
