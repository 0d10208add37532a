"""One id for two things that links must tell apart."""

from __future__ import annotations

from collections.abc import Iterator

from generator.agency import SourceDocument, Unit
from generator.diagnostics import Diagnostic, Severity
from generator.families.ac_6m.model import Project
from generator.families.measures.model import Issue, Measure, Recommendation
from generator.ita import ScoreClass
from generator.site import Entry, Site

CODE = "repeated-id"
SEVERITY = Severity.ERROR

_GROUPS: tuple[tuple[type[object], ...], ...] = (
    (Unit,),
    (SourceDocument,),
    (ScoreClass,),
    (Issue, Measure, Recommendation, Project),  # anchors of one page
)


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.entries:
        yield from _in_file(entry)


def _in_file(entry: Entry) -> Iterator[Diagnostic]:  # type: ignore[type-arg]
    for group in _GROUPS:
        seen: set[str] = set()
        found = [(path, value) for kind in group for path, value in entry.each(kind)]  # type: ignore[type-var]
        for path, value in sorted(found, key=lambda pair: entry.file.place(pair[0]) if len(found) > 1 and _repeats(found) else ()):
            if value.id in seen:  # type: ignore[attr-defined]
                yield entry.file.at((*path, "id"), CODE, id=value.id)  # type: ignore[attr-defined]
            seen.add(value.id)  # type: ignore[attr-defined]


def _repeats(found: list) -> bool:  # type: ignore[type-arg]
    ids = [value.id for _, value in found]
    return len(ids) != len(set(ids))
