"""A title that stops in the middle of a word.

Source: ita-oit §5. Found where a word cannot end so: in a vowel that waits for its consonant, in ``…``, in an open
bracket, or one or two letters before the end of a word that titles often end with; advice.

th:
  about: ชื่อขาดกลางคำ
  message: ชื่อ {name} ขาดกลางคำหรือลงท้ายค้างไว้
  hint: พิมพ์ชื่อให้ครบตามเอกสาร
  why: ผู้อ่านไม่รู้ว่าเป็นเอกสารใด
  rule: พบในหน้า OIT จริง (อ่านจากหน้าเว็บสาธารณะของหน่วยงาน)
en:
  about: a name that stops in mid-word
  message: The name {name} stops in the middle of a word or waits for more
  hint: Write the whole name as the document has it
  why: The reader cannot tell what the document is
  rule: Found on real OIT pages (read on public pages of agencies)
wrong: "title: มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงา"
right: "title: มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.diagnostics import Diagnostic, Severity, short
from generator.input.source import KeyPath
from generator.models.shared import Evidence
from generator.site.evidence_names import name_of
from generator.site.site import Entry, Site
from generator.writing.terms import words

CODE = "cut-off-name"
SEVERITY = Severity.ADVICE

_END = re.compile(r"(?:[เ-ไัฺ]|…|\.\.\.?|[(\[“])$")


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, title in _titles(site):
        if is_cut_off(title):
            yield entry.file.at(path, CODE, name=short(title[-60:]))
    for entry, place, evidence in site.each(Evidence):
        name = name_of(evidence) if evidence.file else ""
        if re.search(r"[-_.…]$", name) or name.count("(") > name.count(")"):
            yield entry.file.at((*place, "file"), CODE, name=short(name[-60:]))


def _titles(site: Site) -> Iterator[tuple[Entry[Any], KeyPath, str]]:
    for entry in site.disclosures:
        if entry.data.title:
            yield entry, ("title",), entry.data.title.th
    for entry, path, evidence in site.each(Evidence):
        yield entry, (*path, "title"), evidence.title.th


@lru_cache(maxsize=4096)
def is_cut_off(title: str) -> bool:
    """Whether a title stops where no word ends."""
    if _END.search(title[-4:]) or title.count("(") > title.count(")"):
        return True
    return re.split(r"[\s)]", title)[-1].endswith(_halves())


@lru_cache(maxsize=1)
def _halves() -> tuple[str, ...]:
    """What is left of words that are often cut off, by one letter or two."""
    return tuple(word[:-left] for word in words() for left in (1, 2) if len(word) - left >= 5 and _is_half(word, left))


def _is_half(word: str, left: int) -> bool:
    """Whether the word without its last letters is surely not a word."""
    return not any(other != word and (word[:-left].endswith(other) or other == word[:-left]) for other in _WHOLE)


_WHOLE = frozenset(
    ("หน่วย", "งาน", "การ", "ปี", "ใส", "พัสดุ", "บุคคล", "ทุจริต", "เรียน", "ธรรม", "เสี่ยง", "ประกาศ", "ผล", "รายงาน")
)
