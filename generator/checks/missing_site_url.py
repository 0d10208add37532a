"""An agency that does not say where its site stands on the web."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "missing-site-url"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    if not site.base_url:
        yield site.agency_entry.file.at((), CODE)
