"""Names of files and words of links that stop in mid-word."""

from __future__ import annotations

import re

from generator.audit import audit_words
from generator.audit.addresses import without_ending


def is_cut(name: str) -> bool:
    """Whether a name stops in mid-word: with dots, with a letter that no word ends with, or within a long word that is known."""
    stem = without_ending(name).strip(" _-")
    if re.search(r"(?:…|\.\.\.?)$", stem):
        return True
    if not re.search("[ก-๛]", stem):
        return False
    if re.search("[เแโใไัื]$", stem) or re.search("(?<!ก)็$", stem):
        return True
    last = re.split(r"[\s_().-]", audit_words.folded(stem))[-1]
    for word in map(audit_words.folded, audit_words.phrases("long_words")):
        for length in range(len(word) - 1, 3, -1):
            if last.endswith(word[:length]) and (len(last) > length or len(word) > length + 2):
                return not _is_whole_word(last, word[:length])
    return False


def _is_whole_word(last: str, beginning: str) -> bool:
    """Whether a text that ends as a long word begins may well end there: ``งบ``, ``ดำเนิน``, ``ประเมิน`` are words."""
    ends = ("ดำเนิน", "ประเมิน", "ปฏิบัติ", "หน่วย", "ทุจริต", "จัดซื้อ", "จัดหา", "ร้อง", "ประชา", "ความ", "การ", "ประจำ")
    more = ("ทรัพยากร", "ประมวล", "จัดจ้าง", "ประโยชน์", "ความเสี่ยง", "ประพฤติ", "คุณ", "ธรรม", "ราชการ", "บุคคล", "งบ")
    words = (*ends, *more, *audit_words.phrases("long_words"))
    return any(last.endswith(word) and (len(word) >= len(beginning) or word == beginning) for word in words)
