"""A link that is no address, though it looks like one.

``https:/example.go.th`` with one slash leads to a page of the site that there is not; ``https://https://…`` leads nowhere.

Wrong: ``link: https:/www.example.go.th/plan.pdf``. Right: ``link: https://www.example.go.th/plan.pdf``.

Rule: addresses of the web (RFC 3986 and the URL standard of browsers; certain).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.links import Link, links
from generator.site.site import Site

CODE = "malformed-link"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for link in links(site):
        if _is_malformed(link):
            scheme, _, rest = link.url.partition(":")
            while doubled := re.match(r"/*(https?)(?=[:/])[:/]*", rest, re.IGNORECASE):
                scheme, rest = doubled[1], rest[doubled.end() :]
            meant = f"{scheme.lower()}://{rest.lstrip('/').rstrip(',;')}"
            yield link.entry.file.at(link.path, CODE, url=short(link.url), meant=short(meant) if "." in meant else "")


def _is_malformed(link: Link) -> bool:
    return (
        not re.match(r"https?://[^/]", link.url, re.IGNORECASE)
        or link.parts is None
        or not link.host
        or link.host in ("http", "https")
        or ".." in link.host
        or link.url.endswith((",", ";"))
    )
