"""The one door through which a data folder is changed: whole sets of files or nothing, and what was there is kept.

``Door(folder).write([Write("2568/hr_plan.yaml", base, mine)], Note(message, who, when))``

``base`` is the content that the change was made from. A file that is another one by now is never overwritten: the door
raises :class:`Conflict` with base, mine and theirs. Changes *inside* of a YAML file are made by
:func:`generator.input.edits.edited`, which gives ``mine``.

What is kept stands in the hidden folder ``.oit-history`` of the data folder: every content once under its hash, and a
small file a change. The change that is being made stands there as ``unfinished.json`` until every file is in place,
so that a run that was killed is finished by the next one (:meth:`Door.finish`): on the disk is the old state or the
new one. Where the data folder stands in a git repository, each change is a commit too; to take a change back needs
no git, for git may have changed the ends of lines.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from filelock import FileLock

from generator.store import disk, git

HISTORY = ".oit-history"
_PATIENCE = 60
"""Seconds to wait for another command that writes the same folder."""


@dataclass(frozen=True)
class Write:
    """One file to write.

    Attributes:
        path: from the data folder, with forward slashes.
        base: what the change was made from; None where the file was not there.
        mine: what it is to hold; None takes it away.
    """

    path: str
    base: bytes | None
    mine: bytes | None


@dataclass(frozen=True)
class Note:
    """What history says of a change: one Thai sentence, who made it, when."""

    message: str
    who: str
    when: datetime


@dataclass(frozen=True)
class Kept:
    """One file of a change: the hashes of what it held before and after; None where it was not there."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Recorded:
    """One change as history keeps it.

    Attributes:
        number: from 1, as ``oit undo`` takes it.
        undoes: the number of the change that this one took back; 0 for none.
    """

    number: int
    message: str
    who: str
    when: datetime
    files: tuple[Kept, ...]
    undoes: int = 0


class Conflict(Exception):
    """Files that are another by now than what the change was made from; nothing was written.

    Attributes:
        files: each write with what the file holds now, theirs.
    """

    def __init__(self, files: Sequence[tuple[Write, bytes | None]]) -> None:
        super().__init__(", ".join(write.path for write, _ in files))
        self.files = tuple(files)


class OutsideFolder(ValueError):
    """A path that leads out of the data folder."""


class _Meanwhile(OSError):
    """A file was changed while the new contents were being prepared."""


@dataclass(frozen=True)
class Finished:
    """What became of a change that a killed run left: done, or taken back because of files that were changed since."""

    recorded: Recorded
    changed: tuple[str, ...] = ()


