"""A question or claim in a score class that the ITA result does not define."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Diagnostic
from generator.input.source import Path_
from generator.models.ita import ItaResult, Question
from generator.models.scores import Claim
from generator.site.site import Entry, Site
from generator.writing.near import nearest

CODE = "unknown-class"


def find(site: Site) -> Iterator[Diagnostic]:
    for result in site.ita.values():
        yield from _in_entry(result, result.data)
    for entry in site.disclosures:
        behind = site.ita_of(entry.data)
        if ItaResult in site.unread or (behind is None and getattr(entry.data, "ita_year", None)):
            continue  # the result that would define the classes is not there, which is said once
        yield from _in_entry(entry, behind)


def _in_entry(entry: Entry[Any], ita: ItaResult | None) -> Iterator[Diagnostic]:
    known = [one.id for one in ita.classes] if ita else []
    parts: list[tuple[Path_, Question | Claim]] = [*entry.each(Question), *entry.each(Claim)]
    for path, value in parts:
        if value.class_ and value.class_ not in known:
            meant = nearest(value.class_, known)
            yield entry.file.at((*path, "class"), CODE, id=value.class_, meant=meant)
