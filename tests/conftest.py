"""What the tests share: the folder of the project, sites built once for the whole run, a browser, and ``--update``."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.cache.store import VARIABLE

if TYPE_CHECKING:  # a plain test waits for neither: the fixtures below import what they need
    from playwright.sync_api import Browser, Locator, Page

    from generator.road import Outcome

ROOT = Path(__file__).parent.parent
EXAMPLES = ("erc", "nhrc", "opdc", "rdpb")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_configure(config: pytest.Config) -> None:
    """No test meets what another one kept, nor the cache of who runs them; the tests of the cache name one of their own."""
    os.environ[VARIABLE] = ""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the expected parts of case files")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where no test used Hypothesis, its plugin would import all of it at the end, to find nothing to add: half a second."""
    plugins = session.config.pluginmanager
    if "hypothesis" not in sys.modules and plugins.has_plugin("hypothesispytest"):
        plugins.unregister(name="hypothesispytest")


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., tuple[Outcome, Path]]:
    """Builds a data folder into a fresh folder with the project's own theme; gives the outcome and the site.

    A build that fails fails its test, with what was found; a test of a failing one says ``is_built=False``.
    """
    from generator.diagnostics import as_text
    from generator.project import Project
    from generator.road import walk

    def run(data: Path, engine: str = "mkdocs", *, is_built: bool = True) -> tuple[Outcome, Path]:
        folder = tmp_path_factory.mktemp("build")
        outcome = walk(Project(ROOT, data, folder / "site", folder / "work"), engine)
        assert outcome.is_built is is_built, as_text(outcome.diagnostics, "en")
        return outcome, folder / "site"

    return run


@pytest.fixture(scope="session")
def sample(build: Callable[..., tuple[Outcome, Path]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole sample site, examples included: built once for all processes of a run, so no test may write there."""
    from filelock import FileLock

    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    place = folder / "sample.txt"
    with FileLock(folder / "sample.lock"):
        if not place.is_file():
            place.write_text(str(build(ROOT / "data")[1]), "utf-8")
    return Path(place.read_text("utf-8"))


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Runs a command in the test's folder, away from a terminal; gives exit code, output and complaints."""
    from generator import cli

    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = cli.main(list(arguments))
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Where a built site is served meanwhile."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def complaints(page: Page) -> list[str]:
    """What the browser complains of from now on, on whatever this tab opens."""
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda told: told.type in ("error", "warning") and said.append(told.text))
    return said


def follow(place: Locator, key: str = "") -> None:
    """Click what leads to another page or place, or press a key there, and wait until it is loaded: a click alone does not."""
    with place.page.expect_navigation():
        place.press(key) if key else place.click()


def becomes_true(page: Page, condition: str, seconds: float = 30) -> None:
    """Wait until a condition in JavaScript is true of the page.

    Playwright's ``wait_for_function`` evaluates a condition again inside the page, where a strict policy forbids
    ``eval``: it only passes where the condition is true at once.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"never true: {condition}"
        page.wait_for_timeout(20)


@pytest.fixture(scope="session")
def address(sample: Path) -> Iterator[str]:
    """Where the sample site is served."""
    with served(sample) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; one for each module, because two Playwrights cannot run side by side."""
    from playwright.sync_api import sync_playwright

    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    assert executable, "install Debian's Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Any]]:
    """Starts servers of sites to audit (``audit_sites.Server``), which stop with the test."""
    from tests.audit_sites import serving  # not at the top: most tests audit nothing

    with ExitStack() as running:
        yield lambda server: running.enter_context(serving(server))
