"""The mark of a data file that was carried over from the year before: a comment that an officer deletes after looking."""

from __future__ import annotations

import re

_START = "# ยกมาจากปี "
_MARK = re.compile(rf"^{_START}([0-9]{{4}}) .*\n", re.MULTILINE)


def mark(year: int) -> str:
    """The comment line at the top of a file that was carried from ``year`` (B.E.)."""
    return f"# ยกมาจากปี {year} ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้\n"


def without_mark(text: str) -> str:
    return _MARK.sub("", text)


def find_mark(text: str) -> tuple[int, str] | None:
    """The line of the mark, counted from 1, and the year that it names; None where an officer has deleted it."""
    found = _MARK.search(text) if _START in text else None
    return (text.count("\n", 0, found.start()) + 1, found[1]) if found else None
