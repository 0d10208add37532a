"""What a site that is out gives to a data folder: of each item its documents, and which components their words show.

Pure, over an audit that opened everything. Nothing is claimed that is not certain: a component counts as shown where the
words of one document name it; a day, where the document says that it was issued or published then, and names no other.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.audit import audit_words
from generator.audit.addresses import file_name, host_of, is_home, target_of, without_ending
from generator.audit.answers import ItemAnswers, Opened
from generator.audit.evidence import Evidence
from generator.audit.item_list import ListedItem
from generator.audit.survey import Audit
from generator.audit.task import Fetched
from generator.diagnostics import Diagnostic
from generator.files.content import Anchor, ReadDocument
from generator.models.catalogue import Catalogue, Component, Item
from generator.models.profile import components_of, profile_of
from generator.writing.dates import find_dates
from generator.writing.hosts import is_staging

LONGEST_TITLE = 200
"""Letters of a document's title; more is a paragraph that somebody made a link."""
_NEAR = 40
"""Letters between the word that a day was published and the day."""
_CUT = re.compile(r"(?:…|\.{3,})\s*$")
_CODE = re.compile(r"^\s*(?:\[?\s*[A-Za-zО๐-๙0-9.-]{1,8}\s*\]?|ข้อ(?:ที่)?\s*[๐-๙0-9]+)\s*[:.)-]?\s+(?=[ก-๙])")


@dataclass(frozen=True)
class FoundDocument:
    """A document of an item, as the site gives it.

    Attributes:
        address: where it is; with ``#…`` where it is a place of a page.
        issued: the day that it says it was issued or published on.
        shows: ids of the components that its words name.
        can_be_fetched: whether it is a file of the agency's own hosts that was opened.
    """

    title: str
    address: str
    issued: datetime.date | None = None
    shows: tuple[str, ...] = ()
    can_be_fetched: bool = False


@dataclass(frozen=True)
class Beginning:
    """What the site says of one family of an item.

    Attributes:
        documents: its own, in the order of the page; those that name nothing of any family of the item belong to each.
        none: the sentence that says there was none, or empty.
        lacks: required components that no words show, where something could be read.
        is_listed: whether the site has the item at all.
        is_read: whether one of the documents could be read.
        said: what the audit found of this item alone.
    """

    item: Item
    family: str
    documents: tuple[FoundDocument, ...] = ()
    none: str = ""
    lacks: tuple[Component, ...] = ()
    is_listed: bool = False
    is_read: bool = False
    said: tuple[Diagnostic, ...] = ()


def said_of_many(audit: Audit) -> tuple[Diagnostic, ...]:
    """What the audit found of the list itself, or of several items at once."""
    return tuple(matter.found for matter in audit.matters if not _is_of_one(matter.found))


def _is_of_one(found: Diagnostic) -> bool:
    return bool(found.facts.get("item")) and ", " not in found.facts["item"]


def beginnings(audit: Audit) -> tuple[Beginning, ...]:
    """Every family of every item that the year asks for, in the order of the list; none without a list."""
    if audit.chosen is None:
        return ()
    answers: dict[str, list[ItemAnswers]] = {}
    for one in audit.answers:
        answers.setdefault(one.item.code, []).append(one)
    found: list[Beginning] = []
    for item in audit.items:
        said = tuple(
            {m.found.message("th"): m.found for m in audit.matters if m.found.facts.get("item") == item.code}.values()
        )
        found += _of_item(item, answers.get(item.code, []), audit.chosen.catalogue, audit.chosen.year, said)
    return tuple(found)


def _of_item(
    item: Item, answers: list[ItemAnswers], catalogue: Catalogue, year: int, said: tuple[Diagnostic, ...]
) -> Iterator[Beginning]:
    profile = profile_of(catalogue.list_of(item).profile)
    asked = {family: components_of(profile, family, year, item.components, ()) for family in item.families}
    documents = [one for answer in answers for one in _documents(item, answer)]
    shown = [(one, _shown(read, asked, year)) for one, read in documents]
    for family, components in asked.items():
        own = [
            replace(one, shows=tuple(of_family.get(family, ())))
            for one, of_family in shown
            if of_family.get(family) or not any(of_family.values())
        ]
        named = {id for one in own for id in one.shows}
        none = next((_sentence(one.item) for one in answers if one.is_stated_none), "")
        is_read = any(read is not None for _, read in documents)
        lacks = tuple(one for one in components if is_read and one.required == "yes" and one.id not in named)
        yield Beginning(item, family, tuple(own), none, () if none else lacks, bool(answers), is_read, said)


def _shown(read: ReadDocument | None, asked: dict[str, tuple[Component, ...]], year: int) -> dict[str, list[str]]:
    """Family → the components that the words of a document name."""
    if read is None:
        return {}
    evidence = Evidence([read], year, ())
    return {family: [one.id for one in components if evidence.names(one)] for family, components in asked.items()}


