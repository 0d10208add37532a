"""One file a command, imported when it is asked for; nobody else prints."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import arguments, cli
from generator.commands import FAULTS
from tests.conftest import ROOT

GENERATOR = ROOT / "generator"
HEAVY = {
    *("babel", "coloraide", "jinja2", "markdown", "mkdocs", "pydantic", "pypdf", "python_calamine", "selectolax"),
    *("vl_convert", "weasyprint", "xlsxwriter"),
}


def commands() -> tuple[str, ...]:
    """What may be typed behind ``oit``."""
    parser = arguments.parser("en")
    (choices,) = (action.choices for action in parser._actions if action.dest == "command")
    assert choices
    return tuple(choices)


def test_every_command_is_one_file_and_every_file_that_runs_is_a_command() -> None:
    folder = GENERATOR / "commands"
    files = {path.stem for path in folder.glob("*.py") if "\ndef run(" in path.read_text("utf-8")}
    typed = {name: name.rstrip("_").replace("_", "-") for name in files}  # ``import`` is no name of a module
    assert set(typed.values()) == set(commands())
    assert {
        name for name in files if f"``oit {typed[name]}``" not in (folder / f"{name}.py").read_text("utf-8")
    } == set()


def test_the_engines_that_may_be_typed_are_those_that_build() -> None:
    from generator.publish import engine

    assert tuple(engine.ENGINES) == arguments.ENGINES


def printing(path: Path) -> Iterator[int]:
    """Lines of a module that print, or name a stream to write to."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        is_print = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        is_stream = isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr")
        if is_print or (is_stream and ast.unparse(node).startswith("sys.")):
            yield node.lineno


def test_only_commands_print() -> None:
    mouths = [GENERATOR / "cli.py", *(GENERATOR / "commands").glob("*.py")]
    found = {path: list(printing(path)) for path in GENERATOR.rglob("*.py")}
    assert found[GENERATOR / "commands" / "check_data.py"], "what prints is recognized"
    assert [f"{path.relative_to(ROOT)}:{lines}" for path, lines in found.items() if lines and path not in mouths] == []


def imported(*typed: str) -> set[str]:
    """The packages that a command brings into memory."""
    code = "import sys\nfrom generator.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
    code += "print('\\nimported', *{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run(
        [sys.executable, "-c", code, *typed], capture_output=True, encoding="utf-8", cwd=ROOT, check=True
    )
    return set(run.stdout.rpartition("\nimported ")[2].split())


@pytest.mark.parametrize("typed", [("--help",), ("build", "--help"), ("audit", "--pause", "x", "y"), ("bulid",)])
def test_help_waits_for_nothing_that_a_command_needs(typed: tuple[str, ...]) -> None:
    assert imported(*typed) & HEAVY == set()


def test_data_that_an_audit_cannot_read_are_told_as_text_where_a_workbook_was_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    out = tmp_path / "audit.xlsx"
    typed = ["audit", str(tmp_path), "--data", str(tmp_path / "data"), "--format", "xlsx", "--out", str(out)]
    assert cli.main(typed) == FAULTS
    assert "[no-agency-file]" in capsys.readouterr().out
    assert not out.exists()


def test_a_check_waits_for_nothing_that_builds_a_site() -> None:
    brought = imported("check", "--data", "tests/sites/minimal")
    assert brought & {"mkdocs", "vl_convert", "weasyprint", "xlsxwriter", "coloraide"} == set()


def test_a_build_shows_its_stages_where_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    options = ["--data", str(ROOT / "tests/sites/minimal"), "--site", str(tmp_path / "site"), "--draft", "--verbose"]
    assert cli.main(["build", *options]) == 0
    lines = [line.split()[0] for line in capsys.readouterr().err.splitlines() if line]
    assert lines[:4] == ["load", "check", "tables", "pages"]
    assert {"engine", "search", "verify", "publish"} <= set(lines)
