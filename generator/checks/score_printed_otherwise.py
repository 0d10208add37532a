"""One score that is printed in two places with two values.

A printing with fewer decimals may be rounded or truncated. Where the sums of the document decide which one is right,
the hint says so.

th:
  about: คะแนนเดียวกันพิมพ์ไม่ตรงกัน
  message: "{name} พิมพ์ที่นี่ว่า {here} แต่อีกแห่งพิมพ์ว่า {there} ({place})"
  hint: |-
    {meant} ลงรอยกับค่าเฉลี่ย จึงน่าจะเป็นค่าที่ถูก
    ตรวจกับเอกสารต้นทาง ถ้าเอกสารพิมพ์ไว้ไม่ตรงกันเองให้บอกไว้ใน note
  why: ผู้อ่านเห็นสองค่าแล้วไม่เชื่อทั้งสองค่า
  rule: การเทียบ (เอกสารต้นทาง 001 และ 004) ยอมให้คลาดเคลื่อน 0.01
en:
  about: one score printed with two values
  message: "{name} is printed as {here} here and as {there} elsewhere ({place})"
  hint: |-
    {meant} agrees with the means and is probably right
    Check with the source document; if the document itself prints both, say so in note
  why: A reader who sees two values believes neither
  rule: Comparison (source documents 001 and 004); tolerance 0.01
wrong: |-
  questions: [{code: E13, score: 74.64}]
  scores: [{question: E13, score: 79.64}]
right: "scores: [{question: E13, score: 74.64}]"
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.contradictions.agreement import is_same
from generator.contradictions.bindings import Bindings, bindings_of
from generator.contradictions.claims import Stated, stated
from generator.contradictions.copies import blocks
from generator.contradictions.extremes import is_extreme
from generator.contradictions.scores import PARTS
from generator.contradictions.subjects import Subject
from generator.diagnostics import Diagnostic, Severity, short
from generator.families.measures.model import PrintedScore
from generator.input.source import KeyPath
from generator.models.disclosure import Disclosure
from generator.models.ita import ItaResult
from generator.models.scores import Printing, Score
from generator.site.site import Entry, Site

CODE = "score-printed-otherwise"
SEVERITY = Severity.WARNING
KEYS = ("score", "previous", "difference")


def find(site: Site) -> Iterator[Diagnostic]:
    results = {year: (entry, bindings_of(site, entry)) for year, entry in site.ita.items()}
    for result, bindings in results.values():
        yield from _in_result(result, bindings)
    for entry in site.disclosures:
        year = getattr(entry.data, "ita_year", None)
        if year in results:
            yield from _in_disclosure(entry, *results[year])
    for claim in stated(site):
        yield from _in_claim(claim)


def _in_result(result: Entry[ItaResult], bindings: Bindings) -> Iterator[Diagnostic]:
    """The scores that a result prints again itself."""
    for path, score in result.each(Score):
        for number, restated in enumerate(score.restated):
            yield from _compare(result, (*path, "restated", number), restated, result, path, score, bindings)


def _in_disclosure(entry: Entry[Disclosure], result: Entry[ItaResult], bindings: Bindings) -> Iterator[Diagnostic]:
    """The scores of questions that a disclosure prints of the result that it rests on, each part too."""
    copied = {path for block in blocks(result.data, bindings) for path, _ in block.copy}  # told by copied-scores
    numbers = {question.id: number for number, question in enumerate(result.data.questions)}
    for path, printed in entry.each(PrintedScore):
        question = result.data.question(printed.question)
        at: KeyPath = ("questions", numbers[question.id]) if question else ()
        if question is None or at in copied:
            continue
        yield from _compare(entry, path, printed, result, at, question, bindings)
        for part in PARTS if printed.parts and question.parts else ():
            here, there = getattr(printed.parts, part), getattr(question.parts, part)
            if here and there:
                below = ("parts", part)
                yield from _compare(entry, (*path, *below), here, result, (*at, *below), there, bindings)


def _compare(
    entry: Entry,  # type: ignore[type-arg]
    path: KeyPath,
    printing: Printing,
    result: Entry[ItaResult],
    at: KeyPath,
    score: Printing,
    bindings: Bindings,
) -> Iterator[Diagnostic]:
    for key in KEYS:
        here, there = getattr(printing, key), getattr(score, key)
        if here is None or (there is None and key != "score"):
            continue
        values = [there] if there is not None else _of_parts(score)
        if (*at, key) in bindings.meant:
            values.append(bindings.meant[*at, key])  # what is wrong there is said there
        if not values or any(is_same(here, value) for value in values):
            continue
        line = result.file.place((*at, key))[0]
        proved = str(there) if there is not None and bindings.is_proved((*at, key), here) else ""
        name = bindings.names.get((*at, key)) or bindings.names.get((*at, "score")) or _name(score)
        facts = {"name": name, "here": here, "there": values[0], "place": f"{result.file.name}:{line}"}
        yield entry.file.at((*path, key), CODE, **facts, meant=proved)


def _of_parts(score: Printing) -> list[Decimal]:
    """How a score that is only printed in two parts may be printed as one."""
    parts = score.parts if isinstance(score, Score) else None
    scores = [inner.score for part in PARTS if parts and (inner := getattr(parts, part)) and inner.score is not None]
    return [sum(scores, Decimal(0)) / len(scores), *scores] if len(scores) == len(PARTS) else []


def _name(score: Printing) -> str:
    return getattr(score, "code", None) or short(getattr(score, "text", "–"))


def _in_claim(one: Stated) -> Iterator[Diagnostic]:
    """The figures that a claim itself prints."""
    edge = {"lowest": min, "highest": max}.get(one.claim.kind)
    if edge and not is_extreme(one, edge):
        return  # the claim speaks of another figure, which is told
    for key in ("score", "difference"):
        said = getattr(one.claim, key)
        if said is None:
            continue
        unlike = [_unlike(one, key, mended=is_mended) for is_mended in (False, True)]
        if all(unlike):
            subject, figure = unlike[0][0]
            place = f"{one.result.file.name}:{one.result.file.place((*subject.path, key))[0]}"
            facts = {"name": subject.name, "here": said, "there": figure, "place": place}
            yield one.entry.file.at((*one.path, key), CODE, **facts, meant="")


def _unlike(one: Stated, key: str, *, mended: bool) -> list[tuple[Subject, Decimal]]:
    """The named figures that are not what the claim prints of them."""
    subjects = one.subjects(mended=mended) or []
    named = one.named(subjects) if one.claim.subjects else subjects if one.claim.among == "total" else []
    found = []
    for subject in named or ():
        values = list(subject.values.values()) if key == "score" else [subject.difference]
        known = [value for value in values if value is not None]
        if known and not any(is_same(getattr(one.claim, key), value) for value in known):
            found.append((subject, subject.values["score"] if key == "score" else known[0]))
    return found
