"""What is wrong with what an address gave: that it did not open, cannot be read, is not finished, or is named badly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.audit import audit_words
from generator.audit.addresses import address_of, file_ending, file_name, host_of, is_home, parts_of
from generator.audit.answers import ItemAnswers, Opened, leads_to_file
from generator.audit.cut_names import is_cut
from generator.audit.evidence import body_blocks
from generator.audit.findings import Findings
from generator.audit.task import Fetched, Task
from generator.diagnostics import Diagnostic, Severity, short
from generator.files.content import Anchor, ReadDocument, walk_links

SHORT_PAGE = 900
"""Letters of a page that may be nothing but the word that it is not ready; in a longer one that word is of something else."""
SHORT_LOGIN = 400
"""Letters of a page with a password that may be nothing but a login."""

_TABLES = ("xlsx", "xls", "ods", "csv")
"""Kinds of files that hold figures; the page that links to one says whose they are."""
_NOT_JUDGED = ("elsewhere", "outside", "robots", "limit", "too-large", "certificate")
"""Troubles after which nobody knows what the address would have shown."""
_KINDS: Mapping[str, tuple[str, ...]] = {
    "pdf": ("pdf",),
    "xlsx": ("xlsx",),
    "xls": ("xls", "xlsx", "other"),
    "docx": ("docx",),
    "doc": ("other", "docx"),
    "pptx": ("pptx",),
    "ppt": ("other", "pptx"),
    "csv": ("csv", "text"),
    "txt": ("text", "csv"),
    "ods": ("ods",),
    "odt": ("odt",),
    "zip": ("archive",),
    "rar": ("archive",),
    "7z": ("archive",),
}
"""Ending of a file → what it may be by its content; any other ending is that of a picture."""


_REFUSALS = (403, 406, 418, 429, 451)
"""Statuses by which a host refuses a program, though a browser may be let in."""


def unopened(task: Task, fetched: Fetched, file: str, line: int, column: int) -> Diagnostic | None:
    """Why an address gave nothing to judge, as a finding at a link to it."""
    fault = _why_unopened(task, fetched)
    if fault is None:
        return None
    severity, code, facts = fault
    said = {"item": "", "target": short(task.shown(fetched.address), 120)}
    return Diagnostic(file, line, column, code, severity, said | {name: str(value) for name, value in facts.items()})


_Why = tuple[Severity, str, dict[str, object]]


def _why_unopened(task: Task, fetched: Fetched) -> _Why | None:
    """Severity, code and facts of an address that gave nothing to judge."""
    once = {"host": host_of(fetched.final) or task.shown(fetched.final), "count": 1}
    if said := refusal_of(fetched):
        return Severity.WARNING, "audit-refused", {**once, "reason": said}
    if fetched.document is not None and fetched.document.needs_scripts:
        return Severity.ADVICE, "audit-needs-scripts", {**once}
    return _status_fault(fetched) if fetched.trouble == "status" else _trouble_fault(task, fetched, {**once})


def _status_fault(fetched: Fetched) -> _Why:
    if fetched.status in (401, 407):
        return Severity.ERROR, "audit-asks-login", {}
    return Severity.ERROR, "audit-broken-link", {"status": fetched.status}


def _trouble_fault(task: Task, fetched: Fetched, once: dict[str, object]) -> _Why | None:
    """The fault of an address that no answer came from, or that was not asked."""
    faults: Mapping[str, _Why] = {
        "timeout": (Severity.ERROR, "audit-no-answer", {"reason": "timeout"}),
        "unreachable": (Severity.ERROR, "audit-no-answer", {"reason": short(fetched.reason or "-", 80)}),
        "certificate": (Severity.WARNING, "audit-certificate", {**once, "reason": short(fetched.reason or "-", 80)}),
        "loop": (Severity.ERROR, "audit-redirect-loop", {}),
        "elsewhere": (Severity.ADVICE, "audit-link-not-opened", once),
        "outside": (Severity.ADVICE, "audit-outside-folder", {"folder": task.folder, "count": 1}),
        "robots": (Severity.ADVICE, "audit-robots", {}),
        "too-large": (Severity.WARNING, "audit-too-large", {"size": f"{fetched.size / 1_000_000:.1f}"}),
        "limit": (Severity.WARNING, "audit-limit", {"count": 1}),
    }
    return faults.get(fetched.trouble)


def refusal_of(fetched: Fetched) -> str:
    """How a host refuses: its status, or what the page of its firewall says; empty where it does not."""
    if fetched.trouble == "status" and fetched.status in _REFUSALS:
        return str(fetched.status)
    document = fetched.document
    if document is None or document.kind != "html" or len(document.content()) > SHORT_PAGE:
        return ""
    headings = (block.text for block in document.blocks if block.level in (1, 2))
    return next((said for text in (document.title, *headings) if (said := audit_words.search("firewalls", text))), "")


def hides(fetched: Fetched) -> bool:
    """Whether a page shows a program something else than its readers: a firewall, or nothing before its scripts have run."""
    return bool(refusal_of(fetched)) or (fetched.document is not None and fetched.document.needs_scripts)


class DocumentJudge:
    """Judges the documents of items one by one, and says what is wrong with them."""

    def __init__(self, task: Task, findings: Findings) -> None:
        self._task = task
        self._findings = findings
        self._agency = [audit_words.plain(name) for name in task.agency]
        self._named: set[tuple[str, str]] = set()

    def judge(self, item: ItemAnswers, opened: Opened) -> None:
        """One address that was opened: whether it gave something that can be read, and how it is named."""
        fetched = opened.fetched
        if fault := unopened(self._task, fetched, self._task.shown(opened.page), opened.link.line, opened.link.column):
            self._say_unopened(item, opened, fault)
        elif fetched.document is None:
            return
        elif instead := _shows_instead(fetched, fetched.document):
            item.is_explained = True
            code, facts = instead
            target = self._task.shown(fetched.address)
            self._findings.say(item.item.code, code, opened.page, opened.link, Severity.ERROR, target=target, **facts)
        else:
            self._names(item, opened)
            if not self._unreadable(item, opened, fetched.document):
                self._content(item, opened, fetched.document)

    def same_texts(self, item: ItemAnswers, page: str, links: Sequence[tuple[Anchor, int]]) -> None:
        """Links with the same words to different files: of two kinds, such as a PDF and its XLSX, or side by side.

        Each link comes with the number of its block: what stands in rows of its own is told apart by the row.
        """
        for leading in _by_words(page, links):
            endings = {file_ending(address) for address in leading}
            blocks = [block for _, block in leading.values()]
            if len(leading) < 2 or not any(endings) or (len(endings) == 1 and len(set(blocks)) == len(blocks)):
                continue
            (first, _), (second, _), *_ = leading.values()
            kinds = ", ".join(sorted(ending.upper() or "HTML" for ending in endings))
            facts = {"text": first.text, "count": len(leading), "kinds": kinds}
            self._findings.say(item.item.code, "audit-same-link-text", page, second, Severity.WARNING, **facts)

    def _say_unopened(self, item: ItemAnswers, opened: Opened, fault: Diagnostic) -> None:
        if opened.fetched.trouble in _NOT_JUDGED or fault.code in ("audit-refused", "audit-needs-scripts"):
            item.unread.add(opened.fetched.address)
        else:
            item.is_explained = True
        if "count" in fault.facts:
            facts = {name: said for name, said in fault.facts.items() if name not in ("item", "target", "count")}
            self._findings.say_once(item.item.code, opened.page, opened.link, fault.code, fault.severity, **facts)
        else:
            self._findings.add(item.item.code, fault)

    def _names(self, item: ItemAnswers, opened: Opened) -> None:
        """Drafts, and names cut in mid-word: once for each file, in its name or in the words of its link."""
        fetched, code = opened.fetched, item.item.code
        name = file_name(fetched.final) or file_name(fetched.address)
        for text in dict.fromkeys((name, "" if _is_address(opened.link) else opened.link.text)):
            if not text or (fetched.address, code) in self._named:
                continue
            is_of_agency = any(agency in audit_words.plain(text) for agency in self._agency)
            place = (opened.page, opened.link, Severity.WARNING)
            if not is_of_agency and (sign := audit_words.search("drafts", text)):
                self._findings.say(code, "audit-draft-name", *place, name=text, sign=sign)
            elif is_cut(text):
                self._findings.say(code, "audit-cut-name", *place, name=text)
            else:
                continue
            self._named.add((fetched.address, code))

    def _unreadable(self, item: ItemAnswers, opened: Opened, document: ReadDocument) -> bool:
        """Whether nobody can read a document, or not all of it; what is wrong is said."""
        code, address = item.item.code, opened.fetched.final
        ending = file_ending(address)
        text = document.content()
        if document.is_locked:
            self._findings.say(code, "audit-locked-file", address)
        elif document.is_damaged:
            self._findings.say(code, "audit-damaged-file", address)
        elif _is_empty(opened.fetched, document, text):
            target = self._task.shown(address)
            self._findings.say(code, "audit-empty", opened.page, opened.link, target=target)
        elif ending and document.kind not in _KINDS.get(ending, ("image",)):
            facts = {"said": ending.upper(), "kind": document.kind.upper()}
            self._findings.say(code, "audit-wrong-type", address, None, Severity.WARNING, **facts)
        else:
            if document.kind == "pdf" and not has_words(text, document.pages):
                pages = document.pages
                self._findings.say(code, "audit-pdf-without-text", address, None, Severity.WARNING, pages=pages)
            elif document.is_whole:
                return False
            item.unread.add(address)
            return True
        item.is_explained = True
        return True

    def _content(self, item: ItemAnswers, opened: Opened, document: ReadDocument) -> None:
        """What is wrong with a document that can be read whole, before it is asked for components."""
        address = opened.fetched.final
        if document.kind == "html":
            self._unfinished(item, address, document)
            files = [one for one in _links_by_block(document) if leads_to_file(address, one[0])]
            self.same_texts(item, address, files)
        elif document.kind in _TABLES and not any(opened.fetched is one.fetched for one in item.answers):
            return
        if self._agency and not self._names_agency(document):
            agency = self._task.agency[0]
            self._findings.say(item.item.code, "audit-no-agency", address, None, Severity.WARNING, agency=agency)

    def _unfinished(self, item: ItemAnswers, address: str, document: ReadDocument) -> None:
        blocks = list(body_blocks(document))
        if item.is_unfinished or sum(len(block.text) for block in blocks) >= SHORT_PAGE:
            return
        for block in blocks:
            if said := audit_words.search("placeholders", block.text):
                item.is_explained = item.is_unfinished = True
                self._findings.say(item.item.code, "audit-placeholder", address, block, text=said)
                return

    def _names_agency(self, document: ReadDocument) -> bool:
        plain = audit_words.plain_of(document.everything())
        if any(name in plain for name in self._agency):
            return True
        if document.kind != "pdf":
            return False
        letters = audit_words.without_marks(plain)
        return any(audit_words.without_marks(name) in letters for name in self._agency)


def _is_address(link: Anchor) -> bool:
    """Whether the words of a link are an address, which a page may show cut, or are whole in its title."""
    words = link.text.rstrip(" .…")
    is_whole_in_title = len(link.title) > len(words) and link.title.startswith(words)
    return is_whole_in_title or re.match(r"(?:https?://|www\.)\S*$", words, re.IGNORECASE) is not None


def has_words(text: str, pages: int) -> bool:
    """Whether a PDF has a text layer that can be read: letters, and Thai or Latin ones, not the codes of a lost font."""
    letters = re.findall(r"[^\W\d_]", text)
    if len(letters) < min(20, 10 * pages):
        return False
    known = sum("ก" <= letter <= "๛" or letter.isascii() for letter in letters)
    return bool(known * 2 >= len(letters))


def _is_empty(fetched: Fetched, document: ReadDocument, text: str) -> bool:
    return fetched.size == 0 or (document.is_whole and not (text.strip() or document.images or document.pages))


def _links_by_block(document: ReadDocument) -> Iterator[tuple[Anchor, int]]:
    """Every link of a page's content, with the number of its block."""
    numbers = {id(block): number for number, block in enumerate(document.blocks)}
    for block, link in walk_links(document):
        yield link, numbers[id(block)]


