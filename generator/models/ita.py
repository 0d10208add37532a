"""ITA results of one year: total, instruments, indicators and questions, each a :class:`Score`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from generator.models.scalars import Code, Figure, Id, Line, Year, fault
from generator.models.scores import Finding, Printing, Score
from generator.models.shared import Sourced, Text
from generator.writing.figures import fold_digits

DEFAULT_TARGET = Decimal(85)
"""Of the assessment, where a result does not print its own (ita-oit §2)."""

Instrument = Literal["IIT", "EIT", "OIT"]


class IndicatorScore(Score):
    """คะแนนตัวชี้วัดหรือตัวชี้วัดย่อย"""

    number: Line = Field(description="เลขตัวชี้วัด เช่น 9 หรือ 9.4")
    title: Text = Field(description="ชื่อตัวชี้วัดตามที่พิมพ์")


class InstrumentScore(Score):
    """คะแนนแบบวัดหนึ่งแบบและตัวชี้วัดของแบบวัดนั้น"""

    instrument: Instrument = Field(description="แบบวัด IIT, EIT หรือ OIT")
    indicators: tuple[IndicatorScore, ...] = Field((), description="ตัวชี้วัดตามลำดับ")


class SubQuestion(Score):
    """ข้อย่อยของคำถาม"""

    text: Text = Field(description="ข้อความของข้อย่อยตามที่พิมพ์")


class Question(Score):
    """คำถามหนึ่งข้อของ IIT หรือ EIT หรือรายการหนึ่งข้อของ OIT"""

    id: Id = Field(description="รหัสสำหรับอ้างถึง; ไม่ระบุ = รหัสคำถามเป็นตัวเล็ก")
    code: Code | None = Field(None, description="รหัสคำถาม เช่น I1, E7, O26; ไม่ระบุ = เอกสารไม่ได้พิมพ์รหัส")
    printed_code: Line | None = Field(None, description="รหัสตามที่ปรากฏในสำเนา ถ้าต่างจากรหัสจริง")
    instrument: Instrument = Field(description="แบบวัด")
    indicator: Line | None = Field(None, description="เลขตัวชี้วัด; ไม่ระบุ = เอกสารไม่ได้บอก")
    text: Text = Field(description="คำถามหรือชื่อรายการตามที่พิมพ์")
    class_: Id | None = Field(None, alias="class", description="กลุ่มที่เอกสารจัดคำถามนี้ไว้")
    sub_questions: tuple[SubQuestion, ...] = Field((), description="ข้อย่อย")

    @model_validator(mode="before")
    @classmethod
    def _id_from_code(cls, value: Any) -> Any:
        if isinstance(value, dict) and "id" not in value and isinstance(value.get("code"), str):
            return {**value, "id": reference_key(value["code"]).replace(".", "-")}
        return value


class ClassMembers(Sourced):
    """คำถามของตัวชี้วัดหนึ่งที่อยู่ในกลุ่ม"""

    indicator: Line = Field(description="เลขตัวชี้วัด")
    title: Text = Field(description="ชื่อตัวชี้วัดตามที่พิมพ์")
    questions: tuple[Line, ...] = Field(description="รหัสคำถาม")


class ScoreClass(Sourced):
    """กลุ่มคะแนนที่หน่วยงานกำหนดเอง เช่น ควรรักษาระดับ ต้องพัฒนา ต้องแก้ไขเร่งด่วน"""

    id: Id = Field(description="รหัสของกลุ่ม")
    title: Text = Field(description="ชื่อกลุ่มตามที่พิมพ์")
    at_least: Figure | None = Field(None, description="คะแนนต่ำสุดของกลุ่ม")
    below: Figure | None = Field(None, description="คะแนนที่กลุ่มนี้ต้องต่ำกว่า")
    at_most: Figure | None = Field(None, description="คะแนนสูงสุดของกลุ่ม รวมค่านี้ด้วย")
    members: tuple[ClassMembers, ...] = Field((), description="สมาชิกของกลุ่มตามที่สรุปไว้")

    @model_validator(mode="after")
    def _one_end(self) -> Self:
        if self.below is not None and self.at_most is not None:
            raise fault("below-or-at-most")
        return self


class ItaResult(Sourced):
    """ผลการประเมิน ITA ของหนึ่งปี (แฟ้มในโฟลเดอร์ ita/)"""

    year: Year = Field(description="ปีงบประมาณที่ประเมิน")
    target: Figure | None = Field(None, description="ค่าเป้าหมายตามที่พิมพ์")
    national_mean: Printing | None = Field(None, description="ค่าเฉลี่ยระดับประเทศ")
    total: Score | None = Field(None, description="คะแนนรวม")
    instruments: tuple[InstrumentScore, ...] = Field((), description="คะแนนแต่ละแบบวัด")
    questions: tuple[Question, ...] = Field((), description="คะแนนรายข้อ")
    classes: tuple[ScoreClass, ...] = Field((), description="กลุ่มคะแนนที่หน่วยงานกำหนด")
    findings: tuple[Finding, ...] = Field((), description="ข้อค้นพบ")

    @property
    def is_blank(self) -> bool:
        """Whether it was opened and nothing but its year is filled in."""
        return not any(getattr(self, name) for name in ("total", "instruments", "questions", "classes", "findings"))

    def question(self, reference: str) -> Question | None:
        """The question with this id or code, however the code is written."""
        return self._by_reference.get(reference_key(reference))

    @cached_property
    def _by_reference(self) -> dict[str, Question]:
        found: dict[str, Question] = {}
        for question in self.questions:
            found.setdefault(reference_key(question.id), question)
            if question.code:
                found.setdefault(reference_key(question.code), question)
        return found

    def indicator(self, number: str) -> IndicatorScore | None:
        """The indicator with this number, in digits of either script."""
        wanted = reference_key(number)
        for instrument in self.instruments:
            for indicator in instrument.indicators:
                if reference_key(indicator.number) == wanted:
                    return indicator
        return None


@lru_cache(16_384)
def reference_key(text: str) -> str:
    """A code, id or number in the one form that references are compared in."""
    return "".join(fold_digits(text).split()).lower()


def anchor_part(number: str) -> str:
    """A printed number as part of an anchor: ``9.4`` → ``9-4``; small Latin letters, digits and hyphens only."""

    def replace(found: re.Match[str]) -> str:
        return "-" if found[0].isascii() else f"{ord(found[0]):x}"

    return re.sub(r"[^a-z0-9]", replace, reference_key(number))
