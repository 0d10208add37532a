"""An item that is not complete after the day on which it had to be.

An assessor opens every item and gives nothing for one that lacks a component; after the day nothing can be mended.

Wrong: a deadline of 30 April 2568, and on 2 May the item lacks its budget. Right: the budget is there, or stated as none.

Rule: the day is the agency's own (``deadlines`` of agency.yaml or ``due`` of the disclosure); components by ita-oit §4.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.checks.folder_of_another_year import strays
from generator.diagnostics import Diagnostic, Severity
from generator.input.source import Path_
from generator.models.disclosure import Disclosure
from generator.site.site import Entry, Site
from generator.site.states import FamilyState, State, due_of, item_states, missing_of
from generator.tables.totals import Tabled
from generator.writing.dates import write_date

CODE = "overdue-item"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, code, due, lacks in unfinished(site):
        if site.today and due < site.today:
            yield entry.file.at(path, CODE, item=code, due=write_date(due), lacks=lacks)


def unfinished(site: Site) -> Iterator[tuple[Entry[Any], Path_, str, date, str]]:
    """Every item with a due day that is not complete: where to point, its code, its day, what it lacks."""
    elsewhere = {(entry.data.family, year) for entry, year in strays(site)}
    for year in site.years:
        for state in item_states(site, year):
            due = due_of(site, state)
            if due is None or state.state is State.COMPLETE:
                continue
            for family in state.families:
                if family.state is State.COMPLETE or _has_unread_table(family):
                    continue
                if family.entry is None and Disclosure in site.unread:
                    continue  # it may stand in a file that cannot be read, which is said already
                if family.entry is None and (family.family, year) in elsewhere:
                    continue  # it is there under a mistyped year, which is said already
                if family.entry:
                    yield family.entry, (), state.item.code, due, missing_of(family)
                else:
                    places = (n for n, deadline in enumerate(site.agency.deadlines) if deadline.year == year)
                    path: Path_ = next((("deadlines", number) for number in places), ())
                    yield site.agency_entry, path, state.item.code, due, missing_of(family)


def _has_unread_table(family: FamilyState) -> bool:
    """Whether the rows could not be read: that is told already, and what they show is not known."""
    data = family.entry.data if family.entry else None
    return isinstance(data, Tabled) and bool(data.table) and data.rows is None
