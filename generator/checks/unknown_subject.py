"""A claim about a question, indicator or instrument that the result does not hold.

th:
  about: คำกล่าวถึงข้อที่ไม่มี
  message: ผล ITA ปี {year} ไม่มี {id} ที่คำกล่าวนี้กล่าวถึง
  hint: |-
    หมายถึง {meant} ใช่หรือไม่
    ใช้รหัสคำถาม เลขตัวชี้วัด หรือชื่อแบบวัดที่มีในผล ITA
  why: คำกล่าวที่หาตัวเลขไม่พบตรวจสอบไม่ได้
  rule: สิ่งที่อ้างถึงต้องมีอยู่ในข้อมูล กำหนดโดยโปรแกรมนี้
en:
  about: a claim about something that is not there
  message: The ITA result of {year} has no {id}, of which this claim speaks
  hint: |-
    Did you mean {meant}?
    Use a question code, an indicator number or an instrument that the result holds
  why: A claim whose figure cannot be found cannot be checked
  rule: What is referred to must be in the data; a rule of this program
wrong: "subjects: [I51]"
right: "subjects: [I15]"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.claims import stated
from generator.contradictions.scores import known_codes
from generator.diagnostics import Diagnostic, Severity
from generator.models.ita import ItaResult, reference_key
from generator.site.site import Site
from generator.writing.near import nearest

CODE = "unknown-subject"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        ita = one.result.data
        known = _names(ita, one.claim.among)
        keys = {reference_key(name) for name in known}
        if not keys or one.claim.among == "total":
            continue
        keys |= {reference_key(code) for code in known_codes(site, ita.year)}  # missing-score tells of those
        for number, subject in enumerate(one.claim.subjects):
            if reference_key(subject.removeprefix("ตัวชี้วัดที่")) not in keys:
                meant = nearest(subject, known)
                yield one.entry.file.at((*one.path, "subjects", number), CODE, id=subject, year=ita.year, meant=meant)


def _names(ita: ItaResult, among: str) -> list[str]:
    """What a result calls the questions, indicators or instruments that a claim is about."""
    if among in ("questions", "items"):
        return [name for question in ita.questions for name in (question.code, question.id) if name]
    if among == "indicators":
        return [indicator.number for instrument in ita.instruments for indicator in instrument.indicators]
    return [instrument.instrument for instrument in ita.instruments]
