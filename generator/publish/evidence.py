"""Evidence files, copied to their permanent addresses: the very bytes that were checked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.diagnostics import Diagnostic
from generator.publish.output import Made, Whole, Write
from generator.site import addresses

_CHUNK = 1 << 20


@dataclass(frozen=True)
class _Copy:
    """A file to copy: from where, to which address below the root of all sites, and what it was when it was checked."""

    source: Path
    address: str
    sha256: str


def prepare(whole: Whole) -> Write:
    copies = [
        _Copy(placed.site.folder / PurePosixPath(file.stands_at), f"{placed.path}{file.address}", file.sha256)
        for placed in whole.sites
        for file in placed.site.evidence.values()
    ]
    return lambda folder: _copy_all(copies, folder, whole.project.site_name)


def _copy_all(copies: Iterable[_Copy], folder: Path, name: str) -> Made:
    found, files, anew = [], 0, 0
    for copy in copies:
        destination = addresses.inside(folder, copy.address)
        files += 1
        if destination.is_file() and _sha256(destination) == copy.sha256:
            continue  # a server keeps its folder
        anew += 1
        destination.parent.mkdir(parents=True, exist_ok=True)
        if _copied(copy.source, destination) != copy.sha256:
            destination.unlink(missing_ok=True)
            found.append(Diagnostic(f"{name}/{copy.address}", 0, 0, "evidence-changed", facts={"file": copy.address}))
    return Made(files, anew, tuple(found))


def _copied(source: Path, destination: Path) -> str:
    """Copy a file; gives the SHA-256 of what was written, in hexadecimal, or an empty text where there is no file."""
    digest = hashlib.sha256()
    try:
        with source.open("rb") as read, destination.open("wb") as write:
            while chunk := read.read(_CHUNK):
                digest.update(chunk)
                write.write(chunk)
    except FileNotFoundError:
        return ""
    return digest.hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
