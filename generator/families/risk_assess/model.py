"""The assessment of corruption risks: events, their level, and the measure against each."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.risks import Risk, count_by_level, level_headlines
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.shared import Numbered, Text


class RiskAssess(Disclosure):
    """การประเมินความเสี่ยงการทุจริต"""

    risks: tuple[Risk, ...] = Field((), description="ความเสี่ยงที่ประเมิน")
    round: Text | None = Field(None, description="รอบของเอกสาร เช่น รอบที่ 1 แผนบริหารจัดการความเสี่ยง")
    criteria: tuple[Numbered, ...] = Field((), description="เกณฑ์ให้คะแนนและแบ่งระดับความเสี่ยง")

    def headlines(self) -> Iterator[Headline]:
        if self.risks:
            yield headline("risks.judged", count=len(self.risks))
            yield from level_headlines(self.counts)

    def shows(self) -> dict[str, Presence]:
        return {
            "bribery": presence("risks", any(risk.bribery for risk in self.risks)),
            "event": presence("risks", self.risks),
            "level": presence("risk-1-level", *(risk.level for risk in self.risks)),
            "measure": presence("risk-1-measures", *(risk.measures for risk in self.risks)),
            "areas": presence("risks", {risk.area for risk in self.risks} >= {"budget", "office", "staff"}),
            "plan_round": presence("round", self.round),
        }

    @property
    def counts(self) -> list[tuple[str, int]]:
        return count_by_level(self.risks)
