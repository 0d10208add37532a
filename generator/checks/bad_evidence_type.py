"""An evidence file of a kind that is not published, or whose content is not what its name says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.evidence import TYPES
from generator.models import Evidence
from generator.site import Site

CODE = "bad-evidence-type"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if not file or not file.is_there:
            continue
        if file.unreadable:
            yield entry.file.at((*path, "file"), "file-unreadable", reason=file.unreadable)
        elif not file.is_publishable:
            yield entry.file.at((*path, "file"), CODE, file=file.name, types=" ".join(TYPES))
