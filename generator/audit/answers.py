"""What there is to open of an item: the answers that the list links to, and the documents that those pages link to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from generator.audit import audit_words
from generator.audit.addresses import file_name, parts_of, target_of
from generator.audit.evidence import body_text
from generator.audit.findings import FEWEST_OF_HABIT, Findings
from generator.audit.item_list import ListedItem, item_of
from generator.audit.link_faults import LinkJudge, Role
from generator.audit.task import Fetched, Task, Wanted
from generator.files.content import Anchor, walk_links
from generator.models.catalogue import Catalogue

MOST_DOCUMENTS = 40
"""Documents of one answer that are opened."""
MOST_PARTS = 12
"""Pages of one answer that is nothing but links to them; an assessor opens no more."""
MOST_PAGE_LINKS = 3_000
"""Links of one answer that are read."""
SHORT_SECTION = 20
"""Letters below the heading of an item that may be the words of a link that is not there."""

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
        links: the links of the list that answer.
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
    links: tuple[Anchor, ...] = ()

    def has(self, address: str) -> bool:
        return any(one.fetched.address == address for one in (*self.answers, *self.documents))


class LinksBeside:
    """The links beside the answers of a list: its author, a button to print, the way to the top of the page.

    They are known by their words or address, or because most of the items have the same one beside another.
    """

    def __init__(self, items: Sequence[ListedItem], leads_away: Callable[[str, Anchor], bool]) -> None:
        self._leads_away = leads_away
        counts = Counter(address for item in items for address in {self._address(item, one) for one in item.links})
        linked = sum(bool(item.links) for item in items)
        self._often = {one for one, count in counts.items() if one and count >= FEWEST_OF_HABIT and count * 2 > linked}
        with_own = [bool(self._own(item)) for item in items if any(self._is_beside(item, one) for one in item.links)]
        self._is_habit = sum(with_own) * 2 > len(with_own)

    def of(self, item: ListedItem) -> list[Anchor]:
        """The links of an item that do not answer it; where it has no others, its category may be its answer."""
        if not self._is_habit:
            return []
        beside = [link for link in item.links if self._is_beside(item, link)]
        if len(beside) < len(item.links) or audit_words.matches("states_none", item.text):
            return beside
        return [link for link in beside if _is_button(link) or self._address(item, link) in self._often]

    def _own(self, item: ListedItem) -> list[Anchor]:
        return [one for one in item.links if self._leads_away(item.page, one) and not self._is_beside(item, one)]

    def _address(self, item: ListedItem, link: Anchor) -> str:
        """Where a link leads away to, or empty."""
        return (target_of(item.page, link.href) or "") if self._leads_away(item.page, link) else ""

    def _is_beside(self, item: ListedItem, link: Anchor) -> bool:
        address = self._address(item, link)
        return (
            _is_button(link)
            or audit_words.matches("beside_addresses", link.href)
            or audit_words.is_host_of("social", parts_of(address).hostname or "")
            or address in self._often
        )


def _is_button(link: Anchor) -> bool:
    """Whether the words of a link say that it prints, shares or goes to the top."""
    return audit_words.is_whole("beside_answers", link.text or link.title)


class Walk:
    """Walks over the answers of items; what is not open yet is wanted, what is wrong with a link is said."""

    def __init__(
        self,
        task: Task,
        got: Mapping[str, Fetched],
        catalogue: Catalogue,
        findings: Findings,
        items: Sequence[ListedItem] = (),
    ) -> None:
        """``items``: all of the list, which tell what stands beside every answer."""
        self._task = task
        self._got = got
        self._by_final = {one.final: one for one in got.values() if one.document}
        self._catalogue = catalogue
        self._links = LinkJudge(task, findings, self._ids)
        self._wanted: dict[str, Wanted] = {}
        self._beside = LinksBeside(items, self._links.leads_away)

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
        found.links = tuple(self._answering(found))
        for link in found.links:
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
        beside = self._beside.of(item)
        answering = [link for link in item.links if self._links.leads_away(item.page, link) and link not in beside]
        if not answering and audit_words.matches("states_none", item.text):
            found.is_stated_none = True
            return []
        answering = answering or [link for link in item.links if not link.is_toggle and link not in beside]
        if all(self._links.is_place(item.page, link) for link in answering) and self._is_empty_section(item):
            return []
        found.has_links = bool(answering)
        for link in item.links:
            if link not in answering and link not in beside:
                self._links.beside(item, link)
        return answering

    def _is_empty_section(self, item: ListedItem) -> bool:
        """Whether a list leads to a part of its own page that says nothing of an item but what it is called.

        What a picture there shows, nobody can read.
        """
        fetched = self._fetched(item.page)
        if fetched is None or fetched.document is None or fetched.document.images:
            return False
        names = {audit_words.plain(name) for name in (item.title, f"{item.code}{item.title}")}
        lines = [audit_words.plain(line) for line in item.text.splitlines()]
        said = "".join(line for line in lines if line not in names and not audit_words.is_whole("beside_answers", line))
        return sum(line in names for line in lines) > 1 and len(said) < SHORT_SECTION

    def _collect_documents(self, page: Fetched, found: ItemAnswers, *, is_part: bool = False) -> None:
        """The files of an answer; where it is nothing but links to pages of the site, those pages and their files."""
        count = 0
        parts = set() if is_part else self._parts_of(page, found.item.page)
        for number, (_, link) in enumerate(walk_links(page.document) if page.document else ()):
            if number >= MOST_PAGE_LINKS:
                found.unread.add(page.final)
                return
            is_file = link.is_frame or leads_to_file(page.final, link) or target_of(page.final, link.href) in parts
            role = Role.FILE if is_file else Role.OTHER
            target = self._target(found, page.final, link, role)
            if not target or role is not Role.FILE or target == page.final or found.has(target):
                continue
            count += 1
            if count > MOST_DOCUMENTS:
                found.unread.add(target)
                return
            if fetched := self._open(found.item.code, target):
                found.documents.append(Opened(link, page.final, fetched))
                if target in parts and fetched.document and fetched.document.kind == "html":
                    self._collect_documents(fetched, found, is_part=True)
        if len(parts) >= MOST_PARTS:
            found.unread.add(page.final)

    def _parts_of(self, page: Fetched, list_page: str) -> set[str]:
        """The pages of the site that a page of links leads to; none of a page that says something itself."""
        if page.document is None:
            return set()
        links = [
            link for _, link in islice(walk_links(page.document), MOST_PAGE_LINKS) if not link.href.startswith("#")
        ]
        if any(link.is_frame or leads_to_file(page.final, link) for link in links):
            return set()
        said = len(body_text(page.document))
        if sum(len(link.text) for link in links) * 5 < said * 3:
            return set()
        passed = (page.final, page.address, list_page)
        leading = [link for link in links if self._links.leads_away(page.final, link) and not _is_button(link)]
        targets = (target_of(page.final, link.href) or "" for link in leading)
        own = [one for one in targets if self._task.is_ours(one) and one not in passed]
        return set(own[:MOST_PARTS]) if len(set(own)) > 1 else set()

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
