"""A disclosure that stands in the folder of another year than the one it says.

Last year's folder was copied and one file kept last year's figures in its head, so that this year's item is missing.

Wrong: ``2568/hr_plan.yaml`` with ``assessed_year: 2567``. Right: ``assessed_year: 2568``.

Rule: the layout of data of this program; folders that are not a year are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site
from generator.site.years import strays

CODE = "folder-of-another-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, folder in strays(site):
        yield entry.file.at(("assessed_year",), CODE, folder=folder, year=entry.data.assessed_year)
