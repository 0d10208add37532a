"""How a command writes what it opened: a file that stands there already is never written over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """Write path → text below a folder.

    Raises:
        FileExistsError: one of the files stands there already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
