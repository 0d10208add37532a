"""Figures of the ITA: misread, mistyped, and printed twice."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation

from tests.mutation.kind import Kind, fault
from tests.mutation.sample import KeyPath, Mutant, Sample, Value

Place = tuple[str, int | None]

MEANS = ("wrong-mean", "wrong-total", "wrong-difference", "previous-score-changed", "score-printed-otherwise")
IMPOSSIBLE = ("impossible-score", *MEANS)
LEAST = Decimal("0.5")
"""What a figure must be off at least: less may be hidden by rounding."""


def figure(value: Value) -> Decimal | None:
    try:
        return Decimal(value.text or "")
    except InvalidOperation:
        return None


def results(sample: Sample) -> list[str]:
    return [file for file in sample.names if file.startswith("ita/")]


def scores(sample: Sample, what: str = "") -> Iterator[Value]:
    """Figures of the results.

    Args:
        what: ``total``, ``instrument``, ``indicator``, ``question``, ``part``; any of them where empty.
    """
    for file in results(sample):
        for value in sample.values(file):
            is_score = value.text and value.path and value.path[-1] in ("score", "public", "survey")
            if not is_score or value.path[0] in ("national_mean", "findings") or "restated" in value.path:
                continue
            if not what or _what(value.path) == what:
                yield value


def _what(path: KeyPath) -> str:
    if "parts" in path:
        return "part"
    if path[0] == "questions":
        return "sub-question" if "sub_questions" in path else "question"
    return "indicator" if "indicators" in path else "total" if path[0] == "total" else "instrument"


def places(sample: Sample, value: Value) -> set[Place]:
    """Where a wrong figure of a result may be told: at itself, at what it is a part of, at where it is printed again."""
    file, path = value.file, value.path
    data = sample.data(file)
    around = [path[: _depth(path)]]
    if path[0] == "questions":
        number = str(data["questions"][path[1]].get("indicator", ""))
        code = data["questions"][path[1]].get("code", "")
        around.append(("questions", path[1]))
        for place, instrument in enumerate(data["instruments"]):
            for inner, indicator in enumerate(instrument.get("indicators", ())):
                if indicator["number"] in (number, number.partition(".")[0]):
                    around += [("instruments", place), ("instruments", place, "indicators", inner)]
        year = data["year"]
        printed = _printed(sample, year, code)
    else:
        printed = set()
        around += [path[:2]] if path[0] == "instruments" else []
        if path[0] == "instruments" and "indicators" in path:
            whole = str(data["instruments"][path[1]]["indicators"][path[3]]["number"]).partition(".")[0]
            indicators = enumerate(data["instruments"][path[1]]["indicators"])
            around += [("instruments", path[1], "indicators", n) for n, one in indicators if one["number"] == whole]
    around.append(("total",))
    lines: set[Place] = set(printed)
    for one in sample.values(file):
        is_figure = one.text is not None and one.path[-1] in ("score", "previous", "difference", "public", "survey")
        if is_figure and one.path[: _depth(one.path)] in around:
            lines.add((file, one.line))
    return lines


def _depth(path: KeyPath) -> int:
    """How much of a path leads to the thing that has the score."""
    return len(path) - 2 if "parts" in path and isinstance(path[-1], str) and path[-2] == "parts" else len(path) - 1


def _printed(sample: Sample, year: str, code: str) -> set[Place]:
    found: set[Place] = set()
    for file, data in sample.disclosures.items():
        if data.get("ita_year") == year:
            holders = {
                one.path[:-1] for one in sample.values(file) if one.path[-1:] == ("question",) and one.text == code
            }
            found |= {(file, one.line) for one in sample.values(file) if one.path[:-1] in holders}
            found |= {(file, one.line) for one in sample.values(file) if one.path[:-2] in holders}
    return found


def _changed(change: Callable[[str], Iterator[str]], what: str = "") -> Callable[[Sample], Iterator[Mutant]]:
    """Mutants of scores by a change of their text."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for value in scores(sample, what):
            before = figure(value)
            news = [new for new in change(value.text or "") if before is not None and Decimal(new) >= 0]
            news = [new for new in news if before is not None and abs(Decimal(new) - before) >= LEAST]
            at = places(sample, value) if news else set()
            for new in news:
                yield sample.set(value, new, *at)

    return make


