"""What an import writes into a data folder, and how the site differs from what the folder says already. Pure.

A family that the folder does not have begins as a file; a blank one gets its documents; what an officer has written is
left alone, and the difference is said instead.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import unquote, urljoin

from generator import languages
from generator.audit.addresses import FOLDER_ROOT, file_ending, file_name, without_ending
from generator.audit.beginnings import Beginning, FoundDocument
from generator.models.disclosure import Disclosure
from generator.models.shared import Evidence
from generator.officers.start import NOTHING_BEGUN, Begun
from generator.site.site import Site
from generator.writing.dates import write_date

LONGEST_NAME = 60
"""Letters of a file's own name that are kept; Windows counts the whole path."""
Value = str | list[str]


class How(StrEnum):
    """What becomes of a family."""

    NEW = "new"
    FILLED = "filled"
    SAME = "same"
    OTHER = "other"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Step:
    """One family, and what becomes of it.

    Attributes:
        begun: what is written of it.
        documents: those of the site that the folder does not have yet.
        gone: evidence of the folder that the site does not have.
        placeless: documents of the site that have no address, so that nobody can be sent to them.
    """

    beginning: Beginning
    how: How
    begun: Begun = NOTHING_BEGUN
    documents: tuple[FoundDocument, ...] = ()
    gone: tuple[Evidence, ...] = ()
    placeless: tuple[FoundDocument, ...] = ()


@dataclass(frozen=True)
class Places:
    """Where documents are in the data: at their address, or in ``files/`` where they are fetched.

    Attributes:
        base: address of the folder that was read, where it was a folder; empty where nobody said it.
        fetches: whether files of the agency's own hosts are fetched.
        digests: address → SHA-256 of what was fetched from there, in hexadecimal.
    """

    year: int
    base: str = ""
    fetches: bool = False
    digests: Mapping[str, str] = field(default_factory=dict)

    def key(self, code: str, document: FoundDocument) -> Mapping[str, str]:
        """``file`` or ``link`` with its value; nothing where there is neither."""
        if self.fetches and document.can_be_fetched:
            return {"file": self.file(code, document)}
        address = self.public(document)
        return {"link": address} if address else {}

    def public(self, document: FoundDocument) -> str:
        """The address on the web, or empty."""
        if not document.address.startswith(FOLDER_ROOT):
            return document.address
        return urljoin(self.base, document.address.removeprefix(FOLDER_ROOT)) if self.base else ""

    def file(self, code: str, document: FoundDocument) -> str:
        """The place of a fetched file: item, its own name, and what tells its address from any other, so that it stays."""
        name = re.sub(r"[^\wก-๙-]+", "-", without_ending(file_name(document.address)))[:LONGEST_NAME].strip("-")
        ending = file_ending(document.address) or "pdf"
        return f"files/{self.year}/{'-'.join(filter(None, (code, name, _mark(document))))}.{ending}"


def _mark(document: FoundDocument) -> str:
    return hashlib.sha256(document.address.encode("utf-8")).hexdigest()[:8]


def steps(beginnings: Iterable[Beginning], places: Places, site: Site | None) -> tuple[Step, ...]:
    """What becomes of every family.

    Args:
        site: what the data folder says; None where there is none yet.
    """
    return tuple(_step(one, places, site) for one in beginnings)


def _step(one: Beginning, places: Places, site: Site | None) -> Step:
    placed = [(document, places.key(one.item.code, document)) for document in one.documents]
    placeless = tuple(document for document, key in placed if not key)
    begun = _begun(one, [(document, key) for document, key in placed if key], places)
    entry = site.disclosure(one.family, places.year) if site else None
    if entry is None or entry.data.is_blank:
        how = (How.FILLED if entry else How.NEW) if begun.has_content else How.NOTHING
        return Step(one, how, begun, tuple(d for d, key in placed if key), placeless=placeless)
    new = tuple(document for document, key in placed if key and not _is_there(document, places, entry.data))
    gone = tuple(e for e in entry.data.evidence if not any(_is_of(e, d, places) for d in one.documents))
    return Step(one, How.OTHER if new or gone else How.SAME, documents=new, gone=gone, placeless=placeless)


def _begun(one: Beginning, placed: Sequence[tuple[FoundDocument, Mapping[str, str]]], places: Places) -> Begun:
    """A disclosure's first content: its documents with the components that their words name, and what is left to do."""
    words = languages.words("th")["import"]["remarks"]
    evidence = []
    for document, key in placed:
        made: dict[str, Value] = {"title": document.title, **key}
        if document.issued:
            made["date"] = write_date(document.issued, "th", "arabic")
        if document.shows:
            made["shows"] = [*document.shows]
        evidence.append(made)
    remarks = [words["imported"]] if evidence or one.none else []
    remarks += [words["unread"]] if evidence and not one.is_read else []
    remarks += [
        words["fetched"].format(file=key["file"], address=places.public(document), digest=digest)
        for document, key in placed
        if "file" in key and (digest := places.digests.get(document.address))
    ]
    remarks += [words["lacks"].format(title=component.title.th, id=component.id) for component in one.lacks]
    remarks += [words["said"].format(message=fault.message("th"), code=fault.code) for fault in one.said]
    return Begun(tuple(evidence), one.none if not evidence else "", tuple(remarks))


def _is_there(document: FoundDocument, places: Places, data: Disclosure) -> bool:
    return any(_is_of(evidence, document, places) for evidence in data.evidence)


def _is_of(evidence: Evidence, document: FoundDocument, places: Places) -> bool:
    """Whether a piece of evidence is this document: its address, or the file that was fetched from there."""
    if evidence.link:
        return _plain(evidence.link) == _plain(places.public(document))
    return f"-{_mark(document)}." in (evidence.file or "")


def _plain(address: str) -> str:
    """An address for comparing: however it is quoted, with or without ``www.``, by http or https."""
    return re.sub(r"^https?://(?:www\.)?", "", unquote(address)).rstrip("/")
