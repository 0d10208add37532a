"""The mark of a data file that was carried over from the year before: a comment that an officer deletes after looking."""

from __future__ import annotations

import re

_START = "# ยกมาจากปี "
_MARK = re.compile(rf"^{_START}([0-9]{{4}}) .*\n", re.MULTILINE)
_SCHEMA_LINE = re.compile(r"\ufeff?# *yaml-language-server:.*\n")


def mark(year: int) -> str:
    """The comment line at the top of a file that was carried from ``year`` (B.E.)."""
    return f"# ยกมาจากปี {year} ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้\n"


def without_mark(text: str) -> str:
    return _MARK.sub("", text)


def year_of_mark(raw: bytes | None) -> str:
    """The year that the mark of a file names; empty where it has none, as a file that is not there."""
    found = _MARK.search(_text(raw)) if raw else None
    return found[1] if found else ""


def confirmed(raw: bytes) -> bytes:
    """A file without its mark, and with every other byte as it is."""
    return without_mark(_text(raw)).encode("utf-8", "surrogateescape")


def with_mark_of(raw: bytes, like: bytes | None) -> bytes:
    """A file with the mark that another one has, or without any like that one; behind the line by which editors find its schema."""
    line = _MARK.search(_text(like or b""))
    if year_of_mark(raw) == (line[1] if line else ""):
        return raw
    text = without_mark(_text(raw))
    at = found.end() if line and (found := _SCHEMA_LINE.match(text)) else 0
    return (text[:at] + (line[0] if line else "") + text[at:]).encode("utf-8", "surrogateescape")


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def find_mark(text: str) -> tuple[int, str] | None:
    """The line of the mark, counted from 1, and the year that it names; None where an officer has deleted it."""
    found = _MARK.search(text) if _START in text else None
    return (text.count("\n", 0, found.start()) + 1, found[1]) if found else None
