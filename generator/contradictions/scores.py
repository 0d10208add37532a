"""The scores of an ITA result by where they stand: which belong together, and how each is known in other years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import short
from generator.input.source import KeyPath
from generator.models.assessment import known_assessment, title_key
from generator.models.ita import IndicatorScore, ItaResult, Question, reference_key
from generator.models.scores import Printing, Score
from generator.site.site import Site
from generator.writing.figures import bounded_int

PARTS = ("public", "survey")


def scores_of(ita: ItaResult) -> Iterator[tuple[KeyPath, Score, str]]:
    """Every score: where it is, and what a message calls it: ``I7``, ``3 การใช้อำนาจ``, ``IIT``, ``ITA``."""
    for number, question in enumerate(ita.questions):
        name = question.code or short(question.text)
        yield ("questions", number), question, name
        for place, sub in enumerate(question.sub_questions):
            yield ("questions", number, "sub_questions", place), sub, f"{name}.{place + 1}"
    for number, instrument in enumerate(ita.instruments):
        for place, indicator in enumerate(instrument.indicators):
            yield ("instruments", number, "indicators", place), indicator, f"{indicator.number} {indicator.title}"
        yield ("instruments", number), instrument, instrument.instrument
    if ita.total:
        yield ("total",), ita.total, "ITA"


def parts_of(path: KeyPath, score: Score) -> Iterator[tuple[KeyPath, Printing, str]]:
    """The parts of a score that are there, each with its path and which one it is."""
    for part in PARTS if score.parts else ():
        if inner := getattr(score.parts, part):
            yield (*path, "parts", part), inner, part


def indicators_of(ita: ItaResult) -> dict[str, tuple[KeyPath, IndicatorScore]]:
    """Number of an indicator → where it is; of a number that stands twice the first one."""
    found: dict[str, tuple[KeyPath, IndicatorScore]] = {}
    for path, score, _ in scores_of(ita):
        if isinstance(score, IndicatorScore):
            found.setdefault(indicator_key(score), (path, score))
    return found


def indicator_key(indicator: IndicatorScore) -> str:
    """The number of an indicator, by its title where that is known: a wrong number is said once, and not by its sums."""
    number = reference_key(indicator.number)
    known = known_assessment().indicator_called(str(indicator.title)) if "." not in number else None
    return known.number if known else number


def named_scores(ita: ItaResult) -> dict[str, tuple[KeyPath, Printing]]:
    """Every score of a result by a name that it also has in other years; questions by code and text."""
    found: dict[str, tuple[KeyPath, Printing]] = {}
    for path, score, name in scores_of(ita):
        if "sub_questions" in path:
            continue
        if isinstance(score, Question):
            name = f"{score.code} {title_key(str(score.text))}"
        elif isinstance(score, IndicatorScore):
            name = indicator_key(score)
        elif path == ("total",):
            name = "total"
        found.setdefault(name, (path, score))
        for inside, inner, part in parts_of(path, score):
            found.setdefault(f"{name} {part}", (inside, inner))
    return found


def known_codes(site: Site, year: int) -> list[str]:
    """Every question and item of a year, as far as known."""
    known = known_assessment().questions_of(year)
    catalogue = site.catalogues.get(year)
    codes = [code for inside in known.codes.values() for code in inside] if known else []
    return [*codes, *(item.code for item in catalogue.items if catalogue)] if catalogue else codes


Row = tuple[KeyPath, Question]


def whole_sets(ita: ItaResult) -> dict[str, list[Row]]:
    """Indicator → its questions, where the document prints every one of them.

    In a year whose questions are known, that is all of those. In another year it is the case where the codes of the
    instrument run from 1 without a hole and every indicator has as many questions.
    """
    of_code = {q.code: (("questions", n), q) for n, q in enumerate(ita.questions) if q.code and q.instrument != "OIT"}
    if known := known_assessment().questions_of(ita.year):
        return {
            number: [of_code[code] for code in codes]
            for number, codes in known.codes.items()
            if all(code in of_code for code in codes)
        }
    found: dict[str, list[Row]] = {}
    for letter in sorted({code[0] for code in of_code}):
        found |= _whole_by_codes({code: row for code, row in of_code.items() if code[0] == letter})
    return found


def _whole_by_codes(rows: dict[str, Row]) -> dict[str, list[Row]]:
    """Indicator → its questions, of one instrument by code; nothing where it looks as if some were missing."""
    sets: dict[str, list[Row]] = {}
    for path, question in rows.values():
        sets.setdefault(reference_key(question.indicator or ""), []).append((path, question))
    has_no_hole = sorted(_numbers(rows)) == list(range(1, len(rows) + 1))
    is_even = len({len(inside) for inside in sets.values()}) == 1
    return sets if has_no_hole and is_even and "" not in sets else {}


def _numbers(codes: Iterable[str]) -> list[int]:
    return [bounded_int(code[1:]) if code[1:].isdigit() else 0 for code in codes]
