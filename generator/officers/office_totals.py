"""Totals that a table of the office states, below its rows and beside them, compared with what they sum up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from generator import languages
from generator.models.shared import Budget
from generator.officers.fields import Shape
from generator.officers.office_headings import Heading
from generator.tables.columns import header_key
from generator.writing.figures import parse_figure
from generator.writing.readings import plain_count

_NONE = re.compile(r"[\s‐−–—-]*|ไม่(?:มี|ใช้).*", re.DOTALL)
IS_TOTAL = re.compile("(?:จานวน)?(?:ยอด|ผล)?(?:เรื่อง|ผู้รับบริการ|คน|ราย)*(?:รวม|ทั้งหมด|ทั้งสิ้น)|(?:grand)?total")
_SHARE = re.compile("(?:คิดเป็น)?(?:ร้อยละ|เปอร์เซ็นต์|สัดส่วน)|เฉลี่ย|ค่าเฉลี่ย")


@dataclass(frozen=True)
class WrongTotal:
    """A total that nothing comes to: its cell, by the row's number and the column's index, what it says and what would be right.

    ``is_across``: whether it sums up its row and not the rows above.
    """

    row: int
    index: int
    heading: str
    said: str
    sum: str
    is_across: bool = False


class Totals:
    """The rows of a table as they pass by.

    Attributes:
        wrong: the totals that disagree, in their order.
    """

    def __init__(self, headings: Sequence[Heading]) -> None:
        numbers = {header_key(name) for name in languages.headings()["number"]}
        self._summed = [one for one in headings if _is_count(one) or (one.field and one.field.model is Budget)]
        self._counts = [one for one in headings if _is_count(one)]
        unused = [
            one for one in headings if one.field is None and not one.quarter and header_key(one.text) not in numbers
        ]
        self._totals = [one for one in unused if IS_TOTAL.match(header_key(one.text))]
        self._others = [one for one in unused if one not in self._totals and not _SHARE.match(header_key(one.text))]
        self._rows: list[list[str]] = []
        self._since = 0
        self.wrong: list[WrongTotal] = []

    def add(self, row: int, cells: list[str]) -> None:
        """A row of an entry."""
        self._rows.append(cells)
        self._compare_across(row, cells)

    def compare(self, row: int, cells: list[str]) -> None:
        """A row that sums up all rows above, or those since the total before."""
        for one in (*self._summed, *self._totals):
            said = _amount(_cell(cells, one))
            sums = [_sum(_cell(cells, one) for cells in rows) for rows in (self._rows, self._rows[self._since :])]
            if said is not None and None not in sums and said not in sums:
                self.wrong.append(WrongTotal(row, one.index, one.text, _cell(cells, one), f"{sums[0]:,}"))
        if not any(one.row == row for one in self.wrong):  # else one slip would be told twice
            self._compare_across(row, cells)
        self._since = len(self._rows)

    def _compare_across(self, row: int, cells: list[str]) -> None:
        """The totals beside the counts of a row; counts that no key needs may be a part of them, and then nothing is said."""
        if len(self._counts) < 2 or any(_amount(_cell(cells, one)) for one in self._others):
            return
        for one in self._totals:
            said = _amount(_cell(cells, one))
            sums = [_sum(_cell(cells, part) for part in parts) for parts in self._parts(one)]
            if said is None or sums[0] is None or said in sums:
                continue
            if said != prod(_amount(_cell(cells, part)) or 0 for part in self._counts):  # a level of risk
                right = sums[1] or sums[0]  # of several totals the last part, unless this one stands behind them all
                self.wrong.append(WrongTotal(row, one.index, one.text, _cell(cells, one), f"{right:,}", True))

    def _parts(self, total: Heading) -> Iterator[list[Heading]]:
        """What a total may sum up: all counts, those since the total before it, or those of one kind."""
        yield self._counts
        before = max((one.index for one in self._totals if one.index < total.index), default=-1)
        yield [one for one in self._counts if before < one.index < total.index]
        for kind in dict.fromkeys(one.count for one in self._counts):
            yield [one for one in self._counts if one.count == kind]


def _is_count(heading: Heading) -> bool:
    return bool(heading.count) or (heading.field is not None and heading.field.shape is Shape.WHOLE)


def _cell(cells: Sequence[str], heading: Heading) -> str:
    return cells[heading.index] if heading.index < len(cells) else ""


def _amount(cell: str) -> Decimal | None:
    """The figure of a cell; None of an empty one and of a text."""
    try:
        return parse_figure(plain_count(cell)) if cell and not cell.rstrip().endswith("%") else None
    except ValueError:
        return None


def _sum(cells: Iterable[str]) -> Decimal | None:
    """What cells come to; None where one of them says something that is no figure."""
    amounts = [Decimal(0) if _NONE.fullmatch(cell) else _amount(cell) for cell in cells]
    known = [one for one in amounts if one is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None
