"""Charts of four quarters, as plans draw them with arrows → the time that they mean."""

from __future__ import annotations

import re

from generator.writing.dates import Span


def parse_chart(cells: tuple[str, ...]) -> Span:
    """The period that a chart of four quarters draws with arrows, one text for each quarter's cell.

    An arrow that starts in one cell and ends in another covers the cells between; a mark in one cell
    alone is that quarter. A lone cell that holds an arrow with a shaft (``←———→``) has lost how far it
    reached: undetermined, like a chart with no mark.
    """
    marked = [number for number, cell in enumerate(cells, start=1) if cell.strip()]
    if not marked or (len(marked) == 1 and re.search("←[^→]+→", cells[marked[0] - 1])):
        return Span()
    return Span(first=marked[0], last=marked[-1])
