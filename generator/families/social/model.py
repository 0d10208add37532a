"""The agency's own accounts on social networks."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.blocks.channels import Account
from generator.models.disclosure import Disclosure, Headline, Presence, headline, presence


class Social(Disclosure):
    """เครือข่ายสังคมออนไลน์"""

    accounts: tuple[Account, ...] = Field((), description="บัญชีที่เป็นของหน่วยงานเอง")

    def headlines(self) -> Iterator[Headline]:
        if self.accounts:
            names = tuple(one.platform for one in self.accounts)
            yield headline("social.on", count=len(names), names=names)

    def shows(self) -> dict[str, Presence]:
        return {"links": presence("accounts", *(one.link for one in self.accounts))}
