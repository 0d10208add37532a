"""Documents that are read on the page itself or opened from it: news, laws, policies."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generator.models.scalars import Date, Link
from generator.models.shared import Evidence, Sourced, Text


class Document(Sourced):
    """ข่าว กฎหมาย หรือเอกสารหนึ่งเรื่อง อ่านที่หน้านี้หรือเปิดจากหน้านี้"""

    title: Text = Field(description="ชื่อเรื่อง ตามที่พิมพ์")
    kind: Text | None = Field(None, description="ชนิด เช่น พระราชบัญญัติ ระเบียบ ประกาศ")
    date: Date | None = Field(None, description="วันที่ของเรื่อง หรือวันที่เผยแพร่")
    in_force: Date | None = Field(None, description="วันที่เริ่มใช้บังคับ")
    text: Text | None = Field(None, description="เนื้อเรื่องหรือสาระสำคัญ")
    link: Link | None = Field(None, description="ที่อยู่เว็บของฉบับเต็ม")
    files: tuple[Evidence, ...] = Field((), description="แฟ้มของเรื่องนี้ เช่น ฉบับเต็ม หรือภาพ")

    @property
    def is_readable(self) -> bool:
        """Whether there is more of it than its title."""
        return bool(self.text or self.link or self.files)


def newest_first(documents: tuple[Document, ...]) -> list[Document]:
    """Those without a date stand last; those of one day as they were written."""
    return sorted(documents, key=lambda one: one.date or date.min, reverse=True)