def _swapped(text: str) -> Iterator[str]:
    for place in range(len(text) - 1):
        a, b = text[place], text[place + 1]
        if a.isdigit() and b.isdigit() and a != b and (place or b != "0"):
            yield text[:place] + b + a + text[place + 2 :]


def _misread(one: str, other: str) -> Callable[[str], Iterator[str]]:
    def change(text: str) -> Iterator[str]:
        for place, letter in enumerate(text):
            if letter in (one, other):
                yield text[:place] + (other if letter == one else one) + text[place + 1 :]

    return change


def _point_moved(text: str) -> Iterator[str]:
    whole, point, rest = text.partition(".")
    if point and len(whole) == 2 and text != "0.00":
        yield f"{whole[0]}.{whole[1]}{rest}"
        yield f"{whole}{rest[0]}.{rest[1:] or '0'}"


def _over_hundred(text: str) -> Iterator[str]:
    yield "110" if text[0] in "01" else f"1{text}"


def _by(*amounts: str) -> Callable[[str], Iterator[str]]:
    def change(text: str) -> Iterator[str]:
        for amount in amounts:
            new = Decimal(text) + Decimal(amount)
            if 0 <= new <= 100:
                yield str(new)

    return change


def _item_failed(sample: Sample) -> Iterator[Mutant]:
    for value in scores(sample, "question"):
        instrument = sample.value(value.file, (*value.path[:-1], "instrument"))
        if instrument and instrument.text == "OIT":
            yield sample.set(value, "0" if figure(value) else "100", *places(sample, value))


def with_sub_questions(sample: Sample, off: int) -> Iterator[Mutant]:
    """A question told by three sub-questions, too, of which one is some points off.

    The scores of the sample are not told that far, so that they are put in.
    """
    for value in scores(sample, "question"):
        score, at = figure(value), places(sample, value)
        if score and 10 < score < 90 and value.key and not value.in_flow and not _has_parts(sample, value):
            text = sample.text(value.file)
            indent = " " * (value.key[0] - text.rfind("\n", 0, value.key[0]) - 1)
            subs = ", ".join(f"{{text: ข้อย่อยที่ {n}, score: {score + by}}}" for n, by in ((1, -3), (2, 1), (3, 2 + off)))
            new = f"{value.text}\n{indent}sub_questions: [{subs}]"
            lines = {(value.file, value.line + n) for n in range(2)}
            yield (
                sample.set(value, new, *at, *lines, says=f"{value.file}:{value.line} sub-questions {off} off")
                if off
                else (
                    Mutant(frozenset(), sample.set(value, new).edits, says=f"{value.file}:{value.line} sub-questions")
                )
            )


def _has_parts(sample: Sample, value: Value) -> bool:
    return sample.value(value.file, (*value.path[:-1], "parts")) is not None


def sub_question_off(sample: Sample) -> Iterator[Mutant]:
    yield from with_sub_questions(sample, 6)
    yield from with_sub_questions(sample, -9)


def negative_score(sample: Sample) -> Iterator[Mutant]:
    for value in scores(sample):
        if figure(value):
            yield sample.set(value, f"-{value.text}")


