"""Activities: what was done, when and where, who took part and how many, what came of it, where it is reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import Field, model_validator

from generator.blocks.projects import Head, without_everybody
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Line, Link
from generator.models.shared import Model, Numbered, Period, Sourced, Text
from generator.writing.dates import quarter_days


class ActivityLink(Model):
    """ข่าว ภาพ หรือวิดีโอของกิจกรรมที่เปิดดูได้ทางเว็บ"""

    title: Text = Field(description="สิ่งที่จะพบเมื่อเปิด เช่น ภาพกิจกรรม")
    link: Link = Field(description="ที่อยู่เว็บ")


class Activity(Sourced):
    """กิจกรรมหนึ่งครั้งหรือหนึ่งเรื่อง"""

    number: Line | None = Field(None, description="เลขข้อตามที่พิมพ์")
    title: Text = Field(description="ชื่อกิจกรรม")
    period: Period | None = Field(None, description="วันที่หรือช่วงเวลาที่ทำ")
    where: Text | None = Field(None, description="สถานที่ หรือช่องทางออนไลน์")
    participants: Text | None = Field(None, description="ใครเข้าร่วม เช่น ผู้บริหารและบุคลากรทุกส่วนงาน")
    people: Head | None = Field(None, description="จำนวนผู้เข้าร่วม")
    done: tuple[Numbered, ...] = Field((), description="สิ่งที่ทำ")
    results: tuple[Numbered, ...] = Field((), description="ผลที่ได้")
    links: tuple[ActivityLink, ...] = Field((), description="ข่าว ภาพ หรือวิดีโอของกิจกรรม; แฟ้มให้ใส่ใน evidence")

    @model_validator(mode="before")
    @classmethod
    def _everybody_is_no_number(cls, value: Any) -> Any:
        return without_everybody(value, "participants")

    def is_in_year(self, year: int) -> bool:
        """Whether some day of it lies in a fiscal year."""
        days = self.period.span.days(year) if self.period else None
        first, last = quarter_days(year, 1, 4)
        return days is not None and days[0] <= last and first <= days[1]


class Activities(Disclosure):
    """กิจกรรมที่ทำในปีที่ประเมิน"""

    activities: tuple[Activity, ...] = Field((), description="กิจกรรม เรียงตามวันที่")

    def headlines(self) -> Iterator[Headline]:
        yield from activity_headlines(self.activities)

    def shows(self) -> dict[str, Presence]:
        in_year = any(activity.is_in_year(self.assessed_year) for activity in self.activities)
        return {
            "activities": presence("activities", *(activity.done or activity.links for activity in self.activities)),
            "in_year": presence("activities", self.is_of_assessed_year and in_year),
        }


def activity_headlines(activities: Sequence[Activity]) -> Iterator[Headline]:
    """How many there were and what they were; how many people came, where that is known of each and exactly."""
    if not activities:
        return
    yield headline("activities.held", count=len(activities), names=tuple(one.title for one in activities))
    if all(one.people and not one.people.more_than for one in activities):
        yield headline("activities.attended", people=sum(one.people.count for one in activities if one.people))
