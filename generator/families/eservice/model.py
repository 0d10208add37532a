"""Systems that take requests online: what they do, where they are, how they are used and how much."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Link, Whole
from generator.models.shared import Numbered, Period, Sourced, Text
from generator.writing.dates import fiscal_year


class Usage(Sourced):
    """การใช้ระบบในเดือนหรือช่วงหนึ่ง"""

    period: Period = Field(description="เดือน ไตรมาส หรือปี เช่น ตุลาคม 2567")
    requests: Whole = Field(description="จำนวนคำขอที่ยื่นทางระบบ")

    def is_of_one_year(self, year: int) -> bool:
        """Whether it is counted within one fiscal year, and not since the system was opened."""
        days = self.period.span.days(year)
        return days is not None and fiscal_year(days[0]) == fiscal_year(days[1])


class System(Sourced):
    """ระบบให้บริการออนไลน์หนึ่งระบบ"""

    title: Text = Field(description="ชื่อระบบ")
    link: Link | None = Field(None, description="ที่อยู่เว็บของระบบ")
    does: tuple[Numbered, ...] = Field((), description="บริการที่ยื่นขอทางระบบนี้ได้")
    linked_from: Link | None = Field(None, description="หน้าของเว็บไซต์หลักที่มีลิงก์เข้าระบบ")
    how: tuple[Numbered, ...] = Field((), description="วิธีใช้โดยย่อเป็นข้อ ๆ")
    manual: Link | None = Field(None, description="ที่อยู่เว็บของคู่มือ; ถ้าเป็นแฟ้มให้ใส่ใน evidence ที่ shows มี manual")
    usage: tuple[Usage, ...] = Field((), description="สถิติการใช้ระบบแต่ละเดือนหรือช่วง ผลรวมคำนวณให้")

    @property
    def requests(self) -> int:
        return sum(one.requests for one in self.usage)


class Eservice(Disclosure):
    """ระบบให้บริการออนไลน์ (E-Service)"""

    systems: tuple[System, ...] = Field((), description="ระบบแต่ละระบบ")

    def headlines(self) -> Iterator[Headline]:
        if self.systems:
            names = tuple(system.title for system in self.systems)
            yield headline("eservice.online", count=len(names), names=names)
            if asked := sum(system.requests for system in self.systems):
                yield headline("eservice.asked", requests=asked)

    def shows(self) -> dict[str, Presence]:
        systems = self.systems
        return {
            "system": presence("system-1", *(system.link for system in systems)),
            "linked": presence("system-1-linked", *(system.linked_from for system in systems)),
            "manual": presence("system-1-manual", *(system.manual or system.how for system in systems)),
            "usage_stats": presence("system-1-usage", *(system.usage for system in systems)),
            "usage_stats_year": presence("system-1-usage", *(self._is_yearly(system) for system in systems)),
        }

    def _is_yearly(self, system: System) -> bool:
        return bool(system.usage) and all(one.is_of_one_year(self.data_year) for one in system.usage)
