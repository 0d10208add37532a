"""What may be typed behind ``oit``: every command and option, in the language of the person who types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generator import languages
from generator.audit.limits import Limits
from generator.diagnostics import FORMATS
from generator.typed import Parser, item_code, number_with, port_number, reader_of, whole

ENGINES = ("mkdocs", "zensical")
"""Names of the engines, the usual one first; :mod:`generator.publish.engine` brings MkDocs along, which help does without."""

VERIFY_PAUSE, VERIFY_DEADLINE = 0.1, 3600.0
"""Seconds between two requests of a site that is verified, which is the agency's own, and for all of them."""


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
    reads_year, reads_date = reader_of("parse_year", language), reader_of("parse_date", language)

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
    new.add_argument("--english", action="store_true", help=said["new_english"])

    opened = command("new-year")
    opened.add_argument("year", type=reads_year, metavar="YEAR", help=said["opened_year"])
    opened.add_argument(
        "--from", dest="from_year", required=True, type=reads_year, metavar="YEAR", help=said["opened_from"]
    )
    with_data(opened)

    approve = command("approve")
    with_data(approve)
    approve.add_argument("--item", type=item_code, metavar="CODE", help=said["approve_item"])
    approve.add_argument("--year", type=reads_year, metavar="YEAR", help=said["approve_year"])
    approve.add_argument("--all", action="store_true", help=said["approve_all"])
    approve.add_argument("--by", metavar="NAME", help=said["approve_by"])
    with_date(approve, "approve_date")
    approve.add_argument("--out", type=Path, default=Path("oit-approve.xlsx"), metavar="FILE", help=said["approve_out"])
    with_consent(approve)

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
    build.add_argument("--sign", type=Path, metavar="KEY", help=said["sign"])
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
    check.add_argument("--timings", action="store_true", help=said["timings"])

    back = command("rollback")
    with_project(back)
    back.add_argument("--site", type=Path, metavar="DIR", help=said["rolled_site"])
    back.add_argument("--to", type=whole, metavar="N", help=said["rollback_to"])
    back.add_argument("--yes", action="store_true", help=said["rollback_yes"])
    back.add_argument("--sign", type=Path, metavar="KEY", help=said["sign"])

    given = command("publish")
    with_project(given)
    given.add_argument("--site", type=Path, metavar="DIR", help=said["given_site"])
    given.add_argument("--to", type=Path, required=True, metavar="DIR|ZIP", help=said["publish_to"])
    given.add_argument("--changed", action="store_true", help=said["changed"])
    given.add_argument("--since", metavar="URL|DIR|FILE", help=said["since"])

    _verify(command("verify"), said, language)

    audit = command("audit")
    _site_out(audit, said, reads_year, language, "address")
    audit.add_argument("--data", type=Path, metavar="DIR", help=said["audit_data"])
    audit.add_argument("--agency", action="append", default=[], metavar="NAME", help=said["audit_agency"])
    with_format(audit, "xlsx")
    audit.add_argument("--out", type=Path, default=Path("oit-audit.xlsx"), metavar="FILE", help=said["audit_out"])

    taken = command("import")
    _site_out(taken, said, reads_year, language, "import_address")
    with_data(taken)
    taken.add_argument("--agency", action="append", default=[], metavar="NAME", help=said["import_agency"])
    taken.add_argument("--family", metavar="ID", help=said["import_family"])
    taken.add_argument("--fetch", action="store_true", help=said["import_fetch"])
    taken.add_argument("--base", default="", metavar="URL", help=said["import_base"])
    with_consent(taken)

    live = command("serve")
    with_project(live)
    with_engine(live)
    live.add_argument("--public", action="store_true", help=said["public"])
    with_date(live, "draft_date")
    with_cache(live)
    live.add_argument("--host", default="127.0.0.1", help=said["serve_host"])
    live.add_argument("--port", type=port_number, default=8000, help=said["serve_port"])

    desk = command("edit")
    with_project(desk)
    with_engine(desk)
    with_date(desk, "draft_date")
    with_cache(desk)
    desk.add_argument("--port", type=port_number, default=8010, help=said["edit_port"])
    desk.add_argument("--no-browser", action="store_true", help=said["no_browser"])
    desk.add_argument("--behind-proxy", action="store_true", help=said["behind_proxy"])
    desk.add_argument("--user-header", metavar="NAME", help=said["user_header"])
    desk.add_argument("--host-name", action="append", default=[], metavar="HOST", help=said["host_name"])
    desk.add_argument("--host", default="127.0.0.1", help=said["edit_host"])

    _catalogue(command("catalogue"), said, words["commands"], reads_year)

    calendar = command("calendar")
    with_data(calendar)
    calendar.add_argument("--year", type=reads_year, metavar="YEAR", help=said["calendar_year"])
    calendar.add_argument("--out", type=Path, default=Path("oit.ics"), metavar="FILE", help=said["calendar_out"])

    papers = command("evidence")
    with_data(papers)
    papers.add_argument("--accept", nargs="+", metavar="N", help=said["evidence_accept"])
    papers.add_argument("--clean", action="store_true", help=said["evidence_clean"])
    with_consent(papers)

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


def _verify(verify: Parser, said: Mapping[str, str], language: str) -> None:
    number = number_with(language)
    verify.add_argument("address", metavar="URL|DIR", help=said["verified"])
    verify.add_argument("--signers", type=Path, metavar="FILE", help=said["signers"])
    verify.add_argument("--since", metavar="URL|DIR|FILE", help=said["verified_since"])
    for name, least, default, about in (
        ("--timeout", 0.1, Limits().timeout, "audit_timeout"),
        ("--pause", 0, VERIFY_PAUSE, "audit_pause"),
        ("--deadline", 1, VERIFY_DEADLINE, "verify_deadline"),
    ):
        text = said[about].format(default=f"{default:g}")
        verify.add_argument(name, type=number(least), default=default, metavar="SECONDS", help=text)
    verify.add_argument("--format", choices=tuple(FORMATS), default="text", help=said["format"])


def _site_out(
    sub: Parser, said: Mapping[str, str], reads_year: Callable[[str], int], language: str, address: str
) -> None:
    """What is typed of a site that is out; ``address``: the key of what is said of its address."""
    usual = Limits()
    number = number_with(language)
    sub.add_argument("address", metavar="URL|DIR", help=said[address])
    sub.add_argument("--year", type=reads_year, metavar="YEAR", help=said["audit_year"])
    sub.add_argument("--profile", metavar="ID", help=said["profile"])
    sub.add_argument("--host", action="append", default=[], metavar="HOST", help=said["audit_host"])
    limits: tuple[tuple[str, float, float, str, str], ...] = (
        ("--max-pages", 1, usual.pages, "N", "audit_max_pages"),
        ("--max-size", 0.001, usual.size / 1_000_000, "MB", "audit_max_size"),
        ("--timeout", 0.1, usual.timeout, "SECONDS", "audit_timeout"),
        ("--pause", 0, usual.pause, "SECONDS", "audit_pause"),
    )
    for name, least, default, metavar, about in limits:
        text = said[about].format(default=f"{default:g}")
        sub.add_argument(name, type=number(least), default=default, metavar=metavar, help=text)
    sub.add_argument("--state", type=Path, metavar="FILE", help=said["audit_state"])
