"""What a key is called in Thai, read off the sentence on its field, and the key that such a name stands for.

The one description of keys in words: guide, workbook, desk and messages show a key by its label, and a file may say the
label in the place of the key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.writing.readings import name_key

_LABEL_ENDS = re.compile(
    r"\s*(?:;|:|=|\(| เช่น | ถ้า| หรือ none| หรือกล่าวว่า|ตามที่พิมพ์| ตาม units|เป็นบาท| ซึ่ง| ต่อจาก|เป็นข้อ ๆ| ใน 1-|, | เรียง| นับจาก| ผลรวม| สำหรับบัญชี| ตามบัญชี).*",
    re.DOTALL,
)
_REMARK = re.compile(r" (?:ทั้ง|รวม|เฉพาะ|เขียน|อย่างน้อย|ลงท้าย|โดย|หมายเลขกลาง).*", re.DOTALL)
"""What a label adds to the name of a thing."""
_FLAG_HEAD = re.compile(r"^(?:true|false|no|month) = ")


@lru_cache(4096)
def label_of(help: str) -> str:
    """What a form calls a key: the first words of its sentence, without examples and conditions."""
    return _LABEL_ENDS.sub("", _FLAG_HEAD.sub("", help), count=1).strip()


def called(name: str, keys: Mapping[str, str]) -> set[str]:
    """The keys of a group that a name in Thai may stand for; one where it has one meaning.

    A whole label goes before one of the names that ``หรือ`` joins in a label; what it adds in brackets, a unit, is no part
    of it.

    Args:
        keys: every key of the group, and the sentence on it.
    """
    if name.isascii():
        return set()
    wanted = name_key(label_of(name))
    names = {key: _names(help) for key, help in keys.items()}
    whole = {key for key, (label, _) in names.items() if label == wanted}
    return whole or {key for key, (_, parts) in names.items() if wanted in parts}


@lru_cache(4096)
def _names(help: str) -> tuple[str, tuple[str, ...]]:
    """The label of a sentence and the names that it joins, as names are compared."""
    label = label_of(help)
    return name_key(label), tuple(name_key(part) for part in _REMARK.sub("", label).split("หรือ") if part.strip())
