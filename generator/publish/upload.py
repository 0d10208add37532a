"""What goes to a web server, with a list of what to upload and what to delete that an officer with FTP can follow.

The list stands beside the files as text, CSV and XLSX: ``order`` in which to work (what pages need comes before them, the
manifest behind all, what is deleted last), ``action``, ``path`` below the site, ``bytes`` and ``reason``.
"""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.project import MARKER
from generator.publish import manifest, signature
from generator.publish.comparison import difference
from generator.publish.exporters.answer_sheet import safe_cell
from generator.publish.manifest import Manifest
from generator.publish.offline import add_entry
from generator.tables.xlsx import Sheet, workbook

LIST = "oit-upload"
"""Name of the lists, before their endings."""
FILES = "files"
"""Folder of what is uploaded, beside the lists."""
_WIDTHS = (8, 12, 70, 12, 20)


Reason = Literal["all", "new", "changed", "manifest", "gone"]


@dataclass(frozen=True)
class Step:
    """One thing to do on the server.

    Attributes:
        path: below the site.
    """

    action: Literal["upload", "delete"]
    path: str
    reason: Reason
    size: int = 0


class Altered(Exception):
    """A file of the site that is not what was published.

    Attributes:
        path: below the site.
    """

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def steps(site: Path, now: Manifest, before: Manifest | None) -> list[Step]:
    """What to do to have a publication where another one stands, or nothing of it.

    Args:
        site: where the files of the publication stand.
    """
    change = difference(before or Manifest(), now)
    new: Reason = "new" if before else "all"
    uploads: list[tuple[str, Reason]] = [(path, new) for path in change.added]
    uploads += [(path, "changed") for path in change.changed]
    uploads.sort(key=lambda one: (one[0].endswith(".html"), one[0]))
    if before is None or before.content != now.content:
        uploads += [(name, "manifest") for name in (manifest.NAME, signature.NAME) if (site / name).is_file()]
    return [
        *(Step("upload", path, reason, (site / path).stat().st_size) for path, reason in uploads if path != MARKER),
        *(Step("delete", path, "gone") for path in change.removed),
    ]


def write_folder(site: Path, now: Manifest, plan: Sequence[Step], folder: Path, words: Mapping[str, str]) -> None:
    """Write what is to be uploaded, and the lists, into a new folder.

    Raises:
        Altered: where a file of the site is not what was published.
    """
    for path in _uploads(plan):
        target = folder / FILES / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / path, target)
        _refuse_altered(now, path, target.read_bytes())
    folder.mkdir(parents=True, exist_ok=True)
    for ending, content in lists(plan, words).items():
        (folder / f"{LIST}{ending}").write_bytes(content)


def write_zip(site: Path, now: Manifest, plan: Sequence[Step], archive: Path, words: Mapping[str, str]) -> None:
    """Write what is to be uploaded as a ZIP, the same bytes for the same files, and the lists beside it.

    Raises:
        Altered: where a file of the site is not what was published.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    half = archive.with_name(f".{archive.name}.new")
    try:
        with zipfile.ZipFile(half, "w") as packed:
            for path in _uploads(plan):
                content = (site / path).read_bytes()
                _refuse_altered(now, path, content)
                add_entry(packed, path, content)
        half.replace(archive)
    finally:
        half.unlink(missing_ok=True)
    for ending, content in lists(plan, words).items():
        archive.with_name(f"{archive.stem}-list{ending}").write_bytes(content)


def lists(plan: Sequence[Step], words: Mapping[str, str]) -> dict[str, bytes]:
    """The list in each form, by its ending; ``words`` are those of ``upload``."""
    head = [words["order"], words["action"], words["path"], words["bytes"], words["reason"]]
    rows = [
        [number, words[step.action], step.path, step.size if step.action == "upload" else "", words[step.reason]]
        for number, step in enumerate(plan, 1)
    ]
    made: dict[str, Callable[[], bytes]] = {
        ".txt": lambda: _as_text(plan, words),
        ".csv": lambda: _as_csv([head, *rows]),
        ".xlsx": lambda: workbook([Sheet(words["sheet"], [head, *rows], _WIDTHS, has_filter=True)]),
    }
    return {ending: make() for ending, make in made.items()}


def _as_csv(rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _as_text(plan: Sequence[Step], words: Mapping[str, str]) -> bytes:
    """For Windows' Notepad: what to do, then the paths."""
    parts = [words["how"]]
    for action, word in (("upload", words["upload_all"]), ("delete", words["delete_all"])):
        paths = [step.path for step in plan if step.action == action]
        parts += ["", word.format(count=len(paths)), *(f"  {path}" for path in paths)]
    return "\r\n".join(["\ufeff" + parts[0], *parts[1:], ""]).encode()


def _uploads(plan: Sequence[Step]) -> list[str]:
    return [step.path for step in plan if step.action == "upload"]


def _refuse_altered(now: Manifest, path: str, content: bytes) -> None:
    wanted = now.files.get(path)
    if wanted is not None and hashlib.sha256(content).hexdigest() != wanted:
        raise Altered(path)
