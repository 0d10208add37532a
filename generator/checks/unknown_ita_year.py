"""A disclosure that rests on the ITA result of a year that the data does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.models.ita import ItaResult
from generator.site.site import Site

CODE = "unknown-ita-year"


def find(site: Site) -> Iterator[Diagnostic]:
    if ItaResult in site.unread:
        return
    for entry in site.disclosures:
        year = getattr(entry.data, "ita_year", None)
        if year and year not in site.ita:
            known = ", ".join(str(year) for year in site.ita) or "–"
            yield entry.file.at(("ita_year",), CODE, year=year, known=known)
