"""A reference to a question that the ITA result in question does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.measures.model import Measure, Measures, PrintedScore, Scope
from generator.ita import ClassMembers, ItaResult
from generator.shape import closest
from generator.site import Entry, Site
from generator.source import Path_

CODE = "unknown-question"
SEVERITY = Severity.ERROR


def find(site: Site) -> Iterator[Diagnostic]:
    for result in site.ita.values():
        for path, members in result.each(ClassMembers):
            for number, reference in enumerate(members.questions):
                yield from _look_up(result, (*path, "questions", number), reference, result.data)
    for entry in site.disclosures:
        if not isinstance(entry.data, Measures) or entry.data.ita_year not in site.ita:
            continue
        ita = site.ita[entry.data.ita_year].data
        for path, score in entry.each(PrintedScore):
            yield from _look_up(entry, (*path, "question"), score.question, ita)
        for kind in (Scope, Measure):
            for path, value in entry.each(kind):
                for number, reference in enumerate(value.questions):
                    yield from _look_up(entry, (*path, "questions", number), reference, ita)


def _look_up(entry: Entry, path: Path_, reference: str, ita: ItaResult) -> Iterator[Diagnostic]:  # type: ignore[type-arg]
    if ita.question(reference) is None:
        known = [question.code or question.id for question in ita.questions]
        meant = closest(reference, known) or ", ".join(known[:12])
        yield entry.file.at(path, CODE, reference=reference, year=ita.year, meant=meant)
