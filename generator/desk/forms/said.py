"""What was typed, read back: how the program understands a day, a period, a figure or a name, in the words of its pages."""

from __future__ import annotations

from collections.abc import Mapping

from generator.officers.fields import Field, Shape
from generator.writing.dates import DateFault, parse_date, parse_period, write_date, write_days
from generator.writing.figures import parse_figure, write_figure
from generator.writing.readings import plain_day, plain_figure


def said_of(field: Field, text: str, titles: Mapping[str, str], year: int | None) -> str:
    """How a text is understood; empty where it says so itself, or cannot be understood, which a fault tells.

    Args:
        titles: id → title of what a reference may name.
        year: that periods without a year are of.
    """
    text = " ".join(text.split())
    if not text:
        return ""
    try:
        said = _said(field, text, titles, year)
    except (DateFault, ValueError):
        return ""
    return "" if said == text else said


def _said(field: Field, text: str, titles: Mapping[str, str], year: int | None) -> str:
    if field.shape is Shape.DATE:
        return write_date(parse_date(plain_day(text)))
    if field.shape in (Shape.FIGURE, Shape.WHOLE):
        figure = write_figure(parse_figure(plain_figure(text)))
        return "" if figure == text else f"{figure} {field.unit}".strip()
    if field.shape is Shape.REFERENCE:
        return titles.get(text, "")
    if field.shape is Shape.PERIOD:
        span = parse_period(text)
        days = span.days(year) if year else None
        return write_days(*days) if days else ""
    return ""
