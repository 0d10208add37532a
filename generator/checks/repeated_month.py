"""A month that comes twice in one list of statistics.

One of the two is another month's; whoever reads for that month finds none, and this one has two answers.

Wrong: ``มกราคม 2568`` twice and no February. Right: ``กุมภาพันธ์ 2568``.

Rule: counting (certain). Complaints are left out, for a month may have several kinds of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.monthly import series
from generator.site.site import Site
from generator.writing.dates import write_days

CODE = "repeated-month"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in series(site):
        seen = set()
        for number, days in sorted(one.days.items()):
            if one.is_complete and days in seen:
                yield one.entry.file.at((*one.path, number, "period"), CODE, month=write_days(*days))
            seen.add(days)
