"""What was planned and what was spent of it: lines of a budget, projects of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from markupsafe import Markup

from generator.blocks.projects import PlannedProject, Project
from generator.blocks.spending import Spending, percent
from generator.models.shared import Text
from generator.pages.charts import bars
from generator.pages.charts.chart import MOST, Chart, Mark, both_ends, extremes, sentence, some_of
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
        figure = voice.baht(line.spent) if share is None else f"{voice.figure(share)}%"
        planned = line.planned if has_plans else None
        rows.append(bars.Bar(voice.counted(line.number, line.title), figure, line.spent, planned))
    drawing = bars.draw(rows)
    if drawing is None:
        return None
    code, shares = _shares(lines) if has_plans else ("extreme_sums", [(line, line.spent) for line in lines])
    facts = sentence(
        voice,
        _whole(voice, lines, has_plans=has_plans),
        both_ends(voice, code, extremes(shares) if shares else None, partial(_name, voice)),
        some_of(voice, "some", len(shown), len(lines)),
    )
    key: dict[Mark, str] = {"main": labels["spent"], "whole": labels["planned"]} if has_plans else {}
    title = labels["title" if has_plans else "title_spent"]
    about = words["about"]["bars"].format(count=voice.figure(len(shown)))
    return Chart(id, title, facts, about, drawing, table, key)


def _shares(lines: list[_Line]) -> tuple[str, list[tuple[_Line, Decimal]]]:
    """What part of its plan each line spent, where there are plans; else what it spent."""
    if percent(_spent(lines), _planned(lines)) is None:
        return "extreme_sums", [(line, line.spent) for line in lines]
    shares = ((line, percent(line.spent, line.planned)) for line in lines)
    return "extreme_shares", [(line, share) for line, share in shares if share is not None]


def _whole(voice: Voice, lines: list[_Line], *, has_plans: bool) -> tuple[str, dict[str, str]]:
    """What was spent in all, and of how much."""
    spent, planned = _spent(lines), _planned(lines)
    share = percent(spent, planned) if has_plans else None
    if share is None:
        return "spent", {"spent": voice.baht(spent)}
    return "spent_of", {
        "spent": voice.baht(spent),
        "planned": voice.baht(planned),
        "share": voice.figure(share),
    }


def _spent(lines: list[_Line]) -> Decimal:
    return sum((line.spent for line in lines), Decimal(0))


def _planned(lines: list[_Line]) -> Decimal:
    return sum((line.planned or Decimal(0) for line in lines), Decimal(0))


def _name(voice: Voice, line: _Line) -> Markup:
    return voice.say(line.title)
