"""The words, metadata and locks of a PDF.

Words come from pdfium, the engine of Chrome, which finds far more of Thai than pypdf at a twentieth of its time;
locks, metadata and pictures from pypdf. ``audit`` reads PDFs in a process of its own, which ends at its deadline.
"""

from __future__ import annotations

import logging
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import c_double
from typing import IO, TYPE_CHECKING, Any

from generator.files import pdf_extras
from generator.files.content import Content, Problem, Reach, as_metadata
from generator.files.hidden import Hidden
from generator.writing.figures import fold_digits

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader
    from pypdfium2 import PdfDocument, PdfTextPage

MAX_SECONDS = 60
"""Time for one PDF; the pages of a hundred usual ones are read in it."""

_MAX_PAGE = 2_000_000
"""Bytes of one page's drawing; a map with more says nothing in words."""
_MAX_IMAGE_PAGES = 20
"""Pages that are asked for pictures."""
_MARKED = 3
"""Letters of a Thai letter with its marks."""
_GAP = 0.12
"""Of the height of a line, how far apart words stand at least."""
_FEWEST = 20
"""Letters that make a text; fewer are a stamp or the number of a page on a scan."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a PDF is a fault of data, not of ours

_PRIVATE = str.maketrans(
    dict(
        zip(
            map(chr, range(0xF700, 0xF71B)),
            "ฐ\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4cญ"
            "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
            strict=True,
        )
    )
)
"""Raised and lowered Thai vowels and tones, which old fonts keep in the private area."""


_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_DOUBLED = re.compile(f"([ก-ฮ][{_MARK}]+)(?:([ก-ฮ][{_MARK}]+)\\1\\s\\2|([เ-ไ]?[ก-ๆ])\\s?\\1\\s)")
"""A letter with marks that Chromium gives again after the next letter: ``ช่วช่ ง`` is ช่วง, ``ไม่มีม่ มี`` ไม่มี."""

_PDFIUM = threading.Lock()
"""pdfium may do one thing at a time in a process."""


def surviving_letters(text: str) -> str:
    """Letters and digits that survive every way to write a Thai text into a PDF, for comparing.

    Fonts put marks above and below into glyphs without a meaning, spaces anywhere, and ำ in two; consonants,
    vowels on the line, Latin letters and digits stay.
    """
    folded = fold_digits(text.replace("ำ", "า")).casefold()
    return re.sub(r"[^0-9a-zก-ฮะาเ-ไ]", "", folded)


def read(file: IO[bytes], reach: Reach) -> Content:
    """What stands in a PDF: a line a page.

    Raises:
        Exception: of any kind, where the file is damaged.
    """
    from pypdf import PdfReader  # not at the top: most commands meet no PDF, and it is slow to load

    reader = PdfReader(file)
    problem = _lock(reader)
    if problem == "locked":
        return Content(problem=problem, is_whole=False)
    count = len(reader.pages)
    if not count:
        return Content(problem="damaged", is_whole=False)
    end = time.monotonic() + MAX_SECONDS
    with _opened(file) as drawn:
        texts, images = _pages(reader, drawn, min(count, reach.pages), reach, lambda: time.monotonic() < end)
    extras = pdf_extras.find(reader, lambda: time.monotonic() < end) if reach.is_thorough else Hidden()
    return Content(
        tuple((str(number), text or "") for number, text in enumerate(texts, 1)),
        problem,
        pages=count,
        has_text=_has_text(texts),
        images=images,
        metadata=_metadata(reader),
        is_whole=len(texts) == count and None not in texts,
        hidden=extras.lines,
        active=extras.active,
        inner=extras.inner,
        is_thorough=extras.is_whole,
    )


def _lock(reader: PdfReader) -> Problem:
    from pypdf import PasswordType
    from pypdf.errors import DependencyError

    if not reader.is_encrypted:
        return ""
    try:
        return "restricted" if reader.decrypt("") != PasswordType.NOT_DECRYPTED else "locked"
    except DependencyError:  # nobody here can tell whether it opens without a password
        return "locked"


def _metadata(reader: PdfReader) -> tuple[tuple[str, str], ...]:
    try:
        return as_metadata((key.lstrip("/"), str(value)) for key, value in (reader.metadata or {}).items())
    except Exception:  # metadata may be broken in a file that opens
        return ()


@contextmanager
def _opened(file: IO[bytes]) -> Iterator[PdfDocument | None]:
    """The same file in pdfium, or None where it cannot open what pypdf can."""
    from pypdfium2 import PdfDocument, PdfiumError

    file.seek(0)
    with _PDFIUM:
        try:
            drawn = PdfDocument(file.read())
        except PdfiumError:
            yield None
            return
        try:
            yield drawn
        finally:
            drawn.close()


def _pages(
    reader: PdfReader, drawn: PdfDocument | None, count: int, reach: Reach, has_time: Callable[[], bool]
) -> tuple[list[str | None], int]:
    """The words of each page, None where they cannot be read; and how many pages have a picture."""
    texts: list[str | None] = []
    length = images = 0
    for number in range(count):
        if length > reach.letters:
            break
        if not has_time() or not reach.has_time():
            texts.append(None)
            break
        try:
            page = reader.pages[number]
            images += number < _MAX_IMAGE_PAGES and _has_image(page)
            texts.append(None if drawn is None or _is_endless(page) else _words(drawn, number))
        except Exception:  # one page that cannot be read, though it may be seen; fonts and drawings fail in any way
            texts.append(None)
        length += len(texts[-1] or "")
    return texts, images


def _is_endless(page: PageObject) -> bool:
    contents = page.get_contents()
    return contents is not None and len(contents.get_data()) > _MAX_PAGE


def _words(drawn: PdfDocument, number: int) -> str:
    page = drawn[number]
    text = page.get_textpage()
    words = text.get_text_range()
    if _is_taken_for_columns(words):
        words = _by_place(text)
    text.close()
    page.close()
    return mended(words)


def _is_taken_for_columns(words: str) -> bool:
    """Whether pdfium took a wide table for writing from top to bottom: each letter on a line, and no space between cells."""
    lines = words.split("\r\n")
    return sum(len(line) <= _MARKED for line in lines) * 2 > len(lines) > _FEWEST


def _by_place(text: PdfTextPage) -> str:
    """The letters of a page in their order, parted where they stand apart: by a line, or by a space as between cells."""
    from pypdfium2 import raw

    words: list[str] = []
    end, line, x, y = 0.0, 0.0, c_double(), c_double()
    for number in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, number) == 1:
            continue
        left, bottom, right, top = text.get_charbox(number, loose=True)
        raw.FPDFText_GetCharOrigin(text, number, x, y)
        if abs(y.value - line) > (top - bottom) / 2:
            words.append("\n")
        elif left - end > (top - bottom) * _GAP:
            words.append(" ")
        words.append(chr(raw.FPDFText_GetUnicode(text, number)))
        end, line = right, y.value
    return "".join(words)


def mended(words: str) -> str:
    """Thai as it was written, from what pdfium gives."""
    return _DOUBLED.sub(r"\1\2\3", words.replace("\r\n", "\n").translate(_PRIVATE))


def _has_image(page: PageObject) -> bool:
    try:
        drawn: Any = page["/Resources"]["/XObject"]  # type: ignore[index]
        return any(drawn[name]["/Subtype"] == "/Image" for name in drawn)
    except Exception:  # no resources, or damaged ones
        return False


def _has_text(texts: list[str | None]) -> bool | None:
    """Whether there are words on the pages; None where some cannot be read and the others have none."""
    if sum(len(re.findall(r"\w", text)) for text in texts if text) >= _FEWEST:
        return True
    return None if None in texts else False
