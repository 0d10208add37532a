"""Where corruption is reported online, apart from other complaints, and how who reports it is protected."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.channels import Channel, Channels
from generator.models.disclosure import Headline, Presence, headline, presence
from generator.models.scalars import Link
from generator.models.shared import Numbered, Text


class ComplaintChannel(Channels):
    """ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"""

    channels: tuple[Channel, ...] = Field(
        (), description="ช่องทางที่รับเฉพาะเรื่องการทุจริต อย่างน้อยหนึ่งช่องทางเป็นออนไลน์ (มี link)"
    )
    to_tell: tuple[Numbered, ...] = Field((), description="สิ่งที่ผู้ร้องเรียนควรแจ้ง")
    protection: tuple[Numbered, ...] = Field((), description="คุ้มครองผู้ร้องเรียนและข้อมูลของผู้ร้องเรียนอย่างไร")
    separate: Text | None = Field(None, description="แยกจากช่องทางร้องเรียนทั่วไปอย่างไร")
    general_link: Link | None = Field(None, description="ที่อยู่เว็บของช่องทางร้องเรียนทั่วไป ซึ่งต้องไม่ใช่ที่อยู่เดียวกับช่องทางนี้")

    @property
    def is_separate(self) -> bool:
        """Whether it is said how it is apart, and no channel stands where the general one does."""
        return self.separate is not None and self.general_link not in {one.link for one in self.channels if one.link}

    def headlines(self) -> Iterator[Headline]:
        if self.channels:
            names = tuple(one.title for one in self.channels)
            yield headline("complaint_channel.tell_by", count=len(names), names=names)

    def shows(self) -> dict[str, Presence]:
        return {
            "online": presence(
                "channels", any((channel.link or "").lower().startswith("http") for channel in self.channels)
            ),
            "separate": presence("separate", self.is_separate),
            "protection": presence("protection", self.protection),
        }
