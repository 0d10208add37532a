"""Where the list of items of the year stands: on the page to begin with, or behind its links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote

from generator.audit import audit_words
from generator.audit.addresses import file_name, parts_of, target_of
from generator.audit.document_faults import unopened
from generator.audit.item_list import FEWEST_ITEMS, ListedItem, codes_by_title, item_lists, merged
from generator.audit.item_marks import alike, titles_of
from generator.audit.periods import YEAR
from generator.audit.task import Fetched, Task, Wanted
from generator.diagnostics import Diagnostic, Severity
from generator.files.content import Anchor, walk_links
from generator.models.catalogue import Catalogue
from generator.writing.figures import fold_digits

MOST_CANDIDATES = 12
"""Pages that are opened in each round while the list of items is looked for."""
MOST_FURTHER = 40
"""Pages of one list that are opened beyond its first."""
FITTING = 0.92
"""How alike a title is at least to one of a catalogue, to be known."""
MOST_LINKS = 3_000
"""Links of one page that are weighed."""
ROUNDS = 4
"""The list may stand on pages behind a page of its year, that behind one of the years, the home page and a page of welcome."""


@dataclass(frozen=True)
class ChosenList:
    """The list to judge: of which year, and its items.

    Attributes:
        fitting: how many of its titles are known from a catalogue.
        is_other: whether it is a list of another kind of agency, so that no catalogue tells what it lacks.
    """

    year: int
    catalogue: Catalogue
    items: tuple[ListedItem, ...]
    page: str
    fitting: int = 0
    is_other: bool = False

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


_Place = tuple[str, int]
"""A page, and the number of the table or list in it where a link stands."""


class _FoundList(NamedTuple):
    """Items that one page lists, the year that it says they are of, and where its link stands, with those of its siblings."""

    year: int | None
    items: list[ListedItem]
    place: _Place | None


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
    fault = _start_fault(task, first)
    if fault or first.document is None or first.document.kind != "html":
        return Search(fault=fault or _no_list(task, ()))
    pages = [first]
    lists = list(_lists_on(task, pages, {}))
    for _ in range(ROUNDS):
        if chosen := _choose(task, lists):
            return _with_further(task, got, chosen, lists)
        candidates = _candidates(task, pages)
        wanted = tuple(Wanted(address) for address in candidates if address not in got)
        if wanted:
            return Search(wanted=wanted)
        pages = [got[address] for address in candidates]
        lists += _lists_on(task, pages, candidates)
    if chosen := _choose(task, lists):
        return _with_further(task, got, chosen, lists)
    return Search(fault=_unread(task, got) or _no_list(task, [one.year for one in lists if one.year]))


def _start_fault(task: Task, first: Fetched) -> Diagnostic | None:
    """Why nothing can be judged from the page to begin with; whatever it is, an audit that opened nothing is no success."""
    if first.trouble == "elsewhere":
        facts = {"item": "", "target": first.final}
        return Diagnostic(task.shown(task.start), 0, 0, "audit-starts-elsewhere", Severity.ERROR, facts)
    fault = unopened(task, first, task.shown(task.start), 0, 0)
    return replace(fault, severity=Severity.ERROR) if fault else None


def _with_further(task: Task, got: Mapping[str, Fetched], chosen: ChosenList, lists: Sequence[_FoundList]) -> Search:
    """A list that lacks items, with those of the pages that its pages lead on to."""
    asked = {item.code for item in chosen.catalogue.items}
    own = {item.page for one in lists for item in one.items[:1]}
    ring = [one for one in got.values() if one.final in own]
    passed = {one.address for one in ring} | own
    while ring and len(chosen.codes) < len(asked) and len(passed) < MOST_FURTHER:
        leading = dict(islice(_further(task, ring, passed).items(), MOST_FURTHER))
        if wanted := tuple(Wanted(address) for address in leading if address not in got):
            return Search(wanted=wanted)
        passed |= set(leading)
        ring = [got[address] for address in leading]
        lists = [*lists, *_lists_on(task, ring, leading)]
        chosen = _choose(task, lists) or chosen
    return Search(chosen)


def _further(task: Task, pages: Iterable[Fetched], passed: set[str]) -> dict[str, _Place]:
    """The links of a list's pages to its next ones, beside it: ``2``, ``ถัดไป``, the next sub-indicator."""
    found: dict[str, _Place] = {}
    for page in pages:
        for _, link in islice(walk_links(page.document, aside=True), MOST_LINKS) if page.document else ():
            address = target_of(page.final, link.href)
            if not address or address in passed or not task.is_ours(address) or file_name(address):
                continue
            if audit_words.is_whole("list_goes_on", link.text.strip()) and not link.href.startswith("#"):
                found.setdefault(address, (page.final, 0))
    return found


