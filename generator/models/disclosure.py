"""What every disclosure has, whatever its family, and what it tells of each component."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import Field, model_validator

from generator.input.field_types import is_list, type_of
from generator.models.scalars import Date, Id, Year, fault
from generator.models.shared import Evidence, Model, NoneStated, Owner, Period, Sourced, Text
from generator.writing.dates import quarter_days


class Shown(StrEnum):
    """What a reader finds of one component."""

    SHOWN = "shown"
    NONE = "none"
    MISSING = "missing"
    NOT_REQUIRED = "not_required"


@dataclass(frozen=True)
class Presence:
    """What a disclosure says of one component.

    Attributes:
        anchor: where on the item's page, behind ``<family>-``.
        document: the number of the evidence that shows it, from 0; None where the page itself does.
        count: how many things show it, where they can be counted.
    """

    state: Shown
    anchor: str = ""
    document: int | None = None
    count: int | None = None


def presence(anchor: str, *parts: object) -> Presence:
    """What the parts of a component say together: all there, all stated as none, or something missing.

    A part is missing where it is None, False or empty, and none where it is a :class:`NoneStated` or holds one
    in ``none``. No parts at all are missing, so that ``presence("projects", *(p.budget for p in self.projects))``
    needs projects.
    """
    if not parts or not all(parts):
        return Presence(Shown.MISSING)
    is_none = all(isinstance(part, NoneStated) or getattr(part, "none", None) for part in parts)
    return Presence(Shown.NONE, anchor) if is_none else Presence(Shown.SHOWN, anchor, count=_count(parts))


def _count(parts: tuple[object, ...]) -> int | None:
    """How many things there are: entries of one list, or parts of one kind; None of parts that are no list together."""
    if len(parts) == 1:
        return len(parts[0]) if isinstance(parts[0], tuple) else None
    kinds = {type(part) for part in parts}
    return len(parts) if len(kinds) == 1 and bool not in kinds else None


HeadlineValue = Decimal | int | datetime.date | Text | Period | str | tuple[Text, ...]


@dataclass(frozen=True)
class Headline:
    """One thing that a disclosure's data says first.

    Attributes:
        label: ``<family or block>.<key>`` of the words, which name the values in braces; they know ``{year}``, the year
            of the data, too.
        values: what the words name.
    """

    label: str
    values: Mapping[str, HeadlineValue]


def headline(label: str, **values: HeadlineValue) -> Headline:
    return Headline(label, values)


class Absent(Model):
    """องค์ประกอบหนึ่งอย่างที่ไม่มีจริง กล่าวไว้ให้รู้ว่าไม่ได้ลืม"""

    component: Id = Field(description="รหัสองค์ประกอบ ตามบัญชีองค์ประกอบของประเภทเนื้อหา")
    none: NoneStated = Field(description="คำกล่าวว่าไม่มี")


class Disclosure(Sourced):
    """การเปิดเผยข้อมูลหนึ่งเรื่องของปีหนึ่ง"""

    family: Id = Field(description="ประเภทของเนื้อหา เช่น measures; บัญชีรายการของปีจะให้เลขข้อเอง")
    assessed_year: Year = Field(description="ปีงบประมาณที่ประเมิน")
    data_year: Year = Field(description="ปีงบประมาณของข้อมูล ซึ่งอาจเป็นปีก่อนปีที่ประเมิน")
    title: Text | None = Field(None, description="ชื่อเรื่องหรือชื่อเอกสารตามที่พิมพ์")
    summary: Text | None = Field(None, description="สรุปให้ประชาชนเข้าใจใน 1-2 ประโยค")
    published: Date | None = Field(None, description="วันที่เผยแพร่หรือปรับปรุงล่าสุด")
    due: Date | None = Field(None, description="วันที่ต้องเสร็จ ถ้าต่างจากกำหนดของทั้งปีใน agency.yaml")
    hold: Text | None = Field(
        None, description="เหตุผลที่ยังไม่เผยแพร่เรื่องนี้ เช่น รอผู้อำนวยการลงนาม; มีบรรทัดนี้ = อยู่ในเว็บไซต์ร่างเท่านั้น"
    )
    owner: Owner | None = Field(None, description="หน่วยงานภายในที่รับผิดชอบเรื่องนี้")
    evidence: tuple[Evidence, ...] = Field((), description="เอกสารที่เป็นคำตอบหรือหลักฐาน")
    none: NoneStated | None = Field(None, description="กล่าวว่าไม่มี เมื่อไม่มีเรื่องให้เปิดเผยจริง")
    absent: tuple[Absent, ...] = Field((), description="องค์ประกอบที่ไม่มีจริง เช่น ไม่มีค่าธรรมเนียม")

    own_keys: ClassVar[tuple[str, ...]] = ()
    """The keys that a family has of its own."""
    main_list: ClassVar[str] = ""
    """The first of them that holds a list: what the family is about; empty of a family without one."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls.own_keys = tuple(name for name in cls.model_fields if name not in Disclosure.model_fields)
        cls.main_list = next((name for name in cls.own_keys if is_list(type_of(cls.model_fields[name]))), "")

    def shows(self) -> dict[str, Presence]:
        """Component → what this disclosure tells of it. A family names the components that it knows."""
        return {}

    def headlines(self) -> Iterator[Headline]:
        """The one or two facts that most readers came for, from the data alone; nothing of a family that has no figures."""
        yield from ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been filled in but whose it is and when it is due."""
        frame = {
            "family",
            "assessed_year",
            "data_year",
            "title",
            "published",
            "hold",
            "due",
            "owner",
            "source",
            "place",
            "note",
        }
        return not any(getattr(self, name) for name in type(self).model_fields if name not in frame)

    def covers_assessed_year(self, period: Period | None) -> bool:
        """Whether a period reaches from the first to the last day of the assessed year, or further."""
        return self.covers_year(period, self.assessed_year)

    def covers_year(self, period: Period | None, year: int) -> bool:
        """Whether a period of this disclosure reaches from the first to the last day of a fiscal year, or further."""
        days = period.span.days(self.assessed_year) if period else None
        first, last = quarter_days(year, 1, 4)
        return days is not None and days[0] <= first and last <= days[1]

    def holds_in(self, year: int) -> bool:
        """Whether it says itself that it still holds in a later year, as a plan of several years does."""
        return False

    def covers_first_half(self, period: Period | None) -> bool:
        """Whether a period is the first six months of the assessed year."""
        days = period.span.days(self.assessed_year) if period else None
        return days == quarter_days(self.assessed_year, 1, 2)

    @property
    def is_of_assessed_year(self) -> bool:
        return self.data_year == self.assessed_year

    @property
    def is_of_previous_year(self) -> bool:
        return self.data_year == self.assessed_year - 1

    @model_validator(mode="before")
    @classmethod
    def _is_mapping(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            raise fault("not-a-mapping")
        return value
