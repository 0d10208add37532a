"""One item of one year, with every family that it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from generator import languages
from generator.families import FAMILIES
from generator.pages.page import Page, render
from generator.pages.year import sub_indicator_title
from generator.states import ItemState, item_states
from generator.trail import Trail
from generator.voice import Voice


def pages(voice: Voice, trail: Trail) -> Iterator[Page]:
    for year in voice.site.years:
        states = item_states(voice.site, year)
        for number, state in enumerate(states):
            before = states[number - 1].item if number else None
            after = states[number + 1].item if number + 1 < len(states) else None
            yield _page(voice, trail, state, before=before, after=after)


def _page(voice: Voice, trail: Trail, state: ItemState, **neighbours: Any) -> Page:
    item, year = state.item, state.year
    facts: dict[str, Any] = {}
    templates: dict[str, str | None] = {}
    for state_of in state.families:
        family = FAMILIES[state_of.family]
        templates[family.id] = f"{family.template}/page.md.jinja" if family.template else None
        if state_of.entry and family.facts:
            facts.update(family.facts(voice, trail, state_of.entry.data))
    return render(
        "item.md.jinja",
        voice,
        f"{year}/{item.slug}/index.md",
        f"{item.code} {voice.plain_item_title(item)}",
        {"year": year, "description": voice.plain(languages.families(voice.language)[item.families[0]]["about"])},
        of_year=year,
        state=state,
        sub_indicator=sub_indicator_title(voice, year, item.sub_indicator),
        family_words=languages.families(voice.language),
        family_pages=templates,
        # From the language's root: evidence stands once, below the root of the whole site.
        evidence_address=lambda file: ("" if voice.language == "th" else "../") + quote(file),
        **neighbours,
        **facts,
    )
