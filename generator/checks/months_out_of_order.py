"""Documents of one kind in the order of a dictionary: 1, 10, 11, 12, 2, or months by their first letter.

Source: ita-oit §5. Titles that differ in one number or in their month only, four of them or more, in the order of text
and in no order of time; advice.

th:
  about: เรียงเดือนตามตัวอักษร
  message: "เอกสารเรียงตามตัวอักษร ไม่ใช่ตามเวลา: {order}"
  hint: เรียงตามเดือน เริ่มที่ตุลาคมหรือเดือนล่าสุด
  why: ผู้อ่านหาเดือนถัดไปไม่พบ
  wrong: เดือนที่ 1, 10, 11, 12, 2
  right: เดือนที่ 1, 2, 10, 11, 12
  rule: พบในหน้า OIT จริง (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: months in the order of letters
  message: "The documents stand in the order of letters, not of time: {order}"
  hint: Sort them by month, October or the latest first
  why: A reader does not find the next month
  wrong: month 1, 10, 11, 12, 2
  right: month 1, 2, 10, 11, 12
  rule: Found on real OIT pages (read on public pages of agencies)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.diagnostics import Diagnostic, Severity
from generator.models.shared import Evidence
from generator.site.evidence_names import name_of
from generator.site.site import Site
from generator.writing.dates import month_names
from generator.writing.figures import bounded_int, fold_digits

CODE = "months-out-of-order"
SEVERITY = Severity.ADVICE

_MONTHS = month_names()
_MONTH = re.compile("|".join(_MONTHS))
_FEWEST = 4


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.disclosures:
        lists: dict[tuple[str | int, ...], list[Evidence]] = {}
        for path, evidence in entry.each(Evidence):
            lists.setdefault(path[:-1], []).append(evidence)
        for path, evidences in lists.items():
            titles = [fold_digits(one.title.th) for one in evidences]
            names = [name_of(one) for one in evidences]
            if wrong := _as_text(titles) or _as_text(names):
                yield entry.file.at((*path, wrong[0]), CODE, order=", ".join(wrong[1]))


def _as_text(titles: list[str]) -> tuple[int, list[str]] | None:
    """Where the order of text leaves that of time, and the order; None where it does not."""
    if len(titles) < _FEWEST:
        return None
    if months := _months(titles):
        return _unordered(months, [_MONTHS.index(name) for name in months])
    numbers = _numbers(titles)
    return _unordered(numbers, [bounded_int(number) for number in numbers])


def _months(titles: list[str]) -> list[str]:
    """The month of each title, where titles differ in nothing else but figures; else nothing."""
    if len(_MONTH.findall(titles[0])) != 1 or not _are_alike(_MONTH.sub("", re.sub(r"\d", "", one)) for one in titles):
        return []
    months = [_MONTH.findall(title) for title in titles]
    return [name for (name,) in months] if all(len(found) == 1 for found in months) else []


def _are_alike(forms: Iterable[str]) -> bool:
    """Whether all are the same; the first that is not ends the search."""
    every = iter(forms)
    first = next(every)
    return all(form == first for form in every)


def _numbers(titles: list[str]) -> list[str]:
    """The number in which titles differ, where they differ in that one only; else nothing."""
    if not _are_alike(re.sub(r"\d+", "0", title) for title in titles):
        return []
    columns = list(zip(*(re.findall(r"\d+", title) for title in titles), strict=True))
    differing = [column for column in columns if len(set(column)) > 1]
    return list(differing[0]) if len(differing) == 1 else []


def _unordered(names: list[str], places: list[int]) -> tuple[int, list[str]] | None:
    """Whether names stand as text sorts them, and their places in no order of time, even round the year's end."""
    if names != sorted(names) or len(set(names)) < len(names):
        return None
    steps = [after - before for before, after in pairwise(places)]
    falls = sum(step < 0 for step in steps)
    rises = sum(step > 0 for step in steps)
    is_round = falls == 1 and places[-1] < places[0]
    if falls == 0 or rises == 0 or is_round:
        return None
    return next(number for number, step in enumerate(steps, 1) if step < 0), names
