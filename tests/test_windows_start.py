"""The start by a double click: what can be said of it without a Windows. That it runs there was not tried."""

from __future__ import annotations

import re
from pathlib import PureWindowsPath

import pytest

from generator.arguments import parser
from tests.conftest import ROOT

START = ROOT / "start"
SCRIPT = (START / "oit-edit.cmd").read_bytes()
LINES = SCRIPT.decode("ascii").split("\r\n")


def test_the_script_is_ascii_with_the_ends_of_lines_of_windows() -> None:
    assert SCRIPT.isascii()
    assert SCRIPT.count(b"\n") == SCRIPT.count(b"\r\n")
    assert LINES[0] == "@echo off"
    assert "start/* -text" in (ROOT / ".gitattributes").read_text("utf-8"), "git leaves them so"


def test_every_label_that_is_gone_to_is_there() -> None:
    labels = {line[1:] for line in LINES if line.startswith(":")}
    assert set(re.findall(r"goto (\w+)", SCRIPT.decode())) == labels


def test_every_path_that_may_hold_blanks_is_in_quotation_marks() -> None:
    for line in LINES:
        outside = "".join(line.split('"')[::2])
        assert not re.search(r"%(~dp0|HERE|USERPROFILE|DATA|~1)%?", outside), line


def test_what_is_called_is_what_the_program_has() -> None:
    read = parser("th")
    for command in re.findall(r"%OIT% (.+?) \|\|", SCRIPT.decode()):
        words = command.replace('"%DATA%"', "data").split()
        assert read.parse_args(words).command in ("edit", "new")


@pytest.mark.parametrize("place", ["program", ".local", "where oit", "py -3 -m generator", "python -m generator"])
def test_the_program_is_found_however_it_was_installed(place: str) -> None:
    assert sum(place in line for line in LINES if line.startswith("if not defined OIT")) == 1


def test_what_is_missing_is_said_in_thai() -> None:
    named = set(re.findall(r"no-\w+\.txt", SCRIPT.decode()))
    assert named == {path.name for path in START.glob("*.txt")}
    for name in named:
        text = (START / PureWindowsPath(name).name).read_bytes().decode("utf-8")
        assert re.search("[ก-๙]", text)
        assert text.count("\n") == text.count("\r\n")


def test_the_manual_tells_of_it_and_that_nobody_tried_it() -> None:
    said = (ROOT / "docs" / "officers.md").read_text("utf-8")
    for word in ("oit-edit.cmd", "uv tool install", "pipx install", "ยังไม่ได้ลองบน Windows จริง"):
        assert word in said
