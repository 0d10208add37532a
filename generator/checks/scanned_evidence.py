"""A PDF that is only pictures of pages.

Nobody can search it, copy from it or have it read aloud, and no machine can check it.

Wrong: a plan printed, signed and scanned. Right: the file from the word processor, with the signed page scanned beside it,
or a scan with recognised text.

Rule: accessibility (WCAG 2.2); formal rules of the assessment about scans are an open question (ita-oit §9), so advice.
Of a long file the first pages are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "scanned-evidence"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.kind == "PDF" and file.has_text is False:
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), pages=file.pages or 0)
