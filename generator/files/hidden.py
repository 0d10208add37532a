"""What stands in a packed document beside its pages: comments, notes, alternative texts, caches, files inside, programs.

Nobody sees it on the page and everybody can get at it: a national id in a comment is as public as one in the text.
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.files.content import MAX_WORDS, Active, Inner
from generator.files.decoding import decode
from generator.tables.columns import CellFault
from generator.tables.packages import pieces

MAX_INNER = 40_000_000
"""Bytes of the files inside of one file that are read, all together."""
MAX_INNER_FILES = 200
_PICTURE = 400_000
"""Bytes at the beginning of a picture, where it says when and where it was taken."""

_XML = re.compile(r"\.(?:xml|vml|rels)$", re.IGNORECASE)
_WITHOUT_WORDS = re.compile(r"(?:^|/)(?:theme\d*|styles|stylesWithEffects|fontTable|numbering|\[Content_Types\])\.xml$")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$")
_EMBEDDED = re.compile(r"(?:^|/)(?:embeddings|Object [^/]+)/|^Object [^/]+$")
_PHOTO = re.compile(r"(?:/media/|^Pictures/).*\.(?:jpe?g|png|tiff?)$", re.IGNORECASE)
_MACRO = re.compile(r"(?:^|/)(?:vbaProject\.bin|activeX/|macrosheets/)|^(?:Basic|Scripts)/", re.IGNORECASE)

_ENDS = re.compile(r"</?(?:\w{1,20}:)?(?:p|h|si|comment|text|cell|v|property|lpstr|lpwstr|div|tr|row|br)\b[^<>]*>")
_TAGS = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(
    r"""\s(?:\w{1,20}:)?(?:descr|title|alt|v|Target|author|userId|displayName|name|text|prompt|error|tooltip|display)="([^"<>]{9,})\""""
)
"""Attributes that hold words: alternative texts, cached values, targets of links."""
_OF_SHEET = re.compile(
    r"""<(?:\w{1,20}:)?(?:odd|even|first)(?:Header|Footer)\b[^<>]*>([^<]+)<|\s(?:prompt|error|tooltip|display|name)="([^"<>]{9,})\""""
)
_HEADER_CODE = re.compile('&"[^"]*"|&[A-Za-z]')
"""Where a part of a header begins, and its font."""


@dataclass(frozen=True)
class Hidden:
    """What stands beside the pages.

    Attributes:
        lines: the part, and what is written there.
        is_whole: whether that is all.
    """

    lines: tuple[tuple[str, str], ...] = ()
    active: tuple[Active, ...] = ()
    inner: tuple[Inner, ...] = ()
    is_whole: bool = True


def find(opened: zipfile.ZipFile, known: Iterable[str], *, is_archive: bool) -> Hidden:
    """Everything beside the pages of a package.

    Args:
        known: names of the parts that are read as its pages.
        is_archive: whether it is a bare archive, all of whose files are files inside.

    Raises:
        Exception: of any kind, where a part is damaged.
    """
    names = [info.filename for info in opened.infolist() if not info.is_dir()]
    if is_archive:
        inner, is_whole = _inner(opened, names)
        return Hidden((), (), inner, is_whole)
    others = set(names) - set(known)
    lines, is_all = _lines(
        opened,
        sorted(filter(_XML.search, others), key=lambda name: ("sharedStrings" in name, name)),
        sorted(known),
    )
    embedded = [name for name in names if _EMBEDDED.search(name) and not name.endswith(".xml")]
    inner, is_whole = _inner(opened, [*embedded, *filter(_PHOTO.search, names)])
    active: list[Active] = []
    if any(map(_MACRO.search, names)):
        active.append("macro")
    if embedded:
        active.append("attachment")
    return Hidden(lines, tuple(active), inner, is_all and is_whole)


def _lines(
    opened: zipfile.ZipFile, names: Iterable[str], pages: Iterable[str]
) -> tuple[tuple[tuple[str, str], ...], bool]:
    """The words of these parts, and those of the pages that stand in attributes; and whether these are all."""
    found: list[tuple[str, str]] = []
    left = 2 * MAX_WORDS
    for name, read in (*((name, _of_part) for name in names), *((name, _attributes) for name in pages)):
        if _WITHOUT_WORDS.search(name):
            continue
        if _SHEET.search(name):
            found += ((name, text) for text in _of_sheet(opened, name))
            continue
        with opened.open(name) as part:
            raw = part.read(left + 1)
        if len(raw) > left:
            return tuple(found), False
        left -= len(raw)
        found += ((name, text) for text in read(decode(raw)))
    return tuple(found), True


def _of_part(text: str) -> Iterator[str]:
    for paragraph in _ENDS.split(text):
        if words := html.unescape(_TAGS.sub("", paragraph)).strip():
            yield words
    yield from _attributes(text)


def _attributes(text: str) -> Iterator[str]:
    for value in _ATTRIBUTE.findall(text):
        yield html.unescape(value)


def _of_sheet(opened: zipfile.ZipFile, name: str) -> Iterator[str]:
    """Headers, footers and prompts of a sheet, whose cells are read as its rows."""
    for piece in pieces(opened, opened.getinfo(name)):
        for groups in _OF_SHEET.findall(piece.decode("utf-8", "replace")):
            yield _HEADER_CODE.sub(" ", html.unescape("".join(groups)))


def _inner(opened: zipfile.ZipFile, names: list[str]) -> tuple[tuple[Inner, ...], bool]:
    found: list[Inner] = []
    left = MAX_INNER
    for name in names[:MAX_INNER_FILES]:
        most = min(left, _PICTURE) if _PHOTO.search(name) else left
        try:
            with opened.open(name) as part:
                body = part.read(most + 1)
        except (RuntimeError, NotImplementedError, CellFault):  # a password, or a way to pack that nobody has
            return tuple(found), False
        if len(body) > most and most != _PICTURE:
            return tuple(found), False
        left -= len(body)
        found.append(Inner(name, body))
    return tuple(found), len(names) <= MAX_INNER_FILES
