"""Activities for integrity and openness that the head or another executive took part in."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.activities import Activity, activity_headlines
from generator.models.disclosure import Disclosure, Headline, Presence, presence
from generator.models.shared import Text


class ExecActivity(Activity):
    """กิจกรรมที่ผู้บริหารมีส่วนร่วม"""

    executives: tuple[Text, ...] = Field((), description="ผู้บริหารที่เข้าร่วม: ชื่อ ตำแหน่ง และสิ่งที่ทำ")


class ExecParticipation(Disclosure):
    """การมีส่วนร่วมของผู้บริหาร"""

    activities: tuple[ExecActivity, ...] = Field((), description="กิจกรรม เรียงตามวันที่")

    def headlines(self) -> Iterator[Headline]:
        yield from activity_headlines(self.activities)

    def shows(self) -> dict[str, Presence]:
        return {"activity": presence("activities", *(activity.executives for activity in self.activities))}
