"""Evidence that was dropped or chosen: looked at within bounds, kept aside until it is accepted, named so that every system takes it."""

from __future__ import annotations

import re
import secrets
import shutil
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from generator.audit.evidence_proposals import Proposed, proposed_for, unused
from generator.audit.periods import years_in
from generator.files import evidence
from generator.files.evidence import EvidenceFile
from generator.files.kinds import PUBLISHED, ending_of
from generator.models.catalogue import Item
from generator.site.site import Site
from generator.writing.file_names import LONGEST, seen

MOST_BYTES = evidence.MAX_OPENED
"""Of one file: a larger one could not be looked through."""
MOST_MEGABYTES = MOST_BYTES // 1_000_000
KINDS = ", ".join(ending[1:].upper() for ending in PUBLISHED)
"""What may be attached, as pages say it."""
_MOST_WAITING = 20
"""Files that wait at once; the oldest goes."""
_MOST_BYTES_OF_NAME = 200
"""Bytes of a name that every file system takes; a Thai letter has three."""
_TITLE_LINES = 12
"""Lines at the beginning in which years are looked for."""
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


class Refusal(Exception):
    """A file that is not taken; ``code`` is its sentence in ``desk.evidence.refusal``."""

    def __init__(self, code: str, name: str = "") -> None:
        super().__init__(code)
        self.code, self.name = code, name


@dataclass(frozen=True)
class Waiting:
    """A file that was looked at and is not accepted yet.

    Attributes:
        name: by which it is to be kept, from the data folder.
        file: what is known of it.
        proposed: what it may show.
        years: that its name and its beginning speak of.
        place: where its bytes wait.
        same_as: the file of the data with the very same content; empty where there is none.
    """

    id: str
    name: str
    file: EvidenceFile
    proposed: Proposed
    years: tuple[int, ...]
    place: Path
    same_as: str = ""

    @property
    def kept_as(self) -> str:
        """The file of the data that the entry names: the one with the same content where there is one."""
        return self.same_as or self.name

    def content(self) -> bytes:
        return self.place.read_bytes()


@dataclass(frozen=True)
class WaitingTable:
    """A table that was looked at and is not accepted yet.

    Attributes:
        name: by which it is to be kept.
        place: where its bytes wait.
    """

    id: str
    name: str
    place: Path

    def content(self) -> bytes:
        return self.place.read_bytes()


def file_name(given: str) -> str:
    """A name as every system takes it, made from what a browser says: its last part, in the letters that it has."""
    name = unicodedata.normalize("NFC", given.replace("\\", "/").rpartition("/")[2])
    name = " ".join(_NOT_IN_NAMES.sub(" ", name).split()).rstrip(". ")
    stem, dot, ending = name.rpartition(".")
    stem, ending = (stem, f".{ending.lower()}") if dot else (name, "")
    stem = stem.strip(". ")[:LONGEST]
    while len((stem + ending).encode("utf-8", "replace")) > _MOST_BYTES_OF_NAME:
        stem = stem[:-1]
    stem = stem.encode("utf-8", "ignore").decode().strip(". ") or "document"
    return f"{stem}-0{ending}" if _RESERVED.match(stem) else f"{stem}{ending}"


def free_name(folder: Path, wanted: str) -> str:
    """A name that no file of the data has, also not in other capitals: ``plan.pdf``, ``plan-2.pdf``."""
    above, _, name = wanted.rpartition("/")
    there = {seen(one.name) for one in (folder / above).iterdir()} if (folder / above).is_dir() else set()
    stem, _, ending = name.rpartition(".")
    number = 1
    while seen(name) in there:
        number += 1
        name = f"{stem}-{number}.{ending}"
    return f"{above}/{name}"


T = TypeVar("T")


class Aside(Generic[T]):
    """Files that wait to be accepted, each with what is known of it, in a folder that goes with the desk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, T] = {}

    def put(self, name: str, raw: bytes) -> tuple[str, Path]:
        """Put a file aside, and give the id by which it is found again, and the folder that it stands in by its name."""
        id = secrets.token_hex(16)
        place = self._folder / id / name
        place.parent.mkdir(parents=True)
        place.write_bytes(raw)
        return id, self._folder / id

    def keep(self, id: str, known: T) -> None:
        """Keep what is known of a file until it is accepted, or too many others wait."""
        self._known[id] = known
        for old in list(self._known)[:-_MOST_WAITING]:
            self.drop(old)

    def of(self, id: str) -> T:
        """What is known of the file of an id.

        Raises:
            Refusal: nothing waits under it.
        """
        if id not in self._known or not (self._folder / id).is_dir():
            raise Refusal("gone")
        return self._known[id]

    def drop(self, id: str) -> None:
        """Let go of a file."""
        self._known.pop(id, None)
        shutil.rmtree(self._folder / id, ignore_errors=True)


class Uploads:
    """Evidence that waits to be accepted."""

    def __init__(self, folder: Path) -> None:
        self._aside: Aside[Waiting] = Aside(folder)

    def take(self, data: Path, site: Site, given: str, raw: bytes, place: tuple[int, Item, str]) -> Waiting:
        """Look at a file.

        Args:
            data: the data folder.
            given: its name, as the browser says.
            place: assessed year, item and family that it was dropped at.

        Raises:
            Refusal: it is none that may be published.
        """
        year, item, family = place
        name = file_name(given)
        check(name, raw)
        wanted = free_name(data, f"files/{year}/{name}")
        id, aside = self._aside.put(wanted, raw)
        file = evidence.read(aside, wanted)
        if file.problem in ("locked", "damaged", "empty") or not file.is_what_it_says:
            self._aside.drop(id)
            raise Refusal(file.problem if file.is_what_it_says else "unlike", name)
        same = next((one.name for one in site.evidence.values() if one.sha256 == file.sha256), "")
        read = unused(wanted, raw)
        first = "\n".join([name, *(text for _, text in read.lines[:_TITLE_LINES])])
        proposed = proposed_for(site, read, year, item, family)
        made = Waiting(id, wanted, file, proposed, tuple(sorted(years_in(first))), aside / wanted, same)
        self._aside.keep(id, made)
        return made

    def waiting(self, id: str) -> Waiting:
        """The file of an id.

        Raises:
            Refusal: nothing waits under it.
        """
        return self._aside.of(id)

    def accepted(self, id: str) -> None:
        """Let go of a file that is in the data now."""
        self._aside.drop(id)


def check(name: str, raw: bytes, kinds: Collection[str] = PUBLISHED) -> None:
    """See that a file is of a kind that is taken, and no larger than can be looked through.

    Args:
        kinds: the endings of those kinds.

    Raises:
        Refusal: it is not.
    """
    if not raw:
        raise Refusal("empty", name)
    if len(raw) > MOST_BYTES:
        raise Refusal("large", name)
    if ending_of(name) not in kinds:
        raise Refusal("kind", name)


def entry(waiting: Waiting, title: str, shows: Collection[str], pages: Mapping[str, str]) -> dict[str, object]:
    """The entry of ``evidence`` of an accepted file.

    Args:
        title: what it is called on the page.
        shows: components that it shows.
        pages: component → pages that show it.
    """
    listed: list[object] = [{"component": id, "pages": pages[id]} if pages.get(id) else id for id in shows]
    return {"title": title, "file": waiting.kept_as, **({"shows": listed} if listed else {})}
