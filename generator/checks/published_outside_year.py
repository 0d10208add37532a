"""A day of publishing that does not go with the assessed year.

A page for the assessment of 2568 that was published in 2566 is last year's page under this year's heading; one
published after the assessment is over was not there when the assessor looked.

Wrong: ``assessed_year: 2568``, ``published: 3 มกราคม 2566``. Right: ``published: 3 มกราคม 2568``.

Rule: the assessed fiscal year and the one before (P: assessors look for the right year), and nothing of the year itself
more than three months before it begins (U); what stays from year to year, such as the agency's address, may be older.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site
from generator.site.years import is_published_outside
from generator.writing.dates import fiscal_year, write_date

CODE = "published-outside-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        data = entry.data
        if data.published and is_published_outside(data):
            day, year = write_date(data.published), fiscal_year(data.published)
            yield entry.file.at(("published",), CODE, day=day, year=year, assessed=data.assessed_year)
