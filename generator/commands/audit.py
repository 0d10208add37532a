"""``oit audit``: a site or a folder as an assessor of the NACC sees it."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from generator import languages
from generator.audit.addresses import FOLDER_ROOT, address_of, host_of
from generator.audit.fetch import Progress
from generator.audit.fetch import run as run_audit
from generator.audit.folder import Folder
from generator.audit.limits import Limits
from generator.audit.report import audit_summary, catalogues_of, names_of, report_of
from generator.audit.state import NotAState, State
from generator.audit.survey import Audit
from generator.audit.task import Task
from generator.audit.web import Web
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import far_folder, name_of, report
from generator.diagnostics import has_errors
from generator.models.catalogue import Catalogue
from generator.models.profile import GENERAL
from generator.models.scalars import is_web_address
from generator.officers import start
from generator.officers.todo_list import as_xlsx
from generator.site.loader import Loader


def run(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)
    basis = _of_data(options) if options.data else _of_profile(options, words)
    if basis is None:
        return FAULTS
    if options.year is not None and options.year not in basis.catalogues:
        known = ", ".join(map(str, sorted(basis.catalogues)))
        refuse(words["new"]["no_year"].format(year=options.year, known=known))
    try:
        found = report_of(_audit(options, basis, words))
    except NotAState:
        refuse(words["audit"]["not_a_state"].format(file=options.state))
    except KeyboardInterrupt:
        print(f"\n{words['audit']['interrupted']}", file=sys.stderr)
        return FAULTS
    if options.format == "xlsx":
        options.out.write_bytes(as_xlsx(found, options.lang))
        print(words["report"]["written"].format(file=options.out))
    else:
        report(found.found, options.lang, options.format)
    if options.format == "text":
        print(audit_summary(found, options.lang), end="", flush=True)
    return FAULTS if has_errors(found.found) else FINE


# --- what is asked for ------------------------------------------------------------------------------


class _Basis(NamedTuple):
    """What is asked for, what the agency is called, and the years of which it has data: of these the newest is judged."""

    catalogues: Mapping[int, Catalogue]
    names: tuple[str, ...]
    years: frozenset[int] = frozenset()


def _of_data(options: argparse.Namespace) -> _Basis | None:
    """What an agency's own data say; None where they cannot be read, which is then printed."""
    site, found = Loader().load(options.data, name_of(options.data))
    if site is None or not site.catalogues:
        format = "text" if options.format == "xlsx" else options.format  # a workbook is of an audit, which there is not
        report(found, options.lang, format, far=far_folder(options.data))
        return None
    return _Basis(catalogues_of(site), _names(options) or names_of(site), frozenset(site.years))


def _of_profile(options: argparse.Namespace, words: Mapping[str, Any]) -> _Basis:
    """What comes with the program for a kind of agency."""
    profile = GENERAL if options.profile is None else options.profile
    if profile not in start.profiles():
        refuse(words["new"]["no_profile"].format(profile=profile, known=", ".join(start.profiles())))
    return _Basis(start.catalogues(profile), _names(options))


def _names(options: argparse.Namespace) -> tuple[str, ...]:
    return tuple(name for name in options.agency if name.strip())


# --- where it is opened -----------------------------------------------------------------------------


def _audit(options: argparse.Namespace, basis: _Basis, words: Mapping[str, Any]) -> Audit:
    """Open the site over HTTP, or the folder."""
    catalogues, names, years = basis
    limits = Limits(int(options.max_pages), int(options.max_size * 1_000_000), options.timeout, options.pause)
    progress = _progress(words["audit"])
    address = address_of("", options.address) if is_web_address(options.address) else None
    if address:
        hosts = frozenset([host_of(address), *(_host(host, words) for host in options.host)])
        task = Task(address, catalogues, hosts, "", options.year, years, names)
        with ExitStack() as open_files:
            state = open_files.enter_context(State(options.state)) if options.state else None
            web = Web(task, limits, state)
            audit = run_audit(task, web, progress)
            web.finish()
        return audit
    folder = Path(options.address)
    if not folder.is_dir():
        refuse(words["audit"]["no_such_place"].format(address=options.address))
    task = Task(FOLDER_ROOT, catalogues, frozenset(), folder.as_posix(), options.year, years, names)
    return run_audit(task, Folder(folder, limits), progress)


def _host(typed: str, words: Mapping[str, Any]) -> str:
    """``host`` or ``host:port`` from what an officer types, an address perhaps."""
    host = host_of(typed if "://" in typed else f"https://{typed}")
    if not re.fullmatch(r"[\w.-]+(?::\d+)?|[0-9a-f:]+", host):
        refuse(words["audit"]["not_a_host"].format(host=typed))
    return host


def _progress(words: Mapping[str, str]) -> Callable[[Progress], None]:
    """Says on stderr how far an audit is: on one line of a terminal, else a line an item."""
    is_terminal = sys.stderr.isatty()
    last = ""

    def progress(now: Progress) -> None:
        nonlocal last
        key = f"{now.number}" if now.code else now.address
        if not is_terminal and key == last:
            return
        last = key
        line = words["opening" if now.code else "searching"].format_map(vars(now))
        print(
            f"\r\x1b[K{line[:100]}" if is_terminal else line,
            end="" if is_terminal else "\n",
            file=sys.stderr,
            flush=True,
        )

    return progress
