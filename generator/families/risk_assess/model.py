"""The assessment of corruption risks: events, their level, and the measure against each."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.risks import Risk, count_by_level
from generator.models.disclosure import Disclosure, Presence, presence
from generator.models.shared import Numbered


class RiskAssess(Disclosure):
    """การประเมินความเสี่ยงการทุจริต"""

    risks: tuple[Risk, ...] = Field((), description="ความเสี่ยงที่ประเมิน")
    criteria: tuple[Numbered, ...] = Field((), description="เกณฑ์ให้คะแนนและแบ่งระดับความเสี่ยง")

    def shows(self) -> dict[str, Presence]:
        return {
            "bribery": presence("risks", any(risk.bribery for risk in self.risks)),
            "event": presence("risks", self.risks),
            "level": presence("risk-1-level", *(risk.level for risk in self.risks)),
            "measure": presence("risk-1-measures", *(risk.measures for risk in self.risks)),
        }

    @property
    def counts(self) -> list[tuple[str, int]]:
        return count_by_level(self.risks)
