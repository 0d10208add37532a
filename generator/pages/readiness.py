"""How ready a year is: the OIT score to expect, what each gap costs, who owns it; for the office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator import languages
from generator.models.catalogue import READ, Catalogue
from generator.models.profile import profile_of
from generator.models.shared import Owner
from generator.officers.gaps import lacks_of
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.pages.year import sub_indicator_title
from generator.site import addresses
from generator.site.readiness import Readiness, by_owner, readiness_of_lists
from generator.site.states import ItemState, due_of, item_states
from generator.site.trail import Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    if not voice.site.is_draft:
        return
    for year in voice.site.years:
        yield Planned(addresses.readiness(year), partial(_page, voice, year))


def _page(voice: Voice, year: int) -> Page:
    site = voice.site
    states = item_states(site, year)
    lists = [_ListReadiness(voice, of_list, found) for of_list, found in readiness_of_lists(site, year)]
    gaps = sorted((gap for one in lists for gap in one.readiness.gaps), key=lambda gap: -gap.cost)
    due = {gap.state.item.code: due_of(site, gap.state) for gap in gaps}

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
        lists=lists,
        gaps=gaps,
        scored={code for one in lists if one.readiness.is_known for code in one.readiness.costs},
        due=due,
        overdue={code for code, day in due.items() if day and site.today and day < site.today},
        today=site.today,
        calendar=None if site.agency.due_of(year) else site.calendars.get(year),
        owners=by_owner(gaps, unit),
        lacks_of=partial(lacks_of, site),
        family_words=languages.families(voice.language),
        **_unsure(states, year),
    )


def _unsure(states: Iterable[ItemState], year: int) -> dict[str, Any]:
    """What was not read in the year's list itself."""
    components = [part.component for state in states for part in state.components]
    return {
        "unsure_items": [state.item for state in states if not state.item.is_read],
        "unsure_components": sum(component.mark(year) not in READ for component in components),
        "all_components": len(components),
    }


@dataclass(frozen=True)
class _ListReadiness:
    """The estimate of one list, and what its page calls it and its sub-indicators."""

    voice: Voice
    of_list: Catalogue
    readiness: Readiness

    @property
    def name(self) -> str:
        return profile_of(self.of_list.profile).list

    @property
    def id(self) -> str:
        """Behind the anchors of a later list."""
        first = self.voice.site.catalogues[self.of_list.year].lists[0]
        return "" if self.of_list.profile == first.profile else f"-{self.of_list.profile}"

    @property
    def sub_titles(self) -> dict[str, str]:
        parts = self.readiness.sub_indicators
        return {part.number: sub_indicator_title(self.voice, self.of_list, part.number) for part in parts}
