"""An evidence file of a kind that is not published, or whose content is not what its name says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.evidence import TYPES, is_inside
from generator.models import Evidence
from generator.site import Site

CODE = "bad-evidence-type"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        if not evidence.file or not is_inside(site.folder, evidence.file):
            continue
        file = site.folder / evidence.file
        if not file.is_file():
            continue
        starts = TYPES.get(file.suffix.lower())
        if starts is None or (starts and not _begins_with(file, starts)) or not evidence.file.isascii():
            yield entry.file.at((*path, "file"), CODE, file=evidence.file, types=" ".join(TYPES))


def _begins_with(file: Path, starts: tuple[bytes, ...]) -> bool:
    with file.open("rb") as opened:
        return opened.read(8).startswith(starts)
