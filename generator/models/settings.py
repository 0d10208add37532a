"""What an agency decides about the checks: which are off or weigh otherwise, and why (``checks.yaml``)."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Any, Literal

from pydantic import Field

from generator.models.scalars import Date, Id, Line
from generator.models.shared import Model, Text


def _or_nothing(schema: dict[str, Any]) -> None:
    """Editors accept a key with nothing behind it, as the blank has it."""
    listed = {key: schema.pop(key) for key in ("type", "items") if key in schema}
    schema["anyOf"] = [listed, {"type": "null"}]


class Setting(Model):
    """การตรวจหนึ่งอย่างที่ปิด หรือให้หนักเบาต่างไป"""

    code: Id = Field(description="รหัสของการตรวจ ดูทั้งหมดด้วย oit explain")
    severity: Literal["off", "advice", "warning", "error"] = Field(
        description="ความหนักเบา: off ไม่ตรวจ, advice แนะนำ, warning เตือน, error ผิดและไม่สร้างเว็บไซต์"
    )
    reason: Text = Field(description="เหตุผล ซึ่งจะแสดงในรายงานทุกครั้ง")
    files: tuple[Line, ...] = Field((), description="ใช้เฉพาะแฟ้มเหล่านี้ เช่น 2567/*.yaml; ไม่ระบุ = ทุกแฟ้ม")

    def is_about(self, code: str, file: str) -> bool:
        """Whether the setting speaks of a fault in a file, which is named from the data folder."""
        return code == self.code and (not self.files or any(fnmatchcase(file, pattern) for pattern in self.files))


class Decision(Model):
    """สิ่งที่คล้ายข้อมูลส่วนบุคคล ซึ่งเจ้าหน้าที่ดูแล้วและตัดสินให้เผยแพร่ได้"""

    file: Line = Field(description="แฟ้มที่พบ นับจากโฟลเดอร์ข้อมูล")
    found: Line = Field(description="สิ่งที่พบ ตามที่พิมพ์ หรือบางส่วนที่รายงานแสดง")
    reason: Text = Field(description="เผยแพร่ได้เพราะอะไร เช่น เป็นเบอร์กลางของหน่วยงาน")
    by: Line = Field(description="ตำแหน่งของผู้ตัดสิน")
    date: Date = Field(description="วันที่ตัดสิน")


class CheckSettings(Model):
    """การตั้งค่าการตรวจ (checks.yaml)"""

    settings: tuple[Setting, ...] = Field((), description="การตรวจที่ปิดหรือให้หนักเบาต่างไป", json_schema_extra=_or_nothing)
    decisions: tuple[Decision, ...] = Field(
        (), description="สิ่งที่คล้ายข้อมูลส่วนบุคคลซึ่งตัดสินแล้วว่าเผยแพร่ได้", json_schema_extra=_or_nothing
    )
