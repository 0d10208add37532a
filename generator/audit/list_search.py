"""Where the list of items of the year stands: on the page to begin with, or behind its links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote

from generator.audit import audit_words
from generator.audit.addresses import address_of, file_name, parts_of
from generator.audit.document_faults import unopened
from generator.audit.item_list import ListedItem, codes_by_title, item_lists, merged
from generator.audit.item_marks import alike, titles_of
from generator.audit.periods import YEAR
from generator.audit.task import Fetched, Task, Wanted
from generator.diagnostics import Diagnostic
from generator.files.content import Anchor, walk_links
from generator.models.catalogue import Catalogue
from generator.writing.figures import fold_digits

MOST_CANDIDATES = 8
"""Pages that are opened in each round while the list of items is looked for."""
MOST_LINKS = 3_000
"""Links of one page that are weighed."""
ROUNDS = 2
"""The list may stand behind a page of the years, and that behind the home page."""


@dataclass(frozen=True)
class ChosenList:
    """The list to judge: of which year, and its items."""

    year: int
    catalogue: Catalogue
    items: tuple[ListedItem, ...]
    page: str

    @property
    def codes(self) -> frozenset[str]:
        """Codes of the catalogue that the list has."""
        asked = {item.code for item in self.catalogue.items}
        return frozenset(item.code for item in self.items) & asked


@dataclass(frozen=True)
class Search:
    """How the search for the list stands: the list, or pages to open, or why there is none."""

    chosen: ChosenList | None = None
    wanted: tuple[Wanted, ...] = ()
    fault: Diagnostic | None = None


class _FoundList(NamedTuple):
    """Items that one page lists, and the year that it says they are of."""

    year: int | None
    items: list[ListedItem]


class _DatedList(NamedTuple):
    """The same with a year that is known, and whether the page says it."""

    year: int
    items: list[ListedItem]
    is_said: bool


def find_list(task: Task, got: Mapping[str, Fetched]) -> Search:
    """The list of items, from the pages that are open so far."""
    first = got.get(task.start)
    if first is None:
        return Search(wanted=(Wanted(task.start),))
    if first.document is None or first.document.kind != "html":
        return Search(fault=unopened(task, first, task.shown(task.start), 0, 0) or _no_list(task, ()))
    pages = [first]
    lists = list(_lists_on(task, pages))
    for _ in range(ROUNDS):
        if chosen := _choose(task, lists):
            return Search(chosen)
        candidates = _candidates(task, pages)
        wanted = tuple(Wanted(address) for address in candidates if address not in got)
        if wanted:
            return Search(wanted=wanted)
        pages = [got[address] for address in candidates]
        lists += _lists_on(task, pages)
    if chosen := _choose(task, lists):
        return Search(chosen)
    return Search(fault=_no_list(task, [one.year for one in lists if one.year]))


def _no_list(task: Task, years: Sequence[int]) -> Diagnostic:
    found = ", ".join(map(str, sorted(set(years)))) or "-"
    facts = {"year": str(task.year or "-"), "found": found}
    return Diagnostic(task.shown(task.start), 0, 0, "audit-no-list", facts=facts)


def _lists_on(task: Task, pages: Iterable[Fetched]) -> Iterator[_FoundList]:
    for page in pages:
        if page.document and page.document.kind == "html":
            for year, items in item_lists(page.document, page.final, task.catalogues).items():
                yield _FoundList(year, items)


def _candidates(task: Task, pages: Iterable[Fetched]) -> list[str]:
    """The links that most likely lead to the list, of the year that is asked for or else of the newest."""
    scores: dict[str, float] = {}
    for page in pages:
        for _, link in islice(walk_links(page.document, aside=True), MOST_LINKS) if page.document else ():
            address = address_of(page.final, link.href)
            if not address or not task.is_ours(address) or file_name(address) or address == task.start:
                continue
            score = _score(task, link, address)
            if score > 0:
                scores[address] = max(score, scores.get(address, 0))
    return sorted(scores, key=lambda address: (-scores[address], len(address), address))[:MOST_CANDIDATES]


def _score(task: Task, link: Anchor, address: str) -> float:
    """How likely a link leads to the list, by its words and address."""
    says = f"{link.text} {link.title} {unquote(parts_of(address).path)}"
    score = 2.0 * audit_words.matches("leads_to_list", says)
    years = [int(year) for year in YEAR.findall(fold_digits(says)) if int(year) in task.catalogues]
    if task.year:
        score += 3 * (task.year in years)
    elif years:
        score += 1 + (max(years) - min(task.catalogues)) / 10
    if audit_words.matches("english_addresses", address):
        score -= 3
    return score


def _choose(task: Task, lists: Sequence[_FoundList]) -> ChosenList | None:
    """The list of the year that is asked for, else of the newest that there is; what is on several pages is put together."""
    dated = list(_dated(task, lists))
    if not dated:
        return None
    year = max(one.year for one in dated)
    catalogue = task.catalogues[year]
    of_year = sorted(
        (one for one in dated if one.year == year), key=lambda one: (-_answered(one.items), not one.is_said)
    )
    items = _joined([one.items for one in of_year], catalogue)
    return ChosenList(year, catalogue, tuple(merged(items)), of_year[0].items[0].page) if items else None


def _dated(task: Task, lists: Iterable[_FoundList]) -> Iterator[_DatedList]:
    """The lists that may be judged: of the year that is asked for, or of any that there is a catalogue of."""
    for said, items in lists:
        year = said or task.year or _year_like(task, items)
        if year and year in task.catalogues and task.year in (None, year):
            yield _DatedList(year, items, said is not None)


def _answered(items: Iterable[ListedItem]) -> int:
    return len({item.code for item in items if item.links})


def _joined(lists: Sequence[list[ListedItem]], catalogue: Catalogue) -> list[ListedItem]:
    """The items of the best list, and of the others that have answers those that it lacks."""
    items = codes_by_title(lists[0], catalogue)
    for more in lists[1:]:
        if _answered(more) * 2 >= len({item.code for item in more}):
            known = {item.code for item in items}
            items += [item for item in codes_by_title(more, catalogue) if item.code not in known]
    return items


def _year_like(task: Task, items: Sequence[ListedItem]) -> int | None:
    """The year whose titles a list has, the newest of those that fit as well."""
    best: tuple[int, int] | None = None
    for year, catalogue in task.catalogues.items():
        titles = titles_of(catalogue)
        fits = sum(alike(audit_words.plain(item.title), titles.get(item.code, "")) > 0.8 for item in items)
        fits += sum(not item.is_coded and item.code[1:] in titles.values() for item in items)
        best = max(best or (0, 0), (fits, year))
    return best[1] if best and best[0] else max(task.catalogues, default=None)
