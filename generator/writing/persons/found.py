"""What was found in a text, as a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.writing.figures import fold_digits


class Kind(StrEnum):
    """What was found."""

    ID = "id"
    PHONE = "phone"
    ACCOUNT = "account"
    HOME = "home"
    PLATE = "plate"


@dataclass(frozen=True)
class Found:
    """Something that looks like a person's.

    Attributes:
        key: the same for every way to write the same.
        shown: what a report may show of it: enough to find it, not enough to use it.
        where: page, row or line, where it is known.
    """

    kind: Kind
    key: str
    shown: str
    where: str = ""

    def is_named_by(self, text: str) -> bool:
        """Whether an officer who writes ``text`` means this: all of it, or what the report shows of it."""
        written = _compact(text)
        return bool(written) and written in (_compact(self.key), _compact(self.shown))


Spanned = Iterator[tuple[tuple[int, int], Found]]
"""What a finder gives: where it stands in the text, and what it is."""


def _compact(text: str) -> str:
    return re.sub(r"[^0-9a-zก-๙]", "", fold_digits(text).casefold())
