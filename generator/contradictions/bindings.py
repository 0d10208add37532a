"""What binds the printed scores of one ITA result: which is the mean of which, and what else is known of them.

Every figure is known by the path that leads to it in its file, so that whoever finds it wrong can point at it. A mean
is only bound where all its parts are there: a document that prints some of the questions proves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

from generator.contradictions.agreement import CENT, MOST, Account, Bound, Change, Disagreement, Sum, disagreements
from generator.diagnostics import short
from generator.families.measures.model import PrintedScore
from generator.input.source import Path_
from generator.models.assessment import known_assessment, level_key, title_key
from generator.models.catalogue import Catalogue
from generator.models.ita import DEFAULT_TARGET, IndicatorScore, ItaResult, Question, ScoreClass, reference_key
from generator.models.scores import Printing, Score
from generator.site.site import Entry, Site

DIRECT = Decimal("0.01")
"""How far a mean of printed figures may be off: they are rounded, or truncated (ita-oit §2)."""
INDIRECT = Decimal("0.015")
"""The same for a mean of means."""
HALF = Fraction(1, 2)
PARTS = ("public", "survey")

Terms = tuple[tuple[Path_, Fraction], ...]


@dataclass(frozen=True)
class Bindings:
    """The figures of a result, what binds them, and what does not agree.

    Attributes:
        names: path of a figure → what a message calls it: ``I7``, ``3 การใช้อำนาจ``, ``IIT``, ``ITA``.
        causes: every cause of sums that fail, once.
    """

    account: Account[Path_]
    names: Mapping[Path_, str]
    causes: tuple[Disagreement[Path_], ...]
    meant: Mapping[Path_, Decimal] = field(default_factory=dict)
    """Figures that are proved wrong → what they would have to be."""

    def is_proved(self, path: Path_, instead: Decimal) -> bool:
        """Whether a sum that holds with the printed figure would fail with another one."""
        figures = self.account.figures
        if path not in figures or path in self.meant:
            return False
        changed = {**figures, path: instead}
        sums = [one for one in self.account.sums if path in one.keys and not one.is_derived]
        return any(one.holds(figures) and not one.holds(changed) for one in sums)


def told(bindings: Bindings, cause: Disagreement[Path_], entry: Entry[ItaResult]) -> dict[str, str]:
    """What a message says of a cause: the figure, the sums that fail by it, and what would mend them."""
    figures, names = bindings.account.figures, bindings.names

    def way(change: Change[Path_]) -> str:
        return f"{names[change.figure]} {figures[change.figure]} → {change.value}"

    sums = []
    for one in cause.sums:
        name = "" if one.figure == cause.figure else f"{names[one.figure]} "
        sums.append(f"{name}{figures[one.figure]} ≠ {formula(one, figures)}")
    for change in cause.changes[:1] if cause.is_proved else ():
        for bound in change.bounds:
            if isinstance(bound.told_at, tuple):
                line = entry.file.place(bound.told_at)[0]
                edge = f"< {bound.at_least}" if bound.at_least is not None else f"≥ {bound.below}"
                sums.append(f"{figures[bound.figure]} {edge} ({entry.file.name}:{line})")
    ways = [" / ".join(way(change) for change in cause.changes[:MOST_WAYS])]
    ways += [way(change) for change in _together(bindings, cause)]
    left = " / ".join(way(change) for change in cause.left[:MOST_WAYS])
    ways += [f"({left})" if len(cause.left) > 1 else left]
    return {
        "name": names[cause.figure],
        "score": str(figures[cause.figure]),
        "sums": "; ".join(sums),
        "meant": " + ".join(one for one in ways if one),
    }


def _together(bindings: Bindings, cause: Disagreement[Path_]) -> list[Change[Path_]]:
    """The changes of other causes without which a sum of this one would still fail."""
    if not cause.is_proved:
        return []
    changed = {**bindings.account.figures, cause.figure: cause.changes[0].value}
    keys = {key for one in cause.sums if not one.holds(changed) for key in one.keys}
    others = (one for one in bindings.causes if one.is_proved and one.figure != cause.figure and one.figure in keys)
    return [one.changes[0] for one in others]


MOST_WAYS = 4
"""Changes that a message offers."""
MOST_TERMS = 10
"""Figures that a message shows of one sum."""


def formula(one: Sum[Path_], figures: Mapping[Path_, Decimal]) -> str:
    """``(83.57 + 93.53 + 96.32) ÷ 3 = 91.14``"""
    groups: dict[tuple[Path_, Fraction], list[str]] = {}
    for key, weight in one.terms:
        instrument = key[:2] if one.figure == ("total", "score") else ()
        groups.setdefault((instrument, weight), []).append(str(figures[key]))
    means = []
    for (_, weight), values in groups.items():
        shown = [*values[: MOST_TERMS - 1], "…", values[-1]] if len(values) > MOST_TERMS else values
        mean = f"({' + '.join(shown)}) ÷ {len(values)}" if len(values) > 1 else shown[0]
        means.append(mean if weight * len(values) == 1 else f"{written(weight * len(values))} × {mean}")
    return f"{' + '.join(means)} = {written(one.computed(figures))}"


def written(number: Fraction) -> str:
    """A computed number with two decimals, as scores are printed."""
    return str((Decimal(number.numerator) / Decimal(number.denominator)).quantize(CENT, ROUND_HALF_UP))


def bindings_of(site: Site, entry: Entry[ItaResult]) -> Bindings:
    """What binds the scores of a result, with what the agency's other files print of the same scores."""
    elsewhere: dict[str, list[PrintedScore]] = {}
    for other in site.disclosures:
        if getattr(other.data, "ita_year", None) == entry.data.year:
            for _, printed in other.each(PrintedScore):
                elsewhere.setdefault(reference_key(printed.question), []).append(printed)
    printings = tuple((key, tuple(found)) for key, found in sorted(elsewhere.items()))
    after = site.ita.get(entry.data.year + 1)
    return _bindings(entry.data, site.catalogues.get(entry.data.year), printings, after.data if after else None)


