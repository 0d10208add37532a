"""Which printed score is the weighted sum of which others.

A mean is only bound where all its parts are there: a document that prints some of the questions proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from generator.contradictions.agreement import MOST, Sum
from generator.contradictions.scores import PARTS, Row, indicator_key, indicators_of, parts_of, scores_of, whole_sets
from generator.input.source import KeyPath
from generator.models.assessment import Assessment, known_assessment
from generator.models.catalogue import Catalogue
from generator.models.ita import IndicatorScore, ItaResult, Question, reference_key
from generator.models.scores import Score

DIRECT = Decimal("0.01")
"""How far a mean of printed figures may be off: they are rounded, or truncated (ita-oit §2)."""
INDIRECT = Decimal("0.015")
"""The same for a mean of means."""
HALF = Fraction(1, 2)

Terms = tuple[tuple[KeyPath, Fraction], ...]
"""Figures with the weight of each."""


@dataclass(frozen=True)
class Figures:
    """What a result prints, by the path of each figure in its file.

    Attributes:
        values: path → figure.
        names: path → what a message calls it.
        catalogue: the items of the year, by which sub-indicators are made of items.
    """

    ita: ItaResult
    catalogue: Catalogue | None
    values: Mapping[KeyPath, Decimal]
    names: Mapping[KeyPath, str]

    @cached_property
    def rules(self) -> Assessment:
        return known_assessment()

    @cached_property
    def indicators(self) -> dict[str, tuple[KeyPath, IndicatorScore]]:
        """Number of an indicator → where it is."""
        return indicators_of(self.ita)

    @cached_property
    def questions(self) -> dict[str, list[Row]]:
        """Indicator → its questions, only where all of them are there."""
        return whole_sets(self.ita)

    @cached_property
    def items(self) -> dict[str, list[Row | None]]:
        """Sub-indicator → its items by the year's catalogue, None for those that the result does not hold."""
        of_code: dict[str, Row] = {q.code: (("questions", n), q) for n, q in enumerate(self.ita.questions) if q.code}
        found: dict[str, list[Row | None]] = {}
        for item in self.catalogue.items if self.catalogue else ():
            found.setdefault(reference_key(item.sub_indicator), []).append(of_code.get(item.code))
        return found


def figures_of(ita: ItaResult, catalogue: Catalogue | None) -> Figures:
    """Every figure that a result prints: scores, those of the year before, and differences."""
    values: dict[KeyPath, Decimal] = {}
    names: dict[KeyPath, str] = {}
    for path, score, name in scores_of(ita):
        inner = ((inside, printing, f"{name} ({part})") for inside, printing, part in parts_of(path, score))
        for place, printing, called in ((path, score, name), *inner):
            for key in ("score", "previous", "difference"):
                if (figure := getattr(printing, key)) is not None:
                    values[*place, key] = figure
                    names[*place, key] = called
    return Figures(ita, catalogue, values, names)


def sums_of(figures: Figures) -> list[Sum[KeyPath]]:
    """Every sum that the figures have to make, from the parts of a score up to the total of a result.

    Sums with a score that is not within 0 and 100 are left out: that score is a fault of its own, and no witness.
    """
    stages = (_in_scores, _of_sub_questions, _of_indicators, _of_instruments, _of_total)
    found = [one for stage in stages for one in stage(figures)]
    return [one for one in found if one.is_derived or all(0 <= figures.values[key] <= MOST for key in one.keys)]


def _bound(
    figures: Figures, figure: KeyPath, terms: Terms | None, tolerance: Decimal | None = None
) -> Iterator[Sum[KeyPath]]:
    """A printed figure and what it has to be the weighted sum of, where all of it is there."""
    if terms and figure in figures.values and figure not in dict(terms):
        is_direct = len({len(key) for key, _ in terms}) == 1 and len({weight for _, weight in terms}) == 1
        yield Sum(figure, terms, tolerance or (DIRECT if is_direct else INDIRECT))


# --- stages, from below ---------------------------------------------------------------------------------------


def _in_scores(figures: Figures) -> Iterator[Sum[KeyPath]]:
    """A difference of two years, which follows from both, and a score as the mean of its two parts."""
    for path, score, _ in scores_of(figures.ita):
        for place in (path, *(inside for inside, _, _ in parts_of(path, score))):
            terms = (((*place, "score"), Fraction(1)), ((*place, "previous"), Fraction(-1)))
            if all((*place, key) in figures.values for key in ("score", "previous", "difference")):
                yield Sum((*place, "difference"), terms, DIRECT, is_derived=True)
        yield from _bound(figures, (*path, "score"), _mean_of_parts(figures, path), DIRECT)


def _of_sub_questions(figures: Figures) -> Iterator[Sum[KeyPath]]:
    for number, question in enumerate(figures.ita.questions):
        path: KeyPath = ("questions", number)
        yield from _bound(figures, (*path, "score"), _mean_of_sub_questions(figures, path, question))


