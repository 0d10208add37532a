"""What an assessor sees of every item of a list: its answers opened one by one, and what would cost points said.

Pure, over addresses that were opened. Only what was seen is judged: where something of an item could not be opened
or read, nothing of that item is said to be missing. One cause is one message: what explains the rest silences it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urlsplit

from generator import languages
from generator.audit import clues
from generator.audit.listed import Listed, alike, item_of, titles_of
from generator.audit.opened import Fetched, Task, Wanted, address_of, host_of, is_home
from generator.audit.seen import (
    MONTH_NAMES,
    Seen,
    body_blocks,
    body_text,
    file_ending,
    file_name,
    has_words,
    is_cut,
    missing_months,
    series_in,
    sorted_as_text,
    years_written,
)
from generator.diagnostics import Diagnostic, Severity, short
from generator.families import FAMILIES
from generator.files.html import Anchor, Block, Document, walk_links
from generator.models.catalogue import Catalogue, Component, Item, known_components
from generator.writing.figures import fold_digits
from generator.writing.hosts import is_staging

SAME_TITLE = 0.9
"""How alike the title on a page and that of a catalogue are at least, to be of one item."""
SHORT_PAGE = 900
"""Letters of a page that may be nothing but the word that it is not ready; in a longer one that word is of something else."""
MOST_DOCUMENTS = 40
"""Documents of one answer that are opened."""


_GIVES_FILE = re.compile(r"download|getfile|get_file|attachment|file_?id=|/files?/|openfile|viewfile", re.IGNORECASE)


@dataclass(frozen=True)
class Chosen:
    """The list to judge: of which year, and its items."""

    year: int
    catalogue: Catalogue
    items: tuple[Listed, ...]
    page: str

    @property
    def codes(self) -> frozenset[str]:
        asked = {item.code for item in self.catalogue.items}
        return frozenset(item.code for item in self.items) & asked


@dataclass
class _Evidence:
    """What was seen of one item.

    Attributes:
        unread: addresses that could not be opened or read, so that nothing can be called missing.
        is_stopped: whether something was said that explains whatever else is missing.
        is_unfinished: whether it was said that the answer is not ready.
    """

    item: Listed
    families: tuple[str, ...] = ()
    answers: list[tuple[Anchor, Fetched]] = field(default_factory=list)
    documents: list[tuple[Anchor, Fetched]] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    is_stopped: bool = False
    is_unfinished: bool = False


@dataclass(frozen=True)
class Found:
    code: str
    diagnostic: Diagnostic


class Look:
    """One walk over the items of a list: what to open, and what is wrong.

    Findings that say the same of the same place for several items become one in :func:`_matters`.
    """

    def __init__(self, task: Task, got: Mapping[str, Fetched], chosen: Chosen) -> None:
        self._task = task
        self._got = got
        self._by_final = {one.final: one for one in got.values() if one.document}
        self._chosen = chosen
        self._wanted: dict[str, Wanted] = {}
        self._found: list[Found] = []
        self._elsewhere: dict[str, list[tuple[str, str, Anchor]]] = {}
        self._plain_http: dict[str, list[tuple[str, str, Anchor]]] = {}
        self._named: set[tuple[str, str]] = set()

    def run(self, *, judges: bool) -> tuple[list[Wanted], list[Found]]:
        """Addresses to open next, and the findings."""
        seen = [self._collect(item) for item in self._chosen.items]
        if not judges or self._wanted:
            return list(self._wanted.values()), []
        self._list_faults()
        strange = self._strange_codes()
        for evidence in seen:
            self._item_faults(evidence, judges_content=evidence.item.code not in strange)
        self._grouped_faults()
        return [], self._found

    def _say(
        self,
        item: str,
        code: str,
        address: str,
        place: Anchor | Block | Listed | None = None,
        severity: Severity = Severity.ERROR,
        **facts: object,
    ) -> None:
        line, column = (place.line, place.column) if place else (0, 0)
        longest = {"components": 600}
        said = {"item": item, **{name: short(value, longest.get(name, 120)) for name, value in facts.items()}}
        self._found.append(Found(item, Diagnostic(self._task.shown(address), line, column, code, severity, said)))

    # --- what there is to open ---

    def _collect(self, item: Listed) -> _Evidence:
        """The answers of an item and the documents on them; what is not open yet is wanted."""
        asked = item_of(self._chosen.catalogue, item.code)
        evidence = _Evidence(item, asked.families if asked else ())
        for link in item.links:
            target = self._target(item.code, item.page, link, evidence, is_answer=True)
            fetched = self._open(item.code, target) if target else None
            if fetched is None or any(one.address == fetched.address for _, one in evidence.answers):
                continue
            evidence.answers.append((link, fetched))
            if fetched.document and fetched.document.kind == "html" and fetched.final != item.page:
                self._collect_documents(item.code, fetched, evidence)
        return evidence

    def _collect_documents(self, code: str, page: Fetched, evidence: _Evidence) -> None:
        count = 0
        for _, link in walk_links(page.document) if page.document else ():
            is_file = link.is_frame or self._is_file_link(page.final, link)
            target = self._target(code, page.final, link, evidence, is_answer=False, is_file=is_file)
            if not target or not is_file or target == page.final:
                continue
            if any(one.address == target for _, one in (*evidence.documents, *evidence.answers)):
                continue
            count += 1
            if count > MOST_DOCUMENTS:
                evidence.unread.add(target)
                break
            if fetched := self._open(code, target):
                evidence.documents.append((link, fetched))

    def _is_file_link(self, page: str, link: Anchor) -> bool:
        address = address_of(page, link.href) or ""
        return (
            bool(file_name(address)) or _GIVES_FILE.search(urlsplit(address).path + urlsplit(address).query) is not None
        )

    def _open(self, code: str, address: str) -> Fetched | None:
        fetched = self._got.get(address) or self._by_final.get(address)
        if fetched is None:
            self._wanted.setdefault(address, Wanted(address, code))
        return fetched

    def _target(
        self, code: str, page: str, link: Anchor, evidence: _Evidence, *, is_answer: bool, is_file: bool = False
    ) -> str | None:
        """Where a link leads, if it may be opened; what is wrong with the link itself is said."""
        href = link.href
        matters = is_answer or is_file or _OFFERS.search(link.text) is not None
        if href.startswith("#") or not href:
            if is_answer and href[1:] and unquote(href[1:]) in self._ids(page):
                return page
            if matters and (is_answer or not href[1:] or href in ("#!", "#0")):
                evidence.is_stopped = True
                self._say(code, "audit-link-nowhere", page, link, text=link.text or href, target=href or '""')
            return None
        scheme = href.partition(":")[0].strip().lower()
        if scheme == "javascript":
            if re.search(r"void|^javascript:\s*;?$", href, re.IGNORECASE):
                if matters:
                    evidence.is_stopped = True
                    self._say(code, "audit-link-nowhere", page, link, text=link.text or href, target=href)
            elif matters:
                evidence.unread.add(href)
                self._elsewhere.setdefault("javascript", []).append((code, page, link))
            return None
        if re.fullmatch("mailto|tel|sms|data|blob|about|line|fax", scheme):
            return None
        address = address_of(page, href)
        if address is None:
            if matters:
                evidence.is_stopped = True
                self._say(code, "audit-broken-link", page, link, target=href, status="URL")
            return None
        if not self._task.is_ours(address):
            if matters or is_staging(address):
                self._other_host(code, page, link, address, evidence)
            return None
        if is_answer and is_home(address) and "#" not in href:
            evidence.is_stopped = True
            self._say(code, "audit-link-nowhere", page, link, text=link.text or href, target=href)
            return None
        if matters:
            self._own_link(code, page, link, address)
        return address

    def _ids(self, page: str) -> frozenset[str]:
        fetched = self._got.get(page) or self._by_final.get(page)
        return frozenset(fetched.document.ids) if fetched and fetched.document else frozenset()

    def _other_host(self, code: str, page: str, link: Anchor, address: str, evidence: _Evidence) -> None:
        """A link to a host that is not opened: what its address alone tells."""
        host = host_of(address)
        name = host.rpartition(":")[0] or host
        if clues.is_host_of("social", name) or clues.matches("maps", address):
            return  # never the evidence itself
        evidence.unread.add(address)
        if is_staging(address):
            self._say(code, "audit-staging-link", page, link, host=host or address)
        elif clues.is_host_of("cloud_drives", name):
            self._say(code, "audit-cloud-drive", page, link, Severity.WARNING, host=host, text=link.text or address)
        elif name in clues.phrases("shorteners"):
            self._say(code, "audit-short-link", page, link, Severity.WARNING, host=host, target=address)
        else:
            self._elsewhere.setdefault(host, []).append((code, page, link))
            if address.startswith("http:"):
                self._plain_http.setdefault(host, []).append((code, page, link))

    def _own_link(self, code: str, page: str, link: Anchor, address: str) -> None:
        """A link within the site: English instead of Thai, http instead of https."""
        path = address.partition("://")[2].partition("/")[2]
        is_thai = not clues.matches("english_addresses", f"/{page.partition('://')[2].partition('/')[2]}")
        means_english = clues.matches("meant_english", f"{link.text} {link.title}") or link.language.startswith("en")
        if is_thai and not means_english and clues.matches("english_addresses", f"/{path}"):
            self._say(
                code, "audit-english-link", page, link, Severity.WARNING, text=link.text or address, target=link.href
            )
        if address.startswith("http:") and page.startswith("https:"):
            self._plain_http.setdefault(host_of(address), []).append((code, page, link))

    # --- what is wrong with the list ---

    def _list_faults(self) -> None:
        chosen = self._chosen
        listed = {item.code for item in chosen.items}
        for item in chosen.catalogue.items:
            if item.code not in listed:
                title = item.title.th
                self._say(item.code, "audit-item-not-listed", chosen.page, title=title, year=chosen.year)

    def _strange_codes(self) -> set[str]:
        """Items that are not this year's: of another year's list, or under another item's number. Said once for each list."""
        chosen = self._chosen
        own = titles_of(chosen.catalogue)
        misfits: list[tuple[Listed, list[str], list[int]]] = []
        for item in chosen.items:
            title = clues.plain(_without_year(item.title))
            if not title or alike(title, own.get(item.code, "")) >= SAME_TITLE:
                continue
            twins = [code for code, known in own.items() if alike(title, known) >= SAME_TITLE]
            years = [
                year
                for year, catalogue in self._task.catalogues.items()
                if year != chosen.year and alike(title, titles_of(catalogue).get(item.code, "")) >= SAME_TITLE
            ]
            if twins or years or item.code not in own:
                misfits.append((item, twins, years))
        fitting = Counter(year for _, _, years in misfits for year in years)
        strange: dict[int, list[Listed]] = {}
        for item, twins, years in misfits:
            year = max(years, key=lambda one: (fitting[one], one), default=0)
            if twins and fitting[year] < 2:  # one item that fits another year fits it by chance
                facts = {"title": item.title, "meant": twins[0]}
                self._say(item.code, "audit-wrong-number", item.page, item, Severity.WARNING, **facts)
            else:
                strange.setdefault(year, []).append(item)
        for year, items in strange.items():
            numbers = ", ".join(item.code for item in items)
            if year:
                self._say(numbers, "audit-mixed-lists", items[0].page, items[0], year=chosen.year, other=year)
            else:
                title = items[0].title
                self._say(numbers, "audit-unknown-item", items[0].page, items[0], year=chosen.year, title=title)
        return {item.code for item, _, _ in misfits}

    # --- what is wrong with an item ---

    def _item_faults(self, evidence: _Evidence, *, judges_content: bool) -> None:
        item = evidence.item
        if said := clues.search("placeholders", item.text):
            evidence.is_stopped = evidence.is_unfinished = True
            self._say(item.code, "audit-placeholder", item.page, item, text=said)
        self._same_texts(item.code, item.page, [(link, 0) for link in item.links])
        if not item.links:
            if not evidence.is_stopped and judges_content:
                self._say(item.code, "audit-item-without-link", item.page, item, title=item.title or item.code)
            return
        for link, fetched in evidence.answers:
            self._judge(evidence, link, fetched, item.page)
        for link, fetched in evidence.documents:
            page = next((one.final for _, one in evidence.answers if self._has_link(one, link)), item.page)
            self._judge(evidence, link, fetched, page)
        self._months(evidence)
        if judges_content and evidence.families and not evidence.is_stopped:
            self._content(evidence)

    @staticmethod
    def _has_link(page: Fetched, link: Anchor) -> bool:
        return page.document is not None and any(link in block.links for block in page.document.blocks)

    def _judge(self, evidence: _Evidence, link: Anchor, fetched: Fetched, page: str) -> None:
        """One address that was opened: whether it gave something that can be read, and how it is named."""
        code = evidence.item.code
        fault = unopened(self._task, fetched, self._task.shown(page), link.line, link.column)
        if fault is not None:
            if fetched.trouble in ("elsewhere", "robots", "limit", "too-large"):
                evidence.unread.add(fetched.address)
            else:
                evidence.is_stopped = True
            if fetched.trouble == "elsewhere":
                self._elsewhere.setdefault(host_of(fetched.final), []).append((code, page, link))
            elif fetched.trouble != "limit":
                self._found.append(Found(code, replace(fault, facts={**fault.facts, "item": code})))
            else:
                self._elsewhere.setdefault("--max-pages", []).append((code, page, link))
            return
        document = fetched.document
        if document is None:
            return
        if (
            fetched.final != fetched.address
            and is_home(fetched.final)
            and not is_home(fetched.address)
            and document.kind == "html"
        ):
            evidence.is_stopped = True
            self._say(code, "audit-redirect-home", page, link, target=self._task.shown(fetched.address))
            return
        if _asks_login(fetched, document):
            evidence.is_stopped = True
            self._say(code, "audit-asks-login", page, link, target=self._task.shown(fetched.address))
            return
        if _says_not_found(document):
            evidence.is_stopped = True
            self._say(code, "audit-broken-link", page, link, target=self._task.shown(fetched.address), status="404")
            return
        self._names(code, link, fetched, page)
        self._readable(evidence, link, fetched, document, page)

    def _names(self, code: str, link: Anchor, fetched: Fetched, page: str) -> None:
        """Drafts, and names cut in mid-word: once for each file, in its name or in the words of its link."""
        name = file_name(fetched.final) or file_name(fetched.address)
        for text in dict.fromkeys((name, link.text)):
            if not text or (fetched.address, code) in self._named:
                continue
            agency = any(clues.plain(one) in clues.plain(text) for one in self._task.agency)
            if not agency and (sign := clues.search("drafts", text)):
                self._say(code, "audit-draft-name", page, link, Severity.WARNING, name=text, sign=sign)
            elif is_cut(text):
                self._say(code, "audit-cut-name", page, link, Severity.WARNING, name=text)
            else:
                continue
            self._named.add((fetched.address, code))

    def _readable(self, evidence: _Evidence, link: Anchor, fetched: Fetched, document: Document, page: str) -> None:
        code, address = evidence.item.code, fetched.final
        is_answer = any(fetched is one for _, one in evidence.answers)
        ending = file_ending(address)
        text = document.content()
        if document.is_locked:
            evidence.is_stopped = True
            self._say(code, "audit-locked-file", address)
        elif document.is_damaged:
            evidence.is_stopped = True
            self._say(code, "audit-damaged-file", address)
        elif fetched.size == 0 or (document.is_whole and not (text.strip() or document.images or document.pages)):
            evidence.is_stopped = True
            self._say(code, "audit-empty", page, link, target=self._task.shown(address))
        elif ending and not _is_what_it_says(ending, document):
            evidence.is_stopped = True
            self._say(
                code,
                "audit-wrong-type",
                address,
                None,
                Severity.WARNING,
                said=ending.upper(),
                kind=document.kind.upper(),
            )
        elif document.kind == "pdf" and not has_words(text, document.pages):
            evidence.unread.add(address)
            self._say(code, "audit-pdf-without-text", address, None, Severity.WARNING, pages=document.pages)
        elif not document.is_whole:
            evidence.unread.add(address)
        elif document.kind == "html":
            self._page(evidence, fetched, document)
        elif self._task.agency and (document.kind not in _TABLES or is_answer) and not self._names_agency(document):
            self._say(code, "audit-no-agency", address, None, Severity.WARNING, agency=self._task.agency[0])

    def _page(self, evidence: _Evidence, fetched: Fetched, document: Document) -> None:
        """A page that answers an item: finished, with links that differ, naming the agency."""
        code, address = evidence.item.code, fetched.final
        blocks = list(body_blocks(document))
        if sum(len(block.text) for block in blocks) < SHORT_PAGE:
            for block in blocks:
                if (said := clues.search("placeholders", block.text)) and not evidence.is_unfinished:
                    evidence.is_stopped = evidence.is_unfinished = True
                    self._say(code, "audit-placeholder", address, block, text=said)
                    break
        numbers = {id(block): number for number, block in enumerate(document.blocks)}
        links = [(link, numbers[id(block)]) for block, link in walk_links(document)]
        self._same_texts(code, address, [one for one in links if self._is_file_link(address, one[0])])
        if self._task.agency and not self._names_agency(document):
            self._say(code, "audit-no-agency", address, None, Severity.WARNING, agency=self._task.agency[0])

    def _names_agency(self, document: Document) -> bool:
        plain = clues.plain_of(document.everything())
        names = [clues.plain(name) for name in self._task.agency]
        if any(name in plain for name in names):
            return True
        return document.kind == "pdf" and any(clues.bones(name) in clues.bones(plain) for name in names)

    def _same_texts(self, code: str, page: str, links: Sequence[tuple[Anchor, int]]) -> None:
        """Links with the same words to different files: of two kinds, such as a PDF and its XLSX, or side by side.

        Each link comes with the number of its block: what stands in rows of its own is told apart by the row.
        """
        by_text: dict[str, dict[str, tuple[Anchor, int]]] = {}
        for link, block in links:
            address = address_of(page, link.href)
            text = " ".join(f"{link.text} {link.title}".split()).casefold()
            if address and text and not link.is_frame:
                by_text.setdefault(text, {}).setdefault(address, (link, block))
        for leading in by_text.values():
            endings = {file_ending(address) for address in leading}
            blocks = [block for _, block in leading.values()]
            if len(leading) < 2 or not any(endings) or (len(endings) == 1 and len(set(blocks)) == len(blocks)):
                continue
            (first, _), (second, _), *_ = leading.values()
            kinds = ", ".join(sorted(ending.upper() or "HTML" for ending in endings))
            facts = {"text": first.text, "count": len(leading), "kinds": kinds}
            self._say(code, "audit-same-link-text", page, second, Severity.WARNING, **facts)

    def _months(self, evidence: _Evidence) -> None:
        """Series of months: one that is missing, or an order that only a machine makes."""
        item = evidence.item
        years = _data_years(evidence.families, self._chosen.year) or {self._chosen.year}
        is_monthly = any(_is_monthly(family) for family in evidence.families)
        labels = [link.text for link in item.links]
        places: list[tuple[str, Listed | Block, list[str], bool]] = [(item.page, item, labels, True)]
        for _, fetched in evidence.answers:
            document = fetched.document
            if not document or document.kind != "html" or fetched.final == item.page:
                continue
            places += [(fetched.final, *series) for series in series_in(document)]
        said: set[str] = set()
        for address, place, labels, are_linked in places:
            missing = missing_months(labels, years)
            # Rows of figures may leave out a month in which nothing was done, unless every month is asked for.
            if missing and (is_monthly or are_linked) and "missing" not in said:
                said.add("missing")
                names = ", ".join(MONTH_NAMES[month - 1] for month in missing)
                self._say(
                    item.code, "audit-month-missing", address, place, Severity.WARNING, months=names, count=len(missing)
                )
            if (order := sorted_as_text(labels)) and "order" not in said:
                said.add("order")
                self._say(item.code, "audit-months-as-text", address, place, Severity.WARNING, order=order)

    # --- what the evidence says ---

    def _content(self, evidence: _Evidence) -> None:
        """The year, and every component that must be seen."""
        item, year = evidence.item, self._chosen.year
        documents = [fetched for _, fetched in (*evidence.answers, *evidence.documents) if fetched.document]
        if not documents:
            return
        where = evidence.answers[0][0]
        if self._only_images(evidence, documents):
            self._say(item.code, "audit-image-only", item.page, where, Severity.WARNING, title=item.title or item.code)
            return
        seen = Seen([one.document for one in documents if one.document], year, [link.href for link in item.links])
        is_year_wrong = False
        needs = {family: _data_years((family,), year) for family in evidence.families}
        for family, accepted in needs.items():
            if not accepted or seen.years & accepted or evidence.unread:
                continue
            is_year_wrong = True
            wanted = ", ".join(map(str, sorted(accepted, reverse=True)))
            name = languages.families("th")[family]["name"]
            if seen.years:
                there = ", ".join(str(one) for one in seen.usual_years())
                self._say(item.code, "audit-wrong-year", item.page, where, expected=wanted, found=there, name=name)
            else:
                self._say(item.code, "audit-no-year", item.page, where, Severity.ADVICE, expected=wanted, name=name)
            break
        if not is_year_wrong:
            self._headings(evidence, seen, set().union(*needs.values()))
        self._components(evidence, seen, where)

    def _only_images(self, evidence: _Evidence, documents: Sequence[Fetched]) -> bool:
        if evidence.unread - {fetched.final for fetched in documents}:
            return False
        shown = [fetched.document for fetched in documents if fetched.document]
        return all(
            one.kind == "image" or (one.kind == "html" and one.images and len(body_text(one)) < 80 and not one.has_form)
            for one in shown
        )

    def _headings(self, evidence: _Evidence, seen: Seen, accepted: set[int]) -> None:
        """Last year's heading, or words of the link, over this year's evidence."""
        if not accepted:
            return
        year = self._chosen.year
        may = accepted | {year}
        for link, fetched in evidence.answers:
            document = fetched.document
            if not document:
                continue
            headings = [block for block in document.blocks if block.level in (1, 2) and not block.is_aside]
            said = [(block, years_written(block.text)) for block in headings]
            years = set().union(*(found for _, found in said)) if said else set()
            if document.kind == "html" and years and not years & may:
                block = next(block for block, found in said if found)
                self._old_heading(evidence.item.code, fetched.final, block, block.text, years, accepted)
            elif (in_link := years_written(link.text)) and not in_link & may:
                self._old_heading(evidence.item.code, evidence.item.page, link, link.text, in_link, accepted)

    def _old_heading(
        self, code: str, address: str, place: Block | Anchor, text: str, years: set[int], accepted: set[int]
    ) -> None:
        found = ", ".join(map(str, sorted(years)))
        wanted = ", ".join(map(str, sorted(accepted, reverse=True)))
        self._say(
            code, "audit-old-heading", address, place, Severity.WARNING, heading=text, found=found, expected=wanted
        )

    def _components(self, evidence: _Evidence, seen: Seen, where: Anchor) -> None:
        item = evidence.item
        asked = item_of(self._chosen.catalogue, item.code)
        if asked is None:
            return
        missing = [
            component
            for component in _asked_components(asked, self._chosen.year)
            if component.required == "yes" and seen.shows(component) is False
        ]
        if not missing:
            return
        if evidence.unread:
            names = ", ".join(component.title.th for component in missing)
            count = len(evidence.unread)
            self._say(item.code, "audit-not-judged", item.page, where, Severity.ADVICE, components=names, count=count)
            return
        for severity, of_kind in (
            (Severity.WARNING, [one for one in missing if one.confidence != "unverified"]),
            (Severity.ADVICE, [one for one in missing if one.confidence == "unverified"]),
        ):
            if of_kind:
                names = ", ".join(component.title.th for component in of_kind)
                self._say(
                    item.code,
                    "audit-component-not-seen",
                    item.page,
                    where,
                    severity,
                    components=names,
                    count=len(of_kind),
                    title=item.title or item.code,
                )

    def _grouped_faults(self) -> None:
        """What is said once of a host, not at each of its links."""
        for host, places in self._elsewhere.items():
            codes = ", ".join(dict.fromkeys(code for code, _, _ in places))
            _, page, link = places[0]
            if host == "--max-pages":
                self._say(codes, "audit-limit", page, link, Severity.WARNING, count=len(places))
            else:
                self._say(codes, "audit-link-not-opened", page, link, Severity.ADVICE, host=host, count=len(places))
        for host, places in self._plain_http.items():
            codes = ", ".join(dict.fromkeys(code for code, _, _ in places))
            _, page, link = places[0]
            self._say(codes, "audit-http-link", page, link, Severity.WARNING, host=host, count=len(places))


