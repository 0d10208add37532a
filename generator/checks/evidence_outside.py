"""An evidence file that lies outside the data folder, whether by its path or by a link."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, short
from generator.evidence import is_inside
from generator.models import Evidence
from generator.site import Site

CODE = "evidence-outside"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        if evidence.file and not is_inside(site.folder, evidence.file):
            yield entry.file.at((*path, "file"), CODE, file=short(evidence.file))