def _unread(task: Task, got: Mapping[str, Fetched]) -> Diagnostic | None:
    """Why nobody knows whether there is a list: a page that may well have it was not opened, or not read to its end."""
    for address, page in got.items():
        if page.trouble in ("limit", "timeout", "unreachable"):
            fault = unopened(task, page, task.shown(task.start), 0, 0)
            return replace(fault, severity=Severity.ERROR) if fault else None
        if page.document and page.document.kind == "html" and not page.document.is_whole:
            facts = {"target": task.shown(address), "year": str(task.year or "-")}
            return Diagnostic(task.shown(task.start), 0, 0, "audit-page-unread", facts=facts)
    return None


def _no_list(task: Task, years: Sequence[int]) -> Diagnostic:
    found = ", ".join(map(str, sorted(set(years)))) or "-"
    facts = {"year": str(task.year or "-"), "found": found}
    return Diagnostic(task.shown(task.start), 0, 0, "audit-no-list", facts=facts)


def _lists_on(task: Task, pages: Iterable[Fetched], places: Mapping[str, _Place]) -> Iterator[_FoundList]:
    """The lists of some pages; of one that was linked to beside others, a single item too."""
    for page in pages:
        if page.document and page.document.kind == "html":
            place = places.get(page.address)
            fewest = FEWEST_ITEMS if place is None else 1
            for year, items in item_lists(page.document, page.final, task.catalogues, fewest).items():
                yield _FoundList(year, items, place)


def _candidates(task: Task, pages: Iterable[Fetched]) -> dict[str, _Place]:
    """The links that most likely lead to the list, of the year that is asked for or else of the newest; where each stands."""
    scores: dict[str, float] = {}
    places: dict[str, _Place] = {}
    for page in pages:
        for block, link in islice(walk_links(page.document, aside=True), MOST_LINKS) if page.document else ():
            address = target_of(page.final, link.href)
            if not address or not task.is_ours(address) or file_name(address) or address == task.start:
                continue
            score = _score(task, link, address)
            if score > 0:
                scores[address] = max(score, scores.get(address, 0))
                places.setdefault(address, (page.final, block.group))
    best = sorted(scores, key=lambda address: (-scores[address], len(address), address))[:MOST_CANDIDATES]
    return {address: places[address] for address in best}


def _score(task: Task, link: Anchor, address: str) -> float:
    """How likely a link leads to the list, by its words and address."""
    says = f"{link.text} {link.title} {unquote(parts_of(address).path)}"
    score = 2.0 * audit_words.matches("leads_to_list", says) + 1.5 * link.is_frame
    score += 0.5 * audit_words.is_whole("enters_site", link.text)
    years = [
        int(year) for year in YEAR.findall(fold_digits(says)) if task.asks_for(int(year)) or int(year) == task.year
    ]
    if task.year:
        score += 3 * (task.year in years)
    elif years:
        score += 1 + (max(years) - min(task.catalogues)) / 10
    if audit_words.matches("english_addresses", address) and not audit_words.matches("english_addresses", task.start):
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
    fitting, is_other = _fitting(task, catalogue, [item for one in of_year for item in one.items])
    items = _joined([one.items for one in of_year], catalogue)
    if not items:
        return None
    return ChosenList(year, catalogue, tuple(merged(items)), of_year[0].items[0].page, fitting, is_other)


def _fitting(task: Task, catalogue: Catalogue, items: Iterable[ListedItem]) -> tuple[int, bool]:
    """How many codes of a list have a title that a catalogue gives them, and whether it is of another kind of agency.

    A list of the same kind has known titles, if not under the same numbers; one without Thai titles known numbers.
    """
    titles: dict[str, list[str]] = {}
    for item in items:
        titles.setdefault(item.code, []).append(audit_words.plain(item.title))
    titled = {code: said for code, said in titles.items() if any(map(_is_thai, said))}
    if len(titled) < FEWEST_ITEMS:
        known = len(titles.keys() & {item.code for item in catalogue.items})
        return known, known * 2 < len(titles)
    every = [titles_of(one) for one in task.catalogues.values()]
    own = sum(_is_any(said, {known.get(code, "") for known in every}) for code, said in titled.items())
    anywhere = {title for known in every for title in known.values()}
    moved = sum(_is_any(said, anywhere) for said in titled.values())
    return own, own * 2 < len(titled) and moved * 20 < len(titled) * 17


