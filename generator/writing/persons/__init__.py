"""What in a text looks like a private person's number or home: national ids, passports, licences, mobile phones, accounts,
cards, addresses, plates of cars.

A number is found however a person may write it and still read it as one: digits of any script or in words, parted by
any mark, a line's end or the edge of a cell, with letters between that nobody sees. Only what is nearly certain is told:
a national id and a card by their check digits, a phone by how its digits are grouped, an account and a home by the
words around them or above their column. Whether it may be published is for an officer to decide, once, in ``checks.yaml``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from generator.writing.persons.accounts import accounts, cards, is_card
from generator.writing.persons.found import Found, Kind
from generator.writing.persons.homes import OF_ADDRESS, OF_OFFICE, homes
from generator.writing.persons.ids import boxed_ids, ids, is_national_id
from generator.writing.persons.papers import OF_PAPER, papers
from generator.writing.persons.phones import phones
from generator.writing.persons.plates import OF_PLATE, plates
from generator.writing.persons.reading import folded

__all__ = ["Found", "Kind", "find", "find_in_lines", "is_card", "is_national_id", "may_hold", "which_may_hold"]

_MANY_DIGITS = re.compile(r"\d(?:[ \n\t.,:;/_()\[\]='|~*+\\-]{0,3}\d){8}", re.ASCII)
_A_DIGIT = re.compile(r"\d", re.ASCII)
_HEADING = re.compile(
    r"โทร|มือถือ|เบอร์|ประชาชน|ประจำตัว|ปชช|13 ?หลัก|บัญชี|บ/ช|ธนาคาร|พร้อม\s?เพย์|ที่อยู่|ภูมิลำเนา|บ้านเลขที่|tel|phone|mobile|citizen|\bid\b|account|bank"
    r"|address|หนังสือเดินทาง|passport|ใบขับขี่|ทะเบียนรถ|plate",
    re.IGNORECASE,
)
"""Headings of columns that say what the numbers below are."""
_OF_MONEY = re.compile(r"จำนวน|เงิน(?!ฝาก)|บาท|งบ|ราคา|มูลค่า|ยอด|amount|total|baht", re.IGNORECASE)
"""Headings of columns whose numbers are sums, and nobody's."""
_SAID = (OF_ADDRESS, OF_PAPER, OF_PLATE)
"""Words before numbers that may be short."""
_SUM = re.compile(r"\s*[1-9][\d,]{0,11}(?:\.\d+)?\s*$", re.ASCII)
_LONGEST_HEADING = 60
"""Letters of a cell that heads a column."""


def may_hold(text: str) -> bool:
    """Whether a text may hold something of a person: a prefilter, true wherever :func:`find` finds anything."""
    return _may_hold(folded(text))


_PARTED = "\x1f"
"""Between texts that are read together: a sign that is a space to every pattern, and stands in no number and no name."""


def which_may_hold(texts: Sequence[str]) -> list[int]:
    """The numbers of the texts of which :func:`may_hold` is true; together they are read many times as fast as one by one."""
    whole = folded(_PARTED.join(texts))
    lines = whole.split(_PARTED)
    if len(lines) != len(texts):  # a text has that sign itself
        return [number for number, text in enumerate(texts) if may_hold(text)]
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))

    def line_at(found: re.Match[str]) -> int:
        return bisect_right(starts, found.start()) - 1

    many = set(map(line_at, _MANY_DIGITS.finditer(whole)))
    said = {line_at(found) for pattern in _SAID for found in pattern.finditer(whole)}
    return sorted(many | {number for number in said if _A_DIGIT.search(lines[number])})


def _may_hold(text: str) -> bool:
    return _MANY_DIGITS.search(text) is not None or (
        _A_DIGIT.search(text) is not None and any(pattern.search(text) for pattern in _SAID)
    )


def find(text: str, where: str = "", heading: str = "") -> list[Found]:
    """Everything in a text that looks like a person's, in order.

    Args:
        heading: of the column that the text stands in, which says what its numbers are.
    """
    read = folded(text)
    before = f"{' '.join(heading.split())[-_LONGEST_HEADING:]}: " if heading else ""
    is_paper = before and (OF_PAPER.search(before) or OF_PLATE.search(before)) and _A_DIGIT.search(read)
    if not (is_paper or _may_hold(read)):
        return []
    read = before + read
    found: list[tuple[int, Found]] = []
    taken = bytearray(len(read))
    for finder in (accounts, papers, ids, boxed_ids, cards, phones, homes, plates):
        for (start, end), one in finder(read):
            if start >= len(before) and not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append((start, one))
    return [Found(one.kind, one.key, one.shown, where) for _, one in sorted(found, key=lambda pair: pair[0])]


def find_in_lines(lines: Iterable[tuple[str, str]]) -> Iterator[Found]:
    """Everything in the lines of a document; where tabs part cells, the headings of their columns are read too.

    Cells of a table that came as lines of their own are put beside each other, where each holds only digits.

    Args:
        lines: where each stands (a sheet before ``!``), and its text.
    """
    headings: dict[int, str] = {}
    sums: set[int] = set()
    sheet, digits, place = "", list[str](), ""
    for where, text in lines:
        if where.partition("!")[0] != sheet:
            sheet, headings, sums = where.partition("!")[0] if "!" in where else "", {}, set()
        if "\t" not in text:
            yield from find(text, where)
        else:
            cells = text.split("\t")
            shown = ("" if column in sums and _SUM.match(cell) else cell for column, cell in enumerate(cells))
            yield from find("\t".join(shown), where)
            sums |= {column for column, cell in enumerate(cells) if _is_of_money(cell)}
            yield from _below(cells, headings, where)
            headings |= {column: cell for column, cell in enumerate(cells) if _is_heading(cell)}
        stripped = text.strip()
        if stripped.isdecimal() and len(stripped) <= 5:
            place = place if digits else where
            digits.append(stripped)
            continue
        if len(digits) > 4:
            yield from find("\t".join(digits), place)
        digits = []
    if len(digits) > 4:
        yield from find("\t".join(digits), place)


def _below(cells: list[str], headings: dict[int, str], where: str) -> Iterator[Found]:
    """What stands in cells below headings; an account has its bank in a column of its own, a company its address."""
    bank = next((text for text in headings.values() if "ธนาคาร" in text or "bank" in text.casefold()), "")
    is_office = any(OF_OFFICE.search(cell) for cell in cells)
    for column, heading in headings.items():
        if column < len(cells) and cells[column] and not (is_office and "ที่อยู่" in heading):
            yield from find(cells[column], where, f"{bank} {heading}" if bank and bank != heading else heading)


def _is_of_money(cell: str) -> bool:
    return len(cell) <= _LONGEST_HEADING and _OF_MONEY.search(cell) is not None and not _HEADING.search(cell)


def _is_heading(cell: str) -> bool:
    return len(cell) <= _LONGEST_HEADING and _HEADING.search(cell) is not None and not _MANY_DIGITS.search(cell)
