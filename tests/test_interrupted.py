"""However a command ends, it ends with its exit code: no traceback when it is stopped, nobody reads, or nothing is left."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import cli
from generator.commands import CLOSED_PIPE, INTERRUPTED, WRONG_USE
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "sites" / "minimal"
DATA = ("--data", str(MINIMAL))
COMMANDS = ["build", "check", "audit", "explain", "schema", "new", "new-year", "serve", "rollback", "publish", "verify"]


def start(*typed: str, cwd: Path = ROOT, **streams: object) -> subprocess.Popen[bytes]:
    # A shell lets what it starts in the background ignore this signal, and so would all that the tests start there.
    code = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    code += "from generator.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, *typed]
    own = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=cwd, env=own, stderr=subprocess.PIPE, **streams)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_is_stopped_says_nothing_and_gives_its_code(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run_of", lambda name: stopped)
    behind = {"audit": ["https://example.go.th/"], "new": ["x"], "new-year": ["2570", "--from", "2569"]}
    behind |= {"publish": ["--to", "x"], "verify": ["x"]}
    assert cli.main([command, *behind.get(command, [])]) == INTERRUPTED
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_build_that_is_stopped_leaves_no_traceback(tmp_path: Path) -> None:
    data = shutil.copytree(MINIMAL, tmp_path / "data")
    # Not where the program stands: another test may build there, with the same work folder.
    command = ("build", "--data", str(data), "--site", str(tmp_path / "site"))
    run = start(*command, cwd=tmp_path, stdout=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while not (tmp_path / ".site.lock").exists():  # from here on it builds
        assert time.monotonic() < end
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert (run.returncode, b"Traceback" in said) == (INTERRUPTED, False)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_pipe_that_nobody_reads_is_no_fault() -> None:
    read, write = os.pipe()
    os.close(read)
    run = start("explain", stdout=write)
    os.close(write)
    _, said = run.communicate(timeout=60)
    assert (run.returncode, said) == (CLOSED_PIPE, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("typed", [["explain"], ["check", *DATA]])
def test_a_full_disk_while_printing_is_told_in_one_line(typed: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        run = start(*typed, stdout=full)
        _, said = run.communicate(timeout=60)
    assert (run.returncode, said.count(b"\n"), b"Traceback" in said) == (WRONG_USE, 1, False)


@pytest.mark.parametrize("port", ["99999", "-1", "0", "x", "9" * 5000, "²"])
def test_a_port_that_is_none_is_wrong_use(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["serve", f"--port={port}"])
    assert ended.value.code == WRONG_USE
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.EROFS, errno.ENOENT, errno.EISDIR, errno.EIO])
def test_a_refusal_of_the_machine_is_told_with_the_file_and_what_to_do(
    number: int, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(_: object) -> int:
        raise OSError(number, os.strerror(number), "ของฉัน.xlsx")

    monkeypatch.setattr(cli, "_run_of", lambda _: refused)
    assert cli.main(["check", "--lang", language]) == WRONG_USE
    said = capsys.readouterr().err
    assert "ของฉัน.xlsx" in said
    assert os.strerror(number) in said
    assert len(said) > len(f"oit: {os.strerror(number)} ของฉัน.xlsx") + 40, "and what to do"


@pytest.mark.parametrize("encoding", ["cp874", "cp1252", "ascii"])
def test_what_is_piped_is_utf_8_whatever_the_console_writes(encoding: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "generator", "explain", "missing-english"],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        check=False,
    )
    assert (run.returncode, "ภาษาอังกฤษ" in run.stdout.decode("utf-8")) == (0, True)
