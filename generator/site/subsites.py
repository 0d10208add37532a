"""Sites that are built together with another one: where their data may stand, and at which addresses."""

from __future__ import annotations

import os
from pathlib import Path

from generator.diagnostics import Diagnostic, short
from generator.languages import LANGUAGES
from generator.models.agency import Agency, Subsite
from generator.site import addresses
from generator.site.site import Entry

_MOST_STEPS, _LONGEST_PATH = 10, 100
"""Folders and letters of a subsite's path."""


def subsite_fault(agency: Entry[Agency], number: int, folder: Path, above: tuple[Path, ...]) -> Diagnostic | None:
    """What keeps a subsite from being read: its folder, or the address that it wants.

    Args:
        number: of the subsite in the agency's list, from 0.
        folder: the data folder of the site that it is in.
        above: the folders of the sites that that one is a subsite of, links resolved.
    """
    subsite = agency.data.subsites[number]
    inner = folder / subsite.data
    is_taken = any(one.path == subsite.path for one in agency.data.subsites[:number])
    if not os.path.isdir(inner) or not _is_relative(subsite.data):
        problem = "no-subsite-folder"
    elif inner.resolve() in (folder.resolve(), *above):
        problem = "subsite-in-itself"
    elif not _is_subsite_path(subsite) or is_taken:
        return agency.file.at(("subsites", number, "path"), "bad-subsite-path", folder=subsite.path)
    else:
        return None
    return agency.file.at(("subsites", number, "data"), problem, folder=short(subsite.data))


def _is_relative(folder: str) -> bool:
    """Whether a folder is named from the data folder, on every system."""
    return not folder.startswith(("/", "\\", "~")) and ":" not in folder


def _is_subsite_path(subsite: Subsite) -> bool:
    parts = subsite.path.split("/")
    return (
        parts[0] not in addresses.TAKEN
        and parts[0] not in LANGUAGES
        and not parts[0].isdigit()
        and len(parts) <= _MOST_STEPS
        and len(subsite.path) <= _LONGEST_PATH
        and all(part and all(c.isascii() and (c.isalnum() or c in "-_") for c in part) for part in parts)
    )


def joined(name: str, relative: str) -> str:
    """``data`` and ``../examples/opdc`` → ``examples/opdc``, for messages."""
    parts = name.split("/")
    for part in relative.split("/"):
        if part == ".." and parts and parts[-1] not in ("..", ""):
            parts.pop()
        elif part not in (".", ""):
            parts.append(part)
    return "/".join(parts)
