"""An evidence file of a kind that is not published.

A program, a web page or a drawing with code inside is refused by the assessor's computer, or runs on it; a kind that
needs a rare program is opened by nobody.

Wrong: ``file: files/plan.exe``. Right: ``file: files/plan.pdf``.

Rule: kinds of files that open everywhere; chosen by this program.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, short
from generator.files.kinds import PUBLISHED
from generator.models.shared import Evidence
from generator.site.site import Site

CODE = "bad-evidence-type"


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if not file or not file.is_there:
            continue
        if file.unreadable:
            yield entry.file.at((*path, "file"), "file-unreadable", reason=file.unreadable)
        elif not file.is_known_kind:
            kind = PurePosixPath(file.name).suffix or "–"
            yield entry.file.at((*path, "file"), CODE, file=short(file.name), kind=kind, types=" ".join(PUBLISHED))
