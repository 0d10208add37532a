"""One indicator that one document calls by two titles.

A reader who searches for the one does not find the other.

Wrong: การใช้ทรัพย์สินของราชการ in the table, การใช้ทรัพย์สินของทางราชการ in the summary. Right: one of them in both.

Rule: comparison within one document (D: 004). Only advice: both titles are in use.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.titles import titled
from generator.diagnostics import Diagnostic, Severity
from generator.models.assessment import known_assessment, title_key
from generator.models.ita import reference_key
from generator.site.site import Site

CODE = "indicator-title-varies"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    known = known_assessment()
    first: dict[tuple[str, str], str] = {}
    told: set[tuple[str, str, str]] = set()
    for one in titled(site):
        number = reference_key(one.number)
        meant = known.indicator_called(one.title)
        if one.is_prose or (meant and meant.number != number):
            continue
        title = first.setdefault((one.document, number), one.title)
        key = (one.document, number, title_key(one.title))
        if title_key(title) != title_key(one.title) and key not in told:
            told.add(key)
            yield one.entry.file.at(one.title_path, CODE, number=one.number, title=one.title, first=title)
