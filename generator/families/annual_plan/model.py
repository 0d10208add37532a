"""The year's plan: projects, what they cost, when they run."""

from __future__ import annotations

from generator.blocks.projects import Plan
from generator.models.disclosure import Told, told


class AnnualPlan(Plan):
    """แผนดำเนินงานประจำปี"""

    def shows(self) -> dict[str, Told]:
        projects = self.projects
        is_of_year = self.is_of_assessed_year and self.are_in_year(self.assessed_year)
        return {
            "projects": told("projects", projects),
            "budget": told("projects-table", *(project.planned for project in projects)),
            "period": told("projects-table", *(project.period for project in projects)),
            "one_year": told("projects", projects, is_of_year),
        }
