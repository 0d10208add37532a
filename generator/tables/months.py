"""Which month a sheet, or a part of one, says that it is of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.tables.records import Record
from generator.writing.dates import BE_OFFSET, fiscal_year, month_names
from generator.writing.figures import fold_digits


@lru_cache(1)
def _months() -> tuple[re.Pattern[str], dict[str, int]]:
    numbers: dict[str, int] = {}
    for names in (month_names(), month_names(width="abbreviated")):
        for number, name in enumerate(names, 1):
            numbers[name] = numbers[name.replace(".", "")] = numbers[name.rstrip(".")] = number
    words = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    return re.compile(
        rf"(?<![ก-๙])(?:เดือน|ประจำเดือน|รอบเดือน)?\s*({words})(?![ก-ฮะ-ู])\.?\s*(?:พ\.?\s?ศ\.?)?\s*(\d{{4}}|\d{{2}})?(?!\d)"
    ), numbers


def month_in(text: str, year: int) -> datetime.date | None:
    """The one month of a fiscal year that a text names, by its first day; None where it names none, several, or another year's.

    A month without its year is that of the fiscal year; a day of a month names when a report was made, not its month.
    """
    pattern, numbers = _months()
    found: set[datetime.date] = set()
    folded = fold_digits(text[:500])
    for match in pattern.finditer(folded):
        if re.search(r"(?<![.\d/])\d{1,2}\s*(?:เดือน)?\s*$", folded[: match.start(1)].removesuffix("เดือน")):
            continue
        number = numbers[match[1]]
        written = int(match[2]) if match[2] else 0
        of = written + 2500 if 0 < written < 100 else written or year - (number >= 10)
        try:
            start = datetime.date(of - BE_OFFSET, number, 1)
        except ValueError:
            continue
        found.add(start)
    of_year = {start for start in found if fiscal_year(start) == year}
    return next(iter(of_year)) if len(of_year) == 1 and len(found) == 1 else None


@dataclass(frozen=True)
class Said:
    """A month by its first day, and the text that says it."""

    month: datetime.date
    text: str


def months_of(sheet: str, above: Iterable[Record], year: int) -> tuple[Said | None, Said | None]:
    """The month that a sheet's name says, and the one that the titles above its header say."""
    titles = (cell for _, _, cells in above for cell in cells if isinstance(cell, str) and cell.strip())
    found = (said for text in titles if (said := _said(text, year)))
    return _said(sheet, year), next(found, None)


def _said(text: str, year: int) -> Said | None:
    month = month_in(text, year)
    return Said(month, " ".join(text.split())) if month else None
