"""What in a text looks like a private person's number or home: national ids, mobile phones, accounts, cards, addresses.

A number is found however a person may write it and still read it as one: digits of any script, parted by spaces,
hyphens, dots, slashes or a line's end, with letters between that nobody sees. Only what is nearly certain is told: a
national id and a card by their check digits, a phone by how its digits are grouped, an account and a home by the words
around them. Whether it may be published is for an officer to decide, once, in ``checks.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
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


def may_hold(text: str) -> bool:
    """Whether a text may hold something of a person: a prefilter, true wherever :func:`find` finds anything."""
    return _may_hold(_folded(text))


def _may_hold(folded: str) -> bool:
    return _MANY_DIGITS.search(folded) is not None or _OF_ADDRESS.search(folded) is not None


def find(text: str, where: str = "") -> list[Found]:
    """Everything in a text that looks like a person's, in order."""
    folded = _folded(text)
    if not _may_hold(folded):
        return []
    folded = _WEB.sub(lambda match: "#" * len(match[0]), folded)
    found: list[tuple[tuple[int, int], Found]] = []
    for finder in (_accounts, _ids, _boxed_ids, _cards, _phones, _homes):
        for span, one in finder(folded):
            if not any(_overlap(span, other) for other, _ in found):
                found.append((span, one))
    return [Found(one.kind, one.key, one.shown, where) for _, one in sorted(found, key=lambda pair: pair[0])]


def is_national_id(digits: str) -> bool:
    """Whether thirteen digits are a national id: of a person, not of a company, with the right check digit."""
    if len(digits) != 13 or digits[0] in "09":
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False))
    return (11 - total % 11) % 10 == int(digits[12])


