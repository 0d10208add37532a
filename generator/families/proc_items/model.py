"""What was bought or is being bought: every job with its money, method, prices and winner."""

from __future__ import annotations

from generator.blocks.procurement import ITEMS
from generator.models.disclosure import Presence
from generator.tables.totals import Tabled


class ProcItems(Tabled):
    """รายการจัดซื้อจัดจ้าง"""

    form = ITEMS

    def shows(self) -> dict[str, Presence]:
        return {
            "job": self.presence_of("jobs", "job"),
            "budget": self.presence_of("jobs-budget", "budget"),
            "source_of_budget": self.presence_of("jobs-source_of_budget", "source_of_budget"),
            "status": self.presence_of("jobs-status", "status"),
            "method": self.presence_of("jobs-method", "method"),
            "median_price": self.presence_of("jobs-median_price", "median_price"),
            "agreed_price": self.presence_of("jobs-agreed_price", "agreed_price"),
            "winner": self.presence_of("jobs-winner", "winner"),
            "egp_number": self.presence_of("jobs-egp_number", "egp_number"),
        }
