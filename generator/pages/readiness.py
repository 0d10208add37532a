"""How ready a year is: the OIT score to expect, what each gap costs, who owns it; for the office."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator import languages
from generator.models.shared import Owner
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.pages.year import sub_indicator_title
from generator.site import addresses
from generator.site.readiness import by_owner, readiness_of
from generator.site.states import due_of, item_states
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    if not voice.site.shows_work:
        return
    for year in voice.site.years:
        yield Planned(addresses.readiness(year), partial(_page, voice, year))


def _page(voice: Voice, year: int) -> Page:
    site = voice.site
    states = item_states(site, year)
    found = readiness_of(states)
    due = {gap.state.item.code: due_of(site, gap.state) for gap in found.gaps}

    def unit(owner: Owner) -> str:
        known = site.unit(owner.unit)
        return known.id if known else owner.unit

    return render(
        "readiness.md.jinja",
        voice,
        addresses.readiness(year),
        voice.words["readiness"]["title"].format(year=voice.year(year)),
        {"year": year, "search": {"exclude": True}},
        of_year=year,
        readiness=found,
        sub_titles={part.number: sub_indicator_title(voice, year, part.number) for part in found.sub_indicators},
        due=due,
        overdue={code for code, day in due.items() if day and site.today and day < site.today},
        today=site.today,
        calendar=None if site.agency.due_of(year) else site.calendars.get(year),
        owners=by_owner(found.gaps, unit),
        family_words=languages.families(voice.language),
        unsure_items=[state.item for state in states if state.item.confidence in _UNSURE],
        unsure_components=sum(c.component.confidence in _UNSURE for state in states for c in state.components),
        all_components=sum(len(state.components) for state in states),
    )


_UNSURE = ("unverified", "carried")
