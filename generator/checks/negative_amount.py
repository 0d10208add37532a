"""An amount of money below zero.

A dash before the figure is mostly a list's mark.

th:
  about: จำนวนเงินติดลบ
  message: จำนวนเงิน {amount} ติดลบ
  hint: ลบเครื่องหมาย - หรือกล่าวว่าไม่ใช้งบประมาณด้วย none
  why: งบประมาณติดลบไม่มีจริง
  rule: การคำนวณ
en:
  about: An amount below zero
  message: The amount {amount} is below zero
  hint: Delete the -, or state with none that no money is used
  why: There are no budgets below zero
  rule: Arithmetic
wrong: "amount: -5000"
right: "amount: 5000"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.models.shared import Budget
from generator.site.site import Site

CODE = "negative-amount"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, budget in site.each(Budget):
        if budget.amount is not None and budget.amount < 0:
            yield entry.file.at((*path, "amount"), CODE, amount=budget.amount)
