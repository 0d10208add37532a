"""Mobile phones: ten digits that begin with 06, 08 or 09, or come from abroad, or lost their 0 in a spreadsheet."""

from __future__ import annotations

import re

from generator.writing.persons.found import Found, Kind, Spanned
from generator.writing.persons.reading import BEFORE, digits_of, groups_of, is_of_code

_APART = r"[ \n./()_~-]{0,3}"
_NUMBER = (
    rf"(?:\(?0|(?P<abroad>\(?(?:(?:\+|00[ -]?)66\)?{_APART}(?:\(?0\)?{_APART})?|66\)?{_APART}(?:\(0\){_APART})?)))"
    rf"(?:{_APART}[689])(?:{_APART}\d){{8}}(?!\d|\.\d\d(?!\d))"
)
_PHONE = re.compile(BEFORE + _NUMBER, re.ASCII)
_NEXT = re.compile(rf"[ ,/;&]{{1,3}}(?:และ|หรือ)? ?(?=(?P<next>{_NUMBER}))", re.ASCII)
"""Another number right behind one, which a comma or a slash parts from it."""
_IN_CELLS = re.compile(
    BEFORE
    + r"0[689]\d(?P<mark>[\t,:;|*]| ?[|,:] ?)\d{3}(?P=mark)\d{4}(?![\d.])|"
    + BEFORE
    + r"0[689]\d,\d{7}(?![\d.])",
    re.ASCII,
)
_SAID = r"(?:โทร|มือถือ|เบอร์|tel|phone|mobile|\bmob\b|call|line)"
_PHONE_WORD = re.compile(
    r"(?:โทร\w*|มือถือ|เบอร์\w*|tel\w*|phone|mobile|mob|call|line|whatsapp)(?: ?(?:no|number|id)\.?)?[\s.:(#=-]*$",
    re.IGNORECASE,
)
_WITHOUT_ZERO = re.compile(
    rf"{_SAID}[^\d\n\t]{{0,30}}\t?(?<![\d+])(?P<number>\(?[689]\d(?:[ .()-]{{0,2}}\d){{7}})(?:\.0)?(?![\d.,]*\d)",
    re.ASCII | re.IGNORECASE,
)
"""Behind a word for telephones: nine digits that begin as a mobile number does behind its 0."""
_GROUPS = {
    (10,), (3, 7), (3, 3, 4), (3, 4, 3), (2, 4, 4), (2, 8), (1, 4, 5), (1, 5, 4), (1, 9), (3, 3, 2, 2), (4, 3, 3), (4, 6), (1, 1, 4, 4), (1, 1, 8), (1, 2, 7), (1, 2, 3, 4), (1, 8, 1), (1, 4, 4, 1), (2, 3, 2, 3), (3, 2, 2, 3), (3, 2, 5), (2, 3, 5), (3, 5, 2), (5, 5), (2, 3, 3, 2), (2, 7, 1),
}  # fmt: skip
"""How people part the ten digits of a mobile number."""
_HYPHENED_GROUPS = {(2, 2, 2, 2, 2), (1, 1, 1, 1, 1, 1, 1, 1, 1, 1), (2, 2, 3, 3), (6, 4)}
"""How they do so with hyphens alone; with spaces these are figures beside each other."""
_DOTTED_GROUPS = {(3, 3, 4), (3, 7), (3, 4, 3), (3, 3, 2, 2)}
"""How they do so with dots and slashes, which also part decimals, dates and numbers of letters."""


def phones(text: str) -> Spanned:
    at = 0
    while match := _PHONE.search(text, at):
        at = match.end()
        before = text[max(0, match.start() - 24) : match.start()]
        is_one = match["abroad"] is not None or _is_one(match[0], before)
        if is_one and not is_of_code(text, match.start()):
            yield match.span(), _found(match[0])
            while (more := _NEXT.match(text, at)) and _is_one(more["next"], ""):
                yield more.span("next"), _found(more["next"])
                at = more.end("next")
    for match in _IN_CELLS.finditer(text):
        yield match.span(), _found(match[0])
    for match in _WITHOUT_ZERO.finditer(text):
        yield match.span("number"), _found(match["number"])


_OF_CODES = re.compile(r"(?:รหัส|ศูนย์ต้นทุน|เอกสาร|ฎีกา|ทะเบียน|ใบเสร็จ|sha|gfmis)[^\d\n]{0,20}$", re.IGNORECASE)
"""Before ten digits that are the number of a thing."""


def _found(written: str) -> Found:
    digits = "0" + digits_of(written)[-9:]
    return Found(Kind.PHONE, digits, f"{digits[:2]}x-xxx-{digits[6:]}")


def _is_one(written: str, before: str) -> bool:
    groups, digits = groups_of(written), digits_of(written)
    if _PHONE_WORD.search(before):
        return True
    if groups == (2, 4, 4) and all(re.fullmatch("2[45]..", part) for part in (digits[2:6], digits[6:])):
        return False  # a number of an item and two years
    if groups == (10,) and _OF_CODES.search(before):
        return False
    if groups in _HYPHENED_GROUPS:
        return re.fullmatch(r"\d+(?:-\d+)+", written, re.ASCII) is not None
    return groups in (_DOTTED_GROUPS if re.search(r"[./~]", written) else _GROUPS)
