"""Assets and benefits that officials took by custom, and what was done to make the rules on them known."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.activities import Activity
from generator.blocks.gifts import Gifts
from generator.models.disclosure import Presence, presence


class GiftReport(Gifts):
    """รายงานการรับทรัพย์สินหรือประโยชน์โดยธรรมจรรยา"""

    activities: tuple[Activity, ...] = Field((), description="กิจกรรมเสริมสร้างความรู้เรื่องหลักเกณฑ์การรับทรัพย์สินหรือประโยชน์ ถ้ามี")

    def shows(self) -> dict[str, Presence]:
        return {
            "report": presence("gifts", self.gifts),
            "previous_year": presence("gifts", self.gifts, self.is_of_previous_year and self.are_of_data_year),
        }
