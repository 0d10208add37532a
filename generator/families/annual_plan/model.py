"""The year's plan: projects, what they cost, when they run."""

from __future__ import annotations

from generator.blocks.projects import Plan
from generator.models.disclosure import Presence, presence


class AnnualPlan(Plan):
    """แผนดำเนินงานประจำปี"""

    def shows(self) -> dict[str, Presence]:
        projects = self.projects
        is_of_year = self.is_of_assessed_year and self.are_in_year(self.assessed_year)
        return {
            "projects": presence("projects", projects),
            "budget": presence("projects-table", *(project.planned for project in projects)),
            "period": presence("projects-table", *(project.period for project in projects)),
            "one_year": presence("projects", projects, is_of_year),
        }
