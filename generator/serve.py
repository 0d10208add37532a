"""A server for the officer's own machine: change the data, see the page a moment later."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from generator.project import Project
from generator.road import Outcome, Road

Report = Callable[[Outcome], None]
"""Is told what a walk gave."""


def aside(project: Project, folder: Path) -> Project:
    """The same project, draft or not, built below ``folder`` instead of where it is published."""
    # No policy: the server puts a script into every page, which reloads it.
    return replace(project, site=folder / "site", work=folder / "pages", has_policy=False)


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
    road = Road(private, engine, keeps=True)

    def rebuild() -> None:
        report(road.refresh())

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