class Door:
    """The door of one data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._history = folder / HISTORY
        self._journal = self._history / "unfinished.json"

    # --- writing ------------------------------------------------------------------------------------

    def write(self, writes: Sequence[Write], note: Note, *, undoes: int = 0) -> Recorded | None:
        """Write every file or none; gives what history keeps of it, or None where nothing would change.

        Raises:
            Conflict: a file is not what its ``base`` says.
            OutsideFolder: a path leads out of the folder.
            OSError: the machine refuses; everything is as it was.
        """
        places = {write.path: self._place(write.path) for write in writes}
        with self._alone():
            self._finish()
            held = [(write, disk.read(places[write.path])) for write in writes]
            if other := [(write, theirs) for write, theirs in held if theirs not in (write.base, write.mine)]:
                raise Conflict(other)
            files = tuple(
                Kept(write.path, self._keep(theirs), self._keep(write.mine))
                for write, theirs in held
                if theirs != write.mine
            )
            if not files:
                return None
            number = max(self._numbers(), default=0) + 1
            recorded = Recorded(number, note.message, note.who, note.when, files, undoes)
            disk.put(self._journal, _as_json(recorded))
            try:
                self._forward(recorded)
            except OSError as error:
                self._back(recorded)
                disk.remove(self._journal)
                if isinstance(error, _Meanwhile):
                    held = [(write, disk.read(places[write.path])) for write in writes]
                    raise Conflict([(w, theirs) for w, theirs in held if theirs not in (w.base, w.mine)]) from None
                raise
            with suppress(OSError):  # the next run writes the page of history where the disk is full now
                self._close(recorded)
            return recorded

    def finish(self) -> Finished | None:
        """Finish the change that a killed run left, if there is one; to be called before the folder is read."""
        if not self._journal.is_file():
            return None
        with self._alone():
            return self._finish()

    def _finish(self) -> Finished | None:
        content = disk.read(self._journal)
        if content is None:
            return None
        recorded = _from_json(content)
        held = {kept: self._now(kept.path) for kept in recorded.files}
        changed = tuple(kept.path for kept, now in held.items() if now not in (kept.before, kept.after))
        if changed:
            self._back(recorded)
            disk.remove(self._journal)
        else:
            self._forward(recorded)
            self._close(recorded)
        return Finished(recorded, changed)

    def _forward(self, recorded: Recorded) -> None:
        """Have every file hold what it is to hold; all that needs room on the disk comes first."""
        left = [kept for kept in recorded.files if self._now(kept.path) != kept.after]
        self._set([(kept.path, kept.before, kept.after) for kept in left])

    def _back(self, recorded: Recorded) -> None:
        """Have every file hold what it held, but for those that somebody changed since."""
        there = [kept for kept in recorded.files if self._now(kept.path) == kept.after]
        self._set([(kept.path, kept.after, kept.before) for kept in there])
        for kept in recorded.files:
            disk.remove_if_there(disk.temporary(self._place(kept.path)))

    def _set(self, wanted: Sequence[tuple[str, str | None, str | None]]) -> None:
        """Have each file, which holds the one content, hold the other."""
        for path, _, digest in wanted:
            if digest is not None:
                self._place(path).parent.mkdir(parents=True, exist_ok=True)
                disk.prepare(self._place(path), self._content(digest))
        for path, held, _ in wanted:
            if self._now(path) != held:
                raise _Meanwhile(path)
        for path, _, digest in wanted:
            if digest is None:
                disk.remove(self._place(path))
            else:
                disk.swap(self._place(path))

    def _now(self, path: str) -> str | None:
        return _hash(disk.read(self._place(path)))

    def _close(self, recorded: Recorded) -> None:
        """The change is done: git is told, and the journal becomes a page of history."""
        git.commit(self._folder, [kept.path for kept in recorded.files], recorded.message, recorded.who)
        os.replace(self._journal, self._history / f"{recorded.number:06}.json")
        disk.sync_folder(self._history)

    def _place(self, path: str) -> Path:
        """Where a file stands, links followed.

        Raises:
            OutsideFolder: it stands outside of the folder, or in what the door keeps for itself.
        """
        steps = PurePosixPath(path).parts
        place = Path(os.path.realpath(self._folder / path))
        root = Path(os.path.realpath(self._folder))
        if not steps or "\\" in path or ":" in path or ".." in steps or not place.is_relative_to(root) or place == root:
            raise OutsideFolder(path)
        if place.is_relative_to(root / HISTORY):
            raise OutsideFolder(path)
        return place

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else writes the folder meanwhile."""
        self._history.mkdir(parents=True, exist_ok=True)
        ignore = self._history / ".gitignore"
        if not ignore.is_file():
            disk.put(ignore, b"*\n")
        with FileLock(self._history / "lock", timeout=_PATIENCE):
            yield

    # --- what is kept -------------------------------------------------------------------------------

    def history(self) -> list[Recorded]:
        """Every change, the last one first."""
        found = [disk.read(self._history / f"{number:06}.json") for number in sorted(self._numbers(), reverse=True)]
        return [_from_json(content) for content in found if content]

    def taken_back(self) -> dict[int, int]:
        """Number of each change that does not hold any more → of the change that took it back, and holds itself."""
        found: dict[int, int] = {}
        for one in self.history():
            if one.undoes and one.number not in found:
                found[one.undoes] = one.number
        return found

    def undoable(self) -> Recorded | None:
        """The last change that holds and takes none back itself."""
        undone = self.taken_back()
        return next((one for one in self.history() if not one.undoes and one.number not in undone), None)

    def undo(self, recorded: Recorded, note: Note) -> Recorded | None:
        """Take a change back, as a change of its own, which can be taken back too.

        Raises:
            Conflict: a file was changed since; base is what the change made of it, mine what it was before.
        """
        writes = [Write(kept.path, self.content(kept.after), self.content(kept.before)) for kept in recorded.files]
        return self.write(writes, note, undoes=recorded.number)

    def content(self, digest: str | None) -> bytes | None:
        """What is kept under a hash."""
        return None if digest is None else self._content(digest)

    def _content(self, digest: str) -> bytes:
        return self._blob(digest).read_bytes()

    def _keep(self, content: bytes | None) -> str | None:
        digest = _hash(content)
        if content is not None and digest is not None and not self._blob(digest).is_file():
            self._blob(digest).parent.mkdir(parents=True, exist_ok=True)
            disk.put(self._blob(digest), content)
        return digest

    def _blob(self, digest: str) -> Path:
        return self._history / "contents" / digest[:2] / digest[2:]

    def _numbers(self) -> list[int]:
        with suppress(OSError):
            return [int(path.stem) for path in self._history.glob("[0-9]*.json") if path.stem.isdecimal()]
        return []


def _hash(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()


def _as_json(recorded: Recorded) -> bytes:
    written: dict[str, Any] = {
        "number": recorded.number,
        "message": recorded.message,
        "who": recorded.who,
        "when": recorded.when.isoformat(),
        "undoes": recorded.undoes,
        "files": [{"path": kept.path, "before": kept.before, "after": kept.after} for kept in recorded.files],
    }
    return (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _from_json(content: bytes) -> Recorded:
    read = json.loads(content)
    files = tuple(Kept(one["path"], one["before"], one["after"]) for one in read["files"])
    when = datetime.fromisoformat(read["when"])
    return Recorded(read["number"], read["message"], read["who"], when, files, read["undoes"])
