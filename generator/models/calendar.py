"""When an assessment is held: the steps of one assessed year, for one profile of agencies.

A calendar is data, as a catalogue is: those that come with the program stand in ``catalogues/<profile>/calendar/<year>.yaml``,
an agency's own in ``profiles/<profile>/calendar/<year>.yaml`` of its data, which replaces the program's of that year: days
move within a year when the NACC's system fails. A year without a calendar is one of which nothing was read.
"""

from __future__ import annotations

import datetime
from typing import Literal, Self

from pydantic import Field, model_validator

from generator.models.catalogue import Confidence
from generator.models.scalars import Date, Id, Year, fault
from generator.models.shared import Model, Text
from generator.writing.dates import write_date

StepKind = Literal[
    "announcement", "assessment", "register", "answer", "survey", "scoring", "explanation", "confirmation", "results"
]


class AssessmentStep(Model):
    """ขั้นตอนหนึ่งของการประเมิน"""

    kind: StepKind = Field(
        description="ขั้นตอน: announcement ประกาศปฏิทิน, assessment ช่วงการประเมินทั้งหมด, register ลงทะเบียน, answer ตอบ OIT, survey ตอบ IIT และ EIT, scoring ให้คะแนน, explanation ชี้แจง, confirmation ยืนยันคะแนน, results ประกาศผล"
    )
    start: Date | None = Field(None, description="วันแรก; ไม่ระบุ = ไม่ทราบ")
    end: Date | None = Field(None, description="วันสุดท้าย; ไม่ระบุ = วันเดียวกับวันแรก")
    known_to: Literal["day", "month"] = Field("day", description="month = ทราบเพียงเดือน ไม่ทราบวัน")
    confidence: Confidence = Field("unverified", description="แน่ใจเพียงใดในวัน")
    source: Text = Field(description="อ่านจากที่ใด")
    note: Text | None = Field(None, description="หมายเหตุ เช่น เลื่อนจากเดิมเพราะเหตุใด")

    @model_validator(mode="after")
    def _has_days_in_order(self) -> Self:
        if self.start is None and self.end is None:
            raise fault("step-without-day")
        if self.first > self.last:
            raise fault("period-reversed", value=f"{write_date(self.first)} – {write_date(self.last)}")
        return self

    @property
    def first(self) -> datetime.date:
        """The first day; the last one where the first is not known."""
        return self.start or self.end or datetime.date.min

    @property
    def last(self) -> datetime.date:
        return self.end or self.start or datetime.date.min


class Calendar(Model):
    """ปฏิทินการประเมินของหนึ่งปี สำหรับหน่วยงานประเภทหนึ่ง"""

    profile: Id = Field(description="ประเภทหน่วยงาน")
    year: Year = Field(description="ปีงบประมาณที่ประเมิน")
    steps: tuple[AssessmentStep, ...] = Field(description="ขั้นตอนที่ทราบ ตามลำดับเวลา", min_length=1)

    @property
    def answer(self) -> AssessmentStep | None:
        """The step by whose last day every item must be answered, where the day itself is known."""
        return next((one for one in self.steps if one.kind == "answer" and one.known_to == "day"), None)
