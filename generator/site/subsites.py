"""What data says of a subsite: where its data stands, and the address that it wants below this site."""

from __future__ import annotations

from generator.languages import LANGUAGES
from generator.models.agency import Subsite
from generator.site import addresses

_MOST_STEPS, _LONGEST_PATH = 10, 100
"""Folders and letters of a subsite's path."""


def is_relative(folder: str) -> bool:
    """Whether a folder is named from the data folder, on every system."""
    return not folder.startswith(("/", "\\", "~")) and ":" not in folder


def is_subsite_path(subsite: Subsite) -> bool:
    """Whether a subsite may have the address that it wants: short, of few plain letters, and no page's."""
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
