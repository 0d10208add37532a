"""Evidence files: they stand below ``files/`` of the data, and are published at the same address below the site."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

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
    ".doc": (b"\xd0\xcf\x11\xe0",),
    ".xls": (b"\xd0\xcf\x11\xe0",),
}
"""Kinds of files that may be published → how their bytes begin; none for plain text."""


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
    """

    name: str
    is_inside: bool = False
    is_there: bool = False
    beside: tuple[str, ...] = ()
    unreadable: str = ""
    size: int = 0
    sha256: str = ""
    start: bytes = b""

    @property
    def kind(self) -> str:
        """``PDF``, ``XLSX`` …, from its name."""
        return PurePosixPath(self.name).suffix[1:].upper()

    @property
    def is_publishable(self) -> bool:
        """Whether its kind is published, its content is of that kind, and its name can be an address everywhere."""
        starts = TYPES.get(PurePosixPath(self.name).suffix.lower())
        is_address = re.fullmatch(r"[A-Za-z0-9 ._()+,@=/-]+", self.name) is not None
        return is_address and starts is not None and self.start.startswith(starts or b"")


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
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
            size = file.tell()
            file.seek(0)
            return EvidenceFile(
                name, is_inside=True, is_there=True, size=size, sha256=digest.hexdigest(), start=file.read(8)
            )
    except OSError as error:
        return EvidenceFile(name, is_inside=True, is_there=True, unreadable=error.strerror or str(error))


def _names(folder: Path) -> tuple[str, ...]:
    try:
        return tuple(sorted(name for name in os.listdir(folder) if os.path.isfile(folder / name)))
    except OSError:
        return ()
