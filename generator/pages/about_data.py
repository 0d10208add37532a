"""Where the data come from, what is asked of agencies and how surely that is known; the same lists as files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from generator import languages
from generator.models.calendar import AssessmentStep
from generator.models.catalogue import MARKS, known_components
from generator.models.ita import ItaResult
from generator.models.shared import Text
from generator.officers.calendar_file import step_name
from generator.officers.public_lists import LICENCE_LINK
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.pages.year import list_title
from generator.site import addresses
from generator.site.trail import Trail
from generator.writing.dates import write_days


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    yield Planned(addresses.ABOUT_DATA, partial(_page, voice, trail))


def _page(voice: Voice, trail: Trail) -> Page:
    return render(
        "about_data.md.jinja",
        voice,
        addresses.ABOUT_DATA,
        voice.words["about_data"]["title"],
        menu="about",
        documents=list(_documents(voice, trail)),
        catalogues=list(_catalogues(voice)),
        components=list(_components(voice)),
        components_file=voice.download_address(addresses.COMPONENTS_LIST),
        calendars=list(_calendars(voice)),
        calendar_file=voice.download_address(addresses.CALENDAR_LIST),
        unknown_years=[year for year in sorted(voice.site.years) if year not in voice.site.calendars],
        licence=LICENCE_LINK,
    )


def _documents(voice: Voice, trail: Trail) -> Iterator[dict[str, Any]]:
    """Every source document, and the pages that rest on it."""
    site = voice.site
    for document in site.documents.values():
        uses = []
        for title, entry in trail.uses(document.id):
            if isinstance(entry.data, ItaResult):
                name = voice.words["ita"]["year_title"].format(year=voice.year(entry.data.year))
                uses.append({"title": Text(th=name, en=name), "url": addresses.ita(entry.data.year)})
            elif url := trail.url(entry.data):
                item = site.item_of(entry.data)
                uses.append({"title": title or (item.title if item else Text(th=entry.data.family)), "url": url})
        yield {"document": document, "uses": uses}


def _catalogues(voice: Voice) -> Iterator[dict[str, Any]]:
    """Every catalogue, the newest first, its items by how sure they are."""
    site = voice.site
    for year, of_year in sorted(site.catalogues.items(), reverse=True):
        for catalogue in of_year.lists:
            groups = {mark: [item for item in catalogue.items if item.confidence == mark] for mark in MARKS}
            second = catalogue.profile if catalogue is not of_year.lists[0] else ""
            yield {
                "catalogue": catalogue,
                "id": f"catalogue-{year}{second and f'-{second}'}",
                "name": list_title(voice, catalogue) if second else "",
                "groups": [(mark, items) for mark, items in groups.items() if items],
                "shown": year in site.years,
                "file": voice.download_address(addresses.catalogue_list(year, second)),
            }


def _components(voice: Voice) -> Iterator[dict[str, Any]]:
    """Every family that some year asks for: how many of its components are how sure, and whose list that is."""
    own = voice.site.components_entry.data.components if voice.site.components_entry else ()
    asked = {family for one in voice.site.catalogues.values() for item in one.items for family in item.families}
    names = languages.families(voice.language)
    for family, known in known_components().items():
        if family in asked:
            listed = [one for one in own if one.family == family]
            counts = Counter(one.confidence for one in listed or known)
            marks = [(mark, counts[mark]) for mark in voice.words["confidence"] if counts[mark]]
            yield {"name": names[family]["name"], "is_own": bool(listed), "marks": marks}


def _calendars(voice: Voice) -> Iterator[dict[str, Any]]:
    """Every step of every year of which something is known, the newest year first."""
    for year, calendar in sorted(voice.site.calendars.items(), reverse=True):
        for step in calendar.steps:
            yield {"year": year, "step": step, "name": step_name(step, voice.words), "days": _days(voice, step)}


def _days(voice: Voice, step: AssessmentStep) -> str:
    """The days of a step; only the last one where the first is not known."""
    if step.start is None:
        return str(voice.words["calendar"]["until"].format(day=voice.date(step.last)))
    return write_days(step.first, step.last, voice.language, voice.digits)
