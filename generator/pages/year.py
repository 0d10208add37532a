"""One assessed year: every item of its catalogue by sub-indicator, and the state of each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ita import anchor_part
from generator.pages.page import Page, render
from generator.states import State, due_of, item_states
from generator.trail import Trail
from generator.voice import Voice


def sub_indicator_title(voice: Voice, year: int, number: str) -> str:
    """``Sub-indicator 10.2 …`` with its name where the catalogue knows one."""
    named = {s.number: s.title for s in voice.site.catalogues[year].sub_indicators}
    title = voice.plain(named.get(number))
    return str(voice.words["year"]["sub_indicator"]).format(number=voice.plain(number), title=title).strip()


def pages(voice: Voice, trail: Trail) -> Iterator[Page]:
    words = voice.words["year"]
    for year in voice.site.years:
        states = item_states(voice.site, year)
        counts = {name: sum(state.state == name for state in states) for name in State}
        groups = []
        for number in dict.fromkeys(state.item.sub_indicator for state in states):
            title = sub_indicator_title(voice, year, number)
            groups.append(
                {
                    "title": title,
                    "caption": title,
                    "slug": anchor_part(number),
                    "states": [state for state in states if state.item.sub_indicator == number],
                }
            )
        yield render(
            "year.md.jinja",
            voice,
            f"{year}/index.md",
            words["title"].format(year=voice.year(year)),
            {"year": year},
            of_year=year,
            states=states,
            counts=counts,
            due={state.item.code: due_of(voice.site, state) for state in states},
            groups=groups,
            other_years=[other for other in voice.site.years if other != year],
        )
