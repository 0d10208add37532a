"""Bars across, one row each: the name above or before, the figure at the end. Readable on the narrowest phone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from generator.pages.charts.chart import LETTERS, WIDTH, Drawing, Mark, Words, fitting, length

BAR = 14
DIGIT = 8.6
"""Width of a digit at the size of figures, rounded up."""
LETTER = WIDTH / LETTERS
ZERO = Decimal(0)
LEAST = 40
"""Width that is left for bars beside the longest of figures."""
BEFORE = 10
"""Letters of the longest name that stands before its bar: with longer ones, all stand above."""


@dataclass(frozen=True)
class Bar:
    """One row.

    Attributes:
        label: its name.
        figure: the figure as it is written.
        value: how long the filled bar is.
        whole: how long the bar around it is that ``value`` is a part of.
    """

    label: str
    figure: str
    value: Decimal
    whole: Decimal | None = None
    mark: Mark = "main"


def draw(
    rows: Sequence[Bar], *, end: Decimal | None = None, target: Decimal | None = None, start: Decimal = ZERO
) -> Drawing | None:
    """The rows as bars; None where fewer than two have a length.

    Args:
        end: what the whole width stands for; else the longest bar.
        start: what bars begin at, which is below all of them; whoever begins above zero says so beside the drawing.
        target: a line through all the bars.
    """
    lengths = [one for row in rows for one in (row.value, row.whole) if one is not None]
    if len(rows) < 2 or not any(lengths):
        return None
    place = _scale([*lengths, start, end or start, target or start])
    words = Words()
    figures = [f"▼ {row.figure}" if row.mark == "below" else row.figure for row in rows]
    longest = max(length(row.label) for row in rows)
    is_before = longest <= BEFORE
    left = round(LETTER * longest) + 4 if is_before else 0
    right = max(round(WIDTH - DIGIT * max(map(len, figures)) - 10), left + LEAST)
    height, lower = (28, 0) if is_before else (48, 11)
    values = [
        {
            "row": number,
            "from": place(start),
            "to": place(row.value),
            "whole": None if row.whole is None else place(row.whole),
            "mark": row.mark,
            "label": words.put(fitting(row.label)),
            "figure": words.put(figure),
        }
        for number, (row, figure) in enumerate(zip(rows, figures, strict=True))
    ]
    x = {"type": "quantitative", "axis": None, "scale": {"domain": [0, 1], "range": [left, right], "nice": False}}
    has_wholes = any(row.whole is not None for row in rows)
    layers = _layers(x, lower, None if target is None else place(target), has_wholes=has_wholes)
    y = {"field": "row", "type": "ordinal", "axis": None, "sort": None}
    spec = {
        "width": WIDTH,
        "height": {"step": height},
        "data": {"values": values},
        "encoding": {"y": {**y, "scale": {"domain": list(range(len(rows))), "paddingInner": 0, "paddingOuter": 0}}},
        "layer": layers,
    }
    has_below = any(row.mark == "below" for row in rows)
    marks = _marks(whole=has_wholes, target=target is not None, below=has_below)
    return Drawing(spec, tuple(words.texts), marks, sum(bool(row.value or row.whole) for row in rows))


def _scale(values: Sequence[Decimal]) -> Callable[[Decimal], float]:
    """Where a value stands between the least of some values, which is 0, and the most, which is 1."""
    least, most = min(values), max(values)
    return lambda value: round(float((value - least) / (most - least)), 4)


def _marks(**drawn: bool) -> tuple[Mark, ...]:
    return tuple(cast(Mark, mark) for mark, is_drawn in drawn.items() if is_drawn)


def _layers(x: dict[str, Any], lower: int, target: float | None, *, has_wholes: bool) -> list[dict[str, Any]]:
    """What is drawn one above the other: frames of the wholes, bars, names, figures, the line of the target."""
    bar = {"type": "bar", "height": BAR, "yOffset": lower}
    layers: list[dict[str, Any]] = []
    if has_wholes:
        layers.append(
            {
                "transform": [{"filter": "datum.whole !== null && datum.whole !== datum.from"}],
                "mark": {**bar, "fill": "none", "stroke": "whole", "strokeWidth": 1.5},
                "encoding": {"x": {"field": "from", **x}, "x2": {"field": "whole"}},
            }
        )
    layers.append(
        {
            "transform": [{"filter": "datum.to !== datum.from"}],
            "mark": bar,
            "encoding": {
                "x": {"field": "from", **x},
                "x2": {"field": "to"},
                "fill": {"field": "mark", "type": "nominal", "scale": None},
            },
        }
    )
    layers.append({"mark": {"type": "text", "x": 0, "dy": lower and -10}, "encoding": {"text": {"field": "label"}}})
    layers.append(
        {
            "mark": {"type": "text", "x": WIDTH, "align": "right", "dy": lower and 12, "fontWeight": "bold"},
            "encoding": {"text": {"field": "figure"}},
        }
    )
    if target is not None:
        line = {
            "type": "tick",
            "orient": "vertical",
            "size": BAR + 8,
            "thickness": 3,
            "yOffset": lower,
            "fill": "target",
        }
        layers.append({"mark": line, "encoding": {"x": {"datum": target, **x}}})
    return layers
