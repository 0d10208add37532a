"""``manifest.json`` of a published site: every file with its SHA-256, so that what stands on a server can be proved.

The contract: ``serial`` counts the publications of a site from 1; ``previous`` is the SHA-256 of the manifest before, in
hexadecimal, or empty; ``next_review`` is the day (ISO 8601) by which the agency looks through its data again, or empty;
``files`` has the path of every other file below the site, with forward slashes, and the SHA-256 of its content. A
publication that changes nothing keeps its manifest to the byte. Further keys may come. Where the agency has a key, its
signature stands beside it (:mod:`generator.publish.signature`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.files.tree import names_below

NAME = "manifest.json"
MOST = 50_000_000
"""Bytes of a manifest that are read: half a million files."""
_LONGEST_SERIAL = 9
"""Digits of a serial."""


@dataclass(frozen=True)
class Manifest:
    """What was published.

    Attributes:
        next_review: the day by which the data is looked through again, where the agency says so.
        files: path below the site → SHA-256 in hexadecimal.
        written: the file itself, where it was read: hashes and signatures are of its bytes.
    """

    serial: int = 0
    previous: str = ""
    next_review: date | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    written: bytes = field(default=b"", compare=False, repr=False)

    @property
    def content(self) -> bytes:
        """The file, the same bytes for the same manifest."""
        if self.written:
            return self.written
        said = {
            "serial": self.serial,
            "previous": self.previous,
            "next_review": self.next_review.isoformat() if self.next_review else "",
            "files": dict(sorted(self.files.items())),
        }
        return json.dumps(said, ensure_ascii=False, indent=0).encode() + b"\n"

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def of_content(content: bytes) -> Manifest | None:
    """The manifest that was written so; None where it is none, or has a path that leads out of its site."""
    if len(content) > MOST:
        return None
    try:
        said = json.loads(content)
        serial, files = said["serial"], {str(path): str(digest) for path, digest in said["files"].items()}
        day = str(said.get("next_review") or "")
        review = date.fromisoformat(day) if day else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    is_number = isinstance(serial, int) and 0 < serial < 10**_LONGEST_SERIAL
    if not is_number or not all(map(_is_inside, files)):
        return None
    return Manifest(serial, str(said.get("previous", "")), review, files, content)


def read(site: Path) -> Manifest | None:
    """The manifest of a published site; None where it has none, or none that can be read."""
    return read_file(site / NAME)


def read_file(file: Path) -> Manifest | None:
    """The manifest in a file; None where there is none."""
    try:
        with file.open("rb") as opened:
            return of_content(opened.read(MOST + 1))
    except OSError:
        return None


def following(before: Manifest | None, folder: Path, next_review: date | None = None) -> Manifest:
    """The manifest of the new site in ``folder``, after the one that was published before."""
    files = {name: sha256_of(folder / name) for name in names_below(folder) if name != NAME}
    if before is None:
        return Manifest(1, "", next_review, files)
    if (before.files, before.next_review) == (files, next_review):
        return before
    return Manifest(before.serial + 1, before.sha256, next_review, files)


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file's content, in hexadecimal."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _is_inside(path: str) -> bool:
    parts = path.split("/")
    return not any(part in ("", ".", "..") for part in parts) and not any(mark in path for mark in "\\:\0")
