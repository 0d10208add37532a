"""A disclosure of a family that its year asked for until the catalogue was replaced: it has no page any more."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "family-dropped"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        family, year = entry.data.family, entry.data.assessed_year
        catalogue = site.catalogues.get(year)
        if catalogue and catalogue.item_of(family) is None:
            former = next((item for edition in site.former.get(year, ()) if (item := edition.item_of(family))), None)
            if former:
                yield entry.file.at(("family",), CODE, family=family, year=year, number=former.code)
