"""What a review or an appraisal found, heading by heading, and the documents of it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.documents import Document
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Whole
from generator.models.shared import Numbered, Sourced, Text


class ReviewFinding(Sourced):
    """สิ่งที่พบเรื่องหนึ่ง"""

    title: Text = Field(description="เรื่องที่ประเมิน เช่น ชื่อมาตรฐาน หรือระดับผลการประเมิน")
    result: Text | None = Field(None, description="ผลหรือระดับที่ได้")
    people: Whole | None = Field(None, description="จำนวนคน ถ้าเป็นผลของบุคคล; ไม่ต้องบอกชื่อ")
    points: tuple[Numbered, ...] = Field((), description="รายละเอียดเป็นข้อ ๆ")


class Findings(Disclosure):
    """รายงานผลการประเมินหรือการทบทวน แยกตามเรื่อง"""

    findings: tuple[ReviewFinding, ...] = Field((), description="สิ่งที่พบแต่ละเรื่อง")
    documents: tuple[Document, ...] = Field((), description="รายงานฉบับเต็ม")

    def headlines(self) -> Iterator[Headline]:
        if self.findings:
            names = tuple(one.title for one in self.findings)
            yield headline("findings.found", count=len(names), names=names)
        elif self.documents:
            yield headline("findings.reports_of", count=len(self.documents))

    def shows(self) -> dict[str, Presence]:
        first = "findings" if self.findings else "reports"
        return {"report": presence(first, self.findings or any(one.is_readable for one in self.documents))}
