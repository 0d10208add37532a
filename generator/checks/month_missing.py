"""A month that statistics told by month leave out.

Complaints are left out: months without any need not be told.

th:
  about: สถิติรายเดือนขาดบางเดือน
  message: "สถิติรายเดือนนี้ขาด {count} เดือน: {months}"
  hint: เพิ่มเดือนที่ขาดหลังบรรทัดนี้ เดือนที่ไม่มีให้ใส่ 0
  why: ขาดเดือนเดียวจากสิบสองเดือนก็ไม่ครบองค์ประกอบ และผลรวมน้อยกว่าจริง
  rule: พบในหน้า OIT จริง (ita-oit §5); เดือนที่อยู่ระหว่างเดือนแรกกับเดือนสุดท้าย หรือที่รายการอื่นในแฟ้มเดียวกันมี
en:
  about: A month missing from monthly statistics
  message: "These monthly statistics lack {count} months: {months}"
  hint: Add what is missing below this line, with 0 for a month without any
  why: One month missing out of twelve makes a component incomplete, and the sum too small
  rule: >-
    Found on real OIT pages (ita-oit §5); months between the first and the last, or that another list of the same file
    has
wrong: |-
  served:
  - {period: ตุลาคม 2567, walk_in: 9}
  - {period: ธันวาคม 2567, walk_in: 8}
right: |-
  served:
  - {period: ตุลาคม 2567, walk_in: 9}
  - {period: พฤศจิกายน 2567, walk_in: 0}
  - {period: ธันวาคม 2567, walk_in: 8}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.site.monthly import Days, Series, months_between, series
from generator.site.site import Site
from generator.writing.dates import write_days

CODE = "month-missing"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    by_file: dict[str, list[Series]] = {}
    for one in series(site):
        if one.is_complete and one.is_by_month:
            by_file.setdefault(one.entry.file.name, []).append(one)
    for lists in by_file.values():
        inside = [days for one in lists for days in one.days.values() if _is_within(days, one.bounds)]
        if inside:
            months = list(months_between(min(inside)[0], max(inside)[1]))
            for one in lists:
                yield from _lacking(one, months)


def _is_within(days: Days, bounds: Days) -> bool:
    return bounds[0] <= days[0] and days[1] <= bounds[1]


def _lacking(one: Series, months: list[Days]) -> Iterator[Diagnostic]:
    """What a list has not of the months, told behind the last month before the first that it lacks."""
    have = set(one.days.values())
    lacking = [days for days in months if days not in have]
    if lacking and len(have) == len(one.days):  # a month twice is one month under another's name
        behind = [number for number, days in sorted(one.days.items()) if days < lacking[0]]
        place = (*one.path, behind[-1]) if behind else one.path
        names = ", ".join(write_days(*days) for days in lacking)
        yield one.entry.file.at(place, CODE, months=names, count=len(lacking))
