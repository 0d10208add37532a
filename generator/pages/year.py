"""One assessed year: every item of its catalogue by sub-indicator, and the state of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.models.assessment import known_assessment
from generator.models.ita import IndicatorScore, anchor_part
from generator.models.shared import Text
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.pdfs import year_pdf
from generator.site.states import ItemState, State, due_of, item_states
from generator.site.trail import Trail


def sub_indicator_title(voice: Voice, year: int, number: str) -> str:
    """``Sub-indicator 10.2 …`` with its name where the catalogue knows one."""
    named = {s.number: s.title for s in voice.site.catalogues[year].sub_indicators}
    title = voice.plain(named.get(number))
    return str(voice.words["year"]["sub_indicator"]).format(number=voice.plain(number), title=title).strip()


@dataclass(frozen=True)
class OnMap:
    """One of the ten indicators of a year.

    Attributes:
        score: what it got, where the agency discloses the year's result.
        states: of the items that it asks for; empty of an indicator that is surveyed.
    """

    number: str
    title: Text
    instrument: str
    score: IndicatorScore | None
    states: tuple[ItemState, ...]

    @property
    def complete(self) -> int:
        return sum(state.state is State.COMPLETE for state in self.states)


def indicator_map(voice: Voice, year: int, states: Sequence[ItemState]) -> list[OnMap]:
    """The ten indicators, surveyed ones and those of the items alike."""
    result = voice.site.ita[year].data if year in voice.site.ita else None
    return [
        OnMap(
            one.number,
            Text(th=one.title, en=one.english),
            one.instrument,
            result.indicator(one.number) if result else None,
            tuple(state for state in states if state.item.sub_indicator.partition(".")[0] == one.number),
        )
        for one in known_assessment().indicators
    ]


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    for year in voice.site.years:
        yield Planned(addresses.year(year), partial(_page, voice, year))


def _page(voice: Voice, year: int) -> Page:
    words = voice.words["year"]
    states = item_states(voice.site, year)
    counts = {name: sum(state.state == name for state in states) for name in State}
    groups = []
    subs = voice.site.catalogues[year].sub_indicators
    for number in dict.fromkeys(state.item.sub_indicator for state in states):
        title = sub_indicator_title(voice, year, number)
        groups.append(
            {
                "title": title,
                "caption": title,
                "slug": anchor_part(number),
                "number": voice.plain(number),
                "name": voice.plain(next((s.title for s in subs if s.number == number), None)),
                "states": [state for state in states if state.item.sub_indicator == number],
            }
        )
    return render(
        "year.md.jinja",
        voice,
        addresses.year(year),
        words["title"].format(year=voice.year(year)),
        {"year": year},
        of_year=year,
        pdf=year_pdf(voice.site, voice.language, year),
        states=states,
        counts=counts,
        due={state.item.code: due_of(voice.site, state) for state in states},
        groups=groups,
        indicators=indicator_map(voice, year, states),
        anchor_part=anchor_part,
        other_years=[other for other in voice.site.years if other != year],
    )
