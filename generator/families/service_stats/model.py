"""How many people each service was given to, those who came apart from those who asked online."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Whole
from generator.models.shared import NoneStated, Period, Sourced, Text


class Served(Sourced):
    """จำนวนผู้รับบริการในเดือนหรือช่วงหนึ่ง"""

    period: Period = Field(description="เดือน ไตรมาส หรือปี เช่น ตุลาคม 2567")
    walk_in: Whole = Field(description="จำนวนผู้มารับบริการด้วยตนเอง (Walk-in)")
    online: Whole | None = Field(None, description="จำนวนผู้รับบริการทาง E-Service")

    @property
    def total(self) -> int:
        return self.walk_in + (self.online or 0)


class ServiceCount(Sourced):
    """สถิติของงานบริการหนึ่ง"""

    title: Text = Field(description="ชื่องานบริการ")
    served: tuple[Served, ...] = Field(description="จำนวนผู้รับบริการแต่ละเดือนหรือช่วง ผลรวมคำนวณให้")
    no_online: NoneStated | None = Field(None, description="กล่าวว่างานนี้ไม่มี E-Service")

    @property
    def walk_in(self) -> int:
        return sum(one.walk_in for one in self.served)

    @property
    def online(self) -> int | None:
        """None where nothing is told of E-Service, which is not the same as nobody."""
        counts = [one.online for one in self.served if one.online is not None]
        return sum(counts) if counts else None

    @property
    def total(self) -> int:
        return self.walk_in + (self.online or 0)

    @property
    def tells_online(self) -> bool:
        return self.no_online is not None or all(one.online is not None for one in self.served)


class ServiceStats(Disclosure):
    """ข้อมูลสถิติการให้บริการ"""

    period: Period | None = Field(None, description="ช่วงของสถิติทั้งหมด เช่น 1 ต.ค. 67 - 31 มี.ค. 68")
    services: tuple[ServiceCount, ...] = Field((), description="สถิติของแต่ละงานบริการ")

    @property
    def walk_in(self) -> int:
        return sum(service.walk_in for service in self.services)

    @property
    def online(self) -> int:
        return sum(service.online or 0 for service in self.services)

    @property
    def total(self) -> int:
        return self.walk_in + self.online

    @property
    def share_online(self) -> Decimal | None:
        """Per cent of all who asked online."""
        return (Decimal(self.online) * 100 / self.total).quantize(Decimal("0.1")) if self.total else None

    def headlines(self) -> Iterator[Headline]:
        if self.services:
            yield headline("service_stats.served", total=self.total)
            if self.share_online is not None and self.online:
                yield headline("service_stats.by_net", online=self.online, share=self.share_online)

    def shows(self) -> dict[str, Presence]:
        services = self.services
        return {
            "people_served": presence("services", *(service.served for service in services)),
            "walk_in_and_online": presence("services", *(service.tells_online for service in services)),
            "six_months": presence("services", services, self.covers_first_half(self.period)),
            "previous_year": presence("services", services, self.is_of_previous_year),
        }
