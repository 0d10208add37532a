"""What was done for staff in the year before: results, budget, head-count, people developed, problems."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from generator.blocks.staff import StaffReport
from generator.models.disclosure import Headline, Presence, headline, presence
from generator.models.scalars import Date, Figure, Whole
from generator.models.shared import Period, Remarks, Sourced, Text


class HeadCount(Sourced):
    """จำนวนบุคลากรของประเภทตำแหน่งหนึ่ง"""

    kind: Text = Field(description="ประเภทตำแหน่ง เช่น ข้าราชการ พนักงานราชการ ลูกจ้างประจำ")
    filled: Whole = Field(description="จำนวนคนที่ครองตำแหน่ง")
    vacant: Whole | None = Field(None, description="จำนวนตำแหน่งว่าง; ประเภทที่ไม่มีกรอบอัตรากำลังไม่ต้องเขียน")

    @property
    def total(self) -> int:
        return self.filled + (self.vacant or 0)


class Course(Sourced):
    """การอบรมหรือการพัฒนาหนึ่งหลักสูตร"""

    title: Text = Field(description="ชื่อหลักสูตรหรือกิจกรรม")
    period: Period | None = Field(None, description="วันหรือช่วงวันที่จัด")
    people: Whole = Field(description="จำนวนผู้เข้าร่วม")
    hours: Figure | None = Field(None, description="จำนวนชั่วโมงของหลักสูตร")


class HrReport(StaffReport):
    """รายงานผลการบริหารและพัฒนาทรัพยากรบุคคลประจำปี"""

    head_count: tuple[HeadCount, ...] = Field((), description="จำนวนบุคลากรแยกตามประเภทตำแหน่ง ผลรวมคำนวณให้")
    counted_on: Date | None = Field(None, description="วันที่นับจำนวนบุคลากร")
    people_developed: Whole | None = Field(None, description="จำนวนคนที่ได้รับการพัฒนาอย่างน้อยหนึ่งครั้ง คนหนึ่งนับครั้งเดียว")
    courses: tuple[Course, ...] = Field((), description="หลักสูตรที่จัดหรือส่งไปอบรม จำนวนคนและชั่วโมง")
    problems: Remarks | None = Field(None, description="ปัญหาและอุปสรรคในภาพรวม; หรือเขียนไว้ในแต่ละโครงการ")
    recommendations: Remarks | None = Field(None, description="ข้อเสนอแนะในภาพรวม; หรือเขียนไว้ในแต่ละโครงการ")

    @property
    def filled(self) -> int:
        return sum(one.filled for one in self.head_count)

    @property
    def vacant(self) -> int:
        return sum(one.vacant or 0 for one in self.head_count)

    @property
    def attendances(self) -> int:
        """Places taken in all courses; one person may have taken several."""
        return sum(course.people for course in self.courses)

    @property
    def share_developed(self) -> Decimal | None:
        """Per cent of the staff who were developed, where both are told."""
        if self.people_developed is None or not self.filled:
            return None
        return (Decimal(self.people_developed) * 100 / self.filled).quantize(Decimal("0.1"))

    def headlines(self) -> Iterator[Headline]:
        if self.head_count:
            yield headline("hr_report.staffed", filled=self.filled, vacant=self.vacant)
        if self.people_developed is not None:
            yield headline("hr_report.trained", people=self.people_developed)
        if not self.head_count and self.people_developed is None:
            yield from super().headlines()

    def shows(self) -> dict[str, Presence]:
        projects = self.projects
        return {
            "results": presence(self.first_side, *(project.results or project.progress for project in projects)),
            "budget": presence("budget", *(project.budget for project in projects)),
            "head_count": presence("head-count", self.head_count),
            "people_developed": presence("developed", self.people_developed is not None or self.courses),
            "problems": presence("problems", self.problems)
            if self.problems
            else presence(self.first_side, *(project.problems for project in projects)),
            "recommendations": presence("recommendations", self.recommendations)
            if self.recommendations
            else presence(self.first_side, *(project.recommendations for project in projects)),
            "previous_year": presence("year", self.is_of_previous_year),
        }
