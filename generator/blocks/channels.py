"""Channels: where a citizen asks, complains or applies, how it is reached, and who answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from generator.models.channels import Email, Phone
from generator.models.disclosure import Disclosure, Headline, headline
from generator.models.scalars import Date, Flag, Link, fault, is_web_address, plain_link
from generator.models.shared import Model, Owner, Sourced, Text


class Channel(Sourced):
    """ช่องทางหนึ่งช่องทาง: ติดต่อทางใด เรื่องใด เมื่อใด และใครตอบ"""

    title: Text = Field(description="ชื่อช่องทาง เช่น กระดานถามตอบ")
    kind: Literal[
        "form", "system", "board", "chat", "social", "app", "phone", "email", "post", "walk_in", "box", "other"
    ] = Field(
        description="ชนิด: form แบบฟอร์มบนเว็บไซต์, system ระบบออนไลน์, board กระดานถามตอบ, chat แชตหรือแชตบอต, "
        "social สื่อสังคมออนไลน์, app แอปพลิเคชัน, phone โทรศัพท์, email อีเมล, post ไปรษณีย์, walk_in มาด้วยตนเอง, "
        "box กล่องรับเรื่อง, other อื่น ๆ"
    )
    what_for: Text | None = Field(None, description="ใช้เรื่องใด หรือใช้อย่างไร")
    link: Link | None = Field(None, description="ที่อยู่เว็บที่เปิดแล้วใช้ได้ทันที")
    phones: tuple[Phone, ...] = Field((), description="หมายเลขโทรศัพท์")
    emails: tuple[Email, ...] = Field((), description="อีเมล")
    address: Text | None = Field(None, description="ที่อยู่สำหรับส่งไปรษณีย์ หรือสถานที่ที่ไปด้วยตนเอง")
    hours: Text | None = Field(None, description="วันและเวลาทำการ เช่น ตลอด 24 ชั่วโมง")
    answer_time: Text | None = Field(None, description="ได้คำตอบภายในเมื่อใด เช่น 3 วันทำการ")
    two_way: Flag | None = Field(None, description="true = ถามแล้วได้คำตอบในช่องทางนี้ (สื่อสารสองทาง)")
    on_main_site: Flag | None = Field(None, description="true = อยู่บนเว็บไซต์หลัก หรือเปิดจากเว็บไซต์หลักได้")
    owners: tuple[Owner, ...] = Field((), description="หน่วยงานภายในที่ดูแลช่องทางนี้")

    @property
    def is_reachable(self) -> bool:
        """Whether it is said where it is."""
        return bool(self.link or self.phones or self.emails or self.address)


class Account(Model):
    """บัญชีสื่อสังคมออนไลน์หนึ่งบัญชี; เขียนเป็น ชื่อบริการ: ที่อยู่หรือชื่อบัญชี ก็ได้"""

    platform: Text = Field(description="ชื่อบริการ เช่น Facebook")
    name: Text | None = Field(None, description="ชื่อบัญชีตามที่แสดง")
    link: Link | None = Field(None, description="ที่อยู่เว็บของบัญชี")
    what_for: Text | None = Field(None, description="บัญชีนี้ใช้เรื่องใด")

    @model_validator(mode="before")
    @classmethod
    def _by_platform(cls, value: Any) -> Any:
        """``Facebook: facebook.com/agency`` and ``LINE: "@agency"``: the one key is no key of an account, but its service."""
        if not isinstance(value, dict) or len(value) != 1:
            return value
        ((platform, said),) = value.items()
        if platform in cls.model_fields or not isinstance(said, str):
            return value
        link = plain_link(said)
        return {"platform": platform, **({"link": link} if is_web_address(link) else {"name": said})}

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if self.name is None and self.link is None:
            raise fault("account-without-name")
        return self


class AskedQuestion(Sourced):
    """คำถามที่มีผู้ถามบ่อยหนึ่งข้อ และคำตอบ"""

    question: Text = Field(description="คำถาม")
    answer: Text = Field(description="คำตอบ")
    date: Date | None = Field(None, description="วันที่ตอบ")


class Channels(Disclosure):
    """ช่องทางที่ประชาชนใช้ได้"""

    channels: tuple[Channel, ...] = Field((), description="ช่องทาง เรียงตามที่อยากให้ประชาชนใช้ก่อน")

    @property
    def are_reachable(self) -> bool:
        """Whether there is a channel at all, and none of them without an address."""
        return bool(self.channels) and all(channel.is_reachable for channel in self.channels)

    def headlines(self) -> Iterator[Headline]:
        if self.channels:
            yield headline(
                "channels.reached", count=len(self.channels), names=tuple(one.title for one in self.channels)
            )
