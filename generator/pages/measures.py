"""All measures of all years: where each comes from, who owns it, when, how it is followed up, what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator import languages
from generator.pages.charts.measures import Timed
from generator.pages.page import Page, Planned, render
from generator.pages.voice import Voice
from generator.site import addresses
from generator.site.trail import MeasureStop, Trail


def pages(voice: Voice, trail: Trail) -> Iterator[Planned]:
    yield Planned(addresses.MEASURES, partial(_page, voice, trail))


def _page(voice: Voice, trail: Trail) -> Page:
    shown = [stop for stop in trail.measures if stop.url]
    years = sorted({stop.disclosure.data_year for stop in shown}, reverse=True)
    groups = [_group(voice, trail, year, [s for s in shown if s.disclosure.data_year == year]) for year in years]
    title = voice.words["measures"]["title"]
    meta = {"hide": ["toc"]}  # the table wants the width
    return render(
        "measures.md.jinja",
        voice,
        addresses.MEASURES,
        title,
        meta,
        menu="topics",
        groups=groups,
        terms=languages.terms_of(voice.language, page="measures"),
    )


def _group(voice: Voice, trail: Trail, year: int, stops: list[MeasureStop]) -> dict[str, Any]:
    words = voice.words
    has_follow_up = any(stop.measure.follow_up or stop.measure.reporting for stop in stops)
    disclosures = list({id(stop.disclosure): stop.disclosure for stop in stops}.values())
    columns = [words["measures"]["measure"], words["measures"]["from_questions"], words["common"]["owner"]]
    columns += [words["common"]["period"], *([words["measures"]["follow_up"]] if has_follow_up else [])]
    return {
        "year": year,
        "columns": [*columns, words["measures"]["result"]],
        "has_follow_up": has_follow_up,
        "monitoring": [part for disclosure in disclosures for part in getattr(disclosure, "monitoring", ())],
        "rows": [_row(trail, stop) for stop in stops],
        "timed": [Timed(stop.measure, bool(trail.results_of(stop))) for stop in stops],
    }


def _row(trail: Trail, stop: MeasureStop) -> dict[str, Any]:
    measure = stop.measure
    return {
        "measure": measure,
        "anchor": f"{stop.disclosure.family.replace('_', '-')}-{stop.disclosure.assessed_year}-{measure.id}",
        "url": stop.url,
        "origins": trail.origins(stop),
        "owners": measure.all_owners,
        "periods": measure.all_periods,
        "results": trail.results_of(stop),
    }
