"""The command line: the only module that prints or sets an exit code.

Exit codes: 0 everything is fine, 1 there are faults in the input, 2 the command was used wrongly.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NoReturn, TypeVar

from generator import audit, fetch, languages, opened, road, schema, start
from generator.agency import Agency
from generator.checks import empty_disclosure
from generator.dates import DateFault, parse_date, parse_year
from generator.diagnostics import FORMATS, Diagnostic, has_errors
from generator.engine import ENGINES
from generator.figures import fold_digits
from generator.loader import Loader
from generator.report import Report, as_xlsx, summary
from generator.road import Project
from generator.scalars import is_web_address
from generator.serve import serve, watch
from generator.shape import closest

FINE, FAULTS, WRONG_USE = 0, 1, 2

T = TypeVar("T")


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
            metavar="DIR",
            help="โฟลเดอร์ของ mkdocs.yml, theme และ content (default: the current one, or that of the program)",
        )

    def with_format(sub: argparse.ArgumentParser) -> None:
        sub.add_argument(
            "--format", choices=FORMATS, default="text", help="รูปแบบของรายงาน (format of the report; default: text)"
        )

    def with_engine(sub: argparse.ArgumentParser) -> None:
        sub.add_argument(
            "--engine", choices=ENGINES, default=next(iter(ENGINES)), help="โปรแกรมสร้างหน้าเว็บ (site engine)"
        )

    new = command("new", _new, "เริ่มโฟลเดอร์ข้อมูลของหน่วยงานใหม่ (start the data folder of a new agency)")
    new.add_argument("folder", type=Path, metavar="DIR", help="โฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง (a new or empty folder)")
    new.add_argument("--name", help="ชื่อหน่วยงานเต็ม; ไม่ระบุ = ถามทีละข้อ (name of the agency; none: asks)")
    new.add_argument("--short-name", metavar="NAME", help="ชื่อย่อ (short name; default: the name)")
    new.add_argument("--profile", metavar="ID", help="ประเภทหน่วยงาน (kind of agency; default: central-government)")
    new.add_argument(
        "--year",
        type=_read_with(parse_year),
        metavar="YEAR",
        help="ปีที่ประเมิน (assessed year; default: the newest that is known)",
    )
    new.add_argument("--url", help="ที่อยู่จริงของเว็บไซต์เมื่อเผยแพร่ (where the site will stand)")

    opened = command(
        "new-year",
        _new_year,
        "เปิดปีใหม่: ยกเรื่องที่ยังใช้ได้มาจากปีเดิม และเปิดแฟ้มเปล่าให้เรื่องที่เหลือ (open a year: carry what still holds)",
    )
    opened.add_argument("year", type=_read_with(parse_year), metavar="YEAR", help="ปีที่ประเมินปีใหม่ (the new year)")
    opened.add_argument(
        "--from",
        dest="from_year",
        required=True,
        type=_read_with(parse_year),
        metavar="YEAR",
        help="ปีที่ยกข้อมูลมา (the year to carry from)",
    )
    opened.add_argument(
        "--data", type=Path, default=Path("data"), metavar="DIR", help="โฟลเดอร์ข้อมูล (data folder; default: data)"
    )

    build = command("build", _build, "ตรวจข้อมูลแล้วสร้างเว็บไซต์ (check the data and build the site)")
    with_data(build)
    with_format(build)
    with_engine(build)
    build.add_argument(
        "--site",
        type=Path,
        metavar="DIR",
        help="โฟลเดอร์ของเว็บไซต์ (site folder; default: site, or draft with --draft)",
    )

    build.add_argument(
        "--draft", action="store_true", help="เว็บไซต์ร่างสำหรับเจ้าหน้าที่: แสดงสิ่งที่ยังไม่เสร็จด้วย (show what is unfinished)"
    )

    check = command("check", _check, "ตรวจข้อมูลโดยไม่สร้างเว็บไซต์ (check the data, build nothing)")
    with_data(check)
    check.add_argument(
        "--format",
        choices=(*FORMATS, "xlsx"),
        default="text",
        help="รูปแบบของรายงาน (format of the report; default: text)",
    )
    check.add_argument(
        "--out", type=Path, default=Path("oit-check.xlsx"), metavar="FILE", help="แฟ้ม XLSX (default: oit-check.xlsx)"
    )
    check.add_argument(
        "--date",
        type=_read_with(parse_date),
        metavar="DATE",
        help="วันที่ใช้ตรวจ เช่น 31/3/2568 (the day of the check; default: today)",
    )
    check.add_argument(
        "--year", type=_read_with(parse_year), metavar="YEAR", help="เฉพาะปีที่ประเมินนี้ (only this assessed year)"
    )
    check.add_argument("--item", type=_item_code, metavar="CODE", help="เฉพาะข้อนี้ เช่น O13 (only this item)")
    check.add_argument("--owner", metavar="UNIT", help="เฉพาะหน่วยงานภายในนี้ (only this owner unit)")
    check.add_argument("--watch", action="store_true", help="ตรวจซ้ำทุกครั้งที่แฟ้มเปลี่ยน (check again at every change)")

    look = command(
        "audit",
        _audit,
        "ดูเว็บไซต์ที่เผยแพร่แล้วอย่างผู้ประเมิน: เปิดคำตอบทุกข้อ (look at a published site as an assessor does)",
    )
    look.add_argument("address", metavar="URL|DIR", help="ที่อยู่ของหน้ารวมรายการ หรือโฟลเดอร์ของเว็บไซต์ (where to begin)")
    look.add_argument(
        "--year",
        type=_read_with(parse_year),
        metavar="YEAR",
        help="ปีที่ประเมิน; ไม่ระบุ = ปีใหม่สุดที่พบ (the assessed year; default: the newest that is found)",
    )
    look.add_argument(
        "--profile",
        metavar="ID",
        default=Agency.model_fields["profile"].default,
        help="ประเภทหน่วยงาน (kind of agency; default: central-government)",
    )
    look.add_argument(
        "--agency",
        action="append",
        default=[],
        metavar="NAME",
        help="ชื่อหน่วยงานที่หลักฐานต้องมี ใส่ซ้ำได้ (name that evidence must have; may be repeated)",
    )
    look.add_argument(
        "--host",
        action="append",
        default=[],
        metavar="HOST",
        help="โฮสต์อื่นที่ให้เปิดด้วย ใส่ซ้ำได้ (another host that may be opened; default: only that of the URL)",
    )
    usual = fetch.Limits()
    look.add_argument(
        "--max-pages",
        type=_number(1),
        default=usual.pages,
        metavar="N",
        help=f"เปิดไม่เกินกี่ที่อยู่ (addresses opened at most; default: {usual.pages})",
    )
    look.add_argument(
        "--max-size",
        type=_number(0.001),
        default=usual.size / 1_000_000,
        metavar="MB",
        help=f"แฟ้มละไม่เกินกี่ MB (size of one file at most; default: {usual.size // 1_000_000})",
    )
    look.add_argument(
        "--timeout",
        type=_number(0.1),
        default=usual.timeout,
        metavar="SECONDS",
        help=f"รอแต่ละที่อยู่ไม่เกินกี่วินาที (seconds to wait for an address; default: {usual.timeout:g})",
    )
    look.add_argument(
        "--pause",
        type=_number(0),
        default=usual.pause,
        metavar="SECONDS",
        help=f"เว้นระหว่างการเปิดแต่ละครั้งกี่วินาที (seconds between two requests; default: {usual.pause:g})",
    )
    look.add_argument(
        "--state",
        type=Path,
        metavar="FILE",
        help="แฟ้มที่จำสิ่งที่เปิดแล้ว เพื่อทำต่อเมื่อหยุดกลางคัน (keeps what was opened, to go on later)",
    )
    look.add_argument(
        "--format",
        choices=(*FORMATS, "xlsx"),
        default="text",
        help="รูปแบบของรายงาน (format of the report; default: text)",
    )
    look.add_argument(
        "--out", type=Path, default=Path("oit-audit.xlsx"), metavar="FILE", help="แฟ้ม XLSX (default: oit-audit.xlsx)"
    )

    live = command("serve", _serve, "เปิดเว็บไซต์บนเครื่องนี้และปรับปรุงเมื่อข้อมูลเปลี่ยน (serve here, rebuild on change)")
    with_data(live)
    with_engine(live)
    live.add_argument(
        "--public", action="store_true", help="แสดงเฉพาะสิ่งที่สาธารณชนเห็น (show what the public sees; default: the draft)"
    )
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


def _project(options: argparse.Namespace, scratch: Path) -> Project:
    """The project to build; ``scratch`` is where its pages are made when theme and content are not the officer's own."""
    words = languages.words(options.lang)["cli"]
    root: Path = (options.project or road.usual_root()).resolve()
    if not (root / "mkdocs.yml").is_file():
        _refuse(words["no_project"].format(folder=options.project or root))
    own = root if options.project or root == Path.cwd().resolve() else None
    work = own / "build" / "oit" if own else scratch / "oit"
    is_draft: bool = options.draft if options.command == "build" else not options.public
    site: Path = (getattr(options, "site", None) or (own or Path()) / ("draft" if is_draft else "site")).resolve()
    project = Project(root, options.data, site, work, is_draft)
    if not project.may_replace_site():
        _refuse(words["not_a_site"].format(folder=site))
    return project


