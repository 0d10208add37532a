"""Channels: where a citizen asks, complains or applies, how it is reached, and who answers."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import quote

from pydantic import Field

from generator.models.disclosure import Disclosure
from generator.models.scalars import Flag, Line, Link
from generator.models.shared import Model, Owner, Sourced, Text, short_form
from generator.writing.figures import fold_digits


class Phone(Model):
    """หมายเลขโทรศัพท์; เขียนเป็นหมายเลขอย่างเดียวก็ได้"""

    number: Line = Field(description="หมายเลข ตามที่พิมพ์ เช่น 0 2000 0000 ต่อ 101")
    what_for: Text | None = Field(None, description="ใช้ติดต่อเรื่องใด เช่น สายด่วน")

    _short = short_form("number")

    @property
    def link(self) -> str:
        """What a phone dials: the first whole number, without an extension; empty where there is none.

        Of ``0 2000 0000-9`` the end of the range is not dialled: a Thai number that begins with 0 has 9 digits,
        a mobile one 10.
        """
        found = re.search(r"\+?[0-9][0-9 ().–-]*", fold_digits(self.number))
        digits = re.sub(r"[^0-9+]", "", found[0]) if found else ""
        if digits.startswith("0"):
            length = 10 if digits[1:2] in ("6", "8", "9") else 9
            return f"tel:+66{digits[1:length]}" if len(digits) >= length else ""
        return f"tel:{digits}" if len(digits) >= 3 else ""


class Email(Model):
    """อีเมล; เขียนเป็นที่อยู่อีเมลอย่างเดียวก็ได้"""

    address: Line = Field(description="ที่อยู่อีเมล เช่น saraban@agency.go.th")
    what_for: Text | None = Field(None, description="ใช้ติดต่อเรื่องใด เช่น งานสารบรรณ")

    _short = short_form("address")

    @property
    def link(self) -> str:
        """What opens a new letter; empty where the address is written so that programs cannot read it."""
        is_address = re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", self.address) is not None
        return f"mailto:{quote(self.address, safe='@')}" if is_address else ""


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


class Channels(Disclosure):
    """ช่องทางที่ประชาชนใช้ได้"""

    channels: tuple[Channel, ...] = Field((), description="ช่องทาง เรียงตามที่อยากให้ประชาชนใช้ก่อน")

    @property
    def are_reachable(self) -> bool:
        """Whether there is a channel at all, and none of them without an address."""
        return bool(self.channels) and all(channel.is_reachable for channel in self.channels)
