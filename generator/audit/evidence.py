"""What the documents of one item show: their words, years and things, asked component by component.

Pure, over documents that were read: nobody knows here where they came from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.audit import audit_words
from generator.audit.addresses import file_name, parts_of
from generator.audit.periods import FEWEST_MONTHS, count_months, years_in
from generator.files.content import Block, ReadDocument
from generator.models.catalogue import Component

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+\s?(?:@|\[at\]|\(at\))\s?[\w-]+\.[\w.-]+")
_TELEPHONE = re.compile(r"(?<!\d)(?:0\s?\d(?:[\s-]?\d){7,8}|1\d{3})(?!\d)")
_EGP = re.compile(r"(?<!\d)[5-7]\d[01]\d{8}(?!\d)")
"""A number of a project in the government's procurement system."""
FEWEST_ENGLISH = 25
"""English words of a page that is in English too."""


def body_blocks(document: ReadDocument) -> Iterator[Block]:
    """The content of a page without what only says what must be shown."""
    skips = 0
    for block in document.blocks:
        if block.is_aside:
            continue
        if block.level:
            if skips and block.level <= skips:
                skips = 0
            if not skips and audit_words.matches("only_asks", block.text):
                skips = block.level
        if not skips:
            yield block


def body_text(document: ReadDocument) -> str:
    """The words of a page below its heading."""
    return " ".join(block.text for block in body_blocks(document) if not block.level).strip()


class Evidence:
    """All that the documents of one item show, ready to be asked for components."""

    def __init__(self, pages: Sequence[ReadDocument], year: int, links: Sequence[str]) -> None:
        """``links``: addresses that the list itself gives for the item."""
        self._year = year
        parts: list[str] = []
        bodies: list[str] = []
        pdfs: list[str] = []
        self._images = self._forms = 0
        self._addresses: list[str] = []
        for page in pages:
            self._images += page.images
            self._forms += page.has_form
            if page.kind == "html":
                blocks = list(body_blocks(page))
                parts += [page.title, *(block.text for block in blocks)]
                bodies += [block.text for block in blocks if block.level not in (1, 2)]
                self._addresses += [link.href for block in blocks for link in block.links]
                names = (file_name(link.href) for block in blocks for link in block.links)
                bodies += [name for name in names if name]
            else:
                parts.append(page.text)
                bodies.append(page.text)
                if page.kind == "pdf":
                    pdfs.append(page.text)
        self._addresses += links
        self._text = audit_words.folded("\n".join(parts))
        self._plain = audit_words.plain_of(self._text)
        self._without_marks = audit_words.without_marks(audit_words.plain_of("\n".join(pdfs)))
        self._counted = years_in("\n".join(bodies))
        self.years = set(self._counted)

    def usual_years(self) -> list[int]:
        return sorted(year for year, _ in self._counted.most_common(3))

    def shows(self, component: Component) -> bool | None:
        """Whether the component is there; None where the year's own check speaks of it, or nobody knows the word."""
        words = audit_words.evidence_words().get(component.family, {}).get(component.id, [])
        if not words or all(word in ("has:data-year", "has:assessed-year") for word in words):
            return None
        return any(self.has(word) for word in words)

    def names(self, component: Component) -> bool:
        """Whether the words name the component; a picture, a form or a year alone is no name of anything."""
        words = audit_words.evidence_words().get(component.family, {}).get(component.id, [])
        return any(self.has(word) for word in words if not word.startswith("has:"))

    def has(self, word: str) -> bool:
        """Whether one line of ``evidence_words.yaml`` holds: ``word``, ``word + word``, ``/pattern/`` or ``has:something``."""
        if word.startswith("has:"):
            return _THINGS[word.removeprefix("has:")](self)
        if word.startswith("/") and word.endswith("/"):
            return re.search(word[1:-1], self._text, re.IGNORECASE) is not None
        return all(self._says(audit_words.plain(part)) for part in word.split(" + "))

    def _says(self, plain: str) -> bool:
        if plain in self._plain:
            return True
        letters = audit_words.without_marks(plain)
        return len(letters) >= 4 and letters in self._without_marks

    def _has_image(self) -> bool:
        return self._images > 0

    def _has_form(self) -> bool:
        return self._forms > 0

    def _has_map(self) -> bool:
        return any(audit_words.matches("maps", address) for address in self._addresses)

    def _has_social(self) -> bool:
        hosts = (parts_of(address).hostname or "" for address in self._addresses)
        return any(audit_words.is_host_of("social", host) for host in hosts)

    def _has_email(self) -> bool:
        return _EMAIL.search(self._text) is not None or self._links_to("mailto:")

    def _has_telephone(self) -> bool:
        return _TELEPHONE.search(self._text) is not None or self._links_to("tel:")

    def _links_to(self, scheme: str) -> bool:
        return any(address.startswith(scheme) for address in self._addresses)

    def _has_english(self) -> bool:
        return len(re.findall("[a-z]{3,}", self._text)) >= FEWEST_ENGLISH

    def _is_of_year(self) -> bool:
        return self._year in self.years

    def _has_project_number(self) -> bool:
        return _EGP.search(self._text) is not None

    def _has_all_months(self) -> bool:
        return count_months(self._text) >= FEWEST_MONTHS


_THINGS: Mapping[str, Callable[[Evidence], bool]] = {
    "image": Evidence._has_image,
    "form": Evidence._has_form,
    "map": Evidence._has_map,
    "social": Evidence._has_social,
    "email": Evidence._has_email,
    "telephone": Evidence._has_telephone,
    "english": Evidence._has_english,
    "data-year": Evidence._is_of_year,
    "assessed-year": Evidence._is_of_year,
    "years-around": Evidence._is_of_year,
    "egp": Evidence._has_project_number,
    "all-months": Evidence._has_all_months,
}
"""What ``has:`` may ask for in ``evidence_words.yaml``."""
