"""An address of the site that is not where the public will find it: this computer, or a host for trying out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.site.site import Site
from generator.writing.hosts import is_staging

CODE = "staging-site-url"


def find(site: Site) -> Iterator[Diagnostic]:
    url = site.agency.site_url
    if url and is_staging(url) and not site.is_draft:  # a draft is looked at here
        yield site.agency_entry.file.at(("site_url",), CODE, url=url)