@lru_cache(maxsize=64)
def _bindings(
    ita: ItaResult,
    catalogue: Catalogue | None,
    printings: tuple[tuple[str, tuple[PrintedScore, ...]], ...],
    after: ItaResult | None,
) -> Bindings:
    made = _Maker(ita, catalogue, dict(printings))
    then = named_scores(after) if after else {}
    for name, (path, _) in named_scores(ita).items():
        if name in then and (said := then[name][1].previous) is not None:
            made.elsewhere.setdefault((*path, "score"), []).append(said)
    causes = tuple(disagreements(made.account))
    meant = {one.figure: one.changes[0].value for one in causes if one.is_proved}
    return Bindings(made.account, made.names, causes, meant)


class _Maker:
    """Gathers the figures of a result, then the sums."""

    def __init__(
        self, ita: ItaResult, catalogue: Catalogue | None, printings: Mapping[str, Sequence[PrintedScore]]
    ) -> None:
        self.ita, self.catalogue, self.printings = ita, catalogue, printings
        self.rules = known_assessment()
        self.figures: dict[Path_, Decimal] = {}
        self.names: dict[Path_, str] = {}
        self.sums: list[Sum[Path_]] = []
        self.bounds: list[Bound[Path_]] = []
        self.elsewhere: dict[Path_, list[Decimal]] = {}
        self.choices: dict[Path_, tuple[Decimal, ...]] = {}
        self.indicators: dict[str, tuple[Path_, IndicatorScore]] = {}
        self._read()
        self._bind_questions()
        self._bind_indicators()
        self._bind_instruments()
        self._bind_total()
        self._bind_claims()
        sound = [one for one in self.sums if all(0 <= self.figures[key] <= MOST for key in one.keys) or one.is_derived]
        self.account = Account(self.figures, sound, self.bounds, self.elsewhere, self.choices)

    # --- figures ------------------------------------------------------------------------------------

    def _read(self) -> None:
        for number, question in enumerate(self.ita.questions):
            path: Path_ = ("questions", number)
            name = question.code or short(question.text)
            self._read_score(path, question, name)
            for place, sub in enumerate(question.sub_questions):
                self._read_score((*path, "sub_questions", place), sub, f"{name}.{place + 1}")
            for printed in self._printed_elsewhere(question):
                self._is_also(path, printed)
            if question.instrument == "OIT" and question.score is not None:
                self.choices[*path, "score"] = self.rules.item_scores
            for one in self.ita.classes:
                if question.class_ == one.id and question.score is not None:
                    self.bounds.append(bound_of(one, (*path, "score")))
        for number, instrument in enumerate(self.ita.instruments):
            path = ("instruments", number)
            for place, indicator in enumerate(instrument.indicators):
                inside = (*path, "indicators", place)
                self._read_score(inside, indicator, f"{indicator.number} {indicator.title}")
                self.indicators.setdefault(indicator_key(indicator), (inside, indicator))
            self._read_score(path, instrument, instrument.instrument)
        if self.ita.total:
            self._read_score(("total",), self.ita.total, "ITA")

    def _printed_elsewhere(self, question: Question) -> Iterator[PrintedScore]:
        for reference in {reference_key(question.id), reference_key(question.code or question.id)}:
            yield from self.printings.get(reference, ())

    def _is_also(self, path: Path_, printed: Score) -> None:
        """Another printing of a score, its parts included."""
        if printed.score is not None:
            self.elsewhere.setdefault((*path, "score"), []).append(printed.score)
        for part in PARTS if printed.parts else ():
            inner = getattr(printed.parts, part)
            if inner and inner.score is not None:
                self.elsewhere.setdefault((*path, "parts", part, "score"), []).append(inner.score)

    def _read_score(self, path: Path_, score: Score, name: str) -> None:
        self._read_printing(path, score, name)
        for part in PARTS if score.parts else ():
            if inner := getattr(score.parts, part):
                self._read_printing((*path, "parts", part), inner, f"{name} ({part})")
        self._bind((*path, "score"), self._of_parts(path, score), DIRECT)
        for restated in score.restated:
            if restated.score is not None:
                self.elsewhere.setdefault((*path, "score"), []).append(restated.score)

    def _read_printing(self, path: Path_, printing: Printing, name: str) -> None:
        for key in ("score", "previous", "difference"):
            figure = getattr(printing, key)
            if figure is not None:
                self.figures[*path, key] = figure
                self.names[*path, key] = name
        terms = (((*path, "score"), Fraction(1)), ((*path, "previous"), Fraction(-1)))
        if all(key in self.figures for key, _ in terms) and (*path, "difference") in self.figures:
            self.sums.append(Sum((*path, "difference"), terms, DIRECT, is_derived=True))
        levels = self.rules.levels_of(self.ita.year)
        if printing.level and printing.score is not None and levels and levels.applies_to == "all":
            above: Decimal | None = None
            for band in levels.bands:
                if level_key(printing.level) == level_key(band.name):
                    self.bounds.append(Bound((*path, "score"), band.at_least, above))
                above = band.at_least

    # --- sums ---------------------------------------------------------------------------------------

    def _bind(self, figure: Path_, terms: Terms | None, tolerance: Decimal | None = None) -> None:
        """A printed figure and what it has to be the weighted sum of, where all of it is there."""
        if terms and figure in self.figures and figure not in dict(terms):
            is_direct = len({len(key) for key, _ in terms}) == 1 and len({weight for _, weight in terms}) == 1
            self.sums.append(Sum(figure, terms, tolerance or (DIRECT if is_direct else INDIRECT)))

    def _of_parts(self, path: Path_, score: Score) -> Terms | None:
        keys = [(*path, "parts", part, "score") for part in PARTS]
        return tuple((key, HALF) for key in keys) if all(key in self.figures for key in keys) else None

    def _value(self, path: Path_, score: Score) -> Terms | None:
        """A score as printed, or as its parts or its sub-questions make it."""
        if score.score is not None:
            return (((*path, "score"), Fraction(1)),)
        if terms := self._of_parts(path, score):
            return terms
        if isinstance(score, Question):
            return self._of_sub_questions(path, score)
        if isinstance(score, IndicatorScore):
            return self._of_questions(score)
        return None

    def _of_sub_questions(self, path: Path_, question: Question) -> Terms | None:
        inner = [self._value((*path, "sub_questions", n), sub) for n, sub in enumerate(question.sub_questions)]
        return _mean(inner) if len(inner) > 1 else None

    def _bind_questions(self) -> None:
        for number, question in enumerate(self.ita.questions):
            path: Path_ = ("questions", number)
            self._bind((*path, "score"), self._of_sub_questions(path, question))

    def _of_questions(self, indicator: IndicatorScore, part: str = "") -> Terms | None:
        """An indicator as its questions, its sub-indicators or its items make it; one part of it where one is named."""
        number = indicator_key(indicator)
        if number in self.items or any(key.startswith(f"{number}.") for key in self.items):
            return None if part else self._of_items(number)
        questions = self.questions.get(number)
        if not questions:
            return None
        if part:
            keys = [(*path, "parts", part, "score") for path, _ in questions]
            return _mean([((key, Fraction(1)),) for key in keys]) if all(key in self.figures for key in keys) else None
        return _mean([self._value(path, question) for path, question in questions])

    def _of_items(self, number: str) -> Terms | None:
        """A sub-indicator as its items make it, an indicator as its sub-indicators do, printed or not."""
        if number in self.items:
            return _mean([self._value(*item) if item else None for item in self.items[number]])
        inner: list[Terms | None] = []
        for sub in (key for key in self.items if key.startswith(f"{number}.")):
            printed = self.indicators.get(sub)
            inner.append(self._value(*printed) if printed and printed[1].score is not None else self._of_items(sub))
        return _mean(inner)

    @property
    def items(self) -> dict[str, list[tuple[Path_, Question] | None]]:
        """Sub-indicator → its items by the year's catalogue, None for those that the result does not hold."""
        if not hasattr(self, "_items"):
            of_code = {q.code: (("questions", n), q) for n, q in enumerate(self.ita.questions) if q.code}
            self._items: dict[str, list[tuple[Path_, Question] | None]] = {}
            for item in self.catalogue.items if self.catalogue else ():
                self._items.setdefault(reference_key(item.sub_indicator), []).append(of_code.get(item.code))
        return self._items

    @property
    def questions(self) -> dict[str, list[tuple[Path_, Question]]]:
        """Indicator → its questions, only where all of them are there."""
        if not hasattr(self, "_questions"):
            self._questions = whole_sets(self.ita)
        return self._questions

    def _bind_indicators(self) -> None:
        for path, indicator in self.indicators.values():
            self._bind((*path, "score"), self._of_questions(indicator))
            for part in PARTS:
                self._bind((*path, "parts", part, "score"), self._of_questions(indicator, part))

    def _of_indicators(self, instrument: str, value: Callable[[Path_, IndicatorScore], Terms | None]) -> Terms | None:
        found = [self.indicators.get(number) for number in self.rules.numbers_of(instrument)]
        return _mean([value(*one) if one else None for one in found])

    def _bind_instruments(self) -> None:
        for number, instrument in enumerate(self.ita.instruments):
            path: Path_ = ("instruments", number)
            self._bind((*path, "score"), self._of_indicators(instrument.instrument, self._value))
            for part in PARTS:
                terms = self._of_indicators(instrument.instrument, lambda inner, _, part=part: self._part(inner, part))  # type: ignore[misc]
                self._bind((*path, "parts", part, "score"), terms)

    def _part(self, path: Path_, part: str) -> Terms | None:
        key = (*path, "parts", part, "score")
        return ((key, Fraction(1)),) if key in self.figures else None

    def _bind_total(self) -> None:
        weights = self.rules.weights_of(self.ita.year)
        of_name = {one.instrument: (("instruments", n), one) for n, one in enumerate(self.ita.instruments)}
        if weights is None or len(of_name) < len({one.instrument for one in self.rules.indicators}):
            return
        terms: list[tuple[Path_, Fraction]] = []
        for name, (path, instrument) in of_name.items():
            inner = self._value(path, instrument) or self._of_indicators(name, self._value)
            if inner is None:
                return
            terms += [(key, weight * Fraction(getattr(weights, name))) for key, weight in inner]
        self._bind(("total", "score"), tuple(terms), INDIRECT)

    # --- what the document claims -------------------------------------------------------------------

    def _bind_claims(self) -> None:
        """Which indicators are below the target, and that the others are not."""
        for number, finding in enumerate(self.ita.findings):
            for place, claim in enumerate(finding.claims):
                if claim.kind != "below_target" or claim.within or claim.among != "indicators" or not claim.subjects:
                    continue
                than = claim.than or self.ita.target or DEFAULT_TARGET
                said = {reference_key(subject) for subject in claim.subjects}
                told_at: Path_ = ("findings", number, "claims", place, "subjects")
                for key, (path, indicator) in self.indicators.items():
                    if "." not in key and indicator.score is not None:
                        edge = {"below": than} if key in said else {"at_least": than}
                        self.bounds.append(Bound((*path, "score"), told_at=told_at, **edge))


