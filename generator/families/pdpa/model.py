"""The personal-data policy: what is kept and why, what people may ask, whom to ask, and the full documents."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.documents import Document
from generator.models.channels import Email, Phone
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence
from generator.models.shared import Numbered, Text


class Pdpa(Disclosure):
    """นโยบายคุ้มครองข้อมูลส่วนบุคคล"""

    documents: tuple[Document, ...] = Field((), description="นโยบายหรือประกาศฉบับเต็ม")
    collected: tuple[Numbered, ...] = Field((), description="ข้อมูลที่เก็บ และเก็บเพื่ออะไร")
    kept: Text | None = Field(None, description="เก็บไว้นานเท่าใด")
    shared: Text | None = Field(None, description="เปิดเผยแก่ใคร หรือไม่เปิดเผย")
    rights: tuple[Numbered, ...] = Field((), description="สิทธิของเจ้าของข้อมูล")
    how: Text | None = Field(None, description="ขอใช้สิทธิอย่างไร")
    officer: Text | None = Field(None, description="เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล หรือผู้ที่ติดต่อได้")
    phones: tuple[Phone, ...] = Field((), description="หมายเลขโทรศัพท์")
    emails: tuple[Email, ...] = Field((), description="อีเมล")

    def headlines(self) -> Iterator[Headline]:
        if self.officer:
            yield headline("pdpa.cared_by", officer=self.officer)
        if self.rights:
            yield headline("pdpa.gives", count=len(self.rights))

    def shows(self) -> dict[str, Presence]:
        """The policy is the full document, or here what is kept and which rights there are."""
        if any(document.is_readable for document in self.documents):
            return {"policy": presence("documents", self.documents)}
        return {"policy": presence("facts", self.collected, self.rights)}
