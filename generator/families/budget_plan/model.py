"""The year's budget: what each line is given, and when it is to be spent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from generator.blocks.spending import PlannedLine, total
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence


class BudgetPlan(Disclosure):
    """แผนการใช้จ่ายงบประมาณประจำปี"""

    lines: tuple[PlannedLine, ...] = Field((), description="งบประมาณแต่ละรายการ; ยอดรวมโปรแกรมคำนวณให้")

    @property
    def total_planned(self) -> Decimal:
        return total(line.planned for line in self.lines)

    @property
    def total_by_quarter(self) -> tuple[Decimal, ...]:
        quarters = [line.quarters.figures for line in self.lines if line.quarters]
        return tuple(sum(figures, Decimal(0)) for figures in zip(*quarters, strict=True))

    def headlines(self) -> Iterator[Headline]:
        if self.lines and self.total_planned:
            yield headline("budget_plan.given", amount=self.total_planned, count=len(self.lines))
            most = max(self.lines, key=lambda line: line.planned or Decimal(0))
            if len(self.lines) > 1 and most.planned:
                yield headline("budget_plan.most", title=most.title, amount=most.planned)

    def shows(self) -> dict[str, Presence]:
        are_disclosed = (line.planned is not None for line in self.lines)
        return {
            "plan": presence("lines", self.lines, self.is_of_assessed_year, *are_disclosed),
            "one_year": presence("lines", self.lines, self.is_of_assessed_year),
            "by_source": presence("lines", *(line.money for line in self.lines)),
            "by_expense_type": presence("lines", *(line.expense for line in self.lines)),
        }
