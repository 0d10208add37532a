"""``manifest.json`` of a published site: every file with its SHA-256, so that what stands on a server can be proved.

The contract: ``serial`` counts the publications of a site from 1; ``previous`` is the SHA-256 of the manifest before, in
hexadecimal, or empty; ``files`` has the path of every other file below the site, with forward slashes, and the SHA-256
of its content. A publication that changes no file keeps its manifest to the byte. Further keys may come.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

NAME = "manifest.json"


@dataclass(frozen=True)
class Manifest:
    """What was published.

    Attributes:
        files: path below the site → SHA-256 in hexadecimal.
    """

    serial: int = 0
    previous: str = ""
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def content(self) -> bytes:
        """The file, the same bytes for the same manifest."""
        said = {"serial": self.serial, "previous": self.previous, "files": dict(sorted(self.files.items()))}
        return json.dumps(said, ensure_ascii=False, indent=0).encode() + b"\n"


def read(site: Path) -> Manifest | None:
    """The manifest of a published site; None where it has none, or none that can be read."""
    try:
        said = json.loads((site / NAME).read_text("utf-8"))
        return Manifest(int(said["serial"]), str(said["previous"]), {str(k): str(v) for k, v in said["files"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def following(before: Manifest | None, folder: Path) -> Manifest:
    """The manifest of the new site in ``folder``, after the one that was published before."""
    files = {
        path.relative_to(folder).as_posix(): _sha256(path)
        for path in folder.rglob("*")
        if path.is_file() and path.name != NAME
    }
    if before is None:
        return Manifest(1, "", files)
    if before.files == files:
        return before
    return Manifest(before.serial + 1, hashlib.sha256(before.content).hexdigest(), files)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
