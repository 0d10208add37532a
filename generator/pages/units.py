"""The legend of units, and what each is responsible for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.blocks.projects import Plan
from generator.models.shared import Text
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.site import Site
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    yield Planned(addresses.UNITS, partial(_page, voice, trail))


def _page(voice: Voice, trail: Trail) -> Page:
    owned: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for name, title, url, year in _responsibilities(voice.site, trail):
        unit = voice.site.unit(name)
        if unit and url:
            owned[unit.id].setdefault(url, {"title": title, "url": url, "year": year})
    lists = {
        unit.id: sorted(owned.get(unit.id, {}).values(), key=lambda thing: -thing["year"]) for unit in voice.site.units
    }
    return render("units.md.jinja", voice, addresses.UNITS, voice.words["units"]["title"], menu="topics", owned=lists)


def _responsibilities(site: Site, trail: Trail) -> Iterator[tuple[str, Text, str, int]]:
    """Everything that somebody is responsible for: the unit as it is written, a title, its address, its data year."""
    for stop in trail.measures:
        for owner in stop.measure.all_owners:
            yield owner.unit, stop.measure.title, stop.url, stop.disclosure.data_year
    for entry in site.disclosures:
        data = entry.data
        if data.owner:
            item = site.item_of(data)
            title = data.title or (item.title if item else Text(th=data.family))
            yield data.owner.unit, title, trail.url(data), data.data_year
        parts = [(one.owners, one.title, one.id) for one in (data.projects if isinstance(data, Plan) else ())]
        parts += [(one.owners, one.text, "monitoring") for one in getattr(data, "monitoring", ())]
        for owners, title, anchor in parts:
            for owner in owners:
                yield owner.unit, title, trail.url(data, anchor), data.data_year
