"""What every disclosure has, whatever its family."""

from __future__ import annotations

from typing import Any, Self

from pydantic import Field, model_validator

from generator.models import Evidence, NoneStated, Owner, Sourced, Text
from generator.scalars import Date, Id, Year, fault


class Disclosure(Sourced):
    """การเปิดเผยข้อมูลหนึ่งเรื่องของปีหนึ่ง"""

    family: Id = Field(description="ประเภทของเนื้อหา เช่น measures; บัญชีรายการของปีจะให้เลขข้อ O เอง")
    assessed_year: Year = Field(description="ปีงบประมาณที่ประเมิน")
    data_year: Year = Field(description="ปีงบประมาณของข้อมูล ซึ่งอาจเป็นปีก่อนปีที่ประเมิน")
    title: Text | None = Field(None, description="ชื่อเรื่องหรือชื่อเอกสารตามที่พิมพ์")
    summary: Text | None = Field(None, description="สรุปให้ประชาชนเข้าใจใน 1-2 ประโยค")
    published: Date | None = Field(None, description="วันที่เผยแพร่")
    owner: Owner | None = Field(None, description="หน่วยงานภายในที่รับผิดชอบเรื่องนี้")
    evidence: tuple[Evidence, ...] = Field((), description="เอกสารที่เป็นคำตอบหรือหลักฐาน")
    none: NoneStated | None = Field(None, description="กล่าวว่าไม่มี เมื่อไม่มีเรื่องให้เปิดเผยจริง")

    def shows(self) -> dict[str, bool]:
        """Component → whether this disclosure shows it. A family names the components it knows."""
        return {}

    @model_validator(mode="before")
    @classmethod
    def _is_mapping(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            raise fault("not-a-mapping")
        return value

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        base = set(Disclosure.model_fields)
        body = any(getattr(self, name) for name in type(self).model_fields if name not in base)
        if not (body or self.evidence or self.none or self.summary):
            raise fault("empty-disclosure")
        return self
