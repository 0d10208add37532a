"""What is wrong with a link itself, by its address alone, and where it leads if it may be opened."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote

from generator.audit import audit_words
from generator.audit.addresses import host_of, is_home, target_of
from generator.audit.findings import Findings
from generator.audit.item_list import ListedItem
from generator.audit.task import Task
from generator.diagnostics import Severity
from generator.files.content import Anchor
from generator.writing.hosts import is_staging

_OFFERS = re.compile(r"ดาวน์โหลด|download|เอกสาร|ไฟล์|แฟ้ม|คลิก|\bpdf\b|\bxlsx?\b", re.IGNORECASE)
"""Words of a link that offers something to open."""
_DOES_NOTHING = re.compile(r"void|^javascript:\s*;?$", re.IGNORECASE)
_NO_PAGE = frozenset(("mailto", "tel", "sms", "data", "blob", "about", "line", "fax"))
"""Schemes of links that open no page."""


class Role(Enum):
    """What a link is for: the answer of an item, a file on the page of an answer, or anything else there."""

    ANSWER = "answer"
    FILE = "file"
    OTHER = "other"


@dataclass(frozen=True)
class Verdict:
    """What a link is worth.

    Attributes:
        target: the address to open, or None.
        unread: an address of evidence that is not opened, or empty.
        is_explained: whether something was said that explains why the item has nothing.
    """

    target: str | None = None
    unread: str = ""
    is_explained: bool = False


_NOTHING = Verdict()


class LinkJudge:
    """Judges links one by one, and says what is wrong with them."""

    def __init__(self, task: Task, findings: Findings, ids: Callable[[str], frozenset[str]]) -> None:
        """``ids``: page → the places in it that a link can lead to."""
        self._task = task
        self._findings = findings
        self._ids = ids

    def judge(self, item: str, page: str, link: Anchor, role: Role) -> Verdict:
        matters = role is not Role.OTHER or _OFFERS.search(link.text) is not None
        if not link.href or link.href.startswith("#"):
            return self._within_page(item, page, link, role, matters=matters)
        scheme = _scheme(link)
        if scheme == "javascript":
            return self._script(item, page, link) if matters else _NOTHING
        if scheme in _NO_PAGE:
            return _NOTHING
        address = target_of(page, link.href)
        if address is None:
            return self._unreadable(item, page, link) if matters else _NOTHING
        if self._task.is_ours(address):
            return self._own_host(item, page, link, address, role, matters=matters)
        return self._other_host(item, page, link, address) if matters or is_staging(address) else _NOTHING

    def leads_away(self, page: str, link: Anchor) -> bool:
        """Whether a link of the list leads to a page or file that may answer: not to the list itself, or the home page."""
        if not link.href or link.href.startswith("#") or _scheme(link) in (*_NO_PAGE, "javascript"):
            return False
        address = target_of(page, link.href)
        return address is not None and not (self._task.is_ours(address) and is_home(address) and "#" not in link.href)

    def is_place(self, page: str, link: Anchor) -> bool:
        """Whether a link leads to a place within its own page that is there."""
        return link.href.startswith("#") and unquote(link.href[1:]) in self._ids(page)

    def beside(self, item: ListedItem, link: Anchor) -> None:
        """A link that leads nowhere, beside one that answers: the item's own fold is no fault."""
        if _scheme(link) in _NO_PAGE or link.is_toggle or _is_named_as(item, link):
            return
        if _scheme(link) == "javascript" and not _DOES_NOTHING.search(link.href):
            self._findings.say_once(
                item.code, item.page, link, "audit-link-not-opened", Severity.ADVICE, host="javascript"
            )
        elif link.href and not link.href.startswith("#"):
            self._findings.say_once(item.code, item.page, link, "audit-links-beside", Severity.ADVICE)
        elif not self.is_place(item.page, link):
            self._findings.say_beside(item.code, item.page, link)

    def _within_page(self, item: str, page: str, link: Anchor, role: Role, *, matters: bool) -> Verdict:
        """A link to a place of its own page: an answer, where that place is there."""
        if role is Role.ANSWER:
            return Verdict(page) if self.is_place(page, link) else self._nowhere(item, page, link)
        place = link.href[1:]
        is_dead = matters and place in ("", "!", "0") and not link.is_toggle
        return self._nowhere(item, page, link) if is_dead else _NOTHING

    def _script(self, item: str, page: str, link: Anchor) -> Verdict:
        if _DOES_NOTHING.search(link.href):
            return self._nowhere(item, page, link)
        self._findings.say_once(item, page, link, "audit-link-not-opened", Severity.ADVICE, host="javascript")
        return Verdict(unread=link.href)

    def _nowhere(self, item: str, page: str, link: Anchor) -> Verdict:
        text, target = link.text or link.href, link.href or '""'
        self._findings.say(item, "audit-link-nowhere", page, link, text=text, target=target)
        return Verdict(is_explained=True)

    def _unreadable(self, item: str, page: str, link: Anchor) -> Verdict:
        self._findings.say(item, "audit-broken-link", page, link, target=link.href, status="URL")
        return Verdict(is_explained=True)

    def _other_host(self, item: str, page: str, link: Anchor, address: str) -> Verdict:
        """A link to a host that is not opened: what its address alone tells."""
        host = host_of(address)
        name = host.rpartition(":")[0] or host
        if audit_words.is_host_of("social", name) or audit_words.matches("maps", address):
            return _NOTHING  # never the evidence itself
        say = self._findings.say
        if is_staging(address):
            say(item, "audit-staging-link", page, link, host=host or address)
        elif audit_words.is_host_of("cloud_drives", name):
            say(item, "audit-cloud-drive", page, link, Severity.WARNING, host=host, text=link.text or address)
        elif name in audit_words.phrases("shorteners"):
            say(item, "audit-short-link", page, link, Severity.WARNING, host=host, target=address)
        else:
            self._findings.say_once(item, page, link, "audit-link-not-opened", Severity.ADVICE, host=host)
            if address.startswith("http:"):
                self._findings.say_once(item, page, link, "audit-http-link", Severity.WARNING, host=host)
        return Verdict(unread=address)

    def _own_host(self, item: str, page: str, link: Anchor, address: str, role: Role, *, matters: bool) -> Verdict:
        """A link within the site: the home page for an answer, English instead of Thai, http instead of https."""
        if role is Role.ANSWER and is_home(address) and "#" not in link.href:
            return self._nowhere(item, page, link)
        if matters:
            self._say_detour(item, page, link, address)
        return Verdict(address)

    def _say_detour(self, item: str, page: str, link: Anchor, address: str) -> None:
        is_meant = audit_words.matches("meant_english", f"{link.text} {link.title}") or link.language.startswith("en")
        if not is_meant and _is_english(address) and not _is_english(page):
            facts = {"text": link.text or address, "target": link.href}
            self._findings.say(item, "audit-english-link", page, link, Severity.WARNING, **facts)
        if address.startswith("http:") and page.startswith("https:"):
            self._findings.say_once(item, page, link, "audit-http-link", Severity.WARNING, host=host_of(address))


def _scheme(link: Anchor) -> str:
    return link.href.partition(":")[0].strip().lower()


def _is_named_as(item: ListedItem, link: Anchor) -> bool:
    """Whether a link has the words of its item: the heading of the fold that holds the answer."""
    words = audit_words.plain(link.text)
    return not words or audit_words.plain(f"{item.code}{item.title}") == words or audit_words.plain(item.title) in words


def _is_english(address: str) -> bool:
    return audit_words.matches("english_addresses", f"/{address.partition('://')[2].partition('/')[2]}")
