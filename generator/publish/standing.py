"""Whether a published site stands as it was left: what an earlier build made need not be made again then."""

from __future__ import annotations

import os
from typing import Any

from generator.cache.hashes import Hashes
from generator.project import MARKER, Project
from generator.publish import exchange, manifest, signature


def marks(project: Project, hashes: Hashes) -> dict[str, str]:
    """By what the site that was published just now is known again: file → SHA-256; the manifest stands for all the others."""
    files = {name: project.site / name for name in (manifest.NAME, signature.NAME, MARKER)}
    if project.offline:
        files["ZIP"] = project.offline
    return {name: hashes.of(file.parent, file) for name, file in files.items() if file.is_file()}


def stands(project: Project, made: Any, hashes: Hashes) -> bool:
    """Whether every file of the site is there to the byte, and no other build or exchange is under way.

    Args:
        made: what :func:`marks` gave.
    """
    said = manifest.read(project.site)
    if said is None or made != marks(project, hashes):
        return False
    if any(os.path.lexists(exchange.aside(project.site, name)) for name in ("old", "new", "lock", "done")):
        return False
    there = hashes.files(project.site)
    return all(name in there and there[name][1] == sha256 for name, sha256 in said.files.items())
