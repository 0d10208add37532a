"""An evidence file that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.evidence import is_inside
from generator.models import Evidence
from generator.shape import closest
from generator.site import Site

CODE = "evidence-missing"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        if not evidence.file or not is_inside(site.folder, evidence.file):
            continue
        file = site.folder / evidence.file
        if not file.is_file():
            beside = [other.name for other in file.parent.iterdir()] if file.parent.is_dir() else []
            yield entry.file.at((*path, "file"), CODE, file=evidence.file, meant=closest(file.name, beside) or "–")
