"""Where citizens give their opinions on what the agency does."""

from __future__ import annotations

from generator.blocks.channels import Channels
from generator.models.disclosure import Told, told


class OpinionChannel(Channels):
    """ช่องทางการรับฟังความคิดเห็น"""

    def shows(self) -> dict[str, Told]:
        return {"channel": told("channels", self.are_reachable)}
