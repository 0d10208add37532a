"""Files that are written whole or not at all, even where the machine stops in the middle."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from pathlib import Path

_TRIES = 5
_PAUSE = 0.1
"""Seconds between tries: on Windows a virus scanner holds a new file for a moment."""


def temporary(path: Path) -> Path:
    """Where the new content of a file waits, beside it: always the same name, so that a killed run leaves one at most."""
    return path.with_name(f".{path.name[:100]}.oit-new")


def prepare(path: Path, content: bytes) -> None:
    """Write the new content of a file beside it, down to the disk; it may be read by whom the old one may."""
    waiting = temporary(path)
    handle = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    with suppress(FileNotFoundError):
        os.chmod(waiting, stat.S_IMODE(os.stat(path).st_mode))


def put(path: Path, content: bytes) -> None:
    """Write a file whole."""
    prepare(path, content)
    swap(path)


def swap(path: Path) -> None:
    """Put what waits beside a file in its place."""
    for left in reversed(range(_TRIES)):
        try:
            os.replace(temporary(path), path)
            break
        except PermissionError:
            if not left or os.name != "nt":
                raise
            time.sleep(_PAUSE)
    sync_folder(path.parent)


def remove(path: Path) -> None:
    """Take a file away, if it is there."""
    with suppress(FileNotFoundError):
        os.unlink(path)
    sync_folder(path.parent)


def remove_if_there(path: Path) -> None:
    """Take away what a run left that could not go on; nothing rests on it."""
    with suppress(OSError):
        os.unlink(path)


def sync_folder(folder: Path) -> None:
    """Have the disk know which names a folder holds; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(path: Path) -> bytes | None:
    """A file's content, or None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
