"""What stays from year to year, and nobody has looked at for long.

An old address, telephone or name of an executive costs the citizen a day and the agency the item.

Wrong: ``contact`` for 2568 with ``published: 3 มกราคม 2564``. Right: look at it, mend it, and write the day.

Rule: older than the fiscal year before the assessed one; the span is this program's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families import FAMILIES
from generator.site.site import Site
from generator.writing.dates import fiscal_year, write_date

CODE = "stale-disclosure"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        data = entry.data
        if data.published and FAMILIES[data.family].stays and fiscal_year(data.published) < data.assessed_year - 1:
            yield entry.file.at(("published",), CODE, day=write_date(data.published), year=data.assessed_year)
