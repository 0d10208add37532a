"""Budgets, head counts and other figures of the agency's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from tests.mutation.kind import Kind, fault
from tests.mutation.sample import Edit, Mutant, Sample, Value

WHOLE = (
    "walk_in",
    "online",
    "filled",
    "vacant",
    "people_developed",
    "finished",
    "pending",
    "requests",
    "count",
    "occurred",
    "hours",
)


def _plain_amounts(sample: Sample) -> Iterator[Value]:
    for value in sample.each("amount", files="256*"):
        if re.fullmatch(r"[\d,]+", value.text or "") and (value.text or "") != "0":
            yield value


def _as(change: Callable[[str], str]) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for value in _plain_amounts(sample):
            new = change(value.text or "")
            yield sample.set(value, f'"{new}"' if value.in_flow and "," in new else new)

    return make


def _comma_misplaced(text: str) -> str:
    digits = text.replace(",", "")
    return f"{digits[:1]},{digits[1:]}" if len(digits[1:]) != 3 else f"{digits[:2]},{digits[2:]}"


def counts(*news: str) -> Callable[[Sample], Iterator[Mutant]]:
    def make(sample: Sample) -> Iterator[Mutant]:
        for value in sample.each(*WHOLE, files="256*"):
            if (
                value.is_plain
                and (value.text or "").isdigit()
                and "claims" not in value.path
                and value.path[-1] != "hours"
            ):
                for new in news:
                    yield sample.set(value, new.format(value.text))

    return make


def _in_summary(pattern: str, step: int) -> Callable[[Sample], Iterator[Mutant]]:
    """Another figure in the summary than the data below it adds up to."""

    def make(sample: Sample) -> Iterator[Mutant]:
        for file in sample.disclosures:
            value = sample.value(file, ("summary", "th"))
            written = sample.text(file)[value.start : value.end] if value else ""
            for found in re.finditer(pattern, written):
                number = int(found[1].replace(",", ""))
                start = value.start + found.start(1) if value else 0
                edit = Edit(file, start, start + len(found[1]), f"{number + step:,}")
                yield Mutant(frozenset({(file, None)}), (edit,), says=f"{file}: {found[0]} → {number + step:,}")

    return make


def data_unlike_summary(sample: Sample) -> Iterator[Mutant]:
    """An amount changed, so that the total of the summary is no more the sum."""
    for value in _plain_amounts(sample):
        summary = sample.value(value.file, ("summary", "th"))
        family = sample.disclosures[value.file].get("family")
        if (
            summary
            and "บาท" in (summary.text or "")
            and value.path[-2] == "budget"
            and family not in ("ac_plan", "hr_plan")
        ):
            number = int((value.text or "0").replace(",", "")) + 50_000
            yield sample.set(value, f"{number:,}" if not value.in_flow else str(number), (value.file, summary.line))


FIGURE = re.compile(r"(?<![\d.,])(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{2,4}|\d+\.\d+)(?![\d.,:]*\d)")


def english_alone(sample: Sample) -> Iterator[Mutant]:
    """A figure or a year of the Thai text changed in the English text beside it."""
    for value in sample.each("en", files="256[789]/*"):
        thai = sample.value(value.file, (*value.path[:-1], "th"))
        if thai is None or not thai.text or "ล้าน" in thai.text or " น." in thai.text:
            continue  # figures of another scale, and times of the day
        there = {Decimal(one.replace(",", "")) for one in FIGURE.findall(thai.text.translate(ARABIC))}
        written = sample.text(value.file)[value.start : value.end]
        if len(FIGURE.findall(written)) != len(there):
            continue
        for found in FIGURE.finditer(written):
            figure = Decimal(found[0].replace(",", ""))
            if figure in there or figure + 543 in there:
                new = f"{figure + 3:,}" if "," in found[0] else str(figure + 3)
                start = value.start + found.start()
                edit = Edit(value.file, start, start + len(found[0]), new)
                at = frozenset({(value.file, value.line), (value.file, thai.line)})
                yield Mutant(at, (edit,), says=f"{value.file}:{value.line} {found[0]} → {new}")


ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def share(sample: Sample) -> Iterator[Mutant]:
    """Another percentage behind an amount of a summary."""
    for file in sample.disclosures:
        value = sample.value(file, ("summary", "th"))
        written = sample.text(file)[value.start : value.end] if value else ""
        found = re.search(r"บาท หรือร้อยละ (\d+\.\d+)", written)
        if value and found:
            for by in ("4", "-0.4", "10"):
                start = value.start + found.start(1)
                new = str(Decimal(found[1]) + Decimal(by))
                edit = Edit(file, start, start + len(found[1]), new)
                yield Mutant(frozenset({(file, value.line)}), (edit,), says=f"{file}: {found[1]} → {new}")


KINDS: tuple[Kind, ...] = (
    fault("an amount below nothing", _as(lambda text: f"-{text}"), "negative-amount"),
    fault("an amount with a comma in the wrong place", _as(_comma_misplaced), "not-a-number"),
    fault(
        "an amount with the letter O for a nought",
        _as(lambda text: text.replace("0", "O", 1) if "0" in text else f"{text}O"),
        "not-a-number",
    ),
    fault("an amount of two figures", _as(lambda text: f"{text} - {text}0"), "not-a-number"),
    fault(
        "an amount with a full stop for a comma", _as(lambda text: f"{text.replace(',', '')}.000.00"), "not-a-number"
    ),
    fault("a count below nothing or broken", counts("-3", "2.5"), "not-a-whole-number"),
    fault("a total of the summary unlike the budgets", data_unlike_summary, "figure-unlike-data"),
    fault(
        "an amount in the summary unlike the data",
        _in_summary(r"([1-9]\d{0,2}(?:,\d{3})+) บาท", 100_000),
        "figure-unlike-data",
        "english-unlike-thai",
        most=10,
    ),
    fault(
        "a count in the summary unlike the data",
        _in_summary(r"(\d[\d,]*) (?:โครงการ|มาตรการ|เรื่อง|คน|ราย|ครั้ง|งาน)(?=[ \"']|$)", 3),
        "count-unlike-data",
        "english-unlike-thai",
        most=10,
        missed="a summary may count what the data do not list",
    ),
    fault("a percentage in the summary unlike the amounts", share, "share-unlike-data"),
    fault("a figure of the English text unlike the Thai", english_alone, "english-unlike-thai", most=10),
)
