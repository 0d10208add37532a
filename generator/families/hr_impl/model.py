"""How far the staff policy or plan came in the first six months: progress and budget of each project."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.staff import StaffReport
from generator.models.disclosure import Presence, presence
from generator.models.shared import Period


class HrImpl(StaffReport):
    """การดำเนินการตามนโยบายหรือแผนการบริหารและพัฒนาทรัพยากรบุคคล"""

    period: Period | None = Field(None, description="รอบของรายงาน เช่น รอบ 6 เดือน")

    def shows(self) -> dict[str, Presence]:
        return {
            "progress": presence(self.first_side, *(project.progress for project in self.projects)),
            "budget": presence("budget", *(project.budget for project in self.projects)),
            "six_months": presence("period", self.covers_first_half(self.period)),
        }
