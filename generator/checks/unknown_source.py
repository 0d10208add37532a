"""A fact that names a source document which ``sources.yaml`` does not list."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.models.agency import Sources
from generator.models.shared import Sourced
from generator.site.site import Site
from generator.writing.near import nearest

CODE = "unknown-source"


def find(site: Site) -> Iterator[Diagnostic]:
    if Sources in site.unread:
        return
    for entry, path, fact in site.each(Sourced):
        if fact.source and fact.source not in site.documents:
            meant = nearest(fact.source, site.documents)
            yield entry.file.at((*path, "source"), CODE, id=fact.source, meant=meant)
