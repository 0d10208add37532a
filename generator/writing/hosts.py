"""Hosts of the web: which of them the public cannot reach, or should not be sent to, and which are one's own."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

_RESERVED = ("localhost", "local", "localdomain", "internal", "lan", "intranet", "test", "invalid")
_TRYING = re.compile(
    r"(?:^|[.-])(?:staging|stage|stg|dev|devel|test|testing|uat|demo|preview|sandbox|beta)\d*(?:[.-]|$)"
)
"""Labels of hosts that are not meant for the public."""


_PLAIN = re.compile(r"https?://([0-9a-z.-]+)(?:[/?#]|$)")
"""How most addresses begin: a host that is written as it is read."""


def is_staging(url: str) -> bool:
    """Whether an address is of this computer, of an inner network, or of a host for trying out."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:  # http://[half an address
        return True
    return is_staging_host(parts.scheme, host)


@lru_cache(maxsize=16_384)
def is_staging_host(scheme: str, host: str) -> bool:
    """As :func:`is_staging`, for the parts of an address: a host without a dot at its end."""
    if scheme not in ("http", "https") or not host:
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.rpartition(".")[2] in _RESERVED or _TRYING.search(host) is not None


def is_of(url: str, own: Iterable[str]) -> bool:
    """Whether an address leads to the host of one of one's ``own`` addresses, or below it; ``www`` makes no difference."""
    return _is_of(_host(url), tuple(own))


@lru_cache(maxsize=16_384)
def _is_of(host: str, own: tuple[str, ...]) -> bool:
    mine = {_host(one) for one in own} - {""}
    return any(host == one or host.endswith(f".{one}") for one in mine)


def _host(url: str) -> str:
    if plain := _PLAIN.match(url):
        return plain[1].rstrip(".").removeprefix("www.")
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # http://[half an address
        return ""
    return host.rstrip(".").removeprefix("www.")
