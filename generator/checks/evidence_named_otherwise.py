"""A file whose name only looks like the one that the data writes: people cannot tell them apart, a machine can.

The file is read all the same, and published under one address whatever machine builds the site.

th:
  about: ชื่อแฟ้มในข้อมูลต่างจากชื่อจริงเพียงที่เครื่องเห็น
  message: "ข้อมูลเขียนว่า {file} แต่แฟ้มในโฟลเดอร์ชื่อ {actual} ใช้แฟ้มนี้ให้แล้ว ต่างกันที่ {difference}"
  hint: คัดลอกชื่อแฟ้มจริงมาวาง หรือเปลี่ยนชื่อแฟ้ม ให้ตรงกันทุกตัวอักษร
  why: โปรแกรมอื่นบางตัวเห็นเป็นคนละชื่อ และถ้ามีแฟ้มใหม่ชื่อคล้ายกัน จะไม่รู้ว่าหมายถึงแฟ้มใด
  wrong: "file: files/2567/plan-b.pdf  # แฟ้มจริงชื่อ Plan-B.PDF"
  right: "file: files/2567/Plan-B.PDF"
  rule: Windows และ macOS ไม่แยกตัวใหญ่ตัวเล็ก Unicode เขียน ำ ได้สองแบบ (Unicode Standard Annex 15)
en:
  about: the name in the data differs from the file's in what only a machine sees
  message: "The data says {file}, but the file in the folder is {actual}. That one is used; they differ in {difference}"
  hint: Copy the file's own name into the data, or rename the file, so that every letter is the same
  why: Some programs take them for two names, and when a file with a similar name comes, nobody knows which one is meant
  wrong: "file: files/2567/plan-b.pdf  # the file is called Plan-B.PDF"
  right: "file: files/2567/Plan-B.PDF"
  rule: Windows and macOS do not tell capitals from small letters, Unicode writes ำ in two ways (Unicode Standard Annex 15)
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.shared import Evidence
from generator.site.site import Site
from generator.writing.file_names import difference

CODE = "evidence-named-otherwise"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry, path, evidence in site.each(Evidence):
        file = site.evidence.get(evidence.file or "")
        if file and file.actual:
            facts = {"file": short(file.name), "actual": short(file.actual)}
            yield entry.file.at((*path, "file"), CODE, **facts, difference=_shown(file.name, file.actual))


def _shown(written: str, actual: str) -> str:
    """The letters that differ; by their numbers where nobody sees a difference: ``U+0E33 → U+0E4D U+0E32``."""
    is_seen = set(difference(written, actual)) == {"case"}
    parts = []
    for tag, start, end, first, last in difflib.SequenceMatcher(None, written, actual, autojunk=False).get_opcodes():
        if tag != "equal":
            parts.append(f"{_letters(written[start:end], is_seen)} → {_letters(actual[first:last], is_seen)}")
    return ", ".join(dict.fromkeys(parts))


def _letters(text: str, is_seen: bool) -> str:
    if is_seen or not text:
        return text or "–"
    is_mark = unicodedata.combining(text[0]) or unicodedata.category(text[0]) == "Mn"
    codes = " ".join(f"U+{ord(letter):04X}" for letter in text)
    return f"{'◌' if is_mark else ''}{text} ({codes})" if text.isprintable() and not text.isspace() else codes
