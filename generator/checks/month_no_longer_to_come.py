"""A month that is said to be still to come, though it has passed.

th:
  about: เดือนที่บอกว่ายังไม่ถึงแต่ผ่านไปแล้ว
  message: "{month} ผ่านไปแล้ว แต่ยังบอกว่ายังไม่ถึง"
  hint: เพิ่มรายการของเดือนนี้ในตาราง หรือแก้เหตุผลเป็นว่าไม่มีการจัดซื้อจัดจ้าง
  why: ผู้อ่านเข้าใจว่าไม่มีใครดูแลหน้านี้ และผู้ประเมินนับว่าขาดเดือน
  wrong: "{month: พฤษภาคม 2569, reason: ยังไม่ถึงเดือนนี้} ในเดือนสิงหาคม 2569"
  right: "{month: พฤษภาคม 2569, reason: ไม่มีการจัดซื้อจัดจ้าง}"
  rule: ปฏิทิน ระหว่างปีที่ประเมินนับจากวันที่ตรวจ ปีที่ผ่านไปแล้วนับจากวันที่เผยแพร่
en:
  about: a month said to be still to come that has passed
  message: "{month} has passed, but is still said to be to come"
  hint: Add the month's jobs to the table, or say that there was no procurement
  why: Readers take the page for abandoned, and an assessor counts the month as missing
  wrong: "{month: พฤษภาคม 2569, reason: ยังไม่ถึงเดือนนี้} in August 2569"
  right: "{month: พฤษภาคม 2569, reason: ไม่มีการจัดซื้อจัดจ้าง}"
  rule: The calendar; while the assessed year runs, the day of the check counts, afterwards the day of publishing
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.families.proc_monthly.model import ProcMonthly
from generator.site.site import Site
from generator.writing.dates import fiscal_year, write_days

CODE = "month-no-longer-to-come"
SEVERITY = Severity.WARNING

_TO_COME = re.compile(r"ยังไม่ถึง|ยังไม่ครบเดือน|not yet", re.IGNORECASE)


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        data = entry.data
        if not isinstance(data, ProcMonthly):
            continue
        is_running = site.today is not None and fiscal_year(site.today) <= data.assessed_year
        day = site.today if is_running else data.published
        for number, one in enumerate(data.months_without):
            days = one.month.span.days(data.data_year)
            if day and days and days[1] < day and _TO_COME.search(str(one.reason)):
                yield entry.file.at(("months_without", number, "reason"), CODE, month=write_days(*days))
