"""Years and months as pages and files write them: which are there, and which a series of months lacks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.audit import audit_words
from generator.audit.addresses import file_name
from generator.files.content import Block, ReadDocument
from generator.writing.dates import BE_OFFSET, FIRST_SHORT_YEAR, FIRST_YEAR, LAST_YEAR, Width, month_names

FEWEST_MONTHS = 6
"""Different months that make a series of months."""
MOST_GAPS = 3
"""Months that a series lacks at most; with more it is no series of every month."""

YEAR = re.compile(r"(?<![\d.,/-])(2[45]\d\d)(?![\d,])(?!\.\d)")
_CE_YEAR = re.compile(r"(?<![\d.,])(20[0-4]\d)(?![\d,])(?!\.\d)")
_RANGE = re.compile(r"(2[45]\d\d)\s*(?:-|–|—|ถึง|/)\s*(?:พ\.?\s?ศ\.?\s*)?(2[45]\d\d|\d\d)(?!\d)")
_WIDTHS: tuple[Width, ...] = ("wide", "abbreviated")
_MONTHS = tuple(
    tuple(dict.fromkeys(name.removesuffix(".").lower() for name in names))
    for names in zip(*(month_names(language, width) for language in ("th", "en") for width in _WIDTHS), strict=True)
)
"""Each month as it may be written: in full and short, in Thai and in small English letters."""
MONTH_NAMES = month_names()
_MONTH = re.compile(
    "|".join(
        f"(?P<m{number}>{'|'.join(re.escape(name) if not name.isascii() else rf'(?<![a-z]){name}(?![a-z])' for name in names)})"
        for number, names in enumerate(_MONTHS, 1)
    )
)
_SHORT_YEAR = re.compile(
    rf"(?:ปี(?:งบประมาณ)?|พ\.?\s?ศ\.?|(?:{_MONTH.pattern.replace('?P<', '?P<y')})\.?)\s*['’]?(?P<short>\d\d)(?!\d)"
)


class Series(NamedTuple):
    """Labels of a page that may be months, the block that they begin at, and whether they are links."""

    place: Block
    labels: list[str]
    is_linked: bool


def years_written(text: str) -> set[int]:
    """Years of the Buddhist Era written with four digits, and those within ranges."""
    folded = audit_words.folded(text)
    years = {int(year) for year in YEAR.findall(folded) if FIRST_YEAR <= int(year) <= LAST_YEAR}
    for first, last in _RANGE.findall(folded):
        end = int(last) if len(last) == 4 else int(first) // 100 * 100 + int(last)
        if int(first) < end <= int(first) + 25:
            years.update(range(int(first), end + 1))
    return years


def years_in(text: str) -> Counter[int]:
    """Every year that a text speaks of, in B.E., and how often: also short ones and those of the Common Era."""
    folded = audit_words.folded(text)
    found = Counter(int(year) for year in YEAR.findall(folded) if FIRST_YEAR <= int(year) <= LAST_YEAR)
    found.update(year for year in years_written(text) if year not in found)
    found.update(int(year) + BE_OFFSET for year in _CE_YEAR.findall(folded))
    for match in _SHORT_YEAR.finditer(folded):
        short_year = int(match["short"])
        if short_year >= FIRST_SHORT_YEAR:
            found[FIRST_YEAR + 100 + short_year] += 1
    return found


def count_months(folded: str) -> int:
    """How many different months a folded text names."""
    return len({match.lastgroup for match in _MONTH.finditer(folded)})


def series_in(document: ReadDocument) -> Iterator[Series]:
    """Lists of labels of a page that may be months: the rows of a table, the entries of a list, headings, files."""
    blocks = [block for block in document.blocks if not block.is_aside]
    groups: dict[str, list[tuple[Block, str]]] = {}
    for block in blocks:
        if label := _label(block):
            group, text = label
            groups.setdefault(group, []).append((block, text))
    files = [(block, link.text or name) for block in blocks for link in block.links if (name := file_name(link.href))]
    for found in (*groups.values(), *([files] if files else [])):
        is_linked = sum(bool(block.links) for block, _ in found) * 2 > len(found)
        yield Series(found[0][0], [label for _, label in found], is_linked)


def _label(block: Block) -> tuple[str, str] | None:
    """The series that a block may belong to, and its label in it."""
    if block.tag == "tr" and block.cells:
        return f"rows{block.group}", " ".join(text for text, _ in block.cells[:2])
    if block.tag == "li":
        return f"entries{block.group}", block.text
    return (f"headings{block.level}", block.text) if block.level else None


def missing_months(labels: Sequence[str], years: set[int]) -> list[int]:
    """Months that a series skips, or the one that twelve lack; none where the labels are no series of months.

    A year that is not over yet lacks its last months, which is no fault.
    """
    named = _months_named(labels)
    if len(named) * 10 < len(labels) * 6:
        return []
    months = {month for month, label in named if _is_of_years(month, label, years)}
    return _gaps(months) if len(months) >= FEWEST_MONTHS else []


def _months_named(labels: Sequence[str]) -> list[tuple[int, str]]:
    """The labels that name one month each; by number where most of them only say that they are a month."""
    named = [(month, label) for label in labels if (month := _month_of(label))]
    if not named and sum("เดือน" in label for label in labels) * 2 > len(labels):
        return [(number, label) for number, label in _numbered(labels) if 1 <= number <= 12]
    return named


def _is_of_years(month: int, label: str, years: set[int]) -> bool:
    """Whether a month is of one of some years, fiscal or calendar, or says no year of its own."""
    said = years_in(label)
    if len(said) != 1:
        return True
    (year,) = said
    return year in years or year + (month >= 10) in years


def _gaps(months: set[int]) -> list[int]:
    """The months of a fiscal year that are missing between others, or the only one that is missing."""
    there = {(month - 10) % 12 for month in months}  # October is the first
    gaps = [n for n in range(min(there), max(there)) if n not in there]
    if len(there) == 11 and not gaps:
        gaps = [n for n in range(12) if n not in there]
    return [(n + 9) % 12 + 1 for n in gaps] if len(gaps) <= MOST_GAPS else []


def sorted_as_text(labels: Sequence[str]) -> str:
    """The order of a series that was sorted as text (1, 10, 11, 12, 2), or an empty text."""
    numbers = list(dict.fromkeys(number for number, _ in _numbered(labels)))
    if len(numbers) >= FEWEST_MONTHS and 10 <= max(numbers) <= 31:
        as_text = sorted(numbers, key=str)
        if numbers == as_text and numbers != sorted(numbers):
            return ", ".join(map(str, numbers))
    months = list(dict.fromkeys(month for label in labels if (month := _month_of(label))))
    if len(months) >= FEWEST_MONTHS and len(months) * 10 >= len(labels) * 6:
        as_text = sorted(months, key=lambda month: MONTH_NAMES[month - 1])
        if months == as_text:
            return ", ".join(MONTH_NAMES[month - 1] for month in months)
    return ""


def _month_of(label: str) -> int | None:
    """The one month that a label names."""
    found = {int(match.lastgroup[1:]) for match in _MONTH.finditer(audit_words.folded(label)) if match.lastgroup}
    return found.pop() if len(found) == 1 else None


def _numbered(labels: Sequence[str]) -> list[tuple[int, str]]:
    """Labels that differ in one number only, with that number."""
    shapes: dict[str, list[tuple[int, str]]] = {}
    for label in labels:
        folded = audit_words.folded(label)
        found = re.search(r"(?<![\d.])\d{1,2}(?![\d.])", folded)
        if found:
            shapes.setdefault(folded[: found.start()] + "#" + folded[found.end() :], []).append((int(found[0]), label))
    return max(shapes.values(), key=len, default=[])
