"""A figure or year in the English text that the Thai text beside it has otherwise.

Figures below 100 may be written in words. Times of the day are passed over, and so are figures that one text has in
millions.

th:
  about: ตัวเลขในภาษาอังกฤษไม่ตรงกับภาษาไทย
  message: ภาษาไทยพิมพ์ {thai} แต่ภาษาอังกฤษพิมพ์ {english}
  hint: ดูเอกสารต้นทางว่าตัวใดถูก แล้วแก้อีกภาษาให้ตรงกัน
  why: ผู้อ่านสองภาษาจะได้ตัวเลขคนละตัว มักเกิดจากแก้ภาษาเดียวแล้วลืมอีกภาษา
  rule: >-
    การเทียบ แน่นอน; เทียบตัวเลขตั้งแต่ 100 ขึ้นไป ทศนิยม และปี (พ.ศ. กับ ค.ศ. ถือว่าตรงกัน) เมื่อสองภาษามีตัวเลขจำนวนเท่ากันและต่างกันตัวเดียว
en:
  about: A figure in English that is not the one in Thai
  message: The Thai text has {thai}, the English text {english}
  hint: See in the source which is right, and make the other agree
  why: Readers of the two languages are told two figures; mostly one was mended and the other forgotten
  rule: >-
    Comparison, certain; figures from 100 on, decimals and years (of either era) are compared where both texts have as
    many and one differs
wrong: |-
  summary:
    th: ใช้งบประมาณ 702,300 บาท
    en: It spent 720,300 baht.
right: |-
  summary:
    th: ใช้งบประมาณ 702,300 บาท
    en: It spent 702,300 baht.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from generator.diagnostics import Diagnostic, Severity
from generator.input.source import KeyPath
from generator.models.shared import Text
from generator.site.site import Entry, Site
from generator.writing.dates import BE_OFFSET
from generator.writing.figures import fold_digits

CODE = "english-unlike-thai"
SEVERITY = Severity.WARNING

_FIGURE = re.compile(r"(?<![\d.,/:-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d/:])|(?<![\d.,/:-])\d+(?:\.\d+)?(?![\d/:])")
_TIME = re.compile(r"\d[.:]\d\d\s*(?:น\.|-|–)|\d\s*[ap]\.?m\b", re.IGNORECASE)
_SCALE = re.compile(r"ล้าน|แสน|หมื่น|พัน|million|thousand|billion|\bk\b", re.IGNORECASE)
_LEAST = 100


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.entries:
        for path, text in _texts(entry):
            if text.en and (unlike := _unlike(text.th, text.en)):
                yield entry.file.at((*path, "en"), CODE, thai=unlike[0], english=unlike[1])


def _texts(entry: Entry[Any]) -> Iterator[tuple[KeyPath, Text]]:
    """Every text of a file and its path."""
    for parts in entry.parts.values():
        for path, part in parts:
            if isinstance(part, Text):
                yield path, part
                continue
            for name, value in part.__dict__.items():
                if isinstance(value, Text):
                    yield (*path, type(part).model_fields[name].alias or name), value


@lru_cache(maxsize=20_000)
def _unlike(thai: str, english: str) -> tuple[str, str] | None:
    """The one figure that differs, as both print it."""
    if not any(letter.isdigit() for letter in english) or _TIME.search(thai) or _TIME.search(english):
        return None
    here, there = _figures(thai), _figures(english)
    if len(here) != len(there):
        return None
    for figure in list(here):
        match = next((one for one in there if _is_same(figure, one)), None)
        if match:
            here.remove(figure)
            there.remove(match)
    if len(here) != 1 or _SCALE.search(thai) or _SCALE.search(english):
        return None
    return here[0], there[0]


def _figures(text: str) -> list[str]:
    """Every figure that is never written in words."""
    found = _FIGURE.findall(fold_digits(text))
    return [one for one in found if "." in one or _value(one) >= _LEAST]


def _is_same(one: str, other: str) -> bool:
    return abs(_value(one) - _value(other)) in (0, BE_OFFSET)


def _value(figure: str) -> Decimal:
    return Decimal(figure.replace(",", ""))
