"""Who gave officials something in spite of the No Gift Policy, on what occasions, and what became of it."""

from __future__ import annotations

from generator.blocks.gifts import Gifts
from generator.models.disclosure import Told, told


class NogiftReport(Gifts):
    """รายงานผลตามนโยบาย No Gift Policy"""

    def shows(self) -> dict[str, Told]:
        return {
            "occasions": told("occasions", self.gifts),
            "givers": told("givers", self.gifts),
            "handling": told("gifts", *(gift.handling for gift in self.gifts)),
        }
