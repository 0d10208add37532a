"""What came of the year before: results and cost of each project, problems, recommendations."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.projects import Report
from generator.models.disclosure import Presence, presence
from generator.models.shared import Remarks


class AnnualReport(Report):
    """รายงานผลการดำเนินงานประจำปี"""

    problems: Remarks | None = Field(None, description="ปัญหาและอุปสรรคในภาพรวม; หรือเขียนไว้ในแต่ละโครงการ")
    recommendations: Remarks | None = Field(None, description="ข้อเสนอแนะในภาพรวม; หรือเขียนไว้ในแต่ละโครงการ")

    def shows(self) -> dict[str, Presence]:
        projects = self.projects
        is_of_year = self.is_of_previous_year and self.are_in_year(self.data_year)
        return {
            "results": presence("projects", *(project.results or project.progress for project in projects)),
            "budget_used": presence("spending", *(project.budget for project in projects)),
            "problems": presence("problems", self.problems)
            if self.problems
            else presence("projects", *(project.problems for project in projects)),
            "recommendations": presence("recommendations", self.recommendations)
            if self.recommendations
            else presence("projects", *(project.recommendations for project in projects)),
            "previous_year": presence("projects", projects, is_of_year),
        }
