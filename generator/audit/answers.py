"""What there is to open of an item: the answers that the list links to, and the documents that those pages link to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.audit import audit_words
from generator.audit.addresses import file_name, parts_of, target_of
from generator.audit.findings import Findings
from generator.audit.item_list import ListedItem, item_of
from generator.audit.link_faults import LinkJudge, Role
from generator.audit.task import Fetched, Task, Wanted
from generator.files.content import Anchor, walk_links
from generator.models.catalogue import Catalogue

MOST_DOCUMENTS = 40
"""Documents of one answer that are opened."""
MOST_PAGE_LINKS = 3_000
"""Links of one answer that are read."""

_GIVES_FILE = re.compile(r"download|getfile|get_file|attachment|file_?id=|/files?/|openfile|viewfile", re.IGNORECASE)


class Opened(NamedTuple):
    """A link that was followed, the address of the page it stands on, and what it gave."""

    link: Anchor
    page: str
    fetched: Fetched


@dataclass
class ItemAnswers:
    """What was opened of one item.

    Attributes:
        unread: addresses that could not be opened or read, so that nothing can be called missing.
        is_explained: whether something was said that explains whatever else is missing.
        is_unfinished: whether it was said that the answer is not ready.
        is_stated_none: whether the list says that there was none in the year, and gives no answer.
        has_links: whether it has links beside those that open its own fold.
    """

    item: ListedItem
    families: tuple[str, ...] = ()
    answers: list[Opened] = field(default_factory=list)
    documents: list[Opened] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    is_explained: bool = False
    is_unfinished: bool = False
    is_stated_none: bool = False
    has_links: bool = False

    def has(self, address: str) -> bool:
        return any(one.fetched.address == address for one in (*self.answers, *self.documents))


class Walk:
    """Walks over the answers of items; what is not open yet is wanted, what is wrong with a link is said."""

    def __init__(self, task: Task, got: Mapping[str, Fetched], catalogue: Catalogue, findings: Findings) -> None:
        self._got = got
        self._by_final = {one.final: one for one in got.values() if one.document}
        self._catalogue = catalogue
        self._links = LinkJudge(task, findings, self._ids)
        self._wanted: dict[str, Wanted] = {}

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        return tuple(self._wanted.values())

    def collect(self, item: ListedItem, *, knows_families: bool = True) -> ItemAnswers:
        """The answers of an item and the documents on them, as far as they are open.

        Args:
            knows_families: whether the catalogue tells what the item has to show.
        """
        asked = item_of(self._catalogue, item.code) if knows_families else None
        found = ItemAnswers(item, asked.families if asked else ())
        for link in self._answering(found):
            target = self._target(found, item.page, link, Role.ANSWER)
            fetched = self._open(item.code, target) if target else None
            if fetched is None or any(one.fetched.address == fetched.address for one in found.answers):
                continue
            found.answers.append(Opened(link, item.page, fetched))
            if fetched.document and fetched.document.kind == "html" and fetched.final != item.page:
                self._collect_documents(fetched, found)
        return found

    def _answering(self, found: ItemAnswers) -> list[Anchor]:
        """The links of an item that answer; what those beside them are is said."""
        item = found.item
        leading = [link for link in item.links if self._links.leads_away(item.page, link)]
        if not leading and audit_words.matches("states_none", item.text):
            found.is_stated_none = True
            return []
        answering = leading or [link for link in item.links if not link.is_toggle]
        found.has_links = bool(answering)
        for link in item.links:
            if link not in answering:
                self._links.beside(item, link)
        return answering

    def _collect_documents(self, page: Fetched, found: ItemAnswers) -> None:
        count = 0
        for number, (_, link) in enumerate(walk_links(page.document) if page.document else ()):
            if number >= MOST_PAGE_LINKS:
                found.unread.add(page.final)
                return
            role = Role.FILE if link.is_frame or leads_to_file(page.final, link) else Role.OTHER
            target = self._target(found, page.final, link, role)
            if not target or role is not Role.FILE or target == page.final or found.has(target):
                continue
            count += 1
            if count > MOST_DOCUMENTS:
                found.unread.add(target)
                return
            if fetched := self._open(found.item.code, target):
                found.documents.append(Opened(link, page.final, fetched))

    def _target(self, found: ItemAnswers, page: str, link: Anchor, role: Role) -> str | None:
        verdict = self._links.judge(found.item.code, page, link, role)
        found.is_explained |= verdict.is_explained
        found.unread.update((verdict.unread,) if verdict.unread else ())
        return verdict.target

    def _open(self, code: str, address: str) -> Fetched | None:
        fetched = self._fetched(address)
        if fetched is None:
            self._wanted.setdefault(address, Wanted(address, code))
        return fetched

    def _fetched(self, address: str) -> Fetched | None:
        return self._got.get(address) or self._by_final.get(address)

    def _ids(self, page: str) -> frozenset[str]:
        fetched = self._fetched(page)
        return frozenset(fetched.document.ids) if fetched and fetched.document else frozenset()


def leads_to_file(page: str, link: Anchor) -> bool:
    """Whether a link of a page leads to a file, by its address."""
    address = target_of(page, link.href) or ""
    parts = parts_of(address)
    return bool(file_name(address)) or _GIVES_FILE.search(parts.path + parts.query) is not None
