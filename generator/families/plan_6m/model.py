"""How far the year's plan came in the first six months, and what it has cost so far."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.projects import Report
from generator.models.disclosure import Presence, presence
from generator.models.shared import Period


class Plan6m(Report):
    """รายงานความก้าวหน้าของแผนดำเนินงาน รอบ 6 เดือน"""

    period: Period | None = Field(None, description="รอบของรายงาน เช่น รอบ 6 เดือน")

    def shows(self) -> dict[str, Presence]:
        projects = self.projects
        return {
            "progress": presence("projects", *(project.progress for project in projects)),
            "budget_spent": presence("spending", *(project.budget for project in projects)),
            "six_months": presence("round", self.covers_first_half(self.period)),
        }
