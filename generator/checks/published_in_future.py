"""A day of publishing that is still to come.

A reader cannot trust a page that was published tomorrow; mostly the year or the month was mistyped.

Wrong: ``published: 3 มกราคม 2569`` on 5 December 2568. Right: ``published: 3 มกราคม 2568``.

Rule: arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site
from generator.writing.dates import write_date

CODE = "published-in-future"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        day = entry.data.published
        if day and site.today and day > site.today:
            yield entry.file.at(("published",), CODE, day=write_date(day), today=write_date(site.today))
