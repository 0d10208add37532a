"""The six-month report of the anti-corruption plan: projects and how far they came."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.projects import Report
from generator.models.disclosure import Presence, presence
from generator.models.shared import Period


class ProgressReport(Report):
    """รายงานความก้าวหน้าของโครงการและกิจกรรม รอบ 6 เดือนหรือทั้งปี"""

    period: Period | None = Field(None, description="รอบของรายงาน เช่น รอบ 6 เดือน")

    def shows(self) -> dict[str, Presence]:
        projects = self.projects
        return {
            "projects": presence("projects", projects),
            "objectives": presence("projects", *(project.objectives for project in projects)),
            "progress": presence("projects", *(project.progress for project in projects)),
            "budget": presence("spending", *(project.budget for project in projects)),
            "problems": presence("projects", *(project.problems for project in projects)),
            "recommendations": presence("projects", *(project.recommendations for project in projects)),
        }


class Ac6m(ProgressReport):
    """รายงานการป้องกันการทุจริต รอบ 6 เดือน"""
