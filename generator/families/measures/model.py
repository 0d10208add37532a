"""Measures that promote integrity: the analysis of last year's ITA and what is to be done about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

from pydantic import Field, model_validator

from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.made_ids import names_of, resolved, with_ids
from generator.models.scalars import Id, Line, Whole, Year
from generator.models.scores import Finding, Score
from generator.models.shared import Numbered, Owner, Period, Sourced, Text


class PrintedScore(Score):
    """คะแนนของคำถามหนึ่งข้อที่พิมพ์ไว้ ณ ที่นี้"""

    question: Line = Field(description="รหัสคำถาม (I1, E7, O26) หรือ id ของคำถามในผล ITA")
    number: Line | None = Field(None, description="เลขข้อตามที่พิมพ์ เช่น 1.1")
    printed_code: Line | None = Field(None, description="รหัสตามที่ปรากฏในสำเนา ถ้าต่างจากรหัสจริง")
    text: Text | None = Field(None, description="ข้อความตามที่พิมพ์ ถ้าต่างจากคำถามในผล ITA")


class Scope(Sourced):
    """ตัวชี้วัดและคำถามที่เอกสารบอกว่าประเด็นนี้อาศัย"""

    indicator: Line = Field(description="เลขตัวชี้วัดตามที่พิมพ์")
    title: Text = Field(description="ชื่อตัวชี้วัดตามที่พิมพ์")
    questions: tuple[Line, ...] = Field((), description="รหัสคำถาม")


class Issue(Sourced):
    """ประเด็นที่วิเคราะห์จากผล ITA"""

    is_chosen: ClassVar[bool] = True
    """Out of the standard issues, whose numbers stay with those that are chosen."""

    id: Id = Field("", description="รหัสสำหรับอ้างถึง; ไม่ระบุ = i- ตามด้วยเลขประเด็นหรือลำดับในแฟ้ม เช่น i-1")
    number: Line | None = Field(None, description="เลขประเด็นตามที่พิมพ์")
    title: Text = Field(description="ชื่อประเด็นตามที่พิมพ์")
    scope: tuple[Scope, ...] = Field((), description="ตัวชี้วัดและคำถามที่ประเด็นนี้อาศัย")
    scores: tuple[PrintedScore, ...] = Field((), description="คะแนนที่พิมพ์ไว้ในประเด็นนี้")
    analysis: Text | None = Field(None, description="ผลการวิเคราะห์ โดยสรุป")
    findings: tuple[Finding, ...] = Field((), description="ข้อค้นพบและคำกล่าวที่ตรวจกับตัวเลขได้")
    success_factors: tuple[Numbered, ...] = Field((), description="ปัจจัยความสำเร็จ")
    recommendations: tuple[Numbered, ...] = Field((), description="สิ่งที่เห็นควรดำเนินการ")


class Approach(Sourced):
    """แนวทางของมาตรการ: รักษามาตรฐาน เพิ่มประสิทธิภาพ หรือปรับปรุง"""

    number: Line | None = Field(None, description="เลขข้อตามที่พิมพ์")
    kinds: tuple[Literal["keep", "raise", "improve"], ...] = Field(
        description="แนวทางนี้เป็น: keep รักษามาตรฐาน, raise เพิ่มประสิทธิภาพ, improve ปรับปรุง; แนวทางเดียวเป็นหลายอย่างได้"
    )
    title: Text = Field(description="ชื่อแนวทางตามที่พิมพ์")
    points: tuple[Numbered, ...] = Field((), description="รายละเอียด")


class MeasureStep(Numbered):
    """ขั้นตอนหรือวิธีดำเนินการหนึ่งข้อ"""

    period: Period | None = Field(None, description="ระยะเวลาของขั้นตอนนี้")
    owners: tuple[Owner, ...] = Field((), description="ผู้รับผิดชอบขั้นตอนนี้")
    steps: tuple[MeasureStep, ...] = Field((), description="ขั้นตอนย่อย")


class Measure(Sourced):
    """มาตรการหนึ่งเรื่อง"""

    id: Id = Field("", description="รหัสสำหรับอ้างถึง; ไม่ระบุ = m- ตามด้วยเลขมาตรการหรือลำดับในแฟ้ม เช่น m-1")
    number: Line | None = Field(None, description="เลขมาตรการตามที่พิมพ์")
    title: Text = Field(description="ชื่อมาตรการตามที่พิมพ์")
    issues: tuple[Id, ...] = Field((), description="รหัส เลข หรือชื่อของประเด็นที่มาตรการนี้ตอบ")
    indicators: tuple[Line, ...] = Field((), description="เลขตัวชี้วัดที่มาตรการนี้ตอบ")
    questions: tuple[Line, ...] = Field((), description="รหัสคำถามที่มาตรการนี้ตอบ")
    scores: tuple[PrintedScore, ...] = Field((), description="คะแนนที่พิมพ์ไว้คู่กับมาตรการ")
    approaches: tuple[Approach, ...] = Field((), description="แนวทาง")
    steps: tuple[MeasureStep, ...] = Field((), description="ขั้นตอนหรือวิธีดำเนินการ")
    period: Period | None = Field(None, description="ระยะเวลาดำเนินการ")
    owners: tuple[Owner, ...] = Field((), description="ผู้รับผิดชอบ")
    follow_up: tuple[Numbered, ...] = Field((), description="แนวทางการกำกับติดตาม")
    reporting: Text | None = Field(None, description="การรายงานผล")

    @property
    def all_steps(self) -> tuple[MeasureStep, ...]:
        """Steps and the steps inside them, in order."""
        return tuple(_flat(self.steps))

    @property
    def all_owners(self) -> tuple[Owner, ...]:
        """Each unit that owns the measure or a step of it, once, in order."""
        owners = (*self.owners, *(owner for step in self.all_steps for owner in step.owners))
        return tuple({owner.unit: Owner(unit=owner.unit) for owner in owners}.values())

    @property
    def all_periods(self) -> tuple[Period, ...]:
        """Each period of the measure or a step of it, once, in order, however it was written."""
        parts: tuple[Measure | MeasureStep, ...] = (self, *self.all_steps)
        periods = [part.period for part in parts if part.period]
        return tuple({p.chart if p.span.undetermined else p.span: p for p in periods}.values())


def _flat(steps: tuple[MeasureStep, ...]) -> Iterator[MeasureStep]:
    for step in steps:
        yield step
        yield from _flat(step.steps)


class Recommendation(Numbered):
    """ข้อเสนอแนะจากผู้ประเมิน"""

    id: Id = Field("", description="รหัสสำหรับอ้างถึง; ไม่ระบุ = r- ตามด้วยเลขข้อหรือลำดับในแฟ้ม เช่น r-1")
    measures: tuple[Id, ...] = Field((), description="รหัส เลข หรือชื่อของมาตรการที่รับข้อเสนอแนะนี้ไปทำ")


class Monitoring(Numbered):
    """การติดตามและประเมินผล"""

    owners: tuple[Owner, ...] = Field((), description="ผู้ติดตาม")
    months: tuple[Whole, ...] = Field((), description="รอบการรายงาน เป็นเดือนของปีงบประมาณ เช่น 6 และ 12")


def _tie(entries: Any, key: str, names: Mapping[str, str]) -> None:
    """Put the id in the place of each reference by number or name; ``entries`` is a list of its own."""
    for place, one in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(one, dict) and key in one:
            entries[place] = {**one, key: resolved(one[key], names)}


class Measures(Disclosure):
    """มาตรการส่งเสริมคุณธรรมและความโปร่งใส และการวิเคราะห์ผล ITA ที่เป็นที่มา"""

    ita_year: Year | None = Field(None, description="ปีของผล ITA ที่นำมาวิเคราะห์")
    objectives: tuple[Numbered, ...] = Field((), description="วัตถุประสงค์")
    recommendations: tuple[Recommendation, ...] = Field((), description="ข้อเสนอแนะจากสำนักงาน ป.ป.ช.")
    issues: tuple[Issue, ...] = Field((), description="ประเด็นที่วิเคราะห์")
    findings: tuple[Finding, ...] = Field((), description="ข้อค้นพบและคำกล่าวของทั้งเอกสาร")
    measures: tuple[Measure, ...] = Field((), description="มาตรการ")
    monitoring: tuple[Monitoring, ...] = Field((), description="การติดตามและประเมินผล")
    limitations: tuple[Numbered, ...] = Field((), description="ข้อจำกัด")

    def headlines(self) -> Iterator[Headline]:
        if self.measures:
            based = {"ita_year": self.ita_year} if self.ita_year else {}
            yield headline(f"measures.{'rests' if based else 'has'}", count=len(self.measures), **based)

    @model_validator(mode="before")
    @classmethod
    def _tied(cls, value: Any) -> Any:
        """Ids where they are left out, and the ids that numbers and names stand for."""
        if not isinstance(value, dict):
            return value
        lists = (("issues", "i", "title"), ("measures", "m", "title"), ("recommendations", "r", "text"))
        made = {key: with_ids(value[key], prefix, text) for key, prefix, text in lists if key in value}
        _tie(made.get("measures"), "issues", names_of(made.get("issues"), "title"))
        _tie(made.get("recommendations"), "measures", names_of(made.get("measures"), "title"))
        return value | made

    def shows(self) -> dict[str, Presence]:
        parts: list[tuple[Measure | MeasureStep, ...]] = [(m, *m.steps) for m in self.measures]
        follow_up = presence("list", *(m.follow_up for m in self.measures))
        return {
            "analysis": presence("issues", self.issues),
            "measures": presence("list", self.measures),
            "steps": presence("list", *(m.steps or m.approaches for m in self.measures)),
            "period": presence("list", *(any(part.period for part in group) for group in parts)),
            "owners": presence("list", *(any(part.owners for part in group) for group in parts)),
            "follow_up": presence("monitoring", self.monitoring) if self.monitoring else follow_up,
        }
