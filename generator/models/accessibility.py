"""Who can use the site: what an agency knows of it, and what the tests of the program last found.

The tests write ``accessibility.yaml`` beside this module (``make accessibility``); the statement's page reads it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import Field

from generator.models.channels import Email, Phone
from generator.models.scalars import Date, Id, Line
from generator.models.shared import Model, Text, short_form

RESULT = Path(__file__).with_suffix(".yaml")


class Limit(Model):
    """ส่วนที่บางคนยังใช้ไม่ได้; เขียนเป็นข้อความเดียวก็ได้"""

    text: Text = Field(description="ส่วนใดของเว็บไซต์หรือเอกสารใด และใครใช้ไม่ได้")
    instead: Text | None = Field(None, description="ระหว่างนี้ขอข้อมูลเดียวกันได้อย่างไร")
    until: Date | None = Field(None, description="วันที่จะแก้เสร็จ")

    _short = short_form("text")


class Accessibility(Model):
    """สิ่งที่หน่วยงานบอกไว้ในคำแถลงการเข้าถึงเว็บไซต์"""

    unit: Id | None = Field(None, description="รหัสหน่วยงานภายในที่ดูแลเรื่องนี้ ตาม units.yaml")
    phones: tuple[Phone, ...] = Field((), description="หมายเลขที่รับแจ้งปัญหา; ไม่ระบุ = ตามข้อมูลการติดต่อของหน่วยงาน")
    emails: tuple[Email, ...] = Field((), description="อีเมลที่รับแจ้งปัญหา; ไม่ระบุ = ตามข้อมูลการติดต่อของหน่วยงาน")
    answered: Text | None = Field(None, description="จะตอบภายในเวลาเท่าใด เช่น ภายใน 7 วันทำการ")
    limits: tuple[Limit, ...] = Field((), description="ส่วนที่หน่วยงานรู้ว่าบางคนยังใช้ไม่ได้ นอกจากที่โปรแกรมบอกไว้แล้ว")


class Tool(Model):
    """A program that tests were made with."""

    id: Id
    version: Line


class Left(Model):
    """Places of which axe-core could not decide: the rule, and how many there were."""

    rule: Id
    places: int


class Tested(Model):
    """What the tests last found on the complete sample.

    Attributes:
        date: of the run.
        tools: what it was made with.
        rules: how many rules axe-core was asked.
        kinds, families: the kinds of pages, and the families whose pages were looked at beside.
        languages, widths, schemes: the looks of each; widths in CSS pixels.
        looks: how many times a page was looked at in one look and state.
        checks: how many rules found something to look at, all looks together.
        pages: how many pages the HTML checker read.
        left: what axe-core leaves for people.
    """

    date: Date
    tools: tuple[Tool, ...]
    rules: int
    kinds: tuple[Id, ...]
    families: tuple[Line, ...]
    languages: tuple[Line, ...]
    widths: tuple[int, ...]
    schemes: tuple[Id, ...]
    looks: int
    checks: int
    pages: int
    left: tuple[Left, ...]


@lru_cache
def tested() -> Tested:
    """The result that came with the program."""
    with RESULT.open("rb") as file:
        return Tested.model_validate(yaml.load(file, yaml.CSafeLoader))
