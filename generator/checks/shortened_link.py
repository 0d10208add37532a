"""A link by way of a service that shortens addresses.

Nobody sees where it leads; the service can end it or lead it elsewhere, and the answered link must stay.

Wrong: ``link: https://bit.ly/3abcdef``. Right: the whole address that it leads to.

Rule: an appeal is judged by what the answered link showed (P, ita-oit §5).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.links import links
from generator.site.site import Site

CODE = "shortened-link"
SEVERITY = Severity.WARNING

SHORTENERS = frozenset(
    (
        "bit.ly",
        "bitly.com",
        "bit.do",
        "tinyurl.com",
        "tiny.cc",
        "goo.gl",
        "t.co",
        "t.ly",
        "is.gd",
        "v.gd",
        "ow.ly",
        "rb.gy",
        "cutt.ly",
        "shorturl.at",
        "shorturl.asia",
        "shorturl.com",
        "s.id",
        "rebrand.ly",
        "short.io",
        "qrco.de",
        "qrgo.page.link",
        "me-qr.com",
        "linktr.ee",
        "citly.me",
        "url.in.th",
        "ln.run",
    )
)


def find(site: Site) -> Iterator[Diagnostic]:
    for link in links(site):
        if link.is_below(SHORTENERS) and link.host != "photos.app.goo.gl":
            yield link.entry.file.at(link.path, CODE, url=short(link.url), host=link.host)
