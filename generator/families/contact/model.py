"""How to reach the agency: telephone, e-mail, address, map, hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from pydantic import Field, field_validator, model_validator

from generator.blocks.channels import Account, AskedQuestion
from generator.models.channels import Email, Phone
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Line, Link, fault
from generator.models.shared import Model, Text
from generator.writing.figures import fold_digits, parse_figure

_COORDINATES = re.compile(r"-?\d{1,3}\.\d+\s*,\s*-?\d{1,3}\.\d+")


class Map(Model):
    """แผนที่ตั้ง; เขียนเป็นลิงก์หรือพิกัดอย่างเดียวก็ได้"""

    link: Link | None = Field(None, description="ที่อยู่เว็บของแผนที่")
    coordinates: Line | None = Field(None, description="ละติจูดและลองจิจูด คัดจากแผนที่ออนไลน์ได้ เช่น 13.0000, 100.5000")
    directions: Text | None = Field(None, description="การเดินทาง เช่น รถประจำทางหรือสถานีที่ใกล้")

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: Any) -> Any:
        """A text alone is the link, or the coordinates, which no link looks like; so is either where the link belongs."""
        if value is None:
            raise fault("empty-value")
        link = value.get("link") if isinstance(value, dict) and "coordinates" not in value else value
        if isinstance(link, str) and _COORDINATES.fullmatch(fold_digits(link.strip())):
            others = value if isinstance(value, dict) else {}
            return {**{key: said for key, said in others.items() if key != "link"}, "coordinates": link.strip()}
        return {"link": value} if isinstance(value, str) else value

    @field_validator("coordinates", mode="after")
    @classmethod
    def _latitude_and_longitude(cls, value: Any) -> Any:
        if value is None:
            return value
        try:
            latitude, longitude = (parse_figure(part.strip()) for part in value.split(","))
        except ValueError:
            raise fault("not-coordinates", value=value) from None
        if abs(latitude) > 90 or abs(longitude) > 180:
            raise fault("not-coordinates", value=value)
        return f"{latitude}, {longitude}"

    @property
    def address(self) -> str:
        """Where the place is seen on the web; the link first."""
        if self.link or not self.coordinates:
            return self.link or ""
        latitude, longitude = (quote(part) for part in self.coordinates.split(", "))
        return f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"


class Contact(Disclosure):
    """ข้อมูลการติดต่อ"""

    phones: tuple[Phone, ...] = Field((), description="หมายเลขโทรศัพท์ หมายเลขกลางก่อน")
    faxes: tuple[Phone, ...] = Field((), description="หมายเลขโทรสาร")
    emails: tuple[Email, ...] = Field((), description="อีเมล รวมอีเมลกลางของงานสารบรรณ (saraban)")
    address: Text | None = Field(None, description="ที่อยู่ของสำนักงาน")
    map: Map | None = Field(None, description="แผนที่ตั้ง")
    hours: Text | None = Field(None, description="วันและเวลาทำการ")
    social: tuple[Account, ...] = Field((), description="บัญชีสื่อสังคมออนไลน์ของหน่วยงาน ถ้าแสดงไว้ในหน้าติดต่อ")
    questions: tuple[AskedQuestion, ...] = Field((), description="คำถามที่มีผู้ถามบ่อย (Q&A) ถ้าแสดงไว้ในหน้าติดต่อ")

    def headlines(self) -> Iterator[Headline]:
        if self.phones:
            yield headline("contact.call", number=self.phones[0].number)
        if self.emails:
            yield headline("contact.write", email=self.emails[0].address)
        if self.hours:
            yield headline("contact.open", hours=self.hours)

    def shows(self) -> dict[str, Presence]:
        return {
            "address": presence("address", self.address),
            "telephone": presence("telephone", self.phones),
            "email": presence("email", self.emails),
            "map": presence("map", self.map and self.map.address),
        }
