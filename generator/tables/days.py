"""Days and months of cells: within the fiscal year of a table more has one meaning than in a sentence."""

from __future__ import annotations

import datetime
import re
from typing import Any

from generator.tables.columns import CellFault, Column
from generator.tables.readings import Read
from generator.writing.dates import (
    BE_OFFSET,
    FIRST_YEAR,
    DateFault,
    buddhist_year,
    fiscal_year,
    parse_date,
    parse_period,
)
from generator.writing.readings import plain_day

YEARS_BEHIND, YEARS_AHEAD = 20, 1
"""How far from the year of the data a day of a row may lie: contracts run for long, but none is of 2596."""

EXCEL_BEGAN = datetime.date(1899, 12, 30)
EARLIEST, LATEST = 36_526, 73_051
"""Days since then, from 2000 to 2099: what Excel shows of a day whose cell lost its format."""

_SERIAL = re.compile(r"\d{5}", re.ASCII)
_DAY_AND_MONTH = re.compile(r"\d{1,2}\s*(?:เดือน\s*)?[ก-๙.]{3,}")
_SHORT_YEAR = re.compile(r"(.*[^\d\s]\s*)(\d\d)")
_SLASHED_MONTH = re.compile(r"(\d{1,2})\s*[/-]\s*(\d{4})")
_SYSTEM_DAY = re.compile(r"(20\d\d)-(\d\d)-(\d\d)(?:[T ][\d:.]+Z?)?", re.ASCII)


def day_of(column: Column, text: str, year: int) -> datetime.date:
    """The day that a text names."""
    if column.in_year and _SERIAL.fullmatch(text) and (serial := of_serial(int(text))):
        return in_year(column, serial, year)
    try:
        day = parse_date(plain_day(text))
    except DateFault as error:
        of_year = _in_fiscal_year(plain_day(text), year) if column.in_year else None
        if of_year is None:
            raise _of_date(error, "table-not-a-date") from None
        day = of_year
    return in_year(column, day, year)


def _in_fiscal_year(text: str, year: int) -> datetime.date | None:
    """The one day of a fiscal year that ``5 ต.ค.``, ``5 Oct 67`` or ``5 Oct 24`` names; None of any other text."""
    texts = [f"{text} {of}" for of in (year - 1, year)] if _DAY_AND_MONTH.fullmatch(text) else []
    if found := _SHORT_YEAR.fullmatch(text):
        texts = [f"{found[1]}{century}{found[2]}{era}" for century, era in (("25", " พ.ศ."), ("20", " ค.ศ."))]
    days = set()
    for one in texts:
        try:
            days.add(parse_date(one))
        except DateFault:
            continue
    of_year = {day for day in days if fiscal_year(day) == year}
    return of_year.pop() if len(of_year) == 1 else None


def month_of_text(column: Column, text: str, year: int) -> datetime.date:
    """The first day of the month that a text names."""
    try:
        start = _first_of_month(text)
    except DateFault as error:
        raise _of_date(error, "table-not-a-month") from None
    except ValueError:
        start = None
    if start is None:
        raise CellFault("table-not-a-month")
    return in_year(column, start, year)


def _first_of_month(text: str) -> datetime.date | None:
    """The first day of the month that a text names; None where it names more than one month.

    Raises:
        ValueError: where it names none; :class:`DateFault` where that is known more exactly.
    """
    if found := _SLASHED_MONTH.fullmatch(text):
        return datetime.date(buddhist_year(int(found[2])) - BE_OFFSET, int(found[1]), 1)
    span = parse_period(text)
    if not span.start or not span.end or span.start.replace(day=1) != span.end.replace(day=1):
        return None
    return span.start.replace(day=1)


def _of_date(error: DateFault, otherwise: str) -> CellFault:
    if error.code == "ce-year":
        return CellFault("table-ce-date", **{**error.detail})
    return CellFault(otherwise)


def in_year(column: Column, day: datetime.date, year: int) -> datetime.date:
    """The day, where it may be one of the column."""
    if column.in_year and fiscal_year(day) != year:
        raise CellFault("table-wrong-year", year=year)
    if not year - YEARS_BEHIND <= fiscal_year(day) <= year + YEARS_AHEAD:
        raise CellFault("table-date-out-of-reach", year=year)
    return day


def of_systems(column: Column, year: int, read: Read) -> Read:
    """The reader that also takes ``2025-02-10``, as a system writes the days of the Common Era below headings of its own."""

    def read_day(cell: str) -> Any:
        found = _SYSTEM_DAY.fullmatch(cell.strip())
        try:
            day = datetime.date(*map(int, found.groups())) if found else None
        except ValueError:
            day = None
        return read(cell) if day is None else in_year(column, day, year)

    return read_day


def of_serial(number: float) -> datetime.date | None:
    """The day that Excel counts by a number; None of a number that is none."""
    is_day = EARLIEST <= number < LATEST and number == int(number)
    return EXCEL_BEGAN + datetime.timedelta(days=int(number)) if is_day else None


def of_excel(column: Column, day: datetime.date, year: int) -> datetime.date:
    """A real day of a workbook; one in a year of the Buddhist Era was typed where Excel counts in C.E., and is that day."""
    if column.kind not in ("date", "month"):
        raise CellFault("table-date-for-text")
    if day.year >= FIRST_YEAR:
        try:
            day = day.replace(year=day.year - BE_OFFSET)
        except ValueError:  # 29 February, which not both years have
            raise CellFault("table-excel-be-date", meant=day.year - BE_OFFSET) from None
    return in_year(column, day.replace(day=1) if column.kind == "month" else day, year)
