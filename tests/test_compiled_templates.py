"""Templates that Python compiled are taken again for the same text only, and never where their file is damaged."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from generator.cache.templates import CompiledTemplates


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def said(text: str, kind: str = "test", **options: Any) -> tuple[str, int]:
    """What a template of that text says, and how often it was compiled for that."""
    environment = Environment(loader=DictLoader({"one": text}), bytecode_cache=CompiledTemplates(kind), **options)
    times = 0
    compile_text = environment.compile

    def counted(*args: Any, **kwargs: Any) -> Any:
        nonlocal times
        times += 1
        return compile_text(*args, **kwargs)

    environment.compile = counted  # type: ignore[method-assign]
    return environment.get_template("one").render(x=1), times


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_is_compiled_once(tmp_path: Path) -> None:
    assert said("{{ x }}") == ("1", 1)
    assert said("{{ x }}") == ("1", 0)
    assert len(kept(tmp_path)) == 1


def test_another_text_takes_its_place(tmp_path: Path) -> None:
    said("{{ x }}")
    assert said("{{ x + 1 }}") == ("2", 1)
    assert len(kept(tmp_path)) == 1


def test_environments_of_two_kinds_do_not_meet() -> None:
    assert said("{{ '<' }}", "plain") == ("<", 1)
    assert said("{{ '<' }}", "html", autoescape=True) == ("&lt;", 1)


@pytest.mark.parametrize("at", [0, 40, -1])
def test_a_damaged_file_is_made_anew(tmp_path: Path, at: int) -> None:
    said("{{ x }}")
    (file,) = kept(tmp_path)
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    assert said("{{ x }}") == ("1", 1)
    file.write_bytes(b"")
    assert said("{{ x }}") == ("1", 1)
    assert said("{{ x }}") == ("1", 0)


def test_nothing_is_written_where_python_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert said("{{ x }}") == ("1", 1)
    assert kept(tmp_path) == []


def test_a_place_that_cannot_be_written_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "taken").write_text("", "utf-8")
    monkeypatch.setattr(sys, "pycache_prefix", os.fspath(tmp_path / "taken"))
    assert said("{{ x }}") == ("1", 1)
    assert said("{{ x }}") == ("1", 1)
