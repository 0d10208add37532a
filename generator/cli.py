"""The command line: the only module that prints or sets an exit code.

Exit codes: 0 everything is fine, 1 there are faults in the input, 2 the command was used wrongly.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from generator import languages, road, schema
from generator.diagnostics import FORMATS, Diagnostic, has_errors
from generator.engine import ENGINES
from generator.road import Project
from generator.serve import serve
from generator.shape import closest

FINE, FAULTS, WRONG_USE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Thai Windows console is cp874
    options = _parser().parse_args(arguments)
    try:
        result: int = options.run(options)
    except OSError as error:  # the machine refuses: a full disk, a port in use, a folder without leave to write
        print(f"oit: {error.strerror or error}: {error.filename or ''}".rstrip(": "), file=sys.stderr)
        return WRONG_USE
    return result


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(f"oit: {message}", file=sys.stderr)
        raise SystemExit(WRONG_USE)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="oit", description="สร้างและตรวจเว็บไซต์เปิดเผยข้อมูล OIT จากแฟ้มข้อมูล (build and check an OIT disclosure site)"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(run=run)
        sub.add_argument(
            "--lang", choices=languages.LANGUAGES, default="th", help="ภาษาของข้อความ (language of messages)"
        )
        return sub

    def with_data(sub: argparse.ArgumentParser) -> None:
        sub.add_argument(
            "--data", type=Path, default=Path("data"), metavar="DIR", help="โฟลเดอร์ข้อมูล (data folder; default: data)"
        )
        sub.add_argument(
            "--project",
            type=Path,
            default=Path(),
            metavar="DIR",
            help="โฟลเดอร์ของ mkdocs.yml, theme และ content (default: .)",
        )

    def with_format(sub: argparse.ArgumentParser) -> None:
        sub.add_argument(
            "--format", choices=FORMATS, default="text", help="รูปแบบของรายงาน (format of the report; default: text)"
        )

    def with_engine(sub: argparse.ArgumentParser) -> None:
        sub.add_argument(
            "--engine", choices=ENGINES, default=next(iter(ENGINES)), help="โปรแกรมสร้างหน้าเว็บ (site engine)"
        )

    build = command("build", _build, "ตรวจข้อมูลแล้วสร้างเว็บไซต์ (check the data and build the site)")
    with_data(build)
    with_format(build)
    with_engine(build)
    build.add_argument(
        "--site", type=Path, default=Path("site"), metavar="DIR", help="โฟลเดอร์ของเว็บไซต์ (site folder; default: site)"
    )

    check = command("check", _check, "ตรวจข้อมูลโดยไม่สร้างเว็บไซต์ (check the data, build nothing)")
    with_data(check)
    with_format(check)

    live = command("serve", _serve, "เปิดเว็บไซต์บนเครื่องนี้และปรับปรุงเมื่อข้อมูลเปลี่ยน (serve here, rebuild on change)")
    with_data(live)
    with_engine(live)
    live.add_argument("--host", default="127.0.0.1", help="ที่อยู่ที่เปิดรับ (default: 127.0.0.1)")
    live.add_argument("--port", type=int, default=8000, help="พอร์ต (default: 8000)")

    explain = command("explain", _explain, "อธิบายรหัสข้อผิดพลาด (explain the code of a fault)")
    explain.add_argument("code", nargs="?", help="รหัส เช่น unknown-key; ไม่ระบุ = ทุกรหัส (none: list all codes)")

    schemas = command(
        "schema", _schema, "เขียน JSON Schema ของแฟ้มข้อมูลทุกชนิด (write JSON Schemas of every kind of data file)"
    )
    schemas.add_argument(
        "--out", type=Path, default=Path("schemas"), metavar="DIR", help="โฟลเดอร์ปลายทาง (default: schemas)"
    )
    return parser


def _project(options: argparse.Namespace) -> Project:
    words = languages.words(options.lang)["cli"]
    root: Path = options.project.resolve()
    if not (root / "mkdocs.yml").is_file():
        _refuse(words["no_project"].format(folder=options.project))
    site: Path = getattr(options, "site", root / "site").resolve()
    project = Project(root, options.data, site, root / "build" / "oit")
    if not project.may_replace_site():
        _refuse(words["not_a_site"].format(folder=site))
    return project


def _refuse(problem: str) -> NoReturn:
    print(f"oit: {problem}", file=sys.stderr)
    raise SystemExit(WRONG_USE)


def _report(found: list[Diagnostic], options: argparse.Namespace) -> None:
    print(FORMATS[options.format](found, options.lang), end="", flush=True)


def _build(options: argparse.Namespace) -> int:
    outcome = road.walk(_project(options), options.engine)
    words = languages.words(options.lang)["cli"]
    _report(outcome.diagnostics, options)
    if options.format == "text":
        if outcome.is_built:
            print(words["built"].format(site=options.site, pages=outcome.pages))
        else:
            print(words["not_built"], file=sys.stderr)
    return FINE if outcome.is_built else FAULTS


def _check(options: argparse.Namespace) -> int:
    _, found = road.read(Project(Path(), options.data, Path("site"), Path("build")))
    _report(found, options)
    return FAULTS if has_errors(found) else FINE


def _serve(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["cli"]
    options.format = "text"
    if not options.data.is_dir():
        _report([Diagnostic(options.data.as_posix(), 0, 0, "no-data-folder")], options)
        return FAULTS

    def report(found: list[Diagnostic], pages: int, seconds: float) -> None:
        if found:
            _report(found, options)
        if pages or not has_errors(found):
            print(words["rebuilt"].format(pages=pages, seconds=f"{seconds:.1f}"), flush=True)

    def started(url: str) -> None:
        print(words["serving"].format(url=url), flush=True)

    serve(_project(options), options.engine, options.host, options.port, report, started)
    return FINE


def _explain(options: argparse.Namespace) -> int:
    manual = languages.faults(options.lang)
    words = languages.words(options.lang)
    if options.code is None:
        width = max(map(len, manual))
        print("\n".join(f"{code:<{width}}  {manual[code]['about']}" for code in sorted(manual)))
        return FINE
    if options.code not in manual:
        meant = closest(options.code, manual)
        print(words["cli"]["no_such_code"].format(code=options.code), file=sys.stderr)
        if meant:
            print(words["cli"]["did_you_mean"].format(code=meant), file=sys.stderr)
        return WRONG_USE
    entry, labels = manual[options.code], words["diagnostics"]
    print(f"{options.code}: {entry['about']}\n")
    print(f"{labels['why']}: {entry['why']}\n")
    for part in ("wrong", "right"):
        print(f"{labels[part]}:")
        print("".join(f"    {line}\n" for line in entry[part].splitlines()))
    return FINE


def _schema(options: argparse.Namespace) -> int:
    made = schema.schemas()
    options.out.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (options.out / name).write_text(text, "utf-8")
    print(languages.words(options.lang)["cli"]["schema"].format(count=len(made), folder=options.out))
    return FINE
