"""Gifts: on what occasion, from what kind of giver, what it was, its value, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, headline
from generator.models.scalars import Date, Figure
from generator.models.shared import Period, Sourced, Text
from generator.writing.dates import fiscal_year

Giver = Literal["person", "company", "agency", "other"]


class Gift(Sourced):
    """ของขวัญ ของกำนัล หรือประโยชน์ที่มีผู้ให้หนึ่งครั้ง"""

    date: Date | None = Field(None, description="วันที่มีผู้ให้")
    occasion: Text = Field(description="โอกาสที่ให้ เช่น ปีใหม่; เขียนเหมือนกันทุกครั้งเพื่อให้รวมยอดได้")
    giver: Giver = Field(description="ชนิดของผู้ให้: person บุคคล, company บริษัทหรือเอกชน, agency หน่วยงานของรัฐ, other อื่น ๆ")
    receiver: Text | None = Field(None, description="ผู้รับ เช่น ในนามหน่วยงาน หรือเจ้าหน้าที่ 1 คน; ไม่ต้องบอกชื่อ")
    what: Text = Field(description="สิ่งที่มีผู้ให้")
    value: Figure | None = Field(None, description="มูลค่าเป็นบาท; ไม่ระบุ = ไม่ทราบมูลค่า")
    handling: Text | None = Field(None, description="การดำเนินการกับสิ่งนั้น เช่น ส่งคืนผู้ให้")


@dataclass(frozen=True)
class GiftTotal:
    """Gifts of one occasion or kind of giver together, or all; ``value`` leaves out the ``unvalued`` ones."""

    name: Text | Giver | None
    count: int
    value: Decimal
    unvalued: int


class Gifts(Disclosure):
    """รายงานของขวัญหรือประโยชน์ที่มีผู้ให้"""

    period: Period | None = Field(None, description="รอบของรายงาน เช่น ปีงบประมาณ 2567 หรือ รอบ 6 เดือน")
    gifts: tuple[Gift, ...] = Field((), description="ทุกครั้งที่มีผู้ให้ เรียงตามวันที่; ถ้าไม่มีเลย ใช้ none")

    @property
    def are_of_data_year(self) -> bool:
        """Whether no date is of another year than the report."""
        return all(gift.date is None or fiscal_year(gift.date) == self.data_year for gift in self.gifts)

    @property
    def total(self) -> GiftTotal:
        return _total(None, self.gifts)

    @property
    def by_occasion(self) -> tuple[GiftTotal, ...]:
        """In the order in which the occasions first came."""
        groups: dict[str, list[Gift]] = {}
        for gift in self.gifts:
            groups.setdefault(gift.occasion.th, []).append(gift)
        return tuple(_total(group[0].occasion, group) for group in groups.values())

    @property
    def by_giver(self) -> tuple[GiftTotal, ...]:
        groups: dict[Giver, list[Gift]] = {}
        for gift in self.gifts:
            groups.setdefault(gift.giver, []).append(gift)
        return tuple(_total(giver, group) for giver, group in groups.items())

    def headlines(self) -> Iterator[Headline]:
        if self.gifts:
            total = self.total
            key = "given_unknown" if total.unvalued == total.count else "given_some" if total.unvalued else "given"
            yield headline(f"gifts.{key}", count=total.count, value=total.value, unvalued=total.unvalued)
            handlings = {gift.handling.th: gift.handling for gift in self.gifts if gift.handling}
            if len(handlings) == 1 and all(gift.handling for gift in self.gifts):
                yield headline("gifts.every_time", handling=next(iter(handlings.values())))


def _total(name: Text | Giver | None, gifts: Iterable[Gift]) -> GiftTotal:
    values = [gift.value for gift in gifts]
    known = [value for value in values if value is not None]
    return GiftTotal(name, len(values), sum(known, Decimal(0)), len(values) - len(known))
