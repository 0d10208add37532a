"""Every address that the data sends a reader to, and what kind of place it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import SplitResult, urlsplit

from pydantic import BaseModel

from generator.blocks.activities import ActivityLink
from generator.blocks.documents import Document
from generator.families.ethics_code.model import EthicsRules
from generator.families.hr_criteria.model import RuleDocument
from generator.input.source import KeyPath
from generator.models.shared import Evidence
from generator.site import texts
from generator.site.site import Entry, Site
from generator.writing.hosts import is_staging_host


@dataclass(frozen=True)
class Link:
    """One address in the data.

    Attributes:
        path: where in the file.
        is_document: whether a reader is promised a document there, or a news item, and not a place such as a system.
    """

    entry: Entry[Any]
    path: KeyPath
    url: str
    is_document: bool

    @property
    def parts(self) -> SplitResult | None:
        """The parts of the address; None where it is none."""
        return self._read[0]

    @property
    def host(self) -> str:
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[SplitResult | None, str]:
        """The parts and the host, worked out once."""
        if plain := _PLAIN.fullmatch(self.url):
            return SplitResult(plain[1], plain[2], plain[3] or "", "", ""), plain[2].rstrip(".")
        try:
            parts = urlsplit(self.url)
            _ = parts.port
        except ValueError:
            return None, ""
        return parts, (parts.hostname or "").rstrip(".")

    @property
    def is_staging(self) -> bool:
        """Whether it is of a host that the public cannot reach, or should not be sent to; false of what has no host."""
        return self.parts is not None and self.host != "" and is_staging_host(self.parts.scheme, self.host)

    def is_below(self, hosts: frozenset[str]) -> bool:
        """Whether it leads to one of these hosts, or to one below it."""
        return _is_below(self.host, hosts)


@lru_cache(maxsize=16_384)
def _is_below(host: str, hosts: frozenset[str]) -> bool:
    labels = host.split(".")
    return any(".".join(labels[number:]) in hosts for number in range(len(labels)))


def links(site: Site) -> tuple[Link, ...]:
    """Every address of the web in the data, but for the site's own; worked out once a site."""
    return site.recall("links", lambda: tuple(_links(site)))


def _links(site: Site) -> Iterator[Link]:
    for entry in texts.published(site):
        found = texts.addresses(entry.file)
        documents = {(*path, "link") for kind in _DOCUMENTS for path, _ in entry.each(kind)} if found else set()
        for path, text in found:
            if _WHOLE.fullmatch(text) and path[-1] != "site_url":
                yield Link(entry, path, text, path in documents)


_DOCUMENTS: tuple[type[BaseModel], ...] = (Evidence, ActivityLink, Document, EthicsRules, RuleDocument)
_WHOLE = re.compile(r"https?:\S+", re.IGNORECASE)
_PLAIN = re.compile(r"(https?)://([0-9a-z.-]+)(/[0-9A-Za-z./_-]*)?")
"""What most addresses are: scheme, host and path, each written as it is read."""
