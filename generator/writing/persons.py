"""What in a text looks like a private person's number or home: national ids, mobile phones, bank accounts, addresses.

Only what is nearly certain is found: a national id by its check digit, an account and a home by the words before them.
Whether it may be published is for an officer to decide, once, in ``checks.yaml``.
"""

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


def find(text: str, where: str = "") -> list[Found]:
    """Everything in a text that looks like a person's, in order."""
    folded = fold_digits(text)
    if not _MAYBE.search(folded):
        return []
    found = list(_accounts(folded))
    taken = [span for span, _ in found]
    for finder in (_ids, _phones, _homes):
        found += [(span, one) for span, one in finder(folded) if not any(_overlap(span, other) for other in taken)]
    return [Found(one.kind, one.key, one.shown, where) for _, one in sorted(found, key=lambda pair: pair[0])]


def is_national_id(digits: str) -> bool:
    """Whether thirteen digits are a national id: of a person, not of a company, with the right check digit."""
    if len(digits) != 13 or digits[0] in "09":
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False))
    return (11 - total % 11) % 10 == int(digits[12])


_Spanned = Iterator[tuple[tuple[int, int], Found]]

_BEFORE = r"(?<![A-Za-z0-9=/&%_.,+#-])"
"""What a number does not follow: it would be a part of a longer one, or of an address of the web."""
_MAYBE = re.compile(r"\d[\d –.-]{8}|เลขที่", re.ASCII)
_ID = re.compile(_BEFORE + r"[1-8](?:\d{12}|([ –-])\d{4}\1\d{5}\1\d{2}\1\d)(?![\d/]|[.,-]\d)", re.ASCII)
_PHONE = re.compile(_BEFORE + r"(?:0|\+?66[ -]?(?:\(0\)[ -]?)?)(?:[ –-]?[689])(?:[ –-]?\d){8}(?!\d|[./]\d)", re.ASCII)
_DOTTED = re.compile(_BEFORE + r"0[689]\d\.\d{3}\.\d{4}(?!\d|[./]\d)", re.ASCII)
_GROUPS = {
    (10,), (3, 7), (3, 3, 4), (3, 4, 3), (2, 4, 4), (2, 8), (1, 4, 5), (1, 5, 4), (1, 9), (3, 3, 2, 2), (4, 3, 3), (4, 6), (1, 1, 4, 4), (1, 1, 8), (1, 2, 7), (1, 2, 3, 4), (1, 8, 1), (1, 4, 4, 1),
}  # fmt: skip
"""How people part the ten digits of a mobile number."""
_ACCOUNT = re.compile(
    r"(?:เลขที่บัญชี|บัญชีเลขที่|เลขบัญชี|account\s*(?:no|number)\.?)[^\d\n]{0,60}?(\d(?:[ –-]?\d){9,14})(?![\d/]|[.,-]\d)",
    re.ASCII | re.IGNORECASE,
)
_HYPHENED = re.compile(_BEFORE + r"\d{3}-\d-\d{5}-\d(?![\d/-])", re.ASCII)
_BANK = re.compile(r"ธนาคาร|ธ\.|กรุงไทย|กสิกร|ไทยพาณิชย์|ออมสิน|ออมทรัพย์|เงินฝาก|กระแสรายวัน|bank|saving", re.IGNORECASE)
_HOME = re.compile(
    r"(บ้าน)?เลขที่\s*(\d{1,5}(?:\s*/\s*\d{1,5})?)\s*(?:,\s*)?(?:(?:หมู่(?:ที่)?|ม\.)\s*(\d{1,2})\b)?"
    r"(.{0,80}?(?:ต\.|ตำบล|แขวง))?",
    re.ASCII,
)


def _ids(text: str) -> _Spanned:
    for match in _ID.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if is_national_id(digits):
            yield match.span(), Found(Kind.ID, digits, f"x-xxxx-xxxxx-{digits[10:12]}-{digits[12]}")


def _phones(text: str) -> _Spanned:
    for match in (*_PHONE.finditer(text), *_DOTTED.finditer(text)):
        if not match[0].startswith("0"):
            digits = "0" + re.sub(r"\D", "", match[0].replace("(0)", ""))[2:]
        else:
            digits = re.sub(r"\D", "", match[0])
            groups = tuple(len(group) for group in re.split(r"\D", match[0]))
            if groups not in _GROUPS and "." not in match[0]:
                continue
            if groups == (2, 4, 4) and all(re.fullmatch("2[45]..", part) for part in (digits[2:6], digits[6:])):
                continue  # a number of an item and two years
        yield match.span(), Found(Kind.PHONE, digits, f"{digits[:2]}x-xxx-{digits[6:]}")


def _accounts(text: str) -> _Spanned:
    for match in _ACCOUNT.finditer(text):
        around = text[max(0, match.start() - 80) : match.end() + 80]
        if _BANK.search(around):
            yield match.span(1), _account(match[1])
    for match in _HYPHENED.finditer(text):
        if _BANK.search(text[max(0, match.start() - 80) : match.start()]):
            yield match.span(), _account(match[0])


def _account(written: str) -> Found:
    digits = re.sub(r"\D", "", written)
    return Found(Kind.ACCOUNT, digits, "x" * (len(digits) - 4) + digits[-4:])


def _homes(text: str) -> _Spanned:
    for match in _HOME.finditer(text):
        is_home, house, village, parish = match.groups()
        if (is_home and (village or parish)) or (village and parish):
            number = "".join(house.split())
            village = f"หมู่ {village}" if village else ""
            key = " ".join(part for part in ("เลขที่", number, village) if part)
            yield match.span(), Found(Kind.HOME, key, key)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _compact(text: str) -> str:
    return re.sub(r"[^0-9a-zก-๙]", "", fold_digits(text).casefold())
