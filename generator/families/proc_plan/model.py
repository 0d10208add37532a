"""The procurement plan: projects, their budget, method and month; or why none had to be announced."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.procurement import PLAN
from generator.models.disclosure import Presence, Shown, presence
from generator.models.shared import NoneStated
from generator.tables.totals import Tabled


class ProcPlan(Tabled):
    """แผนการจัดซื้อจัดจ้าง"""

    form = PLAN

    not_announced: NoneStated | None = Field(
        None, description="เหตุผลที่งานทั้งหมดหรือบางส่วนไม่ต้องประกาศแผน เช่น วงเงินไม่เกิน 500,000 บาท"
    )

    def shows(self) -> dict[str, Presence]:
        plan = self.presence_of("jobs", "job", "budget", "method", "planned_month")
        reason = presence("not-announced", self.not_announced)
        told = plan if plan.state is Shown.SHOWN else reason
        in_year = told if self.is_of_assessed_year else Presence(Shown.MISSING)
        return {"plan": told, "reason_none": reason, "in_year": in_year}
