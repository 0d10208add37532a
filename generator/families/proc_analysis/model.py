"""What the procurement of last year teaches: risks, problems, money saved, and what will be improved."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.documents import Document
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.shared import Remarks


class ProcAnalysis(Disclosure):
    """การวิเคราะห์ผลการจัดซื้อจัดจ้างของปีก่อน"""

    risks: Remarks | None = Field(None, description="การวิเคราะห์ความเสี่ยงเป็นข้อ ๆ หรือกล่าวว่าไม่มี")
    problems: Remarks | None = Field(None, description="ปัญหาและข้อจำกัดเป็นข้อ ๆ หรือกล่าวว่าไม่มี")
    savings: Remarks | None = Field(None, description="งบประมาณที่ประหยัดได้เป็นข้อ ๆ หรือกล่าวว่าไม่มี")
    improvements: Remarks | None = Field(None, description="แนวทางปรับปรุงเป็นข้อ ๆ หรือกล่าวว่าไม่มี")
    documents: tuple[Document, ...] = Field((), description="รายงานการวิเคราะห์ฉบับเต็ม")

    def headlines(self) -> Iterator[Headline]:
        for key in ("savings", "risks"):
            remarks = getattr(self, key)
            if remarks:
                yield headline(
                    f"proc_analysis.tells_{key}", text=remarks.none.reason if remarks.none else remarks.items[0].text
                )

    def shows(self) -> dict[str, Presence]:
        return {name: presence(name, getattr(self, name)) for name in ("risks", "problems", "savings", "improvements")}
