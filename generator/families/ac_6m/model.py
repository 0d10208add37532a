"""Projects and how far they came: the six-month and annual reports of the anti-corruption plan."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.disclosure import Disclosure
from generator.models import Budget, Model, Numbered, Owner, Period, Remarks, Sourced, Text
from generator.scalars import Flag, Id, Line, Link, Whole


class Head(Model):
    """จำนวนคน"""

    count: Whole = Field(description="จำนวนคนตามที่พิมพ์")
    more_than: Flag = Field(False, description="true = พิมพ์ว่า กว่า จำนวนนี้")


class Progress(Numbered):
    """ความก้าวหน้าหนึ่งข้อ ซ้อนกันได้"""

    when: tuple[Period, ...] = Field((), description="วันหรือช่วงวันที่ของกิจกรรม")
    where: Text | None = Field(None, description="สถานที่หรือพื้นที่")
    people: Head | None = Field(None, description="จำนวนผู้เข้าร่วม")
    links: tuple[Link, ...] = Field((), description="ลิงก์ที่พิมพ์ไว้")
    progress: tuple[Progress, ...] = Field((), description="รายละเอียดย่อย")


class Project(Sourced):
    """โครงการหรือกิจกรรมหนึ่งเรื่อง"""

    id: Id = Field(description="รหัสสำหรับอ้างถึง")
    number: Line | None = Field(None, description="เลขข้อตามที่พิมพ์")
    title: Text = Field(description="ชื่อโครงการหรือกิจกรรมตามที่พิมพ์")
    kind: Literal["project", "activity"] = Field("project", description="project โครงการ หรือ activity กิจกรรม")
    period: Period | None = Field(None, description="ระยะเวลา")
    owners: tuple[Owner, ...] = Field((), description="ผู้รับผิดชอบ")
    objectives: tuple[Numbered, ...] = Field((), description="วัตถุประสงค์")
    progress: tuple[Progress, ...] = Field((), description="ความก้าวหน้า")
    budget: Budget | None = Field(None, description="งบประมาณที่ใช้ดำเนินงาน")
    problems: Remarks | None = Field(None, description="ปัญหาและอุปสรรค")
    recommendations: Remarks | None = Field(None, description="ข้อเสนอแนะ")


class ProgressReport(Disclosure):
    """รายงานความก้าวหน้าของโครงการและกิจกรรม รอบ 6 เดือนหรือทั้งปี"""

    period: Period | None = Field(None, description="รอบของรายงาน เช่น รอบ 6 เดือน")
    projects: tuple[Project, ...] = Field((), description="โครงการและกิจกรรม")

    def shows(self) -> dict[str, bool]:
        projects = self.projects
        return {
            "projects": bool(projects),
            "objectives": bool(projects) and all(project.objectives for project in projects),
            "progress": bool(projects) and all(project.progress for project in projects),
            "budget": bool(projects) and all(project.budget for project in projects),
            "problems": bool(projects) and all(project.problems for project in projects),
            "recommendations": bool(projects) and all(project.recommendations for project in projects),
        }
