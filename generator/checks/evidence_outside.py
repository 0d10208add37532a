"""An evidence file that lies outside ``files/`` of the data folder, whether by its path or by a link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "evidence-outside"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and not file.is_inside:
            name = re.split(r"[/\\]", file.name.rstrip("/\\"))[-1]
            year = getattr(entry.data, "assessed_year", "")
            meant = "/".join(part for part in ("files", str(year), name) if part)
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), meant=meant)
