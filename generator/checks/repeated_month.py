"""A month that comes twice in one list of statistics.

Complaints are left out, for a month may have several kinds of them.

th:
  about: เดือนเดียวกันมาสองครั้งในสถิติ
  message: "{month} มีอยู่แล้วในรายการนี้"
  hint: แก้เป็นเดือนที่ถูก หรือรวมเป็นบรรทัดเดียว
  why: อีกเดือนหนึ่งหายไป และเดือนนี้มีสองคำตอบ
  rule: การนับ แน่นอน
en:
  about: A month twice in statistics
  message: "{month} is in this list already"
  hint: Correct the month, or make one line of the two
  why: Another month is lost, and this one has two answers
  rule: Counting, certain
wrong: |-
  served:
  - {period: มกราคม 2568, walk_in: 9}
  - {period: มกราคม 2568, walk_in: 8}
right: "- {period: กุมภาพันธ์ 2568, walk_in: 8}"
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