_TABLES = ("xlsx", "xls", "ods", "csv")
"""Kinds of files that hold figures; the page that links to one says whose they are."""
_OFFERS = re.compile(r"ดาวน์โหลด|download|เอกสาร|ไฟล์|แฟ้ม|คลิก|\bpdf\b|\bxlsx?\b", re.IGNORECASE)
"""Words of a link that offers something to open."""


def _without_year(title: str) -> str:
    return re.sub(r"(?:ประจำ)?(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*2[45]\d\d", "", fold_digits(title))


def unopened(task: Task, fetched: Fetched, file: str, line: int, column: int) -> Diagnostic | None:
    """Why an address gave nothing to judge, as a finding at a link to it."""
    target = short(task.shown(fetched.address), 120)

    def at(code: str, severity: Severity = Severity.ERROR, **facts: object) -> Diagnostic:
        said = {"item": "-", "target": target, **{name: str(value) for name, value in facts.items()}}
        return Diagnostic(file, line, column, code, severity, said)

    match fetched.trouble:
        case "status" if fetched.status in (401, 407):
            return at("audit-asks-login")
        case "status":
            return at("audit-broken-link", status=fetched.status)
        case "timeout":
            return at("audit-no-answer", reason="timeout")
        case "unreachable":
            return at("audit-no-answer", reason=short(fetched.reason or "-", 80))
        case "loop":
            return at("audit-redirect-loop")
        case "elsewhere":
            return at("audit-link-not-opened", Severity.ADVICE, host=host_of(fetched.final), count=1)
        case "robots":
            return at("audit-robots", Severity.ADVICE)
        case "too-large":
            return at("audit-too-large", Severity.WARNING, size=f"{fetched.size / 1_000_000:.1f}")
        case "limit":
            return at("audit-limit", Severity.WARNING, count=1)
    return None


