"""The same content over the years: which number a family had in each, a page for each family and one for all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator import languages
from generator.families import FAMILIES
from generator.models.catalogue import Item
from generator.pages.page import Page, render
from generator.pages.voice import Voice
from generator.site.site import Site
from generator.site.states import FamilyState, item_states
from generator.site.trail import Trail


@dataclass(frozen=True)
class Number:
    """The number of a family in a year, as the catalogue in force or a former one has it.

    Attributes:
        item: that asks for the family.
        url: of the family on the item's page, below the language's root; empty where the site does not show the year.
        state: what is disclosed of the family, where the site shows the year.
        until: of a former edition, the day on which it was replaced, where that is written down.
    """

    item: Item
    url: str = ""
    state: FamilyState | None = None
    until: date | None = None


@dataclass(frozen=True)
class OfYear:
    """The numbers of a family in a year; none where the year did not ask for it."""

    year: int
    numbers: tuple[Number, ...]
    former: tuple[Number, ...]


def crosswalk(site: Site) -> dict[str, tuple[OfYear, ...]]:
    """Family → its numbers in every year that has a catalogue, newest first; in the order of the newest catalogue."""
    years = sorted(site.catalogues, reverse=True)
    order = dict.fromkeys(f for year in years for item in site.catalogues[year].items for f in item.families)
    states = {
        (year, state.item.code, of_family.family): of_family
        for year in site.years
        for state in item_states(site, year)
        for of_family in state.families
    }
    return {family: tuple(_of_year(site, family, year, states) for year in years) for family in order}


def _of_year(site: Site, family: str, year: int, states: dict[tuple[int, str, str], FamilyState]) -> OfYear:
    numbers = []
    for item in site.catalogues[year].items:
        if family in item.families:
            state = states.get((year, item.code, family))
            numbers.append(Number(item, f"{year}/{item.slug}/#{family}" if state else "", state))
    codes = {number.item.code for number in numbers}
    former: dict[str, Number] = {}
    for edition in site.former.get(year, ()):
        for item in edition.items:
            if family in item.families and item.code not in codes:
                former.setdefault(item.code, Number(item, until=edition.replaced))
    return OfYear(year, tuple(numbers), tuple(former.values()))


def pages(voice: Voice, trail: Trail) -> Iterator[Page]:
    walk = crosswalk(voice.site)
    words, family_words = voice.words["crosswalk"], languages.families(voice.language)
    yield render(
        "crosswalk.md.jinja",
        voice,
        "families/index.md",
        words["title"],
        menu="about",
        years=sorted(voice.site.catalogues, reverse=True),
        walk=walk,
        family_words=family_words,
    )
    for family, years in walk.items():
        yield render(
            "crosswalk_family.md.jinja",
            voice,
            f"families/{family}/index.md",
            words["family_title"].format(family=family_words[family]["name"]),
            {"description": family_words[family]["about"]},
            family=FAMILIES[family],
            years=years,
            words_of=family_words[family],
        )
