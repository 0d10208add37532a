"""Last year's score that is not the one which last year's result has.

Questions are compared only where code and text are the same, for their list changes from year to year.

th:
  about: คะแนนปีก่อนไม่ตรงกับผลของปีก่อน
  message: กล่าวว่าปีก่อนได้ {said} แต่ผล ITA ปี {year} คือ {known} ({place})
  hint: ตรวจคะแนนทั้งสองแห่งกับเอกสารต้นทาง แล้วแก้แห่งที่ผิด
  why: คะแนนของปีที่ประกาศไปแล้วเปลี่ยนไม่ได้ ถ้าไม่ตรงกันการเทียบปีจะเชื่อไม่ได้
  wrong: "previous: 85.51  # ผลของปีก่อนคือ 85.15"
  right: "previous: 85.15"
  rule: การเทียบข้อมูลที่หน่วยงานเผยแพร่เอง ยอมให้คลาดเคลื่อน 0.01
en:
  about: last year's score is not the one of last year's result
  message: Last year's score is said to be {said}, but the ITA result of {year} has {known} ({place})
  hint: Check both places with the source documents and mend the wrong one
  why: A score that was announced does not change; if the two differ, no comparison can be trusted
  wrong: "previous: 85.51  # last year's result has 85.15"
  right: "previous: 85.15"
  rule: Comparison of what the agency itself publishes; tolerance 0.01
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.previous import known_scores
from generator.contradictions.sums import DIRECT
from generator.diagnostics import Diagnostic, Severity
from generator.site.site import Site

CODE = "previous-score-changed"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        for path, known in known_scores(site, entry.data).items():
            _, now = known.now
            said = now.previous
            if said is None and now.score is not None and now.difference is not None:
                said = now.score - now.difference
            if said is not None and not any(abs(said - figure) <= DIRECT for figure in known.figures):
                key = "difference" if now.previous is None else "previous"
                facts = {"said": said, "known": known.figures[0], "year": known.year, "place": known.place}
                yield entry.file.at((*path, key), CODE, **facts)
