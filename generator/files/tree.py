"""Every file below a folder, however deep: the standard library's walks end in a recursion too deep for Python."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def files_below(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in no order; links to folders are not followed, what cannot be listed is left out."""
    waiting = [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as listed:
                entries = list(listed)
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            elif os.path.isfile(entry.path):  # False of a link in a circle
                yield Path(entry.path)
