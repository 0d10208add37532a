"""The publications before this one, kept so that each can be brought back: ``oit rollback``.

They stand in the project's ``build/publications/`` and not in the site: what is taken back (a number of a person, say)
must not go on lying on the web server. Nor beside the site: its folder may be below another one that is served. A file
is kept once by its SHA-256, whichever publications have it, so that a publication costs what changed in it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from generator.files.tree import names_below
from generator.publish import manifest
from generator.publish.manifest import Manifest

MOST = 10
"""Publications that are kept."""
_FILES, _HANDED_OVER = "files", "handed-over.json"


class Damaged(Exception):
    """A file that was kept is no longer what was published.

    Attributes:
        path: below the site.
    """

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def kept(folder: Path) -> dict[int, Manifest]:
    """Every publication that is kept, by its serial, the oldest first."""
    found = (manifest.read_file(file) for file in folder.glob("[0-9]*.json"))
    return {one.serial: one for one in sorted((one for one in found if one), key=lambda one: one.serial)}


def keep(folder: Path, site: Path, published: Manifest) -> None:
    """Keep a publication, and let the oldest go.

    Args:
        folder: where publications are kept.
        site: where the files of this one stand, whole.
    """
    there = {name.rpartition("/")[2] for name in names_below(folder / _FILES)}
    for path, digest in published.files.items():
        if digest not in there:
            there.add(digest)
            target = _file(folder, digest)
            target.parent.mkdir(parents=True, exist_ok=True)
            half = target.with_suffix(".new")
            shutil.copyfile(site / path, half)
            os.replace(half, target)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / f"{published.serial:06}.json", published)
    _forget(folder)


def restore(folder: Path, published: Manifest, site: Path) -> None:
    """Write the files of a publication that is kept into a new folder.

    Raises:
        Damaged: where a file is gone, or another one.
    """
    for path, digest in published.files.items():
        kept_file, target = _file(folder, digest), site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(kept_file, target)
        except FileNotFoundError:
            raise Damaged(path) from None
        if manifest.sha256_of(target) != digest:
            raise Damaged(path)


def handed_over(folder: Path) -> Manifest | None:
    """The publication that ``oit publish`` gave away last, which is what stands on the server."""
    return manifest.read_file(folder / _HANDED_OVER)


def hand_over(folder: Path, published: Manifest) -> None:
    """Remember what ``oit publish`` gave away."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / _HANDED_OVER, published)


def _file(folder: Path, digest: str) -> Path:
    return folder / _FILES / digest[:2] / digest


def _write(file: Path, published: Manifest) -> None:
    half = file.with_suffix(".new")
    half.write_bytes(published.content)
    os.replace(half, file)


def _forget(folder: Path) -> None:
    """Delete the publications beyond the most that are kept, and the files that no other one has."""
    known = kept(folder)
    old = list(known)[:-MOST]
    if not old:
        return
    wanted = {digest for serial, one in known.items() if serial not in old for digest in one.files.values()}
    for serial in old:
        (folder / f"{serial:06}.json").unlink(missing_ok=True)
    for file in (folder / _FILES).glob("*/*"):
        if file.name not in wanted:
            file.unlink(missing_ok=True)
