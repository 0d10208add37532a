"""``oit history`` and ``oit undo``: what was changed, by whom, and back again."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from generator import cli
from generator.store.door import HISTORY, Door


def oit(*typed: str) -> int:
    try:
        return cli.main([*map(str, typed)])
    except SystemExit as end:
        return int(end.code or 0)


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and HISTORY not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OIT_USER", "สมชาย")
    assert oit("new", str(tmp_path / "data"), "--name", "กรมทดสอบ", "--year", "2568") == 0
    return tmp_path / "data"


def test_a_new_year_is_taken_back_whole_and_brought_again(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(data)
    assert oit("new-year", "2569", "--from", "2568", "--data", str(data)) == 0
    opened = files(data)
    assert {name for name in opened if name.startswith("2569/")}
    assert oit("undo", "--data", str(data), "--yes") == 0
    assert files(data) == before
    assert oit("undo", "3", "--data", str(data), "--yes") == 0
    assert files(data) == opened
    capsys.readouterr()
    assert oit("history", "--data", str(data)) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in said] == ["4", "3", "2", "1"]
    assert "สมชาย" in said[-1]
    assert "เปิดปี 2569 จากปี 2568" in said[2]
    undoable = Door(data).undoable()
    assert undoable is not None
    assert undoable.number == 2  # what was taken back and brought again holds


def test_history_shows_what_a_change_made_different(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    oit("new-year", "2569", "--from", "2568", "--data", str(data))
    capsys.readouterr()
    assert oit("history", "2", "--data", str(data)) == 0
    said = capsys.readouterr().out
    assert "2569/O1-powers.yaml: ไม่มีแฟ้ม → " in said
    assert oit("history", "9", "--data", str(data)) == 2


def test_nothing_is_written_unasked(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(data)
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))  # no screen
    assert oit("undo", "--data", str(data)) == 2
    assert oit("undo", "--data", str(data), "--dry-run", "--yes") == 0
    assert files(data) == before
    assert "--yes" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("answer", "is_written"), [("y\n", True), ("ใช่\n", True), ("n\n", False), ("\n", False), ("", False)]
)
def test_who_is_asked_decides(data: Path, answer: str, is_written: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO(answer)
    monkeypatch.setattr(screen, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdin", screen)
    monkeypatch.setattr("builtins.input", lambda asked: answer.strip() if answer else (_ for _ in ()).throw(EOFError))
    assert oit("undo", "--data", str(data)) == 0
    assert (files(data) == {}) == is_written


def test_what_was_changed_since_is_told_and_kept(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "units.yaml").write_text("units: []\n", encoding="utf-8")
    before = files(data)
    assert oit("undo", "--data", str(data), "--yes") == 1
    assert files(data) == before
    said = capsys.readouterr().err
    assert "units.yaml ถูกแก้หลังจากที่อ่านไป" in said
    assert "+units: []" in said


def test_nothing_to_take_back(tmp_path: Path) -> None:
    assert oit("undo", "--data", str(tmp_path), "--yes") == 2
    assert oit("history", "--data", str(tmp_path)) == 0


@pytest.mark.parametrize("command", [("check",), ("history",), ("build",)])
def test_the_next_command_finishes_what_was_cut_off(
    data: Path,
    command: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    after = files(data)
    page = data / HISTORY / "000001.json"
    page.rename(data / HISTORY / "unfinished.json")
    (data / "units.yaml").unlink()  # as if the machine had stopped before this one
    oit(*command, "--data", str(data))
    assert {name: content for name, content in files(data).items() if name in after} == after
    assert json.loads(page.read_text("utf-8"))["number"] == 1
    assert "ทำต่อให้ครบแล้ว" in capsys.readouterr().err
