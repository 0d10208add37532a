"""Every address that the data sends a reader to, and what kind of place it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
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

    @cached_property
    def parts(self) -> SplitResult | None:
        """The parts of the address; None where it is none."""
        try:
            parts = urlsplit(self.url)
            _ = parts.port
        except ValueError:
            return None
        return parts

    @property
    def host(self) -> str:
        return (self.parts.hostname or "").rstrip(".") if self.parts else ""

    def is_below(self, hosts: frozenset[str]) -> bool:
        """Whether it leads to one of these hosts, or to one below it."""
        labels = self.host.split(".")
        return any(".".join(labels[number:]) in hosts for number in range(len(labels)))


def links(site: Site) -> Iterator[Link]:
    """Every address of the web in the data, but for the site's own."""
    for entry in texts.published(site):
        found = texts.candidates(entry.file, _holds_address)
        documents = {(*path, "link") for kind in _DOCUMENTS for path, _ in entry.each(kind)} if found else set()
        for path, text in found:
            if _WHOLE.fullmatch(text) and path[-1] != "site_url":
                yield Link(entry, path, text, path in documents)


def _holds_address(text: str) -> bool:
    return _WEB.search(text) is not None


_DOCUMENTS: tuple[type[BaseModel], ...] = (Evidence, ActivityLink, Document, EthicsRules, RuleDocument)
_WEB = re.compile(r"https?:", re.IGNORECASE)
_WHOLE = re.compile(r"https?:\S+", re.IGNORECASE)
