"""Evidence files: where they stand in the data, and the permanent address each is published under."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath

from generator.models import Evidence
from generator.site import Site

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


def is_inside(folder: Path, name: str) -> bool:
    """Whether a file name leads to a place inside the data folder, links resolved."""
    pure = PurePosixPath(name)
    if pure.is_absolute() or "\\" in name or ":" in name or ".." in pure.parts:
        return False
    return Path(os.path.realpath(folder / pure)).is_relative_to(os.path.realpath(folder))


def is_address(name: str) -> bool:
    """Whether a file name can be part of a web address as it is, on every computer."""
    return re.fullmatch(r"[A-Za-z0-9 ._()+,@=/-]+", name) is not None


def addresses(site: Site) -> dict[str, str]:
    """File as named in the data → address below the site's root."""
    return {evidence.file: address(evidence.file) for _, _, evidence in site.each(Evidence) if evidence.file}


def address(name: str) -> str:
    """The permanent address of an evidence file: as in the data, below ``files/``."""
    return name if name.startswith("files/") else f"files/{name}"
