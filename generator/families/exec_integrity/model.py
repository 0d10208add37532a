"""The head's pledge of integrity, in Thai and in English."""

from __future__ import annotations

from generator.blocks.declarations import Declaration
from generator.models.disclosure import Told, told


class ExecIntegrity(Declaration):
    """เจตจำนงสุจริตของผู้บริหาร"""

    def shows(self) -> dict[str, Told]:
        return {
            "pledge_th": told("thai", self.text, self.signer),
            "pledge_en": told("english", self.is_in_english, self.signer),
        }
