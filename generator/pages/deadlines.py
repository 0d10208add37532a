"""Which unit published in time, which after the day, and which not yet; public where the agency shows what is unfinished.

Days are counted between the day of the data and the day by which it was due, never to the day of the build.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from generator import languages
from generator.models.shared import Owner
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.site import Site
from generator.site.states import FamilyState, ItemState, State, due_of, item_states
from generator.site.trail import Trail


@dataclass(frozen=True)
class Late:
    """A family of an item that was published after its day, or is not complete.

    Attributes:
        days: after the day; None of what is not complete.
    """

    state: ItemState
    name: str
    due: date
    days: int | None


@dataclass
class OfUnit:
    """What one unit owns in a year: how much was in time, and all that was not; ``owner`` is None of what nobody owns."""

    owner: Owner | None
    in_time: int = 0
    late: list[Late] = field(default_factory=list)

    @property
    def after(self) -> list[Late]:
        """What was published after its day, the latest first."""
        return sorted((one for one in self.late if one.days is not None), key=lambda one: -(one.days or 0))

    @property
    def missing(self) -> list[Late]:
        return [one for one in self.late if one.days is None]


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    if voice.site.shows_work and any(units_of(voice, year) for year in voice.site.years):
        yield Planned(addresses.DEADLINES, partial(_page, voice))


def _page(voice: Voice) -> Page:
    years = [(year, units_of(voice, year)) for year in voice.site.years]
    words = voice.words["deadlines"]
    return render(
        "deadlines.md.jinja",
        voice,
        addresses.DEADLINES,
        words["title"],
        menu="topics",
        says=words["lead"],
        years=[(year, units) for year, units in years if units],
        day_of={year: voice.site.agency.due_of(year) for year, _ in years},
    )


def units_of(voice: Voice, year: int) -> list[OfUnit]:
    """Every unit that has something due in a year, those with most that is not in time first."""
    found: dict[str, OfUnit] = {}
    for state in item_states(voice.site, year):
        of_item = due_of(voice.site, state)
        for family in state.families:
            owner, own = family.owner, family.due
            if due := own or of_item:
                of_unit = found.setdefault(_key(voice.site, owner), OfUnit(owner))
                if late := _late(voice, state, family, due):
                    of_unit.late.append(late)
                else:
                    of_unit.in_time += 1
    return sorted(found.values(), key=lambda one: (-len(one.missing), -len(one.after), -one.in_time))


def _late(voice: Voice, state: ItemState, family: FamilyState, due: date) -> Late | None:
    """What is wrong with a family on its day; None of what was complete and published by then."""
    name = languages.families(voice.language)[family.family]["name"]
    if family.state is not State.COMPLETE or family.entry is None:
        return Late(state, name, due, None)
    published = family.entry.data.published
    return Late(state, name, due, (published - due).days) if published and published > due else None


def _key(site: Site, owner: Owner | None) -> str:
    known = site.unit(owner.unit) if owner else None
    return known.id if known else owner.unit if owner else ""
