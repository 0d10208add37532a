"""A link that begins with http instead of https.

Browsers warn before they open it, and anybody on the way can change what the reader sees.

Wrong: ``link: http://www.example.go.th/plan.pdf``. Right: ``link: https://www.example.go.th/plan.pdf``, tried once.

Rule: how browsers behave (certain); whether the other site has https is not known here, so advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.links import links
from generator.site.site import Site
from generator.writing.hosts import is_staging

CODE = "insecure-link"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for link in links(site):
        if link.parts and link.parts.scheme == "http" and link.host and not is_staging(link.url):
            yield link.entry.file.at(link.path, CODE, url=short(link.url))
