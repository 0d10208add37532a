"""Packages of Office and their XML, read within bounds: the list of parts, and one part as a stream.

Who opens another's package meets lists of millions of parts, tags that never end and elements without end inside of
each other; each of them is a fault here before it takes time or memory.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import IO
from xml.parsers import expat

from generator.tables.columns import CellFault

_MAX_ELEMENTS = 15_000_000
"""Elements of one part: some more than a sheet of so many cells has."""
MAX_INDEX = 2_000_000
"""Bytes of the list of sheets."""
_MAX_DIRECTORY = 4_000_000
"""Bytes of the list of parts of a package: some ten thousand parts."""
_MAX_TAG = 1_000_000
"""Bytes of one tag or comment; expat reads it again from its beginning with every chunk."""
_MAX_DEPTH = 100
_CHUNK = 1 << 16
_PIECE = 1 << 20


def too_large(size: int, limit: int) -> CellFault:
    """The fault of so many bytes or letters."""
    return CellFault("table-too-large", size=f"{size // 1_000_000} MB", limit=f"{limit // 1_000_000} MB")


def open_package(file: Path | IO[bytes], most: int | None = None) -> zipfile.ZipFile:
    """A packed file of at most so many bytes, if its list of parts can be read in little time and memory.

    Raises:
        CellFault: ``table-too-large``.
        zipfile.BadZipFile: where it is none.
        OSError: where it cannot be opened.
    """
    with file.open("rb") if isinstance(file, Path) else nullcontext(file) as opened:
        size = opened.seek(0, 2)
        if most is not None and size > most:
            raise too_large(size, most)
        opened.seek(max(0, size - 65_636))
        length = _length_of_list(opened.read())
    if length > _MAX_DIRECTORY:
        raise too_large(length, _MAX_DIRECTORY)
    return zipfile.ZipFile(file)


def _length_of_list(tail: bytes) -> int:
    """Bytes of the list of parts, which is read whole before anything else, as a package's end says; once more in ZIP64."""
    at = tail.rfind(b"PK\5\6")
    length = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    if at >= 76 and tail[at - 20 : at - 16] == b"PK\6\7":
        length = int.from_bytes(tail[at - 36 : at - 28], "little")
    return length


def walk(
    package: zipfile.ZipFile,
    part: zipfile.ZipInfo,
    on_start: Callable[[str, dict[str, str]], None] | None = None,
    on_end: Callable[[str], None] | None = None,
    on_text: Callable[[str], None] | None = None,
) -> None:
    """Walk the elements of a part in order, each called without the prefix that some programs give to every name.

    Raises:
        CellFault: ``table-too-large`` where there are more elements, deeper or longer ones, than any workbook has.
        expat.ExpatError: where it is not well-formed, or not in UTF-8, the only encoding that every reader knows.
    """
    depth = count = fed = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > _MAX_DEPTH or count > _MAX_ELEMENTS:
            raise CellFault("table-too-large", size=f"{count:,}", limit=f"{_MAX_ELEMENTS:,}")
        if on_start:
            on_start(name.rpartition(":")[2], attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if on_end:
            on_end(name.rpartition(":")[2])

    parser = expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = _refuse_definitions
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    if on_text:
        parser.CharacterDataHandler = on_text
    with package.open(part) as file:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > _MAX_TAG:
                raise too_large(fed, _MAX_TAG)
        parser.Parse(b"", True)


def _refuse_definitions(name: str, *_: object) -> None:
    raise ValueError(name)  # a few definitions of entities can stand for gigabytes; no workbook has one


def elements(package: zipfile.ZipFile, part: zipfile.ZipInfo, tag: str) -> list[dict[str, str]]:
    """The attributes of every element of this name."""
    if part.file_size > MAX_INDEX:
        raise too_large(part.file_size, MAX_INDEX)
    found: list[dict[str, str]] = []
    walk(package, part, lambda name, attributes: found.append(attributes) if name == tag else None)
    return found


def pieces(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a part, never cut within a tag."""
    rest = b""
    with package.open(part) as file:
        while chunk := file.read(_PIECE):
            rest += chunk
            cut = rest.rfind(b"<")
            if cut > 0:
                yield rest[:cut]
                rest = rest[cut:]
            if len(rest) > _MAX_TAG + _PIECE:
                raise too_large(len(rest), _MAX_TAG)
    yield rest
