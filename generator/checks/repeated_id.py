"""One id for two things that links must tell apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.agency import SourceDocument, Unit
from generator.diagnostics import Diagnostic
from generator.families.ac_6m.model import Project
from generator.families.measures.model import Issue, Measure, Recommendation
from generator.ita import Question, ScoreClass
from generator.site import Entry, Site
from generator.source import Path_

CODE = "repeated-id"

_GROUPS: tuple[tuple[type[Any], ...], ...] = (
    (Unit,),
    (SourceDocument,),
    (ScoreClass,),
    (Question,),
    (Issue, Measure, Recommendation, Project),  # anchors of one page
)


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.entries:
        for group in _GROUPS:
            yield from _in_group(entry, [part for kind in group for part in entry.each(kind)])


def _in_group(entry: Entry[Any], parts: list[tuple[Path_, Any]]) -> Iterator[Diagnostic]:
    if len({value.id for _, value in parts}) == len(parts):
        return
    seen: set[str] = set()
    for path, value in sorted(parts, key=lambda part: entry.file.place(part[0])):
        if value.id in seen:
            yield entry.file.at((*path, "id"), CODE, id=value.id)
        seen.add(value.id)
