"""A question or item under an indicator that it does not belong to.

In a year whose questions are not known they run through the indicators in equal shares as they did in all known ones
(unverified), which is only held against a document whose printed means agree with that and not with what it says.

th:
  about: คำถามอยู่ผิดตัวชี้วัด
  message: "{name} อยู่ใต้ตัวชี้วัดที่ {said}"
  hint: |-
    ข้อนี้เป็นของตัวชี้วัดที่ {meant}
    ตรวจทั้งรหัสข้อและเลขตัวชี้วัด
  why: คะแนนจะไปเฉลี่ยผิดที่ และมาตรการจะตอบผิดตัวชี้วัด
  rule: คำถามของปี 2564 ถึง 2567 (เอกสารต้นทาง) และบัญชีรายการของปี ปีอื่นไม่ตรวจ
en:
  about: a question under the wrong indicator
  message: "{name} stands under indicator {said}"
  hint: |-
    It belongs to indicator {meant}
    Check both the code and the number of the indicator
  why: Its score goes into the wrong mean, and its measure answers the wrong indicator
  rule: The questions of 2564 to 2567 (source documents) and the year's list of items; other years are not checked
wrong: "- {code: I4, indicator: 1}"
right: "- {code: I4, indicator: 2}"
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.contradictions.sums import DIRECT
from generator.diagnostics import Diagnostic, Severity
from generator.models.assessment import known_assessment
from generator.models.ita import ItaResult, Question, reference_key
from generator.site.site import Site

CODE = "question-of-another-indicator"
SEVERITY = Severity.WARNING


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        known = known_assessment().questions_of(entry.data.year)
        catalogue = site.catalogues.get(entry.data.year)
        right = {code: number for number, codes in known.codes.items() for code in codes} if known else {}
        right = right or _by_equal_shares(entry.data)
        right |= {item.code: item.sub_indicator for item in catalogue.items} if catalogue else {}
        for number, question in enumerate(entry.data.questions):
            meant = right.get(question.code or "")
            if not meant or not question.indicator:
                continue
            said = reference_key(question.indicator)
            if said not in (meant, meant.partition(".")[0]):
                facts = {"name": question.code, "said": question.indicator, "meant": meant}
                yield entry.file.at(("questions", number, "indicator"), CODE, **facts)


def _by_equal_shares(ita: ItaResult) -> dict[str, str]:
    """Question → indicator, where the questions are all there and the printed means prove it; nothing elsewhere."""
    scores = {
        reference_key(one.number): one.score
        for instrument in ita.instruments
        for one in instrument.indicators
        if one.score is not None
    }
    found: dict[str, str] = {}
    for instrument in ("IIT", "EIT"):
        numbers = known_assessment().numbers_of(instrument)
        coded = {one.code: one for one in ita.questions if one.instrument == instrument and one.code}
        codes = [f"{instrument[0]}{number}" for number in range(1, len(coded) + 1)]
        if not codes or set(codes) != set(coded) or len(codes) % len(numbers):
            continue
        share = len(codes) // len(numbers)
        for place, indicator in enumerate(numbers):
            inside = codes[place * share : (place + 1) * share]
            if _is_mean(scores.get(indicator), [coded[code] for code in inside]):
                found |= dict.fromkeys(inside, indicator)
    return found


def _is_mean(score: Decimal | None, questions: list[Question]) -> bool:
    values = [one.score for one in questions if one.score is not None]
    if score is None or len(values) < len(questions):
        return False
    return abs(sum(values, Decimal(0)) / len(values) - score) <= DIRECT
