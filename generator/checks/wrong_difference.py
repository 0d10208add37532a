"""A difference from last year that is not this year's score less last year's.

th:
  about: ผลต่างจากปีก่อนไม่ตรงกับการลบ
  message: จาก {previous} เป็น {score} ต่างกัน {right} แต่พิมพ์ว่า {difference}
  hint: |-
    กลับเครื่องหมายเป็น {meant} ใช่หรือไม่
    ตรวจคะแนนสองปีและผลต่างกับเอกสารต้นทาง ลดลงเขียนเป็นลบ
  why: ผลต่างที่ผิดทำให้เข้าใจว่าดีขึ้นหรือแย่ลงผิดไป
  rule: การลบ (ตรงทุกแถวในเอกสารต้นทาง 001) ยอมให้คลาดเคลื่อน 0.01
en:
  about: the difference from last year is not what subtraction gives
  message: From {previous} to {score} is {right}, but {difference} is printed
  hint: |-
    Was the sign turned, and {meant} meant?
    Check both scores and the difference with the source document; a decrease is negative
  why: A wrong difference makes progress look like decline
  rule: Subtraction (holds for every row of source document 001); tolerance 0.01
wrong: |-
  score: 88.57
  previous: 85.15
  difference: 3.60
right: |-
  score: 88.57
  previous: 85.15
  difference: 3.42
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.contradictions.bindings import bindings_of
from generator.contradictions.previous import known_scores
from generator.contradictions.sums import DIRECT
from generator.diagnostics import Diagnostic, Severity
from generator.models.scores import Printing
from generator.site.site import Site

CODE = "wrong-difference"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    meant = {year: bindings_of(site, entry).meant for year, entry in site.ita.items()}
    known = {year: known_scores(site, entry.data) for year, entry in site.ita.items()}
    for entry, path, printing in site.each(Printing):
        score, previous, difference = printing.score, printing.previous, printing.difference
        if score is None or previous is None or difference is None:
            continue
        year = getattr(entry.data, "year", 0)
        now = meant.get(year, {}).get((*path, "score"), score)
        then = known.get(year, {}).get(path)
        # What a wrong score or a wrong previous score explains is said there.
        pairs = [(a, b) for a in (score, now) for b in (previous, *(then.figures if then else ()))]
        if any(abs(a - b - difference) <= DIRECT for a, b in pairs):
            continue
        right = now - previous
        facts = {"score": score, "previous": previous, "difference": f"{difference:+}", "right": f"{right:+}"}
        is_sign = abs(right + difference) <= DIRECT
        yield entry.file.at((*path, "difference"), CODE, **facts, meant=f"{right:+}" if is_sign else "")
