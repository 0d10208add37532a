"""Budget lines: what was allocated to each, what was spent of it, what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, headline
from generator.models.scalars import Date, Figure, Line
from generator.models.shared import Model, Sourced, Text


def percent(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """How many of a hundred, with two decimals; of nothing there is no share."""
    if part is None or not whole:
        return None
    return (part * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)


def total(figures: Iterable[Decimal | None]) -> Decimal:
    """The sum of the figures that are told."""
    return sum((figure for figure in figures if figure is not None), Decimal(0))


class Quarters(Model):
    """แผนการใช้จ่ายของแต่ละไตรมาส เป็นบาท"""

    q1: Figure = Field(description="ไตรมาส 1 (ต.ค. - ธ.ค.)")
    q2: Figure = Field(description="ไตรมาส 2 (ม.ค. - มี.ค.)")
    q3: Figure = Field(description="ไตรมาส 3 (เม.ย. - มิ.ย.)")
    q4: Figure = Field(description="ไตรมาส 4 (ก.ค. - ก.ย.)")

    @property
    def figures(self) -> tuple[Decimal, ...]:
        return (self.q1, self.q2, self.q3, self.q4)

    @property
    def total(self) -> Decimal:
        return total(self.figures)


class BudgetLine(Sourced):
    """งบประมาณหนึ่งรายการ"""

    number: Line | None = Field(None, description="เลขข้อตามที่พิมพ์")
    title: Text = Field(description="รายการ เช่น งบบุคลากร งบดำเนินงาน หรือชื่อโครงการ")
    allocated: Figure | None = Field(None, description="งบประมาณที่ได้รับจัดสรร เป็นบาท")


class PlannedLine(BudgetLine):
    """งบประมาณหนึ่งรายการในแผนการใช้จ่าย"""

    quarters: Quarters | None = Field(None, description="แผนการใช้จ่ายรายไตรมาส; ถ้าเขียนครบแล้วไม่ต้องเขียน allocated")
    money: Text | None = Field(None, description="แหล่งงบประมาณที่ได้รับ เช่น เงินงบประมาณ เงินรายได้")
    expense: Text | None = Field(None, description="ประเภทรายจ่าย เช่น งบบุคลากร งบดำเนินงาน งบลงทุน")

    @property
    def planned(self) -> Decimal | None:
        """The money of the line: as allocated, or what its quarters make together."""
        if self.allocated is None and self.quarters:
            return self.quarters.total
        return self.allocated


class SpentLine(BudgetLine):
    """งบประมาณหนึ่งรายการและเงินที่ใช้ไป"""

    spent: Figure | None = Field(None, description="เงินที่ใช้ไป (เบิกจ่ายแล้ว) เป็นบาท; ยังไม่ใช้เลยเขียน 0")

    @property
    def remaining(self) -> Decimal | None:
        return None if self.allocated is None or self.spent is None else self.allocated - self.spent

    @property
    def percent_spent(self) -> Decimal | None:
        return percent(self.spent, self.allocated)


class Spending(Disclosure):
    """รายงานการใช้จ่ายงบประมาณ"""

    as_of: Date | None = Field(None, description="ข้อมูล ณ วันที่ เช่น 31 มีนาคม 2568")
    lines: tuple[SpentLine, ...] = Field((), description="งบประมาณแต่ละรายการ; ยอดรวม คงเหลือ และร้อยละ โปรแกรมคำนวณให้")

    @property
    def is_disclosed(self) -> bool:
        """Whether every line says what was allocated and what was spent."""
        return bool(self.lines) and all(line.remaining is not None for line in self.lines)

    @property
    def total_allocated(self) -> Decimal:
        return total(line.allocated for line in self.lines)

    @property
    def total_spent(self) -> Decimal:
        return total(line.spent for line in self.lines)

    @property
    def percent_spent(self) -> Decimal | None:
        return percent(self.total_spent, self.total_allocated)

    def headlines(self) -> Iterator[Headline]:
        if self.lines and self.is_disclosed:
            yield headline(
                "spending.spent_of_all" if self.percent_spent is not None else "spending.spent_all",
                spent=self.total_spent,
                allocated=self.total_allocated,
                share=self.percent_spent or Decimal(0),
            )
            if self.as_of:
                yield headline("spending.on", day=self.as_of)
