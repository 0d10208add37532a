"""How ``oit audit`` and ``oit import`` open a site that is out: by what list it is judged, and over HTTP or from a folder."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from generator import languages
from generator.audit.addresses import FOLDER_ROOT, address_of, host_of
from generator.audit.fetch import FileSource, Progress
from generator.audit.fetch import run as run_audit
from generator.audit.folder import Folder
from generator.audit.limits import Limits
from generator.audit.report import catalogues_of, names_of
from generator.audit.state import State
from generator.audit.survey import Audit
from generator.audit.task import Task
from generator.audit.web import Web
from generator.commands import refuse
from generator.commands.console import far_folder, name_of, report
from generator.models.catalogue import Catalogue
from generator.models.profile import GENERAL
from generator.models.scalars import is_web_address
from generator.officers import start
from generator.site.loader import Loader
from generator.site.site import Site


class Basis(NamedTuple):
    """What is asked for, what the agency is called, and the years of which it has data: of these the newest is judged.

    ``site``: the agency's own data, where they are given.
    """

    catalogues: Mapping[int, Catalogue]
    names: tuple[str, ...]
    years: frozenset[int] = frozenset()
    site: Site | None = None


def basis_of_data(options: argparse.Namespace, format: str = "text") -> Basis | None:
    """What an agency's own data say; None where they cannot be read, which is then printed."""
    site, found = Loader().load(options.data, name_of(options.data))
    if site is None or not site.catalogues:
        report(found, options.lang, format, far=far_folder(options.data))
        return None
    return Basis(catalogues_of(site), _names(options) or names_of(site), frozenset(site.years), site)


def basis_of_profile(options: argparse.Namespace) -> Basis:
    """What comes with the program for a kind of agency."""
    words = languages.words(options.lang)["new"]
    profile = GENERAL if options.profile is None else options.profile
    if profile not in start.profiles():
        refuse(words["no_profile"].format(profile=profile, known=", ".join(start.profiles())))
    return Basis(start.catalogues(profile), _names(options))


def asked_year(options: argparse.Namespace, basis: Basis) -> int | None:
    """The year that is asked for; one without a list is refused."""
    if options.year is not None and options.year not in basis.catalogues:
        known = ", ".join(map(str, sorted(basis.catalogues)))
        refuse(languages.words(options.lang)["new"]["no_year"].format(year=options.year, known=known))
    year: int | None = options.year
    return year


def _names(options: argparse.Namespace) -> tuple[str, ...]:
    return tuple(name for name in options.agency if name.strip())


@contextmanager
def opened(options: argparse.Namespace, basis: Basis) -> Iterator[tuple[Audit, FileSource]]:
    """The audit of a site over HTTP, of a folder, or of a page that was saved; and what its files can be asked of.

    Raises:
        NotAState: the file of ``--state`` is something else.
    """
    words = languages.words(options.lang)["audit"]
    year = asked_year(options, basis)
    limits = Limits(int(options.max_pages), int(options.max_size * 1_000_000), options.timeout, options.pause)
    address = address_of("", options.address) if is_web_address(options.address) else None
    if address is None:
        folder, page = _place(options.address, words)
        task = Task(
            FOLDER_ROOT + page, basis.catalogues, frozenset(), folder.as_posix(), year, basis.years, basis.names
        )
        files = Folder(folder, limits, is_whole=not page)
        yield run_audit(task, files, _progress(words)), files
        return
    hosts = frozenset([host_of(address), *(_host(host, words) for host in options.host)])
    task = Task(address, basis.catalogues, hosts, "", year, basis.years, basis.names)
    with ExitStack() as open_files:
        state = open_files.enter_context(State(options.state)) if options.state else None
        web = Web(task, limits, state)
        audit = run_audit(task, web, _progress(words))
        web.finish()
        yield audit, web


def _place(typed: str, words: Mapping[str, str]) -> tuple[Path, str]:
    """The folder that is read, and the page in it to begin with as an address; empty for its first one."""
    path = Path(typed)
    if path.is_dir():
        return path, ""
    if not path.is_file():
        refuse(words["no_such_place"].format(address=typed))
    return path.parent, quote(path.name)


def _host(typed: str, words: Mapping[str, str]) -> str:
    """``host`` or ``host:port`` from what an officer types, an address perhaps."""
    host = host_of(typed if "://" in typed else f"https://{typed}")
    if not re.fullmatch(r"[\w.-]+(?::\d+)?|[0-9a-f:]+", host):
        refuse(words["not_a_host"].format(host=typed))
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
