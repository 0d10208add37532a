"""Two links of one item with the same words and different targets.

Who listens to a page, or reads a list of its links, hears "รายงาน" twice and cannot choose; found most with a PDF and its
workbook.

Wrong: ``title: รายงาน`` for ``report.pdf`` and for ``report.xlsx``. Right: ``รายงาน (PDF)`` and ``รายงาน (Excel)``.

Rule: WCAG 2.2, 2.4.9 (purpose of a link from its words alone); found on real pages (ita-oit §5, P); advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.evidence_names import papers
from generator.site.site import Site

CODE = "repeated-link-text"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    seen: dict[tuple[str, str], str] = {}
    for entry, path, evidence, _ in papers(site):
        target = evidence.file or evidence.link or ""
        key = (entry.file.name, "".join(evidence.title.th.split()))
        other = seen.setdefault(key, target)
        if other != target:
            yield entry.file.at((*path, "title"), CODE, title=short(evidence.title), other=short(other))
