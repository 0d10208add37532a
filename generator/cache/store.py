"""The one store of what is kept between runs: an SQLite file of named bytes in the user's own cache folder.

SQLite is in Python: two processes may write at once, a killed one leaves no half entry, and one file is quicker than
thousands of small ones where a virus scanner looks at each. It stands in the user's cache folder and not with the data, because data
folders are shared, synchronised and under version control. Values are JSON or bytes, never pickles: what is read of
them can run nothing, whoever wrote the file. ``diskcache`` does the same and more, and reads pickles.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
import time
import zlib
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

LIMIT = 1_000_000_000
"""Bytes that the file may have; what was used least recently makes room."""
VARIABLE = "OIT_CACHE"
"""The folder of the cache where it is not the usual one; empty for none at all."""
_FILE = "cache.sqlite"
_FORMAT = 1
_WAIT = 10.0
"""Seconds to wait for another process that writes."""
_BATCH = 30_000_000
"""Bytes that wait in memory before they are written."""
_DAY = 86_400
_SUM = 16


def folder() -> Path | None:
    """Where the cache stands: as :data:`VARIABLE` says, else the cache folder of this user; None for no cache."""
    given = os.environ.get(VARIABLE)
    if given is not None:
        return Path(given) if given else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "oit-disclosure"


class Store:
    """Named bytes that outlive the process. Nothing here raises: a cache that cannot be used is an empty one.

    Args:
        folder: where its file stands; None keeps nothing.
        limit: bytes that the file may have.
    """

    def __init__(self, folder: Path | None, limit: int = LIMIT) -> None:
        self.folder = folder
        self._limit = limit
        self._new: dict[bytes, bytes] = {}
        self._waiting = 0
        self._used: set[bytes] = set()

    def get(self, *name: str) -> bytes | None:
        """What was put under a name, or None; what is damaged is as if it had never been put."""
        key = _key(name)
        if (waiting := self._new.get(key)) is not None:
            return zlib.decompress(waiting)
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT value, sum FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        if row is None:
            return None
        value, check = row
        if not isinstance(value, bytes) or check != _sum(key, value):
            return None
        self._used.add(key)
        try:
            return zlib.decompress(value)
        except zlib.error:
            return None

    def put(self, value: bytes, *name: str) -> None:
        """Keep bytes under a name."""
        if self._connection is None:
            return
        packed = zlib.compress(value, 1)
        self._new[_key(name)] = packed
        self._waiting += len(packed)
        if self._waiting > _BATCH:
            self.save()

    def get_json(self, *name: str) -> Any:
        """As :meth:`get`, of what :meth:`put_json` kept."""
        found = self.get(*name)
        if found is None:
            return None
        try:
            return json.loads(found)
        except ValueError:
            return None

    def put_json(self, value: Any, *name: str) -> None:
        self.put(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), *name)

    def save(self) -> None:
        """Write what waits, all of it or nothing, and make room where the file is too large."""
        new, self._new, self._waiting = self._new, {}, 0
        used, self._used = self._used, set()
        if self._connection is None or not (new or used):
            return
        today = int(time.time()) // _DAY
        rows = [(key, today, _sum(key, value), value) for key, value in new.items()]
        try:
            with self._connection as writing:
                writing.execute("BEGIN IMMEDIATE")
                writing.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
                writing.executemany(
                    "UPDATE kept SET used = ? WHERE key = ? AND used < ?", [(today, key, today) for key in used]
                )
                self._make_room(writing)
        except sqlite3.Error as error:
            self._give_up(error)

    @property
    def size(self) -> int:
        """Bytes of the file; 0 where there is none."""
        try:
            return (self.folder / _FILE).stat().st_size if self.folder else 0
        except OSError:
            return 0

    def clear(self) -> None:
        """Forget everything.

        Raises:
            OSError: where the file is there and cannot be deleted.
        """
        self._new, self._used = {}, set()
        if self.folder is None:
            return
        self.close()
        for name in (_FILE, f"{_FILE}-journal"):
            (self.folder / name).unlink(missing_ok=True)

    def close(self) -> None:
        """Write what waits, and let go of the file."""
        self.save()
        if connection := self.__dict__.pop("_connection", None):
            with suppress(sqlite3.Error):
                connection.close()

    @cached_property
    def _connection(self) -> sqlite3.Connection | None:
        if self.folder is None:
            return None
        try:
            return _opened(self.folder / _FILE)
        except sqlite3.OperationalError:  # locked, no room, no leave: there is no cache today
            return None
        except sqlite3.DatabaseError:  # no database, or a damaged one
            try:
                (self.folder / _FILE).unlink(missing_ok=True)
                return _opened(self.folder / _FILE)
            except (sqlite3.Error, OSError):
                return None
        except OSError:
            return None

    def _make_room(self, writing: sqlite3.Connection) -> None:
        pages, free, size = (
            int(writing.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("page_count", "freelist_count", "page_size")
        )
        over = (pages - free) * size - self._limit
        if over <= 0:
            return
        over += self._limit // 4
        old = []
        for key, length in writing.execute("SELECT key, length(value) FROM kept ORDER BY used, rowid"):
            if over <= 0:
                break
            old.append((key,))
            over -= length
        writing.executemany("DELETE FROM kept WHERE key = ?", old)

    def _give_up(self, error: sqlite3.Error) -> None:
        """Go on without a cache; a damaged file goes, so that the next run begins a new one."""
        connection, self.__dict__["_connection"] = self._connection, None
        with suppress(sqlite3.Error):
            if connection:
                connection.close()
        if self.folder and not isinstance(error, sqlite3.OperationalError):
            with suppress(OSError):
                (self.folder / _FILE).unlink(missing_ok=True)


def _opened(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # nobody else's: it has what the data has
    if not file.exists():
        with suppress(FileExistsError):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL, 0o600))
    found = sqlite3.connect(file, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    try:
        found.execute("PRAGMA synchronous = OFF")  # what a power failure damages is not believed, and made again
        if not _is_ours(found):
            found.execute("BEGIN IMMEDIATE")
            if not _is_ours(found):  # still: another process may have begun it meanwhile
                found.execute("DROP TABLE IF EXISTS kept")
                found.execute("CREATE TABLE kept (key BLOB PRIMARY KEY, used INTEGER, sum BLOB, value BLOB)")
                found.execute(f"PRAGMA user_version = {_FORMAT}")
            found.execute("COMMIT")
    except BaseException:
        found.close()
        raise
    return found


def _is_ours(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA user_version").fetchone()[0] == _FORMAT)


def _key(name: tuple[str, ...]) -> bytes:
    return hashlib.sha256("\0".join(name).encode("utf-8", "surrogatepass")).digest()


def _sum(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(key + value, digest_size=_SUM).digest()
