"""The year before as a whole: jobs and amounts by method, problems, recommendations, and the list of jobs."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.procurement import ANNUAL
from generator.models.disclosure import Presence, presence
from generator.models.shared import Remarks
from generator.tables.totals import Tabled


class ProcAnnual(Tabled):
    """รายงานผลการจัดซื้อจัดจ้างประจำปี"""

    form = ANNUAL

    problems: Remarks | None = Field(None, description="ปัญหาและอุปสรรคในการจัดซื้อจัดจ้าง")
    recommendations: Remarks | None = Field(None, description="ข้อเสนอแนะ")

    def shows(self) -> dict[str, Presence]:
        return {
            "count_by_method": self.presence_of("by-method", "method"),
            "amount_by_method": self.presence_of("by-method", "method", "agreed_price"),
            "problems": presence("problems", self.problems),
            "recommendations": presence("recommendations", self.recommendations),
            "job_list": self.presence_of("jobs", "job"),
            "previous_year": presence("jobs", self.is_of_previous_year and self.rows),
        }
