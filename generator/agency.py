"""Who publishes: the agency and its settings, its units, and the documents its facts come from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.models import Model, Text
from generator.scalars import Flag, Id, Line, Link, Whole, Year


class Subsite(Model):
    """เว็บไซต์ของอีกหน่วยงานหนึ่งที่สร้างไว้ใต้เว็บไซต์นี้"""

    path: Line = Field(description="ที่อยู่ใต้เว็บไซต์นี้ เช่น examples/opdc")
    data: Line = Field(description="โฟลเดอร์ข้อมูลของเว็บไซต์ย่อย นับจากโฟลเดอร์ข้อมูลนี้")


class Agency(Model):
    """หน่วยงานและการตั้งค่าเว็บไซต์ (agency.yaml)"""

    name: Text = Field(description="ชื่อหน่วยงานเต็ม")
    short_name: Text = Field(description="ชื่อย่อที่ใช้เรียกหน่วยงาน เช่น สำนักงาน ก.พ.ร.")
    profile: Id = Field("central-government", description="บัญชีรายการ OIT ที่ใช้กับหน่วยงานประเภทนี้")
    years: tuple[Year, ...] = Field((), description="ปีที่แสดงบนเว็บไซต์; ไม่ระบุ = ทุกปีที่มีข้อมูล")
    languages: tuple[Literal["th", "en"], ...] = Field(("th", "en"), description="ภาษาของเว็บไซต์ ภาษาไทยต้องมีเสมอ")
    digits: Literal["arabic", "thai"] = Field("arabic", description="ตัวเลขที่แสดง: arabic (0-9) หรือ thai (๐-๙)")
    site_url: Link | None = Field(None, description="ที่อยู่จริงของเว็บไซต์ ลงท้ายด้วย /")
    sample: Flag = Field(False, description="true = ข้อมูลสมมติ ทุกหน้าจะบอกไว้ชัดเจน")
    notice: Text | None = Field(None, description="ประกาศที่แสดงบนทุกหน้า")
    about: Text | None = Field(None, description="หน่วยงานนี้ทำอะไร หนึ่งหรือสองประโยค")
    website: Link | None = Field(None, description="เว็บไซต์หลักของหน่วยงาน")
    subsites: tuple[Subsite, ...] = Field((), description="เว็บไซต์ย่อยที่สร้างไปพร้อมกัน")


class Unit(Model):
    """หน่วยงานภายในหนึ่งหน่วย หรือคำเรียกรวมของหลายหน่วย"""

    id: Id = Field(description="รหัสสำหรับลิงก์ เป็นอักษรละตินตัวเล็ก")
    abbreviation: Text | None = Field(None, description="ชื่อย่อตามที่พิมพ์")
    name: Text | None = Field(None, description="ชื่อเต็ม; ไม่ระบุ = เอกสารไม่ได้ให้ชื่อเต็มไว้")
    kind: Literal["unit", "all", "group", "committee"] = Field(
        "unit", description="ชนิด: unit หน่วยงาน, all ทุกหน่วยงาน, group กลุ่มหน่วยงานที่ไม่ได้ระบุชื่อ, committee คณะทำงาน"
    )
    aliases: tuple[Line, ...] = Field((), description="ชื่ออื่นที่ใช้เรียกในเอกสาร")
    parent: Id | None = Field(None, description="รหัสของหน่วยงานที่สังกัด")
    note: Text | None = Field(None, description="หมายเหตุ")

    @property
    def label(self) -> Text:
        """What owners are called in tables: the abbreviation, or the name where there is none."""
        return self.abbreviation or self.name or Text(th=self.id)


class Units(Model):
    """หน่วยงานภายในและชื่อย่อ (units.yaml)"""

    units: tuple[Unit, ...] = Field(description="หน่วยงานภายใน ตามลำดับที่ต้องการแสดง")


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
