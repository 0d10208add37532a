"""A text without English among texts of its kind that have it.

Only Thai texts that stand for the same thing as one with English are compared, and the title and the summary of a file
that has English; advice, once a file.

th:
  about: ขาดภาษาอังกฤษ
  message: ข้อความ {count} แห่งในแฟ้มนี้มีแต่ภาษาไทย ทั้งที่ข้อความคู่กันในแฟ้มมีภาษาอังกฤษ เริ่มที่นี่
  hint: เพิ่ม en หรือถ้าเว็บไซต์ไม่มีภาษาอังกฤษ ให้แก้ languages ใน agency.yaml
  why: ผู้อ่านภาษาอังกฤษพบภาษาไทยแทรกกลางรายการ
  rule: languages ใน agency.yaml และบางประกาศต้องมีสองภาษา (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: missing English
  message: "{count} texts of this file are in Thai only while those beside them have English, beginning here"
  hint: Add en, or where the site has no English, mend languages in agency.yaml
  why: A reader of English meets Thai in the middle of a list
  rule: languages in agency.yaml; some declarations must be in both languages (read on public pages of agencies)
wrong: |-
  - title: {th: ก, en: A}
  - title: ข
right: |-
  - title: {th: ก, en: A}
  - title: {th: ข, en: B}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.diagnostics import Diagnostic, Severity
from generator.input.source import KeyPath, SourceFile
from generator.models.disclosure import Disclosure
from generator.site.site import Site
from generator.site.texts import published

CODE = "missing-english"
SEVERITY = Severity.ADVICE

_THAI = re.compile("[ก-ฮ]")


def find(site: Site) -> Iterator[Diagnostic]:
    if "en" not in site.agency.languages:
        return
    for entry in published(site):
        lacking = _lacking(entry.file, has_head=isinstance(entry.data, Disclosure))
        if lacking:
            yield entry.file.at(lacking[0], CODE, count=len(lacking))


@lru_cache(maxsize=4096)
def _lacking(file: SourceFile, *, has_head: bool) -> tuple[KeyPath, ...]:
    """The texts of a file that lack English, in order."""
    if "en:" not in file.text:
        return ()
    found = list(_texts(file.data, ()))
    kinds: dict[KeyPath, list[tuple[KeyPath, bool]]] = {}
    for path, has_english in found:
        kinds.setdefault(_kind(path), []).append((path, has_english))
    english = {kind for kind, texts in kinds.items() if any(has for _, has in texts)}
    # A list of plain texts is the short form of a list of texts with numbers.
    wanted = english | {kind for kind in kinds if (*kind, "text") in english}
    if has_head and english:
        wanted |= {("title",), ("summary",)}
    return tuple(path for path, has_english in found if not has_english and _kind(path) in wanted)


def _kind(path: KeyPath) -> KeyPath:
    return tuple("*" if isinstance(key, int) else key for key in path)


def _texts(data: Any, path: KeyPath) -> Iterator[tuple[KeyPath, bool]]:
    """Every text with the path to it, and whether it has English."""
    if isinstance(data, str):
        if _THAI.search(data):
            yield path, False
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, (*path, number))
    elif isinstance(data, dict):
        if "th" in data and data.keys() <= {"th", "en"}:
            yield path, "en" in data
        else:
            for key, value in data.items():
                yield from _texts(value, (*path, key))
