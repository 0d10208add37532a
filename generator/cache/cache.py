"""The cache as this program uses it: what another version of it kept is never met."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cached_property
from typing import Any

from generator.cache.hashes import Hashes
from generator.cache.program import version
from generator.cache.store import Store


class Cache:
    """Values by name, of this very program."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.hashes = Hashes(store)

    @property
    def is_on(self) -> bool:
        return self.store.folder is not None

    @cached_property
    def program(self) -> str:
        return version(self.hashes)

    def get(self, *name: str) -> bytes | None:
        """What was put under a name, or None."""
        return self.store.get(self.program, *name) if self.is_on else None

    def put(self, value: bytes, *name: str) -> None:
        if self.is_on:
            self.store.put(value, self.program, *name)

    def get_json(self, *name: str) -> Any:
        return self.store.get_json(self.program, *name) if self.is_on else None

    def put_json(self, value: Any, *name: str) -> None:
        if self.is_on:
            self.store.put_json(value, self.program, *name)

    def made_of(self, content: bytes, kind: str, make: Callable[[], Any]) -> Any:
        """What ``make`` works out of a content alone, as plain data; worked out once for a content.

        Args:
            kind: tells what else is worked out of the same.
        """
        if not self.is_on:
            return make()
        name = (kind, hashlib.sha256(content).hexdigest())
        found = self.get_json(*name)
        if found is None:
            found = [make()]
            self.put_json(found, *name)
        return found[0]


def no_cache() -> Cache:
    """Keeps nothing, and gives nothing back."""
    return Cache(Store(None))
