"""Rows over the four quarters of a fiscal year: when each is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.pages.charts.chart import WIDTH, Drawing, Mark, Words, fitting

ROW, BAR, HEAD = 48, 14, 26
TOP = 28
"""From the top of a row to its bar."""
QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Row:
    """A name, the quarters it takes, and whether it has a result yet."""

    label: str
    quarters: frozenset[int]
    is_done: bool


def draw(rows: Sequence[Row], heads: Sequence[str]) -> Drawing | None:
    """The rows, each filled where it is done and hollow where it is not; None for fewer than two that say when.

    Args:
        heads: what the four quarters are called.
    """
    rows = [row for row in rows if row.quarters]
    if len(rows) < 2:
        return None
    words, height = Words(), HEAD + ROW * len(rows)
    step = WIDTH / len(QUARTERS)
    marks = {True: "main", False: "whole"}
    bars: list[dict[str, Any]] = []
    names: list[dict[str, Any]] = []
    for number, row in enumerate(rows):
        top = HEAD + ROW * number
        names.append({"y": top + 13, "label": words.put(fitting(row.label))})
        for first, last in _runs(row.quarters):
            bars.append(
                {
                    "x": (first - 1) * step + 2,
                    "x2": last * step - 2,
                    "y": top + TOP,
                    "y2": top + TOP + BAR,
                    "stroke": marks[row.is_done],
                    "fill": "main" if row.is_done else "none",
                }
            )
    x = {"type": "quantitative", "axis": None, "scale": {"domain": [0, WIDTH], "range": [0, WIDTH], "nice": False}}
    y = {"type": "quantitative", "axis": None, "scale": {"domain": [0, height], "range": [0, height], "nice": False}}
    tracks = [{"x": 0, "x2": WIDTH, "y": HEAD + ROW * n + TOP + BAR / 2} for n in range(len(rows))]
    between = [{"x": step * n, "y": 4, "y2": height} for n in QUARTERS[:-1]]
    quarters = [
        {"x": step * (n - 0.5), "y": 12, "label": words.put(head)} for n, head in zip(QUARTERS, heads, strict=True)
    ]
    at = {"x": {"field": "x", **x}, "y": {"field": "y", **y}}
    plain: dict[str, Any] = {"type": "nominal", "scale": None}
    layers = [
        {
            "data": {"values": between},
            "mark": {"type": "rule", "stroke": "line", "strokeDash": [2, 3]},
            "encoding": {**at, "y2": {"field": "y2"}},
        },
        {
            "data": {"values": tracks},
            "mark": {"type": "rule", "stroke": "line"},
            "encoding": {**at, "x2": {"field": "x2"}},
        },
        {
            "data": {"values": bars},
            "mark": {"type": "rect", "strokeWidth": 1.5},
            "encoding": {
                **at,
                "x2": {"field": "x2"},
                "y2": {"field": "y2"},
                "stroke": {"field": "stroke", **plain},
                "fill": {"field": "fill", **plain},
            },
        },
        {
            "data": {"values": quarters},
            "mark": {"type": "text", "align": "center", "fontWeight": "bold"},
            "encoding": {**at, "text": {"field": "label"}},
        },
        {
            "data": {"values": names},
            "mark": {"type": "text", "x": 0},
            "encoding": {"y": at["y"], "text": {"field": "label"}},
        },
    ]
    used: tuple[Mark, ...] = ("whole",) if any(not row.is_done for row in rows) else ()
    return Drawing({"width": WIDTH, "height": height, "layer": layers}, tuple(words.texts), used)


def _runs(quarters: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Quarters that follow each other, as first and last: ``{1, 2, 4}`` → (1, 2), (4, 4)."""
    start = None
    for number in (*QUARTERS, QUARTERS[-1] + 1):
        if number in quarters:
            start = number if start is None else start
        elif start is not None:
            yield start, number - 1
            start = None
