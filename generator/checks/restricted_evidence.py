"""A PDF that opens, but may refuse to be copied, printed or read aloud.

It was saved with a password for changes. Screen readers and search engines may be locked out.

Wrong: "restrict editing" when saving. Right: saved without; a signature protects better.

Rule: accessibility (WCAG 2.2, how PDF is protected); formal rules of the assessment are not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "restricted-evidence"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.problem == "restricted":
            yield entry.file.at((*path, "file"), CODE, file=short(file.name))
