"""A question with the very sub-questions of another one.

Only advice, for short sub-questions may really be the same.

th:
  about: ข้อย่อยซ้ำกับของคำถามอื่น
  message: ข้อย่อยทั้ง {count} ข้อของ {name} มีข้อความเดียวกับของ {first}
  hint: ตรวจว่าคัดลอกมาแล้วไม่ได้แก้หรือไม่ ถ้าแบบวัดใช้ข้อความเดียวกันจริงไม่ต้องแก้
  why: ผู้อ่านจะไม่รู้ว่าข้อนี้ถามอะไร
  rule: การเทียบ (เอกสารต้นทาง 004 ข้อ I5 และ I6) เป็นเพียงคำแนะนำ
en:
  about: the sub-questions are those of another question
  message: All {count} sub-questions of {name} have the same text as those of {first}
  hint: See whether they were copied and not rewritten; if the survey really uses the same text, nothing is wrong
  why: The reader does not learn what this question asked
  rule: Comparison (source document 004, I5 and I6); only advice
wrong: |-
  - {code: I4, sub_questions: [{text: การเรียกรับเงิน}]}
  - {code: I6, sub_questions: [{text: การเรียกรับเงิน}]}
right: "- {code: I6, sub_questions: [{text: การให้เงิน}]}"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, short
from generator.models.assessment import title_key
from generator.site.site import Site

CODE = "repeated-sub-questions"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        seen: dict[tuple[str, ...], str] = {}
        for number, question in enumerate(entry.data.questions):
            texts = tuple(title_key(str(sub.text)) for sub in question.sub_questions)
            name = question.code or short(question.text)
            if len(texts) > 1 and (first := seen.setdefault(texts, name)) != name:
                path = ("questions", number, "sub_questions", 0, "text")
                yield entry.file.at(path, CODE, name=name, first=first, count=len(texts))
