"""Where the data come from, and what is not confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.models.catalogue import MARKS
from generator.models.ita import ItaResult
from generator.models.shared import Text
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.pages.year import list_title
from generator.site import addresses
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    yield Planned(addresses.ABOUT_DATA, partial(_page, voice, trail))


def _page(voice: Voice, trail: Trail) -> Page:
    site = voice.site
    documents = []
    for document in site.documents.values():
        uses = []
        for title, entry in trail.uses(document.id):
            if isinstance(entry.data, ItaResult):
                name = voice.words["ita"]["year_title"].format(year=voice.year(entry.data.year))
                uses.append({"title": Text(th=name, en=name), "url": addresses.ita(entry.data.year)})
            elif url := trail.url(entry.data):
                item = site.item_of(entry.data)
                uses.append({"title": title or (item.title if item else Text(th=entry.data.family)), "url": url})
        documents.append({"document": document, "uses": uses})
    catalogues = []
    for year, of_year in sorted(site.catalogues.items(), reverse=True):
        for catalogue in of_year.lists:
            groups = {mark: [item for item in catalogue.items if item.confidence == mark] for mark in MARKS}
            is_second = catalogue is not of_year.lists[0]
            catalogues.append(
                {
                    "catalogue": catalogue,
                    "id": f"catalogue-{year}{f'-{catalogue.profile}' if is_second else ''}",
                    "name": list_title(voice, catalogue) if is_second else "",
                    "groups": [(mark, items) for mark, items in groups.items() if items],
                    "shown": year in site.years,
                }
            )
    title = voice.words["about_data"]["title"]
    return render(
        "about_data.md.jinja",
        voice,
        addresses.ABOUT_DATA,
        title,
        menu="about",
        documents=documents,
        catalogues=catalogues,
    )
