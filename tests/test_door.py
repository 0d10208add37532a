"""The door of a data folder: whole sets of files or nothing, whatever fails and wherever it is killed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.store.door import HISTORY, Conflict, Door, Note, OutsideFolder, Write

NOTE = Note("แก้ไขแผน", "สมชาย", datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
OLD: dict[str, bytes | None] = {
    "a.yaml": b"a: 1\r\n",
    "2568/b.yaml": b"b: 1\n",
    "2568/gone.yaml": b"g: 1\n",
    "new/c.csv": None,
}
NEW: dict[str, bytes | None] = {
    "a.yaml": b"a: 2\r\n",
    "2568/b.yaml": b"b: 2\n",
    "2568/gone.yaml": None,
    "new/c.csv": b"\xef\xbb\xbfx\n",
}
WRITES = [Write(path, OLD[path], NEW[path]) for path in OLD]


def folder_at(path: Path) -> Path:
    for name, content in OLD.items():
        if content is not None:
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_bytes(content)
    return path


def held(folder: Path) -> dict[str, bytes | None]:
    """Every file of the folder that is not the door's own, and those of the change that are not there."""
    files = (file for file in folder.rglob("*") if file.is_file())
    found = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
    own = {name: content for name, content in found.items() if not name.startswith((HISTORY, ".git/"))}
    return {**dict.fromkeys(OLD), **own}


def test_a_change_is_written_kept_and_taken_back(tmp_path: Path) -> None:
    door = Door(folder_at(tmp_path))
    made = door.write(WRITES, NOTE)
    assert made is not None
    assert made.number == 1
    assert held(tmp_path) == NEW
    assert [(one.number, one.message, one.who, one.when) for one in door.history()] == [
        (1, "แก้ไขแผน", "สมชาย", NOTE.when)
    ]
    undone = door.undo(made, Note("ย้อนกลับ", "สมหญิง", NOTE.when))
    assert held(tmp_path) == OLD
    assert undone is not None
    assert door.undoable() is None
    assert door.undo(undone, NOTE) is not None
    assert held(tmp_path) == NEW


def test_what_is_as_meant_already_is_no_change(tmp_path: Path) -> None:
    folder_at(tmp_path)
    assert Door(tmp_path).write([Write("a.yaml", OLD["a.yaml"], OLD["a.yaml"])], NOTE) is None
    assert Door(tmp_path).write([Write("a.yaml", b"older", OLD["a.yaml"])], NOTE) is None
    assert Door(tmp_path).history() == []


@pytest.mark.parametrize("path", list(OLD))
def test_what_changed_meanwhile_is_never_written_over(tmp_path: Path, path: str) -> None:
    folder_at(tmp_path)
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_bytes(b"theirs")
    before = held(tmp_path)
    with pytest.raises(Conflict) as conflict:
        Door(tmp_path).write(WRITES, NOTE)
    assert [(write.path, theirs) for write, theirs in conflict.value.files] == [(path, b"theirs")]
    assert held(tmp_path) == before


def test_what_changes_while_the_new_is_prepared_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.store import disk

    folder_at(tmp_path)
    prepare = disk.prepare

    def slow(path: Path, content: bytes) -> None:
        prepare(path, content)
        if path.name == "c.csv":
            (tmp_path / "a.yaml").write_bytes(b"theirs")

    monkeypatch.setattr(disk, "prepare", slow)
    with pytest.raises(Conflict) as conflict:
        Door(tmp_path).write(WRITES, NOTE)
    assert [(write.path, theirs) for write, theirs in conflict.value.files] == [("a.yaml", b"theirs")]
    assert held(tmp_path) == {**OLD, "a.yaml": b"theirs"}


@pytest.mark.parametrize("path", ["../x.yaml", "/etc/x", "a/../../x", "", ".", f"{HISTORY}/x", "c:x", "a\\b", "out/x"])
def test_a_path_never_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "data" / "out").symlink_to(tmp_path / "outside")
    with pytest.raises(OutsideFolder):
        Door(tmp_path / "data").write([Write(path, None, b"x")], NOTE)
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_link_inside_of_the_folder_stays_one(tmp_path: Path) -> None:
    folder_at(tmp_path)
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    Door(tmp_path).write([Write("link.yaml", OLD["a.yaml"], b"a: 3\n")], NOTE)
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "a.yaml").read_bytes() == b"a: 3\n"


# --- whatever fails, wherever it is killed ----------------------------------------------------------

CALLS = ("open", "write", "fsync", "close", "replace", "unlink", "mkdir", "chmod")
"""What the door asks of the system."""


