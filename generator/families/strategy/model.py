"""The plan of several years: its strategies, what they are to reach, and how that is measured."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Line, Year
from generator.models.shared import Model, Numbered, Owner, PlanPeriod, Sourced, Text


class YearTarget(Model):
    """ค่าเป้าหมายของปีหนึ่งในแผน"""

    year: Year = Field(description="ปีงบประมาณ")
    target: Text = Field(description="ค่าเป้าหมาย เช่น ร้อยละ 80")


class StrategyIndicator(Numbered):
    """ตัวชี้วัดหนึ่งข้อ"""

    target: Text | None = Field(None, description="ค่าเป้าหมายเมื่อสิ้นแผน เช่น ร้อยละ 90")
    years: tuple[YearTarget, ...] = Field((), description="ค่าเป้าหมายของแต่ละปี ถ้าแผนกำหนดไว้")


class StrategyPart(Sourced):
    """ยุทธศาสตร์หรือประเด็นการพัฒนาหนึ่งเรื่อง"""

    number: Line | None = Field(None, description="เลขยุทธศาสตร์ตามที่พิมพ์")
    title: Text = Field(description="ชื่อยุทธศาสตร์ตามที่พิมพ์")
    goals: tuple[Numbered, ...] = Field((), description="เป้าหมายหรือเป้าประสงค์")
    indicators: tuple[StrategyIndicator, ...] = Field((), description="ตัวชี้วัด; เขียนเป็นข้อความเดียวก็ได้")
    approaches: tuple[Numbered, ...] = Field((), description="กลยุทธ์หรือแนวทาง")
    owners: tuple[Owner, ...] = Field((), description="ผู้รับผิดชอบ")


class Strategy(Disclosure):
    """แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน"""

    period: PlanPeriod | None = Field(None, description="ระยะเวลาของแผน เช่น ตุลาคม 2565 – กันยายน 2570")
    vision: Text | None = Field(None, description="วิสัยทัศน์")
    missions: tuple[Numbered, ...] = Field((), description="พันธกิจ")
    strategies: tuple[StrategyPart, ...] = Field((), description="ยุทธศาสตร์หรือประเด็นการพัฒนา")

    @property
    def is_long_term(self) -> bool:
        """Whether the plan runs for more than one year."""
        days = self.period.span.days(self.data_year) if self.period else None
        return days is not None and days[1] - days[0] > datetime.timedelta(days=365)

    def headlines(self) -> Iterator[Headline]:
        if self.strategies:
            names = tuple(one.title for one in self.strategies)
            yield headline("strategy.parts", count=len(names), names=names)
        if self.period:
            yield headline("strategy.lasts", period=self.period)

    def holds_in(self, year: int) -> bool:
        return self.is_long_term and self.covers_year(self.period, year)

    def shows(self) -> dict[str, Presence]:
        strategies = self.strategies
        return {
            "long_term": presence("period", self.is_long_term),
            "covers_year": presence("period", self.covers_assessed_year(self.period)),
            "strategies": presence("strategies", strategies),
            "goals": presence("strategies", *(strategy.goals for strategy in strategies)),
            "indicators": presence("strategies", *(strategy.indicators for strategy in strategies)),
        }
