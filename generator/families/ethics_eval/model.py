"""The evaluation of officials' ethics: how it was done, what it found, what it is used for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Figure, Line, Whole
from generator.models.shared import Numbered, Period, Sourced, Text


class EthicsResult(Sourced):
    """ผลการประเมินหนึ่งเรื่อง"""

    number: Line | None = Field(None, description="เลขข้อตามที่พิมพ์")
    subject: Text = Field(description="เรื่องที่ประเมิน เช่น ซื่อสัตย์สุจริต")
    score: Figure | None = Field(None, description="คะแนน")
    level: Text | None = Field(None, description="ระดับตามที่พิมพ์ เช่น ดีมาก")


class EthicsEval(Disclosure):
    """การประเมินจริยธรรมเจ้าหน้าที่ของรัฐ"""

    method: Text | None = Field(None, description="ประเมินอย่างไร ใครเป็นผู้ประเมิน")
    period: Period | None = Field(None, description="รอบการประเมิน")
    people: Whole | None = Field(None, description="จำนวนผู้รับการประเมิน")
    full_score: Figure | None = Field(None, description="คะแนนเต็มของแต่ละเรื่อง")
    results: tuple[EthicsResult, ...] = Field((), description="ผลการประเมินแต่ละเรื่อง")
    findings: tuple[Numbered, ...] = Field((), description="ข้อค้นพบ")
    uses: tuple[Numbered, ...] = Field((), description="การนำผลไปใช้ในการบริหารงานบุคคล")

    def headlines(self) -> Iterator[Headline]:
        if self.people:
            yield headline("ethics_eval.judged", people=self.people)
        if self.results:
            best = max(self.results, key=lambda one: one.score if one.score is not None else Decimal(-1))
            if best.score is not None and len(self.results) > 1:
                yield headline("ethics_eval.best", subject=best.subject, score=best.score, count=len(self.results))

    def shows(self) -> dict[str, Presence]:
        return {"report": presence("results", self.results or self.findings)}
