"""ITA scores: the total over the years, and every indicator of a year, against the target and the national mean."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from markupsafe import Markup

from generator.models.ita import DEFAULT_TARGET, IndicatorScore, ItaResult
from generator.pages.charts import bars, lines
from generator.pages.charts.chart import Chart, Mark, both_ends, extremes, named, sentence, shared
from generator.pages.voice import Voice

FULL = Decimal(100)


def by_year(voice: Voice, id: str, table: str, results: Sequence[ItaResult]) -> Chart | None:
    """The total score of every year that has one."""
    words = voice.words["charts"]
    scored = sorted((r.year, r.total.score) for r in results if r.total and r.total.score is not None)
    targets = {r.year: _target(r) for r in results}
    means = {r.year: r.national_mean.score for r in results if r.national_mean and r.national_mean.score is not None}
    drawing = lines.draw(
        [lines.Point(year, voice.year(year), voice.figure(score), score) for year, score in scored],
        {"target": targets, "mean": means},
    )
    if drawing is None:
        return None
    (before, score_before), (year, score) = scored[-2:]
    ends, mean = extremes(scored), means.get(year)
    facts = sentence(
        voice,
        ("score_of_year", {"year": voice.year(year), "score": voice.figure(score)}),
        (_against(score, targets[year]), {"target": voice.figure(targets[year])}),
        _change(voice, score - score_before, before),
        None if mean is None else (_beside_mean(score, mean), {"year": voice.year(year), "mean": voice.figure(mean)}),
        ends
        and (
            "extremes_of_years",
            {
                "highest": named(voice, [voice.year(one) for one in ends[0].of]),
                "high": shared(voice, ends[0]),
                "lowest": named(voice, [voice.year(one) for one in ends[1].of]),
                "low": shared(voice, ends[1]),
            },
        ),
    )
    key: dict[Mark, str] = {
        "main": voice.words["ita"]["total"],
        "target": voice.words["ita"]["target"],
        "mean": voice.words["ita"]["national_mean"],
    }
    about = words["about"]["lines"].format(count=voice.figure(len(scored)))
    return Chart(
        id, words["scores_by_year"], facts, about, drawing, table, {m: key[m] for m in ("main", *drawing.marks)}
    )


def by_indicator(voice: Voice, id: str, table: str, result: ItaResult) -> Chart | None:
    """The total, the national mean and every indicator of one year."""
    words, ita = voice.words["charts"], voice.words["ita"]
    target = _target(result)
    indicators = _indicators(result)
    rows = [
        bars.Bar(
            f"{voice.plain(one.number)}. {voice.plain(one.title)}",
            voice.figure(score),
            score,
            mark="below" if score < target else "main",
        )
        for one, score in indicators
    ]
    if len(rows) < 2:
        return None
    if result.national_mean and (mean := result.national_mean.score) is not None:
        rows.insert(0, bars.Bar(ita["national_mean"], voice.figure(mean), mean, mark="mean"))
    if result.total and (total := result.total.score) is not None:
        rows.insert(0, bars.Bar(ita["total"], voice.figure(total), total, mark="below" if total < target else "main"))
    start = _start([row.value for row in rows] + [target])
    drawing = bars.draw(rows, end=FULL, target=target, start=start)
    if drawing is None:
        return None
    below = sum(score < target for _, score in indicators)
    ends = extremes(indicators)
    facts = sentence(
        voice,
        both_ends(voice, "extremes", ends, partial(_name, voice)),
        (
            "some_below" if below else "none_below",
            {"count": voice.figure(below), "all": voice.figure(len(indicators)), "target": voice.figure(target)},
        ),
        ("begins_at", {"start": voice.figure(start)}) if start else None,
    )
    key: dict[Mark, str] = {"target": f"{ita['target']} {voice.figure(target)}", "below": ita["below_target"]}
    return Chart(
        id,
        words["scores_by_indicator"].format(year=voice.year(result.year)),
        facts,
        words["about"]["bars"].format(count=voice.figure(len(rows))),
        drawing,
        table,
        {mark: key[mark] for mark in drawing.marks},
    )


def _start(scores: Sequence[Decimal]) -> Decimal:
    """Where bars begin, which the chart says: scores lie close together near the top, and from zero all are one length."""
    return max(Decimal(int(min(scores) // 10 * 10) - 10), Decimal(0))


def newest(voice: Voice, id: str, table: str, results: Sequence[ItaResult]) -> Chart | None:
    """:func:`by_indicator` of the last year whose indicators have scores."""
    for result in sorted(results, key=lambda one: -one.year):
        if chart := by_indicator(voice, id, table, result):
            return chart
    return None


def _target(result: ItaResult) -> Decimal:
    return DEFAULT_TARGET if result.target is None else result.target


def _indicators(result: ItaResult) -> list[tuple[IndicatorScore, Decimal]]:
    """Indicators with a score; their parts, as 9.1, only where the whole ones are not told."""
    scored = [(one, one.score) for part in result.instruments for one in part.indicators if one.score is not None]
    return [pair for pair in scored if "." not in pair[0].number] or scored


def _name(voice: Voice, indicator: IndicatorScore) -> Markup:
    return Markup(voice.words["ita"]["indicator"]).format(
        number=voice.plain(indicator.number), title=voice.say(indicator.title)
    )


def _against(score: Decimal, target: Decimal) -> str:
    return "above_target" if score > target else "below_target" if score < target else "at_target"


def _beside_mean(score: Decimal, mean: Decimal) -> str:
    return "above_mean" if score > mean else "below_mean" if score < mean else "at_mean"


def _change(voice: Voice, by: Decimal, year: int) -> tuple[str, dict[str, str]]:
    code = "up" if by > 0 else "down" if by < 0 else "same"
    return code, {"by": voice.figure(abs(by)), "year": voice.year(year)}
