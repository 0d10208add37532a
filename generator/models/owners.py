"""Who is responsible for each item of a year, and when it is due: one table for all items, which Excel edits."""

from __future__ import annotations

from pydantic import Field

from generator.models.scalars import Date, Line, Year
from generator.models.shared import Model, Owner


class ItemOwner(Model):
    """ผู้รับผิดชอบและกำหนดส่งของข้อหนึ่ง"""

    code: Line | None = Field(None, description="เลขข้อตามที่พิมพ์ เช่น O14")
    title: Line | None = Field(None, description="ชื่อข้อ ใช้หาข้อเมื่อไม่มีเลข")
    owner: Owner | None = Field(None, description="หน่วยงานภายในที่รับผิดชอบข้อนี้")
    due: Date | None = Field(None, description="วันที่ต้องเสร็จ")


class ItemOwners(Model):
    """ผู้รับผิดชอบและกำหนดส่งของทุกข้อในปีหนึ่ง (<ปี>/owners.xlsx)"""

    year: Year = Field(description="ปีงบประมาณที่ประเมิน ตามโฟลเดอร์ของตาราง")
    items: tuple[ItemOwner, ...] = Field((), description="ข้อละแถว ลำดับใดก็ได้")
