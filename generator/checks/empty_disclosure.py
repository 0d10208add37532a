"""A disclosure that says whose it is and of which year, and nothing else: opened, not filled in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "empty-disclosure"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if entry.data.is_blank:
            yield entry.file.at((), CODE)
