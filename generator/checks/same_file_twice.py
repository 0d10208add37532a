"""One and the same file as the answer of two items, under two titles.

It may serve both; mostly the wrong file was chosen for one of them, or last year's was put up again under a new heading.

Wrong: "แผนปี 2567" and "แผนปี 2568" whose files are equal byte for byte. Right: each its own file; or the pages that count
for each item, in ``pages``.

Rule: last year's heading over this year's evidence (ita-oit §5, P). Equal content (SHA-256) with different titles; where
different pages are named it is meant; advice.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.site.evidence_names import papers
from generator.site.site import Site

CODE = "same-file-twice"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    first: dict[str, tuple[str, str, str, set[str]]] = {}
    for entry, path, evidence, file in sorted(
        papers(site), key=lambda one: (one[0].data.assessed_year, one[0].file.name)
    ):
        if not file.sha256 or not file.size:
            continue
        title = "".join(evidence.title.th.split())
        pages = evidence.pages or " ".join(one.pages or "" for one in evidence.shows).strip()
        where, said, first_pages, seen = first.setdefault(
            file.sha256, (entry.file.name, evidence.title.th, pages, {title})
        )
        is_part = pages and first_pages and pages != first_pages
        if title not in seen and where != entry.file.name and not is_part:
            seen.add(title)
            facts = {"title": short(evidence.title), "other": short(said), "where": where}
            yield entry.file.at((*path, "file"), CODE, **facts)
