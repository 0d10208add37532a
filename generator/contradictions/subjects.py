"""The figures of a result that a document may speak of, each under the name by which it refers to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.contradictions.scores import PARTS, parts_of
from generator.diagnostics import short
from generator.input.source import KeyPath
from generator.models.ita import InstrumentScore, ItaResult, Question, reference_key
from generator.models.scores import Score


@dataclass(frozen=True)
class Subject:
    """One figure that a claim may speak of.

    Attributes:
        kind: ``question``, ``item``, ``indicator``, ``instrument`` or ``total``.
        key: the one form in which references to it are compared.
        instrument, indicator: what it is part of, or is itself; an empty text where it is of no single one.
        values: reading → figure: the score, or the mean of its parts; each part.
    """

    kind: str
    key: str
    name: str
    path: KeyPath
    score: Score
    values: Mapping[str, Decimal]
    instrument: str = ""
    indicator: str = ""

    @property
    def references(self) -> tuple[str, str]:
        """The two forms in which a document may refer to it: its code or number, and its id in the data."""
        return self.key, reference_key(str(getattr(self.score, "id", self.key)))

    def value(self, reading: str = "score") -> Decimal | None:
        return self.values.get(reading, self.values.get("score"))

    @property
    def difference(self) -> Decimal | None:
        if self.score.difference is None and self.score.score is not None and self.score.previous is not None:
            return self.score.score - self.score.previous
        return self.score.difference

    @property
    def shown(self) -> str:
        """``E1 84.73/86.19``, as a message names it."""
        parts = "/".join(str(self.values[part]) for part in PARTS if part in self.values)
        return f"{self.name} {self.score.score if self.score.score is not None else parts or self.values['score']}"


def subjects_of(ita: ItaResult, meant: Mapping[KeyPath, Decimal]) -> Iterator[Subject]:
    """Every score that is printed, or whose parts are.

    Args:
        meant: figures that are taken for others, because they are proved wrong.
    """
    if ita.total:
        yield from _subject("total", "total", "ITA", ita.total, ("total",), meant)
    for number, instrument in enumerate(ita.instruments):
        indicators = list(_indicators(instrument, ("instruments", number), meant))
        yield from _instrument(instrument, ("instruments", number), indicators, meant)
        yield from indicators
    for number, question in enumerate(ita.questions):
        yield from _question(question, ("questions", number), meant)


def _indicators(instrument: InstrumentScore, path: KeyPath, meant: Mapping[KeyPath, Decimal]) -> Iterator[Subject]:
    """The indicators of an instrument; documents do not speak of sub-indicators."""
    for place, one in enumerate(instrument.indicators):
        if "." not in (key := reference_key(one.number)):
            name, inside = f"{one.number} {one.title}", (*path, "indicators", place)
            yield from _subject("indicator", key, name, one, inside, meant, instrument.instrument, key)


def _instrument(
    instrument: InstrumentScore, path: KeyPath, indicators: Sequence[Subject], meant: Mapping[KeyPath, Decimal]
) -> Iterator[Subject]:
    """An instrument by its score, or by the mean of its indicators where all of these are printed and it is not."""
    name = instrument.instrument
    own = list(_subject("instrument", reference_key(name), name, instrument, path, meant, name))
    yield from own
    if not own and indicators and len(indicators) == sum("." not in one.number for one in instrument.indicators):
        mean = sum((one.values["score"] for one in indicators), Decimal(0)) / len(indicators)
        values = {"score": mean.quantize(Decimal("0.01"))}
        yield Subject("instrument", reference_key(name), name, path, instrument, values, name)


def _question(question: Question, path: KeyPath, meant: Mapping[KeyPath, Decimal]) -> Iterator[Subject]:
    kind = "item" if question.instrument == "OIT" else "question"
    key, name = reference_key(question.code or question.id), question.code or short(question.text)
    indicator = reference_key(question.indicator or "").partition(".")[0]
    yield from _subject(kind, key, name, question, path, meant, str(question.instrument), indicator)


def _subject(
    kind: str,
    key: str,
    name: str,
    score: Score,
    path: KeyPath,
    meant: Mapping[KeyPath, Decimal],
    instrument: str = "",
    indicator: str = "",
) -> Iterator[Subject]:
    """The figure with its parts; nothing where neither it nor both parts are printed."""
    values: dict[str, Decimal] = {}
    for inside, inner, part in parts_of(path, score):
        if inner.score is not None:
            values[part] = meant.get((*inside, "score"), inner.score)
    if score.score is not None:
        values["score"] = meant.get((*path, "score"), score.score)
    elif len(values) == len(PARTS):
        values["score"] = sum(values.values(), Decimal(0)) / len(PARTS)
    if "score" in values:
        yield Subject(kind, key, name, path, score, values, instrument, indicator)


def listed(subjects: Sequence[Subject]) -> str:
    """Figures in a message."""
    return ", ".join(one.shown for one in subjects) or "–"
