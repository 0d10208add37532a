"""Evidence files: they stand below ``files/`` of the data, and are published at the same address below the site.

A file is opened once. What is found in it is bounded: the first pages of a PDF, the first letters of the rest.
"""

from __future__ import annotations

import hashlib
import html
import logging
import os
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Any, Literal

from python_calamine import CalamineWorkbook

from generator.tables import workbooks
from generator.tables.columns import CellFault, shown
from generator.writing import persons
from generator.writing.figures import fold_digits

if TYPE_CHECKING:
    from pypdf import PdfReader

OLE = b"\xd0\xcf\x11\xe0"
"""How an old document of Office begins, and a new one that is locked."""
TYPES = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".docx": (b"PK",),
    ".xlsx": (b"PK",),
    ".pptx": (b"PK",),
    ".odt": (b"PK",),
    ".ods": (b"PK",),
    ".zip": (b"PK",),
    ".csv": (),
    ".txt": (),
    ".doc": (OLE,),
    ".xls": (OLE,),
}
"""Kinds of files that may be published → how their bytes begin; none for plain text."""

_MAIN_PARTS = {
    ".docx": r"word/document\.xml|word/comments\.xml|word/footnotes\.xml",
    ".pptx": r"ppt/slides/slide\d+\.xml",
    ".odt": r"content\.xml",
    ".ods": r"content\.xml",
}
"""Packed kinds → the parts that hold their words; the first must be there."""

MAX_PAGES = 20
"""Pages of a PDF whose words are read."""
MAX_OPENED = 60_000_000
"""Bytes of a file that is opened; a larger one is only measured."""
MAX_READ = 3_000_000
"""Letters of a file that are looked through."""
MAX_KEPT = 20_000
"""Letters of a file that are remembered."""
_MAX_PAGE = 2_000_000
"""Bytes of one page's drawing; a map with more says nothing in words."""
_MAX_DRAWN = 300_000
"""Steps of drawing one page."""
_FEWEST = 20
"""Letters that make a text; fewer are a stamp or the number of a page on a scan."""

Problem = Literal["", "empty", "damaged", "locked", "restricted"]

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a PDF is a fault of data, not of ours


@dataclass(frozen=True)
class EvidenceFile:
    """What is known of a file that a disclosure names, without opening it again.

    Attributes:
        name: as the data names it, which is also its permanent address below the site.
        is_inside: whether it stands below ``files/`` of the data, links resolved.
        is_there: whether there is such a file.
        beside: names of the files in its folder, where it is not there.
        unreadable: why it could not be read, or an empty text.
        size: bytes.
        sha256: of its content, in hexadecimal.
        start: its first bytes.
        pages: of a PDF that can be read.
        problem: what a reader meets who opens it; ``restricted`` opens, but may refuse to be copied or read aloud.
        has_text: whether there are words in it; None where that is not known, as of a picture.
        text: its first words, one line a page, row or paragraph.
        metadata: what it says of itself, such as its author.
        personal: what looks like a private person's in its words and metadata.
    """

    name: str
    is_inside: bool = False
    is_there: bool = False
    beside: tuple[str, ...] = ()
    unreadable: str = ""
    size: int = 0
    sha256: str = ""
    start: bytes = b""
    pages: int | None = None
    problem: Problem = ""
    has_text: bool | None = None
    text: str = ""
    metadata: tuple[tuple[str, str], ...] = ()
    personal: tuple[persons.Found, ...] = ()

    @property
    def kind(self) -> str:
        """``PDF``, ``XLSX`` …, from its name."""
        return PurePosixPath(self.name).suffix[1:].upper()

    @property
    def odd_letters(self) -> str:
        """The letters of its name that cannot be part of an address everywhere, each once."""
        return "".join(dict.fromkeys(re.findall(r"[^A-Za-z0-9 ._()+,@=/-]", self.name)))

    @property
    def is_known_kind(self) -> bool:
        return self._suffix in TYPES

    @property
    def is_what_it_says(self) -> bool:
        """Whether its first bytes are those of the kind that its name tells."""
        starts = TYPES.get(self._suffix, ())
        if not starts:
            return not self.start.startswith(
                (b"PK\x03\x04", OLE, b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"<!DOCTYP", b"<html")
            )
        return self.start.startswith(starts) or self.problem == "locked"

    @property
    def is_publishable(self) -> bool:
        """Whether its kind is published, its content is of that kind, and its name can be an address everywhere."""
        return not self.odd_letters and self.is_known_kind and self.is_what_it_says

    @property
    def is_image(self) -> bool:
        return self._suffix in (".png", ".jpg", ".jpeg")

    @property
    def _suffix(self) -> str:
        return PurePosixPath(self.name).suffix.lower()

    @cached_property
    def bones(self) -> str:
        """Its first words as :func:`bones` gives them."""
        return bones(self.text)


