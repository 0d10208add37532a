"""A server for the officer's own machine: change the data, see the page a moment later."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from generator.diagnostics import Diagnostic, has_errors
from generator.officers.to_fill import ToFill, to_fill
from generator.publish.engine import EngineFault
from generator.publish.search.shelf import Shelf
from generator.road import Build, Placed, Project, all_sites, read
from generator.site.loader import Loader
from generator.site.site import Site

Report = Callable[[list[Diagnostic], int, float, tuple[ToFill, ...]], None]
"""Tells what was found, how many pages were built in how many seconds, and what is not filled in yet."""


class Rebuild:
    """Builds the site again after a change, doing as little as the change asks for."""

    def __init__(self, project: Project, engine: str, report: Report) -> None:
        self.project = project
        self.engine = engine
        self.report = report
        self.loader = Loader()
        self.builds: dict[str, Build] = {}
        self.looks: dict[Path, tuple[int, int]] = {}

    def __call__(self) -> None:
        start = time.perf_counter()
        site, found = read(self.project, self.loader)
        pages = 0
        if site and not has_errors(found):
            try:
                looks = stamps(self.project.root / "theme", self.project.root / "mkdocs.yml")
                placed_sites = list(all_sites(site))
                for placed in placed_sites:
                    fresh = placed.path not in self.builds or looks != self.looks
                    build = self.builds.setdefault(placed.path, self._build(placed))
                    build.site = placed.site
                    pages += self._languages(build, fresh=fresh)
                self.looks = looks
            except EngineFault as fault:
                self.builds.clear()
                found = [*found, fault.diagnostic()]
        self.report(found, pages, time.perf_counter() - start, to_fill(site) if site else ())

    def _build(self, placed: Placed) -> Build:
        build = Build(self.project, placed, self.project.site / placed.path, self.engine)
        build.memory = {}
        return build

    def _languages(self, build: Build, *, fresh: bool) -> int:
        """Build the languages of one site; a language whose pages are all as before is left alone."""
        count = 0
        tables = self.project.work / "tables" / build.path
        build.write_tables(tables)
        for language in build.languages:
            prepared = build.prepare(language)
            fresh = fresh or prepared.more_than_text  # an emptied root takes the languages inside it along
            if fresh:
                build.engine(prepared.job)
                count += prepared.pages
            elif prepared.changed:
                build.engine(prepared.job, only=prepared.changed)
                count += len(prepared.changed)
            if fresh or prepared.changed:
                shelf = build.shelves.setdefault(language, Shelf())
                shelf.fill(prepared.job.output, prepared.known, prepared.inner)
        build.copy_evidence(build.output)
        if build.site.tables:
            shutil.copytree(tables, build.output, dirs_exist_ok=True)
        build.write_exports(build.output)
        return count


def watch(project: Project, pause: float = 0.5) -> Iterator[tuple[Site | None, list[Diagnostic]]]:
    """What a check finds, now and again after every change of the data; a file that did not change is not read again."""
    loader = Loader()
    before: dict[Path, tuple[int, int]] | None = None
    while True:
        now = stamps(project.data)
        if now != before:
            before = now
            yield read(project, loader)
        time.sleep(pause)


def stamps(*places: Path) -> dict[Path, tuple[int, int]]:
    """Every file at these places, with when it was changed and how large it is."""
    files = [file for place in places for file in ([place] if place.is_file() else place.rglob("*"))]
    return {file: (file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.is_file()}


def aside(project: Project, folder: Path) -> Project:
    """The same project, draft or not, built below ``folder`` instead of where it is published."""
    # No policy: the server puts a script into every page, which reloads it.
    return replace(project, site=folder / "site", work=folder / "pages", policy="")


def serve(
    project: Project,
    engine: str,
    host: str,
    port: int,
    report: Report,
    started: Callable[[str], None],
) -> None:
    """Serve until interrupted. The published site is not touched: this one stands in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="oit-serve-"))
    private = aside(project, folder)
    rebuild = Rebuild(private, engine, report)
    try:
        rebuild()
        server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(private.site), mount_path="/")
        for place in (project.data, project.root / "content", project.root / "theme", project.root / "mkdocs.yml"):
            if place.exists():
                server.watch(str(place))
        started(server.url)
        try:
            server.serve(open_in_browser=False)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
