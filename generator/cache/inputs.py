"""Whether a whole run would meet what it met the last time."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.cache.cache import Cache
from generator.cache.hashes import YOUNG, Hashes, Tree


class Run:
    """One run of a command: what it was asked, what it reads, and what it gave the last time that it met the same.

    Args:
        asked: everything besides files that the outcome follows from: options, the day, the current folder.
        places: folders and files that it reads for certain.
        writes: files that it writes itself, whatever it reads in them: what stands there at the end is what the next run meets.

    What else it reads is told at the end (:meth:`keep`), and looked at first the next time.
    """

    def __init__(
        self, cache: Cache, asked: Mapping[str, Any], places: Iterable[Path], writes: Iterable[Path] = ()
    ) -> None:
        self._cache = cache
        self._writes = tuple(writes)
        self._start = time.time_ns()
        said = "\0".join(f"{key}={value!r}" for key, value in sorted(asked.items()))
        self._name = ("run", hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest())
        last = cache.get_json(*self._name)
        self._last = last if isinstance(last, dict) else {}
        further = (Path(one) for one in self._last.get("places", ()))
        places = dict.fromkeys([*places, *further])
        self._before = {place: cache.hashes.tree(place) for place in places}
        self._met = {place: self._without_written(cache.hashes, place) for place in places}

    def last(self) -> Any:
        """What was kept of a run that met the same, or None."""
        now = {str(place): tree.content for place, tree in self._before.items()}
        return self._last.get("gave") if self._last.get("places") == now else None

    def keep(self, gave: Any, places: Iterable[Path]) -> None:
        """Keep what the run gave; only what it read where something was written meanwhile.

        Args:
            gave: as JSON.
            places: everything that it read.
        """
        hashes = Hashes(self._cache.store)
        after = {place: hashes.tree(place) for place in dict.fromkeys(places)}
        is_same = all(self._was(place, self._without_written(hashes, place)) for place in after)
        found = {
            "places": {str(place): tree.content for place, tree in after.items()},
            "gave": gave if is_same else None,
        }
        self._cache.put_json(found, *self._name)

    def _without_written(self, hashes: Hashes, place: Path) -> Tree:
        """What stands at a place but for what the run writes itself."""
        below = (file.relative_to(place).as_posix() for file in self._writes if file.is_relative_to(place))
        return hashes.tree(place, tuple(below))

    def _was(self, place: Path, tree: Tree) -> bool:
        """Whether a place is as it was when the run began."""
        if place in self._met:
            return self._met[place] == tree
        return tree.newest + YOUNG < self._start
