"""The head's pledge of integrity, in Thai and in English."""

from __future__ import annotations

from generator.blocks.declarations import Declaration
from generator.models.disclosure import Presence, presence


class ExecIntegrity(Declaration):
    """เจตจำนงสุจริตของผู้บริหาร"""

    def shows(self) -> dict[str, Presence]:
        return {
            "pledge_th": presence("thai", self.text, self.signer),
            "pledge_en": presence("english", self.is_in_english, self.signer),
        }
