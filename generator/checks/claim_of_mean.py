"""A sentence that calls a score above the national mean which is not.

The mean that the sentence names comes before the one that the result prints.

th:
  about: คำกล่าวว่าสูงกว่าค่าเฉลี่ยไม่ตรงกับคะแนน
  message: กล่าวว่าสูงกว่าค่าเฉลี่ย {than} แต่ {said} ไม่สูงกว่า
  hint: แก้คำกล่าว หรือตรวจคะแนนและค่าเฉลี่ยกับเอกสารต้นทาง
  why: เป็นประโยคที่สื่อมวลชนยกไปใช้
  wrong: |-
    kind: above_mean
    than: 90.19  # คะแนนรวม 87.36
  right: "text: คะแนนรวมต่ำกว่าค่าเฉลี่ยระดับประเทศ"
  rule: การเทียบกับค่าเฉลี่ยที่คำกล่าวหรือผล ITA พิมพ์ไว้
en:
  about: what is said to be above the mean is not
  message: Said to be above the mean of {than}, but {said} is not
  hint: Change the sentence, or check the score and the mean with the source document
  why: It is the sentence that the press copies
  wrong: |-
    kind: above_mean
    than: 90.19  # the total is 87.36
  right: "text: คะแนนรวมต่ำกว่าค่าเฉลี่ยระดับประเทศ"
  rule: Comparison with the mean that the sentence or the result prints
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.claims import stated
from generator.contradictions.subjects import listed
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "claim-of-mean"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for one in stated(site):
        national = one.result.data.national_mean
        than = one.claim.than if one.claim.than is not None else national.score if national else None
        subjects = one.subjects(mended=True) if one.claim.kind == "above_mean" else None
        if than is None or not subjects:
            continue
        named = one.named(subjects) if one.claim.subjects else subjects if one.claim.among == "total" else None
        wrong = [s for s in named or () if all(value <= than for value in s.values.values())]
        if wrong:
            yield one.entry.file.at((*one.path, "kind"), CODE, said=listed(wrong), than=than)
