"""A file that was carried over from the year before, and nobody has said that it still holds.

``oit new-year`` carries what mostly stays: structure, contact, manuals. An address of last year or an executive who left
is wrong from the first day, and an assessor sees last year's page.

Wrong: ``# ยกมาจากปี 2567 …`` still stands at the top of ``2568/contact.yaml``. Right: every line was looked at, and that
line is deleted.

Rule: a mark of this program, certain.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.carried import find_mark
from generator.site.site import Site

CODE = "carried-unverified"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        if found := find_mark(entry.file.text):
            line, year = found
            yield Diagnostic(entry.file.name, line, 1, CODE, facts={"year": year})
