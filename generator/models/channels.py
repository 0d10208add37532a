"""How somebody is reached: telephone numbers and e-mail addresses, as agencies print them."""

from __future__ import annotations

import re
from urllib.parse import quote

from pydantic import Field

from generator.models.scalars import Line
from generator.models.shared import Model, Text, short_form
from generator.writing.figures import fold_digits

_EXTENSION = re.compile(
    r"[\s,;(]*(?:ต่อ(?:เบอร์|หมายเลข|ภายใน)*|ext(?:ension|n)?\.?|x|#)\s*:?\s*([0-9]{1,6})", re.IGNORECASE
)
"""How an extension stands behind a number (RFC 3966 has it as ``;ext=``)."""


class Phone(Model):
    """หมายเลขโทรศัพท์; เขียนเป็นหมายเลขอย่างเดียวก็ได้"""

    number: Line = Field(description="หมายเลข ตามที่พิมพ์ เช่น 0 2000 0000 ต่อ 101")
    what_for: Text | None = Field(None, description="ใช้ติดต่อเรื่องใด เช่น สายด่วน")

    _short = short_form("number")

    @property
    def link(self) -> str:
        """What a phone dials: the first whole number, and the first extension behind it; empty where there is none.

        Of ``0 2000 0000-9`` the end of the range is not dialled: a Thai number that begins with 0 has 9 digits,
        a mobile one 10.
        """
        number = fold_digits(self.number)
        found = re.search(r"\+?[0-9][0-9 ().–-]*", number)
        digits = re.sub(r"[^0-9+]", "", found[0]) if found else ""
        behind = _EXTENSION.match(number, found.end()) if found else None
        extension = f";ext={behind[1]}" if behind else ""
        if digits.startswith("0"):
            length = 10 if digits[1:2] in ("6", "8", "9") else 9
            return f"tel:+66{digits[1:length]}{extension}" if len(digits) >= length else ""
        return f"tel:{digits}{extension}" if len(digits) >= 3 else ""


class Email(Model):
    """อีเมล; เขียนเป็นที่อยู่อีเมลอย่างเดียวก็ได้"""

    address: Line = Field(description="ที่อยู่อีเมล เช่น saraban@agency.go.th")
    what_for: Text | None = Field(None, description="ใช้ติดต่อเรื่องใด เช่น งานสารบรรณ")

    _short = short_form("address")

    @property
    def link(self) -> str:
        """What opens a new letter; empty where the address is written so that programs cannot read it."""
        is_address = re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", self.address) is not None
        return f"mailto:{quote(self.address, safe='@')}" if is_address else ""
