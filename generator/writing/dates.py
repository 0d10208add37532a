"""Dates, fiscal years and periods of Thai government, read strictly and written in Buddhist Era.

A fiscal year N (B.E.) runs from 1 October N−1 to 30 September N; quarter 1 is October to December.
Dates are kept as :class:`datetime.date` (C.E.); the Buddhist year only exists in text, because
``date.replace(year=…)`` fails on 29 February. Reading never guesses an era: a year must look like
what was declared, and ``2566-10-05`` is read as B.E. while ``2023-10-05`` is refused.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from babel.dates import get_month_names

from generator.writing.figures import fold_digits, write_digits
from generator.writing.readings import plain_day

Width = Literal["wide", "abbreviated"]
"""How long the name of a month is."""

BE_OFFSET = 543
FIRST_YEAR, LAST_YEAR = 2400, 2699
"""Buddhist years that a document of this field can mean."""
FIRST_SHORT_YEAR = 50
"""Two digits below this could as well be a year of the Common Era: 24 is 2524 or 2024."""


class DateFault(ValueError):
    """A date that cannot be read; ``code`` names the fault, ``detail`` what it is about."""

    def __init__(self, code: str, **detail: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


@lru_cache
def month_names(language: str = "th", width: Width = "wide") -> tuple[str, ...]:
    """The months from January to December, from CLDR through Babel: ``มกราคม``, ``ม.ค.``, ``January``, ``Jan``."""
    return tuple(get_month_names(width, locale=language).values())


@lru_cache
def _months() -> dict[str, tuple[int, str]]:
    """Every spelling of a month → (month, language of the spelling)."""
    spellings: dict[str, tuple[int, str]] = {}
    for language in ("th", "en"):
        widths: tuple[Width, ...] = ("wide", "abbreviated")
        for width in widths:
            for number, name in enumerate(month_names(language, width), start=1):
                spellings[name.casefold().replace(".", "")] = (number, language)
    spellings["sept"] = (9, "en")
    return spellings


_ERA = re.compile(r"(?<![^\W\d_])(พ\.?\s*ศ\.?|ค\.?\s*ศ\.?|b\.?e\.?|c\.?e\.?|a\.?d\.?)\s*", re.IGNORECASE)
_WORD = r"[ก-๙A-Za-z][ก-๙A-Za-z.]*"
_ISO = re.compile(r"([1-9]\d{3})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2}|[1-9]\d{2,3})")
_WRITTEN = re.compile(rf"(\d{{1,2}})\s*(?:เดือน\s*)?({_WORD})\s*(\d{{2}}|[1-9]\d{{2,3}})")
_MONTH_ONLY = re.compile(rf"(?:เดือน\s*)?({_WORD})\s*(\d{{2}}|[1-9]\d{{2,3}})")
_YEAR = re.compile(r"[1-9]\d{3}")


def _strip_era(text: str) -> tuple[str, str | None]:
    """The text without a written era, and which era it was: ``be``, ``ce`` or None."""
    found = _ERA.search(text)
    if not found:
        return text, None
    era = "be" if found[1][0] in "พbB" else "ce"
    return (text[: found.start()] + text[found.end() :]).strip(), era


def buddhist_year(year: int, era: str | None = None, language: str = "th") -> int:
    """The B.E. year that a written year means.

    Args:
        year: as written, of two or four digits; two digits are only B.E. (``66`` is 2566).
        era: ``be`` or ``ce`` where it was written beside the year, or None.
        language: of the month beside it: a date in English words is written in C.E.

    Raises:
        DateFault: ``ce-year`` (C.E. where B.E. is meant), ``be-year`` (the reverse), ``impossible-date``.
    """
    expects_ce = era == "ce" or (era is None and language == "en")
    if year < 100:
        if expects_ce:
            raise DateFault("impossible-date", value=year)
        if year < FIRST_SHORT_YEAR:
            raise DateFault("short-year", value=year, be=2500 + year, ce=2000 + year)
        return 2500 + year
    if expects_ce:
        if FIRST_YEAR <= year <= LAST_YEAR:
            raise DateFault("be-year", value=year, meant=year - BE_OFFSET)
        year += BE_OFFSET
    elif FIRST_YEAR <= year + BE_OFFSET <= LAST_YEAR:
        raise DateFault("ce-year", value=year, meant=year + BE_OFFSET)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateFault("impossible-date", value=year)
    return year


def parse_year(text: str) -> int:
    """A B.E. year from ``2567``, ``๒๕๖๗`` or ``พ.ศ. 2567``."""
    folded, era = _strip_era(fold_digits(text.strip()))
    if not _YEAR.fullmatch(folded):
        raise DateFault("not-a-year", value=text)
    return buddhist_year(int(folded), era)


def _make_date(year: int, month: int, day: int, text: str) -> datetime.date:
    try:
        return datetime.date(year - BE_OFFSET, month, day)
    except ValueError:
        raise DateFault("impossible-date", value=text) from None


def _month(word: str, text: str) -> tuple[int, str]:
    try:
        return _months()[word.casefold().replace(".", "")]
    except KeyError:
        raise DateFault("not-a-date", value=text) from None


@lru_cache(4096)
def parse_date(text: str) -> datetime.date:
    """One day, from every form met in the five documents and in Thai spreadsheets.

    ``9 ธันวาคม 2565``, ``๙ ธ.ค. ๖๕``, ``วันที่ 9 เดือนธันวาคม พ.ศ. 2565``, ``9/12/2565``, ``2565-12-09``,
    ``9 December 2022`` (English words mean C.E.).
    """
    folded, era = _strip_era(_clean(text))
    if found := _ISO.fullmatch(folded):
        year, month, day = (int(part) for part in found.groups())
        return _make_date(buddhist_year(year, era), month, day, text)
    if found := _SLASHED.fullmatch(folded):
        day, month, year = (int(part) for part in found.groups())
        return _make_date(buddhist_year(year, era), month, day, text)
    if found := _WRITTEN.fullmatch(folded):
        month, language = _month(found[2], text)
        return _make_date(buddhist_year(int(found[3]), era, language), month, int(found[1]), text)
    raise DateFault("not-a-date", value=text)


@lru_cache
def _in_prose() -> re.Pattern[str]:
    months = "|".join(re.escape(name) for name in (*month_names(), *month_names(width="abbreviated")))
    return re.compile(rf"(?<!\d)\d{{1,2}}\s*(?:เดือน\s*)?(?:{months})\s*(?:พ\.\s?ศ\.\s*)?(?:25\d\d|[5-9]\d)(?!\d)")


def find_dates(text: str) -> Iterator[tuple[str, datetime.date]]:
    """Every whole date in Thai words in running text, as written and as a day; what cannot be one is passed over."""
    for found in _in_prose().finditer(fold_digits(text)):
        try:
            yield text[found.start() : found.end()], parse_date(found[0])
        except DateFault:
            continue


def _clean(text: str) -> str:
    folded = re.sub(r"\s+", " ", fold_digits(text)).strip()
    return re.sub(r"^(?:เมื่อ|ณ|ใน)?\s*(?:ระหว่าง)?\s*วันที่\s*", "", folded)


def fiscal_year(day: datetime.date) -> int:
    """The B.E. fiscal year that a day lies in."""
    return day.year + BE_OFFSET + (day.month >= 10)


def quarter(day: datetime.date) -> int:
    """The quarter of the fiscal year, 1 to 4, that a day lies in."""
    return (day.month - 10) % 12 // 3 + 1


def quarter_days(year: int, first: int, last: int) -> tuple[datetime.date, datetime.date]:
    """First and last day of quarters ``first``…``last`` of a B.E. fiscal year."""
    return _quarter_start(year, first), _quarter_start(year, last + 1) - datetime.timedelta(days=1)


def _quarter_start(year: int, number: int) -> datetime.date:
    months = (year - 1 - BE_OFFSET) * 12 + 9 + (number - 1) * 3
    return datetime.date(months // 12, months % 12 + 1, 1)


@dataclass(frozen=True)
class Span:
    """What a written period says, before it is placed in a fiscal year.

    Either days (``start`` and ``end``), or quarters (``first`` and ``last``, 1 to 4, of ``year`` where
    the text names one; ``said`` as quarters, as a half or as the whole year), or neither where the text does not say when (``undetermined``).
    Of several times, ``parts``, it is from the first to the last.
    """

    start: datetime.date | None = None
    end: datetime.date | None = None
    first: int | None = None
    last: int | None = None
    year: int | None = None
    said: Literal["quarters", "half", "year"] = "quarters"
    parts: tuple[Span, ...] = ()

    @property
    def undetermined(self) -> bool:
        return self.start is None and self.first is None

    def days(self, year: int) -> tuple[datetime.date, datetime.date] | None:
        """First and last day, with ``year`` as the fiscal year that quarters are counted in."""
        if self.start and self.end:
            return self.start, self.end
        if self.first and self.last:
            return quarter_days(self.year or year, self.first, self.last)
        return None


_DASH = r"\s*(?:-|–|—|ถึง(?:วันที่)?|to)\s*"
_FY = re.compile(r"\s*(?:ของ)?\s*(?:ตลอด|ประจำ)?(?:ปีงบ(?:ประมาณ|ฯ)?\s*([1-9]\d{3}|[5-9]\d)|ปี\s*([1-9]\d{3}))$")
_YEARS = re.compile(rf"(?:ประจำ)?ปีงบ(?:ประมาณ|ฯ)?\s*([1-9]\d{{3}}){_DASH}(?:ปีงบ(?:ประมาณ|ฯ)?\s*)?([1-9]\d{{3}})")
_YEARS_ALONE = re.compile(rf"(?:ปี\s*)?([1-9]\d{{3}}){_DASH}(?:ปี\s*)?([1-9]\d{{3}})")
_QUARTERS = re.compile(
    rf"(?:ไตรมาส(?:ที่)?|quarters?|q)\s*([1-4])(?:(?:{_DASH}|\s*(?:และ|,|and)\s*)(?:q|ไตรมาส(?:ที่)?\s*)?([1-4]))?"
)
_MONTHS = re.compile(r"(?:รอบ\s*)?(6|12)\s*(?:เดือน|months?)(?:\s*(แรก|หลัง))?")
_WHOLE_YEAR = re.compile(r"(?:ตลอด)?(?:ทั้ง)?(?:ปีงบประมาณ|ปี)|ตลอดปี(?:งบประมาณ)?|ทั้งปี(?:งบประมาณ)?")
_DAY_RANGE = re.compile(rf"(\d{{1,2}}){_DASH}(\d{{1,2}})\s*({_WORD}\s*\d{{2,4}})")
_MONTH_DAY = re.compile(rf"(\d{{1,2}}\s*{_WORD}){_DASH}(\d{{1,2}}\s*{_WORD}\s*(\d{{2,4}}))")


def parse_period(text: str, *, are_years_fiscal: bool = False) -> Span:
    """A period from quarters, months of the fiscal year, a range of days, a month or one day.

    ``ไตรมาส 3 - 4``, ``รอบ 6 เดือน``, ``ตลอดปีงบประมาณ 2566``, ``1 ต.ค. 66 – 30 ก.ย. 67``,
    ``๑ ตุลาคม ๒๕๖๗ ถึง ๓๑ มีนาคม ๒๕๖๘``, ``9 - 10 มกราคม 2566``, ``มกราคม 2566``,
    ``ตุลาคม 2566 – มีนาคม 2567``, ``ต.ค. – ธ.ค. 66``, ``ปีงบประมาณ พ.ศ. 2566 – 2570``.

    Args:
        are_years_fiscal: whether ``2566 - 2570`` can only be fiscal years, as those of a plan are.

    Raises:
        DateFault: ``not-a-period``, ``years-alone``, ``period-reversed`` or what :func:`parse_date` raises.
    """
    folded = _clean(text).casefold()
    plain, era = _strip_era(folded)
    year = None
    if known := _several(folded) or _years(folded, era, text, are_fiscal=are_years_fiscal):
        return known
    if found := _FY.search(plain):
        year = buddhist_year(int(found[1] or found[2]), era)
        plain = plain[: found.start()].strip() or "ตลอดปี"
    if found := _QUARTERS.fullmatch(plain):
        return _quarters(plain, int(found[1]), int(found[2] or found[1]), year, text)
    if found := _MONTHS.fullmatch(plain):
        if found[1] == "12":
            return Span(first=1, last=4, year=year, said="year")
        first = 3 if found[2] == "หลัง" else 1
        return Span(first=first, last=first + 1, year=year, said="half")
    if _WHOLE_YEAR.fullmatch(plain):
        return Span(first=1, last=4, year=year, said="year")
    if year is not None:
        raise DateFault("not-a-period", value=text)
    try:
        start, end = _day_range(folded, text)
    except DateFault as error:
        if error.code != "not-a-date":
            raise
        raise DateFault("not-a-period", value=text) from None
    if end < start:
        raise DateFault("period-reversed", value=text)
    return Span(start=start, end=end)


_ROUND = re.compile(r"(?:รอบ|ครั้ง|งวด|ระยะ)(?:ที่)?\s*\d{1,2}(?:/[1-9]\d{3})?(?!\d)\s*:?")
_BETWEEN_TIMES = re.compile(r"\s*(?:,|;|และ(?!ที่))\s*")
_AROUND_TIME = " ()-–—:,;"
_MOST_TIMES = 12


def _several(folded: str) -> Span | None:
    """Several times, each said as a whole: of rounds that are numbered, or with ``และ`` or a comma between; None of any other text."""
    is_of_rounds = _ROUND.match(folded) is not None
    parts = (_ROUND if is_of_rounds else _BETWEEN_TIMES).split(folded)[is_of_rounds:]
    times = [part.strip(_AROUND_TIME).removesuffix("และ").strip(_AROUND_TIME) for part in parts]
    if (not is_of_rounds and len(times) < 2) or len(times) > _MOST_TIMES or any(_ROUND.match(time) for time in times):
        return None
    try:
        spans = [parse_period(time) for time in times]
    except DateFault:
        return None
    days = [(span.start, span.end) for span in spans if span.start and span.end]
    if len(days) < len(spans) or days != sorted(days):
        return None
    return spans[0] if len(spans) == 1 else Span(start=days[0][0], end=max(end for _, end in days), parts=tuple(spans))


_ANY_ERA = re.compile(r"พ\.?\s?ศ\.?\s*")


def _years(folded: str, era: str | None, text: str, *, are_fiscal: bool) -> Span | None:
    """Years from the first to the last, where a text names two."""
    plain = _ANY_ERA.sub("", folded)
    said = _YEARS.fullmatch(plain)
    found = said or _YEARS_ALONE.fullmatch(plain)
    if found is None:
        return None
    if not said and not are_fiscal:
        raise DateFault("years-alone", value=text, first=found[1], last=found[2])
    return _fiscal_years(buddhist_year(int(found[1]), era), buddhist_year(int(found[2]), era), text)


def _fiscal_years(first: int, last: int, text: str) -> Span:
    if last < first:
        raise DateFault("period-reversed", value=text)
    return Span(start=quarter_days(first, 1, 4)[0], end=quarter_days(last, 1, 4)[1])


def _quarters(plain: str, first: int, last: int, year: int | None, text: str) -> Span:
    if last < first:
        raise DateFault("period-reversed", value=text)
    if last > first + 1 and re.search("และ|,|and", plain):
        raise DateFault("not-a-period", value=text)  # 1 and 3 is not 1 to 3
    return Span(first=first, last=last, year=year)


_MONTHS_ALONE = re.compile(rf"(?:เดือน\s*)?({_WORD})(?:{_DASH}(?:เดือน\s*)?({_WORD}))?")


def months_in_year(text: str, year: int) -> str:
    """``ต.ค. - ธ.ค.`` with the years that its months have in a fiscal year; empty where the text is anything else."""
    found = _MONTHS_ALONE.fullmatch(_clean(text))
    words = [word for word in found.groups() if word] if found else []
    try:
        numbers = [_month(word, text)[0] for word in words]
    except DateFault:
        return ""
    if not numbers or [(number - 10) % 12 for number in numbers] != sorted((number - 10) % 12 for number in numbers):
        return ""
    return " – ".join(f"{month_names()[number - 1]} {year - (number >= 10)}" for number in numbers)


def _day_range(folded: str, text: str) -> tuple[datetime.date, datetime.date]:
    plain, era = _strip_era(folded)
    written_era = {"be": " พ.ศ.", "ce": " ค.ศ."}.get(era or "", "")
    if found := _DAY_RANGE.fullmatch(plain):
        first, last, month = found.groups()
        return parse_date(f"{first} {month}{written_era}"), parse_date(f"{last} {month}{written_era}")
    if found := _MONTH_DAY.fullmatch(plain):
        return parse_date(f"{found[1]} {found[3]}{written_era}"), parse_date(f"{found[2]}{written_era}")
    parts = re.split(r"\s+(?:-|–|—|to)\s+|\s*(?:–|—|ถึง(?:วันที่)?)\s*", folded)
    if len(parts) == 1 and folded.count("-") == 1:
        parts = folded.split("-")
    if len(parts) == 2:
        if re.fullmatch(_WORD, parts[0].strip()):  # ต.ค. – ธ.ค. 66: the year is written once
            last = _bounds(parts[1])[1]
            return _bounds(f"{parts[0].strip()} {last.year + BE_OFFSET} พ.ศ.")[0], last
        return _bounds(parts[0])[0], _bounds(parts[1])[1]
    if len(parts) == 1:
        return _bounds(folded)
    raise DateFault("not-a-period", value=text)


def _bounds(text: str) -> tuple[datetime.date, datetime.date]:
    """First and last day of what is written: a month with its year, or one day."""
    text = plain_day(text)
    plain, era = _strip_era(text)
    if found := _MONTH_ONLY.fullmatch(plain):
        month, language = _month(found[1], text)
        year = buddhist_year(int(found[2]), era, language)
        start = _make_date(year, month, 1, text)
        following = _make_date(year + month // 12, month % 12 + 1, 1, text)
        return start, following - datetime.timedelta(days=1)
    day = parse_date(text)
    return day, day


@lru_cache(4096)
def write_date(day: datetime.date, language: str = "th", digits: str = "arabic", *, width: Width = "wide") -> str:
    """``9 ธันวาคม 2565`` or ``9 December 2022``, month from CLDR through Babel."""
    month = month_names(language, width)[day.month - 1]
    if language == "th":
        return write_digits(f"{day.day} {month} {day.year + BE_OFFSET}", digits)
    return f"{day.day} {month} {day.year}"


def write_days(
    start: datetime.date, end: datetime.date, language: str = "th", digits: str = "arabic", *, width: Width = "wide"
) -> str:
    """A range of days; a single day is written once, a range within one month names it once."""
    if start == end:
        return write_date(start, language, digits, width=width)
    last = write_date(end, language, digits, width=width)
    if (start.year, start.month) == (end.year, end.month):
        if start.day == 1 and (end + datetime.timedelta(days=1)).day == 1:
            return last.partition(" ")[2]  # a whole month is named, not counted
        return f"{write_digits(str(start.day), digits if language == 'th' else 'arabic')}–{last}"
    return f"{write_date(start, language, digits, width=width)} – {last}"
