"""What is asked for: the OIT items of one fiscal year, for one profile of agencies.

A catalogue is data. Those that come with the program stand in ``catalogues/<profile>/<year>.yaml``;
an agency's own stand in ``profiles/<profile>/<year>.yaml`` of its data and replace them year by year.
A catalogue that was replaced stays as a former edition, so that the addresses which it gave still lead somewhere.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import Field, PrivateAttr

from generator import languages
from generator.models.scalars import Date, Flag, Id, ItemCode, Line, Year
from generator.models.shared import Model, Text
from generator.writing.figures import bounded_int

BUILT_IN = Path(__file__).parent.parent / "catalogues"

Confidence = Literal[
    "confirmed",
    "source-document",
    "agency-page",
    "agency-answer",
    "public-code",
    "other-profile",
    "inferred",
    "carried",
    "unverified",
]
"""How a title, a number or a component is known, the surest first."""

MARKS: tuple[Confidence, ...] = get_args(Confidence)
READ: frozenset[Confidence] = frozenset(("confirmed", "source-document", "agency-page"))
"""The list itself was read: everything else is practice, conclusion or guess, and is never called certain."""


def weaker(one: Confidence, other: Confidence) -> Confidence:
    """The less certain of two marks."""
    return max(one, other, key=MARKS.index)


class Component(Model):
    """องค์ประกอบด้านข้อมูลหนึ่งอย่างที่รายการต้องแสดง"""

    id: Id = Field(description="รหัสขององค์ประกอบ")
    family: Id = Field(description="ประเภทของเนื้อหาที่องค์ประกอบนี้อยู่")
    title: Text = Field(description="ชื่อองค์ประกอบ")
    confidence: Confidence = Field("unverified", description="แน่ใจเพียงใดว่าต้องแสดง")
    required: Literal["yes", "no"] = Field("yes", description="no = แสดงเมื่อมี ไม่นับว่าขาด")
    since: Year | None = Field(None, description="ปีที่ประเมินปีแรกที่ต้องแสดง; ก่อนนั้นไม่ถาม")
    until: Year | None = Field(None, description="ปีที่ประเมินปีสุดท้ายที่ต้องแสดง")
    only_for: tuple[Id, ...] = Field((), description="ประเภทหน่วยงานที่ต้องแสดง; ไม่ระบุ = ทุกประเภทที่ใช้บัญชีนี้")
    read: tuple[Year, ...] = Field((), description="ปีของบัญชีหรือคำตอบที่อ่านพบ; ปีอื่นถือว่ายกมา")

    def is_asked_in(self, year: int) -> bool:
        return (self.since or year) <= year <= (self.until or year)

    def mark(self, year: int) -> Confidence:
        """How the component is known in a year: what was read in the list of another year is carried."""
        return weaker(self.confidence, "carried") if self.read and year not in self.read else self.confidence


class Item(Model):
    """รายการหนึ่งข้อที่ผู้ประเมินเปิดดู"""

    code: ItemCode = Field(description="เลขข้อ เช่น O34 หรือ MOIT1")
    sub_indicator: Line = Field(description="ตัวชี้วัดย่อย เช่น 10.2")
    title: Text = Field(description="ชื่อรายการอย่างเป็นทางการ")
    families: tuple[Id, ...] = Field(description="ประเภทของเนื้อหาที่ข้อนี้ถามถึง", min_length=1)
    confidence: Confidence = Field("unverified", description="แน่ใจเพียงใดในชื่อและเลขข้อ")
    components: tuple[Component, ...] | None = Field(
        None, description="องค์ประกอบที่ต้องแสดง; ไม่ระบุ = ตามที่รู้กันของแต่ละประเภทเนื้อหา"
    )
    when: Text | None = Field(None, description="ถามหน่วยงานใดหรือเมื่อใด ถ้าไม่ได้ถามทุกหน่วยงาน")

    @property
    def is_read(self) -> bool:
        """Whether number and title were read in the year's list itself."""
        return self.confidence in READ

    @property
    def slug(self) -> str:
        """The item's part of its permanent address: ``o34``."""
        return self.code.lower()


