"""Where questions are asked and answered, and answers to those asked most."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.channels import AskedQuestion, Channels
from generator.models.disclosure import Headline, Presence, headline, presence


class Qa(Channels):
    """ช่องทางถามตอบ (Q&A)"""

    questions: tuple[AskedQuestion, ...] = Field((), description="คำถามที่มีผู้ถามบ่อย")

    def headlines(self) -> Iterator[Headline]:
        yield from super().headlines()
        if self.questions:
            yield headline("qa.answered", count=len(self.questions))

    def shows(self) -> dict[str, Presence]:
        return {
            "channel": presence("channels", self.are_reachable),
            "two_way": presence("channels", any(channel.two_way for channel in self.channels)),
            "main_site": presence("channels", any(channel.on_main_site for channel in self.channels)),
        }
