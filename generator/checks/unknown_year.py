"""A year for which there is no catalogue: of a disclosure, or in the list of years to show."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.models.catalogue import Catalogue
from generator.site.site import Site

CODE = "unknown-year"


def find(site: Site) -> Iterator[Diagnostic]:
    if not site.catalogues or Catalogue in site.unread:
        return  # the profile is unknown, or a catalogue could not be read, which is said already
    known = ", ".join(str(year) for year in sorted(site.catalogues))
    for number, year in enumerate(site.agency.years):
        if year not in site.catalogues:
            yield site.agency_entry.file.at(
                ("years", number), CODE, year=year, profile=site.agency.profile, known=known
            )
    for entry in site.disclosures:
        year = entry.data.assessed_year
        if year not in site.catalogues:
            yield entry.file.at(("assessed_year",), CODE, year=year, profile=site.agency.profile, known=known)
