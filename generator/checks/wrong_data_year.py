"""Facts of a year that the family does not ask for.

An assessor wants plans and declarations of the assessed year and annual reports of the year before; last year's
facts under this year's item count as nothing.

Wrong: ``family: hr_report``, ``assessed_year: 2568``, ``data_year: 2568``. Right: ``data_year: 2567``.

Rule: ita-oit §3, read on public agency pages (P); for families marked "either" nothing is checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families import FAMILIES
from generator.site import Site

CODE = "wrong-data-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        data = entry.data
        wanted = {"assessed": data.assessed_year, "previous": data.assessed_year - 1}.get(FAMILIES[data.family].year)
        if wanted and data.data_year != wanted:
            yield entry.file.at(("data_year",), CODE, found=data.data_year, wanted=wanted)
