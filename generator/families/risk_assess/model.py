"""The assessment of corruption risks: events, their level, and the measure against each."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.risks import Risk, count_by_level
from generator.models.disclosure import Disclosure, Told, told
from generator.models.shared import Numbered


class RiskAssess(Disclosure):
    """การประเมินความเสี่ยงการทุจริต"""

    risks: tuple[Risk, ...] = Field((), description="ความเสี่ยงที่ประเมิน")
    criteria: tuple[Numbered, ...] = Field((), description="เกณฑ์ให้คะแนนและแบ่งระดับความเสี่ยง")

    def shows(self) -> dict[str, Told]:
        return {
            "bribery": told("risks", any(risk.bribery for risk in self.risks)),
            "event": told("risks", self.risks),
            "level": told("risk-1-level", *(risk.level for risk in self.risks)),
            "measure": told("risk-1-measures", *(risk.measures for risk in self.risks)),
        }

    @property
    def counts(self) -> list[tuple[str, int]]:
        return count_by_level(self.risks)
