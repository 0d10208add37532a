"""What was agreed on in each month of the fiscal year, the form สขร.1; a month without any is stated."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from pydantic import Field

from generator.blocks.procurement import MONTHLY, MonthsWithout
from generator.models.disclosure import Presence, presence
from generator.models.shared import Text
from generator.tables.table import Group
from generator.tables.totals import Tabled
from generator.writing.dates import quarter_days


@dataclass(frozen=True)
class Month:
    """A month of the fiscal year: what was agreed on in it, or why there is none, or neither."""

    start: datetime.date
    group: Group | None
    without: Text | None


class ProcMonthly(Tabled):
    """สรุปผลการจัดซื้อจัดจ้างรายเดือน (แบบ สขร.1)"""

    form = MONTHLY

    months_without: tuple[MonthsWithout, ...] = Field((), description="เดือนที่ไม่มีการจัดซื้อจัดจ้าง หรือยังไม่ถึง")

    @property
    def months(self) -> tuple[Month, ...]:
        """The twelve months of the fiscal year, October first."""
        groups = {group.name: group for group in self.rows.groups["month"]} if self.rows else {}
        first, _ = quarter_days(self.data_year, 1, 4)
        starts = [
            datetime.date(first.year + (month < first.month), month, 1)
            for month in (*range(first.month, 13), *range(1, first.month))
        ]
        months = [Month(start, groups.get(start), self._without(start)) for start in starts]
        open_ones = [month for month in months if not (month.group or month.without)]
        if self.rows and None in self.rows.without and len(open_ones) == 1:
            last = replace(open_ones[0], without=Text.model_validate(self.rows.without[None]))
            months[months.index(open_ones[0])] = last
        return tuple(months)

    def _without(self, start: datetime.date) -> Text | None:
        for one in self.months_without:
            days = one.month.span.days(self.data_year)
            if days and days[0] <= start <= days[1]:
                return one.reason
        stated = self.rows.without.get(start) if self.rows else None
        return Text.model_validate(stated) if stated else None

    def shows(self) -> dict[str, Presence]:
        is_told = [bool(month.group or month.without) for month in self.months]
        every_month, first_half = bool(self.table) and all(is_told), bool(self.table) and all(is_told[:6])
        return {
            "job": self.presence_of("jobs", "job"),
            "amount": self.presence_of("jobs-amount", "amount"),
            "median_price": self.presence_of("jobs-median_price", "median_price"),
            "method": self.presence_of("jobs-method", "method"),
            "bids": self.presence_of("jobs-bids", "bids"),
            "winner": self.presence_of("jobs-winner", "winner", "agreed_price"),
            "reason": self.presence_of("jobs-reason", "reason"),
            "contract": self.presence_of("jobs-contract_number", "contract_number", "contract_date"),
            "every_month": presence("months", every_month),
            "quarters_so_far": presence("months", self.is_of_assessed_year, first_half),
        }