def is_card(digits: str) -> bool:
    """Whether digits are the number of a bank's card: it begins as they do, and passes Luhn's check (ISO/IEC 7812-1)."""
    if not re.fullmatch(r"(?:4|5[1-5]|2[2-7]|35|6[025])\d{14,15}|3[47]\d{13}", digits) or len(digits) not in (15, 16):
        return False
    doubled = (2 * int(digit) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(one // 10 + one % 10 for one in doubled)) % 10 == 0


# --- how a text is written ----------------------------------------------------------------------------

_UNUSUAL = re.compile("[^\x00-\x7f\u0e01-\u0e4f\u0e5a\u0e5b]")
_UNSEEN = frozenset(("Cf", "Cc", "Mn"))
"""Categories of letters that show nothing by themselves: zero-width ones, soft hyphens, variation selectors."""
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
"""An address of the web, whose numbers are nobody's; it becomes as many signs as it has letters."""


def _folded(text: str) -> str:
    """The text as it is read: digits as 0–9, dashes and spaces each as one sign, without what nobody sees."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = _UNUSUAL.sub(lambda match: _plain(match[0]), text)
    return text


def _plain(letter: str) -> str:
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(letter)
    if category == "Pd" or letter in "−⁃·•∙":  # minus, bullets
        return "-"
    if category == "Zs":
        return " "
    if category in ("Zl", "Zp"):
        return "\n"
    if category in _UNSEEN:
        return ""
    folded = unicodedata.normalize("NFKC", letter)
    return folded if len(folded) == 1 and folded.isascii() else letter


_APART = r"[ \n./_-]{0,3}"
"""What stands between the digits of one number, whatever marks are mixed; no tab, which parts the cells of a table."""
_MANY_DIGITS = re.compile(r"\d(?:[ \n./_()|-]{0,3}\d){8}", re.ASCII)
_OF_ADDRESS = re.compile(r"เลขที่|หมู่|ม\.\s{0,2}\d|ซอย|ซ\.|ถนน|ถ\.", re.ASCII)
_BEFORE = r"(?<![0-9=&%_@#+])(?<![0-9][.,/-])"
"""What a number does not follow: it would be a part of a longer one, or of an address of the web."""
_GLUED = re.compile(r"([A-Za-z]+)[.:/_#-]?$")
_MEANS_NUMBER = frozenset(
    [
        "no",
        "nos",
        "id",
        "idno",
        "card",
        "citizen",
        "citizenid",
        "nationalid",
        "tel",
        "telephone",
        "phone",
        "mobile",
        "mob",
        "call",
        "cell",
        "fax",
        "line",
        "t",
        "m",
        "p",
        "pp",
        "promptpay",
        "thai",
    ]
)
"""Words that a number may be glued to; behind any others it is a part of a code."""


def _is_of_code(text: str, start: int) -> bool:
    """Whether letters stand right before a number, as in the code of a thing."""
    glued = _GLUED.search(text, max(0, start - 20), start)
    return glued is not None and glued[1].casefold() not in _MEANS_NUMBER


def _digits(written: str) -> str:
    return re.sub(r"\D", "", written, flags=re.ASCII)


def _groups(written: str) -> tuple[int, ...]:
    return tuple(map(len, re.findall(r"\d+", written, re.ASCII)))


_Spanned = Iterator[tuple[tuple[int, int], Found]]


# --- national ids -------------------------------------------------------------------------------------

_ID = re.compile(_BEFORE + rf"(?=[1-8])\d(?:{_APART}\d){{12}}(?!\d|\.(?!0(?!\d))\d\d?(?!\d)|,\d{{3}})", re.ASCII)
"""Not an amount; ``.0`` behind it is a spreadsheet's."""
_BOXES = re.compile(r"(?<![\d.])(?<!\d[ |./-])[1-8]([ |./-])\d(?:\1\d){11}(?!\1?\d)", re.ASCII)
"""Each digit in a box of its own, as forms have them; no part of a longer row of figures."""
_ID_WORD = re.compile(r"ประชาชน|ประจำตัว|ปชช|บัตร|13 ?หลัก|citizen|national|\bid\b|identi", re.IGNORECASE)
_ID_BOUNDARIES = frozenset((1, 5, 10, 12))
"""After how many digits the printed form of an id (1-4-5-2-1) is parted."""


def _ids(text: str) -> _Spanned:
    at = 0
    while match := _ID.search(text, at):
        at = match.start() + 1
        digits, before = _digits(match[0]), text[max(0, match.start() - 40) : match.start()]
        is_id = is_national_id(digits) and _is_written_as_id(match[0], before)
        if is_id and not _is_of_code(text, match.start()):
            at = match.end()
            yield match.span(), _id(digits)


def _boxed_ids(text: str) -> _Spanned:
    for match in _BOXES.finditer(text):
        if is_national_id(digits := _digits(match[0])):
            yield match.span(), _id(digits)


def _id(digits: str) -> Found:
    return Found(Kind.ID, digits, f"x-xxxx-xxxxx-{digits[10:12]}-{digits[12]}")


def _is_written_as_id(written: str, before: str) -> bool:
    """Whether thirteen digits are parted as those of an id: as printed, by a line's end, or anyhow behind its name."""
    groups = _groups(written)
    ends = {sum(groups[:count]) for count in range(1, len(groups))}
    is_row = len(groups) in (2, 3, 4) and not re.sub(r"[\d ]", "", written)  # figures beside each other
    return (
        (ends <= _ID_BOUNDARIES and not is_row)
        or (len(groups) == 2 and "\n" in written)
        or (_ID_WORD.search(before) is not None and all(size < 7 for size in groups))
    )


# --- mobile phones ------------------------------------------------------------------------------------

_APART_PHONE = r"[ \n./()_-]{0,3}"
_PHONE = re.compile(
    rf"{_BEFORE}(?:\(?0|(?P<abroad>\(?(?:(?:\+|00[ -]?)66\)?{_APART_PHONE}(?:\(?0\)?{_APART_PHONE})?"
    rf"|66\)?{_APART_PHONE}(?:\(0\){_APART_PHONE})?)))"
    rf"(?:{_APART_PHONE}[689])(?:{_APART_PHONE}\d){{8}}(?!\d|\.\d\d(?!\d))",
    re.ASCII,
)
_PHONE_WORD = re.compile(r"(?:โทร\w*|มือถือ|เบอร์\w*|tel\w*|phone|mobile|mob|call|line)[\s.:(]*$", re.IGNORECASE)
_GROUPS = {
    (10,), (3, 7), (3, 3, 4), (3, 4, 3), (2, 4, 4), (2, 8), (1, 4, 5), (1, 5, 4), (1, 9), (3, 3, 2, 2), (4, 3, 3), (4, 6), (1, 1, 4, 4), (1, 1, 8), (1, 2, 7), (1, 2, 3, 4), (1, 8, 1), (1, 4, 4, 1), (2, 3, 2, 3), (3, 2, 2, 3), (3, 2, 5), (2, 3, 5),
}  # fmt: skip
"""How people part the ten digits of a mobile number."""
_DOTTED_GROUPS = {(3, 3, 4), (3, 7), (3, 4, 3), (3, 3, 2, 2)}
"""How they do so with dots and slashes, which also part decimals, dates and numbers of letters."""


def _phones(text: str) -> _Spanned:
    for match in _PHONE.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()]
        is_one = match["abroad"] is not None or _is_written_as_phone(match[0], before)
        if is_one and not _is_of_code(text, match.start()):
            digits = "0" + _digits(match[0])[-9:]
            yield match.span(), Found(Kind.PHONE, digits, f"{digits[:2]}x-xxx-{digits[6:]}")


def _is_written_as_phone(written: str, before: str) -> bool:
    groups, digits = _groups(written), _digits(written)
    if _PHONE_WORD.search(before):
        return True
    if groups == (2, 4, 4) and all(re.fullmatch("2[45]..", part) for part in (digits[2:6], digits[6:])):
        return False  # a number of an item and two years
    return groups in (_DOTTED_GROUPS if re.search(r"[./]", written) else _GROUPS)


# --- accounts and cards -------------------------------------------------------------------------------

_BANK = re.compile(
    r"ธนาคาร|ธ\.|กรุงไทย|กสิกร|ไทยพาณิชย์|กรุงเทพ(?=\s*(?:สาขา|เลข|\d))|กรุงศรี|ทหารไทย|ธนชาต|ทีทีบี|ธกส|ออมสิน|ออมทรัพย์|เงินฝาก|กระแสรายวัน"
    r"|bank|saving|\b(?:scb|ktb|kbank|bbl|bay|ttb|gsb|baac|uob|kkp|cimb|tmb)\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"(?:เลขที่บัญชี|บัญชีเลขที่|เลขบัญชี|หมายเลขบัญชี|account\s*(?:no|number)\.?|a/c(?:\s*no\.?)?)[^\d\n]{0,60}?"
    r"(\d(?:[ ./_-]{0,3}\d){9,14})(?!\d|\.\d)",
    re.ASCII | re.IGNORECASE,
)
_PROMPT_PAY = re.compile(
    rf"(?:พร้อม\s?เพย์?|prompt\s?pay)[^\d\n]{{0,40}}?((?!0\d{{12}}(?!\d))\d(?:{_APART}\d){{9,14}})(?!\d)",
    re.ASCII | re.IGNORECASE,
)
_MARK = "[ ./_-]{1,3}"
_PARTED = re.compile(rf"{_BEFORE}\d{{3}}{_MARK}(?:\d{_MARK}\d{{5}}|\d{{6}}){_MARK}\d(?!\d|{_MARK}\d{{2}})", re.ASCII)
"""Parted as banks print the ten digits of an account, 3-1-5-1 or 3-6-1."""
_BEHIND_BANK = re.compile(
    r"(?:กรุงไทย|กสิกร(?:ไทย)?|ไทยพาณิชย์|กรุงศรี(?:อยุธยา)?|ทหารไทย(?:ธนชาต)?|ออมสิน|ธ\.?ก\.?ส\.?|\b(?:scb|ktb|kbank|bbl|bay|ttb|gsb|baac)\b)"
    r"[ :.\-]{0,3}(?:(?:เลขที่|เลข|บัญชี|สาขา[^\d\s]{1,30}|no\.?)[ :.]{0,2}){0,3}(\d{10}|\d{12})(?![\d,]|\.\d|\s?บาท)",
    re.ASCII | re.IGNORECASE,
)
_BEFORE_BANK = re.compile(
    _BEFORE + r"(\d{10}|\d{12})[ (,:\-]{0,3}(?:ธนาคาร|ธ\.|บ(?:มจ|ัญชี)\S{0,4}\s?)?"
    r"(?:กรุงไทย|กสิกร|ไทยพาณิชย์|กรุงศรี|ทหารไทย|ออมสิน|ธ\.?ก\.?ส\.?|\b(?:scb|ktb|kbank|bbl|bay|ttb|gsb|baac)\b)",
    re.ASCII | re.IGNORECASE,
)
_NEAR = 80
"""Letters around a number within which a bank is named."""


def _accounts(text: str) -> _Spanned:
    for match in _ACCOUNT.finditer(text):
        if _BANK.search(text[max(0, match.start() - _NEAR) : match.end() + _NEAR]):
            yield match.span(1), _account(match[1])
    for match in _PROMPT_PAY.finditer(text):
        if len(digits := _digits(match[1])) in (10, 13, 15) and not digits.startswith("02"):
            yield match.span(1), _account(match[1])
    for match in _PARTED.finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR // 2]
        if _BANK.search(around):
            yield match.span(), _account(match[0])
    for pattern in (_BEHIND_BANK, _BEFORE_BANK):
        for match in pattern.finditer(text):
            yield match.span(1), _account(match[1])


_CARD = re.compile(
    rf"{_BEFORE}(?:\d{{4}}(?:[ ./_-]{{0,3}}\d{{4}}){{3}}|\d{{4}}[ ./_-]{{0,3}}\d{{6}}[ ./_-]{{0,3}}\d{{5}})(?!\d)",
    re.ASCII,
)
_YEARS = re.compile(r"(?:2[45]\d\d[ ./_-]*){4}", re.ASCII)
_CARD_WORD = re.compile(r"บัตร|เครดิต|เดบิต|card|visa|master|credit|debit|amex|jcb", re.IGNORECASE)


def _cards(text: str) -> _Spanned:
    for match in _CARD.finditer(text):
        digits = _digits(match[0])
        around = text[max(0, match.start() - 40) : match.end() + 20]
        is_said = not _YEARS.fullmatch(match[0]) and (
            _groups(match[0]) != (len(digits),) or digits[0] in "45" or _CARD_WORD.search(around)
        )
        if is_card(digits) and is_said and not _is_of_code(text, match.start()):
            yield match.span(), _account(digits)


def _account(written: str) -> Found:
    digits = _digits(written)
    return Found(Kind.ACCOUNT, digits, "x" * (len(digits) - 4) + digits[-4:])


# --- homes --------------------------------------------------------------------------------------------

_HOME = re.compile(
    r"(บ้าน)?เลขที่\s*(\d{1,5}(?:\s*/\s*\d{1,5})?)\s*(?:,\s*)?(?:(?:หมู่(?:ที่)?|ม\.)\s*(\d{1,2})\b)?"
    r"(.{0,80}?(?:ต\.|ตำบล|แขวง)|\s*(?:ซอย|ซ\.|ถนน|ถ\.|ตรอก|หมู่บ้าน))?",
    re.ASCII,
)
_BARE_HOME = re.compile(
    r"(?<![\d/.,-])(?<!เลขที่)(?<!เลขที่ )(\d{1,4}(/\d{1,4})?)\s{0,2},?\s{0,2}"
    r"(?:(?:หมู่\s?(?:ที่)?|ม\.)\s{0,2}(\d{1,2})\b|(?=(?:ซอย|ซ\.|ถนน|ถ\.|ตรอก)))"
    r"[^\n\d]{0,40}(?:\d{1,3}[^\n\d]{0,40}){0,2}?(?:ต\.|ตำบล|แขวง)",
    re.ASCII,
)
_PERSON = re.compile(r"อาศัย|อยู่บ้าน|ภูมิลำเนา|ที่อยู่|นาย(?!ก|อำเภอ|ช่าง)|นาง|น\.ส\.|คุณ|(?:^|\s)บ้าน\s?$")
_OFFICE = re.compile(
    r"สำนักงาน|องค์การ|อบต|อบจ|เทศบาล|ศูนย์|กรม|กระทรวง|กอง|บริษัท|ห้าง|หจก|บจก|โรงเรียน|วัด|ร้าน|โรงพยาบาล|สถานี|มหาวิทยาลัย|อาคาร|ตั้งอยู่"
)
_LETTER = re.compile(r"\d{1,4}/2[45]\d\d", re.ASCII)
"""The number of a letter or an order, with its year."""
_OF_ROAD = re.compile(r"(?:ซอย|ซ\.|ถนน|ถ\.|สาย|แยก|คลอง|บ่อ|จุด|หมายเลข|หมู่|ม\.|ช่วง|กม\.?|ระยะ|พ\.ศ\.|ปี)\S{0,20}\s*$")
"""What a number belongs to that is no house: a lane, a road, a well."""


def _homes(text: str) -> _Spanned:
    for match in _HOME.finditer(text):
        is_home, house, village, parish = match.groups()
        if (is_home and (village or parish)) or (village and parish):
            yield match.span(), _home(house, village)
    for match in _BARE_HOME.finditer(text):
        house, has_slash, village = match.groups()
        if _is_home(has_slash, house, text[max(0, match.start() - 60) : match.start()]):
            yield match.span(), _home(house, village)


def _is_home(has_slash: str | None, house: str, before: str) -> bool:
    """Whether a number that begins an address is a person's house, by the words before it."""
    if _OF_ROAD.search(before) or _LETTER.fullmatch(house):
        return False
    return _PERSON.search(before) is not None or (has_slash is not None and not _OFFICE.search(before))


def _home(house: str, village: str | None) -> Found:
    key = " ".join(part for part in ("เลขที่", "".join(house.split()), f"หมู่ {village}" if village else "") if part)
    return Found(Kind.HOME, key, key)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _compact(text: str) -> str:
    return re.sub(r"[^0-9a-zก-๙]", "", fold_digits(text).casefold())
