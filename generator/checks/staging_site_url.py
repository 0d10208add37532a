"""An address of the site that is not where the public will find it: this computer, or a host for trying out."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.diagnostics import Diagnostic
from generator.site.site import Site

CODE = "staging-site-url"

_RESERVED = ("localhost", "local", "localdomain", "internal", "lan", "intranet", "test", "invalid")
_TRYING = re.compile(
    r"(?:^|[.-])(?:staging|stage|stg|dev|devel|test|testing|uat|demo|preview|sandbox|beta)\d*(?:[.-]|$)"
)
"""Labels of hosts that are not meant for the public."""


def find(site: Site) -> Iterator[Diagnostic]:
    url = site.agency.site_url
    if url and is_staging(url) and not site.is_draft:  # a draft is looked at here
        yield site.agency_entry.file.at(("site_url",), CODE, url=url)


def is_staging(url: str) -> bool:
    """Whether an address is of this computer, of an inner network, or of a host for trying out."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:  # http://[half an address
        return True
    if parts.scheme not in ("http", "https") or not host:
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.rpartition(".")[2] in _RESERVED or _TRYING.search(host) is not None
