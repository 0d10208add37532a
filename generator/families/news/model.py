"""News of the mission's work, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.documents import Document, newest_first
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.writing.dates import fiscal_year


class News(Disclosure):
    """ข่าวการทำงานตามภารกิจ"""

    news: tuple[Document, ...] = Field((), description="ข่าว เรียงอย่างไรก็ได้ เว็บไซต์จะเรียงข่าวใหม่สุดก่อน")

    @property
    def newest_first(self) -> list[Document]:
        return newest_first(self.news)

    @property
    def of_the_year(self) -> list[Document]:
        """Those published in the assessed year."""
        return [one for one in self.news if one.date and fiscal_year(one.date) == self.assessed_year]

    def headlines(self) -> Iterator[Headline]:
        if self.news:
            latest = self.newest_first[0]
            yield headline("news.told", count=len(self.news))
            yield (
                headline("news.latest_on", title=latest.title, day=latest.date)
                if latest.date
                else headline("news.latest", title=latest.title)
            )

    def shows(self) -> dict[str, Presence]:
        return {
            "mission_news": presence("news", *(one.is_readable for one in self.news)),
            "in_year": presence("news", self.of_the_year),
        }