def bones(text: str) -> str:
    """Letters and digits that survive every way to write a Thai text into a PDF.

    Fonts put marks above and below into glyphs without a meaning, spaces anywhere, and ำ in two; consonants,
    vowels on the line, Latin letters and digits stay.
    """
    folded = fold_digits(text.replace("ำ", "า")).casefold()
    return re.sub(r"[^0-9a-zก-ฮะาเ-ไ]", "", folded)


def read(folder: Path, name: str) -> EvidenceFile:
    """The file that the data in ``folder`` calls ``name``."""
    pure = PurePosixPath(name)
    if pure.parts[:1] != ("files",) or "\\" in name or ":" in name or ".." in pure.parts:
        return EvidenceFile(name)
    path = folder / pure
    if not os.path.realpath(path).startswith(os.path.join(os.path.realpath(folder), "files", "")):
        return EvidenceFile(name)
    if not os.path.isfile(path):  # of a name too long for any file, Path.is_file raises
        return EvidenceFile(name, is_inside=True, beside=_names(path.parent))
    found = EvidenceFile(name, is_inside=True, is_there=True)
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
            size = file.tell()
            file.seek(0)
            found = replace(found, size=size, sha256=digest.hexdigest(), start=file.read(8))
            if size == 0:
                return replace(found, problem="empty")
            return _opened(found, file, path) if size <= MAX_OPENED else found
    except OSError as error:
        return replace(found, unreadable=error.strerror or str(error))


MOST_BESIDE = 500
"""Files of a folder among which the one that was meant is looked for: each missing file would read all of a larger one."""


def _names(folder: Path) -> tuple[str, ...]:
    try:
        with os.scandir(folder) as found:
            entries = list(islice(found, MOST_BESIDE + 1))
        return tuple(sorted(one.name for one in entries if one.is_file())) if len(entries) <= MOST_BESIDE else ()
    except OSError:
        return ()


# --- what is in it ------------------------------------------------------------------------------------------------


@dataclass
class _Content:
    """What was found in a file."""

    problem: Problem = ""
    pages: int | None = None
    has_text: bool | None = None
    lines: Iterable[tuple[str, str]] = ()
    """Where, and what is written there."""
    metadata: tuple[tuple[str, str], ...] = ()


def _opened(found: EvidenceFile, file: IO[bytes], path: Path) -> EvidenceFile:
    """The file with what is in it, as far as its kind can be opened."""
    suffix = PurePosixPath(found.name).suffix.lower()
    file.seek(0)
    if found.start.startswith(OLE) and suffix in (".docx", ".xlsx", ".pptx"):
        return replace(found, problem="locked" if _is_locked_package(file) else "")
    opener = _OPENERS.get(suffix)
    if opener is None or not found.is_what_it_says:
        return found
    try:
        content = opener(file, path)
        return _looked_through(found, content)
    except (KeyboardInterrupt, SystemExit, MemoryError, OSError):
        raise
    except BaseException:  # a broken file fails in any way there is; a panic of Rust is not even an Exception
        return replace(found, problem="damaged")