@contextmanager
def at_call(number: int, then: Callable[[], None], *, ever_after: bool = False) -> Iterator[list[str]]:
    """Has the call ``number`` of the system, or all from that on, do ``then`` first; gives the calls so far."""
    made: list[str] = []
    whole = {name: getattr(os, name) for name in CALLS}

    def watched(name: str) -> Callable[..., object]:
        def call(*args: object, **options: object) -> object:
            made.append(name)
            if len(made) == number or (ever_after and len(made) > number):
                then()
            return whole[name](*args, **options)

        return call

    for name in CALLS:
        setattr(os, name, watched(name))
    try:
        yield made
    finally:
        for name in CALLS:
            setattr(os, name, whole[name])


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for the disk; git has tests of its own, and starts processes, which must not be cut short."""
    monkeypatch.setattr("generator.store.git.commit", lambda *given: False)
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def full_disk() -> None:
    raise OSError(28, "No space left on device")


def calls_of_a_write(folder: Path) -> int:
    with at_call(0, full_disk) as made:
        Door(folder_at(folder)).write(WRITES, NOTE)
    return len(made)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("ever_after", [False, True])
def test_each_call_of_the_system_may_fail(tmp_path: Path, ever_after: bool) -> None:
    count = calls_of_a_write(tmp_path / "count")
    assert count > 40
    for number in range(1, count + 1):
        folder = folder_at(tmp_path / str(number))
        with at_call(number, full_disk, ever_after=ever_after):
            is_refused = False
            try:
                Door(folder).write(WRITES, NOTE)
            except OSError:
                is_refused = True
        if is_refused and not ever_after:
            assert held(folder) == OLD, number
        Door(folder).finish()
        assert held(folder) in (OLD, NEW), number
        assert len(Door(folder).history()) == (held(folder) == NEW), number


@pytest.mark.usefixtures("quick")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process to kill")
@pytest.mark.parametrize("kills_again", [False, True])
def test_it_may_be_killed_at_any_moment(tmp_path: Path, kills_again: bool) -> None:
    def killed(number: int, work: Callable[[], object]) -> None:
        child = os.fork()
        if child == 0:
            with at_call(number, lambda: os._exit(9)):
                work()
            os._exit(0)
        os.waitpid(child, 0)

    count = calls_of_a_write(tmp_path / "count")
    states = []
    for number in range(1, count + 1):
        folder = folder_at(tmp_path / str(number))
        killed(number, lambda folder=folder: Door(folder).write(WRITES, NOTE))  # type: ignore[misc]
        if kills_again:
            killed(number % 9 + 1, Door(folder).finish)
        Door(folder).finish()
        assert held(folder) in (OLD, NEW), number
        states.append(held(folder) == NEW)
        assert Door(folder).finish() is None
        door = Door(folder)
        assert door.write([Write("next.yaml", None, b"n: 1\n")], NOTE) is not None
        assert len(door.history()) == 1 + states[-1]
    assert {True, False} == set(states)
    assert states == sorted(states)  # old up to a moment, new from there on


@pytest.mark.usefixtures("quick")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process to kill")
def test_a_killed_change_is_taken_back_where_somebody_went_on(tmp_path: Path) -> None:
    count = calls_of_a_write(tmp_path / "count")
    told = 0
    for number in range(1, count + 1):
        folder = folder_at(tmp_path / str(number))
        child = os.fork()
        if child == 0:
            with at_call(number, lambda: os._exit(9)):
                Door(folder).write(WRITES, NOTE)
            os._exit(0)
        os.waitpid(child, 0)
        (folder / "a.yaml").write_bytes(b"theirs")
        finished = Door(folder).finish()
        if finished:
            told += 1
            assert finished.changed == ("a.yaml",)
            assert held(folder) == {**OLD, "a.yaml": b"theirs"}
        assert held(folder)["a.yaml"] == b"theirs"
    assert told > 5


# --- git --------------------------------------------------------------------------------------------


def git(folder: Path, *words: str) -> str:
    settings = ("-c", "user.name=x", "-c", "user.email=x@example.go.th")
    run = subprocess.run(["git", *settings, "-C", str(folder), *words], check=True, capture_output=True)
    return run.stdout.decode().strip()


def test_in_a_repository_a_change_is_a_commit_of_its_files_alone(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    data = folder_at(tmp_path / "data")
    (tmp_path / "other.txt").write_text("1")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=x")
    (tmp_path / "other.txt").write_text("2")
    git(tmp_path, "add", "other.txt")
    hook = tmp_path / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    made = Door(data).write(WRITES, NOTE)
    assert made is not None
    assert git(tmp_path, "log", "-1", "--format=%s|%an") == "แก้ไขแผน|สมชาย"
    assert sorted(git(tmp_path, "show", "--name-only", "--format=").split()) == sorted(f"data/{path}" for path in OLD)
    assert git(tmp_path, "status", "--porcelain") == "M  other.txt"  # still staged, and no history in sight
    Door(data).undo(made, NOTE)
    assert git(tmp_path, "rev-list", "--count", "HEAD") == "3"
    assert git(tmp_path, "diff", "HEAD~2", "HEAD") == ""


def test_what_git_does_not_take_is_written_all_the_same(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / ".gitignore").write_text("*\n")
    folder_at(tmp_path)
    Door(tmp_path).write(WRITES, NOTE)
    assert {**held(tmp_path), ".gitignore": None} == {**NEW, ".gitignore": None}
    assert git(tmp_path, "log", "--all", "--format=%s") == ""
