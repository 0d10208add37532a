"""What is kept back from citizens: years that are not public yet, disclosures on hold, files that nobody confirmed since last year.

The draft shows all of it; a public site is built from :func:`public`, so that nothing of it is in any page, table or file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from generator.models.shared import Evidence, Text
from generator.site.carried import find_mark
from generator.site.site import Entry, Site


@dataclass(frozen=True)
class Held:
    """One thing that is kept back.

    Attributes:
        why: ``year``: its year is not public; ``hold``: its file says so; ``carried``: its file was carried and not confirmed.
        year: that is assessed.
        file: of the data, from beside the data folder; empty for a whole year.
        reason: what the file says of the hold; None for others.
    """

    why: Literal["year", "hold", "carried"]
    year: int
    file: str = ""
    reason: Text | None = None


def held(site: Site) -> tuple[Held, ...]:
    """Everything that is kept back: whole years first, then what is kept back of the public ones."""
    public_years = _public_years(site)
    years = (Held("year", year) for year in site.years if year not in public_years)
    files = (
        found
        for entry in site.disclosures
        if entry.data.assessed_year in public_years and not entry.data.is_blank and (found := held_of(entry))
    )
    return (*years, *files)


def held_of(entry: Entry[Any]) -> Held | None:
    """Why one disclosure is kept back, whatever its year."""
    year, file = entry.data.assessed_year, entry.file.name
    if entry.data.hold:
        return Held("hold", year, file, entry.data.hold)
    return Held("carried", year, file) if find_mark(entry.file.text) else None


def public(site: Site) -> Site:
    """The site as citizens may see it, its subsites too."""
    years = _public_years(site)
    kept = tuple(e for e in site.disclosures if e.data.assessed_year in years and not held_of(e))
    subsites = {name: public(inner) for name, inner in site.subsites.items()}
    if len(kept) == len(site.disclosures) and years == {*site.years} and subsites == site.subsites:
        return site
    agency = site.agency.model_copy(update={"years": tuple(year for year in site.years if year in years)})
    shown = replace(site, disclosures=kept, subsites=subsites, agency_entry=replace(site.agency_entry, data=agency))
    hidden = {*_files(site)} - {*_files(shown)}
    return replace(shown, evidence={name: file for name, file in site.evidence.items() if name not in hidden})


def _public_years(site: Site) -> set[int]:
    named = site.agency.public_years
    return {year for year in site.years if named is None or year in named}


def _files(site: Site) -> Iterator[str]:
    """The evidence files that the disclosures name."""
    for entry in site.disclosures:
        for _, evidence in entry.each(Evidence):
            if evidence.file:
                yield evidence.file