def _looked_through(found: EvidenceFile, content: _Content) -> EvidenceFile:
    kept: list[str] = []
    personal: dict[tuple[str, str], persons.Found] = {}
    length = letters = 0
    for where, line in content.lines:
        if length > MAX_READ:
            break
        line = unicodedata.normalize("NFC", line)
        if length < MAX_KEPT:
            kept.append(line[: MAX_KEPT - length])
        length += len(line)
        letters += sum(map(str.isalnum, line)) if letters < _FEWEST else 0
        for one in persons.find(line, where):
            personal.setdefault((one.kind, one.key), one)
    for key, value in content.metadata:
        for one in persons.find(value, key):
            personal.setdefault((one.kind, one.key), one)
    has_text = content.has_text
    if has_text is None and letters >= _FEWEST:
        has_text = True
    return replace(
        found,
        problem=content.problem,
        pages=content.pages,
        has_text=has_text,
        text="\n".join(kept),
        metadata=content.metadata,
        personal=tuple(personal.values()),
    )


def _pdf(file: IO[bytes], path: Path) -> _Content:
    from pypdf import PasswordType, PdfReader  # not at the top: most commands meet no PDF, and it is slow to load
    from pypdf.errors import DependencyError

    reader = PdfReader(file)
    problem: Problem = ""
    if reader.is_encrypted:
        try:
            problem = "restricted" if reader.decrypt("") != PasswordType.NOT_DECRYPTED else "locked"
        except DependencyError:  # nobody here can tell whether it opens without a password
            problem = "locked"
        if problem == "locked":
            return _Content(problem)
    pages = len(reader.pages)
    if not pages:
        return _Content("damaged")
    try:
        metadata = tuple((key.lstrip("/"), str(value)) for key, value in (reader.metadata or {}).items())
    except Exception:  # metadata may be broken in a file that opens
        metadata = ()
    lines = []
    is_known = True
    for number in range(min(pages, MAX_PAGES)):
        text = _page_text(reader, number)
        is_known = is_known and text is not None
        lines.append((str(number + 1), text or ""))
    has_text = sum(len(re.findall(r"\w", text)) for _, text in lines) >= _FEWEST
    return _Content(problem, pages, has_text if has_text or is_known else None, lines, _lines_of(metadata))


def _page_text(reader: PdfReader, number: int) -> str | None:
    """The words on a page; None where they cannot be read, though the page may be seen."""
    steps = 0

    def count(*_: Any) -> None:
        nonlocal steps
        steps += 1
        if steps > _MAX_DRAWN:
            raise ValueError(steps)

    try:
        page = reader.pages[number]
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > _MAX_PAGE:
            return None
        return page.extract_text(visitor_operand_before=count)
    except Exception:  # fonts and drawings fail in any way there is
        return None


def _package(suffix: str) -> Callable[[IO[bytes], Path], _Content]:
    """How to open a packed document of the kind ``suffix``."""
    parts = re.compile(_MAIN_PARTS.get(suffix, "$^"))

    def opened(file: IO[bytes], path: Path) -> _Content:
        with zipfile.ZipFile(file) as package:
            infos = package.infolist()
            if any(info.flag_bits & 1 for info in infos):
                return _Content("locked")
            names = [info.filename for info in infos if parts.fullmatch(info.filename)]
            if suffix in _MAIN_PARTS and not names:
                return _Content("damaged")
            lines = [(str(n), line) for n, line in enumerate(_words(package, sorted(names)), 1)]
            return _Content(lines=lines, metadata=_package_metadata(package))

    return opened


