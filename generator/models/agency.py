"""Who publishes: the agency and its settings, its units, and the documents its facts come from."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema, field_validator, model_validator

from generator.models.accessibility import Accessibility
from generator.models.channels import Email, Phone
from generator.models.made_ids import id_of_name, names_of, resolved
from generator.models.profile import GENERAL
from generator.models.scalars import Address, Colour, Date, Flag, Id, Line, Link, Whole, Year
from generator.models.shared import Evidence, Model, Text, short_form
from generator.writing.dates import fiscal_year

_PROFILE = {"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*$"}
_ONE_OR_MANY = {"anyOf": [_PROFILE, {"type": "array", "items": _PROFILE, "minItems": 1}]}


class Subsite(Model):
    """เว็บไซต์ของอีกหน่วยงานหนึ่งที่สร้างไว้ใต้เว็บไซต์นี้"""

    path: Line = Field(description="ที่อยู่ใต้เว็บไซต์นี้ เช่น examples/opdc")
    data: Line = Field(description="โฟลเดอร์ข้อมูลของเว็บไซต์ย่อย นับจากโฟลเดอร์ข้อมูลนี้")


class Deadline(Model):
    """วันที่ทุกข้อของปีต้องเสร็จ; เขียนวันที่อย่างเดียวก็ได้"""

    year: Year | None = Field(None, description="ปีงบประมาณที่ประเมิน; ไม่ระบุ = ปีงบประมาณของวันนั้น")
    date: Date = Field(description="วันสุดท้าย")

    _short = short_form("date")

    @property
    def of_year(self) -> int:
        """The assessed year: the fiscal year of the day, unless it says another."""
        return self.year or fiscal_year(self.date)


class Logo(Evidence):
    """ตราหน่วยงาน"""

    title: Text = Field(Text(th="ตราหน่วยงาน", en="The agency's emblem"), description="ตรานี้คืออะไร")

    _short = short_form("file")


class Withdrawn(Model):
    """ที่อยู่ที่เคยเผยแพร่แล้วเลิกใช้ ซึ่งจะมีหน้าบอกเหตุผลไว้แทน"""

    address: Address = Field(
        description="ที่อยู่ใต้เว็บไซต์นี้ เช่น 2567/o3/ หรือ files/2567/plan.pdf หรือตำแหน่งในหน้า 2567/o3/#laws-act-1; ลงท้ายด้วย / หมายถึงทุกที่อยู่ข้างใต้ด้วย"
    )
    reason: Text = Field(description="เลิกใช้เพราะอะไร และดูเรื่องนี้ได้ที่ไหนแทน")
    date: Date | None = Field(None, description="วันที่เลิกใช้")


class Agency(Model):
    """หน่วยงานและการตั้งค่าเว็บไซต์ (agency.yaml)"""

    name: Text = Field(description="ชื่อหน่วยงานเต็ม")
    short_name: Text = Field(description="ชื่อย่อที่ใช้เรียกหน่วยงาน เช่น สำนักงาน ก.พ.ร.")
    profile: Annotated[tuple[Id, ...], WithJsonSchema(_ONE_OR_MANY)] = Field(
        (GENERAL,),
        min_length=1,
        description="ประเภทหน่วยงาน ซึ่งบอกว่าใช้บัญชีรายการใด; หน่วยงานที่ตอบสองบัญชีเขียนเป็นรายการ บัญชีหลักก่อน เช่น [central-government, health-ministry]",
    )
    years: tuple[Year, ...] = Field((), description="ปีที่แสดงบนเว็บไซต์; ไม่ระบุ = ทุกปีที่มีข้อมูล")
    public_years: tuple[Year, ...] | None = Field(
        None, description="ปีที่ประชาชนเห็นแล้ว ปีอื่นอยู่ในเว็บไซต์ร่างเท่านั้น; ไม่ระบุ = ทุกปีที่แสดง"
    )
    approval: Literal["required", "optional"] = Field(
        "optional",
        description="การอนุมัติก่อนเผยแพร่ (บันทึกด้วย oit approve): required เว็บไซต์สาธารณะแสดงแต่ละข้อตามที่อนุมัติครั้งล่าสุด และไม่แสดงสิ่งที่ยังไม่เคยอนุมัติ, optional แสดงตามข้อมูลปัจจุบัน",
    )
    languages: tuple[Literal["th", "en"], ...] = Field(("th", "en"), description="ภาษาของเว็บไซต์ ภาษาไทยต้องมีเสมอ")
    digits: Literal["arabic", "thai"] = Field("arabic", description="ตัวเลขที่แสดง: arabic (0-9) หรือ thai (๐-๙)")
    site_url: Link | None = Field(None, description="ที่อยู่จริงของเว็บไซต์ ลงท้ายด้วย /")
    unfinished: Literal["hide", "show"] = Field(
        "hide",
        description="สิ่งที่ยังไม่เสร็จบนเว็บไซต์สาธารณะ: hide บอกเพียงว่ายังไม่เผยแพร่, show แสดงสถานะและองค์ประกอบที่ขาดด้วย; เว็บไซต์ร่างแสดงเสมอ",
    )
    deadlines: tuple[Deadline, ...] = Field((), description="วันที่ทุกข้อของปีต้องเสร็จ")
    next_review: Date | None = Field(
        None, description="วันที่จะทบทวนข้อมูลทั้งหมดครั้งถัดไป; เผยแพร่ไว้กับเว็บไซต์ และเตือนเมื่อตรวจเว็บไซต์ที่เผยแพร่แล้วหลังวันนี้"
    )
    colour: Colour = Field("#14505c", description="สีประจำหน่วยงาน เลขฐานสิบหกหกตัวโดยไม่ต้องมี # เช่น 14505c")
    logo: Logo | None = Field(None, description="ตราหน่วยงาน แฟ้ม PNG หรือ JPG ใต้ files/; เขียนที่อยู่แฟ้มอย่างเดียวก็ได้")
    wanted: tuple[Id, ...] = Field(
        (), description="เนื้อหาที่ประชาชนหามากที่สุด แสดงก่อนบนหน้าแรก สิบเรื่องแรกที่มีข้อมูล; ไม่ระบุ = ลำดับของโปรแกรม"
    )
    excerpt: Flag = Field(
        False,
        description="true = คัดมาเพียงบางเรื่องจากเอกสารของหน่วยงาน; ข้อที่ไม่มีไม่ได้แปลว่าหน่วยงานไม่เปิดเผย หน้าของข้อเหล่านั้นไม่ให้เครื่องมือค้นหาเก็บ",
    )
    sample: Flag = Field(False, description="true = ข้อมูลสมมติ ทุกหน้าจะบอกไว้ชัดเจน")
    notice: Text | None = Field(None, description="ประกาศที่แสดงบนทุกหน้า")
    about: Text | None = Field(None, description="หน่วยงานนี้ทำอะไร หนึ่งหรือสองประโยค")
    website: Link | None = Field(None, description="เว็บไซต์หลักของหน่วยงาน")
    accessibility: Accessibility | None = Field(None, description="การเข้าถึงเว็บไซต์: แจ้งปัญหาที่ใด และส่วนใดที่บางคนยังใช้ไม่ได้")
    withdrawn: tuple[Withdrawn, ...] = Field((), description="ที่อยู่ที่เคยเผยแพร่แล้วเลิกใช้ พร้อมเหตุผล")
    servers: tuple[Literal["apache", "iis", "netlify"], ...] = Field(
        ("apache", "iis", "netlify"),
        description="เครื่องแม่ข่ายที่จะเขียนแฟ้มตั้งค่าให้ (.htaccess, web.config, _headers); ไม่ระบุ = ทุกชนิด เพราะเครื่องที่ไม่ใช้จะไม่อ่าน, [] = ไม่เขียน",
    )
    subsites: tuple[Subsite, ...] = Field((), description="เว็บไซต์ย่อยที่สร้างไปพร้อมกัน")

    @field_validator("profile", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value

    @property
    def main_profile(self) -> str:
        """The kind of agency; of several the first, by which its calendar and its scores go."""
        return self.profile[0]

    def due_of(self, year: int) -> date | None:
        """The day on which everything of an assessed year must be ready, where the agency says so."""
        return next((deadline.date for deadline in self.deadlines if deadline.of_year == year), None)


class Unit(Model):
    """หน่วยงานภายในหนึ่งหน่วย หรือคำเรียกรวมของหลายหน่วย"""

    id: Id = Field(description="รหัสสำหรับลิงก์ เป็นอักษรละตินตัวเล็ก; ไม่ระบุ = โปรแกรมตั้งให้จากชื่อย่อหรือชื่อเต็ม")
    abbreviation: Text | None = Field(None, description="ชื่อย่อตามที่พิมพ์")
    name: Text | None = Field(None, description="ชื่อเต็ม; ไม่ระบุ = เอกสารไม่ได้ให้ชื่อเต็มไว้")
    kind: Literal["unit", "all", "group", "committee"] = Field(
        "unit", description="ชนิด: unit หน่วยงาน, all ทุกหน่วยงาน, group กลุ่มหน่วยงานที่ไม่ได้ระบุชื่อ, committee คณะทำงาน"
    )
    aliases: tuple[Line, ...] = Field((), description="ชื่ออื่นที่ใช้เรียกในเอกสาร")
    phones: tuple[Phone, ...] = Field((), description="หมายเลขโทรศัพท์ที่ประชาชนใช้ติดต่อ")
    emails: tuple[Email, ...] = Field((), description="อีเมลที่ประชาชนใช้ติดต่อ")
    parent: Id | None = Field(None, description="รหัส ชื่อย่อ หรือชื่อเต็มของหน่วยงานที่สังกัด")
    note: Text | None = Field(None, description="หมายเหตุ")

    @property
    def label(self) -> Text:
        """What owners are called in tables: the abbreviation, or the name where there is none."""
        return self.abbreviation or self.name or Text(th=self.id)


class Units(Model):
    """หน่วยงานภายในและชื่อย่อ (units.yaml)"""

    units: tuple[Unit, ...] = Field(description="หน่วยงานภายใน ตามลำดับที่ต้องการแสดง")

    @model_validator(mode="before")
    @classmethod
    def _tied(cls, value: Any) -> Any:
        """Ids where they are left out, and the ids of the units that names of a unit above stand for."""
        if not isinstance(value, dict) or not isinstance(value.get("units"), list):
            return value
        units = [_with_id(one) for one in value["units"]]
        names = names_of(units, "abbreviation", "name", "aliases")
        tied = [
            {**one, "parent": resolved(one["parent"], names)} if isinstance(one, dict) and "parent" in one else one
            for one in units
        ]
        return value | {"units": tied}


def _with_id(unit: Any) -> Any:
    """A unit with an id that stays while its name does; one that has no name, or is none, as it is."""
    if isinstance(unit, str):
        unit = {"name": unit}
    if not isinstance(unit, dict) or "id" in unit:
        return unit
    text = unit.get("abbreviation", unit.get("name"))
    name = text.get("th") if isinstance(text, dict) else text
    return {"id": id_of_name("unit", name), **unit} if isinstance(name, str) else unit


class SourceDocument(Model):
    """เอกสารต้นทางที่ข้อเท็จจริงในข้อมูลมาจาก"""

    id: Id = Field(description="รหัสที่ข้อมูลอื่นใช้อ้างถึง")
    title: Text = Field(description="ชื่อเอกสารตามที่พิมพ์")
    publisher: Text | None = Field(None, description="ผู้จัดทำ")
    year: Year | None = Field(None, description="ปีงบประมาณของเอกสาร")
    link: Link | None = Field(None, description="ที่อยู่เว็บของเอกสาร")
    pages: Whole | None = Field(None, description="จำนวนหน้า")
    notes: tuple[Text, ...] = Field((), description="ข้อควรรู้เกี่ยวกับสำเนาที่ใช้ถอดข้อมูล")


class Sources(Model):
    """เอกสารต้นทาง (sources.yaml)"""

    documents: tuple[SourceDocument, ...] = Field(description="เอกสารต้นทางทั้งหมด")
