"""How ethics is put into practice: who advises, what to do and not to do, what staff were taught."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.activities import Activity, activity_headlines
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.scalars import Date
from generator.models.shared import Model, Numbered, Text, short_form


class EthicsMember(Model):
    """คนหนึ่งในทีมจริยธรรม; เขียนแต่ตำแหน่งก็ได้"""

    post: Text = Field(description="ตำแหน่งในหน่วยงาน")
    name: Text | None = Field(None, description="ชื่อ ถ้าเปิดเผย")
    role: Text | None = Field(None, description="หน้าที่ในทีม เช่น ประธาน")

    _short = short_form("post")


class EthicsTeam(Model):
    """ทีมให้คำปรึกษาหรือคณะทำงานขับเคลื่อนจริยธรรม"""

    order: Text | None = Field(None, description="คำสั่งแต่งตั้ง เช่น คำสั่งสำนักงานที่ 5/2568")
    date: Date | None = Field(None, description="วันที่แต่งตั้ง")
    members: tuple[EthicsMember, ...] = Field(description="คนในทีม")
    duties: tuple[Numbered, ...] = Field((), description="หน้าที่ของทีม")


class EthicsDrive(Disclosure):
    """การขับเคลื่อนจริยธรรม"""

    team: EthicsTeam | None = Field(None, description="ทีมจริยธรรม")
    dos: tuple[Numbered, ...] = Field((), description="ข้อควรทำ (Dos)")
    donts: tuple[Numbered, ...] = Field((), description="ข้อไม่ควรทำ (Don'ts)")
    training: tuple[Activity, ...] = Field((), description="การอบรมหรือกิจกรรมที่สอดแทรกจริยธรรม")

    def headlines(self) -> Iterator[Headline]:
        if self.team:
            yield headline("ethics_drive.team_of", count=len(self.team.members))
        if self.dos and self.donts:
            yield headline("ethics_drive.points", dos=len(self.dos), donts=len(self.donts))
        yield from activity_headlines(self.training)

    def shows(self) -> dict[str, Presence]:
        return {
            "team": presence("team", self.team and self.team.members),
            "dos_and_donts": presence("dos-and-donts", self.dos, self.donts),
            "training": presence("training", self.training),
        }
