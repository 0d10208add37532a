"""Who approved what for publication, and when (``approvals.yaml``); what was approved stands beside it, by its hash."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from generator.models.scalars import Date, Digest, Id, Line, Year
from generator.models.shared import Model, Text


def _or_nothing(schema: dict[str, Any]) -> None:
    """Editors accept a key with nothing behind it."""
    listed = {key: schema.pop(key) for key in ("type", "items") if key in schema}
    schema["anyOf"] = [listed, {"type": "null"}]


class ApprovedFile(Model):
    """แฟ้มหนึ่งแฟ้มตามที่อนุมัติ: แฟ้มข้อมูล ตาราง หรือเอกสารแนบ"""

    file: Line = Field(description="ที่อยู่ของแฟ้มในโฟลเดอร์ข้อมูลเมื่ออนุมัติ เช่น 2568/O14-hr_plan.yaml หรือ files/2568/plan.pdf")
    sha256: Digest = Field(
        description="ค่าแฮช SHA-256 ของเนื้อหาที่อนุมัติ โปรแกรมคำนวณเอง; ของแฟ้ม .yaml นับโดยไม่สนใจวิธีขึ้นบรรทัดใหม่ของเครื่อง"
    )


class Approval(Model):
    """การอนุมัติให้เผยแพร่เรื่องหนึ่งของปีหนึ่ง"""

    family: Id = Field(description="ประเภทของเนื้อหาที่อนุมัติ เช่น hr_plan; คงเดิมแม้เลขข้อหรือชื่อแฟ้มเปลี่ยน")
    assessed_year: Year = Field(description="ปีงบประมาณที่ประเมิน")
    item: Line | None = Field(None, description="เลขข้อในวันที่อนุมัติ ไว้ให้คนอ่าน เช่น O14")
    by: Text = Field(description="ชื่อและตำแหน่งของผู้อนุมัติ แสดงบนหน้าของข้อตามที่พิมพ์")
    date: Date = Field(description="วันที่อนุมัติ")
    files: tuple[ApprovedFile, ...] = Field(
        (), description="เนื้อหาที่อนุมัติ: แฟ้มข้อมูลของเรื่องเป็นแฟ้มแรก ตามด้วยตารางและเอกสารแนบทุกแฟ้ม; ไม่มี = อนุมัติให้เลิกเผยแพร่"
    )


class Approvals(Model):
    """การอนุมัติให้เผยแพร่ (approvals.yaml) ซึ่ง oit approve เขียน; ของเรื่องเดียวกันการอนุมัติที่อยู่หลังสุดมีผล"""

    approvals: tuple[Approval, ...] = Field((), description="การอนุมัติทั้งหมด ตามลำดับที่บันทึก", json_schema_extra=_or_nothing)
