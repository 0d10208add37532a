"""Numbers as Thai officers write them: either digits, separators, exact decimals.

Nothing here rounds: a figure keeps the precision that was printed
(``100`` stays ``100``, ``85.00`` stays ``85.00``).
"""

from __future__ import annotations

import re
from decimal import Decimal

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_TO_ARABIC = str.maketrans(THAI_DIGITS, "0123456789")
_TO_THAI = str.maketrans("0123456789", THAI_DIGITS)
MAX_DIGITS = 40
"""More than any figure of a state has."""

_THAI_DIGIT = re.compile("[๐-๙]")
_NUMBER = re.compile(r"[+\-−–]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+\-−–]?\d+(?:\.\d+)?", re.ASCII)


def fold_digits(text: str) -> str:
    """The text with ๐–๙ written as 0–9."""
    return text.translate(_TO_ARABIC) if has_thai_digits(text) else text


def has_thai_digits(text: str) -> bool:
    """Whether a text has any of ๐–๙."""
    return _THAI_DIGIT.search(text) is not None


def write_digits(text: str, digits: str) -> str:
    """The text with its digits in the script of the agency's setting, ``thai`` or ``arabic``."""
    return text.translate(_TO_THAI) if digits == "thai" else text


def parse_figure(text: str) -> Decimal:
    """An exact decimal from ``๘๔.๓๓``, ``-0.59``, ``4,241,300`` …; ValueError for anything else."""
    folded = fold_digits(text.strip())
    if len(folded) > MAX_DIGITS or not _NUMBER.fullmatch(folded):
        raise ValueError(text)
    return Decimal(folded.replace(",", "").replace("−", "-").replace("–", "-"))


def parse_whole(text: str) -> int:
    """A whole number of zero or more; ValueError for anything else."""
    figure = parse_figure(text)
    if figure != figure.to_integral_value() or figure < 0:
        raise ValueError(text)
    return int(figure)


def bounded_int(digits: str) -> int:
    """The whole number that a run of digits writes; a run longer than :data:`MAX_DIGITS` is the least number that is longer.

    For codes and numbers of lists, which are text: Python refuses to convert more than 4,300 digits.
    """
    return int(digits) if len(digits) <= MAX_DIGITS else int(10**MAX_DIGITS)


def write_money(amount: Decimal | int, digits: str = "arabic") -> str:
    """An amount of money without its unit: satang only where there are any, and then two digits of them."""
    whole = amount == int(amount)
    return write_figure(int(amount) if whole else Decimal(amount).quantize(Decimal("0.01")), digits)


def write_figure(figure: Decimal | int, digits: str = "arabic", *, signed: bool = False) -> str:
    """The figure with thousands separated and every printed decimal kept."""
    if not signed:
        return write_digits(f"{figure:,}", digits)
    if figure == 0:
        return write_digits(f"{abs(figure):,}", digits)
    return write_digits(f"{figure:+,}".replace("-", "−"), digits)
