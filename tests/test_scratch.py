"""Folders for what is made on the way go when a command ends, also one that was killed: the next one clears them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from filelock import FileLock

from generator.commands.scratch import _LOCK, scratch


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left(folder: Path, *, age: int = 3600) -> Path:
    """A folder as a killed command leaves it."""
    folder.mkdir()
    (folder / _LOCK).touch()
    (folder / "page.md").write_text("x", "utf-8")
    os.utime(folder, (folder.stat().st_atime, folder.stat().st_mtime - age))
    return folder


def test_the_folder_is_there_meanwhile_and_goes_whatever_happens(temporary: Path) -> None:
    def work() -> None:
        with scratch() as folder:
            (folder / "a").mkdir()
            assert folder.parent == temporary
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert list(temporary.iterdir()) == []


def test_what_a_killed_command_left_is_cleared(temporary: Path) -> None:
    left(temporary / "oit-dead")
    with scratch():
        assert not (temporary / "oit-dead").exists()


def test_what_is_in_use_or_new_or_of_others_stays(temporary: Path) -> None:
    running, young = left(temporary / "oit-running"), left(temporary / "oit-young", age=0)
    strange = temporary / "oit-strange"
    strange.mkdir()
    left(temporary / "target")
    (temporary / "oit-link").symlink_to(temporary / "target")
    with FileLock(running / _LOCK):
        os.utime(running, (0, 0))
        with scratch():
            pass
    assert running.is_dir()
    assert young.is_dir()
    assert strange.is_dir()
    assert (temporary / "target" / "page.md").is_file()
