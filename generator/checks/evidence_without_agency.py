"""A PDF in whose text the agency is not named.

An assessor who opens it by its link alone cannot tell whose it is; it may be another agency's, copied as a model.

Wrong: a plan of "the agency". Right: its name in the heading.

Rule: evidence must be the agency's own (U). Marks that fonts lose are left out of the comparison; a text that cannot be
read well, laws and rules of others are passed over; advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.files.pdf import surviving_letters
from generator.models.agency import Agency
from generator.site.evidence_names import is_legible, papers
from generator.site.site import Site

CODE = "evidence-without-agency"
SEVERITY = Severity.ADVICE

_OF_OTHERS = frozenset(("laws", "ethics_code", "hr_criteria", "pdpa", "news"))
"""Families whose papers others may have issued."""


def find(site: Site) -> Iterator[Diagnostic]:
    names = _names(site.agency)
    for entry, path, evidence, file in papers(site):
        if file.kind != "PDF" or entry.data.family in _OF_OTHERS or not is_legible(file, evidence.language):
            continue
        if names and not any(name in file.surviving_letters for name in names):
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), agency=site.agency.name)


def _names(agency: Agency) -> list[str]:
    """Everything that the agency may be called in its papers, as far as it survives in a PDF."""
    names = []
    for text in (agency.name, agency.short_name):
        names += [surviving_letters(name) for name in (text.th, text.en) if name]
        names.append(surviving_letters(text.th.removeprefix("สำนักงาน").removeprefix("กรม")))
    return [name for name in names if len(name) >= 3]
