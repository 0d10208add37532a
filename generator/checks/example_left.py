"""A text of the data guide's example that was left as it was.

Titles, which are mostly official, names of issues, indicators and items, short texts and statements that there is none are passed over, and so is an agency
that says that it is a sample. One text that is not plainly invented may be an official name or a usual phrase; two are
a blank that was not finished.

th:
  about: ข้อความตัวอย่างที่ยังไม่ได้แก้
  message: "ยังเป็นข้อความของตัวอย่าง: {text} (ทั้งแฟ้มมี {count} แห่ง)"
  hint: "แก้เป็นข้อมูลจริงของหน่วยงาน หรือใส่ # หน้าบรรทัดไว้ก่อน"
  why: ชื่อ ตัวเลข และที่อยู่ที่สมมติขึ้นจะถูกเผยแพร่เป็นข้อเท็จจริงของหน่วยงาน
  rule: เทียบกับตัวอย่างของโปรแกรมนี้ แน่นอน
en:
  about: A text of the example, left as it was
  message: "This is still the text of the example: {text} ({count} in the file)"
  hint: "Write the facts of the agency, or put # before the line for now"
  why: Invented names, figures and addresses would be published as facts of the agency
  rule: Comparing with the examples of this program (certain)
wrong: "signer: นางสาวตัวอย่าง หนึ่ง"
right: "signer: (ชื่อหัวหน้าหน่วยงาน)"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

from generator.diagnostics import Diagnostic, Severity, short
from generator.families import FAMILIES
from generator.input.source import KeyPath
from generator.site.site import Site
from generator.site.texts import values
from generator.writing.figures import fold_digits
from generator.writing.terms import is_official

CODE = "example-left"
SEVERITY = Severity.WARNING

SHORTEST = 15
"""Letters below which two people may well write the same."""
FEWEST = 2
"""Texts like the example's that are no accident."""
_SAYS_NONE = re.compile(r"ไม่มี|ไม่พบ|No\b|None\b|There (?:is|are|was|were) no\b")
_INVENTED = re.compile(
    r"(?:นาย|นาง|นางสาว)ตัวอย่าง\s|(?:บริษัท|ห้างหุ้นส่วนจำกัด|ร้าน)\s?ตัวอย่าง\s|0 2000 00\d\d|sample\.example\.go\.th"
)


def find(site: Site) -> Iterator[Diagnostic]:
    if site.agency.sample:
        return
    for entry in site.disclosures:
        left: list[tuple[KeyPath, str]] = []
        is_invented = False
        of_example = _texts_of(entry.data.family)
        for path, text in values(entry.file):
            if path[:1] == ("title",) or _SAYS_NONE.match(text) or is_official(text):
                continue
            if found := _INVENTED.search(text):
                is_invented = True
            if found or _plain(text) in of_example:
                left.append((path, text))
        if is_invented or len(left) >= FEWEST:
            path, text = left[0]
            yield entry.file.at(path, CODE, text=short(text), count=len(left))


@lru_cache(None)
def _texts_of(family: str) -> frozenset[str]:
    """Every text of a family's example that is long enough to be known again, whatever its years."""
    content = yaml.load(FAMILIES[family].example.read_text("utf-8"), yaml.CBaseLoader)
    content.pop("title", None)
    sentences = [text for text in _leaves(content) if re.search("[ก-๙]| ", text)]  # not ids, choices and addresses
    return frozenset(plain for text in sentences if len(plain := _plain(text)) >= SHORTEST)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _leaves(inner)


def _plain(text: str) -> str:
    return re.sub(r"25\d\d|\s+", "", fold_digits(text))
