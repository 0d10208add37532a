"""Every address that an agency's site ever published, kept with its data: a published address never just vanishes.

One a line: pages, downloads, and places of pages (``2568/o14/#measures-m-1``) to which other pages lead.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

FILE = "published-addresses.txt"
"""In the data folder; ``oit build`` adds to it, and nothing takes anything away."""

_HEAD = "# ที่อยู่ทุกแห่งที่เคยเผยแพร่ โปรแกรมเขียนเอง อย่าลบ: ที่อยู่ที่เคยตอบ ป.ป.ช. ต้องเปิดได้เสมอ\n"


def read_published(path: Path) -> frozenset[str]:
    """The addresses in a file of them; none where there is no file."""
    try:
        lines = path.read_text("utf-8-sig", "replace").splitlines()
    except OSError:
        return frozenset()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("# "))


def write_published(path: Path, known: Iterable[str]) -> None:
    """Write the addresses, sorted, where they differ from those in the file; a file is replaced whole."""
    text = _HEAD + "".join(f"{one}\n" for one in sorted(known) if one)
    try:
        if path.read_text("utf-8") == text:
            return
    except OSError:
        pass
    half = path.with_name(f".{path.name}.new")
    half.write_text(text, "utf-8", newline="\n")
    os.replace(half, path)
