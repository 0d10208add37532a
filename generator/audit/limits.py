"""The bounds of an audit, apart from what fetches, so that the command line can name them without it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """How much is asked at most: requests of a run, bytes of one document, seconds for one, seconds between two."""

    pages: int = 500
    size: int = 30_000_000
    timeout: float = 20.0
    pause: float = 0.5