def bound_of(one: ScoreClass, figure: Path_ = ()) -> Bound[Path_]:
    """What a class says of a score in it."""
    return Bound(figure, one.at_least, one.below, one.at_most)


def indicator_key(indicator: IndicatorScore) -> str:
    """The number of an indicator, by its title where that is known: a wrong number is said once, and not by its sums."""
    number = reference_key(indicator.number)
    known = known_assessment().indicator_called(str(indicator.title)) if "." not in number else None
    return known.number if known else number


def named_scores(ita: ItaResult) -> dict[str, tuple[Path_, Printing]]:
    """Every score of a result by a name that it also has in other years; questions by code and text."""
    found: dict[str, tuple[Path_, Printing]] = {}

    def add(name: str, path: Path_, score: Score) -> None:
        found.setdefault(name, (path, score))
        for part in PARTS if score.parts else ():
            if inner := getattr(score.parts, part):
                found.setdefault(f"{name} {part}", ((*path, "parts", part), inner))

    if ita.total:
        add("total", ("total",), ita.total)
    for number, instrument in enumerate(ita.instruments):
        add(instrument.instrument, ("instruments", number), instrument)
        for place, one in enumerate(instrument.indicators):
            add(indicator_key(one), ("instruments", number, "indicators", place), one)
    for number, question in enumerate(ita.questions):
        add(f"{question.code} {title_key(str(question.text))}", ("questions", number), question)
    return found


