"""A declaration that the head of the agency signs: what it says, in which languages, who signed it and when."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, headline
from generator.models.scalars import Date
from generator.models.shared import Numbered, Period, Text
from generator.writing.dates import fiscal_year


class Declaration(Disclosure):
    """ประกาศหรือคำมั่นที่หัวหน้าหน่วยงานลงนาม"""

    text: tuple[Text, ...] = Field((), description="ข้อความของประกาศ ทีละย่อหน้า; เขียน en ด้วยเพื่อให้มีฉบับภาษาอังกฤษ")
    commitments: tuple[Numbered, ...] = Field((), description="ข้อปฏิบัติหรือคำมั่นเป็นข้อ ๆ ต่อจากข้อความ")
    signer: Text | None = Field(None, description="ชื่อผู้ลงนาม")
    post: Text | None = Field(None, description="ตำแหน่งของผู้ลงนาม")
    date: Date | None = Field(None, description="วันที่ลงนาม")
    period: Period | None = Field(
        None, description="ช่วงเวลาที่ประกาศบอกว่าใช้ เช่น ปีงบประมาณ 2568; ไม่ระบุ = ปีงบประมาณของวันที่ลงนาม"
    )

    @property
    def is_in_english(self) -> bool:
        """Whether every paragraph and commitment is there in English too."""
        texts = (*self.text, *(one.text for one in self.commitments))
        return bool(self.text) and all(text.en for text in texts)

    @property
    def has_english(self) -> bool:
        """Whether any of it is there in English."""
        return any(text.en for text in (*self.text, *(one.text for one in self.commitments)))

    @property
    def is_for_assessed_year(self) -> bool:
        """Whether it says so itself or, where it names no period, was signed in that year."""
        if not self.is_of_assessed_year:
            return False
        if self.period:
            return self.covers_assessed_year(self.period)
        return self.date is not None and fiscal_year(self.date) == self.assessed_year

    def headlines(self) -> Iterator[Headline]:
        who = self.post or self.signer
        if who and self.date:
            yield headline("declarations.signed_on", who=who, day=self.date)
        elif who:
            yield headline("declarations.signed_by", who=who)
