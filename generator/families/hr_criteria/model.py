"""The rules that staff are recruited, appointed, developed, appraised, rewarded and disciplined by."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Date, Link
from generator.models.shared import Model, Numbered, Owner, Sourced, Text


class RuleDocument(Model):
    """ประกาศ ระเบียบ หรือหนังสือเวียนที่กำหนดหลักเกณฑ์"""

    title: Text = Field(description="ชื่อเอกสาร")
    date: Date | None = Field(None, description="วันที่ของเอกสาร")
    link: Link | None = Field(None, description="ที่อยู่เว็บของเอกสาร; ถ้าเป็นแฟ้มให้ใส่ใน evidence แทน")


class Criteria(Sourced):
    """หลักเกณฑ์ด้านหนึ่ง"""

    text: Text | None = Field(None, description="สรุปหลักเกณฑ์ใน 1-3 ประโยค")
    points: tuple[Numbered, ...] = Field((), description="หลักเกณฑ์เป็นข้อ ๆ")
    documents: tuple[RuleDocument, ...] = Field((), description="เอกสารที่กำหนดหลักเกณฑ์")
    owners: tuple[Owner, ...] = Field((), description="หน่วยงานภายในที่ดูแล ถ้าต่างจากของทั้งเรื่อง")

    @property
    def is_disclosed(self) -> bool:
        return bool(self.text or self.points or self.documents)


class HrCriteria(Disclosure):
    """หลักเกณฑ์การบริหารและพัฒนาทรัพยากรบุคคล"""

    recruitment: Criteria | None = Field(None, description="การสรรหาและคัดเลือกบุคลากร")
    appointment: Criteria | None = Field(None, description="การบรรจุและแต่งตั้งบุคลากร")
    development: Criteria | None = Field(None, description="การพัฒนาบุคลากร")
    appraisal: Criteria | None = Field(None, description="การประเมินผลการปฏิบัติงาน")
    reward_and_discipline: Criteria | None = Field(None, description="การให้คุณให้โทษและการสร้างขวัญกำลังใจ")

    @property
    def parts(self) -> dict[str, Criteria | None]:
        """The five parts in the order that the assessment names them; each is the component of the same name."""
        return {
            "recruitment": self.recruitment,
            "appointment": self.appointment,
            "development": self.development,
            "appraisal": self.appraisal,
            "reward_and_discipline": self.reward_and_discipline,
        }

    def headlines(self) -> Iterator[Headline]:
        told = [part for part in self.parts.values() if part and part.is_disclosed]
        if told:
            yield headline("hr_criteria.told", count=len(told), all=len(self.parts))

    def shows(self) -> dict[str, Presence]:
        return {name: presence(name, part and part.is_disclosed) for name, part in self.parts.items()}
