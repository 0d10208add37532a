"""A PDF in whose text there is no year at all.

Nobody can tell which year's it is, and the assessor looks for the right one first.

Wrong: "แผนปฏิบัติการป้องกันการทุจริต" without a year or a date. Right: "… ประจำปีงบประมาณ พ.ศ. 2568".

Rule: assessors look for the fiscal year (P); of what stays from year to year none is asked; advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.families import FAMILIES
from generator.site.evidence_names import has_any_year, is_legible, papers
from generator.site.site import Site

CODE = "evidence-without-year"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence, file in papers(site):
        if file.kind != "PDF" or FAMILIES[entry.data.family].stays or not is_legible(file, evidence.language):
            continue
        if not has_any_year(file):
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), year=entry.data.data_year)
