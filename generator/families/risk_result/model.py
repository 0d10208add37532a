"""What was done against last year's corruption risks, and with what result."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.risks import Level, Risk, count_by_level
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Whole
from generator.models.shared import Numbered, Remarks


class RiskOutcome(Risk):
    """ความเสี่ยงหนึ่งเรื่องและผลของมาตรการ"""

    done: tuple[Numbered, ...] = Field((), description="สิ่งที่ทำตามมาตรการ")
    results: tuple[Numbered, ...] = Field((), description="ผลของมาตรการ")
    occurred: Whole | None = Field(None, description="เหตุการณ์เกิดขึ้นจริงกี่ครั้ง; 0 = ไม่เกิด")
    level_after: Level | None = Field(None, description="ระดับความเสี่ยงหลังทำมาตรการ: low, medium, high, very_high")


class RiskResult(Disclosure):
    """รายงานผลการจัดการความเสี่ยงการทุจริต"""

    risks: tuple[RiskOutcome, ...] = Field((), description="ความเสี่ยงและผลของมาตรการ")
    problems: Remarks | None = Field(None, description="ปัญหาและอุปสรรค")
    recommendations: Remarks | None = Field(None, description="ข้อเสนอแนะ")

    def headlines(self) -> Iterator[Headline]:
        if self.risks:
            yield headline("risk_result.treated", count=len(self.risks))
            if all(risk.occurred is not None for risk in self.risks):
                times = sum(risk.occurred or 0 for risk in self.risks)
                yield headline(f"risk_result.{'occurred' if times else 'never'}", times=times)

    def shows(self) -> dict[str, Presence]:
        return {
            "result": presence("risk-1-results", *(risk.results for risk in self.risks)),
            "previous_year": presence("risks", self.risks, self.is_of_previous_year),
        }

    @property
    def counts(self) -> list[tuple[str, int]]:
        """By the level that was assessed before."""
        return count_by_level(self.risks)
