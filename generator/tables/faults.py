"""Where a table has a fault, and how many alike are reported one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.diagnostics import Diagnostic, short
from generator.tables.columns import CellFault, letters

MOST_FAULTS = 10
"""Faults of one kind in one column that are reported one by one."""


@dataclass(frozen=True)
class Place:
    """A cell of a file, or a whole file (line 0); ``row`` is what Excel would number it, ``column`` counts from 1."""

    file: str
    sheet: str = ""
    line: int = 0
    row: int = 0
    column: int = 0

    def fault(self, code: str, /, **facts: object) -> Diagnostic:
        cell = f"{letters(self.column)}{self.row}" if self.column else str(self.row or "")
        named = {
            "cell": f"{self.sheet}!{cell}" if self.sheet and cell else cell,
            "sheet": self.sheet,
            **{name: short(value) if name == "value" else str(value) for name, value in facts.items()},
        }
        return Diagnostic(self.file, self.line, self.column if self.line else 0, code, facts=named)


@dataclass(frozen=True)
class RowFault:
    """What is wrong in one row or header.

    Attributes:
        column: index of the cell, from 0.
        header: what the column is called in the file.
        alike: the column or the kind of place that is counted where there are many.
    """

    column: int
    code: str
    header: str = ""
    alike: int | str = ""
    facts: dict[str, Any] = field(default_factory=dict)


class Faults:
    """Faults of the tables of one disclosure; of many alike the first ones, and how many more there are."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []
        self.counts: dict[tuple[str, str, int | str, str], int] = {}
        self.first_left_out: dict[tuple[str, str, int | str, str], tuple[int, int, str]] = {}

    def add(self, place: Place, code: str, /, *, header: str = "", alike: int | str = "", **facts: Any) -> None:
        """Note a fault; ``alike`` is the column or the kind of place that a count of many speaks of."""
        key = (place.file, place.sheet, alike, code)
        count = self.counts[key] = self.counts.get(key, 0) + 1
        if count <= MOST_FAULTS:
            self.found.append(place.fault(code, header=header, **facts))
        elif count == MOST_FAULTS + 1:
            self.first_left_out[key] = (place.line, place.column, header)

    def add_of_file(self, name: str, error: CellFault | OSError) -> None:
        """Note what keeps a file from being read, or from being read further."""
        if isinstance(error, OSError):
            self.add(Place(name), "file-unreadable", reason=error.strerror or error)
            return
        facts: dict[str, Any] = dict(error.facts)
        place = facts.pop("place", (0, 0, 0))
        self.add(Place(name, "", *place), error.code, **facts)

    def report(self) -> list[Diagnostic]:
        more = []
        for key, (line, column, header) in self.first_left_out.items():
            file, sheet, _, code = key
            place = Place(file, sheet, line, line, column)
            more.append(
                place.fault("table-more-faults", header=header, code=code, count=self.counts[key] - MOST_FAULTS)
            )
        return self.found + more
