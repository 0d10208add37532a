"""An evidence file that is out of all proportion once it is unpacked, so that nothing in it was read.

A workbook of a few kilobytes can ask for gigabytes: one cell far away from the table, one text used a thousand times.
Whoever opens it waits, or their program ends; and nobody knows whether personal data stand in it.

Wrong: a workbook with a table in A1:K20 and a word in cell XFD1048576. Right: the table alone.

Rule: bounds of this program, far above what documents need; a warning, as a stronger computer may open it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "oversized-evidence"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.problem == "oversized":
            yield entry.file.at((*path, "file"), CODE, file=short(file.name))
