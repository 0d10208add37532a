"""Scores, one kind for IIT, EIT with its two parts, and OIT of any year, and what a document claims of them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from generator.models.scalars import Figure, Id, Line, Whole, fault
from generator.models.shared import Model, Sourced, Text, short_form


class Printing(Sourced):
    """คะแนนเดียวกันที่พิมพ์อีกแห่งหนึ่ง จะตรงกันหรือไม่ก็ตาม"""

    score: Figure | None = Field(None, description="คะแนนตามที่พิมพ์")
    level: Line | None = Field(None, description="ระดับตามที่พิมพ์ เช่น A หรือ ผ่าน")
    previous: Figure | None = Field(None, description="คะแนนของปีก่อนที่พิมพ์ไว้คู่กัน")
    difference: Figure | None = Field(None, description="ผลต่างจากปีก่อนตามที่พิมพ์ (ลดลงเป็นลบ)")

    @model_validator(mode="before")
    @classmethod
    def _from_figure(cls, value: Any) -> Any:
        if value is None:
            raise fault("empty-value")
        is_figure = isinstance(value, str) and not any(info.is_required() for info in cls.model_fields.values())
        return {"score": value} if is_figure else value


class Parts(Model):
    """คะแนน EIT สองส่วน"""

    public: Printing | None = Field(None, description="ส่วนที่ 1 ผู้มีส่วนได้ส่วนเสียภายนอกทั่วไป (EIT Public)")
    survey: Printing | None = Field(None, description="ส่วนที่ 2 จากการสำรวจ (EIT Survey)")


class Score(Printing):
    """คะแนนหนึ่งค่าของปีหนึ่ง"""

    parts: Parts | None = Field(None, description="คะแนนสองส่วน เฉพาะ EIT")
    restated: tuple[Printing, ...] = Field((), description="ที่อื่นในเอกสารที่พิมพ์คะแนนนี้ซ้ำ")


class Claim(Model):
    """คำกล่าวของเอกสารเกี่ยวกับตัวเลข เช่น มีกี่ข้อที่ต่ำกว่า 85 และข้อใดต่ำที่สุด"""

    kind: Literal["below_target", "lowest", "highest", "all_in_class", "decreased_most", "above_mean"] = Field(
        description="ชนิดของคำกล่าว: ต่ำกว่าเป้าหมาย ต่ำที่สุด สูงที่สุด ทั้งหมดอยู่ในกลุ่ม ลดลงมากที่สุด สูงกว่าค่าเฉลี่ย"
    )
    among: Literal["instruments", "indicators", "questions", "items", "total"] = Field(description="กล่าวถึงอะไร")
    subjects: tuple[Line, ...] = Field((), description="รหัสหรือเลขที่กล่าวถึง เช่น I1 หรือเลขตัวชี้วัด ตามที่พิมพ์")
    count: Whole | None = Field(None, description="จำนวนที่พิมพ์ไว้")
    than: Figure | None = Field(None, description="ค่าที่ใช้เทียบ เช่น 85")
    score: Figure | None = Field(None, description="คะแนนที่พิมพ์ไว้ในคำกล่าว")
    difference: Figure | None = Field(None, description="ผลต่างที่พิมพ์ไว้ในคำกล่าว (ลดลงเป็นลบ)")
    class_: Id | None = Field(None, alias="class", description="กลุ่มที่กล่าวถึง")
    within: Line | None = Field(None, description="ขอบเขตของคำกล่าว เช่น แบบวัด IIT หรือตัวชี้วัดที่ 7")


class Finding(Sourced):
    """ข้อค้นพบจากการวิเคราะห์ พร้อมคำกล่าวที่ตรวจกับตัวเลขได้"""

    text: Text = Field(description="ข้อค้นพบ")
    claims: tuple[Claim, ...] = Field((), description="คำกล่าวที่ตรวจกับตัวเลขได้")

    _short = short_form("text")
