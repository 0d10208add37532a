"""Many cells of one column at once: a few operations on all of them prove that none needs to be read by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from generator.tables.columns import LONGEST_CELL
from generator.tables.readings import Read, ReadMany, egp_month
from generator.writing.letters import may_be_misplaced
from generator.writing.readings import MAY_BE_DRESSED, NONE


def distinct(read: Read) -> ReadMany:
    """Reads each different cell once: for kinds whose cells are often alike."""

    def many(cells: Sequence[str]) -> Sequence[Any]:
        known = {cell: read(cell) for cell in set(cells)}
        if len(known) == 1:
            return list(known.values()) * len(cells)
        return [known[cell] for cell in cells]

    return many


_OTHER_KIND = re.compile(r"\n[\d฿๐-๙(-]")
_OTHER_WORDS = ("\nลว", "\nลง", "\nวัน", "\nณ", "ระหว่าง", "สิ้นสุด", "แล้ว", "เสร็จสิ้น", "ครบถ้วน", "กำหนด")
"""How a cell begins or what it has that may be a day, a number or a state where a name belongs."""


def _is_to_read(lines: str) -> bool:
    """Whether any of many cells, each behind a line break, has what a clean text never has, or may be refused for."""
    return (
        MAY_BE_DRESSED.search(lines) is not None
        or _OTHER_KIND.search(lines) is not None
        or any(word in lines for word in _OTHER_WORDS)
        or (not lines.isascii() and may_be_misplaced(lines))
    )


def _texts(read: Read) -> ReadMany:
    """Fast path for texts of which few are alike: where no cell needs tidying, the cells are the values."""
    few = distinct(read)

    def many(cells: Sequence[str]) -> Sequence[Any]:
        if len(set(cells[:100])) < 80:
            return few(cells)
        joined = "".join(cells)
        is_clean = (
            joined.isprintable()
            and NONE.isdisjoint(cells)
            and all(cells)
            and list(map(str.strip, cells)) == list(cells)
            and max(map(len, cells)) <= LONGEST_CELL
            and "'" not in joined
            and not _is_to_read("\n".join(["", *cells]))
            and (joined.isascii() or unicodedata.is_normalized("NFC", joined))
        )
        return cells if is_clean else [read(cell) for cell in cells]

    return many


def _amounts(read: Read) -> ReadMany:
    """Fast path for amounts: one match over all of them proves that each is plain digits with at most two decimals."""

    def many(cells: Sequence[str]) -> Sequence[Any]:
        joined = ",".join(cells)
        if _PLAIN_AMOUNTS.fullmatch(joined) and joined.count(",") == len(cells) - 1:
            return list(map(Decimal, cells))
        return [read(cell) for cell in cells]

    return many


_PLAIN_AMOUNTS = re.compile(r"[0-9]{1,10}(?:\.[0-9]{1,2})?(?:,[0-9]{1,10}(?:\.[0-9]{1,2})?)*")
"""Not possessive: Python before 3.11.5, as in Debian 12, then takes ``1.`` for an amount."""


def _egp_numbers(read: Read) -> ReadMany:
    """Fast path for e-GP numbers: all have eleven digits, and only the few different months are parsed."""

    def many(cells: Sequence[str]) -> Sequence[Any]:
        joined = "".join(cells)
        is_plain = joined.isascii() and joined.isdigit() and set(map(len, cells)) == {11}
        if is_plain and all(map(egp_month, {cell[:4] for cell in cells})):
            return cells
        return [read(cell) for cell in cells]

    return many


FAST_PATHS: dict[str, Callable[[Read], ReadMany]] = {"text": _texts, "amount": _amounts, "egp": _egp_numbers}
"""Kinds whose cells are seldom alike."""
