"""Complaints by the month or the kind: how many came in, and how many of them are finished."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from markupsafe import Markup

from generator.families.complaint_stats.model import ComplaintStats, Counted
from generator.models.shared import Period
from generator.pages.charts import bars
from generator.pages.charts.chart import MOST, Chart, extremes, named, sentence, shared
from generator.pages.voice import Voice
from generator.site.monthly import is_month


def by_period(voice: Voice, id: str, table: str, disclosure: ComplaintStats) -> Chart | None:
    return _chart(voice, id, table, disclosure, disclosure.by_period, "period")


def by_kind(voice: Voice, id: str, table: str, disclosure: ComplaintStats) -> Chart | None:
    return _chart(voice, id, table, disclosure, disclosure.by_kind, "kind")


def _chart(
    voice: Voice,
    id: str,
    table: str,
    disclosure: ComplaintStats,
    groups: Sequence[Counted],
    by: Literal["period", "kind"],
) -> Chart | None:
    words = voice.words["charts"]
    labels = words["complaints"]
    shown = groups[:MOST]
    names = [_name(voice, disclosure, group) for group in groups]
    drawing = bars.draw(
        [
            bars.Bar(
                _name(voice, disclosure, group, is_short=True).striptags(),
                f"{voice.figure(group.finished)} / {voice.figure(group.total)}",
                Decimal(group.finished),
                Decimal(group.total),
            )
            for group in shown
        ]
    )
    if drawing is None:
        return None
    told = [(n, Decimal(group.total)) for n, group in enumerate(groups) if group.of]
    every, ends = disclosure.counted, extremes(told) if told else None
    facts = sentence(
        voice,
        (
            "complaints",
            {
                "total": voice.figure(every.total),
                "finished": voice.figure(every.finished),
                "pending": voice.figure(every.pending),
            },
        ),
        ends
        and (
            "most_complaints",
            {"highest": named(voice, [names[n] for n in ends[0].of]), "high": shared(voice, ends[0])},
        ),
        None
        if len(shown) == len(groups)
        else ("some_first", {"count": voice.figure(len(shown)), "all": voice.figure(len(groups))}),
    )
    about = words["about"]["bars"].format(count=voice.figure(len(shown)))
    key = {"main": labels["finished"], "whole": labels["received"]}
    return Chart(id, labels[by], facts, about, drawing, table, key)  # type: ignore[arg-type]


def _name(voice: Voice, disclosure: ComplaintStats, group: Counted, *, is_short: bool = False) -> Markup:
    if group.of is None:
        return Markup(voice.words["charts"]["not_said"])
    if not isinstance(group.of, Period):
        return voice.say(group.of)
    days = group.of.span.days(disclosure.data_year)
    if days and is_month(days):
        day = voice.short_date(days[0]) if is_short else voice.date(days[0])
        return Markup(day.partition(" ")[2])
    return voice.period(group.of, disclosure.data_year)
