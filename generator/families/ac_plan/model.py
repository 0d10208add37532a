"""The anti-corruption plan: projects, what they cost, when they run."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.projects import Plan
from generator.models.disclosure import Presence, presence
from generator.models.shared import PlanPeriod


class AcPlan(Plan):
    """แผนปฏิบัติการป้องกันการทุจริต"""

    period: PlanPeriod | None = Field(
        None, description="ระยะเวลาของแผน เช่น ปีงบประมาณ 2568 หรือ ตุลาคม 2565 – กันยายน 2570"
    )

    def shows(self) -> dict[str, Presence]:
        projects = self.projects
        return {
            "projects": presence("projects", projects),
            "budget": presence("projects-table", *(project.planned for project in projects)),
            "period": presence("projects-table", *(project.period for project in projects)),
            "covers_year": presence("plan", self.covers_assessed_year(self.period)),
        }
