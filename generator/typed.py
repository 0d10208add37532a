"""A command line that speaks one language: the parser, and the readers of single values that are typed.

The words stand in ``languages/*/words.yaml`` under ``help``, also for what :mod:`argparse` itself says in English.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, NoReturn

from generator import languages
from generator.commands import WRONG_USE
from generator.diagnostics import Diagnostic
from generator.writing.figures import fold_digits

_PROBLEMS = (
    ("required", re.compile(r"the following arguments are required: (?P<names>.+)")),
    ("unrecognized", re.compile(r"unrecognized arguments: (?P<names>.+)")),
    ("choice", re.compile(r"argument (?P<name>.+?): invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)")),
    ("one_value", re.compile(r"argument (?P<name>.+?): expected one argument")),
    ("no_value", re.compile(r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)")),
    ("whole", re.compile(r"argument (?P<name>.+?): invalid (?:int|port_number|whole) value: (?P<value>.+)")),
    ("ambiguous", re.compile(r"ambiguous option: (?P<name>.+?) could match (?P<choices>.+)")),
    ("value", re.compile(r"argument (?P<name>.+?): (?P<problem>.+)")),
)
"""What argparse says of wrong use → its word in ``help.problems``; the last one is what our own readers say."""


def language_of(typed: Iterable[str], usual: str) -> str:
    """The language that is asked for with ``--lang``, before anything else is read; else the usual one."""
    found = usual
    before = ""
    for word in typed:
        found = word.removeprefix("--lang=") if word.startswith("--lang=") else word if before == "--lang" else found
        before = word
    return found if found in languages.LANGUAGES else languages.LANGUAGES[0]


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the language of ``words``, the part ``help`` of the fixed words."""

    words: Mapping[str, Any]

    def __init__(self, **settings: Any) -> None:
        words = self.words
        super().__init__(
            add_help=False,
            formatter_class=lambda prog: _Formatter(words["usage"], prog),
            **settings,
        )
        self._positionals.title = words["positionals"]
        self._optionals.title = words["options"]
        self.add_argument("-h", "--help", action="help", help=words["help"])

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, f"{self.format_usage()}oit: {self._in_words(message)}\n")

    def _in_words(self, message: str) -> str:
        for key, pattern in _PROBLEMS:
            if found := pattern.fullmatch(message):
                return str(self.words["problems"][key]).format(**found.groupdict())
        return message


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prefix: str, prog: str) -> None:
        super().__init__(prog)
        self.prefix = prefix

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, self.prefix if prefix is None else prefix)


# --- values -----------------------------------------------------------------------------------------


def number_with(language: str) -> Callable[[float], Callable[[str], float]]:
    """A maker of readers of a number that is not below the least one."""

    def not_below(least: float) -> Callable[[str], float]:
        def of_option(text: str) -> float:
            try:
                number = float(text)
            except ValueError:
                number = float("nan")
            if not least <= number < 1e9:
                problem = Diagnostic("", 0, 0, "not-a-number", facts={"value": text})
                raise argparse.ArgumentTypeError(f"{problem.message(language)} {problem.hint(language)}")
            return number

        return of_option

    return not_below


def whole(text: str) -> int:
    """A number of a publication."""
    return int(fold_digits(text))


def port_number(text: str) -> int:
    """A number that a server can listen at."""
    port = int(text)
    if not 0 < port < 65536:
        raise argparse.ArgumentTypeError(f"{port} (1–65535)")
    return port


def item_code(text: str) -> str:
    """``O13`` from ``o13``, ``๑๓`` or ``13``."""
    code = fold_digits(text.strip()).upper()
    return f"O{code}" if code.isdigit() else code


def reader_of(reader: Literal["parse_year", "parse_date"], language: str) -> Callable[[str], Any]:
    """An option's reader that says what is wrong with a date or a year.

    Args:
        reader: of :mod:`generator.writing.dates`, which is imported when there is a date to read: Babel takes its time.
        language: of what it says.
    """

    def of_option(text: str) -> Any:
        from generator.writing import dates

        try:
            return getattr(dates, reader)(text)
        except dates.DateFault as fault:
            facts = {"value": text, **{name: str(value) for name, value in fault.detail.items()}}
            problem = Diagnostic("", 0, 0, fault.code, facts=facts)
            raise argparse.ArgumentTypeError(f"{problem.message(language)} {problem.hint(language)}") from None

    return of_option
