"""What the data knows of the pages: which item, year and family each is, and other names that people look for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from generator import languages
from generator.families import FAMILIES
from generator.families.executives.model import Executives
from generator.models.agency import Unit
from generator.pages import home
from generator.pages.voice import Voice
from generator.publish.search.rows import Record, of_evidence, of_rows
from generator.site import addresses
from generator.site.site import Site
from generator.site.states import item_states
from generator.site.trail import answered

ITEM, TOPIC, YEAR, ABOUT, GUIDE = range(5)
"""Kinds of pages; a result of an earlier kind comes before one of a later kind where all else is alike."""

_SAID = (
    *(
        "exact",
        "near",
        "some",
        "no_hit",
        "more_hits",
        "understood",
        "left_out",
        "no_such_code",
        "code_elsewhere",
        "only_cards",
    ),
    *("jobs", "supplier", "open_jobs", "search_files", "in_files", "no_files", "wanted"),
    *("in_year", "every_year", "of_fiscal_year", "in_family", "every_family"),
)


@dataclass(frozen=True)
class UnitCard:
    """A unit: its names, the short ones first, and in a line how to reach it and which items are its own."""

    id: str
    names: tuple[str, ...]
    title: str
    contact: str


@dataclass(frozen=True)
class Known:
    """What is known of one site in one language before its pages are built.

    Attributes:
        language: of the pages.
        items: address of an item's page → its code and families.
        data_years: address of an item's page → the year that facts of it are of, where that is another one.
        family_names: family → what it is called, in the order of the newest catalogue.
        family_words: family → other names of it: in each year's catalogue, in the other language, as citizens say.
        units: what is shown of a unit whose name is asked for.
        people: who leads the agency: names and post that tell them, what is shown as title and as text, and the address.
        states: address of an item's page → how complete it is, in a word; nothing where the public is not told.
        wanted: what to offer where nothing was found: title and address.
        rows, evidence: what is searched beside the pages.
        left_out: addresses that are not searched, because they say again what other pages say.
        words: what the search itself says.
        digits: of its counts and years: ``arabic`` or ``thai``.
    """

    language: str
    items: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    data_years: Mapping[str, int] = field(default_factory=dict)
    family_names: Mapping[str, str] = field(default_factory=dict)
    family_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    units: tuple[UnitCard, ...] = ()
    people: tuple[tuple[tuple[str, ...], str, str, str, str], ...] = ()
    states: Mapping[str, str] = field(default_factory=dict)
    wanted: tuple[tuple[str, str], ...] = ()
    rows: tuple[Record, ...] = ()
    evidence: tuple[Record, ...] = ()
    left_out: frozenset[str] = frozenset()
    words: Mapping[str, str] = field(default_factory=dict)
    digits: str = "arabic"

    def kind(self, url: str) -> int:
        """What kind of page stands at an address."""
        if url in self.items:
            return ITEM
        if addresses.is_for_the_office(url) or url == addresses.SEARCH:
            return GUIDE
        if addresses.is_of_year(url):
            return YEAR
        return ABOUT if addresses.is_about_the_site(url) else TOPIC


def known(site: Site, language: str, left_out: Iterable[str] = ()) -> Known:
    """What is known of a site."""
    voice = Voice(site, language)
    items = {
        addresses.item(year, item): (item.code, tuple(item.families))
        for year in site.years
        for item in site.catalogues[year].items
    }
    names = languages.families(language)
    order = dict.fromkeys(
        family
        for year in sorted(site.years, reverse=True)
        for item in site.catalogues[year].items
        for family in item.families
    )
    return Known(
        language=language,
        items=items,
        data_years=_data_years(site),
        family_names={family: names[family]["name"] for family in order},
        family_words={family: _other_names(site, family) for family in FAMILIES if family in names},
        units=tuple(_units(voice)),
        people=tuple(_people(voice)),
        states=_states(voice) if site.shows_work else {},
        wanted=tuple(_wanted(voice)),
        rows=of_rows(site),
        evidence=of_evidence(voice),
        left_out=frozenset(left_out),
        words={name: voice.words["search"][name] for name in _SAID},
        digits=voice.digits,
    )


def _data_years(site: Site) -> dict[str, int]:
    found = {}
    for year in site.years:
        for state in item_states(site, year):
            years = {one.entry.data.data_year for one in state.families if one.entry} - {year}
            if len(years) == 1:
                found[addresses.item(year, state.item)] = years.pop()
    return found


def _states(voice: Voice) -> dict[str, str]:
    return {
        addresses.item(year, state.item): voice.words["state"][state.state]
        for year in voice.site.years
        for state in item_states(voice.site, year)
    }


def _wanted(voice: Voice) -> Iterable[tuple[str, str]]:
    """What citizens ask for most, the contact among it, and the years."""
    questions = voice.words["home"]["questions"]
    for one in islice(home.wanted(voice.site), home.MOST_WANTED):
        family = one.data.family
        yield questions.get(family) or languages.families(voice.language)[family]["name"], one.url
    for year in voice.site.years:
        yield voice.words["common"]["fiscal_year"].format(year=voice.year(year)), addresses.year(year)


def _other_names(site: Site, family: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for language in languages.LANGUAGES:
        found[languages.families(language)[family]["name"]] = None
        found.update(dict.fromkeys(languages.search_words(language).get(family, ())))
    found.update(dict.fromkeys(languages.words_of_search()["families"].get(family, ())))
    for year in sorted(site.catalogues, reverse=True):
        for item in site.catalogues[year].items:
            if item.families[0] == family:
                found.update(dict.fromkeys(text for text in (item.title.th, item.title.en) if text))
    return tuple(found)


def _units(voice: Voice) -> Iterable[UnitCard]:
    for unit in voice.site.units:
        texts = [text for one in (unit.abbreviation, unit.name) if one for text in (one.th, one.en) if text]
        names = tuple(dict.fromkeys((*texts, *unit.aliases)))
        label, name = voice.plain(unit.label), voice.plain(unit.name)
        title = f"{name} ({label})" if name and name != label else label
        contact = " · ".join(
            (*(voice.prose_digits(one.number) for one in unit.phones), *(one.address for one in unit.emails))
        )
        yield UnitCard(unit.id, names, title, " · ".join(filter(None, (contact, _owned(voice, unit)))))


_TITLE = re.compile(r"^(?:นาย|นางสาว|นาง|น\.ส\.|ดร\.|(?:mr|mrs|ms|dr)\b\.?|miss\b)\s*", re.IGNORECASE)


def _people(voice: Voice) -> Iterable[tuple[tuple[str, ...], str, str, str, str]]:
    """Who leads the agency in the newest year that says so: found by the name, without its title."""
    found = answered(voice.site, "executives")
    if found is None or not isinstance(found.data, Executives):
        return
    for person in found.data.people:
        if person.name is None:
            continue
        names = tuple(_TITLE.sub("", text) for text in (person.name.th, person.name.en) if text)
        reached = (*(voice.prose_digits(one.number) for one in person.phones), *(one.address for one in person.emails))
        title = " ".join(filter(None, (voice.plain(person.name), voice.plain(person.post))))
        yield names, voice.plain(person.post), title, " · ".join(reached), found.url


def _owned(voice: Voice, unit: Unit) -> str:
    """The items of the newest year that a unit is responsible for, in a line; empty where there is none."""
    site = voice.site
    year = max(site.years, default=0)
    states = item_states(site, year) if year else ()
    codes = [one.item.code for one in states if any(site.unit(owner.unit) is unit for owner in one.owners)]
    said: str = voice.words["search"]["unit_owns"]
    return said.format(year=voice.year(year), items=", ".join(codes)) if codes else ""
