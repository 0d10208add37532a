"""Which files of a data folder are data: every YAML file but evidence, what was approved, hidden folders and the folders
of subsites.

One kind of table is data of its own, that of a year's owners; all others belong to the YAML file that names them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from pathlib import Path

from generator.diagnostics import Diagnostic

SINGLE = ("agency", "units", "sources", "checks", "approvals")
"""Files that there is one of, at the top."""
_NO_DATA = ("files", "approvals")
"""Folders at the top that hold evidence, and what was approved."""
DEEPEST = 20
"""Folders inside of each other; no data needs more, and a path of more may be too long for the system."""

_YAML_NAME = re.compile(r"\.ya?ml(?:\.(?:txt|bak|old))?$", re.IGNORECASE)
"""How a data file's name ends, also as Windows hides it: ``measures.yaml.txt``."""


_OWNERS = re.compile(r"(\d{4})/owners\.(?:xlsx|csv)", re.IGNORECASE)


def year_of_owners(path: str) -> int:
    """The assessed year of a table of owners at a path from the data folder, ``2568/owners.xlsx``; 0 of any other file."""
    found = _OWNERS.fullmatch(path)
    return int(found[1]) if found else 0


def file_of_result(year: int) -> str:
    """Where the ITA result of a year stands, from the data folder."""
    return f"ita/{year}.yaml"


def data_files(folder: Path, name: str, subsites: Collection[Path]) -> tuple[list[Path], list[Diagnostic]]:
    """The data files below a folder but for the single ones, sorted, and what is wrong with files and folders as such.

    Args:
        name: what messages call the folder.
        subsites: folders of subsites, links resolved, which are read by themselves.
    """
    root, found, faults = os.path.realpath(folder), [], []
    others = [os.path.realpath(one) for one in subsites]
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(folder / below) as listed:
                entries = list(listed)
        except OSError as error:
            facts = {"reason": error.strerror or str(error)}
            faults.append(Diagnostic(f"{name}/{below}".rstrip("/"), 0, 0, "file-unreadable", facts=facts))
            continue
        for entry in entries:
            path = f"{below}{entry.name}"
            real = os.path.realpath(folder / path)
            if _is_other(path, real, others):
                continue
            if entry.is_dir(follow_symlinks=False):
                if path.count("/") + 1 < DEEPEST:
                    waiting.append(f"{path}/")
                else:
                    faults.append(Diagnostic(f"{name}/{path}", 0, 0, "folder-too-deep", facts={"limit": str(DEEPEST)}))
            elif (is_table := year_of_owners(path) > 0) or (_YAML_NAME.search(entry.name) and os.path.isfile(real)):
                if is_table and _is_in(real, root):
                    found.append(folder / path)
                elif fault := _file_fault(path, name, is_inside=_is_in(real, root)):
                    faults.append(fault)
                elif "/" in path or Path(path).stem not in SINGLE:
                    found.append(folder / path)
    return sorted(found), sorted(faults)


def _is_other(path: str, real: str, subsites: Iterable[str]) -> bool:
    """Whether a path is no data of this site: hidden, evidence, kept of an approval, or of a subsite."""
    name = path.rpartition("/")[2]
    return name.startswith(".") or path in _NO_DATA or any(_is_in(real, one) for one in subsites)


def _is_in(real: str, folder: str) -> bool:
    return real == folder or real.startswith(folder + os.sep)


def _file_fault(path: str, name: str, *, is_inside: bool) -> Diagnostic | None:
    """The fault of a link that leads out of the data folder, or of a name that ends otherwise than data files do."""
    if not is_inside:
        return Diagnostic(f"{name}/{path}", 0, 0, "file-outside")
    file = Path(path)
    is_single = "/" not in path and file.stem in SINGLE
    if file.suffix in (".yaml", ".yml") and not (is_single and file.suffix == ".yml"):
        return None
    return Diagnostic(f"{name}/{path}", 0, 0, "rename-to-yaml", facts={"name": _YAML_NAME.sub(".yaml", file.name)})
