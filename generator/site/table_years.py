"""A table whose rows are all of another year than the disclosure says: one fault, and not one for every row."""

from __future__ import annotations

from typing import Any

from generator.diagnostics import Diagnostic
from generator.site.site import Entry


def of_another_year(entry: Entry[Any], found: list[Diagnostic]) -> list[Diagnostic]:
    """One fault where no row of a table is of the year that the disclosure says, instead of one for every row."""
    odd = next((d for d in found if d.code == "table-wrong-year"), None)
    if odd is None:
        return found
    rest = [d for d in found if "table-wrong-year" not in (d.code, d.facts.get("code"))]
    facts = {"table": odd.file, "cell": odd.facts["cell"], "value": odd.facts["value"], "year": odd.facts["year"]}
    return [*rest, entry.file.at(("data_year",), "table-of-another-year", **facts)]