def _refuse(problem: str) -> NoReturn:
    print(f"oit: {problem}", file=sys.stderr)
    raise SystemExit(WRONG_USE)


def _report(found: list[Diagnostic], options: argparse.Namespace) -> None:
    print(FORMATS[options.format](found, options.lang), end="", flush=True)


def _new(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["new"]
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        _refuse(words["not_empty"].format(folder=folder))
    asks = options.name is None
    if asks and not (sys.stdin and sys.stdin.isatty()):
        _refuse(words["name_needed"])

    def answer(key: str, given: str | None, default: str, choices: Iterable[object] = ()) -> str:
        """What was given, or what the officer types; Enter takes the default."""
        if given is not None or not asks:
            return default if given is None else given
        question = words["ask"][key].format(choices=", ".join(map(str, choices)))
        return input(f"{question}{f' [{default}]' if default else ''}: ").strip() or default

    try:
        name = ""
        while not name:
            name = " ".join(answer("name", options.name, "").split())
            if not name and not asks:
                _refuse(words["name_needed"])
        short_name = answer("short_name", options.short_name, name)
        profile = answer("profile", options.profile, Agency.model_fields["profile"].default, start.profiles())
        if profile not in start.profiles():
            _refuse(words["no_profile"].format(profile=profile, known=", ".join(start.profiles())))
        years = sorted(start.catalogues(profile))
        known = ", ".join(map(str, years))
        typed = answer("year", None if options.year is None else str(options.year), str(years[-1]), years)
        try:
            year = parse_year(typed)
        except DateFault:
            year = 0
        if year not in years:
            _refuse(words["no_year"].format(year=typed, known=known))
        url = answer("url", options.url, "")
        if url and not is_web_address(url):
            _refuse(words["bad_url"].format(url=url))
    except (EOFError, KeyboardInterrupt):  # the officer went away
        print(file=sys.stderr)
        return WRONG_USE
    typed_folder = folder.as_posix()
    made = start.new(name=name, short_name=short_name, profile=profile, year=year, url=url, folder=typed_folder)
    _write(folder, made)
    print(start.list_new(made, typed_folder, options.lang), end="")
    return FINE


def _new_year(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["new"]
    folder: Path = options.data
    options.format = "text"
    if options.year == options.from_year:
        _refuse(words["same_year"])
    site, found = Loader().load(folder, folder.as_posix())
    if site is None or has_errors(found):
        _report(found, options)  # what could not be read would be opened as a blank
        return FAULTS
    if options.from_year not in site.catalogues:
        known = ", ".join(map(str, sorted(site.catalogues)))
        _refuse(words["no_from_year"].format(year=options.from_year, known=known))
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    agency = (folder / "agency.yaml").read_bytes().decode("utf-8")
    plan = start.new_year(site, options.year, options.from_year, there=there, agency=agency)
    _write(folder, plan.files)
    if plan.agency is not None:
        (folder / "agency.yaml").write_bytes(plan.agency.encode("utf-8"))
    print(start.list_new_year(plan, folder.as_posix(), options.lang), end="")
    return FINE


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write new files; one that stands there already is never written over."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _build(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="oit-") as scratch:
        project = _project(options, Path(scratch))
        outcome = road.walk(project, options.engine)
    words = languages.words(options.lang)["cli"]
    found = outcome.diagnostics
    if options.format == "text":
        listed = {file for one in outcome.to_fill for file in one.files}  # told at the end, item by item
        found = [d for d in found if d.code != empty_disclosure.CODE or d.file not in listed]
    _report(found, options)
    if options.format == "text":
        if outcome.is_built:
            print(words["built"].format(site=options.site or project.site.name, pages=outcome.pages))
            print(start.list_to_fill(outcome.to_fill, options.lang), end="")
        else:
            print(words["not_built"], file=sys.stderr)
    return FINE if outcome.is_built else FAULTS


def _check(options: argparse.Namespace) -> int:
    today = options.date or datetime.now(timezone(timedelta(hours=7))).date()  # the day in Thailand
    project = Project(Path(), options.data, Path("site"), Path("build"), today=today)
    if options.watch:
        with suppress(KeyboardInterrupt):
            for site, found in watch(project):
                _tell(Report(found, site), options)
        return FINE
    site, found = road.read(project)
    return FAULTS if has_errors(_tell(Report(found, site), options).found) else FINE


def _tell(report: Report, options: argparse.Namespace) -> Report:
    """Print or write the report, narrowed as asked; gives what was told."""
    asked = {"owner": options.owner, "year": options.year, "item": options.item}
    unknown = report.nothing_like(**asked)
    if unknown:
        _refuse(languages.words(options.lang)["report"]["nothing_like"].format(name=unknown))
    told = report.narrowed(**asked)
    if options.format == "xlsx":
        options.out.write_bytes(as_xlsx(told, options.lang))
        print(languages.words(options.lang)["report"]["written"].format(file=options.out))
    else:
        _report(list(told.found), options)
    if options.format == "text":
        print(summary(told, options.lang), end="", flush=True)
    return told


def _audit(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)
    if options.profile not in start.profiles():
        _refuse(words["new"]["no_profile"].format(profile=options.profile, known=", ".join(start.profiles())))
    catalogues = start.catalogues(options.profile)
    if options.year is not None and options.year not in catalogues:
        known = ", ".join(map(str, sorted(catalogues)))
        _refuse(words["new"]["no_year"].format(year=options.year, known=known))
    limits = fetch.Limits(int(options.max_pages), int(options.max_size * 1_000_000), options.timeout, options.pause)
    agency = tuple(name for name in options.agency if name.strip())
    address = opened.address_of("", options.address) if is_web_address(options.address) else None
    folder = Path(options.address)
    try:
        with ExitStack() as open_files:
            source: fetch.Source
            if address:
                hosts = [opened.host_of(address), *(_host(host, words) for host in options.host)]
                task = opened.Task(address, catalogues, frozenset(hosts), "", options.year, agency)
                state = open_files.enter_context(fetch.State(options.state)) if options.state else None
                source = fetch.Web(task, limits, state)
            elif folder.is_dir():
                task = opened.Task(opened.FOLDER_ROOT, catalogues, frozenset(), folder.as_posix(), options.year, agency)
                source = fetch.Folder(folder, limits)
            else:
                _refuse(words["audit"]["no_such_place"].format(address=options.address))
            found = audit.report_of(fetch.run(task, source, _progress(words["audit"])))
            if isinstance(source, fetch.Web):
                source.finish()
    except fetch.NotAState:
        _refuse(words["audit"]["not_a_state"].format(file=options.state))
    except KeyboardInterrupt:
        print(f"\n{words['audit']['interrupted']}", file=sys.stderr)
        return FAULTS
    if options.format == "xlsx":
        options.out.write_bytes(as_xlsx(found, options.lang))
        print(words["report"]["written"].format(file=options.out))
    else:
        _report(list(found.found), options)
    if options.format == "text":
        print(audit.summary(found, options.lang), end="", flush=True)
    return FAULTS if has_errors(found.found) else FINE


def _host(typed: str, words: Mapping[str, Mapping[str, str]]) -> str:
    """``host`` or ``host:port`` from what an officer types, an address perhaps."""
    host = opened.host_of(typed if "://" in typed else f"https://{typed}")
    if not re.fullmatch(r"[\w.-]+(?::\d+)?|[0-9a-f:]+", host):
        _refuse(words["audit"]["not_a_host"].format(host=typed))
    return host


def _progress(words: Mapping[str, str]) -> Callable[[fetch.Progress], None]:
    """Tells on stderr how far an audit is: on one line of a terminal, else a line an item."""
    is_terminal = sys.stderr.isatty()
    last = ""

    def tell(progress: fetch.Progress) -> None:
        nonlocal last
        key = f"{progress.number}" if progress.code else progress.address
        if not is_terminal and key == last:
            return
        last = key
        line = words["opening" if progress.code else "searching"].format_map(vars(progress))
        print(
            f"\r\x1b[K{line[:100]}" if is_terminal else line,
            end="" if is_terminal else "\n",
            file=sys.stderr,
            flush=True,
        )

    return tell


def _number(least: float) -> Callable[[str], float]:
    """An option's reader of a number that is not below ``least``."""

    def of_option(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if not least <= number < 1e9:
            problem = Diagnostic("", 0, 0, "not-a-number", facts={"value": text})
            raise argparse.ArgumentTypeError(f"{problem.message('th')} {problem.hint('th')}")
        return number

    return of_option


def _item_code(text: str) -> str:
    """``O13`` from ``o13``, ``๑๓`` or ``13``."""
    code = fold_digits(text.strip()).upper()
    return f"O{code}" if code.isdigit() else code


def _read_with(read: Callable[[str], T]) -> Callable[[str], T]:
    """An option's reader that says in Thai what is wrong with a date or a year."""

    def of_option(text: str) -> T:
        try:
            return read(text)
        except DateFault as fault:
            facts = {"value": text, **{name: str(value) for name, value in fault.detail.items()}}
            problem = Diagnostic("", 0, 0, fault.code, facts=facts)
            raise argparse.ArgumentTypeError(f"{problem.message('th')} {problem.hint('th')}") from None

    return of_option


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

    with tempfile.TemporaryDirectory(prefix="oit-") as scratch:
        serve(_project(options, Path(scratch)), options.engine, options.host, options.port, report, started)
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
    if "rule" in entry:
        print(f"{labels['rule']}: {entry['rule']}")
    return FINE


def _schema(options: argparse.Namespace) -> int:
    made = schema.schemas()
    options.out.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (options.out / name).write_text(text, "utf-8")
    print(languages.words(options.lang)["cli"]["schema"].format(count=len(made), folder=options.out))
    return FINE
