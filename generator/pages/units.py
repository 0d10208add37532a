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
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    yield Planned(addresses.UNITS, partial(_page, voice, trail))


def _page(voice: Voice, trail: Trail) -> Page:
    owned: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)

    def give(name: str, title: Text, url: str, year: int) -> None:
        unit = voice.site.unit(name)
        if unit and url:
            owned[unit.id].setdefault(url, {"title": title, "url": url, "year": year})

    for stop in trail.measures:
        for owner in stop.measure.all_owners:
            give(owner.unit, stop.measure.title, stop.url, stop.disclosure.data_year)
    for entry in voice.site.disclosures:
        data = entry.data
        if data.owner:
            item = voice.site.item_of(data)
            title = data.title or (item.title if item else Text(th=data.family))
            give(data.owner.unit, title, trail.url(data), data.data_year)
        for project in data.projects if isinstance(data, Plan) else ():
            for owner in project.owners:
                give(owner.unit, project.title, trail.url(data, project.id), data.data_year)
        for part in getattr(data, "monitoring", ()):
            for owner in part.owners:
                give(owner.unit, part.text, trail.url(data, "monitoring"), data.data_year)
    lists = {
        unit.id: sorted(owned.get(unit.id, {}).values(), key=lambda thing: -thing["year"]) for unit in voice.site.units
    }
    return render("units.md.jinja", voice, addresses.UNITS, voice.words["units"]["title"], menu="topics", owned=lists)
