"""A day of publishing that lies before what the page tells of.

Days of documents, of counting and of what was done are compared.

th:
  about: วันที่เผยแพร่อยู่ก่อนเรื่องที่เผยแพร่
  message: เผยแพร่เมื่อ {published} แต่ในแฟ้มมีเรื่องของ {day}
  hint: แก้วันที่เผยแพร่ให้เป็นวันที่ปรับปรุงล่าสุด หรือแก้วันของเรื่องนั้นถ้าพิมพ์ปีผิด
  why: ไม่มีใครเผยแพร่เรื่องที่ยังไม่เกิดได้ ผู้ตรวจประเมินที่เห็นวันขัดกันจะไม่เชื่อทั้งสองวัน
  rule: ลำดับของเวลา แน่นอน; รายงานของทั้งปีก่อนต้องไม่เผยแพร่ก่อนเดือนสุดท้ายของปีนั้น แผนกล่าวถึงวันข้างหน้าได้
en:
  about: Published before what it tells of
  message: Published on {published}, but the file tells of {day}
  hint: Make the day of publishing the day of the last change, or correct the other day if its year is a slip
  why: Nobody can publish what has not happened; an assessor who sees days that contradict each other believes neither
  rule: >-
    Order of time, certain; a report on the whole year before is not published before the last month of it. Plans may
    speak of days to come
wrong: |-
  published: 15 มกราคม 2567
  evidence:
  - title: รายงาน
    date: 31 ตุลาคม 2567
right: "published: 31 ตุลาคม 2567"
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.blocks.activities import Activity
from generator.blocks.projects import Progress
from generator.diagnostics import Diagnostic, Severity
from generator.families import FAMILIES
from generator.input.source import KeyPath
from generator.models.disclosure import Disclosure
from generator.models.shared import Period
from generator.site.monthly import COUNTED
from generator.site.site import Entry, Site
from generator.site.years import is_published_outside
from generator.tables.totals import Tabled
from generator.writing.dates import quarter_days, write_date

CODE = "published-before-its-facts"
SEVERITY = Severity.WARNING

_DAYS = ("date", "as_of", "counted_on")


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        data = entry.data
        published = data.published
        if published is None or is_published_outside(data):
            continue
        facts = list(_facts(entry))
        later = [(day, path) for day, path in facts if day > published]
        if later:
            day, path = max(later, key=lambda one: one[0])
            is_odd_one = len(later) == 1 and len(facts) > 1
            place = path if is_odd_one else ("published",)
            yield entry.file.at(place, CODE, published=write_date(published), day=write_date(day))
        elif FAMILIES[data.family].year == "previous" and data.data_year < data.assessed_year:
            last = quarter_days(data.data_year, 1, 4)[1]
            if published < last.replace(day=1):
                yield entry.file.at(("published",), CODE, published=write_date(published), day=write_date(last))


def _facts(entry: Entry[Disclosure]) -> Iterator[tuple[date, KeyPath]]:
    """First days of what is told as done, and where they stand."""
    for path, part in (found for parts in entry.parts.values() for found in parts):
        for key in _DAYS:
            day = part.__dict__.get(key)
            if isinstance(day, date):
                yield day, (*path, key)
    for path, when in _periods(entry):
        if days := when.span.days(entry.data.data_year):
            yield days[0], path
    if isinstance(entry.data, Tabled) and entry.data.rows and (months := entry.data.rows.months):
        yield max(months), ("table",)


def _periods(entry: Entry[Disclosure]) -> Iterator[tuple[KeyPath, Period]]:
    """Periods of steps that were taken, of activities that were done, and of what was counted."""
    for path, step in entry.each(Progress):
        for number, when in enumerate(step.when):
            yield (*path, "when", number), when
    for path, activity in entry.each(Activity):
        if activity.period and (activity.done or activity.results):
            yield (*path, "period"), activity.period
    for kind in COUNTED:
        for path, count in entry.each(kind):
            if count.period:
                yield (*path, "period"), count.period
