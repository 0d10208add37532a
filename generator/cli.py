"""The command line: the only module that prints or sets an exit code.

Exit codes: 0 everything is fine, 1 there are faults in the input, 2 the command was used wrongly.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, suppress
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import NoReturn

from generator import languages, road
from generator.arguments import WRONG_USE, language_of, parser
from generator.audit.addresses import FOLDER_ROOT, address_of, host_of
from generator.audit.fetch import Limits, Progress, Source, run
from generator.audit.folder import Folder
from generator.audit.report import audit_summary, catalogues_of, names_of, report_of
from generator.audit.state import NotAState, State
from generator.audit.task import Task
from generator.audit.web import Web
from generator.checks import due_item, empty_disclosure, overdue_item
from generator.diagnostics import FORMATS, Diagnostic, Severity, as_counts, as_text, has_errors, seen_from
from generator.input.shape import closest
from generator.models.agency import Agency
from generator.models.scalars import is_web_address
from generator.officers import new_year, schema, start, to_fill
from generator.officers.report import Report, as_xlsx, summary
from generator.road import Project
from generator.serve import serve, watch
from generator.site.loader import Loader
from generator.writing.dates import DateFault, parse_year

FINE, FAULTS = 0, 1


def main(arguments: list[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Thai Windows console is cp874
    typed = sys.argv[1:] if arguments is None else arguments
    language = language_of(typed, os.environ.get("OIT_LANG", ""))
    options = parser(language, _COMMANDS).parse_args(typed)
    try:
        result: int = options.run(options)
    except OSError as error:  # the machine refuses: a full disk, a port in use, a folder without leave to write
        print(f"oit: {error.strerror or error}: {error.filename or ''}".rstrip(": "), file=sys.stderr)
        return WRONG_USE
    return result


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
    printed = (own or Path()).resolve() / "build" / "pdf" / site.name if getattr(options, "pdf", False) else None
    archive = site.with_name(f"{site.name}-offline.zip") if getattr(options, "offline", False) else None
    today = _today(options) if is_draft else None  # what the public sees depends on no clock
    project = Project(root, options.data, site, work, is_draft, today, printed=printed, offline=archive)
    if not project.may_replace_site():
        _refuse(words["not_a_site"].format(folder=site))
    return project


def _today(options: argparse.Namespace) -> date:
    """The day that was given, or that of today in Thailand."""
    given: date | None = getattr(options, "date", None)
    return given or datetime.now(timezone(timedelta(hours=7))).date()


def _refuse(problem: str) -> NoReturn:
    print(f"oit: {problem}", file=sys.stderr)
    raise SystemExit(WRONG_USE)


def _report(found: list[Diagnostic], options: argparse.Namespace, shown: Iterable[Severity] = tuple(Severity)) -> None:
    if options.format != "text":
        print(FORMATS[options.format](found, options.lang), end="", flush=True)
        return
    folder = _far_folder(options)
    if folder and found:
        print(languages.words(options.lang)["cli"]["seen_from"].format(folder=folder))
    print(as_text(seen_from(found, folder) if folder else found, options.lang, tuple(shown)), end="", flush=True)


def _far_folder(options: argparse.Namespace) -> str:
    """The data folder where it stands elsewhere, so that every message need not repeat the way there; else nothing."""
    data: Path | None = getattr(options, "data", None)
    name = Project(Path(), data, Path(), Path()).data_name if data else ""
    return name if Path(name).is_absolute() else ""


def _without_blanks(found: Iterable[Diagnostic], blanks: Iterable[to_fill.ToFill]) -> list[Diagnostic]:
    """What was found but for the blanks that are listed as what to fill in, with the days on which they are due."""
    listed = {file for one in blanks for file in one.files}
    codes = {empty_disclosure.CODE, due_item.CODE, overdue_item.CODE}
    return [d for d in found if d.code not in codes or d.file not in listed]


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
    plan = new_year.new_year(site, options.year, options.from_year, there=there, agency=agency)
    _write(folder, plan.files)
    if plan.agency is not None:
        (folder / "agency.yaml").write_bytes(plan.agency.encode("utf-8"))
    print(new_year.list_new_year(plan, folder.as_posix(), options.lang), end="")
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
        outcome = road.walk(project, options.engine, _printing(languages.words(options.lang)["cli"]))
    if options.format == "text":
        _tell_build(outcome, project, options)
    else:
        _report(outcome.diagnostics, options)
    return FINE if outcome.is_built else FAULTS


def _printing(words: Mapping[str, str]) -> Callable[[int, int], None]:
    """Tells on stderr how many documents are printed: on one line of a terminal, else every fiftieth."""
    is_terminal = sys.stderr.isatty()

    def tell(count: int, ready: int) -> None:
        line = words["printing"].format(ready=ready, count=count)
        if is_terminal:
            print(f"\r\x1b[K{line}", end="\n" if ready == count else "", file=sys.stderr, flush=True)
        elif ready % 50 == 0 or ready == count:
            print(line, file=sys.stderr, flush=True)

    return tell


def _tell_build(outcome: road.Outcome, project: Project, options: argparse.Namespace) -> None:
    """Errors and what is wrong with the pages in full; of the rest how much there is, and where to see it."""
    words = languages.words(options.lang)["cli"]
    found = _without_blanks(outcome.diagnostics, outcome.to_fill)
    of_pages = [d for d in found if d.file.startswith(f"{project.site_name}/")]
    rest = [d for d in found if d not in of_pages]
    if of_pages:
        _report(of_pages, options)
    _report(rest, options, [Severity.ERROR])
    others = [d for d in rest if d.severity in (Severity.WARNING, Severity.ADVICE)]
    if others:
        folder = _far_folder(options)
        near = folder.rpartition("/")[0]
        print(as_counts(seen_from(others, near) if folder else others, options.lang), end="")
        print(words["see_all"].format(folder=start.argument(options.data.as_posix())))
    if outcome.is_built:
        print(words["built"].format(site=options.site or project.site.name, pages=outcome.pages))
        if project.offline:
            print(
                words["packed"].format(file=project.offline.name, size=project.offline.stat().st_size // 1_000_000 + 1)
            )
        if outcome.printed.documents:
            print(words["printed"].format(count=outcome.printed.documents, made=outcome.printed.made))
        print(to_fill.list_to_fill(outcome.to_fill, options.lang, _far_folder(options)), end="")
    else:
        print(words["not_built"], file=sys.stderr)


def _check(options: argparse.Namespace) -> int:
    project = Project(Path(), options.data, Path("site"), Path("build"), today=_today(options))
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
    elif options.format == "text" and told.site:
        blank = {d.file for d in told.found if d.code == empty_disclosure.CODE}
        if not any(asked.values()):
            blank |= {result.file.name for result in told.site.blank_results.values()}
        blanks = to_fill.only(to_fill.to_fill(told.site), blank)
        _report(_without_blanks(told.found, blanks), options)
        print(to_fill.list_to_fill(blanks, options.lang, _far_folder(options)), end="")
        print(summary(told, options.lang), end="", flush=True)
    else:
        _report(list(told.found), options)
    return told


def _audit(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)
    agency = tuple(name for name in options.agency if name.strip())
    if options.data:
        site, found = Loader().load(options.data, Project(Path(), options.data, Path(), Path()).data_name)
        if site is None or not site.catalogues:
            _report(found, options)
            return FAULTS
        catalogues = catalogues_of(site)
        agency = agency or names_of(site)
        options.data = None  # what is told from here on stands in the site, not in the data
    elif options.profile not in start.profiles():
        _refuse(words["new"]["no_profile"].format(profile=options.profile, known=", ".join(start.profiles())))
    else:
        catalogues = start.catalogues(options.profile)
    if options.year is not None and options.year not in catalogues:
        known = ", ".join(map(str, sorted(catalogues)))
        _refuse(words["new"]["no_year"].format(year=options.year, known=known))
    limits = Limits(int(options.max_pages), int(options.max_size * 1_000_000), options.timeout, options.pause)
    address = address_of("", options.address) if is_web_address(options.address) else None
    folder = Path(options.address)
    try:
        with ExitStack() as open_files:
            source: Source
            if address:
                hosts = [host_of(address), *(_host(host, words) for host in options.host)]
                task = Task(address, catalogues, frozenset(hosts), "", options.year, agency)
                state = open_files.enter_context(State(options.state)) if options.state else None
                source = Web(task, limits, state)
            elif folder.is_dir():
                task = Task(FOLDER_ROOT, catalogues, frozenset(), folder.as_posix(), options.year, agency)
                source = Folder(folder, limits)
            else:
                _refuse(words["audit"]["no_such_place"].format(address=options.address))
            report = report_of(run(task, source, _progress(words["audit"])))
            if isinstance(source, Web):
                source.finish()
    except NotAState:
        _refuse(words["audit"]["not_a_state"].format(file=options.state))
    except KeyboardInterrupt:
        print(f"\n{words['audit']['interrupted']}", file=sys.stderr)
        return FAULTS
    if options.format == "xlsx":
        options.out.write_bytes(as_xlsx(report, options.lang))
        print(words["report"]["written"].format(file=options.out))
    else:
        _report(list(report.found), options)
    if options.format == "text":
        print(audit_summary(report, options.lang), end="", flush=True)
    return FAULTS if has_errors(report.found) else FINE


def _host(typed: str, words: Mapping[str, Mapping[str, str]]) -> str:
    """``host`` or ``host:port`` from what an officer types, an address perhaps."""
    host = host_of(typed if "://" in typed else f"https://{typed}")
    if not re.fullmatch(r"[\w.-]+(?::\d+)?|[0-9a-f:]+", host):
        _refuse(words["audit"]["not_a_host"].format(host=typed))
    return host


def _progress(words: Mapping[str, str]) -> Callable[[Progress], None]:
    """Tells on stderr how far an audit is: on one line of a terminal, else a line an item."""
    is_terminal = sys.stderr.isatty()
    last = ""

    def tell(progress: Progress) -> None:
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


def _serve(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["cli"]
    options.format = "text"
    if not options.data.is_dir():
        _report([Diagnostic(options.data.as_posix(), 0, 0, "no-data-folder")], options)
        return FAULTS

    is_first = True

    def report(found: list[Diagnostic], pages: int, seconds: float, blanks: tuple[to_fill.ToFill, ...]) -> None:
        nonlocal is_first
        if told := _without_blanks(found, blanks):
            _report(told, options)
        if is_first:
            print(to_fill.list_to_fill(blanks, options.lang, _far_folder(options)), end="")
        elif blanks:
            print(words["left"].format(count=sum(len(one.files) for one in blanks)))
        is_first = False
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


_COMMANDS = {
    "new": _new,
    "new-year": _new_year,
    "build": _build,
    "check": _check,
    "audit": _audit,
    "serve": _serve,
    "explain": _explain,
    "schema": _schema,
}
