"""A list whose printed numbers leave one out, or have one twice.

Only lists in which every entry has a number of one form are looked at; they may begin anywhere. Of what an agency chose out
of a list of others, such as the standard issues, numbers may be left out and stand in any order; none may come twice.

th:
  about: เลขข้อข้ามหรือซ้ำ
  message: เลขข้อ {here} ตามหลัง {before}
  hint: เพิ่มข้อที่หาย หรือแก้เลขข้อ
  why: ผู้อ่านจะหาข้อที่ข้ามไป
  rule: การนับ
en:
  about: Numbers that leave one out or have one twice
  message: Number {here} follows {before}
  hint: Add the entry that is missing, or correct the number
  why: Readers look for the one left out
  rule: Counting
wrong: |-
  - {number: 1, text: ก}
  - {number: 3, text: ข}
right: |-
  - {number: 1, text: ก}
  - {number: 2, text: ข}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.scores import Score
from generator.site.site import Site
from generator.writing.figures import bounded_int, fold_digits

CODE = "numbering-with-holes"
SEVERITY = Severity.WARNING

_NUMBER = re.compile(r"((?:.*[^\d\n])?)(\d+)(\D*)")


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, value in site.each(BaseModel):
        for name, inner in value.__dict__.items():
            if isinstance(inner, tuple) and (place := _hole(inner)):
                key = type(value).model_fields[name].alias or name
                facts = {"before": short(inner[place - 1].number), "here": short(inner[place].number)}
                yield entry.file.at((*path, key, place, "number"), CODE, **facts)


def _hole(entries: tuple[Any, ...]) -> int | None:
    """The first place of a list whose number does not follow the one before; None where all do, or are of no one form."""
    if len(entries) < 2 or not all(getattr(one, "number", None) for one in entries):
        return None
    found = [_NUMBER.fullmatch(fold_digits(str(one.number)).strip()) for one in entries]
    numbers = [(one[1], bounded_int(one[2]), one[3]) for one in found if one]
    if len(numbers) < len(entries) or len({(before, after) for before, _, after in numbers}) > 1:
        return None
    if getattr(type(entries[0]), "is_chosen", False):
        return _repeated([number for _, number, _ in numbers])
    for place in range(1, len(numbers)):
        before, here = numbers[place - 1][1], numbers[place][1]
        is_pair = here == before and isinstance(entries[place], Score)  # one number, two instruments
        if here != before + 1 and not is_pair:
            return place
    return None


def _repeated(numbers: list[int]) -> int | None:
    """The first place of a number that was there before."""
    seen: set[int] = set()
    for place, number in enumerate(numbers):
        if number in seen:
            return place
        seen.add(number)
    return None
