"""The declaration that no one takes gifts: what it says, for whom and when, who signed it, in which languages."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.blocks.declarations import Declaration
from generator.models.disclosure import Presence, presence
from generator.models.shared import Text

Moment = Literal["before", "during", "after"]
MOMENTS = {"before", "during", "after"}


class NogiftDecl(Declaration):
    """ประกาศเจตนารมณ์ No Gift Policy"""

    applies_to: Text | None = Field(None, description="ใครไม่รับของขวัญ เช่น ผู้บริหารและบุคลากรทุกคน")
    no_gifts: tuple[Moment, ...] = Field(
        (), description="ไม่รับของขวัญเมื่อใด: before ก่อน, during ขณะ, after หลังปฏิบัติหน้าที่; ต้องครบทั้งสาม"
    )

    def shows(self) -> dict[str, Presence]:
        return {
            "declaration": presence("declaration", self.text),
            "signed": presence("signed", self.signer, self.post, self.date),
            "no_gifts": presence("no-gifts", self.applies_to, set(self.no_gifts) == MOMENTS),
            "in_year": presence("signed", self.is_for_assessed_year),
            "thai": presence("thai", self.text),
            "english": presence("english", self.is_in_english),
        }
