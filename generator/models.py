"""The types that all data share: text in two languages, figures, years, periods, owners, scores.

Every class refuses unknown keys and cannot be changed once read. The sentence on each field is the
manual: the JSON Schema that editors complete from and the data guide on the site are made from it.
Sentences are in Thai because officers read them.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from generator.dates import DateFault, Span, parse_chart, parse_date, parse_period, parse_year
from generator.figures import fold_digits, parse_figure, parse_whole


def fault(code: str, **facts: object) -> PydanticCustomError:
    """What a validator raises: the diagnostic's code, and the facts of its sentences."""
    return PydanticCustomError(code, "{code}", {"code": code, **{k: str(v) for k, v in facts.items()}})


class Model(BaseModel):
    """Base of everything that is read from data."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


# --- scalars ----------------------------------------------------------------------------------------


def _read_with(read: Callable[[str], Any], code: str) -> BeforeValidator:
    """A validator from a reader of text; ``code`` is the fault where the text does not fit."""

    def validate(value: Any) -> Any:
        if not isinstance(value, str):
            raise fault("empty-value" if value is None else code, value=_shape(value))
        try:
            return read(value)
        except DateFault as error:
            raise fault(error.code, **{"value": value, **error.detail}) from None
        except ValueError:
            raise fault(code, value=value) from None

    return BeforeValidator(validate)


def _shape(value: Any) -> str:
    """What stands where a text was expected, for a message."""
    return "[…]" if isinstance(value, list) else "{…}" if isinstance(value, dict) else str(value)


def _read_flag(text: str) -> bool:
    try:
        return {"true": True, "yes": True, "ใช่": True, "false": False, "no": False, "ไม่ใช่": False}[text.casefold()]
    except KeyError:
        raise ValueError(text) from None


_NUMERIC = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[+\-−–]?[0-9๐-๙][0-9๐-๙,]*(\.[0-9๐-๙]+)?$"}]}

Figure = Annotated[Decimal, _read_with(parse_figure, "not-a-number"), WithJsonSchema(_NUMERIC)]
"""An exact decimal, as printed: Thai or Arabic digits, thousands separated or not."""

Whole = Annotated[int, _read_with(parse_whole, "not-a-whole-number"), WithJsonSchema(_NUMERIC)]
"""A whole number, zero or more."""

Year = Annotated[
    int,
    _read_with(parse_year, "not-a-year"),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 2400, "maximum": 2699},
                {"type": "string", "pattern": "^(พ\\.ศ\\. ?)?[๐-๙0-9]{4}$"},
            ]
        }
    ),
]
"""A year of the Buddhist Era."""

Date = Annotated[datetime.date, _read_with(parse_date, "not-a-date"), WithJsonSchema({"type": "string"})]
"""One day; written in B.E., kept in C.E."""

Flag = Annotated[bool, _read_with(_read_flag, "not-yes-or-no"), WithJsonSchema({"type": "boolean"})]


def _read_id(text: str) -> str:
    if not text or not all(c in "abcdefghijklmnopqrstuvwxyz0123456789-_" for c in text) or text[0] in "-_":
        raise ValueError(text)
    return text


Id = Annotated[
    str, _read_with(_read_id, "not-an-id"), WithJsonSchema({"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*$"})
]
"""A name for links and references: small Latin letters, digits and hyphens."""


def _read_line(text: str) -> str:
    stripped = " ".join(text.split())
    if not stripped:
        raise ValueError(text)
    return stripped


Line = Annotated[str, _read_with(_read_line, "not-text"), WithJsonSchema({"type": ["string", "number"]})]
"""A short text on one line: a name, a code, a number as printed."""


def _read_code(text: str) -> str:
    code = "".join(fold_digits(text).split()).upper()
    if not code or not code.isascii() or not code[0].isalpha() or not code[1:].replace(".", "").isdigit():
        raise ValueError(text)
    return code


Code = Annotated[
    str, _read_with(_read_code, "not-a-code"), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z] ?[0-9๐-๙.]+$"})
]
"""A question or item code: I1, E15, O34; digits of either script."""


def _read_link(text: str) -> str:
    scheme, colon, rest = text.partition(":")
    if not colon or scheme.casefold() not in ("https", "http", "mailto", "tel") or not rest.strip("/"):
        raise ValueError(text)
    if any(c.isspace() or ord(c) < 32 or c in "<>\"'`\\" for c in text):
        raise ValueError(text)
    return text


Link = Annotated[
    str, _read_with(_read_link, "bad-link"), WithJsonSchema({"type": "string", "pattern": "^(https?|mailto|tel):"})
]
"""An address that a reader may open: https, http, mailto or tel, nothing that runs."""


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
            raise fault("empty-value" if value is None else "not-text", value=_shape(value))
        return value

    @field_validator("th", "en", mode="before")
    @classmethod
    def _not_empty(cls, value: Any) -> str:
        if not isinstance(value, str):
            raise fault("empty-value" if value is None else "not-text", value=_shape(value))
        text = value.strip("\ufeff\u200b \t\r\n")
        if not text:
            raise fault("empty-value")
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
        return self._origin


# --- small shared shapes ----------------------------------------------------------------------------


class Period(Model):
    """ระยะเวลา: ไตรมาส ช่วงวันที่ รอบ 6 เดือน หรือแผนภาพไตรมาส เป็นข้อมูลชนิดเดียวกัน"""

    text: Line | None = Field(None, description="ระยะเวลาตามที่พิมพ์ เช่น ไตรมาส 3 - 4 หรือ 1 ต.ค. 66 – 30 ก.ย. 67")
    chart: tuple[str, ...] | None = Field(
        None, description='แผนภาพไตรมาส: ข้อความในช่องของไตรมาสที่ 1 ถึง 4 ตามที่พิมพ์ ช่องว่างเขียน ""'
    )

    _span: Span = PrivateAttr(Span())

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if value is None:
            raise fault("empty-value")
        return {"text": value} if isinstance(value, str) else value

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
            self._span = parse_period(self.text) if self.text else parse_chart(self.chart or ())
        except DateFault as error:
            raise fault(error.code, **{"value": self.text, **error.detail}) from None
        return self

    @property
    def span(self) -> Span:
        return self._span


class Owner(Model):
    """หน่วยงานภายในที่รับผิดชอบ; เขียนเป็นชื่อย่อ ชื่อเต็ม หรือรหัสใน units.yaml"""

    unit: Line = Field(description="รหัส ชื่อย่อ หรือชื่อเต็มของหน่วยงานภายในตาม units.yaml")
    steps: Line | None = Field(None, description="ข้อของขั้นตอนที่หน่วยงานนี้รับผิดชอบ ตามที่พิมพ์ เช่น 1-3")

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, value: Any) -> Any:
        if value is None:
            raise fault("empty-value")
        return {"unit": value} if isinstance(value, str) else value


class Numbered(Sourced):
    """ข้อความหนึ่งข้อ มีเลขข้อตามที่พิมพ์หรือไม่มีก็ได้"""

    number: Line | None = Field(None, description="เลขข้อตามที่พิมพ์")
    text: Text = Field(description="ข้อความ")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if value is None:
            raise fault("empty-value")
        return {"text": value} if isinstance(value, str) else value


class NoneStated(Model):
    """คำกล่าวว่าไม่มี ซึ่งต่างจากยังไม่ได้กรอก"""

    reason: Text = Field(description="ข้อความที่กล่าวว่าไม่มี เช่น ไม่มีเรื่องร้องเรียน")
    as_of: Date | None = Field(None, description="ณ วันที่")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if value is None:
            raise fault("empty-value")
        return {"reason": value} if isinstance(value, str) else value


class Remarks(Model):
    """ปัญหาหรือข้อเสนอแนะเป็นข้อ ๆ หรือคำกล่าวว่าไม่มี"""

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

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.amount is None) == (self.none is None):
            raise fault("amount-or-none")
        return self


class Evidence(Model):
    """เอกสารที่เป็นคำตอบหรือหลักฐาน: แฟ้มในโฟลเดอร์ข้อมูล หรือลิงก์ไปที่อื่น"""

    title: Text = Field(description="ชื่อเอกสาร")
    file: Line | None = Field(None, description="ที่อยู่ของแฟ้มภายใต้โฟลเดอร์ข้อมูล เช่น files/2567/plan.pdf")
    link: Link | None = Field(None, description="ที่อยู่เว็บของเอกสารที่อยู่นอกเว็บไซต์นี้")
    date: Date | None = Field(None, description="วันที่ของเอกสาร")
    language: Literal["th", "en"] = Field("th", description="ภาษาของเอกสาร")
    pages: Line | None = Field(None, description="หน้าที่ควรเปิดดู")
    shows: tuple[Id, ...] = Field((), description="รหัสองค์ประกอบที่เอกสารนี้แสดง ตามบัญชีองค์ประกอบของประเภทเนื้อหา")

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.file is None) == (self.link is None):
            raise fault("file-or-link")
        return self


# --- scores: one kind for IIT, EIT with its two parts, and OIT, of any year -----------------------------


class Printing(Sourced):
    """คะแนนเดียวกันที่พิมพ์อีกแห่งหนึ่ง จะตรงกันหรือไม่ก็ตาม"""

    score: Figure | None = Field(None, description="คะแนนตามที่พิมพ์")
    level: Line | None = Field(None, description="ระดับตามที่พิมพ์ เช่น A หรือ ผ่าน")
    previous: Figure | None = Field(None, description="คะแนนของปีก่อนที่พิมพ์ไว้คู่กัน")
    difference: Figure | None = Field(None, description="ผลต่างจากปีก่อนตามที่พิมพ์ (ลดลงเป็นลบ)")

    @model_validator(mode="before")
    @classmethod
    def _from_figure(cls, value: Any) -> Any:
        if value is None:
            raise fault("empty-value")
        return {"score": value} if isinstance(value, str) else value


class Parts(Model):
    """คะแนน EIT สองส่วน"""

    public: Printing | None = Field(None, description="ส่วนที่ 1 ผู้มีส่วนได้ส่วนเสียภายนอกทั่วไป (EIT Public)")
    survey: Printing | None = Field(None, description="ส่วนที่ 2 จากการสำรวจ (EIT Survey)")


class Score(Printing):
    """คะแนนหนึ่งค่าของปีหนึ่ง"""

    parts: Parts | None = Field(None, description="คะแนนสองส่วน เฉพาะ EIT")
    restated: tuple[Printing, ...] = Field((), description="ที่อื่นในเอกสารที่พิมพ์คะแนนนี้ซ้ำ")


# --- claims that a document makes about its own figures -------------------------------------------------


class Claim(Model):
    """คำกล่าวของเอกสารเกี่ยวกับตัวเลข เช่น มีกี่ข้อที่ต่ำกว่า 85 และข้อใดต่ำที่สุด"""

    kind: Literal["below_target", "lowest", "highest", "all_in_class", "decreased_most", "above_mean"] = Field(
        description="ชนิดของคำกล่าว: ต่ำกว่าเป้าหมาย ต่ำที่สุด สูงที่สุด ทั้งหมดอยู่ในกลุ่ม ลดลงมากที่สุด สูงกว่าค่าเฉลี่ย"
    )
    among: Literal["instruments", "indicators", "questions", "items", "total"] = Field(description="กล่าวถึงอะไร")
    subjects: tuple[Line, ...] = Field((), description="รหัสหรือเลขที่กล่าวถึง เช่น I1 หรือเลขตัวชี้วัด ตามที่พิมพ์")
    count: Whole | None = Field(None, description="จำนวนที่พิมพ์ไว้")
    than: Figure | None = Field(None, description="ค่าที่ใช้เทียบ เช่น 85")
    score: Figure | None = Field(None, description="คะแนนที่พิมพ์ไว้ในคำกล่าว")
    difference: Figure | None = Field(None, description="ผลต่างที่พิมพ์ไว้ในคำกล่าว (ลดลงเป็นลบ)")
    class_: Id | None = Field(None, alias="class", description="กลุ่มที่กล่าวถึง")
    within: Line | None = Field(None, description="ขอบเขตของคำกล่าว เช่น แบบวัด IIT หรือตัวชี้วัดที่ 7")


class Finding(Sourced):
    """ข้อค้นพบจากการวิเคราะห์ พร้อมคำกล่าวที่ตรวจกับตัวเลขได้"""

    text: Text = Field(description="ข้อค้นพบ")
    claims: tuple[Claim, ...] = Field((), description="คำกล่าวที่ตรวจกับตัวเลขได้")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if value is None:
            raise fault("empty-value")
        return {"text": value} if isinstance(value, str) else value
