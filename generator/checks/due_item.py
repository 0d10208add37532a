"""An item that is not complete, while there is still time.

What an officer has to do until the deadline; the readiness page says what each costs.

Wrong: a deadline of 30 April 2568, and on 2 April the item lacks its budget. Right: the budget is there, or stated as none.

Rule: the day is the agency's own (``deadlines`` of agency.yaml or ``due`` of the disclosure); components by ita-oit §4.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.deadlines import unfinished
from generator.site.site import Site
from generator.writing.dates import write_date

CODE = "due-item"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, code, due, lacks in unfinished(site):
        if site.today and site.today <= due:
            days = (due - site.today).days
            yield entry.file.at(path, CODE, item=code, due=write_date(due), days=days, lacks=lacks)
