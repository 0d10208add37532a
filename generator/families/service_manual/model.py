"""How each service is asked for: steps, time, channels, fee, documents to bring, law."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.steps import Step
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Link
from generator.models.shared import Numbered, Owner, Remarks, Sourced, Text


class ServiceChannel(Numbered):
    """ช่องทางให้บริการหนึ่งช่องทาง; เขียนเป็นข้อความเดียวก็ได้"""

    link: Link | None = Field(None, description="ที่อยู่เว็บ เช่น ของระบบ E-Service")


class Service(Sourced):
    """งานบริการหนึ่งเรื่อง"""

    title: Text = Field(description="ชื่องานบริการ")
    owners: tuple[Owner, ...] = Field((), description="หน่วยงานภายในที่ให้บริการ")
    conditions: tuple[Numbered, ...] = Field((), description="ใครขอได้ และเงื่อนไข")
    steps: tuple[Step, ...] = Field((), description="วิธีการและขั้นตอนการขอรับบริการ")
    time: Text | None = Field(None, description="ระยะเวลาทั้งหมด เช่น ไม่เกิน 3 วันทำการ")
    channels: tuple[ServiceChannel, ...] = Field((), description="ช่องทางให้บริการ")
    fee: Remarks | None = Field(None, description="ค่าธรรมเนียมเป็นข้อ ๆ หรือ none เมื่อไม่มี")
    documents: Remarks | None = Field(None, description="เอกสารที่ต้องนำมาเป็นข้อ ๆ หรือ none เมื่อไม่มี")
    laws: tuple[Numbered, ...] = Field((), description="กฎหมายหรือระเบียบที่เกี่ยวข้อง")


class ServiceManual(Disclosure):
    """คู่มือการขอรับบริการ"""

    services: tuple[Service, ...] = Field((), description="งานบริการแต่ละเรื่อง")

    def headlines(self) -> Iterator[Headline]:
        if self.services:
            names = tuple(service.title for service in self.services)
            yield headline("service_manual.serves", count=len(names), names=names)
            if len(self.services) == 1 and self.services[0].time:
                yield headline("service_manual.takes", time=self.services[0].time)

    def shows(self) -> dict[str, Presence]:
        services = self.services
        return {
            "service": presence("services", services),
            "steps": presence("service-1-steps", *(service.steps for service in services)),
            "time": presence("service-1-time", *(service.time for service in services)),
            "channels": presence("service-1-channels", *(service.channels for service in services)),
            "fee": presence("service-1-fee", *(service.fee for service in services)),
            "documents": presence("service-1-documents", *(service.documents for service in services)),
        }
