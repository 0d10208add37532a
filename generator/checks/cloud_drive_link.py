"""A document on a cloud drive.

It may ask for a login, it is not on the agency's main site, and it is gone when the officer who owns it leaves.

Wrong: ``link: https://drive.google.com/file/d/…``. Right: the file below ``files/``, or on the agency's own site.

Rule: answers are on the main website (P, ita-oit §1); drives that ask for a login are found on real pages (P, §5); a
formal rule about cloud drives is not known (§9). Forms for asking people are no documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.links import links
from generator.site.site import Site

CODE = "cloud-drive-link"
SEVERITY = Severity.WARNING

DRIVES = frozenset(
    (
        "drive.google.com",
        "docs.google.com",
        "photos.google.com",
        "photos.app.goo.gl",
        "dropbox.com",
        "db.tt",
        "onedrive.live.com",
        "1drv.ms",
        "sharepoint.com",
        "icloud.com",
        "box.com",
        "mega.nz",
        "mega.io",
        "mediafire.com",
        "wetransfer.com",
        "we.tl",
        "4shared.com",
        "pcloud.com",
        "terabox.com",
    )
)


def find(site: Site) -> Iterator[Diagnostic]:
    for link in links(site):
        is_form = re.match(r"/forms/", link.parts.path) if link.parts else None
        if link.is_below(DRIVES) and not is_form:
            yield link.entry.file.at(link.path, CODE, url=short(link.url), host=link.host)
