"""An item that is not complete after the day on which it had to be.

The day stands in ``deadlines`` of agency.yaml or ``due`` of the disclosure; components by ita-oit §4.

th:
  about: ข้อที่เลยกำหนดแล้วยังไม่ครบ
  message: "{item} เลยกำหนด {due} แล้วยังขาด {lacks}"
  hint: กรอกส่วนที่ขาด หรือกล่าวว่าไม่มีด้วย absent
  why: ผู้ประเมินไม่ให้คะแนนข้อที่ขาดองค์ประกอบ
  wrong: |-
    deadlines:
    - {year: 2568, date: 30 เมษายน 2568}
  right: |-
    absent:
    - {component: budget, none: {reason: ไม่ใช้งบประมาณ}}
  rule: กำหนดวันเป็นของหน่วยงานเอง องค์ประกอบดูความแน่ใจในหน้าของข้อ
en:
  about: An item that is incomplete after its day
  message: "{item} was due on {due} and lacks {lacks}"
  hint: Fill in what is missing, or state that there is none with absent
  why: An assessor gives nothing for an item that lacks a component
  wrong: |-
    deadlines:
    - {year: 2568, date: 30 เมษายน 2568}
  right: |-
    absent:
    - {component: budget, none: {reason: ไม่ใช้งบประมาณ}}
  rule: The day is the agency's own; how sure the components are is told on the item's page
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
    for state in (state for year in site.years for state in item_states(site, year)):
        due = due_of(site, state)
        if due is None or state.state is State.COMPLETE:
            continue
        for family in state.families:
            if family.state is not State.COMPLETE and not _is_said_already(site, family, state.year, elsewhere):
                entry: Entry[Any] = family.entry or site.agency_entry
                path = () if family.entry else _deadline(site, state.year)
                yield entry, path, state.item.code, due, missing_of(family)


def _is_said_already(site: Site, family: FamilyState, year: int, elsewhere: set[tuple[str, int]]) -> bool:
    """Whether another fault tells why it is not complete: an unread table or file, or a mistyped year."""
    if family.entry is None:
        return Disclosure in site.unread or (family.family, year) in elsewhere
    return _has_unread_table(family)


def _deadline(site: Site, year: int) -> Path_:
    """Where the agency says until when the items of a year have to be there."""
    places = (number for number, deadline in enumerate(site.agency.deadlines) if deadline.year == year)
    return next((("deadlines", number) for number in places), ())


def _has_unread_table(family: FamilyState) -> bool:
    """Whether the rows could not be read: that is told already, and what they show is not known."""
    data = family.entry.data if family.entry else None
    return isinstance(data, Tabled) and bool(data.table) and data.rows is None
