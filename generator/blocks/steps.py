"""Steps of a procedure: what is done, by whom, in how much time."""

from __future__ import annotations

from pydantic import Field

from generator.models.shared import Numbered, Owner, Text


class Step(Numbered):
    """ขั้นตอนหนึ่งขั้น"""

    owners: tuple[Owner, ...] = Field((), description="หน่วยงานภายในที่ทำขั้นตอนนี้")
    time: Text | None = Field(None, description="เวลาที่ใช้ เช่น ไม่เกิน 15 วันทำการ")
