"""SHA-256 of files, each read again only where the system says that it changed: what Git does with its index.

A file is taken for unchanged where size, times and number on the disk are as they were when it was hashed, and it was not
young then: one that is written twice within a tick of the clock looks the same after the second time.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.cache.store import Store

YOUNG = 2_000_000_000
"""Nanoseconds: what a clock of a file system may be coarse, as that of FAT."""
_FILE = 4
"""Numbers of the stamp of a file."""
_CLOSED = "closed: "
"""Instead of a hash: what cannot be read, and why."""


@dataclass(frozen=True)
class Tree:
    """Everything below a folder, or one file.

    Attributes:
        content: changes with any name or content.
        stamps: changes whenever something was written, the same content included.
        newest: when something was written last, in nanoseconds.
    """

    content: str
    stamps: str
    newest: int


class Hashes:
    """Hashes of whole folders, remembered in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, dict[str, list[Any]]] = {}

    def tree(self, place: Path, without: Collection[str] = ()) -> Tree:
        """What stands at a place: folder, file or nothing.

        Args:
            without: files that are left out, by their path below the place, and when anything came or went beside them.
        """
        left_out = {*without, *(name.rpartition("/")[0] for name in without)}
        files = {name: found for name, found in self.files(place).items() if name not in left_out}
        content, stamps = hashlib.sha256(), hashlib.sha256()
        for name, (stamp, sha256) in sorted(files.items()):
            content.update(f"{name}\0{sha256}\0".encode("utf-8", "surrogateescape"))
            stamps.update(f"{name}\0{stamp}\0".encode("utf-8", "surrogateescape"))
        newest = max((max(stamp[1:3]) for stamp, _ in files.values() if stamp), default=0)
        return Tree(content.hexdigest(), stamps.hexdigest(), newest)

    def files(self, place: Path) -> dict[str, tuple[list[int], str]]:
        """Path below a place → its stamp, and the SHA-256 of its content or what it is instead of a file."""
        root = os.path.abspath(place)
        known = self._of(root)
        now = time.time_ns()
        found: dict[str, tuple[list[int], str]] = {}
        kept: dict[str, list[Any]] = {}
        is_new = False
        for name, path, stamp in _listed(root):
            if not stamp or len(stamp) < _FILE:
                found[name] = (stamp, path)
                continue
            before = known.get(name)
            if before is None or before[:-1] != stamp:
                sha256 = _sha256(path)
                is_new = True
                is_settled = max(stamp[1:3]) + YOUNG < now and not sha256.startswith(_CLOSED)
                before = [*stamp, sha256] if is_settled else [-1, *stamp[1:], sha256]
            kept[name] = before
            found[name] = (stamp, before[-1])
        if is_new or kept.keys() != known.keys():
            self._known[root] = kept
            self._store.put_json(kept, "hashes", root)
        return found

    def of(self, root: Path, path: Path) -> str:
        """SHA-256 of one file below a folder, in hexadecimal; anything else where it cannot be read."""
        top, real = os.path.realpath(root), os.path.realpath(path)
        stamp = _stamp(real)
        before = self._of(os.path.abspath(root)).get(os.path.relpath(real, top).replace(os.sep, "/"))
        return str(before[-1]) if before and before[:-1] == stamp else _sha256(real)

    def _of(self, root: str) -> dict[str, list[Any]]:
        if root not in self._known:
            found = self._store.get_json("hashes", root)
            self._known[root] = found if isinstance(found, dict) else {}
        return self._known[root]


def _listed(root: str) -> Iterator[tuple[str, str, list[int]]]:
    """Name, path and stamp of every file; of what is none, what it is instead of its path."""
    waiting = [("", root)]
    while waiting:
        name, path = waiting.pop()
        try:
            with os.scandir(path) as listed:
                entries = list(listed)
        except NotADirectoryError:
            stamp = _stamp(path)
            yield name, path if stamp else "nothing", stamp
            continue
        except OSError as error:
            yield name, f"{_CLOSED}{error.errno}", []
            continue
        yield name, "folder", _stamp_of_folder(path)
        for entry in entries:
            inner = f"{name}/{entry.name}" if name else entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append((inner, entry.path))
                continue
            stamp = _stamp(entry.path)
            if entry.is_symlink():
                yield f"{inner}\0", f"link: {os.readlink(entry.path)}", []
            yield inner, entry.path if stamp else "nothing", stamp


def _stamp_of_folder(path: str) -> list[int]:
    """When something came or went in a folder, twice as of a file; nothing where it cannot be asked."""
    try:
        status = os.stat(path)
    except OSError:
        return []
    return [0, status.st_mtime_ns, status.st_ctime_ns]


def _stamp(path: str) -> list[int]:
    """Size, times and number of a file; nothing of what is no file that can be asked."""
    try:
        status = os.stat(path)
    except OSError:
        return []
    if not stat.S_ISREG(status.st_mode):
        return []
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]


def _sha256(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"{_CLOSED}{error.errno}"
