"""The scores of one indicator's questions that stand again under another indicator.

Equal scores are common in small surveys, so that a block is only reported where the mean of its indicator contradicts
it, or where the mean is not printed and all scores of the indicator, at least three and not all alike, are the same.
Where it is reported, wrong-mean is silent about that indicator.

th:
  about: คะแนนทั้งชุดซ้ำกับของตัวชี้วัดอื่น
  message: |-
    คะแนนของ {copy} ซ้ำกับ {original}
    และไม่ลงรอยกับตัวชี้วัด: {meant}
  hint: น่าจะคัดลอกแถวมาแล้วไม่ได้แก้ ใส่คะแนนจริงของข้อเหล่านี้จากเอกสารต้นทาง
  why: ตัวชี้วัดนี้จะเล่าเรื่องของอีกตัวชี้วัดหนึ่ง และมาตรการจะแก้ผิดเรื่อง
  rule: การเทียบและการคำนวณ (เอกสารต้นทาง 003) คะแนนที่เท่ากันโดยบังเอิญซึ่งค่าเฉลี่ยยังตรงไม่นับ
en:
  about: a block of scores is that of another indicator
  message: |-
    The scores of {copy} are those of {original}
    and do not agree with the indicator: {meant}
  hint: Rows were probably copied and not filled in; take the real scores from the source document
  why: The indicator tells the story of another one, and the measures mend the wrong thing
  rule: >-
    Comparison and arithmetic (source document 003); scores that are the same by chance while the mean still holds do
    not count
wrong: |-
  - {code: I1, score: 78.68}
  - {code: I2, score: 83.53}
  - {code: I10, score: 78.68}
  - {code: I11, score: 83.53}
right: |-
  - {code: I10, score: 70.15}
  - {code: I11, score: 76.44}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.bindings import bindings_of
from generator.contradictions.copies import blocks, values_of
from generator.contradictions.messages import formula
from generator.contradictions.scores import Row
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "copied-scores"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        bindings = bindings_of(site, entry)
        for block in blocks(entry.data, bindings):
            first_path, first = block.copy[0]
            key = "score" if first.score is not None else "parts"
            sums = ""
            if block.broken:
                figure = bindings.account.figures[block.indicator]
                sums = f"{bindings.names[block.indicator]} {figure} ≠ {formula(block.broken, bindings.account.figures)}"
            facts = {"copy": _listed(block.copy), "original": _listed(block.original), "meant": sums}
            yield entry.file.at((*first_path, key), CODE, **facts)


def _listed(rows: tuple[Row, ...]) -> str:
    return ", ".join(f"{question.code} {'/'.join(map(str, values_of(question)))}" for _, question in rows)