def _asks_login(fetched: Fetched, document: Document) -> bool:
    if document.kind != "html":
        return False
    if fetched.final != fetched.address and clues.matches("login_addresses", urlsplit(fetched.final).path):
        return True
    text = document.content()
    return (
        document.has_password
        and len(clues.plain_of(text)) < 400
        and clues.matches("login_words", text + document.title)
    )


def _says_not_found(document: Document) -> bool:
    if document.kind != "html":
        return False
    heading = next((block.text for block in document.blocks if block.level == 1 and not block.is_aside), "")
    return clues.matches("not_found", document.title) or clues.matches("not_found", heading)


def _is_what_it_says(ending: str, document: Document) -> bool:
    kinds = {
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
    return document.kind in kinds.get(ending, ("image",))


# --- components ---------------------------------------------------------------------------------------


def _is_monthly(family: str) -> bool:
    """Whether a family must show every month."""
    return any("has:all-months" in words for words in clues.evidence_words().get(family, {}).values())


def _asked_components(item: Item, year: int) -> list[Component]:
    known = item.components
    if known is None:
        known = tuple(component for family in item.families for component in known_components()[family])
    return [component for component in known if component.is_asked_in(year)]


def _data_years(families: Iterable[str], year: int) -> set[int]:
    """The years that the evidence of families may be of; none for those whose words stay true."""
    found: set[int] = set()
    for name in families:
        family = FAMILIES.get(name)
        if family and not family.stays:
            found |= {"assessed": {year}, "previous": {year - 1}, "either": {year, year - 1}}[family.year]
    return found