def _is_thai(title: str) -> bool:
    return any("ก" <= letter <= "ฮ" for letter in title)


def _is_any(said: Iterable[str], known: Iterable[str]) -> bool:
    """Whether one of the titles that a list gives is one of those that are known."""
    return any(alike(one, title) >= FITTING for one in said for title in known)


def _dated(task: Task, lists: Iterable[_FoundList]) -> Iterator[_DatedList]:
    """The lists that may be judged: of the year that is asked for, or of any that there is a catalogue of.

    Few items of a page count where the pages beside it have the others.
    """
    every = list(lists)
    by_place: dict[_Place | None, set[str]] = {}
    for one in every:
        by_place.setdefault(one.place, set()).update(item.code for item in one.items)
    for said, items, place in every:
        is_list = len({item.code for item in items}) >= FEWEST_ITEMS
        if not is_list and (place is None or len(by_place[place]) < FEWEST_ITEMS):
            continue
        for year, run in _by_titles(task, items, said or task.year):
            if year and task.asks_for(year) and year in task.catalogues:
                yield _DatedList(year, run, said is not None)


def _by_titles(task: Task, items: list[ListedItem], year: int | None) -> Iterator[tuple[int | None, list[ListedItem]]]:
    """A list with the year that was said or asked for, else the one whose titles it has.

    Several lists of one page that no heading keeps apart, such as tabs that only a script knows, have the year each whose
    titles are theirs.
    """
    runs = _runs(items)
    fitting = [_years_like(task, run) for run in runs]
    if len(runs) == 1 or set.intersection(*fitting) or not all(fitting):
        yield year or _year_like(task, items), items
        return
    by_year: dict[int, list[ListedItem]] = {}
    for run, years in zip(runs, fitting, strict=True):
        by_year.setdefault(year if year in years else max(years), []).extend(run)
    yield from by_year.items()


def _runs(items: Sequence[ListedItem]) -> list[list[ListedItem]]:
    """The lists that follow each other, parted where the codes begin anew."""
    runs: list[list[ListedItem]] = [[]]
    codes: set[str] = set()
    for item in items:
        if item.code in codes and len(codes) >= FEWEST_ITEMS and item.code != runs[-1][-1].code:
            runs.append([])
            codes = set()
        runs[-1].append(item)
        codes.add(item.code)
    if len(codes) < FEWEST_ITEMS and len(runs) > 1:
        runs[-2:] = [runs[-2] + runs[-1]]
    return runs


def _answered(items: Iterable[ListedItem]) -> int:
    return len({item.code for item in items if item.links})


def _joined(lists: Sequence[list[ListedItem]], catalogue: Catalogue) -> list[ListedItem]:
    """The items of the best list, and of the others that have answers those that it lacks.

    A page of few items adds only what the catalogue asks for.
    """
    items = codes_by_title(lists[0], catalogue)
    asked = {item.code for item in catalogue.items}
    for more in lists[1:]:
        codes = {item.code for item in more}
        if _answered(more) * 2 >= len(codes):
            known = {item.code for item in items}
            is_few = len(codes) * 2 < len({item.code for item in lists[0]})
            items += [
                item
                for item in codes_by_title(more, catalogue)
                if item.code not in known and (item.code in asked or not is_few)
            ]
    return items


def _year_like(task: Task, items: Sequence[ListedItem]) -> int | None:
    """The year whose titles a list has, the newest of those that fit as well."""
    asked = {year: _fits(catalogue, items) for year, catalogue in task.catalogues.items() if task.asks_for(year)}
    return max(asked, key=lambda year: (asked[year], year), default=None)


def _years_like(task: Task, items: Sequence[ListedItem]) -> set[int]:
    """The years whose titles a list has, whichever are asked for."""
    fits = {year: _fits(catalogue, items) for year, catalogue in task.catalogues.items()}
    most = max(fits.values(), default=0)
    return {year for year, count in fits.items() if count == most} if most else set()


def _fits(catalogue: Catalogue, items: Iterable[ListedItem]) -> int:
    """How many items have the title of their code, or any title where they have no code."""
    titles = titles_of(catalogue)
    every = set(titles.values())
    return sum(
        alike(audit_words.plain(item.title), titles.get(item.code, "")) > 0.8
        or (not item.is_coded and item.code[1:] in every)
        for item in items
    )
