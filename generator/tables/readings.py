"""What only a cell of a table is read for: the month of an e-GP number, and two columns in one cell.

What every value is read for, in data files too, stands in :mod:`generator.writing.readings`. Nothing here guesses: a
cell that could mean two things is a :class:`~generator.tables.columns.CellFault` that names both.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from generator.diagnostics import short
from generator.tables.columns import CellFault
from generator.writing.baht import baht_of_words
from generator.writing.dates import BE_OFFSET, buddhist_year, month_names
from generator.writing.figures import fold_digits, parse_figure
from generator.writing.readings import parted_aside

Read = Callable[[Any], Any]
ReadMany = Callable[[Sequence[Any]], Sequence[Any]]

MAY_BE_OTHER = re.compile(r"[\d฿๐-๙(-]|ล[วง]|วัน|ณ")
"""How a cell begins that may be a day or a number where a name belongs."""


@lru_cache(4096)
def egp_month(start: str) -> datetime.date | None:
    """The month that the first four digits of an e-GP number name, YYMM of the Buddhist Era."""
    try:
        return datetime.date(buddhist_year(int(start[:2])) - BE_OFFSET, int(start[2:]), 1)
    except ValueError:
        return None


# --- one cell that holds two columns ------------------------------------------------------------------------------

_PRICE = r"฿?\s*(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?"
_SAYS_PRICE = (
    r"(?:(?:โดย)?(?:เสนอ)?(?:ใน)?ราคา(?:ที่)?(?:ตกลง|เสนอ)?(?:ซื้อหรือจ้าง|ซื้อ/จ้าง|ซื้อ|จ้าง)?|(?:รวม)?เป็น(?:จำนวน)?เงิน"
    r"|จำนวนเงิน|จำนวน|วงเงิน|เสนอ)\s*(?:เป็น(?:จำนวน)?เงิน)?\s*[:=]?\s*"
)
_NAME_AND_PRICE = re.compile(
    rf"(?P<name>.*?[^\s/,;:=(-])(?P<mark>[\s/,;:=(-]*)(?P<says>{_SAYS_PRICE})?(?<![\d,.])(?P<price>{_PRICE})"
    r"(?P<unit>\s*(?:\.?-)?\s*(?:บาท(?:ถ้วน)?)?(?:\.?-)?)\s*\)?\s*\.?",
    re.DOTALL,
)
_PRICE_AND_NAME = re.compile(
    rf"(?P<says>{_SAYS_PRICE})?(?P<price>{_PRICE})\s*(?P<unit>(?:\.?-)?\s*บาท(?:ถ้วน)?)(?P<mark>[\s/,;:(]+)(?P<name>[^\d\s].*?)\)?",
    re.DOTALL,
)
_PRICE_ALONE = re.compile(rf"[(\s]*(?:{_SAYS_PRICE})?{_PRICE}\s*(?:\.?-)?\s*(?:บาท(?:ถ้วน)?)?(?:\.?-)?[)\s]*")


def is_price(text: str) -> bool:
    """Whether a line is a price and nothing else."""
    return _PRICE_ALONE.fullmatch(fold_digits(text)) is not None


_SURE_PRICE = re.compile(r"\d,\d{3}|\.\d{1,2}$")
_OTHER_PRICE = re.compile(r"\d{1,3}(?:,\d{3})+|\d\s*(?:บาท|\.-)|\d\.\d\d(?!\d)")


@lru_cache(4096)
def name_and_price(text: str) -> tuple[str, str]:
    """A name and the one amount behind it.

    Raises:
        CellFault: ``table-cell-of-two`` where the cell holds no amount, several, or one that may belong to the name.
    """
    folded, aside = parted_aside(fold_digits(text).strip())
    found = _NAME_AND_PRICE.fullmatch(folded) or _PRICE_AND_NAME.fullmatch(folded)
    if found and _is_amount_of(found["price"], aside):
        is_sure = found["says"] or found["unit"].strip() or _SURE_PRICE.search(found["price"])
        is_sure = is_sure or any(mark in found["mark"] for mark in "\n/,;:=(")
        is_name = re.search(r"[^\W\d_]", found["name"]) is not None
        if is_sure and is_name and not _OTHER_PRICE.search(found["name"]):
            return " ".join(found["name"].split()), found["price"].replace("฿", "").strip()
    raise CellFault("table-cell-of-two")


def _is_amount_of(price: str, aside: str) -> bool:
    """Whether what is said again in words, if anything is, is the same amount."""
    words = baht_of_words(aside) if aside else None
    return words is None or parse_figure(price.replace("฿", "").strip()) == words


@lru_cache(1)
def _days() -> tuple[re.Pattern[str], re.Pattern[str]]:
    months = (
        *month_names(),
        *month_names(width="abbreviated"),
        *(name.replace(".", "") for name in month_names(width="abbreviated")),
    )
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day = (
        rf"\d{{1,2}}\s*[-/]?\s*(?:เดือน\s*)?(?:{names})\s*[-/]?\s*(?:พ\.?\s?ศ\.?\s*)?\d{{2,4}}"
        r"|\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{2,4}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{1,2}-\d{1,2}"
    )
    said = r"(?:ลว\s*\.?|ลงวันที่|วันที่|เมื่อวันที่|เมื่อ)\s*[:.]?\s*"
    at_end = re.compile(rf"(?P<number>.*?)(?P<gap>[\s,;:(]*)(?P<said>{said})?(?P<day>{day})\s*\)?", re.DOTALL)
    return at_end, re.compile(rf"(?<!\d)(?:{day})(?!\d)")


@lru_cache(4096)
def number_and_day(text: str) -> tuple[str, str]:
    """The number of a contract and its one day, which stands behind it, or before a number that says it is one.

    Raises:
        CellFault: ``table-cell-of-two`` where the cell holds several days, or one that may belong to the number.
    """
    folded = fold_digits(text).strip()
    at_end, anywhere = _days()
    if not anywhere.search(folded):
        return _bare_number(folded), ""
    found = at_end.fullmatch(folded)
    if found and (found["said"] or found["gap"]) and not anywhere.search(found["number"]):
        return _bare_number(found["number"]), found["day"]
    first = anywhere.search(folded)
    before, behind = (folded[: first.start()], folded[first.end() :]) if first else ("", "")
    if first and re.fullmatch(r"\s*(?:ลว\s*\.?|ลงวันที่|วันที่)?\s*", before) and not anywhere.search(behind):
        if said := re.match(r"[\s,;]*(?=\S*เลขที่)", behind):
            return _bare_number(behind[said.end() :]), first[0]
        if not behind.strip():
            return "", first[0]
    raise CellFault("table-cell-of-two")


def _bare_number(text: str) -> str:
    number = text.strip(" \n,;:(")
    number = number.rstrip(" \n/-–") or number  # a dash alone says that there is none
    return " ".join(re.sub(r"^(?:สัญญา)?เลขที่\s*[:.]?\s*", "", number).split())


def pairs(names: str, prices: str) -> str:
    """Bidders and their bids of two cells, line by line, as one cell of several lines.

    Raises:
        CellFault: ``table-bids-unpaired`` where there are not as many of the one as of the other.
    """
    left = [line for line in re.split(r"[\n;]", names) if line.strip()]
    right = [line for line in re.split(r"[\n;]", prices) if line.strip()]
    if left and right and len(left) != len(right):
        raise CellFault("table-bids-unpaired", names=len(left), prices=len(right), value=short(names))
    return (
        "\n".join(f"{a.strip()} {b.strip()}" for a, b in zip(left, right, strict=True))
        if left and right
        else names or prices
    )
