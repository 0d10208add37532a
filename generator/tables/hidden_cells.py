"""What of a sheet a person does not see who opens it, though it would be published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.tables.columns import letters
from generator.tables.headers import Header
from generator.tables.sheets import Sheet


class Rows:
    """The hidden rows of a sheet, and which of them are entries."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self.numbers = frozenset(numbers)
        self.found: list[int] = []

    def note(self, places: Sequence[tuple[int, int]]) -> None:
        if self.numbers:
            self.found += [number for _, number in places if number in self.numbers]


def ranges(numbers: Sequence[int]) -> str:
    """``3, 5–7`` of growing numbers."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in found[:20]) + (", …" if len(found) > 20 else "")


def columns(sheet: Sheet | None, header: Header) -> Iterator[tuple[tuple[int, str], str]]:
    """First number and last letters of hidden columns, and the names of those in them that would be published."""
    kept = {header.origin(position): header.name(position) for position, _ in header.columns}
    for first, last in sheet.hidden_columns if sheet else ():
        names = [name for index, name in sorted(kept.items()) if first <= index + 1 <= last]
        if names:
            yield (first, letters(min(last, header.width))), ", ".join(names)