class SubIndicator(Model):
    """ตัวชี้วัดย่อย"""

    number: Line = Field(description="เลขตัวชี้วัดย่อย เช่น 9.1")
    title: Text | None = Field(None, description="ชื่อตัวชี้วัดย่อย ถ้าทราบ")
    confidence: Confidence = Field("unverified", description="แน่ใจเพียงใดในชื่อ")


class Catalogue(Model):
    """บัญชีรายการของหนึ่งปี สำหรับหน่วยงานประเภทหนึ่ง"""

    profile: Id = Field(description="ประเภทหน่วยงาน")
    year: Year = Field(description="ปีงบประมาณที่ประเมิน")
    source: Text = Field(description="ที่มาของบัญชีรายการ")
    confirmed: Date | None = Field(None, description="วันที่หน่วยงานยืนยันกับคู่มือของ ป.ป.ช.")
    replaced: Date | None = Field(
        None,
        description="วันที่บัญชีฉบับใหม่ของปีเดียวกันมาแทนฉบับนี้ ชื่อแฟ้มตั้งได้ตามต้องการ; ไม่ระบุ = ฉบับที่ใช้อยู่ ฉบับเดิมเก็บไว้ให้ที่อยู่เดิมยังพาไปถูกหน้า",
    )
    whole: Flag = Field(True, description="false = รู้เพียงบางข้อของบัญชีนี้")
    sub_indicators: tuple[SubIndicator, ...] = Field((), description="ชื่อตัวชี้วัดย่อย")
    items: tuple[Item, ...] = Field(description="รายการทั้งหมดตามลำดับ")

    _lists: tuple[Catalogue, ...] = PrivateAttr(())

    @property
    def lists(self) -> tuple[Catalogue, ...]:
        """The lists that a year's catalogue is made of, each by itself: more than one where an agency answers two."""
        return self._lists or (self,)

    def list_of(self, item: Item) -> Catalogue:
        """The list that an item stands in."""
        lists = self.lists
        if len(lists) == 1:
            return lists[0]
        return next((one for one in lists if any(inside.code == item.code for inside in one.items)), self)

    def beside(self, other: Catalogue) -> Catalogue:
        """This list with another one behind it, which the same agency answers in the same year."""
        both = self.model_copy(update={"items": (*self.items, *other.items)})
        both._lists = (*self.lists, *other.lists)
        return both

    def in_order(self) -> Catalogue:
        """The same, its items by number: whoever swaps two codes in a file need not move the lines."""

        def number(item: Item) -> list[int]:
            return [bounded_int(part) for part in re.findall(r"\d+", item.code)]

        return self.model_copy(update={"items": tuple(sorted(self.items, key=number))})

    def item_of(self, family: str) -> Item | None:
        """The item that asks for a family in this year; of several the first."""
        return next(iter(self.items_of(family)), None)

    def items_of(self, family: str) -> tuple[Item, ...]:
        """Every item that asks for a family: more than one where two lists do."""
        return tuple(item for item in self.items if family in item.families)


class Components(Model):
    """บัญชีองค์ประกอบที่หน่วยงานแก้เอง: ใช้แทนบัญชีของโปรแกรมทั้งประเภทเนื้อหา ทุกปี"""

    profile: Id = Field(description="ประเภทหน่วยงาน")
    components: tuple[Component, ...] = Field(description="องค์ประกอบทั้งหมดของแต่ละประเภทเนื้อหาที่แก้", min_length=1)


@cache
def known_components() -> dict[str, tuple[Component, ...]]:
    """Family → the components that are known for it in any year (``ita-oit`` §4, marks as there)."""
    return {
        family: tuple(
            Component.model_validate({"family": family, **_without_words(component)})
            for component in written["components"]
        )
        for family, written in languages.family_files().items()
    }


def _without_words(component: dict[str, Any]) -> dict[str, Any]:
    """A component without the words by which ``oit audit`` finds it, which no page shows."""
    return {key: value for key, value in component.items() if key != "evidence_words"}
