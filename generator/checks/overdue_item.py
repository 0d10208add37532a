"""An item that is not complete after the day on which it had to be.

An assessor opens every item and gives nothing for one that lacks a component; after the day nothing can be mended.

Wrong: a deadline of 30 April 2568, and on 2 May the item lacks its budget. Right: the budget is there, or stated as none.

Rule: the day is the agency's own (``deadlines`` of agency.yaml or ``due`` of the disclosure); components by ita-oit §4.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.deadlines import unfinished
from generator.site.site import Site
from generator.writing.dates import write_date

CODE = "overdue-item"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, code, due, lacks in unfinished(site):
        if site.today and due < site.today:
            yield entry.file.at(path, CODE, item=code, due=write_date(due), lacks=lacks)
