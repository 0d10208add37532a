"""What was planned and what was spent of it: lines of a budget, projects of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.blocks.projects import PlannedProject, Project
from generator.blocks.spending import Spending, percent
from generator.models.shared import Text
from generator.pages.charts import bars
from generator.pages.charts.chart import MOST, Chart, Mark, extremes, named, sentence, shared
from generator.pages.voice import Voice


@dataclass(frozen=True)
class _Line:
    """What a line or a project is called, what it was given and what was spent."""

    number: str | None
    title: Text
    planned: Decimal | None
    spent: Decimal


def of_lines(voice: Voice, id: str, table: str, disclosure: Spending) -> Chart | None:
    """Lines of a budget that say what was spent."""
    lines = [
        _Line(line.number, line.title, line.allocated, line.spent)
        for line in disclosure.lines
        if line.spent is not None
    ]
    return _chart(voice, id, table, lines)


def of_projects(
    voice: Voice, id: str, table: str, projects: Sequence[PlannedProject], is_planned: bool = True
) -> Chart | None:
    """Projects that say what they cost; none used counts as nothing.

    Args:
        is_planned: whether the table beside the chart has the planned money too.
    """
    lines = []
    for project in projects:
        if not isinstance(project, Project) or not project.budget:
            continue
        planned = project.planned.amount if project.planned and is_planned else None
        spent = project.budget.amount or Decimal(0)
        if planned or spent:
            lines.append(_Line(project.number, project.title, planned, spent))
    return _chart(voice, id, table, lines)


def _chart(voice: Voice, id: str, table: str, lines: list[_Line]) -> Chart | None:
    words, labels = voice.words["charts"], voice.words["charts"]["spending"]
    has_plans = all(line.planned is not None for line in lines)
    largest = sorted(lines, key=lambda line: -max(line.planned or Decimal(0), line.spent))[:MOST]
    shown = [line for line in lines if any(line is one for one in largest)]
    rows = []
    for line in shown:
        share = percent(line.spent, line.planned) if has_plans else None
        figure = voice.figure(line.spent) if share is None else f"{voice.figure(share)}%"
        planned = line.planned if has_plans else None
        rows.append(bars.Bar(voice.counted(line.number, line.title), figure, line.spent, planned))
    drawing = bars.draw(rows)
    if drawing is None:
        return None
    spent = sum((line.spent for line in lines), Decimal(0))
    planned = sum((line.planned or Decimal(0) for line in lines), Decimal(0))
    part = percent(spent, planned) if has_plans else None
    if part is not None:
        shares = [(line, share) for line in lines if (share := percent(line.spent, line.planned)) is not None]
        spent_share = (
            "spent_of",
            {"spent": voice.figure(spent), "planned": voice.figure(planned), "share": voice.figure(part)},
        )
        code = "extreme_shares"
    else:
        shares = [(line, line.spent) for line in lines]
        spent_share = ("spent", {"spent": voice.figure(spent)})
        code = "extreme_sums"
    ends = extremes(shares) if shares else None
    facts = sentence(
        voice,
        spent_share,
        ends
        and (
            code,
            {
                "highest": named(voice, [_name(voice, line) for line in ends[0].of]),
                "high": shared(voice, ends[0]),
                "lowest": named(voice, [_name(voice, line) for line in ends[1].of]),
                "low": shared(voice, ends[1]),
            },
        ),
        None
        if len(shown) == len(lines)
        else ("some", {"count": voice.figure(len(shown)), "all": voice.figure(len(lines))}),
    )
    key: dict[Mark, str] = {"main": labels["spent"], "whole": labels["planned"]} if has_plans else {}
    title = labels["title" if has_plans else "title_spent"]
    about = words["about"]["bars"].format(count=voice.figure(len(shown)))
    return Chart(id, title, facts, about, drawing, table, key)


def _name(voice: Voice, line: _Line) -> Markup:
    return voice.say(line.title)
