"""A new site in the place of the old one: nothing of anybody else is lost, whatever fails and whenever it is killed.

The whole folder is exchanged with two renames. Where the site's folder cannot be renamed because it is a mount point, what
stands in it is exchanged instead, name by name. Nothing is deleted before the new site stands whole; a rename that fails
takes back all those before it; :func:`finish` ends, one way or the other, an exchange that was killed.

What the program did not publish (``.git``, ``CNAME``, ``.well-known``, files that people added) moves over last.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.project import MARKER, is_site

IsOurs = Callable[[str], bool]
"""Whether a file of a site, by its path with forward slashes, was published by this program."""

NEW, OLD, DONE = ".oit-new", ".oit-old", ".oit-done"
"""Folders inside of a site that cannot be renamed, while its content is exchanged."""
_NAMES = ".oit-names"
"""A file in :data:`OLD`: what stands at the top of the new site."""
_PASSING = (NEW, OLD, DONE, _NAMES)


class Interrupted(Exception):
    """An exchange was cut off, and somebody put something else in the place of the site since.

    Attributes:
        old: folder of the site that was published last.
    """

    def __init__(self, old: Path) -> None:
        super().__init__(old.as_posix())
        self.old = old


def aside(site: Path, name: str) -> Path:
    """A folder beside the site, on the same file system unless the site is a mount point: ``.site.old``."""
    return site.with_name(f".{site.name}.{name}")


def exchange(new: Path, site: Path, is_ours: IsOurs) -> None:
    """Put the site that stands whole at ``new`` in the place of ``site``.

    Raises:
        OSError: where the machine refuses; the old site stands as before.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    renames = _Renames()
    try:
        _exchange_folders(new, site, is_ours, renames)
    except OSError as error:
        renames.undo()
        if error.errno not in (errno.EBUSY, errno.EXDEV) or not os.path.ismount(site):
            raise
        _exchange_contents(new, site, is_ours)


def finish(site: Path, is_ours: IsOurs) -> None:
    """End an exchange that was killed: back to the old site where the new one does not stand, else to the new one.

    Raises:
        Interrupted: where neither can be told from what people did since; nothing is touched then.
    """
    old = aside(site, "old")
    if old.is_dir():
        if not site.exists() or (site.is_dir() and not any(site.iterdir())):
            if site.exists():
                site.rmdir()
            os.replace(old, site)
        elif is_site(site):
            _carry(old, site, is_ours, _Renames())
            _delete(old, aside(site, "done"))
        elif is_site(old):
            raise Interrupted(old)
    if (site / OLD).is_dir():
        _finish_contents(site, is_ours)
    for left in (site / NEW, site / DONE, aside(site, "done")):
        shutil.rmtree(left, ignore_errors=True)


class _Renames:
    """Renames that can be taken back."""

    def __init__(self) -> None:
        self._done: list[tuple[Path, Path]] = []

    def rename(self, source: Path, target: Path) -> None:
        os.replace(source, target)
        self._done.append((source, target))

    def undo(self) -> None:
        """Take back every rename, the last first."""
        while self._done:
            source, target = self._done.pop()
            os.replace(target, source)


def _exchange_folders(new: Path, site: Path, is_ours: IsOurs, renames: _Renames) -> None:
    old = aside(site, "old")
    if site.exists():
        renames.rename(site, old)
    renames.rename(new, site)
    if old.is_dir():
        _carry(old, site, is_ours, renames)
        _delete(old, aside(site, "done"))


def _delete(old: Path, done: Path) -> None:
    """Delete the old site under another name, so that half of it is never taken for a site that was left."""
    with suppress(OSError):  # what cannot be deleted now is deleted by the next run
        os.replace(old, done)
        shutil.rmtree(done)


def _carry(old: Path, site: Path, is_ours: IsOurs, renames: _Renames) -> None:
    """Move over what is not ours and has no counterpart in the new site."""
    for name in foreign(old, is_ours):
        target = site / name
        if not os.path.lexists(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            renames.rename(old / name, target)


def foreign(folder: Path, is_ours: IsOurs) -> list[str]:
    """Paths of what is not ours in a site: whole folders that hold nothing of ours, and single files.

    Raises:
        OSError: where a folder cannot be looked into.
    """
    return _foreign(folder, is_ours, "")[0]


def _foreign(folder: Path, is_ours: IsOurs, below: str) -> tuple[list[str], bool]:
    """What is not ours below a path, and whether anything there is."""
    found: list[str] = []
    holds_ours = False
    with os.scandir(folder / below) as listed:
        entries = sorted(listed, key=lambda one: one.name)
    for entry in entries:
        path = f"{below}{entry.name}"
        if path in _PASSING:
            continue
        if not entry.is_dir(follow_symlinks=False):
            if is_ours(path):
                holds_ours = True
            else:
                found.append(path)
        elif not below and entry.name.startswith("."):
            found.append(path)  # .git is one thing, however many files it holds
        else:
            inner, has_ours = _foreign(folder, is_ours, f"{path}/")
            holds_ours |= has_ours
            found += inner if has_ours else [path]
    return found, holds_ours


# --- a site that cannot be renamed --------------------------------------------------------------------


def _exchange_contents(new: Path, site: Path, is_ours: IsOurs) -> None:
    """Exchange name by name; the marker comes last, so that it tells a whole new site from half a one."""
    staged, old = site / NEW, site / OLD
    shutil.rmtree(staged, ignore_errors=True)
    shutil.copytree(new, staged, symlinks=True)
    renames = _Renames()
    try:
        old.mkdir()
        (old / _NAMES).write_text("\n".join(os.listdir(staged)), "utf-8")
        kept = set(foreign(site, is_ours))
        for name in sorted(os.listdir(site)):
            if name not in (*_PASSING, MARKER) and name not in kept:
                renames.rename(site / name, old / name)
        if (site / MARKER).exists():
            renames.rename(site / MARKER, old / MARKER)
        for name in sorted(os.listdir(staged), key=lambda one: one == MARKER):
            if name not in kept:
                renames.rename(staged / name, site / name)
        _carry(old, site, is_ours, renames)
    except OSError:
        renames.undo()
        shutil.rmtree(staged, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
        raise
    _delete(old, site / DONE)
    shutil.rmtree(staged, ignore_errors=True)


def _finish_contents(site: Path, is_ours: IsOurs) -> None:
    staged, old = site / NEW, site / OLD
    if is_site(site) and is_site(old):  # every name had moved
        _carry(old, site, is_ours, _Renames())
    else:
        names = (old / _NAMES).read_text("utf-8").split("\n") if (old / _NAMES).is_file() else []
        for name in names:
            if staged.is_dir() and not os.path.lexists(staged / name) and os.path.lexists(site / name):
                os.replace(site / name, staged / name)
        for name in os.listdir(old):
            if name != _NAMES:
                os.replace(old / name, site / name)
    _delete(old, site / DONE)
