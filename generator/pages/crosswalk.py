"""The same content over the years: which number a family had in each, a page for each family and one for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import islice, pairwise

from markupsafe import escape

from generator import languages
from generator.families import FAMILIES
from generator.models.catalogue import Item
from generator.pages import headline
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.beside import Compared, Value, Values, compared
from generator.site.site import Site
from generator.site.states import FamilyState, family_state, item_state
from generator.site.trail import Trail
from generator.site.updates import families_with_news


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


SHOWN = 3
"""Values of an entry that are set side by side; of the rest how many there are."""
LONGEST = 160
"""Letters of a value, about."""


@dataclass(frozen=True)
class Beside:
    """A year of a family beside the last one before it that has something.

    Attributes:
        says: the sentence of each, the older one first.
        entries: what stayed, changed, came and went.
        counts: how many entries of each kind, those without any left out.
    """

    older: OfYear
    newer: OfYear
    says: tuple[str, str]
    entries: tuple[Compared, ...]
    counts: Mapping[str, int]


def beside(voice: Voice, family: str) -> Iterator[Beside]:
    """Each year of a family that has something, beside the one before, the newest first."""
    told = [(of, of.numbers[0].state) for of in numbers_of(voice.site, family) if of.numbers and _is_told(of)]
    for (newer, new), (older, old) in pairwise(told):
        if new and old and new.entry and old.entry:
            entries = compared(old.entry.data, new.entry.data)
            said = tuple(
                headline.of_family(voice, item_state(voice.site, of.year, of.numbers[0].item), state)
                for of, state in ((older, old), (newer, new))
            )
            counts = Counter(one.change for one in entries)
            yield Beside(
                older, newer, (said[0], said[1]), entries, {kind: counts[kind] for kind in KINDS if counts[kind]}
            )


KINDS = ("same", "changed", "new", "gone")


def _is_told(of: OfYear) -> bool:
    state = of.numbers[0].state
    return state is not None and state.is_answered


def _values(voice: Voice, values: Values) -> str:
    """Values as a reader compares them: the first few, cut where they are long."""
    of_table = languages.labels(voice.language)["procurement"]
    shown = [
        f"{of_table[key]}: {_value(voice, one)}" if key in of_table else _value(voice, one)
        for key, one in islice(values.items(), SHOWN)
    ]
    rest = len(values) - len(shown)
    text = " · ".join(shown)
    return voice.words["common"]["and_more"].format(names=text, count=voice.figure(rest)) if rest > 0 else text


def _value(voice: Voice, value: Value) -> str:
    if isinstance(value, Decimal) and value == int(value):
        value = int(value)
    text = headline.written(voice, value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0] or text[:LONGEST]} …"


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
    has_news = family in families_with_news(voice.site)
    return render(
        "crosswalk_family.md.jinja",
        voice,
        addresses.family(family),
        voice.words["crosswalk"]["family_title"].format(family=words["name"]),
        {"description": words["about"]}
        | ({"feeds": [{"title": str(escape(words["name"])), "url": addresses.feed(family)}]} if has_news else {}),
        feed=addresses.feed(family) if has_news else "",
        family=FAMILIES[family],
        years=numbers_of(voice.site, family),
        words_of=words,
        pairs=tuple(beside(voice, family)),
        values=partial(_values, voice),
    )
