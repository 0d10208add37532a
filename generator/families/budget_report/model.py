"""What was spent of last year's budget."""

from __future__ import annotations

from generator.blocks.spending import Spending
from generator.models.disclosure import Presence, presence
from generator.writing.dates import quarter_days


class BudgetReport(Spending):
    """รายงานผลการใช้จ่ายงบประมาณประจำปี"""

    def shows(self) -> dict[str, Presence]:
        is_whole = self.as_of is None or self.as_of >= quarter_days(self.data_year, 1, 4)[1]
        return {
            "spending": presence("lines", self.is_disclosed),
            "previous_year": presence("total", self.lines, self.is_of_previous_year and is_whole),
        }
