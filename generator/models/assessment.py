"""How the ITA is scored in each year, as far as known: indicators, questions, weights, levels (``ita-oit`` §1 and §2).

The rules are data in ``catalogues/assessment.yaml``. A year that a rule does not name is a year for which it is not
known, so that whoever asks says nothing.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Literal, TypeVar

import yaml
from pydantic import Field

from generator.models.catalogue import BUILT_IN, Confidence
from generator.models.ita import Instrument, reference_key
from generator.models.scalars import Code, Figure, Line, Year
from generator.models.shared import Model

NEAR = 0.85
"""How alike two titles are that a scan tells apart."""


class KnownIndicator(Model):
    """ตัวชี้วัดหนึ่งในสิบ"""

    number: Line = Field(description="เลขตัวชี้วัด")
    instrument: Instrument = Field(description="แบบวัด")
    title: Line = Field(description="ชื่อตัวชี้วัด")
    english: Line | None = Field(None, description="ชื่อภาษาอังกฤษ")
    aliases: tuple[Line, ...] = Field((), description="ชื่ออื่นที่เคยพิมพ์")


class OfYears(Model):
    """กติกาที่ใช้ในบางปี"""

    since: Year = Field(description="ปีแรกที่ใช้")
    until: Year | None = Field(None, description="ปีสุดท้ายที่ใช้; ไม่ระบุ = ยังใช้อยู่เท่าที่ทราบ")
    confidence: Confidence = Field("unverified", description="แน่ใจเพียงใด")

    def is_of(self, year: int) -> bool:
        return self.since <= year <= (self.until or year)


class Weights(OfYears):
    """น้ำหนักของแบบวัดในคะแนนรวม"""

    IIT: Figure = Field(description="น้ำหนักของ IIT")
    EIT: Figure = Field(description="น้ำหนักของ EIT")
    OIT: Figure = Field(description="น้ำหนักของ OIT")


class KnownQuestions(OfYears):
    """คำถามของแต่ละตัวชี้วัด"""

    codes: dict[str, tuple[Code, ...]] = Field(description="เลขตัวชี้วัดและรหัสคำถาม")


class Band(Model):
    """ระดับหนึ่งระดับ"""

    name: Line = Field(description="ชื่อระดับ")
    at_least: Figure = Field(description="คะแนนต่ำสุด")
    instruments_at_least: Figure | None = Field(None, description="คะแนนต่ำสุดของทุกแบบวัด")


class Levels(OfYears):
    """ระดับผลการประเมิน จากสูงไปต่ำ"""

    applies_to: Literal["all", "total"] = Field(description="คะแนนที่มีระดับ")
    parts_apart: Literal["yes", "no", "unknown"] = Field("unknown", description="นับคะแนน EIT สองส่วนแยกกันหรือไม่")
    bands: tuple[Band, ...] = Field(description="ระดับ")


class Assessment(Model):
    """กติกาการคิดคะแนน ITA"""

    indicators: tuple[KnownIndicator, ...] = Field(description="ตัวชี้วัด")
    item_scores: tuple[Figure, ...] = Field(description="คะแนนที่รายการ OIT หนึ่งข้อได้")
    weights: tuple[Weights, ...] = Field(description="น้ำหนัก")
    questions: tuple[KnownQuestions, ...] = Field(description="คำถาม")
    levels: tuple[Levels, ...] = Field(description="ระดับ")

    def weights_of(self, year: int) -> Weights | None:
        return _of_year(self.weights, year)

    def questions_of(self, year: int) -> KnownQuestions | None:
        return _of_year(self.questions, year)

    def levels_of(self, year: int) -> Levels | None:
        return _of_year(self.levels, year)

    def numbers_of(self, instrument: str) -> tuple[str, ...]:
        """The numbers of the indicators that an instrument is the mean of."""
        return tuple(one.number for one in self.indicators if one.instrument == instrument)

    def indicator_called(self, title: str) -> KnownIndicator | None:
        """The indicator of this title, or of one so near that only a scan lies between."""
        near = _nearest(title_key(title), tuple(self.by_title))
        return self.by_title[near] if near else None

    @cached_property
    def by_title(self) -> dict[str, KnownIndicator]:
        """Every title and alias, as they are compared."""
        return {title_key(name): one for one in self.indicators for name in (one.title, *one.aliases)}


R = TypeVar("R", bound=OfYears)


@lru_cache(maxsize=1024)
def _nearest(key: str, keys: tuple[str, ...]) -> str | None:
    return next(iter(difflib.get_close_matches(key, keys, n=1, cutoff=NEAR)), None)


def _of_year(rules: Iterable[R], year: int) -> R | None:
    return next((rule for rule in rules if rule.is_of(year)), None)


def title_key(title: str) -> str:
    """A title as it is compared: spaces and quotation marks do not count."""
    return "".join(letter for letter in reference_key(title) if letter not in "“”\"'‘’")


def level_key(level: str) -> str:
    """A level as it is compared: ``ระดับ “ผ่าน”`` is ``ผ่าน``."""
    return title_key(level).removeprefix("ระดับ").upper()


@lru_cache
def known_assessment() -> Assessment:
    """The rules that come with the program."""
    with (BUILT_IN / "assessment.yaml").open("rb") as file:
        return Assessment.model_validate(yaml.load(file, yaml.CBaseLoader))