def _beside(key: str, *amounts: str) -> Callable[[Sample], Iterator[Mutant]]:
    """Another ``previous`` or ``difference`` beside a score."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for file in results(sample):
            for value in sample.values(file):
                if value.path and value.path[-1] == key and value.text:
                    around = [(file, one.line) for one in sample.values(file) if one.path[:-1] == value.path[:-1]]
                    for amount in amounts:
                        yield sample.set(value, str(Decimal(value.text) + Decimal(amount)), *around)

    return make


def sign_lost(sample: Sample) -> Iterator[Mutant]:
    for file in results(sample):
        for value in sample.values(file):
            if value.path and value.path[-1] == "difference" and value.text and Decimal(value.text):
                new = value.text.removeprefix("-") if value.text.startswith("-") else f"-{value.text}"
                yield sample.set(value, new)


def level(sample: Sample) -> Iterator[Mutant]:
    levels = {"A": "AA", "AA": "A", "B": "A", "ผ่านดี": "ผ่าน", "ผ่าน": "ผ่านดี", "ต้องปรับปรุง": "ผ่าน"}
    for file in results(sample):
        for value in sample.values(file):
            if value.path and value.path[-1] == "level" and value.text:
                yield sample.set(value, levels.get(value.text, "A" if len(value.text) == 1 else "ต้องปรับปรุง"))
                yield sample.set(value, "ผ่านดีเยี่ยม" if len(value.text) > 2 else "C")


def level_of_another_time(sample: Sample) -> Iterator[Mutant]:
    """A letter where the year has words, or the reverse."""
    for file in results(sample):
        for value in sample.values(file):
            if value.path and value.path[-1] == "level" and value.text:
                yield sample.set(value, "ผ่านดี" if len(value.text) <= 2 else "A")


def target(sample: Sample) -> Iterator[Mutant]:
    for file in results(sample):
        for value in sample.values(file):
            if value.path == ("target",):
                yield sample.set(value, "185")


def score_removed(sample: Sample) -> Iterator[Mutant]:
    for value in scores(sample, "question"):
        if _has_parts(sample, value):
            continue  # which say it, too
        holder = sample.value(value.file, value.path[:-1])
        lines = [(value.file, one.line) for one in sample.under(holder)] if holder else []
        yield sample.without([value], *lines, *places(sample, value), says=f"{value.file}:{value.line} no score")


def indicator_unlike_title(sample: Sample) -> Iterator[Mutant]:
    for file in results(sample):
        titles = [v for v in sample.values(file) if v.path[-2:] == ("title", "th") and "indicators" in v.path]
        whole = [v for v in titles if "." not in str(_beside_value(sample, v, "number"))]
        for number, value in enumerate(whole):
            other = whole[(number + 1) % len(whole)]
            at = [(file, v.line) for v in sample.values(file) if v.path[:-1] == value.path[:-2]]
            yield sample.set(value, other.text or "", *at)


def _beside_value(sample: Sample, value: Value, key: str) -> str | None:
    one = sample.value(value.file, (*value.path[:-2], key))
    return one.text if one else None


def question_of_another_indicator(sample: Sample) -> Iterator[Mutant]:
    for file in results(sample):
        for value in sample.values(file):
            if (
                value.path
                and value.path[0] == "questions"
                and value.path[-1] == "indicator"
                and value.text in "12345678"
            ):
                other = str(int(value.text) % 8 + 1)
                yield sample.set(value, other, *places_of_question(sample, value))


def places_of_question(sample: Sample, value: Value) -> set[Place]:
    return {(value.file, one.line) for one in sample.values(value.file) if one.path[:2] == value.path[:2]}


def block_copied(sample: Sample) -> Iterator[Mutant]:
    """The scores of one indicator's questions put under another's."""
    for file in results(sample):
        data = sample.data(file)
        by_indicator: dict[str, list[int]] = {}
        for number, one in enumerate(data.get("questions", ())):
            if one["instrument"] != "OIT":
                by_indicator.setdefault(one["indicator"], []).append(number)
        groups = list(by_indicator.values())
        for one, other in itertools.pairwise(groups):
            if len(one) != len(other):
                continue
            edits, at = [], set()
            for a, b in zip(one, other, strict=True):
                value, source = (sample.value(file, ("questions", n, "score")) for n in (b, a))
                if value and source and source.text:
                    edits.append(sample.set(value, source.text).edits[0])
                    at |= places(sample, value)
            yield Mutant(frozenset(at), tuple(edits), says=f"{file} questions {one} copied over {other}")


# --- the same thing printed twice -----------------------------------------------------------------------------------


def printed_otherwise(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("score", files="*/measures.yaml", within="scores"):
        before = figure(value)
        if before is not None:
            new = str(before - 1) if before >= 1 else "100"
            at = {(value.file, one.line) for one in sample.values(value.file) if one.path[:-1] == value.path[:-1]}
            yield sample.set(value, new, *at)


def part_printed_otherwise(sample: Sample) -> Iterator[Mutant]:
    for value in sample.each("public", "survey", files="*/measures.yaml", within="scores"):
        yield sample.set(value, str(Decimal(value.text or "0") - 2))


def restated_otherwise(sample: Sample) -> Iterator[Mutant]:
    """A total that the document prints again, with another figure."""
    for file in results(sample):
        for path in (("total",), ("instruments", 0), ("instruments", 1), ("instruments", 2)):
            score = sample.value(file, (*path, "score"))
            if score and score.text and not score.in_flow and score.key:
                text = sample.text(file)
                indent = " " * (score.key[0] - text.rfind("\n", 0, score.key[0]) - 1)
                wrong = str(Decimal(score.text) - 3)
                new = f"{score.text}\n{indent}restated: [{{score: {wrong}}}]"
                yield sample.set(
                    score, new, (file, score.line + 1), *places(sample, score), says=f"{file} {path} restated {wrong}"
                )


def question_code_under_another_score(sample: Sample) -> Iterator[Mutant]:
    """The scores of two questions exchanged where a measure's analysis prints them."""
    for file in sample.disclosures:
        values = [v for v in sample.each("score", files=file, within="scores")]
        for one, other in itertools.pairwise(values):
            if one.text != other.text:
                edits = (*sample.set(one, other.text or "").edits, *sample.set(other, one.text or "").edits)
                yield Mutant(
                    frozenset({(file, one.line), (file, other.line)}), edits, says=f"{file}:{one.line} exchanged"
                )


