"""Rules or measures of the agency on one matter: what they say, the documents, and what was done to keep them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.activities import Activity
from generator.blocks.documents import Document
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.shared import Numbered


class RuleSet(Disclosure):
    """หลักเกณฑ์หรือมาตรการของหน่วยงานในเรื่องหนึ่ง"""

    rules: tuple[Numbered, ...] = Field((), description="หลักเกณฑ์หรือมาตรการโดยสรุปเป็นข้อ ๆ")
    documents: tuple[Document, ...] = Field((), description="กฎหมาย ประกาศ หรือคำสั่งฉบับเต็ม")
    activities: tuple[Activity, ...] = Field((), description="กิจกรรมที่ทำตามหลักเกณฑ์ หรือทำให้เจ้าหน้าที่รู้ เช่น การชี้แจง สื่อเผยแพร่")

    def headlines(self) -> Iterator[Headline]:
        if self.rules:
            yield headline("rules.set", count=len(self.rules))
        if self.documents:
            names = tuple(one.title for one in self.documents)
            yield headline("rules.papers", count=len(names), names=names)

    def shows(self) -> dict[str, Presence]:
        first = "rules" if self.rules else "laws"
        return {"rules": presence(first, self.rules or any(one.is_readable for one in self.documents))}
