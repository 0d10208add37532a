"""Evidence files: they stand below ``files/`` of the data, under the names that the office gave them.

A file is read once: what is hashed is what is looked through, with all that stands beside its pages. What is found in
it is bounded; of what lies beyond, it is known that it was not looked through.
"""

from __future__ import annotations

import hashlib
import io
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from generator.files.content import Active, Content, Problem, Reach
from generator.files.kinds import CONTAINER, ENDINGS, PUBLISHED, ending_of, is_what_its_name_says
from generator.files.pdf import surviving_letters
from generator.files.reading import read_content
from generator.writing import persons
from generator.writing.file_names import seen

MAX_PAGES = 300
"""Pages of a PDF whose words are read, as far as its time goes."""
MAX_OPENED = 60_000_000
"""Bytes of a file that is opened; a larger one is only measured."""
MAX_READ = 3_000_000
"""Letters of a file that are looked through."""
MAX_KEPT = 20_000
"""Letters of a file that are remembered."""
MAX_SEARCHED = 100_000
"""Letters of a PDF that the search of the site finds: thirty to fifty pages of text."""
_FEWEST = 20
"""Letters that make a text; fewer are a stamp or the number of a page on a scan."""


FILES = "files/"
"""The folder of a data folder below which all evidence stands."""


@dataclass(frozen=True)
class EvidenceFile:
    """What is known of a file that a disclosure names, without opening it again.

    Attributes:
        name: as the data names it.
        actual: its name in the folder, where that only looks like the one in the data.
        kept_at: where it stands from the data folder, where that is elsewhere than its name says.
        address: its permanent address below the site (:mod:`generator.site.evidence_addresses`).
        is_inside: whether it stands below ``files/`` of the data, links resolved.
        is_there: whether there is such a file.
        beside: names of the files in its folder, where it is not there; places of those that are called so, where its name has no folder.
        unreadable: why it could not be read, or an empty text.
        size: bytes.
        sha256: of its content, in hexadecimal.
        start: its first bytes.
        pages: of a PDF that can be read.
        problem: what a reader meets who opens it; ``restricted`` opens, but may refuse to be copied or read aloud.
        has_text: whether there are words in it; None where that is not known, as of a picture.
        text: its first words, one line a page, row or paragraph.
        words: of a PDF the number and the text of each page, as far as the search of the site finds them.
        metadata: what it says of itself, such as its author.
        personal: what looks like a private person's in its words, on its pages and beside them, and in its metadata.
        active: what it holds besides words and pictures.
        is_searched: whether all of its words were looked through for what is a private person's.
    """

    name: str
    actual: str = ""
    kept_at: str = ""
    address: str = ""
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
    words: tuple[tuple[str, str], ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    personal: tuple[persons.Found, ...] = ()
    active: tuple[Active, ...] = ()
    is_searched: bool = True

    @property
    def kind(self) -> str:
        """``PDF``, ``XLSX`` …, from its name."""
        return PurePosixPath(self.name).suffix[1:].upper()

    @property
    def stands_at(self) -> str:
        """Where it stands, from the data folder."""
        return self.kept_at or self.actual or self.name

    @property
    def is_known_kind(self) -> bool:
        return self._ending in PUBLISHED

    @property
    def is_what_it_says(self) -> bool:
        """Whether its first bytes are those of the kind that its name tells."""
        return self.problem == "locked" or is_what_its_name_says(self.start, self.name)

    @property
    def is_image(self) -> bool:
        return self.is_known_kind and ENDINGS[self._ending].kind == "image"

    @property
    def is_shown_by_browsers(self) -> bool:
        """Whether a browser opens it in its window, where it would be saved under the last part of its address."""
        return self.is_image or self.kind in ("PDF", "TXT")

    @property
    def _ending(self) -> str:
        return ending_of(self.name)

    @cached_property
    def surviving_letters(self) -> str:
        """Its first words as :func:`generator.files.pdf.surviving_letters` gives them."""
        return surviving_letters(self.text)


def inside(folder: Path, name: str) -> Path | None:
    """Where a file stands that the data calls ``name``, there or not; None outside of ``files/``, links resolved."""
    pure = PurePosixPath(name)
    if pure.parts[:1] != ("files",) or "\\" in name or ":" in name or ".." in pure.parts:
        return None
    path = place_of(folder, name)
    is_inside = os.path.realpath(path).startswith(os.path.join(os.path.realpath(folder), "files", ""))
    return path if is_inside else None


def read(folder: Path, name: str, kept_at: str = "") -> EvidenceFile:
    """The file that the data in ``folder`` calls ``name``.

    Args:
        kept_at: where it stands from there, where that is elsewhere; only for a path that the program made.
    """
    path = folder / kept_at if kept_at else inside(folder, name)
    if path is None:
        return EvidenceFile(name, beside=fitting(name, below(folder)))
    if not os.path.isfile(path):  # of a name too long for any file, Path.is_file raises
        return EvidenceFile(name, is_inside=True, beside=_names(path.parent))
    actual = "" if kept_at else path.relative_to(folder).as_posix()
    is_other = bool(actual) and actual != PurePosixPath(name).as_posix()
    found = EvidenceFile(name, actual if is_other else "", kept_at, is_inside=True, is_there=True)
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_OPENED + 1)
            digest = hashlib.sha256(raw)
            while more := file.read(1 << 20):
                digest.update(more)
            size = file.tell()
    except OSError as error:
        return replace(found, unreadable=error.strerror or str(error))
    found = replace(found, size=size, sha256=digest.hexdigest(), start=raw[:8])
    if size == 0:
        return replace(found, problem="empty")
    return _looked_through(found, raw) if size <= MAX_OPENED else replace(found, is_searched=False)