KINDS: tuple[Kind, ...] = (
    fault("two digits of a question's score swapped", _changed(_swapped, "question"), *MEANS, most=8),
    fault("two digits of an indicator's score swapped", _changed(_swapped, "indicator"), *MEANS),
    fault("two digits of an instrument's score swapped", _changed(_swapped, "instrument"), *MEANS),
    fault("two digits of the total swapped", _changed(_swapped, "total"), *MEANS, "level-unlike-score"),
    fault("8 and 9 misread in a score", _changed(_misread("8", "9")), *MEANS, "level-unlike-score", most=8),
    fault("1 and 7 misread in a score", _changed(_misread("1", "7")), *IMPOSSIBLE, most=8),
    fault("3 and 8 misread in a score", _changed(_misread("3", "8")), *MEANS, "level-unlike-score", most=8),
    fault("5 and 6 misread in a score", _changed(_misread("5", "6")), *MEANS, "level-unlike-score"),
    fault("the decimal point of a score moved", _changed(_point_moved), *IMPOSSIBLE, "level-unlike-score", most=8),
    fault("a score above a hundred", _changed(_over_hundred), "impossible-score"),
    fault("a score below nothing", negative_score, "impossible-score"),
    fault("a question's score some points off", _changed(_by("4", "-6"), "question"), *MEANS),
    fault("a sub-question's score off", sub_question_off, *MEANS),
    fault("one of the two parts of EIT off", _changed(_by("3", "-3"), "part"), *MEANS),
    fault("an indicator's score off by a point", _changed(_by("1", "-1"), "indicator"), *MEANS),
    fault("an instrument's score off by a point", _changed(_by("1", "-1"), "instrument"), *MEANS),
    fault("the total off by a point", _changed(_by("1", "-1"), "total"), *MEANS, "level-unlike-score"),
    fault("an OIT item's 100 as 0 or the reverse", _item_failed, *MEANS),
    fault("a score of the year before off", _beside("previous", "1", "-2"), *MEANS, "previous-score-changed"),
    fault("a difference off", _beside("difference", "1", "-0.3"), "wrong-difference"),
    fault("the sign of a difference lost", sign_lost, "wrong-difference"),
    fault("a level that does not fit its score", level, "level-unlike-score"),
    fault("a level of another year's names", level_of_another_time, "level-unlike-score", "unknown-level"),
    fault("a question without its score", score_removed, "missing-score"),
    fault(
        "an indicator with another one's title",
        indicator_unlike_title,
        "indicator-number-unlike-title",
        "indicator-title-varies",
    ),
    fault(
        "a question under another indicator",
        question_of_another_indicator,
        "question-of-another-indicator",
        "unknown-indicator",
    ),
    fault("a block of scores copied over another", block_copied, *MEANS, "copied-scores"),
    fault("a score printed otherwise in the measures", printed_otherwise, "score-printed-otherwise"),
    fault(
        "a part of EIT printed otherwise in the measures",
        part_printed_otherwise,
        "score-printed-otherwise",
        "wrong-mean",
    ),
    fault("a score restated otherwise", restated_otherwise, "score-printed-otherwise"),
    fault("two scores exchanged in the measures", question_code_under_another_score, "score-printed-otherwise"),
)
