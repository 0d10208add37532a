"""What was bought or is being bought: every job with its money, method, prices and winner."""

from __future__ import annotations

from generator.blocks.procurement import ITEMS
from generator.models.disclosure import Told
from generator.tables.totals import Tabled


class ProcItems(Tabled):
    """รายการจัดซื้อจัดจ้าง"""

    form = ITEMS

    def shows(self) -> dict[str, Told]:
        return {
            "job": self.tells("jobs", "job"),
            "budget": self.tells("jobs", "budget"),
            "source_of_budget": self.tells("jobs", "source_of_budget"),
            "status": self.tells("jobs", "status"),
            "method": self.tells("jobs", "method"),
            "median_price": self.tells("jobs", "median_price"),
            "agreed_price": self.tells("jobs", "agreed_price"),
            "winner": self.tells("jobs", "winner"),
            "egp_number": self.tells("jobs", "egp_number"),
        }
