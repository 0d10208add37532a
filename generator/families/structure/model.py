"""How the agency is divided: the chart, the important posts, and what each unit does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Whole
from generator.models.shared import Numbered, Owner, Sourced, Text


class Post(Sourced):
    """ตำแหน่งที่สำคัญหนึ่งตำแหน่ง"""

    title: Text = Field(description="ชื่อตำแหน่ง เช่น ผู้อำนวยการกอง")
    unit: Owner | None = Field(None, description="ส่วนงานที่ตำแหน่งนี้อยู่; ไม่ระบุ = ผู้บริหารของทั้งหน่วยงาน")
    oversees: tuple[Owner, ...] = Field((), description="ส่วนงานที่ตำแหน่งนี้กำกับดูแล")
    count: Whole | None = Field(None, description="จำนวนตำแหน่ง; ไม่ระบุ = 1")
    side: Literal["political", "permanent"] | None = Field(
        None, description="ฝ่าย สำหรับองค์กรปกครองส่วนท้องถิ่น: political ฝ่ายการเมือง, permanent ฝ่ายประจำ"
    )


class UnitWork(Sourced):
    """งานของส่วนงานหนึ่ง"""

    unit: Owner = Field(description="ส่วนงาน ตาม units.yaml")
    duties: tuple[Numbered, ...] = Field((), description="งานที่ส่วนงานนี้ทำ เป็นข้อ ๆ")
    people: Whole | None = Field(None, description="จำนวนบุคลากร")
    of_province: Literal["office", "regional"] | None = Field(
        None, description="สำหรับจังหวัด: office สำนักงานจังหวัด, regional ราชการส่วนภูมิภาค"
    )


class Structure(Disclosure):
    """โครงสร้างหน่วยงาน; แผนผังวาดจากส่วนงานใน work ตามการสังกัด (parent) ใน units.yaml"""

    posts: tuple[Post, ...] = Field((), description="ตำแหน่งที่สำคัญ เรียงจากสูงสุด")
    work: tuple[UnitWork, ...] = Field((), description="การแบ่งงานภายใน: ทุกส่วนงานของปีนั้น ส่วนงานที่ไม่เขียนจะไม่อยู่ในแผนผัง")

    def headlines(self) -> Iterator[Headline]:
        if self.work:
            yield headline("structure.divided", count=len(self.work))
        if self.posts:
            yield headline("structure.headed", posts=sum(post.count or 1 for post in self.posts))

    def shows(self) -> dict[str, Presence]:
        return {
            "chart": presence("chart", self.work),
            "posts": presence("posts", self.posts),
            "division_of_work": presence("work", *(one.duties for one in self.work)),
            "political_and_permanent": presence(
                "posts", {post.side for post in self.posts} >= {"political", "permanent"}
            ),
            "province_offices": presence(
                "work", self.posts, {one.of_province for one in self.work} >= {"office", "regional"}
            ),
        }
