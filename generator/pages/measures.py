"""All measures of all years: where each comes from, who owns it, when, how it is followed up, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.families.measures.model import Step
from generator.models import Owner, Period
from generator.pages.page import Page, render
from generator.trail import MeasureStop, Trail
from generator.voice import Voice


def pages(voice: Voice, trail: Trail) -> Iterator[Page]:
    years = sorted({stop.disclosure.data_year for stop in trail.measures}, reverse=True)
    groups = [_group(voice, trail, year) for year in years]
    yield render("measures.md.jinja", voice, "measures/index.md", voice.words["measures"]["title"], groups=groups)


def _group(voice: Voice, trail: Trail, year: int) -> dict[str, Any]:
    words = voice.words
    stops = [stop for stop in trail.measures if stop.disclosure.data_year == year]
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
    }


def _row(trail: Trail, stop: MeasureStop) -> dict[str, Any]:
    measure = stop.measure
    steps = tuple(all_steps(measure.steps))
    return {
        "measure": measure,
        "anchor": f"{stop.disclosure.family.replace('_', '-')}-{stop.disclosure.assessed_year}-{measure.id}",
        "url": stop.url,
        "origins": trail.origins(stop),
        "owners": distinct_owners((*measure.owners, *(owner for step in steps for owner in step.owners))),
        "periods": distinct_periods(
            ([measure.period] if measure.period else []) + [step.period for step in steps if step.period]
        ),
        "results": trail.results_of(stop),
    }


def all_steps(steps: Iterable[Step]) -> Iterator[Step]:
    """Steps and the steps inside them, in order."""
    for step in steps:
        yield step
        yield from all_steps(step.steps)


def distinct_owners(owners: Iterable[Owner]) -> list[Owner]:
    """Each unit once, in order, without the steps it owns."""
    return [Owner(unit=name) for name in dict.fromkeys(owner.unit for owner in owners)]


def distinct_periods(periods: Iterable[Period]) -> list[Period]:
    """Each period once, in order, however it was written."""
    return list({period.span if not period.span.undetermined else period.chart: period for period in periods}.values())
