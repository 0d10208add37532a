"""Evidence files: they stand below ``files/`` of the data, and are published at the same address below the site."""

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
    """Whether a file name leads to a place below ``files/`` of the data folder, links resolved."""
    pure = PurePosixPath(name)
    if pure.parts[:1] != ("files",) or "\\" in name or ":" in name or ".." in pure.parts:
        return False
    return os.path.realpath(folder / pure).startswith(os.path.join(os.path.realpath(folder), "files", ""))


def is_address(name: str) -> bool:
    """Whether a file name can be part of a web address as it is, on every computer."""
    return re.fullmatch(r"[A-Za-z0-9 ._()+,@=/-]+", name) is not None


def published(site: Site) -> list[str]:
    """Evidence files of a site as the data names them, which is also their permanent address below its root."""
    return sorted({evidence.file for _, _, evidence in site.each(Evidence) if evidence.file})
