"""Kinds of agencies: which list each answers, what the list is called, and what is known of its scores.

The profiles that come with the program are data in ``catalogues/profiles.yaml``. An agency may name one of its own
in ``profile:`` and bring its lists; then nothing is known of it but its id, and it is taken for the NACC's own way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Literal

import yaml
from pydantic import Field, TypeAdapter

from generator.models.catalogue import BUILT_IN, Component, known_components, weaker
from generator.models.scalars import Flag, Id, Line
from generator.models.shared import Model, Text

GENERAL = "central-government"
"""The profile of agencies that answer the NACC's own list, whose components are those of the families."""


class Profile(Model):
    """ประเภทหน่วยงานหนึ่งประเภท"""

    id: Id = Field(description="รหัสที่ profile: ใน agency.yaml ใช้")
    name: Text = Field(description="ชื่อประเภท")
    about: Text = Field(description="ใครควรเลือกประเภทนี้ และรู้บัญชีนี้เพียงใด")
    list: Line = Field("OIT", description="ชื่อบัญชีรายการบนหน้าเว็บ")
    letters: Line = Field("O", description="ตัวอักษรหน้าเลขข้อ")
    apart: Line = Field("", description="อักษรหน้าเลขข้อ เมื่อเป็นบัญชีที่สองของหน่วยงานและบัญชีแรกใช้ตัวอักษรเดียวกัน")
    uses: Id | None = Field(None, description="ประเภทที่ใช้บัญชีร่วมกัน")
    components: Literal["general", "own"] = Field(
        "general", description="own = องค์ประกอบที่รู้จากบัญชีทั่วไปเป็นเพียงของหน่วยงานประเภทอื่น"
    )
    scores: Literal["means", "unknown"] = Field(
        "means", description="วิธีคิดคะแนน: means ค่าเฉลี่ยของค่าเฉลี่ย, unknown ยังไม่ทราบ จึงไม่ประเมินคะแนน"
    )
    by_quarter: Flag = Field(False, description="หลักฐานเป็นรายไตรมาส")

    @property
    def catalogues(self) -> str:
        """The profile whose catalogues are used."""
        return self.uses or self.id


@lru_cache
def known_profiles() -> dict[str, Profile]:
    """Id → profile, of those that come with the program, in the order in which they are offered."""
    with (BUILT_IN / "profiles.yaml").open("rb") as file:
        profiles = TypeAdapter(tuple[Profile, ...]).validate_python(yaml.load(file, yaml.CBaseLoader))
    return {profile.id: profile for profile in profiles}


@lru_cache(maxsize=256)
def profile_of(id: str) -> Profile:
    """A profile by its id; one that the program does not know is an agency's own."""
    return known_profiles().get(id) or Profile(id=id, name=Text(th=id), about=Text(th=id))


def components_of(
    profile: Profile, family: str, year: int, asked: Iterable[Component] | None, kinds: Collection[str]
) -> tuple[Component, ...]:
    """What an item must show of one of its families in a year, as far as known.

    Args:
        profile: whose list the item stands in.
        family: one of the item's.
        year: that is assessed.
        asked: the components that the item or the agency names; None takes those that are known of the family.
        kinds: the profiles that the agency names, as some components are only for some of them.
    """
    if asked is None:
        known = known_components().get(family, ())
        asked = known if profile.components == "general" else [_of_another_list(component) for component in known]
    of_family = (component for component in asked if component.family == family and component.is_asked_in(year))
    return tuple(one for one in of_family if not one.only_for or any(kind in one.only_for for kind in kinds))


def _of_another_list(component: Component) -> Component:
    """A component of the NACC's own list, where what the other list asks for was not read."""
    return component.model_copy(update={"confidence": weaker(component.confidence, "other-profile"), "read": ()})
