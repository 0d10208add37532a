"""An evidence file whose content is of another kind than its name says.

A workbook that was only renamed to ``.pdf``, or a page of errors saved as ``.csv``, does not open: the assessor sees a
broken file.

Wrong: a Word document named ``plan.pdf``. Right: saved as PDF from Word.

Rule: how files of each kind begin (certain).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, short
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "evidence-not-what-it-says"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if not file or not file.is_there or file.unreadable or not file.size or not file.is_known_kind:
            continue
        if not file.is_what_it_says:
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), kind=file.kind)
