"""The OIT score to expect, by sub-indicator: what is certain, and what a partial item may add."""

from __future__ import annotations

from decimal import Decimal

from generator.models.catalogue import Catalogue
from generator.pages.charts import bars
from generator.pages.charts.chart import Chart, Mark, extremes, named, sentence, shared
from generator.pages.voice import Voice
from generator.site.readiness import FULL, Readiness


def by_sub_indicator(voice: Voice, id: str, table: str, readiness: Readiness, of_list: Catalogue) -> Chart | None:
    """Sub-indicators of one list of an assessed year, with its titles."""
    words = voice.words["charts"]
    labels = words["readiness"]

    def written(least: Decimal, most: Decimal) -> str:
        return voice.figure(least) if least == most else f"{voice.figure(least)}–{voice.figure(most)}"

    parts = readiness.sub_indicators
    titles = {one.number: voice.plain(one.title) for one in of_list.sub_indicators}
    names = {part.number: f"{voice.plain(part.number)} {titles.get(part.number, '')}".strip() for part in parts}
    is_range = any(part.least != part.most for part in parts)
    drawing = bars.draw(
        [
            bars.Bar(names[part.number], written(part.least, part.most), part.least, part.most if is_range else None)
            for part in parts
        ],
        end=FULL,
    )
    if drawing is None:
        return None
    ends = extremes((names[part.number], part.least) for part in parts)
    facts = sentence(
        voice,
        ("expected", {"score": written(readiness.least, readiness.most)}),
        ends and ("lowest", {"lowest": named(voice, ends[1].of), "low": shared(voice, ends[1])}),
    )
    key: dict[Mark, str] = {"main": labels["least"], "whole": labels["most"]} if is_range else {}
    about = words["about"]["bars"].format(count=voice.figure(len(parts)))
    return Chart(id, labels["title"], facts, about, drawing, table, key)
