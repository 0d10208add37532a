"""Complaints about corruption: how many came in, how many are finished, how many are pending."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Date, Whole
from generator.models.shared import Numbered, Period, Sourced, Text
from generator.writing.dates import write_date


class Complaints(Sourced):
    """จำนวนเรื่องร้องเรียนที่รับไว้; แยกตามเดือนและประเภทเท่าที่เอกสารแยก เรื่องหนึ่งนับในแถวเดียว"""

    period: Period | None = Field(None, description="เดือนหรือช่วงที่รับเรื่อง เช่น ธันวาคม 2567")
    kind: Text | None = Field(None, description="ประเภทเรื่อง เช่น การจัดซื้อจัดจ้าง")
    finished: Whole = Field(description="จำนวนเรื่องที่ดำเนินการแล้วเสร็จ")
    pending: Whole = Field(description="จำนวนเรื่องที่อยู่ระหว่างดำเนินการ")


@dataclass(frozen=True)
class Counted:
    """Complaints of a month or a kind, added up; what they have in common is None where the data do not say."""

    of: Period | Text | None
    finished: int
    pending: int

    @property
    def total(self) -> int:
        return self.finished + self.pending


class ComplaintStats(Disclosure):
    """สถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"""

    period: Period | None = Field(
        None, description="ช่วงของสถิติ เช่น 1 ต.ค. 67 - 31 มี.ค. 68; เดือนในช่วงนี้ที่ไม่มีเรื่องจะแสดงเป็น 0 ให้เอง"
    )
    as_of: Date | None = Field(None, description="วันที่นับว่าเรื่องใดเสร็จแล้ว")
    complaints: tuple[Complaints, ...] = Field(
        (), description="เรื่องที่รับไว้ เขียนเฉพาะเดือนที่มี; เอกสารที่มีแต่ยอดรวมเขียนแถวเดียว จำนวนทั้งหมดคำนวณให้"
    )
    outcomes: tuple[Numbered, ...] = Field((), description="ผลของเรื่องที่เสร็จแล้ว โดยไม่ระบุตัวบุคคล")

    @property
    def counted(self) -> Counted:
        """All of them."""
        return _add(None, self.complaints)

    @property
    def by_period(self) -> tuple[Counted, ...]:
        """By month or other period, months without any among them; nothing where the data do not tell periods."""
        if not any(one.period for one in self.complaints):
            return ()
        groups: dict[tuple[datetime.date, datetime.date] | None, list[Complaints]] = {}
        periods: dict[tuple[datetime.date, datetime.date] | None, Period | None] = {}
        for one in self.complaints:
            days = self._days(one.period)
            groups.setdefault(days, []).append(one)
            periods.setdefault(days, one.period)
        if all(days is None or _is_month(days) for days in groups):
            for days in self._months():
                groups.setdefault(days, [])
                periods.setdefault(days, _period(days))
        order = sorted(groups, key=lambda days: (days is None, days or ()))
        return tuple(_add(periods[days], groups[days]) for days in order)

    @property
    def by_kind(self) -> tuple[Counted, ...]:
        """By kind in the order of the data; nothing where the data do not tell kinds."""
        if not any(one.kind for one in self.complaints):
            return ()
        groups: dict[str, list[Complaints]] = {}
        for one in self.complaints:
            groups.setdefault(one.kind.th if one.kind else "", []).append(one)
        return tuple(_add(rows[0].kind, rows) for rows in groups.values())

    def headlines(self) -> Iterator[Headline]:
        if self.complaints:
            of = self.counted
            if of.total:
                yield headline("complaint_stats.came", total=of.total, finished=of.finished, pending=of.pending)
            else:
                yield headline("complaint_stats.none_came")
            if self.period and not self.covers_assessed_year(self.period):
                yield headline("complaint_stats.within", period=self.period)

    def shows(self) -> dict[str, Presence]:
        return {
            "total": presence("total", self.complaints),
            "finished": presence("finished", self.complaints),
            "pending": presence("pending", self.complaints),
            "six_months": presence("total", self.complaints, self.covers_first_half(self.period)),
            "previous_year": presence("total", self.complaints, self.is_of_previous_year),
        }

    def _days(self, period: Period | None) -> tuple[datetime.date, datetime.date] | None:
        return period.span.days(self.data_year) if period else None

    def _months(self) -> Iterable[tuple[datetime.date, datetime.date]]:
        """First and last day of every whole month of the period."""
        if not (days := self._days(self.period)):
            return
        start, end = days
        while (month := (start, _following(start) - datetime.timedelta(days=1)))[1] <= end:
            if start.day == 1:
                yield month
            start = _following(start)


def _add(of: Period | Text | None, rows: Iterable[Complaints]) -> Counted:
    rows = tuple(rows)
    return Counted(of, sum(row.finished for row in rows), sum(row.pending for row in rows))


def _following(day: datetime.date) -> datetime.date:
    """The first day of the month after."""
    return datetime.date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _is_month(days: tuple[datetime.date, datetime.date]) -> bool:
    return days[0].day == 1 and days[1] == _following(days[0]) - datetime.timedelta(days=1)


def _period(days: tuple[datetime.date, datetime.date]) -> Period:
    return Period(text=f"{write_date(days[0])} ถึง {write_date(days[1])}")
