"""Pictures for those who would rather look than read: charts that are drawn when the site is built.

A chart is data → :class:`~generator.pages.charts.chart.Chart`: what is drawn, one sentence that says what it shows, and the
table on the same page that has its figures. ``scores``, ``amounts``, ``spending``, ``complaints``, ``measures`` and
``readiness`` make them from the data; ``bars``, ``lines`` and ``quarters`` say how they look, as specifications;
``drawing`` alone knows the library that turns those into SVG. Templates place them by the macro of
``pages/charts.jinja``. What has fewer than two points is not drawn: a figure is enough there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.pages.charts import amounts, complaints, measures, readiness, scores, spending
from generator.pages.charts.chart import Chart
from generator.pages.voice import Voice

CHARTS: dict[str, Callable[..., Chart | None]] = {
    "scores_by_year": scores.by_year,
    "scores_by_indicator": scores.by_indicator,
    "scores_newest": scores.newest,
    "amounts_by_month": amounts.by_month,
    "amounts_by_every_month": amounts.by_every_month,
    "amounts_by_method": amounts.by_method,
    "amounts_by_quarter": amounts.by_quarter,
    "spending_of_lines": spending.of_lines,
    "spending_of_projects": spending.of_projects,
    "complaints_by_period": complaints.by_period,
    "complaints_by_kind": complaints.by_kind,
    "measures_by_quarter": measures.by_quarter,
    "readiness_by_sub_indicator": readiness.by_sub_indicator,
}
"""Name in templates → chart. All take the voice, the chart's id and the table's before the data."""


def chart_of(voice: Voice, name: str, id: str, table: str, *facts: Any) -> Chart | None:
    """The chart of this name for these facts; None where there is too little to draw."""
    return CHARTS[name](voice, id, table, *facts)
