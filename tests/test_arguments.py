"""The command line speaks one language at a time, also where argparse would speak English."""

from __future__ import annotations

import re

import pytest

from generator import cli, languages
from generator.typed import language_of
from tests.test_cli import commands

COMMANDS = ("", *commands())


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit):
        cli.main(list(arguments))
    found = capsys.readouterr()
    return found.out + found.err


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_thai_and_nothing_else(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, *filter(None, (command, "--help")))
    for foreign in ("usage:", "options:", "arguments", "show this help", "default:", "exit"):
        assert foreign not in text
    assert text.startswith("วิธีใช้: oit")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, *filter(None, (command, "--help")))
    assert re.search("[ก-๛]", text)
    assert re.search(r"^  (-\S+(?: \S+)?)\s*$\n(?!\s{10})", text, re.MULTILINE) is None


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_english_where_that_is_asked_for(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = said(capsys, *filter(None, (command, "--lang", "en", "--help")))
    assert not re.search("[ก-๛]", text)
    monkeypatch.setenv("OIT_LANG", "en")
    assert said(capsys, *filter(None, (command, "--help"))) == text


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ((), "required"),
        (("bulid",), "choice"),
        (("check", "--no-such-option"), "unrecognized"),
        (("check", "--out"), "one_value"),
        (("check", "--watch=1"), "no_value"),
        (("serve", "--port", "x"), "whole"),
        (("check", "--o", "x"), "ambiguous"),
        (("audit", "x", "--max-pages", "0"), "value"),
        (("new-year", "2569"), "required"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_wrong_use_is_told_in_the_language_that_is_asked_for(
    typed: tuple[str, ...], problem: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in languages.LANGUAGES:
        monkeypatch.setenv("OIT_LANG", language)
        text = said(capsys, *typed).split("\noit: ")[1]
        pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(languages.words(language)["help"]["problems"][problem]))
        assert re.match(pattern, text), text
        assert bool(re.search("[ก-๛]", text)) is (language == "th")


def test_the_language_is_found_wherever_it_stands() -> None:
    assert language_of(["check", "--lang", "en"], "") == "en"
    assert language_of(["--lang=en", "check"], "th") == "en"
    assert language_of(["check"], "en") == "en"
    assert language_of(["check", "--lang", "lo"], "") == "th"
