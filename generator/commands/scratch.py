"""A folder for what is made on the way, which goes when the command ends, however it ends."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

_PREFIX = "oit-"
_LOCK = ".oit-running"
"""Held by the command that uses the folder: the system lets go of it when the command is killed."""
_YOUNG = 60
"""Seconds within which a command may have made its folder and not taken its lock yet."""


@contextmanager
def scratch() -> Iterator[Path]:
    """A new folder of this command alone; those that killed commands left are cleared first."""
    _clear_dead()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        with FileLock(folder / _LOCK):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear_dead() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        lock = folder / _LOCK
        if _is_own(folder) and lock.is_file() and time.time() - folder.stat().st_mtime > _YOUNG:
            try:
                with FileLock(lock, timeout=0):
                    pass
            except (Timeout, OSError):
                continue  # its command is running
            shutil.rmtree(folder, ignore_errors=True)


def _is_own(folder: Path) -> bool:
    """Whether a folder is one of this user's, and no link to another one."""
    try:
        status = folder.lstat()
    except OSError:
        return False
    return (
        not folder.is_symlink() and folder.is_dir() and status.st_uid == getattr(os, "getuid", lambda: status.st_uid)()
    )
