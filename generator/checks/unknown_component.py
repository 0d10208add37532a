"""A document said to show a component that its item does not have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.input.source import Path_
from generator.models.disclosure import Absent
from generator.models.shared import Pointed
from generator.site.site import Site
from generator.writing.near import nearest

CODE = "unknown-component"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        item = site.item_of(entry.data)
        if item is None:
            continue
        known = [c.id for c in site.components(item, entry.data.family, entry.data.assessed_year)]
        parts: list[tuple[Path_, Pointed | Absent]] = [*entry.each(Pointed), *entry.each(Absent)]
        for path, part in parts:
            if part.component not in known:
                meant = nearest(part.component, known)
                yield entry.file.at((*path, "component"), CODE, id=part.component, meant=meant)
