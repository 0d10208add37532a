"""The address of a page as a QR code, which stands on its printed sheets: from paper back to the page as it is now."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

import segno

from generator.cache.cache import Cache

EDGE = 4
"""Modules that stay empty around a code, as ISO/IEC 18004 asks."""


def code_of(address: str, cache: Cache) -> dict[str, str | int]:
    """What the theme draws: ``size`` in modules with the empty edge, and ``path``, the dark ones as strokes of an SVG path, a module wide."""
    kept = cache.get_json("qr", address)
    if kept is None:
        kept = _code(address)
        cache.put_json(kept, "qr", address)
    return dict(kept)


@lru_cache(4096)
def _code(address: str) -> dict[str, str | int]:
    # One mask for all: to try the eight takes four times as long, and readers read any.
    code = segno.make(address, micro=False, error="m", mask=0)
    rows = list(code.matrix)
    path = ""
    for y, row in enumerate(rows):
        move, x = f"M{EDGE} {y + EDGE}.5", 0
        for is_dark, run in groupby(row):
            length = len(list(run))
            path += f"{move}h{length}" if is_dark else ""
            x += length
            move = f"m{length} 0" if not is_dark and x > length else f"M{x + EDGE} {y + EDGE}.5" if not is_dark else ""
    return {"size": len(rows) + 2 * EDGE, "path": path}
