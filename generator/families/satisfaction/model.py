"""How content the people served were: who was asked, and the score of each aspect."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Figure, Whole
from generator.models.shared import Numbered, Period, Remarks, Sourced, Text


class Aspect(Sourced):
    """คะแนนของด้านหรืองานบริการหนึ่ง"""

    title: Text = Field(description="ด้านหรืองานบริการที่ถาม เช่น ด้านเจ้าหน้าที่")
    score: Figure = Field(description="คะแนนที่ได้")


class Satisfaction(Disclosure):
    """ผลสำรวจความพึงพอใจการให้บริการ"""

    period: Period | None = Field(None, description="ช่วงที่สำรวจ")
    method: Text | None = Field(None, description="ถามใครและถามอย่างไร")
    asked: Whole | None = Field(None, description="จำนวนคนที่ถาม")
    answered: Whole | None = Field(None, description="จำนวนคนที่ตอบ")
    out_of: Figure | None = Field(None, description="คะแนนเต็ม เช่น 5 หรือ 100 ร้อยละคำนวณให้")
    overall: Figure | None = Field(None, description="คะแนนรวมตามที่พิมพ์ ซึ่งอาจไม่ใช่ค่าเฉลี่ยธรรมดาของทุกด้าน")
    aspects: tuple[Aspect, ...] = Field((), description="คะแนนแต่ละด้าน")
    suggestions: Remarks | None = Field(None, description="ข้อเสนอแนะของผู้ตอบ")
    improvements: tuple[Numbered, ...] = Field((), description="สิ่งที่หน่วยงานปรับปรุงหรือจะปรับปรุง")

    def percent(self, score: Decimal) -> Decimal | None:
        """A score as per cent of the full score."""
        return (score * 100 / self.out_of).quantize(Decimal("0.01")) if self.out_of else None

    @property
    def share_answered(self) -> Decimal | None:
        """Per cent of those asked who answered, where both are told."""
        if not self.asked or self.answered is None:
            return None
        return (Decimal(self.answered) * 100 / self.asked).quantize(Decimal("0.1"))

    def headlines(self) -> Iterator[Headline]:
        if self.overall is not None and self.out_of:
            yield headline("satisfaction.overall_of", score=self.overall, full=self.out_of)
        if self.answered is not None:
            yield headline("satisfaction.answered_by", people=self.answered)

    def shows(self) -> dict[str, Presence]:
        return {
            "result": presence("result", self.out_of, self.overall is not None or self.aspects),
            "previous_year": presence("survey", self.is_of_previous_year),
        }
