"""The year's plan and how far it came in the first six months, in one."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.projects import Report
from generator.models.disclosure import Presence, presence
from generator.models.shared import Period


class PlanProgress(Report):
    """แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี"""

    period: Period | None = Field(None, description="รอบของความก้าวหน้า เช่น รอบ 6 เดือน")

    def shows(self) -> dict[str, Presence]:
        projects = self.projects
        is_of_year = self.is_of_assessed_year and self.are_in_year(self.assessed_year)
        return {
            "projects": presence("plan", projects),
            "budget": presence("projects-table", *(project.planned for project in projects)),
            "period": presence("projects-table", *(project.period for project in projects)),
            "one_year": presence("plan", projects, is_of_year),
            "progress": presence("progress", *(project.progress for project in projects)),
            "budget_spent": presence("spending", *(project.budget for project in projects)),
            "six_months": presence("progress", projects, self.covers_first_half(self.period)),
        }
