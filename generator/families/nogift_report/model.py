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
        }
