"""A score that is not the mean of what it is made of.

A question is the mean of its sub-questions, an indicator the mean of its questions, sub-indicators or items, an
instrument the mean of its indicators, and a score of EIT the mean of its two parts. One wrong figure breaks several
means: it is said once, at the figure that alone would mend most of them, else at the mean. The hint names the single
figures which one digit or two swapped ones would mend, for figures are often read from scans. Source: ita-oit §2. A
mean whose parts are not all printed is not looked at; which questions there are is known for 2564–2567. Questions that
only another file prints, as the issues of measures do, count as well.

th:
  about: คะแนนไม่ใช่ค่าเฉลี่ยของสิ่งที่ประกอบกัน
  message: "{name} พิมพ์ว่า {score} ไม่ลงรอยกับตัวเลขหรือคำกล่าวอื่น: {sums}"
  hint: |-
    ถ้า {meant} จะลงรอยกัน
    ตรวจกับเอกสารต้นทางแล้วแก้ตัวที่พิมพ์หรืออ่านผิด อย่าแก้เพียงให้ค่าเฉลี่ยตรง
  why: ผู้อ่านที่ลองบวกเองจะพบว่าไม่ตรง แล้วไม่เชื่อตัวเลขอื่นด้วย
  wrong: "- {number: 6, title: คุณภาพการดำเนินงาน, score: 80.49}  # E1 ถึง E3 เฉลี่ยได้ 90.49"
  right: "- {number: 6, title: คุณภาพการดำเนินงาน, score: 90.49}"
  rule: วิธีเฉลี่ยพิสูจน์จากตัวเลขในเอกสารต้นทาง 001, 003 และ 004 ยอมให้คลาดเคลื่อน 0.01 (0.015 สำหรับค่าเฉลี่ยของค่าเฉลี่ย)
en:
  about: a score is not the mean of what makes it up
  message: "{name} is printed as {score}, which does not agree with other figures or claims: {sums}"
  hint: >-
    It would agree if {meant}

    Check with the source document and mend what was misprinted or misread; never change a figure only so that it adds
    up
  why: A reader who adds up finds that it is wrong, and then believes no other figure
  wrong: "- {number: 6, title: คุณภาพการดำเนินงาน, score: 80.49}  # E1 to E3 make 90.49"
  right: "- {number: 6, title: คุณภาพการดำเนินงาน, score: 90.49}"
  rule: >-
    The means are proved by arithmetic in the source documents 001, 003 and 004; tolerance 0.01 (0.015 for means of
    means)
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.bindings import bindings_of
from generator.contradictions.copies import blocks
from generator.contradictions.elsewhere import OutsideMean, outside_means
from generator.contradictions.messages import cause_facts
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "wrong-mean"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        bindings = bindings_of(site, entry)
        copied = {block.indicator for block in blocks(entry.data, bindings)}
        for cause in bindings.causes:
            figures = {one.figure for one in cause.sums}
            if figures == {("total", "score")} or figures <= copied:
                continue
            yield entry.file.at(cause.figure, CODE, **cause_facts(bindings, cause, entry))
        for mean in outside_means(site, entry):
            yield entry.file.at(mean.path, CODE, **_facts(mean))


def _facts(mean: OutsideMean) -> dict[str, str]:
    """What a message says of a mean whose questions stand in other files, each with its place."""
    questions = " + ".join(f"{one.code} {one.score} ({one.place})" for one in mean.questions)
    return {
        "name": mean.name,
        "score": str(mean.score),
        "sums": f"{mean.score} ≠ ({questions}) ÷ {len(mean.questions)} = {mean.mean}",
        "meant": f"{mean.name} {mean.score} → {mean.mean}",
    }
