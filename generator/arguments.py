"""What may be typed behind ``oit``: every command and option, in the language of the person who types.

The words stand in ``languages/*/words.yaml`` under ``help``, also for what :mod:`argparse` itself says in English.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, NoReturn

from generator import languages
from generator.audit.limits import Limits
from generator.commands import WRONG_USE
from generator.diagnostics import FORMATS, Diagnostic
from generator.writing.figures import fold_digits

ENGINES = ("mkdocs", "zensical")
"""Names of the engines, the usual one first; :mod:`generator.publish.engine` brings MkDocs along, which help does without."""

_PROBLEMS = (
    ("required", re.compile(r"the following arguments are required: (?P<names>.+)")),
    ("unrecognized", re.compile(r"unrecognized arguments: (?P<names>.+)")),
    ("choice", re.compile(r"argument (?P<name>.+?): invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)")),
    ("one_value", re.compile(r"argument (?P<name>.+?): expected one argument")),
    ("no_value", re.compile(r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)")),
    ("whole", re.compile(r"argument (?P<name>.+?): invalid (?:int|_port) value: (?P<value>.+)")),
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


def parser(language: str) -> Parser:
    """The whole command line, which says everything in ``language``; ``command`` of what it reads is a name of a command."""
    words = languages.words(language)["help"]
    said: Mapping[str, str] = words["about"]

    class Spoken(Parser):
        """Parsers of commands are made by argparse itself, which knows of no words."""

    Spoken.words = words
    top = Spoken(prog="oit", description=words["program"])
    top.add_argument("--lang", choices=languages.LANGUAGES, default=language, help=said["lang"])
    commands = top.add_subparsers(
        dest="command",
        required=True,
        metavar="COMMAND",
        title=words["commands"],
        parser_class=Spoken,
    )
    reads_year, reads_date = _read_with("parse_year", language), _read_with("parse_date", language)

    def command(name: str) -> Parser:
        about = said[name.replace("-", "_")]
        sub = commands.add_parser(name, help=about, description=about)
        sub.add_argument("--lang", choices=languages.LANGUAGES, default=language, help=said["lang"])
        return sub

    def with_data(sub: Parser) -> None:
        sub.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help=said["data"])

    def with_project(sub: Parser) -> None:
        with_data(sub)
        sub.add_argument("--project", type=Path, metavar="DIR", help=said["project"])

    def with_consent(sub: Parser) -> None:
        sub.add_argument("--yes", action="store_true", help=said["yes"])
        sub.add_argument("--dry-run", action="store_true", help=said["dry_run"])

    def with_format(sub: Parser, *further: str) -> None:
        sub.add_argument("--format", choices=(*FORMATS, *further), default="text", help=said["format"])

    def with_engine(sub: Parser) -> None:
        sub.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help=said["engine"])

    def with_cache(sub: Parser) -> None:
        sub.add_argument("--no-cache", action="store_true", help=said["no_cache"])

    def with_date(sub: Parser, about: str) -> None:
        sub.add_argument("--date", type=reads_date, metavar="DATE", help=said[about])

    new = command("new")
    new.add_argument("folder", type=Path, metavar="DIR", help=said["new_folder"])
    new.add_argument("--name", help=said["new_name"])
    new.add_argument("--short-name", metavar="NAME", help=said["new_short_name"])
    new.add_argument("--profile", metavar="ID", help=said["profile"])
    new.add_argument("--year", type=reads_year, metavar="YEAR", help=said["new_year_of"])
    new.add_argument("--url", help=said["new_url"])

    opened = command("new-year")
    opened.add_argument("year", type=reads_year, metavar="YEAR", help=said["opened_year"])
    opened.add_argument(
        "--from", dest="from_year", required=True, type=reads_year, metavar="YEAR", help=said["opened_from"]
    )
    with_data(opened)

    fix = command("fix")
    fix.add_argument("file", nargs="*", type=Path, metavar="FILE", help=said["fix_file"])
    with_data(fix)
    with_consent(fix)

    _workbook(command("workbook"), said, words["commands"], reads_year)

    history = command("history")
    history.add_argument("number", nargs="?", type=int, metavar="N", help=said["history_number"])
    with_data(history)

    undo = command("undo")
    undo.add_argument("number", nargs="?", type=int, metavar="N", help=said["undo_number"])
    with_data(undo)
    with_consent(undo)

    build = command("build")
    with_project(build)
    with_format(build)
    with_engine(build)
    build.add_argument("--site", type=Path, metavar="DIR", help=said["site"])
    build.add_argument("--pdf", action="store_true", help=said["pdf"])
    build.add_argument("--offline", action="store_true", help=said["offline"])
    build.add_argument("--draft", action="store_true", help=said["draft"])
    build.add_argument("--verbose", action="store_true", help=said["verbose"])
    with_date(build, "draft_date")
    with_cache(build)

    check = command("check")
    with_project(check)
    with_format(check, "xlsx")
    check.add_argument("--out", type=Path, default=Path("oit-check.xlsx"), metavar="FILE", help=said["check_out"])
    with_date(check, "check_date")
    check.add_argument("--year", type=reads_year, metavar="YEAR", help=said["only_year"])
    check.add_argument("--item", type=item_code, metavar="CODE", help=said["only_item"])
    check.add_argument("--owner", metavar="UNIT", help=said["only_owner"])
    with_cache(check)
    check.add_argument("--watch", action="store_true", help=said["watch"])

    _audit(command("audit"), said, reads_year, language)

    live = command("serve")
    with_project(live)
    with_engine(live)
    live.add_argument("--public", action="store_true", help=said["public"])
    with_date(live, "draft_date")
    with_cache(live)
    live.add_argument("--host", default="127.0.0.1", help=said["serve_host"])
    live.add_argument("--port", type=_port, default=8000, help=said["serve_port"])

    _catalogue(command("catalogue"), said, words["commands"], reads_year)

    calendar = command("calendar")
    with_data(calendar)
    calendar.add_argument("--year", type=reads_year, metavar="YEAR", help=said["calendar_year"])
    calendar.add_argument("--out", type=Path, default=Path("oit.ics"), metavar="FILE", help=said["calendar_out"])

    table = command("table")
    table.add_argument("file", metavar="FILE", help=said["table_file"])
    table.add_argument("--family", metavar="ID", help=said["table_family"])
    table.add_argument("--year", type=reads_year, metavar="YEAR", help=said["table_year"])

    kept = command("cache")
    kept.add_argument("--clear", action="store_true", help=said["cache_clear"])

    explain = command("explain")
    explain.add_argument("code", nargs="?", metavar="CODE", help=said["code"])

    schemas = command("schema")
    schemas.add_argument("--out", type=Path, default=Path("schemas"), metavar="DIR", help=said["schema_out"])
    return top


def _catalogue(catalogue: Parser, said: Mapping[str, str], title: str, reads_year: Callable[[str], int]) -> None:
    actions = catalogue.add_subparsers(
        dest="action", required=True, metavar="ACTION", title=title, parser_class=type(catalogue)
    )

    def action(name: str, about: str) -> Parser:
        sub: Parser = actions.add_parser(name, help=about, description=about)
        sub.add_argument(
            "--lang", choices=languages.LANGUAGES, default=catalogue.get_default("lang"), help=said["lang"]
        )
        return sub

    def with_known(sub: Parser) -> None:
        sub.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help=said["data"])
        sub.add_argument("--profile", metavar="ID", help=said["profile"])

    new = action("new", said["catalogue_new"])
    new.add_argument("file", type=Path, metavar="FILE", help=said["catalogue_pasted"])
    new.add_argument("--year", required=True, type=reads_year, metavar="YEAR", help=said["catalogue_year"])
    with_known(new)
    new.add_argument("--out", type=Path, metavar="FILE", help=said["catalogue_file"])

    check = action("check", said["catalogue_check"])
    check.add_argument("file", type=Path, metavar="FILE", help=said["catalogue_checked"])
    check.add_argument("--format", choices=tuple(FORMATS), default="text", help=said["format"])

    diff = action("diff", said["catalogue_diff"])
    diff.add_argument("before", metavar="YEAR|FILE", help=said["catalogue_before"])
    diff.add_argument("after", metavar="YEAR|FILE", help=said["catalogue_after"])
    with_known(diff)

    export = action("export", said["catalogue_export"])
    export.add_argument("--out", type=Path, default=Path("lists"), metavar="DIR", help=said["catalogue_out"])


def _workbook(workbook: Parser, said: Mapping[str, str], title: str, reads_year: Callable[[str], int]) -> None:
    actions = workbook.add_subparsers(
        dest="action", required=True, metavar="ACTION", title=title, parser_class=type(workbook)
    )

    def action(name: str, about: str) -> Parser:
        sub: Parser = actions.add_parser(name, help=about, description=about)
        sub.add_argument("--lang", choices=languages.LANGUAGES, default=workbook.get_default("lang"), help=said["lang"])
        sub.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help=said["data"])
        return sub

    out = action("out", said["workbook_out"])
    out.add_argument("file", type=Path, metavar="FILE", help=said["workbook_file"])
    out.add_argument("--year", type=reads_year, metavar="YEAR", help=said["workbook_year"])
    out.add_argument("--item", type=item_code, metavar="CODE", help=said["only_item"])
    out.add_argument("--owner", metavar="UNIT", help=said["only_owner"])

    back = action("in", said["workbook_in"])
    back.add_argument("files", nargs="+", type=Path, metavar="FILE", help=said["workbook_files"])
    back.add_argument("--prefer", choices=("workbook", "data"), default="", help=said["workbook_prefer"])
    back.add_argument("--yes", action="store_true", help=said["yes"])
    back.add_argument("--dry-run", action="store_true", help=said["dry_run"])


def _audit(audit: Parser, said: Mapping[str, str], reads_year: Callable[[str], int], language: str) -> None:
    usual = Limits()
    number = _number_with(language)
    audit.add_argument("address", metavar="URL|DIR", help=said["address"])
    audit.add_argument("--year", type=reads_year, metavar="YEAR", help=said["audit_year"])
    audit.add_argument("--data", type=Path, metavar="DIR", help=said["audit_data"])
    audit.add_argument("--profile", metavar="ID", help=said["profile"])
    audit.add_argument("--agency", action="append", default=[], metavar="NAME", help=said["audit_agency"])
    audit.add_argument("--host", action="append", default=[], metavar="HOST", help=said["audit_host"])
    limits: tuple[tuple[str, float, float, str, str], ...] = (
        ("--max-pages", 1, usual.pages, "N", "audit_max_pages"),
        ("--max-size", 0.001, usual.size / 1_000_000, "MB", "audit_max_size"),
        ("--timeout", 0.1, usual.timeout, "SECONDS", "audit_timeout"),
        ("--pause", 0, usual.pause, "SECONDS", "audit_pause"),
    )
    for name, least, default, metavar, about in limits:
        text = said[about].format(default=f"{default:g}")
        audit.add_argument(name, type=number(least), default=default, metavar=metavar, help=text)
    audit.add_argument("--state", type=Path, metavar="FILE", help=said["audit_state"])
    audit.add_argument("--format", choices=(*FORMATS, "xlsx"), default="text", help=said["format"])
    audit.add_argument("--out", type=Path, default=Path("oit-audit.xlsx"), metavar="FILE", help=said["audit_out"])


# --- values -----------------------------------------------------------------------------------------


def _number_with(language: str) -> Callable[[float], Callable[[str], float]]:
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


def _port(text: str) -> int:
    """A number that a server can listen at."""
    port = int(text)
    if not 0 < port < 65536:
        raise argparse.ArgumentTypeError(f"{port} (1–65535)")
    return port


def item_code(text: str) -> str:
    """``O13`` from ``o13``, ``๑๓`` or ``13``."""
    code = fold_digits(text.strip()).upper()
    return f"O{code}" if code.isdigit() else code


def _read_with(reader: Literal["parse_year", "parse_date"], language: str) -> Callable[[str], Any]:
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
