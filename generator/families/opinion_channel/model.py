"""Where citizens give their opinions on what the agency does."""

from __future__ import annotations

from generator.blocks.channels import Channels
from generator.models.disclosure import Presence, presence


class OpinionChannel(Channels):
    """ช่องทางการรับฟังความคิดเห็น"""

    def shows(self) -> dict[str, Presence]:
        return {"channel": presence("channels", self.are_reachable)}
