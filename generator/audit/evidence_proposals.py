"""For a file that nothing uses: the item, the components and the pages that it may be evidence of, from its name and words.

A proposal rests on the titles of items and families, and on the words that show a component, as :mod:`evidence` asks them
of a site that is out. It says how sure it is; a copy, or a file that stands in the data already, is never proposed.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.audit.evidence import Evidence
from generator.audit.periods import years_in
from generator.files.content import Content, Reach, ReadDocument
from generator.files.kinds import ENDINGS, ending_of
from generator.files.reading import read_content
from generator.models.catalogue import Component, Item
from generator.models.disclosure import Shown
from generator.officers.families_by_title import (
    NEAR,
    Known,
    Proposal,
    Sureness,
    known_titles,
    likeness,
    propose,
    title_key,
)
from generator.site.site import Site
from generator.site.states import family_state
from generator.writing.file_names import is_copy
from generator.writing.letters import mended

TITLE_LINES = 12
"""Lines at the beginning of a file among which its title is looked for."""
MOST_PAGES = 3
"""Pages that are named for a component."""


@dataclass(frozen=True)
class Unused:
    """A file below ``files/`` that no disclosure names.

    Attributes:
        name: from the data folder.
        lines: where (page, paragraph, cell) and what is written there, as far as it was read.
        is_paged: whether its lines are pages.
        same_as: the file with the very same content that the data names, if there is one.
    """

    name: str
    lines: tuple[tuple[str, str], ...] = ()
    is_paged: bool = False
    same_as: str = ""


@dataclass(frozen=True)
class Proposed:
    """What an unused file may be evidence of.

    Attributes:
        year: the assessed year.
        family: empty where nothing is near, or the file is a copy.
        title: what it may be called on the page.
        shows: components that its words show and the data does not, each with its pages, if it has pages.
    """

    file: Unused
    year: int
    family: str = ""
    item: Item | None = None
    sureness: Sureness = Sureness.NONE
    title: str = ""
    shows: tuple[tuple[Component, str], ...] = ()

    @property
    def is_copy(self) -> bool:
        return is_copy(self.file.name.rpartition("/")[2])


REACH = Reach(pages=60, letters=200_000)
"""How far a file is read that nobody has named yet: its title and its components stand at its beginning, or not much later."""


def unused(name: str, raw: bytes, same_as: str = "") -> Unused:
    """A file with its words, from its content."""
    content = read_content(io.BytesIO(raw), ENDINGS[ending_of(name)].kind, REACH) if raw else Content()
    return Unused(name, content.lines, ending_of(name) == ".pdf", same_as)


def proposed_for(site: Site, file: Unused, year: int, item: Item, family: str) -> Proposed:
    """What a file may show of a family that somebody named."""
    return Proposed(file, year, family, item, Sureness.SAME, _title(file, item), _shown(site, file, year, item, family))


def proposals(site: Site, unused: Iterable[Unused]) -> list[Proposed]:
    """A proposal for each file, in the order of the files."""
    known = {year: known_titles([site.catalogues[year]]) for year in site.years}
    return [_proposed(site, file, known) for file in unused]


def _proposed(site: Site, file: Unused, known: Mapping[int, Sequence[Known]]) -> Proposed:
    year = _year_of(site, file)
    if year not in known or file.same_as or is_copy(file.name.rpartition("/")[2]):
        return Proposed(file, year)
    by_title = _by_title(file, known[year])
    items = {family: item for item in reversed(site.catalogues[year].items) for family in item.families}
    families = [family for family in by_title.families if family in items]
    shown = {family: _shown(site, file, year, items[family], family) for family in families}
    best = max(families, key=lambda family: (len(shown[family]), -families.index(family)), default="")
    if not best:
        return Proposed(file, year)
    return Proposed(file, year, best, items[best], by_title.sureness, _title(file, items[best]), shown[best])


def _year_of(site: Site, file: Unused) -> int:
    """The assessed year: of its folder, else the newest shown year that its name or first words speak of."""
    for part in file.name.split("/")[:-1]:
        if part.isascii() and part.isdigit() and int(part) in site.years:
            return int(part)
    spoken = years_in("\n".join([_stem(file.name), *(text for _, text in file.lines[:TITLE_LINES])]))
    return next((year for year in site.years if year in spoken), site.years[0] if site.years else 0)


def _by_title(file: Unused, known: Sequence[Known]) -> Proposal:
    """What the name says, or one of the first lines: the surest; of two the name, by which the office knows the file."""
    texts = [_stem(file.name), *_first_lines(file)]
    found = [one for text in texts if title_key(text) for one in propose([text], known)]
    order = [*Sureness]
    return min(found, key=lambda one: order.index(one.sureness), default=Proposal((), Sureness.NONE))


def _first_lines(file: Unused) -> list[str]:
    lines = (line.strip() for _, text in file.lines[:TITLE_LINES] for line in text.splitlines()[:TITLE_LINES])
    return [line for line in lines if len(title_key(line)) >= 5][:TITLE_LINES]


def _shown(site: Site, file: Unused, year: int, item: Item, family: str) -> tuple[tuple[Component, str], ...]:
    """The components that the data does not show yet and the file's words do, each with its first pages."""
    state = family_state(site, year, item, family)
    missing = [part.component for part in state.components if part.state in (Shown.MISSING, Shown.NOT_REQUIRED)]
    found = []
    pages = [(where, _evidence(file, text, year)) for where, text in file.lines] if file.is_paged else []
    whole = _evidence(file, "\n".join(text for _, text in file.lines), year)
    for component in missing:
        if whole.shows(component):
            where = [number for number, page in pages if page.shows(component)]
            found.append((component, ", ".join(where[:MOST_PAGES])))
    return tuple(found)


def _evidence(file: Unused, text: str, year: int) -> Evidence:
    return Evidence([ReadDocument("pdf" if file.is_paged else "text", text)], year, ())


def _title(file: Unused, item: Item) -> str:
    """The file's name as words, or the line of its beginning that is most like the item's title, else that title."""
    stem = _stem(file.name)
    if re.search("[ก-๎]{4}", stem):
        return stem
    lines = _first_lines(file)
    best = max(lines, key=lambda line: likeness(line, item.title.th), default="")
    return best if best and likeness(best, item.title.th) >= NEAR else item.title.th


def _stem(name: str) -> str:
    """A file's name as people read it: without its ending, with spaces for what stands for them."""
    stem = mended(unicodedata.normalize("NFC", name.rpartition("/")[2])).rpartition(".")[0]
    return " ".join(re.sub(r"[_+]+|(?<=\w)-(?=\w)", " ", stem).split())


def written(proposed: Proposed) -> dict[str, object]:
    """The entry of ``evidence`` that says what was proposed."""
    shows: list[object] = [
        {"component": component.id, "pages": pages} if pages else component.id for component, pages in proposed.shows
    ]
    return {"title": proposed.title, "file": proposed.file.name, **({"shows": shows} if shows else {})}
