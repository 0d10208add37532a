"""Measures of a year over its four quarters, and which of them have a result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.families.measures.model import Measure
from generator.models.shared import Period
from generator.pages.charts import quarters
from generator.pages.charts.chart import MOST, Chart, Mark, sentence
from generator.pages.voice import Voice
from generator.writing.dates import quarter_days


@dataclass(frozen=True)
class Timed:
    """A measure, and whether there is a report of what came of it."""

    measure: Measure
    is_done: bool


def by_quarter(voice: Voice, id: str, table: str, year: int, measures: Sequence[Timed]) -> Chart | None:
    """When each measure of a fiscal year is done."""
    words = voice.words["charts"]
    timed = [
        quarters.Row(
            voice.counted(one.measure.number, one.measure.title),
            quarters_of(one.measure.all_periods, year),
            one.is_done,
        )
        for one in measures
    ]
    timed = [row for row in timed if row.quarters]
    shown = timed[:MOST]
    heads = [words["quarter"].format(number=voice.figure(number)) for number in quarters.QUARTERS]
    drawing = quarters.draw(shown, heads)
    if drawing is None:
        return None
    done = sum(row.is_done for row in timed)
    counts = {f"q{n}": voice.figure(sum(n in row.quarters for row in timed)) for n in quarters.QUARTERS}
    facts = sentence(
        voice,
        ("measures", {"count": voice.figure(len(timed)), **counts}),
        ("measures_done", {"done": voice.figure(done)}) if done else ("measures_not_done", {}),
        None
        if len(timed) == len(measures)
        else ("measures_undated", {"count": voice.figure(len(measures) - len(timed))}),
        None
        if len(shown) == len(timed)
        else ("some_first", {"count": voice.figure(len(shown)), "all": voice.figure(len(timed))}),
    )
    labels = words["measures"]
    key: dict[Mark, str] = {"main": labels["done"], "whole": labels["not_done"]}
    used = ["main"] * (done > 0) + ["whole"] * (done < len(timed))
    return Chart(
        id,
        labels["title"].format(year=voice.year(year)),
        facts,
        words["about"]["quarters"].format(count=voice.figure(len(shown))),
        drawing,
        table,
        {mark: meaning for mark, meaning in key.items() if mark in used},
    )


def quarters_of(periods: Sequence[Period], year: int) -> frozenset[int]:
    """The quarters of a fiscal year that some day of a period lies in."""
    days = [found for period in periods if (found := period.span.days(year))]
    bounds = {number: quarter_days(year, number, number) for number in quarters.QUARTERS}
    return frozenset(
        number for number, (first, last) in bounds.items() if any(start <= last and first <= end for start, end in days)
    )
