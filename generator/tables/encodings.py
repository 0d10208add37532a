"""In which encoding a CSV file is, where that can only be one.

UTF-8 and UTF-16 prove themselves; what Excel on a Thai Windows saves as plain CSV is Windows-874 (TIS-620).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from generator.tables.columns import CellFault

UTF_8, THAI, UTF_16 = "utf-8-sig", "cp874", "utf-16"
_AT_A_TIME = 1_000_000
_HALF_A_LETTER = re.compile(rb"\xe0[\xb8\xb9][\x80-\xbf]")
"""A Thai letter in UTF-8; read as Windows-874 it is three letters that no word has."""


def encoding_of(path: Path, start: bytes) -> str:
    """The encoding of a file by Python's name.

    Args:
        start: the first bytes of the file.

    Raises:
        CellFault: ``table-encoding`` where it is none of those, or not all through.
        OSError: where the file cannot be opened.
    """
    if is_utf16(start):
        found = UTF_16 if start.startswith(_MARKS) else f"{UTF_16}-{'le' if start[1:400:2].count(0) else 'be'}"
        if _is_all(path, found):
            return found
        raise CellFault("table-encoding", place=(1, 1, 1))
    if _is_all(path, UTF_8):
        return UTF_8
    if _is_thai(path):
        return THAI
    raise _broken(path)


_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def is_utf16(start: bytes) -> bool:
    """Whether a text begins with the mark of UTF-16, or every other byte of its plain letters is a zero."""
    first, second = start[0:400:2].count(0), start[1:400:2].count(0)
    return start.startswith(_MARKS) or (min(first, second) == 0 and max(first, second) > 20)


def _parts(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while part := file.read(_AT_A_TIME):
            yield part


def _is_all(path: Path, encoding: str) -> bool:
    """Whether every byte of a file is one of an encoding's letters."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for part in _parts(path):
            decoder.decode(part)
        decoder.decode(b"", final=True)
    except UnicodeError:  # a file without the mark that UTF-16 must have is one, too
        return False
    return True


def _is_thai(path: Path) -> bool:
    """Whether a file has letters of Windows-874 and nothing else, Thai ones among them: broken UTF-8 is none."""
    has_thai, broken, beyond = False, 0, 0
    for part in _parts(path):
        try:
            text = part.decode(THAI)
        except UnicodeDecodeError:
            return False
        has_thai = has_thai or re.search("[ก-ฮ]", text) is not None
        broken += 3 * len(_HALF_A_LETTER.findall(part))
        beyond += len(part.translate(None, _PLAIN))
    return has_thai and broken * 2 < beyond


_PLAIN = bytes(range(128))


def _broken(path: Path) -> CellFault:
    """Where a file stops being UTF-8."""
    with path.open("rb") as file:
        for line, raw in enumerate(file, 1):
            try:
                raw.decode("utf-8")
            except UnicodeDecodeError as error:
                column = 1 + raw[: error.start].decode("utf-8").count(",")
                return CellFault("table-encoding", place=(line, line, column))
    return CellFault("table-encoding", place=(1, 1, 1))
