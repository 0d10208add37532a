"""Risks of corruption: what could happen, how likely and how grave it is, and what keeps it from happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from generator.models.disclosure import Headline, headline
from generator.models.scalars import Flag, Line, Whole
from generator.models.shared import Numbered, Owner, Period, Sourced, Text

LEVELS = ("very_high", "high", "medium", "low")
Level = Literal["very_high", "high", "medium", "low"]


class Risk(Sourced):
    """ความเสี่ยงหนึ่งเรื่อง"""

    number: Line | None = Field(None, description="เลขข้อตามที่พิมพ์")
    work: Text | None = Field(None, description="งานหรือกระบวนการที่เสี่ยง เช่น การตรวจรับพัสดุ")
    event: Text = Field(description="เหตุการณ์ความเสี่ยง คือสิ่งที่อาจเกิดขึ้น")
    area: Literal["budget", "office", "staff"] | None = Field(
        None, description="ด้าน: budget งบประมาณ, office การใช้อำนาจหน้าที่, staff การบริหารงานบุคคล"
    )
    bribery: Flag = Field(False, description="true = เกี่ยวกับการให้หรือรับสินบน")
    likelihood: Whole | None = Field(None, description="คะแนนโอกาสที่จะเกิด")
    impact: Whole | None = Field(None, description="คะแนนผลกระทบ")
    level: Level | None = Field(None, description="ระดับความเสี่ยง: low ต่ำ, medium ปานกลาง, high สูง, very_high สูงมาก")
    measures: tuple[Numbered, ...] = Field((), description="มาตรการจัดการความเสี่ยง")
    owners: tuple[Owner, ...] = Field((), description="ผู้รับผิดชอบมาตรการ")
    period: Period | None = Field(None, description="ระยะเวลาของมาตรการ")

    @property
    def score(self) -> int | None:
        """Likelihood times impact."""
        return None if self.likelihood is None or self.impact is None else self.likelihood * self.impact


def count_by_level(risks: Sequence[Risk]) -> list[tuple[str, int]]:
    """Level → how many risks, the gravest first; levels without any are left out."""
    counts = [(level, sum(risk.level == level for risk in risks)) for level in LEVELS]
    return [(level, count) for level, count in counts if count]


def level_headlines(counts: Sequence[tuple[str, int]]) -> Iterator[Headline]:
    """How many risks are of the highest level that any of them has."""
    if counts:
        level, count = counts[0]
        yield headline(f"risks.most_{level}", count=count)
