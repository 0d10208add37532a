"""An evidence file that asks for a password.

The assessor does not have it, and a citizen does not either.

Wrong: a workbook saved with a password to open. Right: saved without one.

Rule: what is published opens for everyone (certain). A PDF locked with AES-256 cannot be told here from one that opens
without a password, and is found, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "locked-evidence"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.problem == "locked":
            yield entry.file.at((*path, "file"), CODE, file=short(file.name))