def as_json(file: EvidenceFile) -> dict[str, Any]:
    """A file that was read, as plain data; :func:`from_json` gives it again."""
    return {**asdict(file), "start": file.start.hex()}


def from_json(kept: dict[str, Any]) -> EvidenceFile:
    """What :func:`as_json` was given.

    Raises:
        Exception: of any kind, where it is something else.
    """
    given = {
        **kept,
        "start": bytes.fromhex(kept["start"]),
        "beside": tuple(kept["beside"]),
        "metadata": tuple((str(key), str(value)) for key, value in kept["metadata"]),
        "words": tuple((str(page), str(text)) for page, text in kept["words"]),
        "personal": tuple(persons.Found(**one) for one in kept["personal"]),
        "active": tuple(kept["active"]),
    }
    return EvidenceFile(**given)


def place_of(folder: Path, name: str) -> Path:
    """Where a file stands that the data calls ``name``: there, or under the one name that people cannot tell from it.

    Windows and macOS do not tell capitals from small letters, macOS and archives take letters apart, and ํา looks like ำ.
    """
    path = folder / PurePosixPath(name)
    if os.path.lexists(path):
        return path
    place = folder
    for part in PurePosixPath(name).parts:
        if not os.path.lexists(place / part):
            alike = [one for one in _entries(place) if seen(one) == seen(part)]
            if len(alike) != 1:
                return path
            part = alike[0]
        place /= part
    return place


MOST_BELOW = 20_000
"""Evidence files among which one that is named without its folder is looked for."""


def below(folder: Path) -> Iterator[str]:
    """The places of all evidence files, from the data folder; links are not followed."""
    found = (
        (Path(place) / name).relative_to(folder).as_posix()
        for place, _, names in os.walk(folder / FILES)
        for name in sorted(names)
    )
    return islice(found, MOST_BELOW)


def fitting(name: str, there: Iterable[str]) -> tuple[str, ...]:
    """The places that a name without them may mean: those that end with it; nothing for a name that leads elsewhere."""
    written = name.replace("\\", "/").removeprefix("./")
    parts = PurePosixPath(written).parts
    if written.startswith("/") or ":" in written or ".." in parts or not parts:
        return ()
    key = seen(written if written.startswith(FILES) else f"/{written}")
    return tuple(one for one in there if seen(one).endswith(key) and (key.startswith("/") or seen(one) == key))


MOST_BESIDE = 500
"""Files of a folder among which the one that was meant is looked for: each missing file would read all of a larger one."""


def _names(folder: Path) -> tuple[str, ...]:
    names = (one for one in _entries(folder) if os.path.isfile(folder / one))  # False of a link in a circle
    return tuple(sorted(names))


def _entries(folder: Path) -> list[str]:
    """Everything in a folder by name; nothing of one that holds too much, or cannot be read."""
    try:
        with os.scandir(folder) as found:
            names = [one.name for one in islice(found, MOST_BESIDE + 1)]
    except (OSError, ValueError):  # no name of a file holds a zero byte
        return []
    return names if len(names) <= MOST_BESIDE else []


def _looked_through(found: EvidenceFile, raw: bytes) -> EvidenceFile:
    """The file with what is in it, as far as its kind can be opened."""
    if not found.is_known_kind:
        return found
    ending = ending_of(found.name)
    kind = ENDINGS[ending].kind
    if found.start.startswith(CONTAINER) and ending in (".docx", ".xlsx", ".pptx"):
        kind = "other"  # a locked one, or an old one under a new name
    elif not found.is_what_it_says:
        return found
    return _with_content(found, read_content(io.BytesIO(raw), kind, Reach(MAX_PAGES, MAX_READ, is_thorough=True)))


def _with_content(found: EvidenceFile, content: Content) -> EvidenceFile:
    kept: list[str] = []
    length = letters = 0
    for _, line in content.lines:
        line = unicodedata.normalize("NFC", line)
        if length < MAX_KEPT:
            kept.append(line[: MAX_KEPT - length])
        length += len(line)
        letters += sum(map(str.isalnum, line)) if letters < _FEWEST else 0
    has_text = content.has_text
    if has_text is None and letters >= _FEWEST:
        has_text = True
    return replace(
        found,
        problem=content.problem,
        pages=content.pages,
        has_text=has_text,
        text="\n".join(kept),
        words=_pages_of(content) if found.kind == "PDF" else (),
        metadata=content.metadata,
        personal=_personal(found, content),
        active=content.active,
        is_searched=found.is_image or content.problem == "locked" or (content.is_whole and content.is_thorough),
    )


def _pages_of(content: Content) -> tuple[tuple[str, str], ...]:
    left = MAX_SEARCHED
    pages = []
    for number, text in content.lines:
        if text.strip() and left > 0:
            pages.append((number, unicodedata.normalize("NFC", text[:left])))
            left -= len(text)
    return tuple(pages)


_ACROSS = 40
"""Letters at the end of a line and the beginning of the next one between which a number may be parted."""


def _personal(file: EvidenceFile, content: Content) -> tuple[persons.Found, ...]:
    """What looks like a private person's, each number once."""
    lines = [*content.lines, *content.hidden, *((key, value) for key, value in content.metadata)]
    if file.kind == "TXT":  # its lines end where somebody's editor broke them
        pairs = zip(content.lines, content.lines[1:], strict=False)
        lines += [(where, f"{before[-_ACROSS:]}\n{text[:_ACROSS]}") for (_, before), (where, text) in pairs]
    found: dict[tuple[str, str], persons.Found] = {}
    for one in persons.find_in_lines((where, unicodedata.normalize("NFC", text)) for where, text in lines):
        found.setdefault((one.kind, one.key), one)
    return tuple(found.values())