def _by_words(page: str, links: Sequence[tuple[Anchor, int]]) -> Iterator[dict[str, tuple[Anchor, int]]]:
    """For each words of links: address → the first link that leads there, and its block."""
    by_words: dict[str, dict[str, tuple[Anchor, int]]] = {}
    for link, block in links:
        address = address_of(page, link.href)
        words = " ".join(f"{link.text} {link.title}".split()).casefold()
        if address and words and not link.is_frame:
            by_words.setdefault(words, {}).setdefault(address, (link, block))
    yield from by_words.values()


def _shows_instead(fetched: Fetched, document: ReadDocument) -> tuple[str, dict[str, str]] | None:
    """The fault of a page that is shown in place of what was asked for: the home page, a login, "not found"."""
    if document.kind != "html":
        return None
    if fetched.final != fetched.address and is_home(fetched.final) and not is_home(fetched.address):
        return "audit-redirect-home", {}
    if _asks_login(fetched, document):
        return "audit-asks-login", {}
    return ("audit-broken-link", {"status": "404"}) if _says_not_found(document) else None


def _asks_login(fetched: Fetched, document: ReadDocument) -> bool:
    if fetched.final != fetched.address and audit_words.matches("login_addresses", parts_of(fetched.final).path):
        return True
    text = document.content()
    return (
        document.has_password
        and len(audit_words.plain_of(text)) < SHORT_LOGIN
        and audit_words.matches("login_words", text + document.title)
    )


def _says_not_found(document: ReadDocument) -> bool:
    heading = next((block.text for block in document.blocks if block.level == 1 and not block.is_aside), "")
    return audit_words.matches("not_found", document.title) or audit_words.matches("not_found", heading)
