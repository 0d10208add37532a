"""Who gave officials something in spite of the No Gift Policy, on what occasions, and what became of it."""

from __future__ import annotations

from generator.blocks.gifts import Gifts
from generator.models.disclosure import Presence, presence


class NogiftReport(Gifts):
    """รายงานผลตามนโยบาย No Gift Policy"""

    def shows(self) -> dict[str, Presence]:
        return {
            "occasions": presence("occasions", self.gifts),
            "givers": presence("givers", self.gifts),
            "handling": presence("gifts", *(gift.handling for gift in self.gifts)),
            "report": presence("gifts", self.gifts),
            "previous_year": presence("gifts", self.gifts, self.is_of_previous_year and self.are_of_data_year),
        }
