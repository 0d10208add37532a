"""What the data knows of the pages: which item, year and family each is, and other names that people look for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator import languages
from generator.families import FAMILIES
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.site import Site

ITEM, TOPIC, YEAR, ABOUT, GUIDE = range(5)
"""Kinds of pages; a result of an earlier kind comes before one of a later kind where all else is alike."""

_SAID = (
    *("exact", "near", "some", "no_hit", "more_hits"),
    *("in_year", "every_year", "of_fiscal_year", "in_family", "every_family"),
)


@dataclass(frozen=True)
class Known:
    """What is known of one site in one language before its pages are built.

    Attributes:
        language: of the pages.
        items: address of an item's page → its code and families.
        family_names: family → what it is called, in the order of the newest catalogue.
        family_words: family → other names of it: in each year's catalogue, in the other language, as citizens say.
        units: names of one and the same unit, the short ones first.
        left_out: addresses that are not searched, because they say again what other pages say.
        words: what the search itself says.
        digits: of its counts and years: ``arabic`` or ``thai``.
    """

    language: str
    items: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    family_names: Mapping[str, str] = field(default_factory=dict)
    family_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    units: tuple[tuple[str, ...], ...] = ()
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
        language,
        items,
        {family: names[family]["name"] for family in order},
        {family: _other_names(site, family) for family in FAMILIES if family in names},
        tuple(_names_of_units(site)),
        frozenset(left_out),
        {name: voice.words["search"][name] for name in _SAID},
        voice.digits,
    )


def _other_names(site: Site, family: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for language in languages.LANGUAGES:
        found[languages.families(language)[family]["name"]] = None
        found.update(dict.fromkeys(languages.search_words(language).get(family, ())))
    for year in sorted(site.catalogues, reverse=True):
        for item in site.catalogues[year].items:
            if item.families[0] == family:
                found.update(dict.fromkeys(text for text in (item.title.th, item.title.en) if text))
    return tuple(found)


def _names_of_units(site: Site) -> Iterable[tuple[str, ...]]:
    for unit in site.units:
        texts = [text for one in (unit.abbreviation, unit.name) if one for text in (one.th, one.en) if text]
        names = tuple(dict.fromkeys((*texts, *unit.aliases)))
        if len(names) > 1:
            yield names
