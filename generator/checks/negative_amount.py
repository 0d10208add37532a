"""An amount of money below zero.

Wrong: ``amount: -5000``. Right: ``amount: 5000``, or ``none`` with its reason.

No budget of a plan or report is below zero; a dash before the figure is mostly a list's mark.

Rule: arithmetic.
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