def _of_indicators(figures: Figures) -> Iterator[Sum[KeyPath]]:
    for path, indicator in figures.indicators.values():
        yield from _bound(figures, (*path, "score"), _mean_of_questions(figures, indicator))
        for part in PARTS:
            terms = _mean_of_question_parts(figures, indicator, part)
            yield from _bound(figures, (*path, "parts", part, "score"), terms)


def _of_instruments(figures: Figures) -> Iterator[Sum[KeyPath]]:
    for number, instrument in enumerate(figures.ita.instruments):
        path: KeyPath = ("instruments", number)
        yield from _bound(figures, (*path, "score"), _mean_of_indicators(figures, instrument.instrument))
        for part in PARTS:
            terms = _mean_of_indicators(figures, instrument.instrument, part)
            yield from _bound(figures, (*path, "parts", part, "score"), terms)


def _of_total(figures: Figures) -> Iterator[Sum[KeyPath]]:
    """The total as the instruments make it by their weights, where all of them are there."""
    weights = figures.rules.weights_of(figures.ita.year)
    of_name = {one.instrument: (("instruments", n), one) for n, one in enumerate(figures.ita.instruments)}
    if weights is None or len(of_name) < len({one.instrument for one in figures.rules.indicators}):
        return
    terms: list[tuple[KeyPath, Fraction]] = []
    for name, (path, instrument) in of_name.items():
        inner = _value(figures, path, instrument) or _mean_of_indicators(figures, name)
        if inner is None:
            return
        terms += [(key, weight * Fraction(getattr(weights, name))) for key, weight in inner]
    yield from _bound(figures, ("total", "score"), tuple(terms), INDIRECT)


# --- what a score is made of ----------------------------------------------------------------------------------


def _value(figures: Figures, path: KeyPath, score: Score) -> Terms | None:
    """A score as printed, or as its parts, its sub-questions or its questions make it."""
    if score.score is not None:
        return (((*path, "score"), Fraction(1)),)
    if terms := _mean_of_parts(figures, path):
        return terms
    if isinstance(score, Question):
        return _mean_of_sub_questions(figures, path, score)
    return _mean_of_questions(figures, score) if isinstance(score, IndicatorScore) else None


def _part(figures: Figures, path: KeyPath, part: str) -> Terms | None:
    """One part of a score as printed."""
    key = (*path, "parts", part, "score")
    return ((key, Fraction(1)),) if key in figures.values else None


def _mean_of_parts(figures: Figures, path: KeyPath) -> Terms | None:
    keys = [(*path, "parts", part, "score") for part in PARTS]
    return tuple((key, HALF) for key in keys) if all(key in figures.values for key in keys) else None


def _mean_of_sub_questions(figures: Figures, path: KeyPath, question: Question) -> Terms | None:
    inner = [_value(figures, (*path, "sub_questions", n), sub) for n, sub in enumerate(question.sub_questions)]
    return _mean(inner) if len(inner) > 1 else None


def _mean_of_questions(figures: Figures, indicator: IndicatorScore) -> Terms | None:
    """An indicator as its questions, its sub-indicators or its items make it."""
    number = indicator_key(indicator)
    if _has_items(figures, number):
        return _mean_of_items(figures, number)
    return _mean([_value(figures, path, question) for path, question in figures.questions.get(number, ())])


def _mean_of_question_parts(figures: Figures, indicator: IndicatorScore, part: str) -> Terms | None:
    """One part of an indicator as the same part of its questions makes it."""
    number = indicator_key(indicator)
    rows = () if _has_items(figures, number) else figures.questions.get(number, ())
    return _mean([_part(figures, path, part) for path, _ in rows])


def _has_items(figures: Figures, number: str) -> bool:
    return any(key == number or key.startswith(f"{number}.") for key in figures.items)


def _mean_of_items(figures: Figures, number: str) -> Terms | None:
    """A sub-indicator as its items make it, an indicator as its sub-indicators do, printed or not."""
    if number in figures.items:
        return _mean([_value(figures, *item) if item else None for item in figures.items[number]])
    inner: list[Terms | None] = []
    for sub in (key for key in figures.items if key.startswith(f"{number}.")):
        indicator = figures.indicators.get(sub)
        is_there = indicator is not None and indicator[1].score is not None
        inner.append(_value(figures, *indicator) if indicator and is_there else _mean_of_items(figures, sub))
    return _mean(inner)


def _mean_of_indicators(figures: Figures, instrument: str, part: str = "") -> Terms | None:
    """An instrument as its indicators make it; one part of it where one is named."""
    found = [figures.indicators.get(number) for number in figures.rules.numbers_of(instrument)]
    if part:
        return _mean([_part(figures, one[0], part) if one else None for one in found])
    return _mean([_value(figures, *one) if one else None for one in found])


def _mean(parts: Sequence[Terms | None]) -> Terms | None:
    """The plain mean of parts, None where there is none or one is not known."""
    if not parts or None in parts:
        return None
    share = Fraction(1, len(parts))
    return tuple((key, weight * share) for part in parts if part for key, weight in part)
