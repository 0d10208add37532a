"""A disclosure that stands in the folder of another year than the one it says.

Last year's folder was copied and one file kept last year's figures in its head, so that this year's item is missing.

Wrong: ``2568/hr_plan.yaml`` with ``assessed_year: 2567``. Right: ``assessed_year: 2568``.

Rule: the layout of data of this program; folders that are not a year are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Severity
from generator.models.disclosure import Disclosure
from generator.site.site import Entry, Site
from generator.writing.dates import FIRST_YEAR, LAST_YEAR

CODE = "folder-of-another-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, folder in strays(site):
        yield entry.file.at(("assessed_year",), CODE, folder=folder, year=entry.data.assessed_year)


def strays(site: Site) -> Iterator[tuple[Entry[Disclosure], int]]:
    """Every disclosure that stands in the folder of another year, and that year."""
    for entry in site.disclosures:
        folder = PurePosixPath(entry.file.name).parent.name
        if not folder.isascii() or not folder.isdigit() or not FIRST_YEAR <= int(folder) <= LAST_YEAR:
            continue
        if int(folder) != entry.data.assessed_year:
            yield entry, int(folder)
