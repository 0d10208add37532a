"""An evidence file that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, short
from generator.models.shared import Evidence
from generator.site.site import Site
from generator.writing.near import closest

CODE = "evidence-missing"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.is_inside and not file.is_there:
            meant = closest(PurePosixPath(file.name).name, file.beside)
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), meant=meant)
