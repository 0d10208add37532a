"""Means whose questions a result does not print itself, but another file of the agency does: the issues of its measures.

Figures of two files prove no single one of them wrong, so that they stand beside the account of :mod:`bindings`: what is
told is the mean, with the place of every question.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from generator.contradictions.scores import indicators_of, whole_sets
from generator.contradictions.sums import DIRECT
from generator.families.measures.model import PrintedScore
from generator.input.source import KeyPath
from generator.models.assessment import known_assessment
from generator.models.ita import ItaResult, reference_key
from generator.models.scores import Score
from generator.site.site import Entry, Site


@dataclass(frozen=True)
class Outside:
    """The score of a question, and the file and line that print it."""

    code: str
    score: Decimal
    file: str
    line: int

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class OutsideMean:
    """An indicator that is not the mean of its questions, some of which stand in other files.

    Attributes:
        path: of the indicator's score in the result.
        mean: of the questions, with two decimals.
    """

    path: KeyPath
    name: str
    score: Decimal
    questions: tuple[Outside, ...]
    mean: Decimal


def outside_means(site: Site, entry: Entry[ItaResult]) -> Iterator[OutsideMean]:
    """Every such indicator whose questions are known; one with a question printed in two ways is passed over."""
    printed = _printed(site, entry)
    own = entry.file.name
    codes = _codes(entry.data)
    for number, (path, indicator) in indicators_of(entry.data).items():
        questions = [printed.get(reference_key(code), []) for code in codes.get(number, ())]
        if not questions or indicator.score is None or not all(map(_is_one_score, questions)):
            continue
        found = tuple(of_question[0] for of_question in questions)
        if all(one.file == own for one in found):
            continue  # of the account
        mean = sum((one.score for one in found), Decimal(0)) / len(found)
        if abs(mean - indicator.score) > DIRECT:
            name = f"{indicator.number} {indicator.title}"
            rounded = mean.quantize(Decimal("0.01"), ROUND_HALF_UP)
            yield OutsideMean((*path, "score"), name, indicator.score, found, rounded)


def _codes(ita: ItaResult) -> dict[str, tuple[str, ...]]:
    """Indicator → the codes of its questions: as known of the year, or as the result lists them all."""
    if known := known_assessment().questions_of(ita.year):
        return dict(known.codes)
    return {number: tuple(question.code or "" for _, question in rows) for number, rows in whole_sets(ita).items()}


def _is_one_score(printings: list[Outside]) -> bool:
    return len({one.score for one in printings}) == 1


def _printed(site: Site, entry: Entry[ItaResult]) -> dict[str, list[Outside]]:
    """Code → every printing of a question's score: of the result itself, then of disclosures that rest on its year."""
    found: dict[str, list[Outside]] = {}

    def add(reference: str, score: Score, of: Entry[Any], path: KeyPath) -> None:
        if (value := _value(score)) is not None:
            outside = Outside(reference, value, of.file.name, of.file.place(path)[0])
            found.setdefault(reference_key(reference), []).append(outside)

    for number, question in enumerate(entry.data.questions):
        if question.code:
            add(question.code, question, entry, ("questions", number))
    for other in site.disclosures:
        if getattr(other.data, "ita_year", None) == entry.data.year:
            for path, printed in other.each(PrintedScore):
                add(printed.question, printed, other, path)
    return found


def _value(score: Score) -> Decimal | None:
    """A score as printed, or as both its parts make it."""
    if score.score is not None:
        return score.score
    parts = [one.score for one in (score.parts.public, score.parts.survey) if one] if score.parts else []
    printed = [one for one in parts if one is not None]
    return sum(printed, Decimal(0)) / 2 if len(printed) == 2 else None
