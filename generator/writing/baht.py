"""Amounts of baht in words, as they stand in brackets below a total: ``หนึ่งหมื่นสองพันห้าร้อยบาทถ้วน``."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {word: value for value, word in enumerate(["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"])}
_DIGITS |= {"เอ็ด": 1, "ยี่": 2}
_PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000}
_WORD = "|".join((*_DIGITS, *_PLACES, "ล้าน"))
_AMOUNT = re.compile(rf"((?:{_WORD})+)บาท(?:(?:{_WORD})*ถ้วน|((?:{_WORD})+)สตางค์)?")
MOST_LETTERS = 300
"""More than the longest amount that a state has in words."""


def baht_of_words(text: str) -> Decimal | None:
    """The amount that a whole text says in Thai words; None where it says anything else."""
    plain = re.sub(r"[\s()\[\]\-–=*]", "", text)
    found = _AMOUNT.fullmatch(plain) if len(plain) <= MOST_LETTERS else None
    if not found:
        return None
    baht, satang = _number(found[1]), _number(found[2] or "ศูนย์")
    return None if baht is None or satang is None or satang > 99 else Decimal(baht) + Decimal(satang) / 100


def _number(words: str) -> int | None:
    """The whole number that a run of words says: digits before places, places growing smaller within each million."""
    millions = total = 0
    digit: int | None = None
    last = 1_000_000
    for word in re.findall(_WORD, words):
        if word in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[word]
            continue
        if word == "ล้าน":
            millions = (millions + total + (digit or 0)) * 1_000_000
            total, last, digit = 0, 1_000_000, None
            continue
        place = _PLACES[word]
        if place >= last:
            return None
        total, last, digit = total + (1 if digit is None else digit) * place, place, None
    return millions + total + (digit or 0)
