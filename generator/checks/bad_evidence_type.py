"""An evidence file of a kind that is not published, or whose content is not what its name says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.evidence import TYPES, is_address, is_inside
from generator.models import Evidence
from generator.site import Site

CODE = "bad-evidence-type"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        if not evidence.file or not is_inside(site.folder, evidence.file):
            continue
        file = site.folder / evidence.file
        if not os.path.isfile(file):
            continue
        starts = TYPES.get(file.suffix.lower())
        try:
            is_fit = starts is not None and _begins_with(file, starts) and is_address(evidence.file)
        except OSError as error:
            yield entry.file.at((*path, "file"), "file-unreadable", reason=error.strerror or error)
            continue
        if not is_fit:
            yield entry.file.at((*path, "file"), CODE, file=evidence.file, types=" ".join(TYPES))


def _begins_with(file: Path, starts: tuple[bytes, ...]) -> bool:
    with file.open("rb") as opened:
        return opened.read(8).startswith(starts or b"")
