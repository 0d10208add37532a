"""Who leads the agency: name, post, photograph and contact of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field, model_validator

from generator.models.channels import Email, Phone
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Date
from generator.models.shared import Evidence, NoneStated, Owner, Sourced, Text


def _as_text_too(schema: dict[str, Any]) -> None:
    """Editors accept the short form of a photograph."""
    schema["anyOf"].insert(0, {"type": "string", "pattern": "^files/"})


class Executive(Sourced):
    """ผู้บริหารหนึ่งคน หรือตำแหน่งที่ว่างหรือไม่มี"""

    name: Text | None = Field(None, description="คำนำหน้า ชื่อ และนามสกุล")
    post: Text = Field(description="ตำแหน่ง")
    rank: Literal["head", "deputy", "other"] = Field(
        "other", description="ระดับ: head หัวหน้าหน่วยงาน, deputy รองหัวหน้า, other ผู้บริหารอื่น"
    )
    photo: Evidence | None = Field(
        None,
        description="รูปถ่าย เขียนเป็นที่อยู่ของแฟ้มใต้ files/ อย่างเดียวก็ได้ เช่น files/executives/head.jpg",
        json_schema_extra=_as_text_too,
    )
    phones: tuple[Phone, ...] = Field((), description="หมายเลขโทรศัพท์")
    emails: tuple[Email, ...] = Field((), description="อีเมล")
    oversees: tuple[Owner, ...] = Field((), description="ส่วนงานที่กำกับดูแล")
    since: Date | None = Field(None, description="ดำรงตำแหน่งตั้งแต่วันที่")
    none: NoneStated | None = Field(None, description="กล่าวว่าตำแหน่งนี้ว่างหรือไม่มี เช่น ไม่มีตำแหน่งรองหัวหน้า")

    @model_validator(mode="before")
    @classmethod
    def _photo_is_of_the_person(cls, value: Any) -> Any:
        """A photograph that is only a file is called by the name of who is on it."""
        if isinstance(value, dict) and isinstance(value.get("photo"), str):
            return {**value, "photo": {"title": value.get("name") or value["photo"], "file": value["photo"]}}
        return value


class Executives(Disclosure):
    """ผู้บริหารของหน่วยงาน"""

    people: tuple[Executive, ...] = Field((), description="ผู้บริหาร เรียงจากหัวหน้าหน่วยงาน อย่างน้อยถึงรองหัวหน้า")

    def headlines(self) -> Iterator[Headline]:
        head = next((one for one in self.people if one.rank == "head" and one.name), None)
        if head and head.name:
            yield headline("executives.headed", name=head.name, post=head.post)
        if self.people:
            yield headline("executives.all_of", count=sum(one.none is None for one in self.people))

    def shows(self) -> dict[str, Presence]:
        ranks = {person.rank for person in self.people}
        return {
            "head_and_deputies": presence("people", {"head", "deputy"} <= ranks),
            "names": presence("people", *(person.none or person.name for person in self.people)),
            "posts": presence("people", self.people),
            "photos": presence("people", *(person.none or person.photo for person in self.people)),
            "contacts": presence("people", *(person.none or person.phones or person.emails for person in self.people)),
        }
