"""A line over the years, with a figure at every point; beside it lines to compare it with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.pages.charts.chart import WIDTH, Drawing, Mark, Words, extremes

HEIGHT, TOP, BOTTOM, SIDE = 220, 30, 165, 26
DASHES: Mapping[Mark, list[int]] = {"target": [7, 4], "mean": [2, 4]}
ALL = 8
"""Points that can all have their figure; of more only the ends, the highest and the lowest have."""


@dataclass(frozen=True)
class Point:
    """A year, how it is written, and what it had."""

    year: int
    label: str
    figure: str
    value: Decimal


def draw(points: Sequence[Point], beside: Mapping[Mark, Mapping[int, Decimal]]) -> Drawing | None:
    """The points as a line; None where there are fewer than two.

    Args:
        beside: mark → year → value, as of a target; drawn from the first year of the points to the last.
    """
    if len(points) < 2:
        return None
    first, last = points[0].year, points[-1].year
    others = {
        mark: {year: value for year, value in values.items() if first <= year <= last}
        for mark, values in beside.items()
    }
    every = [point.value for point in points] + [value for values in others.values() for value in values.values()]
    # Scores of agencies lie close together near the top: the scale begins at a round figure below the lowest.
    least, most = Decimal(int(min(every) // 5 * 5)), max(every)
    words = Words()
    labelled = {points[0].year, points[-1].year}
    if ends := extremes((point.year, point.value) for point in points):
        labelled |= {ends[0].of[0], ends[1].of[0]}
    x: dict[str, Any] = {
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [first, last], "range": [SIDE, WIDTH - SIDE], "nice": False, "zero": False},
    }
    y: dict[str, Any] = {
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [float(least), float(most)], "range": [BOTTOM, TOP], "nice": False, "zero": False},
    }
    at: dict[str, Any] = {"x": {"field": "year", **x}, "y": {"field": "value", **y}}
    dots = [
        {
            "year": point.year,
            "value": float(point.value),
            "label": words.put(point.label),
            "figure": words.put(point.figure) if len(points) <= ALL or point.year in labelled else None,
            "is_below": _is_below(points, number, others, most - least),
        }
        for number, point in enumerate(points)
    ]
    figures: list[dict[str, Any]] = [
        {
            "transform": [{"filter": f"datum.figure !== null && {test}"}],
            "mark": {"type": "text", "align": "center", "dy": away, "fontWeight": "bold"},
            "encoding": {**at, "text": {"field": "figure"}},
        }
        for test, away in (("!datum.is_below", -16), ("datum.is_below", 18))
    ]
    layers = [
        *_beside(others, at),
        {"mark": {"type": "line", "stroke": "main", "strokeWidth": 3}, "encoding": at},
        {"mark": {"type": "point", "shape": "circle", "color": "main", "size": 70}, "encoding": at},
        *figures,
        {
            "mark": {"type": "text", "align": "center", "y": HEIGHT - 14},
            "encoding": {"x": at["x"], "text": {"field": "label"}},
        },
    ]
    spec = {"width": WIDTH, "height": HEIGHT, "data": {"values": dots}, "layer": layers}
    return Drawing(spec, tuple(words.texts), tuple(mark for mark, held in others.items() if held))


def _beside(others: Mapping[Mark, Mapping[int, Decimal]], at: dict[str, Any]) -> list[dict[str, Any]]:
    """The lines beside the main one: as of a target, or of a mean with its points."""
    layers: list[dict[str, Any]] = []
    for mark, values in others.items():
        if not values:
            continue
        data = {"values": [{"year": year, "value": float(value)} for year, value in sorted(values.items())]}
        if len(values) > 1:
            line = {"type": "line", "stroke": mark, "strokeWidth": 2, "strokeDash": DASHES[mark]}
            layers.append({"data": data, "mark": line, "encoding": at})
        if mark == "mean" or len(values) == 1:
            layers.append(
                {"data": data, "mark": {"type": "point", "shape": "diamond", "color": mark, "size": 50}, "encoding": at}
            )
    return layers


def _is_below(
    points: Sequence[Point], number: int, others: Mapping[Mark, Mapping[int, Decimal]], height: Decimal
) -> bool:
    """Whether the figure of a point stands below it: where the room above is taken by the line or by another one."""
    point = points[number]
    near = [values[point.year] - point.value for values in others.values() if point.year in values]
    if any(0 <= gap < height / 4 for gap in near):
        return not any(-height / 4 < gap < 0 for gap in near)
    if any(-height / 4 < gap < 0 for gap in near):
        return False
    beside = [points[at].value for at in (number - 1, number + 1) if 0 <= at < len(points)]
    return point.value < sum(beside, Decimal(0)) / len(beside)
