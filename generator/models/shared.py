"""The shapes that all data share: text in two languages, sourced facts, periods, owners, budgets, evidence.

Every class refuses unknown keys and cannot be changed once read. The sentence on each field is the
manual: the JSON Schema that editors complete from and the data guide on the site are made from it.
Sentences are in Thai because officers read them.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, field_validator, model_validator

from generator.models.scalars import Date, Figure, Id, Line, Link, fault, shape_of
from generator.writing.dates import DateFault, Span, months_in_year, parse_period, parse_year
from generator.writing.quarter_charts import parse_chart
from generator.writing.readings import DASHES, bare, plain_year


class Model(BaseModel):
    """Base of everything that is read from data."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


def short_form(key: str) -> Any:
    """Lets a shape be written as one text, in one language or two, which is then the value of ``key``."""

    def read(cls: type[Model], value: Any) -> Any:
        if value is None:
            raise fault("empty-value")
        is_text = isinstance(value, dict) and value and set(value) <= {"th", "en"}
        return {key: value} if is_text or isinstance(value, str) else value

    return model_validator(mode="before")(classmethod(read))  # type: ignore[arg-type]


def has_short_form(model: type[BaseModel]) -> bool:
    """Whether a shape may be written as one text."""
    return "_short" in model.__pydantic_decorators__.model_validators


class Text(Model):
    """ข้อความภาษาไทย และภาษาอังกฤษถ้ามี; เขียนเป็นข้อความเดียวก็ได้เมื่อมีแต่ภาษาไทย"""

    th: str = Field(description="ข้อความภาษาไทย")
    en: str | None = Field(None, description="ข้อความภาษาอังกฤษ ถ้ามี")

    @model_validator(mode="before")
    @classmethod
    def _from_one_language(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"th": value}
        if not isinstance(value, dict):
            raise fault("empty-value" if value is None else "not-text", value=shape_of(value))
        return value

    @field_validator("th", "en", mode="before")
    @classmethod
    def _not_empty(cls, value: Any) -> str:
        if not isinstance(value, str):
            raise fault("empty-value" if value is None else "not-text", value=shape_of(value))
        text = bare(value.strip("\ufeff\u200b \t\r\n"))
        if not text:
            raise fault("empty-value")
        if text in DASHES:
            raise fault("only-a-dash")
        return text

    def written_in(self, language: str) -> str:
        """``en`` only where English was asked for and given."""
        return "en" if language == "en" and self.en else "th"

    def in_language(self, language: str) -> str:
        return self.en if language == "en" and self.en else self.th

    def __str__(self) -> str:
        return self.th


class Origin(Model):
    """Where a fact was printed: which document, and where in it."""

    document: str | None
    place: Text | None


class Sourced(Model):
    """ข้อเท็จจริงที่รู้ที่มา; ถ้าไม่ระบุ ใช้ที่มาของข้อมูลที่ครอบอยู่"""

    source: Id | None = Field(None, description="รหัสเอกสารต้นทางใน sources.yaml; ไม่ระบุ = เอกสารเดียวกับข้อมูลที่ครอบอยู่")
    place: Text | None = Field(
        None, description="ตำแหน่งในเอกสารต้นทาง เช่น ส่วนที่ ๑ ตารางที่ ๒; ไม่ระบุ = ตำแหน่งเดียวกับข้อมูลที่ครอบอยู่"
    )
    note: Text | None = Field(None, description="หมายเหตุเกี่ยวกับข้อมูลนี้ เช่น ตัวอักษรที่อ่านจากสำเนาได้ไม่ชัด")

    _origin: Origin = PrivateAttr(Origin(document=None, place=None))

    @property
    def origin(self) -> Origin:
        """The document and place of this fact, inherited where it names none itself."""
        origin: Origin = self.__pydantic_private__["_origin"]  # type: ignore[index]  # as ``self._origin``, ten times as fast
        return origin


# --- small shared shapes ----------------------------------------------------------------------------


class Period(Model):
    """ระยะเวลา: ไตรมาส ช่วงวันที่ รอบ 6 เดือน หรือแผนภาพไตรมาส เป็นข้อมูลชนิดเดียวกัน"""

    text: Line | None = Field(None, description="ระยะเวลาตามที่พิมพ์ เช่น ไตรมาส 3 - 4 หรือ 1 ต.ค. 66 – 30 ก.ย. 67")
    chart: tuple[str, ...] | None = Field(
        None, description='แผนภาพไตรมาส: ข้อความในช่องของไตรมาสที่ 1 ถึง 4 ตามที่พิมพ์ ช่องว่างเขียน ""'
    )

    _are_years_fiscal: ClassVar[bool] = False
    _span: Span = PrivateAttr(Span())

    _short = short_form("text")

    @field_validator("chart", mode="before")
    @classmethod
    def _four_cells(cls, value: Any) -> Any:
        if not isinstance(value, list) or len(value) != 4 or any(isinstance(cell, list | dict) for cell in value):
            raise fault("not-a-chart")
        return tuple(cell or "" for cell in value)

    @model_validator(mode="after")
    def _read_span(self) -> Self:
        if (self.text is None) == (self.chart is None):
            raise fault("text-or-chart")
        try:
            fiscal = self._are_years_fiscal
            self._span = (
                parse_period(self.text, are_years_fiscal=fiscal) if self.text else parse_chart(self.chart or ())
            )
        except DateFault as error:
            raise fault(error.code, **{"value": self.text, **error.detail}) from None
        return self

    @property
    def span(self) -> Span:
        span: Span = self.__pydantic_private__["_span"]  # type: ignore[index]  # as above
        return span

    @staticmethod
    def in_fiscal_year(text: str, year: str) -> str:
        """A month or months without a year as those of a fiscal year; empty where the text is anything else."""
        try:
            return months_in_year(text, parse_year(plain_year(year)))
        except DateFault:
            return ""


