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
  wrong: |-
    - {code: I1, score: 78.68}
    - {code: I2, score: 83.53}
    - {code: I10, score: 78.68}
    - {code: I11, score: 83.53}
  right: |-
    - {code: I10, score: 70.15}
    - {code: I11, score: 76.44}
  rule: การเทียบและการคำนวณ (เอกสารต้นทาง 003) คะแนนที่เท่ากันโดยบังเอิญซึ่งค่าเฉลี่ยยังตรงไม่นับ
en:
  about: a block of scores is that of another indicator
  message: |-
    The scores of {copy} are those of {original}
    and do not agree with the indicator: {meant}
  hint: Rows were probably copied and not filled in; take the real scores from the source document
  why: The indicator tells the story of another one, and the measures mend the wrong thing
  wrong: |-
    - {code: I1, score: 78.68}
    - {code: I2, score: 83.53}
    - {code: I10, score: 78.68}
    - {code: I11, score: 83.53}
  right: |-
    - {code: I10, score: 70.15}
    - {code: I11, score: 76.44}
  rule: >-
    Comparison and arithmetic (source document 003); scores that are the same by chance while the mean still holds do
    not count
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from generator.contradictions.agreement import Sum, is_slip
from generator.contradictions.bindings import PARTS, Bindings, bindings_of, formula, indicator_key, whole_sets
from generator.diagnostics import Diagnostic, Severity
from generator.input.source import Path_
from generator.models.ita import ItaResult, Question
from generator.site.site import Site

CODE = "copied-scores"
SEVERITY = Severity.WARNING
WHOLE = (Decimal(0), Decimal(50), Decimal(100))
"""Scores that many questions have."""
FEWEST = 2
ALL = 3

Row = tuple[Path_, Question]


@dataclass(frozen=True)
class Block:
    """Questions of one indicator with the scores of another one's: the copy, and what it was copied from."""

    indicator: Path_
    """The score of the copy's indicator, or of nothing where it is not printed."""
    copy: tuple[Row, ...]
    original: tuple[Row, ...]
    broken: Sum[Path_] | None


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


def blocks(ita: ItaResult, bindings: Bindings) -> list[Block]:
    """Every block of scores that was copied, as far as it can be proved."""
    sums = {one.figure: one for one in bindings.account.sums if one.terms[0][0][0] == "questions"}
    of_indicator = _scores_of_indicators(ita)
    figures = {**bindings.account.figures, **bindings.meant}
    found = []
    for (number, rows), (other, others) in combinations(whole_sets(ita).items(), 2):
        pairs = [pair for pair in zip(rows, others, strict=False) if _is_copied(*pair)]
        if len({_values(row[1]) for row, _ in pairs}) < FEWEST:
            continue
        for name, copy in ((other, 1), (number, 0)):
            path = of_indicator.get(name, ())
            broken = sums.get(path)
            is_proved = not broken.holds(figures) if broken is not None else len(pairs) == len(others) >= ALL
            if is_proved:
                both = tuple(zip(*_near(rows, others), strict=True))
                found.append(Block(path, both[copy], both[1 - copy], broken))
                break
    return found


def _near(rows: Iterable[Row], others: Iterable[Row]) -> list[tuple[Row, Row]]:
    """The questions that were copied, also where one digit was misread since."""
    return [pair for pair in zip(rows, others, strict=False) if _is_copied(*pair) or _is_misread(*pair)]


def _scores_of_indicators(ita: ItaResult) -> dict[str, Path_]:
    """Key of an indicator → where its score stands; of two with one key, the first."""
    found: dict[str, Path_] = {}
    for at, instrument in enumerate(ita.instruments):
        for place, indicator in enumerate(instrument.indicators):
            found.setdefault(indicator_key(indicator), ("instruments", at, "indicators", place, "score"))
    return found


def _values(question: Question) -> tuple[Decimal, ...]:
    parts = [getattr(question.parts, part) for part in PARTS] if question.parts else []
    scores = [question.score, *(part.score for part in parts if part)]
    return tuple(score for score in scores if score is not None)


def _is_copied(one: Row, other: Row) -> bool:
    values = _values(one[1])
    return bool(values) and values == _values(other[1]) and not any(value in WHOLE for value in values)


def _is_misread(one: Row, other: Row) -> bool:
    """Whether two questions have scores of which one digit differs: a copy that was read from a scan."""
    scores = one[1].score, other[1].score
    return scores[0] is not None and scores[1] is not None and is_slip(scores[0], scores[1])


def _listed(rows: tuple[Row, ...]) -> str:
    return ", ".join(f"{question.code} {'/'.join(map(str, _values(question)))}" for _, question in rows)
