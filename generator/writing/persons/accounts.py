"""Accounts and cards of banks: an account by its words or its parts with a bank beside it, a card by its check digit."""

from __future__ import annotations

import re

from generator.writing.persons.found import Found, Kind, Spanned
from generator.writing.persons.reading import APART, BEFORE, PERSON, digits_of, groups_of, is_of_code

_SHORT = r"(?:scb|ktb|kbank|bbl|bay|ttb|tmb|gsb|baac|ghb|uob|kkp|cimb|icbc|lhb|tisco)"
_NAMES = (
    r"(?:กรุงไทย|กสิกร(?:ไทย)?|ไทยพาณิชย์|กรุงศรี(?:อยุธยา)?|ทหารไทย(?:ธนชาต)?|ทีทีบี|ธนชาต|ออมสิน|ธ\.?ก\.?ส\.?|ธ\.?อ\.?ส\.?|อาคารสงเคราะห์"
    r"|เกียรตินาคิน|ทิสโก้|ยูโอบี|ซีไอเอ็มบี|แลนด์แอนด์เฮ้าส์|\b" + _SHORT + r"\b)"
)
_BANK = re.compile(
    r"ธนาคาร|ธ\.|กรุงเทพ(?=\s*(?:สาขา|เลข|\d))|ออมทรัพย์|เงินฝาก|กระแสรายวัน|bank|saving|" + _NAMES, re.IGNORECASE
)
_ACCOUNT = re.compile(
    r"(?:เลขที่\s?บัญชี|บัญชี\s?เลขที่|เลข\s?บัญชี|หมายเลขบัญชี|บัญชี(?:ออมทรัพย์|เงินฝาก|กระแสรายวัน|ธนาคาร)|เลขที่\s?บ/ช|เลข\s?บ/ช|บ/ช|เลข\s?บช\.?"
    r"|acc(?:oun)?t\.?\s*(?:no|number|#)?\.?|a/c(?:\s*no\.?)?)[^\d\n]{0,60}?"
    r"(\d(?:[ ./_~-]{0,3}\d){9,14})(?!\d|\.\d)",
    re.ASCII | re.IGNORECASE,
)
_PROMPT_PAY = re.compile(
    rf"(?:พร้อม\s?เพย์?|prompt\s?pay)[^\d\n]{{0,40}}?((?!0\d{{12}}(?!\d))\d(?:{APART}\d){{9,14}})(?!\d)",
    re.ASCII | re.IGNORECASE,
)
_MARK = "[ ./_~-]{1,3}"
_PARTED = re.compile(
    rf"{BEFORE}\d{{3}}(?:{_MARK}(?:\d{_MARK}\d{{5}}|\d{{6}}){_MARK}\d|[.-]\d[.-]\d{{6}}|[\t,:|]\d(?P<mark>[\t,:|])\d{{5}}(?P=mark)\d)"
    rf"(?!\d|{_MARK}\d{{2}})",
    re.ASCII,
)
"""Parted as banks print the ten digits of an account: 3-1-5-1, 3-6-1 or 3-1-6."""
_PARTED_TWELVE = re.compile(rf"{BEFORE}\d{{4}}[ -]\d{{4}}[ -]\d{{4}}(?!\d|[ .,/-]{{1,3}}\d)", re.ASCII)
"""Parted as savings banks print their twelve digits; told behind the bank's own name alone."""
_SAVINGS = re.compile(r"ออมสิน|ธ\.?ก\.?ส|\bgsb\b|\bbaac\b", re.IGNORECASE)
_BEHIND_BANK = re.compile(
    _NAMES
    + r"[ :.\-,|\t]{0,3}(?:(?:เลขที่|เลข|บัญชี|สาขา[^\d\s]{1,30}|no\.?)[ :.]{0,2}){0,3}(\d{10}|\d{12})(?![\d,]|\.\d|\s?บาท)",
    re.ASCII | re.IGNORECASE,
)
_BEFORE_BANK = re.compile(
    BEFORE + r"(\d{10}|\d{12})[ (,:\-|\t]{0,3}(?:ธนาคาร|ธ\.|บ(?:มจ|ัญชี)\S{0,4}\s?)?" + _NAMES, re.ASCII | re.IGNORECASE
)
_NEAR = 80
"""Letters around a number within which a bank is named."""


def accounts(text: str) -> Spanned:
    for match in _ACCOUNT.finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if _BANK.search(around) or PERSON.search(around):
            yield match.span(1), _account(match[1])
    for match in _PROMPT_PAY.finditer(text):
        if len(digits := digits_of(match[1])) in (10, 13, 15) and not digits.startswith("02"):
            yield match.span(1), _account(match[1])
    for match in _PARTED.finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR // 2]
        if _BANK.search(around):
            yield match.span(), _account(match[0])
    for match in _PARTED_TWELVE.finditer(text):
        if _SAVINGS.search(text[max(0, match.start() - _NEAR) : match.end() + _NEAR // 2]):
            yield match.span(), _account(match[0])
    for pattern in (_BEHIND_BANK, _BEFORE_BANK):
        for match in pattern.finditer(text):
            yield match.span(1), _account(match[1])


_CARD_MARK = r"(?:[ ./_~*-]{0,3}|[\t,:|]| ?\| ?)"
_CARD = re.compile(
    rf"{BEFORE}(?:\d{{4}}(?:{_CARD_MARK}\d{{4}}){{3}}|\d{{4}}{_CARD_MARK}\d{{6}}{_CARD_MARK}\d{{5}})(?!\d)", re.ASCII
)
_YEARS = re.compile(r"(?:2[45]\d\d[ ./_-]*){4}", re.ASCII)
_CARD_WORD = re.compile(r"บัตร|เครดิต|เดบิต|card|visa|master|credit|debit|amex|jcb", re.IGNORECASE)


def is_card(digits: str) -> bool:
    """Whether digits are the number of a bank's card: it begins as they do, and passes Luhn's check (ISO/IEC 7812-1)."""
    if not re.fullmatch(r"4\d{15}|(?:5[1-5]|2[2-7]|35|6[025])\d{14}|3[47]\d{13}", digits):
        return False
    doubled = (2 * int(digit) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(one // 10 + one % 10 for one in doubled)) % 10 == 0


def cards(text: str) -> Spanned:
    for match in _CARD.finditer(text):
        digits = digits_of(match[0])
        around = text[max(0, match.start() - 40) : match.end() + 20]
        is_said = not _YEARS.fullmatch(match[0]) and (
            groups_of(match[0]) != (len(digits),) or digits[0] in "45" or _CARD_WORD.search(around)
        )
        if is_card(digits) and is_said and not is_of_code(text, match.start()):
            yield match.span(), _account(digits)


def _account(written: str) -> Found:
    digits = digits_of(written)
    return Found(Kind.ACCOUNT, digits, "x" * (len(digits) - 4) + digits[-4:])
