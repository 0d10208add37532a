"""Which of the things that a cell may say a text means, with the law or the purchase that stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.tables.columns import CellFault, Choice, Column, header_key
from generator.writing.readings import plain_choice

SHORTEST_WITHIN = 6
"""Letters of a choice that may be looked for inside of a longer text."""
_AROUND = re.compile(
    r"(?:โดย|ด้วย|ใช้|ตาม|วิธี|การ|ดาเนินการ|ซื้อ|จ้าง|หา|เช่า|ปรึกษา|ก่อสร้าง|ออกแบบ|พัสดุ|กรณี|เร่งด่วน|จาเป็น|มาตรา|ข้อ|วรรค|หนึ่ง|สอง|สาม"
    r"|พรบ|ระเบียบ|[\dมวก-ซ])*"
)
"""What of a law or a purchase stands around the name of a method."""
_KIND = re.compile(r"(?:ด้วย|โดย|แบบ|คือ|วิธี)*")
"""What stands between the name of a wider choice and of its kind."""


def choice_of(column: Column) -> Callable[[str], Choice]:
    """A reader of texts that are one of the choices of a column; CellFault ``table-unknown-choice`` of any other."""
    known = {header_key(name): one for one in column.choices for name in (one.id, one.name.th, *one.aliases)}
    long = {name: one for name, one in known.items() if len(name) >= SHORTEST_WITHIN}

    def kind_of_wider(text: str) -> Choice | None:
        """The kind that stands behind a wider choice: ``วิธีประกาศเชิญชวนทั่วไป (e-bidding)``."""
        key = header_key(re.sub(r"[()]", "", text))
        for name, wider in long.items():
            before, found, behind = key.partition(name)
            kind = known.get(_KIND.sub("", behind, count=1)) if found and _AROUND.fullmatch(before) else None
            if kind and kind.kind_of == wider.id:
                return kind
        return None

    def parse(text: str) -> Choice:
        if kind := kind_of_wider(text):
            return kind
        # Brackets usually repeat in English what is said in Thai; alone they may be all that differs.
        for written in (text, re.sub(r"[()]", "", text), plain_choice(text)):
            if found := known.get(header_key(written)):
                return found
        within = {one.id: one for name, one in long.items() if _is_within(name, header_key(text))}
        if len(within) == 1:
            return next(iter(within.values()))
        raise CellFault("table-unknown-choice", choices=", ".join(one.name.th for one in column.choices))

    return parse


def _is_within(name: str, key: str) -> bool:
    """Whether a text is the name of a choice and the law that it is by: ``ซื้อโดยวิธีเฉพาะเจาะจง ว 119``."""
    before, found, behind = key.partition(name)
    return bool(found) and _AROUND.fullmatch(before) is not None and _AROUND.fullmatch(behind) is not None
