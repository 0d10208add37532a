"""Every place where an indicator's number stands beside its title: in tables, in scopes, and in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.families.measures.model import Measures, Scope
from generator.families.measures_report.model import MeasuresReport
from generator.input.source import KeyPath
from generator.models.assessment import known_assessment, title_key
from generator.models.ita import ClassMembers, IndicatorScore, ItaResult
from generator.models.shared import Sourced, Text
from generator.site.site import Entry, Site
from generator.writing.figures import fold_digits


@dataclass(frozen=True)
class Titled:
    """A number and a title that stand together.

    Attributes:
        path: where the number is.
        title_path: where the title is.
        document: what the two were printed in.
    """

    entry: Entry[Any]
    path: KeyPath
    title_path: KeyPath
    number: str
    title: str
    document: str
    is_prose: bool = False


def titled(site: Site) -> Iterator[Titled]:
    """In the order of the data, results first."""
    entries: list[Entry[Any]] = [*site.ita.values(), *site.disclosures]
    for entry in entries:
        if not isinstance(entry.data, ItaResult | Measures | MeasuresReport):
            continue
        kinds: tuple[tuple[type[Sourced], str], ...] = (
            (IndicatorScore, "number"),
            (ClassMembers, "indicator"),
            (Scope, "indicator"),
        )
        for kind, key in kinds:
            for path, value in entry.each(kind):
                number, title = getattr(value, key), str(value.title)  # type: ignore[attr-defined]
                document = value.origin.document or entry.file.name
                yield Titled(entry, (*path, key), (*path, "title"), number, title, document)
        yield from _in_texts(entry)


_NUMBERED = re.compile(r"ตัวชี้วัดที่\s*(\d+)\s+[“\"]?")


def _in_texts(entry: Entry[Any]) -> Iterator[Titled]:
    """Numbers in running text with a known title right behind them; notes are the transcriber's own words."""
    longest_first = sorted(known_assessment().by_title, key=len, reverse=True)
    for path, value in (part for parts in entry.parts.values() for part in parts):
        document = value.origin.document if isinstance(value, Sourced) else None
        for name, inner in value.__dict__.items():
            if name == "note" or not isinstance(inner, Text):
                continue
            text = fold_digits(str(inner))
            for found in _NUMBERED.finditer(text):
                behind = title_key(text[found.end() : found.end() + 60])
                title = next((title for title in longest_first if behind.startswith(title)), None)
                if title:
                    here = (*path, name)
                    yield Titled(entry, here, here, found[1], title, document or entry.file.name, is_prose=True)
