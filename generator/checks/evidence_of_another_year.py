"""Evidence that only speaks of another year.

Last year's file under this year's item, or last year's heading over this year's file: the most common reason why an
item counts as not shown.

Wrong: ``title: แผนปฏิบัติการ ประจำปี 2567`` in the disclosure of 2568. Right: the plan of 2568.

Rule: assessors look for the fiscal year (P, ita-oit §5). The year of the data and the assessed year are right, a span of
years that holds one of them, and the autumn before; years of laws, orders and letters do not count. What stays from year
to year may be older.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.families import FAMILIES
from generator.site.evidence_names import is_legible, names_year, other_years, papers, years_of
from generator.site.site import Site

CODE = "evidence-of-another-year"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence, file in papers(site):
        if FAMILIES[entry.data.family].stays:
            continue
        years = years_of(entry.data)
        found = other_years(f"{evidence.title.th} {evidence.title.en or ''}", years)
        key = "title"
        if not found and evidence.file and is_legible(file, evidence.language) and not names_year(file, years):
            key, found = "file", other_years(file.surviving_letters, years)
        if found:
            name = short(evidence.title.th if key == "title" else file.name)
            expected = ", ".join(map(str, sorted(years)))
            yield entry.file.at((*path, key), CODE, name=name, found=", ".join(map(str, found)), expected=expected)
