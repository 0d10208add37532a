"""What the agency must and may do, point by point, and which law says so."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.shared import Numbered


class Powers(Disclosure):
    """หน้าที่และอำนาจ"""

    duties: tuple[Numbered, ...] = Field((), description="หน้าที่และอำนาจเป็นข้อ ๆ; คัดเฉพาะของหน่วยงาน ไม่ใช่กฎหมายทั้งฉบับ")
    basis: tuple[Numbered, ...] = Field((), description="กฎหมายและมาตราที่ให้หน้าที่และอำนาจนี้")

    def headlines(self) -> Iterator[Headline]:
        if self.duties:
            yield headline("powers.has", count=len(self.duties))
            yield headline("powers.first", duty=self.duties[0].text)

    def shows(self) -> dict[str, Presence]:
        listed = presence("duties", self.duties)
        return {"duties": listed, "not_whole_law": listed}  # points of its own are no statute
