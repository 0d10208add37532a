"""A link to this computer, an inner network, or a host for trying out.

It opens in the office, and nowhere else.

Wrong: ``link: http://localhost:8000/plan.pdf`` or ``https://staging.example.go.th/plan.pdf``. Right: the public address.

Rule: found on real pages (ita-oit §5, P).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.links import links
from generator.site.site import Site
from generator.writing.hosts import is_staging

CODE = "staging-link"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for link in links(site):
        if link.host and is_staging(link.url):
            yield link.entry.file.at(link.path, CODE, url=short(link.url))
