"""The laws related to the work of the agency."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.documents import Document
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence


class Laws(Disclosure):
    """กฎหมายที่เกี่ยวข้อง"""

    laws: tuple[Document, ...] = Field((), description="กฎหมายที่เกี่ยวข้องกับการปฏิบัติงาน เรียงตามลำดับศักดิ์หรือความสำคัญ")

    def headlines(self) -> Iterator[Headline]:
        if self.laws:
            yield headline("laws.in_use", count=len(self.laws), names=tuple(law.title for law in self.laws))

    def shows(self) -> dict[str, Presence]:
        return {"in_force": presence("laws", *(law.is_readable for law in self.laws))}
