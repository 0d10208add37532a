"""What was spent of the year's budget in its first six months."""

from __future__ import annotations

from generator.blocks.spending import Spending
from generator.models.disclosure import Told, told
from generator.writing.dates import quarter_days


class Budget6m(Spending):
    """รายงานการใช้จ่ายงบประมาณ รอบ 6 เดือน"""

    def shows(self) -> dict[str, Told]:
        is_of_half = self.is_of_assessed_year and self.as_of == quarter_days(self.assessed_year, 1, 2)[1]
        return {
            "spending": told("lines", self.is_told),
            "six_months": told("total", self.lines, is_of_half),
        }
