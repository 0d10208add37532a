"""Facts of a year that the family does not ask for.

An assessor wants plans and declarations of the assessed year and annual reports of the year before; last year's
facts under this year's item count as nothing.

Wrong: ``family: hr_report``, ``assessed_year: 2568``, ``data_year: 2568``. Right: ``data_year: 2567``.

Rule: ita-oit §3, read on public agency pages (P). A family that may be of either year is of the assessed one or the one
before, and of no other.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site
from generator.site.years import wanted_years

CODE = "wrong-data-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        wanted = wanted_years(entry.data)
        if entry.data.data_year not in wanted:
            facts = {"found": entry.data.data_year, "wanted": " / ".join(map(str, wanted))}
            yield entry.file.at(("data_year",), CODE, **facts)
