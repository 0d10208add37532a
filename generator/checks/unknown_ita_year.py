"""A disclosure that rests on the ITA result of a year that the data does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.families.measures.model import Measures
from generator.ita import ItaResult
from generator.site import Site

CODE = "unknown-ita-year"


def find(site: Site) -> Iterator[Diagnostic]:
    if ItaResult in site.unread:
        return
    for entry in site.disclosures:
        data = entry.data
        if isinstance(data, Measures) and data.ita_year and data.ita_year not in site.ita:
            known = ", ".join(str(year) for year in site.ita) or "–"
            yield entry.file.at(("ita_year",), CODE, year=data.ita_year, known=known)