class PlanPeriod(Period):
    """ระยะเวลาของแผน; ปีที่ไม่บอกว่าเป็นปีใด เช่น 2566-2570 คือปีงบประมาณ"""

    _are_years_fiscal: ClassVar[bool] = True


class Owner(Model):
    """หน่วยงานภายในที่รับผิดชอบ; เขียนเป็นชื่อย่อ ชื่อเต็ม หรือรหัสใน units.yaml"""

    unit: Line = Field(description="รหัส ชื่อย่อ หรือชื่อเต็มของหน่วยงานภายในตาม units.yaml")
    steps: Line | None = Field(None, description="ข้อของขั้นตอนที่หน่วยงานนี้รับผิดชอบ ตามที่พิมพ์ เช่น 1-3")

    _short = short_form("unit")


class Numbered(Sourced):
    """ข้อความหนึ่งข้อ มีเลขข้อตามที่พิมพ์หรือไม่มีก็ได้"""

    number: Line | None = Field(None, description="เลขข้อตามที่พิมพ์")
    text: Text = Field(description="ข้อความ")

    _short = short_form("text")


class NoneStated(Model):
    """คำกล่าวว่าไม่มี ซึ่งต่างจากยังไม่ได้กรอก"""

    reason: Text = Field(description="ข้อความที่กล่าวว่าไม่มี เช่น ไม่มีเรื่องร้องเรียน")
    as_of: Date | None = Field(None, description="ณ วันที่")

    _short = short_form("reason")


class Remarks(Model):
    """รายการเป็นข้อ ๆ เช่น ปัญหาหรือข้อเสนอแนะ หรือคำกล่าวว่าไม่มี"""

    items: tuple[Numbered, ...] = Field((), description="รายการเป็นข้อ ๆ")
    none: NoneStated | None = Field(None, description="กล่าวว่าไม่มี")

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: Any) -> Any:
        if value is None:
            raise fault("empty-value")
        return {"items": value} if isinstance(value, list) else value

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if bool(self.items) == bool(self.none):
            raise fault("items-or-none")
        return self


class Budget(Sourced):
    """งบประมาณเป็นบาท หรือคำกล่าวว่าไม่ใช้งบประมาณ"""

    amount: Figure | None = Field(None, description="จำนวนเงินเป็นบาท")
    none: NoneStated | None = Field(None, description="กล่าวว่าไม่ใช้งบประมาณ")

    _short = short_form("amount")

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.amount is None) == (self.none is None):
            raise fault("amount-or-none")
        return self


class Pointed(Model):
    """องค์ประกอบหนึ่งอย่างที่เอกสารแสดง และหน้าที่ควรเปิดดู"""

    component: Id = Field(description="รหัสองค์ประกอบ ตามบัญชีองค์ประกอบของประเภทเนื้อหา")
    pages: Line | None = Field(None, description="หน้าของเอกสารที่องค์ประกอบนี้อยู่ เช่น 3-5")

    _short = short_form("component")


class Evidence(Model):
    """เอกสารที่เป็นคำตอบหรือหลักฐาน: แฟ้มในโฟลเดอร์ข้อมูล หรือลิงก์ไปที่อื่น"""

    title: Text = Field(description="ชื่อเอกสาร")
    file: Line | None = Field(None, description="ที่อยู่ของแฟ้มใต้ files/ ของโฟลเดอร์ข้อมูล เช่น files/2567/plan.pdf")
    link: Link | None = Field(None, description="ที่อยู่เว็บของเอกสารที่อยู่นอกเว็บไซต์นี้")
    date: Date | None = Field(None, description="วันที่ของเอกสาร")
    language: Literal["th", "en"] = Field("th", description="ภาษาของเอกสาร")
    pages: Line | None = Field(None, description="หน้าที่ควรเปิดดู")
    quarter: Literal["1", "2", "3", "4"] | None = Field(
        None, description="ไตรมาสของหลักฐาน สำหรับบัญชีที่ให้แสดงหลักฐานเป็นรายไตรมาส เช่น MOIT"
    )
    shows: tuple[Pointed, ...] = Field((), description="องค์ประกอบที่เอกสารนี้แสดง; เขียนรหัสอย่างเดียวก็ได้")

    @field_validator("file", mode="after")
    @classmethod
    def _not_an_address(cls, value: str | None) -> str | None:
        if value and re.match(r"(?:https?:|www\.)", value, re.IGNORECASE):
            raise fault("link-as-file", value=value)
        return value

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.file is None) == (self.link is None):
            raise fault("file-or-link")
        return self
