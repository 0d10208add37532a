"""Projects: what is planned, how far it came, what it cost, what stood in the way.

A plan holds :class:`PlannedProject`, a report :class:`Project`, which is the same and what became of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from generator.blocks.spending import percent, total
from generator.models.disclosure import Disclosure, Headline, headline
from generator.models.scalars import Flag, Id, Line, Link, Whole
from generator.models.shared import Budget, Model, Numbered, Owner, Period, Remarks, Sourced, Text, short_form
from generator.writing.dates import quarter_days

_EVERYBODY = re.compile(r"[^0-9๐-๙]*(?:ทุก|ทั้งหมด|ทั้งองค์กร|ทั่วไป)[^0-9๐-๙]*")


class Head(Model):
    """จำนวนคน"""

    count: Whole = Field(description="จำนวนคนตามที่พิมพ์")
    more_than: Flag = Field(False, description="true = พิมพ์ว่า กว่า จำนวนนี้")

    _short = short_form("count")


def without_everybody(value: Any, key: str, text: str = "{}") -> Any:
    """What took place, with words for all who may come (``people: ทุกคน``), which are no number, under a key that is free.

    Args:
        text: how they read there.
    """
    people = value.get("people") if isinstance(value, dict) and key not in value else None
    if not isinstance(people, str) or not _EVERYBODY.fullmatch(people):
        return value
    return {**{name: said for name, said in value.items() if name != "people"}, key: text.format(people)}


class Progress(Numbered):
    """ความก้าวหน้าหนึ่งข้อ ซ้อนกันได้"""

    when: tuple[Period, ...] = Field((), description="วันหรือช่วงวันที่ของกิจกรรม")
    where: Text | None = Field(None, description="สถานที่หรือพื้นที่")
    people: Head | None = Field(None, description="จำนวนผู้เข้าร่วม")
    links: tuple[Link, ...] = Field((), description="ลิงก์ที่พิมพ์ไว้")
    progress: tuple[Progress, ...] = Field((), description="รายละเอียดย่อย")

    @model_validator(mode="before")
    @classmethod
    def _everybody_is_no_number(cls, value: Any) -> Any:
        return without_everybody(value, "note", "ผู้เข้าร่วม: {}")


class PlannedProject(Sourced):
    """โครงการหรือกิจกรรมหนึ่งเรื่องในแผน"""

    id: Id = Field("", description="รหัสสำหรับอ้างถึง; ไม่ระบุ = p- ตามด้วยลำดับในแฟ้ม เช่น p-1")
    number: Line | None = Field(None, description="เลขข้อตามที่พิมพ์")
    title: Text = Field(description="ชื่อโครงการหรือกิจกรรมตามที่พิมพ์")
    kind: Literal["project", "activity"] = Field("project", description="ประเภท: project โครงการ หรือ activity กิจกรรม")
    period: Period | None = Field(None, description="ระยะเวลา")
    owners: tuple[Owner, ...] = Field((), description="ผู้รับผิดชอบ")
    objectives: tuple[Numbered, ...] = Field((), description="วัตถุประสงค์")
    targets: tuple[Numbered, ...] = Field((), description="เป้าหมายหรือตัวชี้วัดของโครงการ")
    planned: Budget | None = Field(None, description="งบประมาณที่ตั้งไว้ในแผน")

    def is_in_year(self, year: int) -> bool:
        """Whether some day of it lies in a fiscal year; without a period nothing speaks against it."""
        days = self.period.span.days(year) if self.period else None
        first, last = quarter_days(year, 1, 4)
        return days is None or (days[0] <= last and first <= days[1])


class Project(PlannedProject):
    """โครงการหรือกิจกรรมหนึ่งเรื่อง และผลของเรื่องนั้น"""

    progress: tuple[Progress, ...] = Field((), description="ความก้าวหน้า หรือสิ่งที่ทำไปแล้ว")
    results: tuple[Numbered, ...] = Field((), description="ผลผลิตหรือผลลัพธ์เมื่อสิ้นปี")
    budget: Budget | None = Field(None, description="งบประมาณที่ใช้ดำเนินงาน")
    problems: Remarks | None = Field(None, description="ปัญหาและอุปสรรค")
    recommendations: Remarks | None = Field(None, description="ข้อเสนอแนะ")

    @property
    def percent_spent(self) -> Decimal | None:
        """Money used of the money planned; where either is stated as none there is no share."""
        return percent(self.budget.amount, self.planned.amount) if self.budget and self.planned else None


class Plan(Disclosure):
    """แผนที่มีโครงการและกิจกรรม"""

    projects: tuple[PlannedProject, ...] = Field((), description="โครงการและกิจกรรมในแผน")

    @field_validator("projects", mode="before")
    @classmethod
    def _ids_from_places(cls, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return [{"id": f"p-{n}", **one} if isinstance(one, dict) else one for n, one in enumerate(value, start=1)]

    @property
    def total_planned(self) -> Decimal:
        return total_of(project.planned for project in self.projects)

    def are_in_year(self, year: int) -> bool:
        """Whether no project has a period of other years only."""
        return all(project.is_in_year(year) for project in self.projects)

    def headlines(self) -> Iterator[Headline]:
        if self.projects:
            planned = [project.planned for project in self.projects if project.planned]
            amount = {"amount": self.total_planned} if planned else {}
            key = "money" if self.total_planned else "free" if len(planned) == len(self.projects) else "count"
            yield headline(f"projects.plans_{key}", count=len(self.projects), **amount)


class Report(Plan):
    """รายงานความก้าวหน้าหรือผลของโครงการและกิจกรรม"""

    projects: tuple[Project, ...] = Field((), description="โครงการและกิจกรรม")

    @property
    def total_spent(self) -> Decimal:
        return total_of(project.budget for project in self.projects)

    @property
    def percent_spent(self) -> Decimal | None:
        """Of all projects, where each says both what was planned and what was used."""
        if not all(project.planned and project.budget for project in self.projects):
            return None
        return percent(self.total_spent, self.total_planned)

    def headlines(self) -> Iterator[Headline]:
        if not self.projects:
            return
        count, spent = len(self.projects), self.total_spent
        if (share := self.percent_spent) is not None:
            yield headline("projects.used_of", count=count, spent=spent, planned=self.total_planned, share=share)
        elif spent:
            yield headline("projects.used", count=count, spent=spent)
        else:
            is_free = all(project.budget and project.budget.none for project in self.projects)
            yield headline(f"projects.{'used_nothing' if is_free else 'reported'}", count=count)


def total_of(budgets: Iterable[Budget | None]) -> Decimal:
    """The sum of the amounts that are told; a budget stated as none is nothing."""
    return total(budget.amount for budget in budgets if budget)
