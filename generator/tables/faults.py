"""Where a table has a fault, and how many alike are reported one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.diagnostics import Diagnostic, Severity, short
from generator.tables.columns import CellFault, letters

MOST_FAULTS = 10
"""Faults of one kind in one column that are reported one by one."""
MOST_SHEETS = 5
"""Sheets with the same fault that are named."""


SEVERITIES = {
    "table-column-left-out": Severity.ADVICE,
    "table-hidden-sheet": Severity.ADVICE,
    "table-sheet-left-out": Severity.ADVICE,
    "table-total-unlike-rows": Severity.WARNING,
    "table-row-of-another-month": Severity.WARNING,
    "table-title-of-another-month": Severity.WARNING,
    "lost-sara-am": Severity.WARNING,
}
"""What of a table keeps no site from being built."""


@dataclass(frozen=True)
class Place:
    """A cell of a file, or a whole file (line 0); ``row`` is what Excel would number it, ``column`` counts from 1."""

    file: str
    sheet: str = ""
    line: int = 0
    row: int = 0
    column: int = 0
    part: int = 0
    """Number of the sheet in its workbook."""

    @property
    def cell(self) -> str:
        """``ต.ค.!K7``, or the number of a row."""
        cell = f"{letters(self.column)}{self.row}" if self.column else str(self.row or "")
        return f"{self.sheet}!{cell}" if self.sheet and cell else cell

    def fault(self, code: str, /, **facts: object) -> Diagnostic:
        named = {
            "cell": self.cell,
            "sheet": self.sheet,
            **{name: short(value) if name == "value" else str(value) for name, value in facts.items()},
        }
        severity = SEVERITIES.get(code, Severity.ERROR)
        return Diagnostic(
            self.file, self.line, self.column if self.line else 0, code, severity, facts=named, part=self.part
        )


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
        self.counts: dict[tuple[str, int | str, str], int] = {}
        self.first_left_out: dict[tuple[str, int | str, str], tuple[Place, str]] = {}
        self.of_headers: dict[tuple[object, ...], tuple[RowFault, list[Place]]] = {}

    def add(self, place: Place, code: str, /, *, header: str = "", alike: int | str = "", **facts: Any) -> None:
        """Note a fault; ``alike`` is the column or the kind of place that a count of many speaks of."""
        key = (place.file, alike, code)
        count = self.counts[key] = self.counts.get(key, 0) + 1
        if count <= MOST_FAULTS:
            self.found.append(place.fault(code, header=header, **facts))
        elif count == MOST_FAULTS + 1:
            self.first_left_out[key] = (place, header)

    def add_of_header(self, place: Place, one: RowFault) -> None:
        """Note a fault of a header; the sheets of a workbook that have the same one are named together."""
        key = (place.file, one.code, one.header, tuple(sorted(one.facts.items())))
        self.of_headers.setdefault(key, (one, []))[1].append(place)

    def add_of_headers(self) -> None:
        """Report the faults of headers that were noted."""
        for one, places in self.of_headers.values():
            cells = ", ".join(place.cell for place in places[:MOST_SHEETS]) + (
                ", …" if len(places) > MOST_SHEETS else ""
            )
            self.add(places[0], one.code, header=one.header, alike="header", **one.facts, cell=cells)
        self.of_headers.clear()

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
        for key, (place, header) in self.first_left_out.items():
            count = self.counts[key] - MOST_FAULTS
            more.append(place.fault("table-more-faults", header=header, code=key[2], count=count))
        return self.found + more
