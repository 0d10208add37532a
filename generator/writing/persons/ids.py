"""National ids: thirteen digits whose last one checks the others, parted as people part them."""

from __future__ import annotations

import re

from generator.writing.persons.found import Found, Kind, Spanned
from generator.writing.persons.reading import BEFORE, PERSON, digits_of, groups_of, is_of_code

_PRINTED = (1, 4, 5, 2, 1)
_BOUNDARIES = frozenset((1, 5, 10, 12))
"""After how many digits the printed form of an id is parted."""
_USUAL_GROUPS = {(4, 4, 5), (5, 4, 4), (4, 5, 4), (3, 10), (4, 9), (3, 3, 3, 4), (4, 3, 3, 3), (4, 4, 4, 1), (1, 4, 4, 4), (1, 3, 3, 3, 3), (1, 6, 6), (7, 6), (6, 7), (2, 11), (3, 4, 6), (3, 5, 5), (1, 2, 2, 2, 2, 2, 2)}  # fmt: skip
"""How people part one otherwise; not 4-3-4-2, which is the number of an asset."""
_ID = re.compile(
    BEFORE + r"(?=[1-8])\d(?:[ \n\t.,:;|~*+\\/_=()\[\]'-]{0,3}\d){12}(?!\d|\.(?!0(?!\d))\d\d?(?!\d)|,\d{3})", re.ASCII
)
"""Not an amount; ``.0`` behind it is a spreadsheet's."""
_BOXES = re.compile(
    r"(?<![\d.])(?<!\d[ |./,\t-])[1-8](?P<mark>[ |./,\t-]| ?\| ?|, ?)\d(?:(?P=mark)\d){11}(?!(?P=mark)?\d)", re.ASCII
)
"""Each digit in a box or a cell of its own, as forms have them; no part of a longer row of figures."""
_WORD = re.compile(
    r"ประชาชน|ประจำตัว|ปชช|บัตร|13 ?หลัก|citizen|national|\b[cp]?id\b|identi|id.?card", re.IGNORECASE | re.ASCII
)
_ITS_NAME = re.compile(
    r"(?:ประชาชน|ประจำตัว|ปชช|เลขบัตร|13 ?หลัก|citizen|national|(?<![a-z][ _-])\b[cp]?id\b|id.?card)"
    r"[ .:#()-]{0,3}(?:เลขที่|เลข|คือ|number|no|id)?[ .:#()-]{0,3}$",
    re.IGNORECASE | re.ASCII,
)
"""What stands right before an id and nothing else, so that it is one however it is parted."""
_OF_GOODS = re.compile(r"บาร์โค้ด|บาร์โคด|barcode|\bean\b|gtin|รหัสสินค้า|isbn|issn", re.IGNORECASE)
_MOST_ZEROS = 7
"""Zeros in a row of boxes; more of them are a table of what hardly happens."""


def is_national_id(digits: str) -> bool:
    """Whether thirteen digits are a national id: of a person, not of a company, with the right check digit."""
    if len(digits) != 13 or digits[0] in "09":
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False))
    return (11 - total % 11) % 10 == int(digits[12])


def ids(text: str) -> Spanned:
    at = 0
    while match := _ID.search(text, at):
        at = match.start() + 1
        digits, before = digits_of(match[0]), text[max(0, match.start() - 40) : match.start()]
        if is_national_id(digits) and _is_one(match[0], before, text, match) and not is_of_code(text, match.start()):
            at = match.end()
            yield match.span(), _found(digits)


def boxed_ids(text: str) -> Spanned:
    for match in _BOXES.finditer(text):
        digits = digits_of(match[0])
        is_sum = sum(map(int, digits[:-1])) == int(digits[-1])
        if is_national_id(digits) and not is_sum and digits.count("0") <= _MOST_ZEROS:
            yield match.span(), _found(digits)


def _found(digits: str) -> Found:
    return Found(Kind.ID, digits, f"x-xxxx-xxxxx-{digits[10:12]}-{digits[12]}")


def _is_one(written: str, before: str, text: str, match: re.Match[str]) -> bool:
    """Whether thirteen digits are parted as those of an id: as printed, by a line's end, as is usual, or behind its name."""
    groups = groups_of(written)
    if _OF_GOODS.search(before):
        return False
    if re.search(r"[\t,:;|~*+\\=()\[\]']", written):  # these part figures and cells too
        return groups == _PRINTED or (groups == (1,) * 13 and "][" in written)
    ends = {sum(groups[:count]) for count in range(1, len(groups))}
    is_row = len(groups) in (2, 3, 4) and not re.sub(r"[\d ]", "", written)  # figures beside each other
    if (ends <= _BOUNDARIES and not is_row) or (len(groups) == 2 and "\n" in written):
        return True
    if _WORD.search(before):
        return all(size < 7 for size in groups) or groups in _USUAL_GROUPS or _ITS_NAME.search(before) is not None
    is_alone = not (text[: match.start()] + text[match.end() :]).strip(" \n\t'\"")
    is_hyphened = re.fullmatch(r"\d+(?: ?- ?\d+)+", written, re.ASCII) is not None
    return groups in _USUAL_GROUPS and (
        is_hyphened or is_alone or PERSON.search(f"{before} {text[match.end() : match.end() + 20]}") is not None
    )
