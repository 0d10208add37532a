"""An evidence file that is not there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, short
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
        if not os.path.isfile(file):  # of a name too long for any file, Path.is_file raises
            meant = closest(file.name, _names(file.parent))
            yield entry.file.at((*path, "file"), CODE, file=short(evidence.file), meant=meant)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if os.path.isfile(folder / name))
    except OSError:
        return []
