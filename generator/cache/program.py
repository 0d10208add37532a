"""What the program itself is, as one text: whatever it works out may differ with another one."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from generator.cache.hashes import Hashes

_PACKAGE = Path(__file__).parent.parent


def version(hashes: Hashes) -> str:
    """Another text for any other program: its files, Python, and the name and version of every installed package.

    Files of the program are looked at and not its version number, so that a template that somebody edits counts too.
    """
    digest = hashlib.sha256(f"{sys.version}\0{sys.platform}\0".encode())
    files = hashes.files(_PACKAGE)
    for name, (_, sha256) in sorted(files.items()):
        if "__pycache__" not in name:
            digest.update(f"{name}\0{sha256}\0".encode("utf-8", "surrogateescape"))
    for installed in sorted(_installed()):
        digest.update(f"{installed}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _installed() -> set[str]:
    """``jinja2-3.1.6.dist-info`` and its like: quicker than asking each package for its version."""
    found: set[str] = set()
    for place in sys.path:
        try:
            found.update(name for name in os.listdir(place or ".") if name.endswith((".dist-info", ".egg-info")))
        except OSError:
            continue
    return found
