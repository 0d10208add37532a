"""The same content over the years: which number a family had in each, a page for each family and one for all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator import languages
from generator.families import FAMILIES
from generator.models.catalogue import Item
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.site import Site
from generator.site.states import FamilyState, family_state
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


def families_in_order(site: Site) -> tuple[str, ...]:
    """Every family that some year asks for, in the order of the newest catalogue."""
    years = sorted(site.catalogues, reverse=True)
    return tuple(dict.fromkeys(f for year in years for item in site.catalogues[year].items for f in item.families))


def numbers_of(site: Site, family: str) -> tuple[OfYear, ...]:
    """The numbers of a family in every year that has a catalogue, newest first."""
    return tuple(_of_year(site, family, year) for year in sorted(site.catalogues, reverse=True))


def _of_year(site: Site, family: str, year: int) -> OfYear:
    numbers = []
    for item in site.catalogues[year].items:
        if family in item.families:
            state = family_state(site, year, item, family) if year in site.years else None
            numbers.append(Number(item, addresses.item(year, item, family) if state else "", state))
    codes = {number.item.code for number in numbers}
    former: dict[str, Number] = {}
    for edition in site.former.get(year, ()):
        for item in edition.items:
            if family in item.families and item.code not in codes:
                former.setdefault(item.code, Number(item, until=edition.replaced))
    return OfYear(year, tuple(numbers), tuple(former.values()))


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    yield Planned(addresses.FAMILIES, partial(_every_family, voice))
    for family in families_in_order(voice.site):
        yield Planned(addresses.family(family), partial(_family, voice, family))


def _every_family(voice: Voice) -> Page:
    site = voice.site
    return render(
        "crosswalk.md.jinja",
        voice,
        addresses.FAMILIES,
        voice.words["crosswalk"]["title"],
        menu="about",
        years=sorted(site.catalogues, reverse=True),
        walk={family: numbers_of(site, family) for family in families_in_order(site)},
        family_words=languages.families(voice.language),
    )


def _family(voice: Voice, family: str) -> Page:
    words = languages.families(voice.language)[family]
    return render(
        "crosswalk_family.md.jinja",
        voice,
        addresses.family(family),
        voice.words["crosswalk"]["family_title"].format(family=words["name"]),
        {"description": words["about"]},
        family=FAMILIES[family],
        years=numbers_of(voice.site, family),
        words_of=words,
    )
