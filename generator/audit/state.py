"""What an audit fetched, kept in a file, so that a run that was stopped goes on and a later one asks only what changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any, cast

from pydantic import TypeAdapter, ValidationError

from generator.audit.task import Fetched

FRESH = timedelta(hours=24)
"""How long what an unfinished run kept is taken as it is."""

_HEAD = {"oit-audit": 1}
_FETCHED: TypeAdapter[Fetched] = TypeAdapter(Fetched)


class NotAState(Exception):
    """A file that is there already and is no state of an audit."""


@dataclass(frozen=True)
class Kept:
    """What an earlier run fetched."""

    fetched: Fetched
    etag: str = ""
    modified: str = ""
    sha256: str = ""
    is_stale: bool = False


@dataclass
class State:
    """What was fetched, a JSON object a line, written as soon as it is there.

    An unfinished run is gone on with: what it kept is taken as it is for a day. After a run that was finished,
    everything is asked for again, with its ETag or date, so that what did not change is not sent again.
    """

    path: Path
    _kept: dict[str, Kept] = field(default_factory=dict)
    _file: IO[str] | None = None

    def __enter__(self) -> State:
        lines = self.path.read_text("utf-8", errors="replace").splitlines() if self.path.exists() else []
        if lines and _json(lines[0]) != _HEAD:
            raise NotAState
        self._kept = _latest([row for line in lines[1:] if isinstance(row := _json(line), dict)])
        # A text from outside may hold half a letter, which JSON writes as an escape and UTF-8 not at all.
        self._file = self.path.open("a" if lines else "w", encoding="utf-8", errors="backslashreplace", newline="\n")
        if not lines:
            self._write(_HEAD)
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    def kept(self, address: str) -> Kept | None:
        return self._kept.get(address)

    def keep(self, fetched: Fetched, headers: Mapping[str, str], sha256: str) -> None:
        self._write(
            {
                "at": datetime.now(UTC).isoformat(timespec="seconds"),
                "etag": headers.get("etag", ""),
                "modified": headers.get("last-modified", ""),
                "sha256": sha256,
                "fetched": _FETCHED.dump_python(fetched, mode="json", exclude_defaults=True),
            }
        )

    def finish(self) -> None:
        """Marks the run as whole."""
        self._write({"finished": datetime.now(UTC).isoformat(timespec="seconds")})

    def _write(self, row: Mapping[str, object]) -> None:
        if self._file:
            self._file.write(json.dumps(row, ensure_ascii=False) + "\n")
            self._file.flush()


def _latest(rows: list[dict[str, Any]]) -> dict[str, Kept]:
    """Address → what was kept of it last; what stands before the end of a finished run is stale."""
    finished = max((number for number, row in enumerate(rows) if "finished" in row), default=-1)
    now = datetime.now(UTC)
    every = (_kept(row, is_stale=number < finished, now=now) for number, row in enumerate(rows))
    return {kept.fetched.address: kept for kept in every if kept}


def _json(line: str) -> object:
    try:
        return cast(object, json.loads(line))
    except (ValueError, RecursionError):  # the last line of a run that was cut off, or no state at all
        return None


def _kept(row: Mapping[str, Any], *, is_stale: bool, now: datetime) -> Kept | None:
    try:
        fetched = _FETCHED.validate_python(row["fetched"])
        is_old = now - datetime.fromisoformat(row["at"]) > FRESH
        return Kept(fetched, row["etag"], row["modified"], row["sha256"], is_stale or is_old)
    except (KeyError, TypeError, ValueError, ValidationError):  # another row, or one of another version
        return None
