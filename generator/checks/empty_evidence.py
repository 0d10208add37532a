"""An evidence file with nothing in it.

A download that broke off, or a file that was never saved; the assessor opens a blank.

Wrong: ``plan.pdf`` of 0 bytes. Right: the file copied again.

Rule: certain.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "empty-evidence"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.problem == "empty":
            yield entry.file.at((*path, "file"), CODE, file=short(file.name))
