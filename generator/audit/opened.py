"""An address of a published site: what it is, whether it may be opened, and what it gave."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote, urljoin, urlsplit

from generator.audit import clues
from generator.files.html import Document
from generator.models.catalogue import Catalogue

FOLDER_ROOT = "file:///"
"""How addresses inside of a folder begin: ``file:///2568/o1/`` is ``2568/o1/index.html`` below the folder."""

Trouble = Literal["", "status", "timeout", "unreachable", "loop", "elsewhere", "robots", "too-large", "limit"]
"""Why an address gave no document; empty where it did."""


@dataclass(frozen=True)
class Fetched:
    """What an address gave.

    Attributes:
        final: the address after redirects; where ``trouble`` is ``elsewhere``, where the redirect led.
        reason: what the machine or the server said, for ``unreachable``; else empty.
    """

    address: str
    final: str
    status: int = 200
    trouble: Trouble = ""
    reason: str = ""
    content_type: str = ""
    size: int = 0
    document: Document | None = None


@dataclass(frozen=True)
class Task:
    """What to audit.

    Attributes:
        start: address of the page to begin with.
        hosts: the hosts that may be opened, as ``host`` or ``host:port``; none for a folder.
        folder: what the user calls the folder; empty for a web address.
        year: the assessed year, or None: the newest that is found.
        agency: names of the agency; none: not looked for.
    """

    start: str
    catalogues: Mapping[int, Catalogue]
    hosts: frozenset[str] = frozenset()
    folder: str = ""
    year: int | None = None
    agency: tuple[str, ...] = ()

    def is_ours(self, address: str) -> bool:
        """Whether an address may be opened."""
        return address.startswith(FOLDER_ROOT) if self.folder else host_of(address) in self.hosts

    def shown(self, address: str) -> str:
        """An address as a report says it."""
        if address.startswith(FOLDER_ROOT):
            path = unquote(address.removeprefix(FOLDER_ROOT).partition("?")[0])
            path += "index.html" if not path or path.endswith("/") else ""
            return posixpath.join(self.folder, path)
        readable = unquote(address)
        return address if re.search(r"[\s\x00-\x1f\x7f\ufffd]", readable) else readable


@dataclass(frozen=True)
class Wanted:
    """An address to open next, and the item that it answers; an empty code where it may be the list."""

    address: str
    code: str = ""


def host_of(address: str) -> str:
    """``host``, or ``host:port`` where the port is not the usual one."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    host = (parts.hostname or "").rstrip(".")
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    return f"{host}:{port}" if port and port != usual else host


def address_of(base: str, href: str) -> str | None:
    """The whole address of a link, without its anchor; None where it is none of a page or file."""
    try:
        joined = urljoin(base, re.sub(r"[\t\r\n]", "", href).strip().replace("\\", "/"))
        parts = urlsplit(joined)
        if parts.scheme not in ("http", "https", "file") or (parts.scheme != "file" and not parts.hostname):
            return None
        _ = parts.port
    except ValueError:
        return None
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._", errors="replace")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?", errors="replace")
    netloc = parts.netloc.rpartition("@")[2].lower()
    return f"{parts.scheme}://{netloc}{_tidy_path(path)}{'?' + query if query else ''}"


def _tidy_path(path: str) -> str:
    """A path without ``.`` and ``..``, which must not lead out of the site."""
    tidy = posixpath.normpath("/" + path.lstrip("/"))
    return tidy + "/" if path.endswith(("/", "/.", "/..")) and tidy != "/" else tidy


def is_home(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.query and clues.is_whole("home_pages", parts.path or "/")
