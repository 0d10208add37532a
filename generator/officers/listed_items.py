"""Rows that somebody pasted → the items of a list: code, title, sub-indicator; whatever else stands between them is left.

Read are ``O1 โครงสร้าง``, ``1. โครงสร้าง``, ``ข้อ ๑``, ``O.1``, ``MOIT 1``, codes and titles in columns of their own with a
number or a sub-indicator beside them, and headings ``9.1 ข้อมูลพื้นฐาน`` above the items they hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.writing.figures import fold_digits

Row = tuple[int, list[str]]
"""Line, and cells without spaces around them."""


@dataclass(frozen=True)
class ListedItem:
    """One item of a pasted list; ``sub_indicator`` is empty where the list names none."""

    line: int
    code: str
    title: str
    sub_indicator: str = ""


@dataclass(frozen=True)
class Listing:
    """What was read of a pasted list.

    Attributes:
        sub_indicators: number → title as the list has it, or an empty text.
        left: lines that are neither an item nor a heading.
    """

    items: tuple[ListedItem, ...]
    sub_indicators: dict[str, str]
    left: tuple[int, ...]


_CODE = r"(?:ข้อ(?:ที่)?\s*)?(?P<prefix>[A-Za-z]{0,8})\s*[.\-]?\s*(?P<number>[0-9๐-๙]{1,3})"
_CODE_CELL = re.compile(rf"{_CODE}\s*[.):]?")
_CODE_AND_TITLE = re.compile(rf"{_CODE}(?:\s*[.):,;–-]+\s*|\s+)(?P<title>\S.*)")
_SUB = re.compile(
    r"(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*)?(?P<number>[0-9๐-๙]{1,2}\.[0-9๐-๙]{1,2})(?![0-9๐-๙])[.:]?\s*(?P<title>.*)"
)
_INDICATOR = re.compile(r"ตัวชี้วัด(?:ที่)?\s*[0-9๐-๙]")
_LETTER = re.compile(r"[A-Za-zก-ฮ]")


def read_listing(rows: Iterable[Row], prefix: str = "O") -> Listing:
    """The items of a pasted list.

    Args:
        rows: of the file, in order.
        prefix: letters of a code where the list has numbers only.

    Where any code has letters, a number alone is no code: it counts the parts of an item, or the rows.
    """
    kept = list(rows)
    needs_letters = any(_item(cells, needs_letters=True) for _, cells in kept)
    items: list[ListedItem] = []
    titles: dict[str, str] = {}
    left = []
    now = ""
    for line, cells in kept:
        if found := _item(cells, needs_letters=needs_letters):
            letters, number, title = found
            sub = _sub_beside(cells) or now
            titles.setdefault(sub, "")
            items.append(ListedItem(line, f"{letters or prefix}{number}", title, sub))
        elif heading := _SUB.fullmatch(" ".join(filter(None, cells))):
            now = fold_digits(heading["number"])
            titles[now] = titles.get(now) or heading["title"]
        elif not _INDICATOR.match(" ".join(filter(None, cells))):
            left.append(line)
    titles.pop("", None)
    return Listing(tuple(items), titles, tuple(left))


def _item(cells: Sequence[str], *, needs_letters: bool) -> tuple[str, int, str] | None:
    """Letters and number of the code in a row, and the title behind it; None where the row is no item."""
    for place, cell in enumerate(cells):
        behind = next((one for one in cells[place + 1 :] if _LETTER.search(one) and not _CODE_CELL.fullmatch(one)), "")
        found = (behind and _CODE_CELL.fullmatch(cell)) or (not _SUB.match(cell) and _CODE_AND_TITLE.fullmatch(cell))
        if found and (found["prefix"] or not needs_letters):
            title = found.groupdict().get("title") or behind
            if _LETTER.search(title):
                return found["prefix"].upper(), int(fold_digits(found["number"])), title.strip(" \"'")
    return None


def _sub_beside(cells: Sequence[str]) -> str:
    """The number of a sub-indicator in a cell of its own."""
    found = next((match for cell in cells if (match := _SUB.fullmatch(cell))), None)
    return fold_digits(found["number"]) if found else ""
