"""How an outsider complains about corruption, what happens then, who is responsible and how long it takes."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.steps import Step
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.shared import Numbered, Owner, Text


class ComplaintGuideline(Disclosure):
    """แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"""

    how: tuple[Numbered, ...] = Field((), description="วิธีที่บุคคลภายนอกร้องเรียน และรายละเอียดที่ต้องแจ้ง")
    steps: tuple[Step, ...] = Field((), description="ขั้นตอนการจัดการเรื่องร้องเรียน")
    units: tuple[Owner, ...] = Field((), description="หน่วยงานภายในที่รับผิดชอบเรื่องร้องเรียน")
    time: Text | None = Field(None, description="ระยะเวลาดำเนินการทั้งหมด")

    def headlines(self) -> Iterator[Headline]:
        if self.steps:
            yield headline("complaint_guideline.by_steps", count=len(self.steps))
        if self.time:
            yield headline("complaint_guideline.takes", time=self.time)

    def shows(self) -> dict[str, Presence]:
        return {
            "how": presence("how", self.how),
            "steps": presence("steps", self.steps),
            "unit": presence("unit", self.units),
            "time": presence("unit", self.time),
        }
