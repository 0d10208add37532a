"""What became of the measures: what was done for each, and what it led to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import Field, model_validator

from generator.families.measures.model import Measure
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.made_ids import names_of, resolved, with_ids
from generator.models.scalars import Id, Year
from generator.models.shared import Numbered, Owner, Period, Sourced


class Result(Sourced):
    """ผลของมาตรการหนึ่งเรื่อง"""

    measure: Id = Field(description="รหัส เลข หรือชื่อของมาตรการ ในรายงานนี้หรือในมาตรการของปีเดียวกัน")
    done: tuple[Numbered, ...] = Field((), description="สรุปผลการดำเนินการ: ทำอะไรไปแล้ว")
    outcomes: tuple[Numbered, ...] = Field((), description="ผลลัพธ์หรือความสำเร็จ")
    period: Period | None = Field(None, description="ระยะเวลาที่ทำจริง ถ้าต่างจากมาตรการ")
    owners: tuple[Owner, ...] = Field((), description="ผู้ทำจริง ถ้าต่างจากมาตรการ")


class MeasuresReport(Disclosure):
    """รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส"""

    ita_year: Year | None = Field(None, description="ปีของผล ITA ที่เป็นที่มาของมาตรการในรายงานนี้")
    measures: tuple[Measure, ...] = Field((), description="มาตรการที่พิมพ์ไว้ในรายงานนี้เอง")
    results: tuple[Result, ...] = Field((), description="ผลของแต่ละมาตรการ")

    def headlines(self) -> Iterator[Headline]:
        if self.results:
            yield headline("measures_report.reached", count=len(self.results))
            if with_outcome := sum(bool(one.outcomes) for one in self.results):
                yield headline("measures_report.succeeded", count=with_outcome)

    @model_validator(mode="before")
    @classmethod
    def _tied(cls, value: Any) -> Any:
        """Ids where they are left out, and the ids that numbers and names stand for."""
        if not isinstance(value, dict) or not isinstance(value.get("results"), list):
            return value
        measures = with_ids(value.get("measures"), "m", "title")
        names = names_of(measures, "title")
        results = [
            {**one, "measure": resolved(one["measure"], names)} if isinstance(one, dict) and "measure" in one else one
            for one in value["results"]
        ]
        return value | {"results": results} | ({"measures": measures} if measures is not None else {})

    def shows(self) -> dict[str, Presence]:
        return {
            "measures": presence("results", self.results),
            "done": presence("results", *(result.done for result in self.results)),
            "outcomes": presence("results", *(result.outcomes for result in self.results)),
            "previous_year": presence("results", self.results, self.is_of_previous_year),
        }
