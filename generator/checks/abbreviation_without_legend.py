"""A unit that is only known by its abbreviation.

A citizen does not know who กคพ. is; the legend of units is where the site explains it.

Wrong: ``{id: finance, abbreviation: กคพ.}``. Right: ``name: กลุ่มคลังและพัสดุ`` beside it.

Rule: ita-oit §7, owners are abbreviations that need a legend.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "abbreviation-without-legend"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    if site.units_entry is None:
        return
    nameless = [
        (number, unit)
        for number, unit in enumerate(site.units)
        if unit.abbreviation and not unit.name and unit.kind == "unit"
    ]
    if nameless:
        names = ", ".join(str(unit.abbreviation) for _, unit in nameless)
        yield site.units_entry.file.at(("units", nameless[0][0], "abbreviation"), CODE, abbreviation=names)
