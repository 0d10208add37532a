"""Every file below a folder, however deep, where the standard library's walks recurse too deep; and what changed there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

Stamps = Mapping[Path, tuple[int, int]]
"""Files, with when each was changed and how large it is."""


def files_below(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in no order; links to folders are not followed, what cannot be listed is left out."""
    return (folder / name for name in names_below(folder))


def names_below(folder: Path) -> Iterator[str]:
    """The path of every such file below the folder, with forward slashes."""
    waiting = [("", str(folder))]
    while waiting:
        below, path = waiting.pop()
        try:
            with os.scandir(path) as listed:
                entries = list(listed)
        except OSError:
            continue
        for entry in entries:
            name = f"{below}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting.append((f"{name}/", entry.path))
            elif os.path.isfile(entry.path) if entry.is_symlink() else entry.is_file():  # False of a link in a circle
                yield name


def stamps(*places: Path) -> Stamps:
    """Every file at these places, with when it was changed and how large it is."""
    found = {}
    for place in places:
        for file in [place] if place.is_file() else files_below(place):
            try:
                status = file.stat()
            except OSError:  # gone meanwhile
                continue
            found[file] = (status.st_mtime_ns, status.st_size)
    return found
