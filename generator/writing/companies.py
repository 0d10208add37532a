"""Names of companies and shops, written in full or with the abbreviation of their form: one key for one of them."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.writing.figures import fold_digits

FORMS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("public", ("บมจ", "บริษัทมหาชน"), ("จำกัดมหาชน", "มหาชน")),
    ("partnership", ("ห้างหุ้นส่วนจำกัด", "หจก"), ()),
    ("ordinary", ("ห้างหุ้นส่วนสามัญ", "หสน", "หสม"), ()),
    ("company", ("บริษัท", "บจก", "บจ"), ("จำกัด", "จก")),
    ("shop", ("ร้าน",), ()),
)
"""Form of a business: how its name begins and how it ends, without spaces and dots; the first that fits counts."""

_LEFT_OUT = re.compile(r"[\s.,()\[\]\"'“”‘’\u200b-\u200f\ufeff]+")


@lru_cache(8192)
def company_key(name: str) -> str:
    """``บจก. ตัวอย่าง ก`` and ``บริษัท ตัวอย่าง ก จำกัด`` → ``company:ตัวอย่างก``; of a person the name without spaces."""
    text = _LEFT_OUT.sub("", fold_digits(name)).casefold()
    for form, begins, ends in FORMS:
        begin = next((one for one in begins if text.startswith(one)), "")
        end = next((one for one in ends if text.endswith(one)), "")
        if begin or (end and form == "public"):
            if form == "public" and not begin:
                begin = "บริษัท" if text.startswith("บริษัท") else ""
            return f"{form}:{text[len(begin) : len(text) - len(end)]}"
    return text
