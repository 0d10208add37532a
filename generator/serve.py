"""A server for the officer's own machine: change the data, see the page a moment later."""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.diagnostics import Severity
from generator.files.tree import stamps
from generator.pages.draft import bar_words
from generator.pages.page import fragment
from generator.project import Project
from generator.reading import Reading
from generator.road import Outcome, Road
from generator.site.site import Site

Report = Callable[[Outcome], None]
"""Is told what a walk gave."""
_PAUSE = 0.5
"""Seconds between two looks at the files where the system does not tell that one changed, as on drives of a network."""
_SETTLES = 0.02
"""Seconds that a change may take: editors write a file in several steps."""
_WRITTEN = frozenset(("created", "modified", "moved", "deleted", "closed"))
"""What the system tells of a file that is no mere reading."""


def aside(project: Project, folder: Path, *, has_policy: bool = False) -> Project:
    """The same project, draft or not, built below ``folder`` instead of where it is published.

    Args:
        has_policy: not where the server puts a script into every page, which reloads it.
    """
    return replace(project, site=folder / "site", work=folder / "pages", has_policy=has_policy)


class Kept:
    """A project's site in a folder of its own, built again at every change; the published one is not touched.

    Args:
        project: as :func:`aside` gives it.
        reading: reads and checks the data, where somebody else wants what is read too.
        despite_errors: whether what could be read is built where the data has errors.
    """

    def __init__(
        self, project: Project, engine: str, reading: Reading | None = None, *, despite_errors: bool = False
    ) -> None:
        self.project, self._engine, self._reading, self._despite_errors = project, engine, reading, despite_errors
        self._first = project.site / "index.html"
        self._road = self._new_road()
        self._was_built = False
        self._built_of: object = None
        self._shown_of: object = None

    @property
    def is_there(self) -> bool:
        """Whether there is a site, of now or of before."""
        return self._first.is_file()

    @property
    def places(self) -> tuple[Path, ...]:
        """The folders in which a change is met."""
        return self.project.data, self.project.root / "content", self.project.root / "theme"

    def has_changed(self) -> bool:
        """Whether there is something to build again."""
        return self._look() != self._built_of

    def build(self, seen: Callable[[], None] | None = None) -> Outcome:
        """Build what changed since the last time; as :meth:`~generator.road.Road.refresh`."""
        # Not what was there when a change was met: a folder may be gone and back between two looks.
        self._built_of = self._shown_of = self._look()
        if not self.is_there:  # somebody cleaned the folder away: nothing that was made is there
            self._road = self._new_road()
        outcome = self._road.refresh(seen)
        self._was_built = self._was_built or self.is_there
        return outcome

    def show_changed(self, seen: Callable[[], None]) -> None:
        """Show what changed since, while another thread is in :meth:`build`; as :meth:`~generator.road.Road.show_changed`."""
        now = self._look()
        if now != self._shown_of and self.is_there:
            self._shown_of = now
            self._road.show_changed(seen)

    def _new_road(self) -> Road:
        return Road(self.project, self._engine, keeps=True, reading=self._reading, despite_errors=self._despite_errors)

    def stop(self) -> None:
        """Let a build that is under way end at its next step, with :class:`~generator.reading.Stopped`."""
        self._road.stop()

    def show(self, site: Site, language: str, address: str) -> bool:
        """Build the page of one item before everything else that a change asks for; as :meth:`~generator.road.Road.show`."""
        return self.is_there and self._road.show(site, language, address)

    def _look(self) -> object:
        places = (*self.places, self.project.root / "mkdocs.yml")
        return stamps(*places), self.project.data.is_dir(), self.is_there or not self._was_built


@dataclass(frozen=True)
class Bar:
    """What is said of the data's faults: over every page that is left from before, and as a page where there is none."""

    over_page: str = ""
    page: str = ""


_KEEP_PLACE = fragment("keep_place.jinja", {})
BODY = re.compile(rb"<body\b[^>]*>")
"""After which a bar over a page stands."""