def _mean(parts: Sequence[Terms | None]) -> Terms | None:
    """The plain mean of parts, None where one is not known."""
    if not parts or None in parts:
        return None
    share = Fraction(1, len(parts))
    return tuple((key, weight * share) for part in parts if part for key, weight in part)


def whole_sets(ita: ItaResult) -> dict[str, list[tuple[Path_, Question]]]:
    """Indicator → its questions, where the document prints every one of them.

    In a year whose questions are known, that is all of those. In another year it is the case where the codes of the
    instrument run from 1 without a hole and every indicator has as many questions.
    """
    of_code = {q.code: (("questions", n), q) for n, q in enumerate(ita.questions) if q.code and q.instrument != "OIT"}
    known = known_assessment().questions_of(ita.year)
    if known:
        return {
            number: [of_code[code] for code in codes]
            for number, codes in known.codes.items()
            if all(code in of_code for code in codes)
        }
    found: dict[str, list[tuple[Path_, Question]]] = {}
    for letter in sorted({code[0] for code in of_code}):
        mine = [one for code, one in of_code.items() if code[0] == letter]
        numbers = sorted(_numbers(code for code in of_code if code[0] == letter))
        sets: dict[str, list[tuple[Path_, Question]]] = {}
        for path, question in mine:
            sets.setdefault(reference_key(question.indicator or ""), []).append((path, question))
        is_whole = numbers == list(range(1, len(mine) + 1)) and "" not in sets
        if is_whole and len({len(inside) for inside in sets.values()}) == 1:
            found |= sets
    return found


def _numbers(codes: Iterable[str]) -> list[int]:
    return [int(code[1:]) if code[1:].isdigit() else 0 for code in codes]
