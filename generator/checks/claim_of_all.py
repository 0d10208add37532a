"""A sentence that says all questions are in one class, and some are not.

th:
  about: คำกล่าวว่าทั้งหมดอยู่ในกลุ่มเดียวแต่ไม่ใช่
  message: "กล่าวว่าทุกข้ออยู่ในกลุ่ม {title} แต่ {count} จาก {all} ข้ออยู่กลุ่มอื่น: {others}"
  hint: แก้คำกล่าวให้ระบุเฉพาะข้อที่อยู่ในกลุ่มนี้
  why: คำว่าทุกข้อเป็นคำที่ผู้อ่านตรวจก่อน และทำให้แก้สิ่งที่ไม่ต้องแก้
  wrong: |-
    kind: all_in_class
    class: develop  # 25 จาก 30 ข้ออยู่กลุ่มรักษาระดับ
  right: "text: 5 จาก 30 ข้อต้องพัฒนา"
  rule: การเทียบกับกลุ่มของแต่ละข้อ หรือเกณฑ์ของกลุ่ม (เอกสารต้นทาง 004)
en:
  about: all are said to be in one class, and some are not
  message: "All are said to be in the class {title}, but {count} of {all} are in another: {others}"
  hint: Change the sentence so that it names only those of this class
  why: All is the word that readers test first, and it makes people mend what needs no mending
  wrong: |-
    kind: all_in_class
    class: develop  # 25 of 30 are to be kept
  right: "text: 5 จาก 30 ข้อต้องพัฒนา"
  rule: Comparison with the class of each question, or the bounds of the class (source document 004)
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.bindings import bound_of
from generator.contradictions.claims import stated
from generator.contradictions.subjects import listed
from generator.diagnostics import Diagnostic, Severity
from generator.models.ita import Question
from generator.site.site import Site

CODE = "claim-of-all"
SEVERITY = Severity.WARNING
MOST_SHOWN = 5


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        classes = {c.id: c for c in one.result.data.classes}
        if one.claim.kind != "all_in_class" or one.claim.class_ not in classes:
            continue
        wanted = classes[one.claim.class_]
        bound = bound_of(wanted)
        subjects = one.subjects() or []
        others = []
        for subject in subjects:
            own = subject.score.class_ if isinstance(subject.score, Question) else None
            values = subject.values.values()
            is_below = all(bound.is_missed_by(value) for value in values)
            is_above = all(bound.is_passed_by(value) for value in values)
            if own != wanted.id if own else is_below or is_above:
                others.append(subject)
        if others:
            shown = listed(others[:MOST_SHOWN]) + (" …" if len(others) > MOST_SHOWN else "")
            facts = {"title": wanted.title, "count": len(others), "all": len(subjects), "others": shown}
            yield one.entry.file.at((*one.path, "class"), CODE, **facts)
