"""What outsiders were asked to take part in, who did, what came of it, and what was improved with it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.activities import Activity, activity_headlines
from generator.models.disclosure import Disclosure, Headline, Presence, presence
from generator.models.shared import Remarks


class Engagement(Activity):
    """เรื่องหนึ่งที่เปิดให้คนภายนอกมีส่วนร่วม"""

    improvements: Remarks | None = Field(None, description="การนำผลไปปรับปรุงงานเป็นข้อ ๆ หรือกล่าวว่าไม่มี")


class Participation(Disclosure):
    """การเปิดโอกาสให้เกิดการมีส่วนร่วม"""

    activities: tuple[Engagement, ...] = Field((), description="เรื่องที่เปิดให้มีส่วนร่วม")

    def headlines(self) -> Iterator[Headline]:
        yield from activity_headlines(self.activities)

    def shows(self) -> dict[str, Presence]:
        activities = self.activities
        return {
            "topic": presence("activities", activities),
            "participants": presence(
                "activity-1-participants", *(one.participants or one.people for one in activities)
            ),
            "result": presence("activity-1-results", *(one.results for one in activities)),
            "improvement": presence("activity-1-improvements", *(one.improvements for one in activities)),
            "in_year": presence("activities", any(one.is_in_year(self.assessed_year) for one in activities)),
        }
