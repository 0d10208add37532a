"""The address of a number that the catalogue in force no longer has: where its content is now, or at once there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator import languages
from generator.models.catalogue import Component, Item
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.moved import Former, Move, formers, only_target
from generator.site.states import item_state
from generator.site.trail import Trail


@dataclass(frozen=True)
class Arrival:
    """Where a family is now: the address of its item below the language's root, and the places of its components."""

    move: Move
    url: str
    places: tuple[tuple[str, Component], ...]

    @property
    def item(self) -> Item | None:
        return self.move.item


def arrivals(voice: Voice, year: int, former: Former) -> Iterator[Arrival]:
    """Where each family of a former item is now, with every anchor once."""
    for move in former.moves:
        if move.item is None:
            yield Arrival(move, "", ())
            continue
        state = item_state(voice.site, year, move.item)
        of_family = next(one for one in state.families if one.family == move.family)
        places: dict[str, Component] = {}
        for part in of_family.components:
            if part.anchor:
                places.setdefault(part.anchor, part.component)
        yield Arrival(move, addresses.item(year, move.item), tuple(places.items()))


def notes(voice: Voice, year: int, before: Iterable[Former]) -> list[dict[str, Any]]:
    """Each former meaning of a number, with where its parts are now."""
    return [{"former": former, "arrivals": list(arrivals(voice, year, former))} for former in before]


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    for year in voice.site.years:
        numbers = {item.code for item in voice.site.catalogues[year].items}
        for code, before in formers(voice.site, year).items():
            if code not in numbers:
                yield Planned(addresses.item(year, before[0].item), partial(_page, voice, year, code))


def _page(voice: Voice, year: int, code: str) -> Page:
    before = formers(voice.site, year)[code]
    item, target = before[0].item, only_target(before)
    meta: dict[str, Any] = {"year": year, "search": {"exclude": True}}
    if target:
        families = {move.family for former in before for move in former.moves}
        anchor = f"#{families.pop()}" if len(families) == 1 else ""
        address = addresses.item(year, target)
        here = addresses.beside(target)
        canonical = f"{voice.site.base_url}{addresses.root(voice.language)}{address}" if voice.site.base_url else here
        meta["redirect"] = {"page": here, "anchor": anchor, "canonical": canonical}
    return render(
        "moved.md.jinja",
        voice,
        addresses.item(year, item),
        f"{item.code} {voice.plain_item_title(item)}",
        meta,
        of_year=year,
        item=item,
        notes=notes(voice, year, before),
        target=target,
        family_words=languages.families(voice.language),
    )
