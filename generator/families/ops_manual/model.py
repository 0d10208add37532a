"""Manuals of the agency's own work: which task, for which posts, in which steps."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.steps import Step
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.shared import Numbered, Owner, Sourced, Text


class Manual(Sourced):
    """คู่มือการปฏิบัติงานหนึ่งเรื่อง"""

    task: Text = Field(description="ชื่องานที่คู่มือนี้ใช้")
    posts: tuple[Text, ...] = Field((), description="ตำแหน่งที่ใช้คู่มือนี้")
    owners: tuple[Owner, ...] = Field((), description="หน่วยงานภายในที่ทำงานนี้")
    steps: tuple[Step, ...] = Field((), description="ขั้นตอนการปฏิบัติงาน")
    laws: tuple[Numbered, ...] = Field((), description="กฎหมาย ระเบียบ หรือมาตรฐานที่ใช้")


class OpsManual(Disclosure):
    """คู่มือการปฏิบัติงานของเจ้าหน้าที่"""

    manuals: tuple[Manual, ...] = Field((), description="คู่มือแต่ละเรื่อง")

    def headlines(self) -> Iterator[Headline]:
        if self.manuals:
            yield headline("ops_manual.for", count=len(self.manuals), names=tuple(one.task for one in self.manuals))

    def shows(self) -> dict[str, Presence]:
        manuals = self.manuals
        return {
            "task": presence("manual-1", *(manual.task for manual in manuals)),
            "post": presence("manual-1-posts", *(manual.posts for manual in manuals)),
            "steps": presence("manual-1-steps", *(manual.steps for manual in manuals)),
            "at_least_one": presence("manual-1", manuals),
            "step_time": presence(
                "manual-1-steps", *(manual.steps and all(s.time for s in manual.steps) for manual in manuals)
            ),
            "laws": presence("manual-1-laws", *(manual.laws for manual in manuals)),
        }
