"""A question or item without a score among others that have one.

Where only one score makes the indicator agree, the hint names it (003, O7).

th:
  about: ข้อที่ไม่มีคะแนน
  message: "{name} ไม่มีคะแนน ทั้งที่ข้ออื่นมี"
  hint: |-
    ถ้าเป็น {meant} ตัวชี้วัดจะลงรอยพอดี
    หาคะแนนจากเอกสารต้นทางหรือระบบ ITAS มาใส่ ถ้าไม่มีจริงให้บอกเหตุผลไว้ใน note
  why: ผู้อ่านไม่รู้ว่าลืม ไม่ถูกประเมิน หรือข้อมูลหาย และตรวจค่าเฉลี่ยไม่ได้
  rule: จำนวนข้อของปี 2564 ถึง 2567 (เอกสารต้นทาง) และบัญชีรายการของปี เอกสารที่พิมพ์เพียงบางข้อไม่ตรวจ
en:
  about: a question or item without a score
  message: "{name} has no score while others have one"
  hint: |-
    With {meant} the indicator would agree exactly
    Take the score from the source document or the ITAS system; if there is none, say why in note
  why: Nobody can tell whether it was forgotten, not assessed or lost, and no mean can be checked
  rule: >-
    The questions of 2564 to 2567 (source documents) and the year's list of items; a document that prints only some is
    not checked
wrong: |-
  - {code: O6, score: 100}
  - {code: O8, score: 100}
right: |-
  - {code: O6, score: 100}
  - {code: O7, score: 100}
  - {code: O8, score: 100}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.contradictions.scores import known_codes
from generator.diagnostics import Diagnostic, Severity, short
from generator.input.source import KeyPath
from generator.models.assessment import known_assessment
from generator.models.catalogue import Item
from generator.models.ita import ItaResult, Question
from generator.site.site import Entry, Site
from generator.writing.figures import bounded_int

CODE = "missing-score"
SEVERITY = Severity.WARNING
MOST_MISSING = 10
"""One in so many may be missing; where more are, the document only prints some."""


def find(site: Site) -> Iterator[Diagnostic]:
    for entry in site.ita.values():
        for instrument in ("IIT", "EIT", "OIT"):
            mine = {n: question for n, question in enumerate(entry.data.questions) if question.instrument == instrument}
            yield from _bare(site, entry, mine)
            yield from _left_out(
                site, entry, instrument, {question.code for question in mine.values() if question.code}
            )


def _bare(site: Site, entry: Entry[ItaResult], mine: dict[int, Question]) -> Iterator[Diagnostic]:
    """The questions of an instrument that stand there without a score, unless most do."""
    bare = {number: question for number, question in mine.items() if _is_bare(question)}
    if len(bare) <= len(mine) / 2:
        for number, question in bare.items():
            meant = _meant(site, entry, question.code or "")
            yield entry.file.at(("questions", number), CODE, name=question.code or short(question.text), meant=meant)


def _left_out(site: Site, entry: Entry[ItaResult], instrument: str, there: set[str]) -> Iterator[Diagnostic]:
    """The codes of an instrument that the result lacks, unless it only prints some."""
    known = [code for code in known_codes(site, entry.data.year) if code[0] == instrument[0]] or _counted(there)
    missing = [code for code in known if code not in there]
    if len(missing) <= max(1, len(known) // MOST_MISSING) < len(known):
        for code in missing:
            yield entry.file.at(_after(entry.data, known, code), CODE, name=code, meant=_meant(site, entry, code))


def _is_bare(question: Question) -> bool:
    return question.score is None and not question.parts and not any(r.score is not None for r in question.restated)


def _counted(there: set[str]) -> list[str]:
    """In a year that nothing is known of: from the first code to the last one that is there.

    Nothing where that is more than twice as many as are there: then most would be missing, which proves no list.
    """
    last = max((bounded_int(code[1:]) for code in there if code[1:].isdigit()), default=0)
    return [f"{min(there)[0]}{number}" for number in range(1, last + 1)] if last <= 2 * len(there) else []


def _after(ita: ItaResult, known: list[str], code: str) -> KeyPath:
    """The question that stands where the missing one would: the next that is there, else the last."""
    places = {question.code: number for number, question in enumerate(ita.questions)}
    later = [places[other] for other in known[known.index(code) :] if other in places]
    earlier = [places[other] for other in known[: known.index(code)] if other in places]
    return ("questions", later[0] if later else earlier[-1], "code")


def _meant(site: Site, entry: Entry[ItaResult], code: str) -> str:
    """The only score of an item with which its indicator agrees, or an empty text."""
    items = _of_one_indicator(site, entry.data.year, code)
    indicator = entry.data.indicator(_indicator(items[0])) if items else None
    scores = {question.code: question.score for question in entry.data.questions if question.score is not None}
    if not indicator or indicator.score is None or any(one.code not in scores for one in items if one.code != code):
        return ""
    fitting = [
        score
        for score in known_assessment().item_scores
        if abs(_mean(items, {**scores, code: score}) - indicator.score) <= Decimal("0.015")
    ]
    return str(fitting[0]) if len(fitting) == 1 else ""


def _of_one_indicator(site: Site, year: int, code: str) -> list[Item]:
    """Every item of the indicator that an item belongs to; none where the catalogue does not know it."""
    catalogue = site.catalogues.get(year)
    items = catalogue.items if catalogue else ()
    number = next((_indicator(one) for one in items if one.code == code), None)
    return [one for one in items if _indicator(one) == number]


def _indicator(item: Item) -> str:
    return item.sub_indicator.partition(".")[0]


def _mean(items: list[Item], scores: Mapping[str | None, Decimal]) -> Decimal:
    """The score of an indicator: the mean of its sub-indicators, each the mean of its items."""
    subs: dict[str, list[Decimal]] = {}
    for item in items:
        subs.setdefault(item.sub_indicator, []).append(scores[item.code])
    means = [sum(inside, Decimal(0)) / len(inside) for inside in subs.values()]
    return sum(means, Decimal(0)) / len(means)
