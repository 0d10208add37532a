"""An evidence file that begins as it should and cannot be read to its end.

Wrong: a PDF of which half was copied. Right: the whole of it.

A file that does not open on the assessor's computer counts as none.

Rule: opened with the reader of this program; some viewers mend more than it does, so that it is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "damaged-evidence"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.problem == "damaged":
            yield entry.file.at((*path, "file"), CODE, file=short(file.name))