def _words(package: zipfile.ZipFile, names: list[str]) -> Iterator[str]:
    """Paragraphs of the parts of a document."""
    left = MAX_READ * 4
    for name in names:
        with package.open(name) as part:
            raw = part.read(left).decode("utf-8", "replace")
        left -= len(raw)
        for paragraph in re.split(r"</(?:w:p|a:p|text:p|text:h|table:table-cell)>", raw):
            text = re.sub(r"<(?:w:tab|w:br|text:s|text:tab)\b[^>]*>", " ", paragraph)
            text = html.unescape(re.sub(r"<[^>]*>", "", text)).strip()
            if text:
                yield text
        if left <= 0:
            return


def _package_metadata(package: zipfile.ZipFile) -> tuple[tuple[str, str], ...]:
    """Who made a document and when, as its properties say."""
    found = []
    for name in ("docProps/core.xml", "docProps/app.xml", "meta.xml"):
        try:
            with package.open(name) as part:
                raw = part.read(200_000).decode("utf-8", "replace")
        except KeyError:
            continue
        tags = r"<(?:\w+:)(title|subject|creator|lastModifiedBy|description|keywords|initial-creator)\b[^>]*>([^<]+)<"
        found += [(key, html.unescape(value)) for key, value in re.findall(tags, raw)]
        found += [(key, html.unescape(value)) for key, value in re.findall(r"<(Company|Manager)>([^<]+)<", raw)]
    return _lines_of(found)


def _lines_of(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Metadata as short lines without what nobody sees."""
    return tuple((key, " ".join(value.replace("\0", "").split())[:500]) for key, value in islice(pairs, 40))


def _workbook(file: IO[bytes], path: Path) -> _Content:
    with zipfile.ZipFile(file) as package:
        if any(info.flag_bits & 1 for info in package.infolist()):
            return _Content("locked")
        metadata = _package_metadata(package)
    try:
        sheets = [sheet.name for sheet in workbooks.scan(path)]
    except CellFault as fault:
        return _Content("" if fault.code == "table-too-large" else "damaged", metadata=metadata)
    lines = (
        (f"{sheet}!{number}", "\t".join(map(shown, cells)))
        for sheet in sheets
        for number, cells in workbooks.rows(path, sheet)
    )
    return _Content(lines=lines, metadata=metadata)


def _old_workbook(file: IO[bytes], path: Path) -> _Content:
    try:
        book = CalamineWorkbook.from_path(path)
    except Exception as error:
        return _Content("locked" if "assword" in str(error) else "damaged")
    lines = (
        (f"{name}!{number}", "\t".join(map(shown, cells)))
        for name in book.sheet_names
        for number, cells in enumerate(book.get_sheet_by_name(name).iter_rows(), 1)
    )
    return _Content(lines=lines)


def _plain(file: IO[bytes], path: Path) -> _Content:
    raw = file.read(MAX_READ * 3)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16", "replace")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp874", "replace")
    if path.suffix.lower() == ".csv":
        text = text.translate(_CELL_ENDS)
    return _Content(lines=[(str(number), line) for number, line in enumerate(text.splitlines(), 1)])


_CELL_ENDS = str.maketrans(',;"', "\t\t\t")
"""What parts the cells of a CSV file, so that a number is not taken for a part of its neighbour."""


def _png(file: IO[bytes], path: Path) -> _Content:
    file.seek(0, os.SEEK_END)
    file.seek(max(0, file.tell() - 65_536))
    return _Content("" if b"IEND" in file.read() else "damaged")


def _is_locked_package(file: IO[bytes]) -> bool:
    """Whether an old container holds a new document that is locked."""
    return "EncryptedPackage".encode("utf-16-le") in file.read()


_OPENERS: dict[str, Callable[[IO[bytes], Path], _Content]] = {
    ".pdf": _pdf,
    ".docx": _package(".docx"),
    ".pptx": _package(".pptx"),
    ".odt": _package(".odt"),
    ".ods": _package(".ods"),
    ".zip": _package(".zip"),
    ".xlsx": _workbook,
    ".xls": _old_workbook,
    ".csv": _plain,
    ".txt": _plain,
    ".png": _png,
}
"""Kind of file → how what is in it is found."""
