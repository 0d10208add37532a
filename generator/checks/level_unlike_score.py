"""A level that is not the one of its score.

Source: ita-oit §2. To 2565: AA from 95, A 85, B 75, C 65, D 55, E 50, F below, for every score. From 2566: ผ่านดีเยี่ยม,
ผ่านดี, ผ่าน, ต้องปรับปรุง, ต้องปรับปรุงโดยด่วน, for the total only, by the total and the lowest instrument. Other words for a
level are not looked at.

th:
  about: ระดับไม่ตรงกับคะแนน
  message: คะแนน {score} พิมพ์ว่าระดับ {level} ซึ่งไม่ตรงกับเกณฑ์ของปี {year}
  hint: |-
    ตามเกณฑ์คือ {meant}
    ตรวจทั้งคะแนนและระดับกับเอกสารต้นทาง
  why: ระดับเป็นสิ่งที่ผู้บริหารนำไปรายงานต่อ
  rule: >-
    เกณฑ์ของปีถึง 2565 และตั้งแต่ 2566 อ่านจากหน้าเว็บสาธารณะ (AA A B C พิมพ์ในเอกสารต้นทาง) ยังไม่ทราบว่า EIT สองส่วนนับแยกหรือไม่
    จึงรับทั้งสองอย่าง
en:
  about: the level is not the one of the score
  message: A score of {score} is printed with level {level}, which is not so by the bands of {year}
  hint: |-
    By the bands it is {meant}
    Check both the score and the level with the source document
  why: The level is what the director reports upwards
  rule: >-
    Bands to 2565 and from 2566 were read on public pages (AA, A, B, C are printed in source documents); whether the two
    parts of EIT count apart is not known, so either is accepted
wrong: |-
  score: 74.64
  level: B
right: |-
  score: 74.64
  level: C
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.contradictions.bindings import bindings_of
from generator.contradictions.scores import PARTS
from generator.diagnostics import Diagnostic, Severity
from generator.input.source import KeyPath
from generator.models.assessment import Levels, known_assessment, level_key
from generator.models.ita import ItaResult
from generator.models.scores import Printing
from generator.site.site import Entry, Site

CODE = "level-unlike-score"
SEVERITY = Severity.WARNING
ROUNDED = Decimal("0.005")
"""How far a printed score may lie from the one that the level was given for."""


def find(site: Site) -> Iterator[Diagnostic]:
    known = known_assessment()
    names = {level_key(band.name) for levels in known.levels for band in levels.bands}
    entries: list[Entry[Any]] = [*site.ita.values(), *site.disclosures]
    for entry in entries:
        year = entry.data.year if isinstance(entry.data, ItaResult) else getattr(entry.data, "ita_year", None)
        result = site.ita.get(year or 0)
        levels = known.levels_of(result.data.year) if result else None
        if not result or not levels:
            continue
        meant = bindings_of(site, result).meant if result is entry else {}
        for path, score, level in _printed(entry, result, levels):
            scores = (score, meant.get((*path, "score"), score))
            fitting = [name for score in scores for name in _fitting(score, levels, result, meant)]
            if level_key(level) in names - set(map(level_key, fitting)):
                facts = {"level": level.removeprefix("ระดับ").strip(), "score": score, "year": result.data.year}
                yield entry.file.at((*path, "level"), CODE, **facts, meant=" / ".join(dict.fromkeys(fitting)))


def _printed(entry: Entry[Any], result: Entry[ItaResult], levels: Levels) -> Iterator[tuple[KeyPath, Decimal, str]]:
    """Every level beside its score, among those that the year gives levels to."""
    for path, printing in entry.each(Printing):
        has_level = levels.applies_to != "total" or (result is entry and path[0] == "total")
        if has_level and printing.level is not None and printing.score is not None:
            yield path, printing.score, printing.level


def _fitting(score: Decimal, levels: Levels, result: Entry[ItaResult], meant: Mapping[KeyPath, Decimal]) -> list[str]:
    """Every level that the score can have: one, or more where it lies on an edge or the rule is not known."""
    lows = [low for figures in ({}, meant) for low in _lowest_instruments(result.data, levels, figures)]
    found = []
    for near in (score, score - ROUNDED, score + ROUNDED):
        for low in lows:
            for band in levels.bands:
                if near >= band.at_least and (band.instruments_at_least is None or low >= band.instruments_at_least):
                    found.append(band.name)
                    break
    return found


def _lowest_instruments(ita: ItaResult, levels: Levels, meant: Mapping[KeyPath, Decimal]) -> list[Decimal]:
    """The lowest instrument, in each way that it can be meant."""
    scores = [meant.get(("instruments", n, "score"), one.score) for n, one in enumerate(ita.instruments)]
    if None in scores or len(scores) < len({one.instrument for one in known_assessment().indicators}):
        return [Decimal(0), Decimal(100)]  # some instrument is not printed: it may be high or low
    whole = min(score for score in scores if score is not None)
    parts = [getattr(one.parts, part) for one in ita.instruments if one.parts for part in PARTS]
    apart = min([whole, *(part.score for part in parts if part and part.score is not None)])
    return {"yes": [apart], "no": [whole], "unknown": [whole, apart]}[levels.parts_apart]
