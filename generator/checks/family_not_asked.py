"""A disclosure of a family that no item of its assessed year asks for, so that it would have no page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.site.site import Site

CODE = "family-not-asked"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        family, year = entry.data.family, entry.data.assessed_year
        catalogue = site.catalogues.get(year)
        if catalogue and catalogue.item_of(family) is None:
            if any(edition.item_of(family) for edition in site.former.get(year, ())):
                continue  # asked for until the catalogue was replaced, which is no mistake of the file
            years = [str(y) for y, other in sorted(site.catalogues.items()) if other.item_of(family)]
            yield entry.file.at(("family",), CODE, family=family, year=year, years=", ".join(years) or "–")
