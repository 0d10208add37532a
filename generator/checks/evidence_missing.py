"""An evidence file that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, short
from generator.input.shape import closest
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "evidence-missing"
MOST_MEANT = 100
"""Missing files for which the one that was meant is looked for; with more, a folder was moved and no name is mistyped."""


def find(site: Site) -> Iterator[Diagnostic]:
    count = 0
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.is_inside and not file.is_there:
            count += 1
            meant = closest(PurePosixPath(file.name).name, file.beside) if count <= MOST_MEANT else ""
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), meant=meant)
