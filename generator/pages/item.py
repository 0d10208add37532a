"""One item of one year, with every family that it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import languages
from generator.families import FAMILIES
from generator.models.shared import Evidence
from generator.pages import moved
from generator.pages.facts import FACTS
from generator.pages.page import Page, render
from generator.pages.voice import Voice
from generator.pages.year import sub_indicator_title
from generator.publish.pdf import item_pdf
from generator.site.moved import Former, formers
from generator.site.states import ItemState, due_of, item_states
from generator.site.trail import Trail, answered


def pages(voice: Voice, trail: Trail) -> Iterator[Page]:
    for year in voice.site.years:
        states = item_states(voice.site, year)
        left = formers(voice.site, year)
        for number, state in enumerate(states):
            before = states[number - 1].item if number else None
            after = states[number + 1].item if number + 1 < len(states) else None
            yield _page(voice, trail, state, left.get(state.item.code, ()), before=before, after=after)


def _page(voice: Voice, trail: Trail, state: ItemState, left: tuple[Former, ...], **neighbours: Any) -> Page:
    """The page, or the very one of the last time where nothing that it is made from was read anew."""
    path = f"{state.year}/{state.item.slug}/index.md"
    if voice.memory is None:
        return _made(voice, trail, state, path, left, **neighbours)
    entries = [family.entry for family in state.families]
    elsewhere = [voice.site.disclosure(move.family, state.year) for former in left for move in former.moves]
    evidence = [
        voice.site.evidence[one.file] for entry in entries if entry for _, one in entry.each(Evidence) if one.file
    ]
    catalogues = (voice.site.catalogues[state.year], *voice.site.former.get(state.year, ()))
    contact = answered(voice.site, "contact")
    parts = (*entries, *evidence, *elsewhere, *trail.shared, *catalogues, contact and contact.data)
    before: tuple[object, ...]
    kept: Page | None
    before, kept = voice.memory.get(path, ((), None))
    if kept and len(before) == len(parts) and all(a is b for a, b in zip(before, parts, strict=True)):
        return kept
    page = _made(voice, trail, state, path, left, **neighbours)
    voice.memory[path] = (parts, page)
    return page


def _made(voice: Voice, trail: Trail, state: ItemState, path: str, left: tuple[Former, ...], **neighbours: Any) -> Page:
    item, year = state.item, state.year
    facts: dict[str, Any] = {}
    templates = {}
    for state_of in state.families:
        family = FAMILIES[state_of.family]
        templates[family.id] = family.template
        if state_of.entry and family.id in FACTS:
            facts.update(FACTS[family.id](voice, trail, state_of.entry.data))
    return render(
        "item.md.jinja",
        voice,
        path,
        f"{item.code} {voice.plain_item_title(item)}",
        {
            "year": year,
            "updated": voice.date(state.updated) if state.updated else "",
            "description": voice.plain(languages.families(voice.language)[item.families[0]]["about"]),
        },
        of_year=year,
        state=state,
        pdf=item_pdf(voice.site, voice.language, state),
        sub_indicator=sub_indicator_title(voice, year, item.sub_indicator),
        family_words=languages.families(voice.language),
        family_pages=templates,
        component_titles={
            of.family: {c.component.id: c.component.title for c in of.components} for of in state.families
        },
        due=due_of(voice.site, state),
        moved_from_here=moved.notes(voice, year, left),
        other_years=list(_other_years(voice, state)),
        owning=[unit for owner in state.owners if (unit := voice.site.unit(owner.unit))],
        contact=answered(voice.site, "contact"),
        **neighbours,
        **facts,
    )


def _other_years(voice: Voice, state: ItemState) -> Iterator[dict[str, Any]]:
    """The items that ask for the same families in the other years that the site shows, newest first."""
    for year in voice.site.years:
        if year != state.year:
            for item in voice.site.catalogues[year].items:
                shared = [family for family in state.item.families if family in item.families]
                if shared:
                    yield {"year": year, "code": item.code, "url": f"{year}/{item.slug}/", "families": shared}
