"""One item of one year, with every family that it asks for."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from generator import languages
from generator.families import FAMILIES
from generator.models.catalogue import MARKS, Component, Confidence
from generator.models.profile import profile_of
from generator.officers.gaps import lacks_of, seen_from
from generator.officers.to_fill import why_held
from generator.pages import headline, linked, moved
from generator.pages.facts import FACTS
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.pages.year import sub_indicator_title
from generator.site import addresses
from generator.site.holding import held_of
from generator.site.moved import formers
from generator.site.pdfs import item_pdf
from generator.site.states import ItemState, State, due_of, item_state
from generator.site.trail import Trail, answered


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    for year in voice.site.years:
        for item in voice.site.catalogues[year].items:
            yield Planned(addresses.item(year, item), partial(_page, voice, trail, year, item.code))


def _page(voice: Voice, trail: Trail, year: int, code: str) -> Page:
    items = voice.site.catalogues[year].items
    number = next(number for number, one in enumerate(items) if one.code == code)
    item = items[number]
    state = item_state(voice.site, year, item)
    heading = headline.short_title(voice, item)
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
        addresses.item(year, item),
        voice.words["item"]["title"].format(title=heading, code=item.code, year=voice.year(year)),
        {"year": year, "updated": voice.date(state.updated) if state.updated else ""}
        | _unlisted(voice, state)
        | _feedback(voice, state)
        | {"linked": linked.of_item(voice, state, heading)},
        says=headline.of_item(voice, state),
        heading_text=heading,
        of_year=year,
        state=state,
        pdf=item_pdf(voice.site, voice.language, state),
        sub_indicator=sub_indicator_title(voice, voice.site.catalogues[year].list_of(item), item.sub_indicator),
        known=_known(voice, state),
        by_quarter=_quarters(voice, state),
        family_words=languages.families(voice.language),
        family_pages=templates,
        component_titles={
            of.family: {c.component.id: c.component.title for c in of.components} for of in state.families
        },
        terms=languages.terms_of(voice.language, item.families),
        due=due_of(voice.site, state),
        to_write=lacks_of(voice.site, state) if voice.site.is_draft else (),
        kept_back=_kept_back(voice, state) if voice.site.is_draft else (),
        moved_from_here=moved.notes(voice, year, formers(voice.site, year).get(code, ())),
        other_years=list(_other_years(voice, state)),
        owning=[unit for owner in state.owners if (unit := voice.site.unit(owner.unit))],
        contact=answered(voice.site, "contact"),
        before=items[number - 1] if number else None,
        after=items[number + 1] if number + 1 < len(items) else None,
        **facts,
    )


def _feedback(voice: Voice, state: ItemState) -> dict[str, Any]:
    """The e-mail of the first unit responsible that has one; the theme takes the agency's else."""
    units = [unit for owner in state.owners if (unit := voice.site.unit(owner.unit))]
    address = next((email.address for unit in units for email in unit.emails if email.link), None)
    return {"feedback": address} if address else {}


def _unlisted(voice: Voice, state: ItemState) -> dict[str, Any]:
    """Keeps search engines from a page that has nothing: of an excerpt it would tell a false story of the agency."""
    return {"noindex": True} if voice.site.agency.excerpt and state.state is State.MISSING else {}


def _kept_back(voice: Voice, state: ItemState) -> tuple[str, ...]:
    """Why citizens do not see a family of the item yet, a line each."""
    site, words, names = voice.site, voice.words["held"], languages.families(voice.language)
    found = []
    for one in state.families:
        if not one.entry or not one.is_answered:
            continue
        if held := held_of(site, one.entry):
            waits = held.why in ("approval", "changed", "lost")
            said = words["draft_waits" if waits else "draft"].format(family=names[one.family]["name"])
            shown = replace(held, file=seen_from(held.file, posixpath.dirname(site.name)))
            found.append(f"{said}: {why_held(shown, voice.language)}")
        elif (approved := site.approved(one.entry.data)) and not approved.is_current:
            record = approved.record
            found.append(words["checked_before"].format(by=voice.plain(record.by), date=voice.date(record.date)))
    return tuple(found)


def _known(voice: Voice, state: ItemState) -> str:
    """One line on how number, title and components are known: each mark once, the surest first."""
    words, marks = voice.words["item"], voice.words["confidence"]
    found: dict[Confidence, list[Component]] = {}
    for component in (part.component for part in state.components):
        found.setdefault(component.mark(state.year), []).append(component)
    parts = []
    for mark in sorted(found, key=MARKS.index):
        said = words["known_part"].format(count=voice.figure(len(found[mark])), mark=marks[mark])
        years = sorted({year for component in found[mark] for year in component.read}) if mark == "carried" else []
        parts.append(said + (words["known_from"].format(years=", ".join(map(voice.year, years))) if years else ""))
    title = marks[state.item.confidence]
    return str(words["known"].format(title=title, parts=", ".join(parts) or words["parts_unknown"]))


def _quarters(voice: Voice, state: ItemState) -> str | None:
    """The quarters that evidence names, where the list asks for it by quarter; None of other lists."""
    profile = profile_of(voice.site.catalogues[state.year].list_of(state.item).profile)
    if not profile.by_quarter:
        return None
    quarters = {one.quarter for disclosure in state.disclosures for one in disclosure.evidence if one.quarter}
    return ", ".join(voice.plain(quarter) for quarter in sorted(quarters))


def _other_years(voice: Voice, state: ItemState) -> Iterator[dict[str, Any]]:
    """The items that ask for the same families in the other years that the site shows, newest first."""
    for year in voice.site.years:
        if year != state.year:
            for item in voice.site.catalogues[year].items:
                shared = [family for family in state.item.families if family in item.families]
                if shared:
                    names = [languages.families(voice.language)[family]["name"] for family in shared]
                    yield {
                        "year": year,
                        "code": item.code,
                        "url": addresses.item(year, item),
                        "of": ", ".join(names) if len(state.families) > 1 else "",
                    }