class Server(LiveReloadServer):
    """Listens at once, so that a taken port is told before anything is built; answers under its own names only.

    A page of another site may lead its own name to this machine (DNS rebinding) and read what is served, a draft too; a
    browser says the name that it asked for, and no foreign one is answered.

    Raises:
        OSError: where the port is taken, or the host is none of this machine.
        UnicodeError: where the host's name is none.
    """

    def __init__(self, host: str, port: int) -> None:
        super().__init__(builder=lambda: None, host=host, port=port, root="", mount_path="/")
        self.bar = Bar()
        self.error_handler = self._in_place_of_a_page
        self.build_delay = _SETTLES
        self._is_ahead = self._is_building = False
        self._wake = threading.Event()
        self._names = frozenset(name.casefold() for name in ("localhost", host, *_names_of_machine()))
        try:
            super().server_bind()
            super().server_activate()
        except BaseException:
            self.server_close()
            raise

    def server_bind(self) -> None:
        """Done already."""

    def server_activate(self) -> None:
        """Done already."""

    def show(
        self,
        root: Path,
        builder: Callable[[], None],
        has_changed: Callable[[], bool],
        places: Iterable[Path] = (),
        meanwhile: Callable[[], None] = lambda: None,
    ) -> None:
        """Serve until interrupted.

        Args:
            root: the folder to serve.
            builder: builds it again.
            has_changed: whether there is something to build again.
            places: folders in which it is asked for at once when the system tells of a change.
            meanwhile: is called where there is something to build again while ``builder`` is at work, by another thread.
        """

        def build() -> None:
            self._is_building = True
            try:
                builder()
            finally:
                self._is_building = False

        self.root, self.builder = str(root.resolve()), build
        self._watched_paths[self.root] = 1  # by has_changed; pages reload only where something is watched
        threading.Thread(target=self._look, args=(has_changed, meanwhile), daemon=True).start()
        with told_of_changes(places, self._wake):
            self.serve(open_in_browser=False)  # type: ignore[no-untyped-call]

    def show_now(self) -> None:
        """Let pages that are built already be seen, and reload, while the rest is built."""
        with self._epoch_cond:
            if self._is_ahead:  # these are not the first ones
                self._wanted_epoch += 1
            self._visible_epoch = self._wanted_epoch
            self._is_ahead = True
            self._epoch_cond.notify_all()

    def show_rest(self) -> None:
        """Where pages were seen already, let them reload once more when the builder is done."""
        if self._is_ahead:
            self._wanted_epoch += 1
        self._is_ahead = False

    def _look(self, has_changed: Callable[[], bool], meanwhile: Callable[[], None]) -> None:
        while not self._shutdown:
            self._wake.wait(_PAUSE)
            self._wake.clear()
            if has_changed():
                if self._is_building:
                    meanwhile()
                with self._rebuild_cond:
                    self._want_rebuild = True
                    self._rebuild_cond.notify_all()

    def serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        if not self.is_own_name(environ.get("HTTP_HOST", "")):
            start_response("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"This server answers only under its own names."]
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """A page with what reloads it, and with the bar while the data has faults."""
        bar = self.bar.over_page
        body = BODY.search(content) if bar else None
        if body:
            content = content[: body.end()] + bar.encode() + content[body.end() :]
        end = content.rfind(b"</body>")
        end = len(content) if end < 0 else end
        content = content[:end] + _KEEP_PLACE.encode() + content[end:]
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return page

    def _in_place_of_a_page(self, code: int) -> bytes | None:
        """What is answered where no page is: the faults, while they keep the first page from being built."""
        if code != HTTPStatus.NOT_FOUND or not self.bar.page:
            return None
        return self._inject_js_into_html(self.bar.page.encode(), self._visible_epoch)

    def is_own_name(self, host: str) -> bool:
        """Whether a ``Host`` is a name of this server or machine, or an address: no other name leads to an address."""
        name = host.rpartition("]")[0].lstrip("[") if host.startswith("[") else host.partition(":")[0]
        name = name.rstrip(".").casefold()
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return not host or name in self._names
        return True


@contextmanager
def told_of_changes(places: Iterable[Path], wake: threading.Event) -> Iterator[None]:
    """Meanwhile the system tells of every change in some folders, as far as it can."""

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in _WRITTEN:
                wake.set()

    # Watchdog warns where folders are made faster than it looks; it overwrites its note of them, and meets what happens there.
    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
    observer = Observer()
    with suppress(OSError):  # a system may have no more to give: then it is looked every now and then
        for place in places:
            if place.is_dir():
                observer.schedule(Handler(), str(place), recursive=True)
        observer.start()
    try:
        yield
    finally:
        if observer.is_alive():
            observer.stop()
            observer.join()


def _names_of_machine() -> tuple[str, str]:
    name = socket.gethostname()
    return name, f"{name.partition('.')[0]}.local"


def serve(
    project: Project,
    engine: str,
    folder: Path,
    server: Server,
    report: Report,
    started: Callable[[str], None],
    language: str = "th",
) -> None:
    """Serve until interrupted. The published site is not touched: this one stands in a folder of its own.

    Args:
        folder: for the site that is served, and what is made on the way.
        language: of what is said of faults.
    """
    kept = Kept(aside(project, folder), engine)

    def rebuild() -> None:
        outcome = kept.build(server.show_now)
        server.bar = _bar(outcome, language, is_first=not kept.is_there)
        server.show_rest()
        report(outcome)

    try:
        rebuild()
        started(server.url)
        with suppress(KeyboardInterrupt):  # how it is usually ended
            meanwhile = partial(kept.show_changed, server.show_now)
            server.show(kept.project.site, rebuild, kept.has_changed, kept.places, meanwhile)
    finally:
        server.shutdown()


def _bar(outcome: Outcome, language: str, *, is_first: bool) -> Bar:
    """The faults that kept a change from being built; nothing where it was built."""
    faults = [one for one in outcome.diagnostics if one.severity is Severity.ERROR]
    if outcome.is_built or not faults:
        return Bar()
    said = bar_words(faults, language, is_first=is_first)
    over, page = (fragment("faults_bar.jinja", {**said, "is_page": is_page}) for is_page in (False, True))
    return Bar(over, page if is_first else "")
