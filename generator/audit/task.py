"""What an audit is asked to do, which address it opens next, and what an address gave."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from generator.audit.addresses import FOLDER_ROOT, host_of, without_www
from generator.files.content import ReadDocument
from generator.models.catalogue import Catalogue

Trouble = Literal[
    "",
    "status",
    "timeout",
    "unreachable",
    "certificate",
    "loop",
    "elsewhere",
    "outside",
    "robots",
    "too-large",
    "limit",
]
"""Why an address gave no document; empty where it did."""


@dataclass(frozen=True)
class Fetched:
    """What an address gave.

    Attributes:
        final: the address after redirects; where ``trouble`` is ``elsewhere``, where the redirect led.
        reason: what the machine or the server said, for ``unreachable`` and ``certificate``; else empty.
    """

    address: str
    final: str
    status: int = 200
    trouble: Trouble = ""
    reason: str = ""
    content_type: str = ""
    size: int = 0
    document: ReadDocument | None = None


@dataclass(frozen=True)
class Task:
    """What to audit.

    Attributes:
        start: address of the page to begin with.
        hosts: the hosts that may be opened, as ``host`` or ``host:port``, with or without ``www``; none for a folder.
        folder: what the user calls the folder; empty for a web address.
        year: the assessed year, or None: the newest that is found.
        years: assessed years from which the newest is taken; none: those of the catalogues.
        agency: names of the agency; none: not looked for.
    """

    start: str
    catalogues: Mapping[int, Catalogue]
    hosts: frozenset[str] = frozenset()
    folder: str = ""
    year: int | None = None
    years: frozenset[int] = frozenset()
    agency: tuple[str, ...] = ()

    def is_ours(self, address: str) -> bool:
        """Whether an address may be opened."""
        if self.folder:
            return address.startswith(FOLDER_ROOT)
        return without_www(host_of(address)) in {without_www(host) for host in self.hosts}

    def asks_for(self, year: int) -> bool:
        """Whether the list of a year may be judged."""
        if self.year is not None:
            return year == self.year
        return year in (self.years & set(self.catalogues) or self.catalogues)

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