# --- the documents of an item -----------------------------------------------------------------------


def _documents(item: Item, answers: ItemAnswers) -> Iterator[tuple[FoundDocument, ReadDocument | None]]:
    """The documents of an item, each once: a page of links gives what it links to, any other answer itself."""
    opened = {one.fetched.address: one for one in answers.answers}
    below: dict[str, list[FoundDocument]] = {}
    read_of: dict[str, ReadDocument | None] = {}
    for one in answers.documents:
        if _is_dead(one.fetched):
            continue
        found = _found(item, one.link, one.page, one.fetched.final, one.fetched.document)
        below.setdefault(one.page, []).append(found)
        read_of[found.address] = one.fetched.document
    passed: set[str] = set()
    for link in answers.links:
        address = _leads_to(answers.item.page, link)
        answer = opened.get(address.partition("#")[0]) if address else None
        if address is None or _leads_nowhere(address, answer, answers.item.page):
            continue
        read = answer.fetched.document if answer else None
        final = answer.fetched.final if answer else ""
        documents = below.get(final, []) if read and read.kind == "html" else []
        if not documents:
            documents = [_found(item, link, answers.item.page, address, read)]
            read_of.setdefault(documents[0].address, read)
        for document in documents:
            if document.address not in passed:
                passed.add(document.address)
                yield document, read_of[document.address]


def _leads_nowhere(address: str, answer: Opened | None, page: str) -> bool:
    """Whether citizens cannot reach what a link leads to: another machine, for trials, or an address that gives nothing."""
    is_trial = host_of(address) != host_of(page) and is_staging(address)
    return is_trial or (answer is not None and _is_dead(answer.fetched))


def _is_dead(fetched: Fetched) -> bool:
    """Whether the address is known to give nothing; who refuses may have the document all the same."""
    return fetched.trouble == "loop" or (fetched.trouble == "status" and fetched.status in (404, 410))


def _leads_to(page: str, link: Anchor) -> str | None:
    """The address that a link of the list leads to, with the place in its page; None where it only folds, or leads home."""
    if not link.href or link.is_toggle:
        return None
    address = target_of(page, link.href)
    if address is None or is_home(address):
        return None
    place = link.href.partition("#")[2]
    is_place = place not in ("", "0") and not place.startswith("!")
    if address == page and not is_place:
        return None
    return f"{address}#{place}" if is_place and not file_name(address) else address


def _found(item: Item, link: Anchor, page: str, address: str, read: ReadDocument | None) -> FoundDocument:
    is_file = read is not None and read.kind != "html"
    own = host_of(address) == host_of(page)
    return FoundDocument(_title(item, link, address, read), address, _issued(read), can_be_fetched=is_file and own)


def _title(item: Item, link: Anchor, address: str, read: ReadDocument | None) -> str:
    """What a document is called: by its link, its own heading, its file, else by the item."""
    proposed = [link.text, link.title]
    if read is not None and read.kind == "html":
        proposed += [block.text for block in read.blocks if block.level in (1, 2) and not block.is_aside][:1]
    name = without_ending(file_name(address)).replace("_", " ")
    proposed.append(name if re.search("[ก-ฮ]{3}", name) else "")
    for text in map(_tidy, proposed):
        if text and not _CUT.search(text) and not _says_nothing(item, text):
            return text[:LONGEST_TITLE]
    return item.title.th


def _tidy(text: str) -> str:
    return _CODE.sub("", " ".join(text.split()))


def _says_nothing(item: Item, text: str) -> bool:
    """Whether the words on a link do not tell one document from another: ``คลิกที่นี่``, the code, an address."""
    plain = audit_words.plain(text)
    return (
        not re.search("[ก-ฮa-z]{2}", plain)
        or plain == audit_words.plain(item.code)
        or text.startswith(("http://", "https://", "www."))
        or audit_words.is_whole("says_nothing", text)
    )


def _issued(read: ReadDocument | None) -> datetime.date | None:
    """The one day on which a document says that it was issued or published."""
    days = set(_days(read.content())) if read is not None else set()
    return days.pop() if len(days) == 1 else None


def _days(text: str) -> Iterable[datetime.date]:
    for place in audit_words.places("published_on", text):
        for _, day in find_dates(text[place : place + _NEAR]):
            yield day
            break


def _sentence(item: ListedItem) -> str:
    """The line of an item that says there was none, without the item's own title."""
    for line in item.text.splitlines():
        said = _CODE.sub("", " ".join(line.split())).removeprefix(_CODE.sub("", item.title)).strip(" :-–")
        if audit_words.matches("states_none", said):
            return said
    return " ".join(item.text.split())
