"""Notices under the procurement act in the assessed year."""

from __future__ import annotations

from generator.blocks.procurement import NOTICES
from generator.models.disclosure import Presence, Shown
from generator.tables.totals import Tabled


class ProcNotices(Tabled):
    """ประกาศการจัดซื้อจัดจ้าง"""

    form = NOTICES

    def shows(self) -> dict[str, Presence]:
        notices = self.presence_of("jobs", "title", "date", "kind", "link")
        # Every row lies in the year of the data: a date outside of it is a fault.
        return {"notices": notices, "in_year": notices if self.is_of_assessed_year else Presence(Shown.MISSING)}
