"""The agency's own accounts on social networks."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Link
from generator.models.shared import Model, Text


class Account(Model):
    """บัญชีสื่อสังคมออนไลน์หนึ่งบัญชี"""

    platform: Text = Field(description="ชื่อบริการ เช่น Facebook")
    name: Text = Field(description="ชื่อบัญชีตามที่แสดง")
    link: Link = Field(description="ที่อยู่เว็บของบัญชี")
    what_for: Text | None = Field(None, description="บัญชีนี้ใช้เรื่องใด")


class Social(Disclosure):
    """เครือข่ายสังคมออนไลน์"""

    accounts: tuple[Account, ...] = Field((), description="บัญชีที่เป็นของหน่วยงานเอง")

    def headlines(self) -> Iterator[Headline]:
        if self.accounts:
            names = tuple(one.platform for one in self.accounts)
            yield headline("social.on", count=len(names), names=names)

    def shows(self) -> dict[str, Presence]:
        return {"links": presence("accounts", self.accounts)}
