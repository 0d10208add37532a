"""Data folders for tests: path → text, written and loaded."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.site.loader import Loader
from generator.site.site import Site


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def load(folder: Path) -> Site:
    site, faults = Loader().load(folder)
    assert [fault.place + " " + fault.message("en") for fault in faults] == []
    assert site
    return site


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
