"""A question counted as below the target of which only one part is.

How the target treats the two parts of EIT is an open question of ita-oit §9 (003, E1 and E6).

th:
  about: นับว่าต่ำกว่าเป้าหมายจากคะแนนส่วนเดียว
  message: "{name} นับว่าต่ำกว่า {than} แต่เฉลี่ยสองส่วนได้ {mean}"
  hint: บอกไว้ในข้อความว่านับคะแนนส่วนใด
  why: ผู้อ่านที่เฉลี่ยสองส่วนเองจะเห็นว่าถึงเป้าหมายแล้ว
  wrong: "text: ข้อที่ไม่ถึง 85 คือ E1  # 84.73 และ 86.19"
  right: "text: ข้อที่ไม่ถึง 85 ในส่วนของ EIT Public คือ E1"
  rule: ยังไม่ทราบว่าเป้าหมายนับ EIT สองส่วนอย่างไร จึงเป็นเพียงคำแนะนำ (เอกสารต้นทาง 003)
en:
  about: counted as below the target by one part only
  message: "{name} is counted as below {than}, but the mean of its parts is {mean}"
  hint: Say in the text which part is counted
  why: A reader who takes the mean finds that it meets the target
  wrong: "text: ข้อที่ไม่ถึง 85 คือ E1  # 84.73 and 86.19"
  right: "text: ข้อที่ไม่ถึง 85 ในส่วนของ EIT Public คือ E1"
  rule: How the target treats the two parts of EIT is not known, so this is only advice (source document 003)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.contradictions.claims import Stated, stated
from generator.contradictions.scores import PARTS
from generator.contradictions.subjects import Subject
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "below-by-one-part"
SEVERITY = Severity.ADVICE


def find(site: Site) -> Iterator[Diagnostic]:
    seen: set[tuple[str, str]] = set()
    for one in stated(site):
        if one.claim.kind != "below_target":
            continue
        printed, mended = (_named(one, mended=is_mended) for is_mended in (False, True))
        for number, (subject, other) in enumerate(zip(printed, mended, strict=True)):
            place = (one.entry.file.name, subject.key)
            if place not in seen and _is_split(subject, one.than) and _is_split(other, one.than):
                seen.add(place)
                facts = {"name": subject.shown, "mean": f"{subject.values['score']:.2f}", "than": one.than}
                yield one.entry.file.at((*one.path, "subjects", number), CODE, **facts)


def _named(one: Stated, *, mended: bool) -> list[Subject]:
    return one.named(one.subjects(mended=mended) or ()) or []


def _is_split(subject: Subject, than: Decimal) -> bool:
    parts = [subject.values[part] for part in PARTS if part in subject.values]
    return subject.values["score"] >= than and any(part < than for part in parts)
