"""The code of ethics that officials are held to, and the agency's own rules beside it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Date, Link
from generator.models.shared import Numbered, Sourced, Text


class EthicsRules(Sourced):
    """ประมวลจริยธรรมหรือข้อกำหนดจริยธรรมหนึ่งฉบับ"""

    title: Text = Field(description="ชื่อเต็มของประมวลหรือข้อกำหนด")
    issued_by: Text | None = Field(None, description="ผู้ออก และที่ประกาศ เช่น ราชกิจจานุเบกษา")
    date: Date | None = Field(None, description="วันที่ประกาศ")
    points: tuple[Numbered, ...] = Field((), description="สาระสำคัญเป็นข้อ ๆ ให้ประชาชนอ่านเข้าใจ")
    link: Link | None = Field(None, description="ที่อยู่เว็บของฉบับเต็ม; แฟ้มให้ใส่ใน evidence")


class EthicsCode(Disclosure):
    """ประมวลจริยธรรมสำหรับเจ้าหน้าที่ของรัฐ"""

    code: EthicsRules | None = Field(None, description="ประมวลจริยธรรมที่เจ้าหน้าที่ของหน่วยงานต้องถือปฏิบัติ")
    own_rules: EthicsRules | None = Field(None, description="ข้อกำหนดจริยธรรมของหน่วยงานเอง ถ้ามี")

    def headlines(self) -> Iterator[Headline]:
        for rules in (self.code, self.own_rules):
            if rules:
                yield headline("ethics_code.kept", title=rules.title)

    def shows(self) -> dict[str, Presence]:
        return {
            "code": presence("code", self.code, self.code and (self.code.points or self.code.link)),
            "own_rules": presence("own-rules", self.own_rules),
        }
