"""Money and counts by month, by method, by quarter: how much of each, and which is the most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.blocks.spending import percent
from generator.families.budget_plan.model import BudgetPlan
from generator.families.proc_monthly.model import ProcMonthly
from generator.pages.charts import bars
from generator.pages.charts.chart import MOST, Chart, extremes, named, sentence, shared
from generator.pages.voice import Voice
from generator.tables.table import Group, Table


@dataclass(frozen=True)
class _Row:
    """What a month, a method or a quarter is called in the drawing and in the sentence, and how much it has."""

    label: str
    name: str
    value: Decimal


def by_month(voice: Voice, id: str, table: str, rows: Table) -> Chart | None:
    """Jobs of a table by the month in which they were agreed on, planned or announced."""
    return _of_table(voice, id, table, rows, "month", rows.groups["month"])


def by_method(voice: Voice, id: str, table: str, rows: Table) -> Chart | None:
    """Jobs of a table by the way in which the law lets an agency buy."""
    return _of_table(voice, id, table, rows, "method", rows.groups["method"]) if rows.has("method") else None


def by_every_month(voice: Voice, id: str, table: str, disclosure: ProcMonthly) -> Chart | None:
    """As :func:`by_month`, with the months that had nothing among them."""
    if not disclosure.rows or not any(one.group for one in disclosure.months):
        return None
    nothing = tuple(Decimal(0) for _ in disclosure.rows.sums)
    # A month after the last one with jobs may be one without, or one that has not come yet.
    last = max(number for number, one in enumerate(disclosure.months) if one.group)
    stated = [one for one in disclosure.months[: last + 1] if one.group or one.without]
    groups = [one.group or Group(one.start, 0, nothing) for one in stated]
    return _of_table(voice, id, table, disclosure.rows, "month", groups)


def by_quarter(voice: Voice, id: str, table: str, plan: BudgetPlan) -> Chart | None:
    """Money that is to be spent in each quarter."""
    label = voice.words["charts"]["quarter"]
    names = [label.format(number=voice.figure(number)) for number in range(1, 5)]
    rows = [_Row(name, name, amount) for name, amount in zip(names, plan.total_by_quarter, strict=False)]
    unit = voice.words["common"]["baht"]
    return _chart(voice, id, table, voice.words["charts"]["amounts"]["quarter"], unit, rows, is_in_time=True)


def _of_table(voice: Voice, id: str, table: str, rows: Table, key: str, groups: Sequence[Group]) -> Chart | None:
    words = voice.words["charts"]
    amount = next(iter(rows.sums), None)
    labels = [_Row(*_names(voice, key, group), group.sums[0] if amount else Decimal(group.count)) for group in groups]
    title = words["amounts"][key]["money" if amount else "count"]
    unit = voice.words["common"]["baht"] if amount else words["entries"]
    return _chart(voice, id, table, title, unit, labels, is_in_time=key == "month")


def _chart(
    voice: Voice, id: str, table: str, title: str, unit: str, rows: list[_Row], *, is_in_time: bool
) -> Chart | None:
    words = voice.words["charts"]
    # Of very many the largest are drawn, in the order that they have.
    least = sorted((row.value for row in rows), reverse=True)[:MOST][-1] if rows else Decimal(0)
    shown = [row for row in rows if row.value >= least][:MOST]
    drawing = bars.draw([bars.Bar(row.label, voice.baht(row.value), row.value) for row in shown])
    if drawing is None:
        return None
    total = sum((row.value for row in rows), Decimal(0))
    not_said = str(words["not_said"])  # is no month and no method, and neither the most nor the least of them
    told = [(row.name, row.value) for row in rows if row.name != not_said]
    ends = extremes(told) if told else None
    facts = sentence(
        voice,
        ends
        and (
            "most",
            {
                "highest": named(voice, ends[0].of),
                "high": shared(voice, ends[0], f" {unit}", voice.baht),
                "share": voice.figure(percent(ends[0].value, total)),
            },
        ),
        (
            ends
            and is_in_time
            and ("least", {"lowest": named(voice, ends[1].of), "low": shared(voice, ends[1], f" {unit}", voice.baht)})
        )
        or None,
        ("total", {"total": voice.baht(total), "unit": unit}),
        None
        if len(shown) == len(rows)
        else ("some", {"count": voice.figure(len(shown)), "all": voice.figure(len(rows))}),
    )
    about = words["about"]["bars"].format(count=voice.figure(len(shown)))
    return Chart(id, f"{title} ({unit})", Markup(facts), about, drawing, table)


def _names(voice: Voice, key: str, group: Group) -> tuple[str, str]:
    """What a group is called in the drawing, and in the sentence."""
    if group.name is None:
        name = str(voice.words["charts"]["not_said"])
    elif key == "month":
        return voice.short_date(group.name).partition(" ")[2], voice.date(group.name).partition(" ")[2]
    else:
        name = voice.plain(group.name.name)
    return name, name
