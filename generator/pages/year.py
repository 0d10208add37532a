"""One assessed year: every item of its catalogue by sub-indicator, and the state of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator import languages
from generator.models.assessment import known_assessment
from generator.models.catalogue import Catalogue
from generator.models.ita import IndicatorScore, anchor_part
from generator.models.profile import profile_of
from generator.models.shared import Text
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.pdfs import year_pdf
from generator.site.states import ItemState, State, due_of, item_states
from generator.site.trail import Trail

UNKNOWN = "unknown"
"""The number of an item's sub-indicator in a list of which only some items are known."""


def sub_indicator_title(voice: Voice, of_list: Catalogue, number: str) -> str:
    """``Sub-indicator 10.2 …`` with its name where the list knows one; of a list without them ``Indicator 3 …``.

    Of a second list of the same agency the list is named too.
    """
    words = voice.words["year"]
    named = {s.number: s.title for s in of_list.sub_indicators}
    kind = "indicator_unknown" if number == UNKNOWN else "sub_indicator" if "." in number else "indicator"
    title = str(words[kind]).format(number=voice.plain(number), title=voice.plain(named.get(number))).strip()
    first = profile_of(voice.site.agency.main_profile)
    if of_list.profile in (first.id, first.catalogues):
        return title
    return str(words["second_list"]).format(list=list_title(voice, of_list), title=title)


def list_title(voice: Voice, of_list: Catalogue) -> str:
    """What a list is called, and of what kind of agency it is."""
    profile = profile_of(of_list.profile)
    return f"{profile.list} {voice.plain(profile.name)}"


def group_id(voice: Voice, of_list: Catalogue, number: str) -> str:
    """The anchor of a sub-indicator; that of a second list names its profile, so that no two are alike."""
    first = profile_of(voice.site.agency.main_profile)
    own = "" if of_list.profile in (first.id, first.catalogues) else f"{of_list.profile}-"
    return f"{own}{anchor_part(number)}"


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
    def has_result(self) -> bool:
        return self.score is not None and self.score.score is not None

    @property
    def complete(self) -> int:
        return sum(state.state is State.COMPLETE for state in self.states)


def indicator_map(voice: Voice, year: int, states: Sequence[ItemState]) -> list[OnMap]:
    """The ten indicators of the NACC, surveyed ones and those of the items alike; none where another list is answered."""
    if profile_of(voice.site.agency.main_profile).scores == "unknown":
        return []
    own = voice.site.catalogues[year].lists[0]
    states = [state for state in states if state.item in own.items]
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
    lists = voice.site.catalogues[year].lists
    for of_list in lists:
        own = [state for state in states if state.item in of_list.items]
        for number in dict.fromkeys(state.item.sub_indicator for state in own):
            title = sub_indicator_title(voice, of_list, number)
            groups.append(
                {
                    "title": title,
                    "caption": title,
                    "slug": group_id(voice, of_list, number),
                    "number": voice.plain(number),
                    "name": voice.plain(next((s.title for s in of_list.sub_indicators if s.number == number), None)),
                    "states": [state for state in own if state.item.sub_indicator == number],
                }
            )
    return render(
        "year.md.jinja",
        voice,
        addresses.year(year),
        words["title"].format(year=voice.year(year)),
        {"year": year},
        terms=[
            one
            for one in languages.terms_of(voice.language, page="year")
            if not one.of_list or any(one.of_list == profile.list for profile in voice.site.profiles)
        ],
        of_year=year,
        pdf=year_pdf(voice.site, voice.language, year),
        states=states,
        counts=counts,
        due={state.item.code: due_of(voice.site, state) for state in states},
        groups=groups,
        is_whole=all(of_list.whole for of_list in lists),
        indicators=indicator_map(voice, year, states),
        anchor_part=anchor_part,
        other_years=[other for other in voice.site.years if other != year],
    )
