"""The server of ``oit serve``: which names it answers under, what it tells, what it builds again."""

from __future__ import annotations

import http.client
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.project import Project
from generator.road import Outcome
from generator.serve import Server, serve
from tests.conftest import ROOT


@pytest.fixture
def server() -> Iterator[Server]:
    one = Server("127.0.0.1", 0)
    yield one
    one.server_close()


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "localhost.", "127.0.0.1:8000", "[::1]:8000", "[::1]", "192.168.1.5", ""]
)
def test_its_own_names_and_addresses_are_answered(server: Server, host: str) -> None:
    assert server.is_own_name(host)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "[x]"]
)
def test_a_foreign_name_is_not(server: Server, host: str) -> None:
    assert not server.is_own_name(host)


def test_a_taken_port_is_told_before_anything_is_built(server: Server) -> None:
    with pytest.raises(OSError, match="in use"):
        Server("127.0.0.1", server.server_port)


def test_a_host_that_is_no_name_is_an_error_of_its_kind() -> None:
    for host in ("a..b", "x" * 300, "203.0.113.9"):
        with pytest.raises((OSError, UnicodeError)):
            Server(host, 0)


class Running:
    """A server that shows a small site while a test changes its data."""

    def __init__(self, folder: Path) -> None:
        for name in ("content", "theme"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
        shutil.copytree(ROOT / "tests" / "sites" / "minimal", folder / "data")
        self.data, self.built = folder / "data", folder / "built"
        self.outcomes: list[Outcome] = []
        self.server = Server("127.0.0.1", 0)
        project = Project(folder, self.data, folder / "site", folder / "work")
        arguments = (project, "mkdocs", self.built, self.server, self.outcomes.append, lambda url: None)
        self.thread = threading.Thread(target=serve, args=arguments)
        self.thread.start()
        self.wait(lambda: self.answer() == 200)

    def answer(self, host: str = "localhost") -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=60)
        connection.request("GET", "/", headers={"Host": host})
        return connection.getresponse().status

    def page(self) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=60)
        connection.request("GET", "/")
        return connection.getresponse().read().decode("utf-8")

    def wait(self, happens: Callable[[], bool]) -> None:
        end = time.monotonic() + 60
        while not happens():
            assert time.monotonic() < end
            time.sleep(0.1)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    one = Running(tmp_path)
    yield one
    one.server.shutdown()
    one.thread.join(30)
    assert not one.thread.is_alive()


def test_faults_are_told_over_every_page_until_they_are_mended(running: Running) -> None:
    assert "oit-faults" not in running.page()
    running.data.joinpath("bad.yaml").write_text("[", "utf-8")
    running.wait(lambda: "oit-faults" in running.page())
    assert "bad.yaml" in running.page()
    assert "livereload" in running.page()
    running.data.joinpath("bad.yaml").unlink()
    running.wait(lambda: "oit-faults" not in running.page())


def test_what_happens_to_its_folders_is_told_and_mended(running: Running) -> None:
    assert running.answer("evil.example") == 421
    count = len(running.outcomes)
    running.data.joinpath("files").mkdir(exist_ok=True)
    Path(f"{running.data}/files/\udca1\udca2.pdf").write_bytes(b"x")
    running.wait(lambda: len(running.outcomes) > count)
    assert running.outcomes[-1].is_built or not running.outcomes[-1].diagnostics
    running.built.rename(running.built.with_name("cleaned"))
    running.wait(lambda: (running.built / "site" / "index.html").is_file() and running.answer() == 200)
    running.data.rename(running.data.with_name("moved"))
    running.wait(lambda: "no-data-folder" in {one.code for one in running.outcomes[-1].diagnostics})
    running.data.with_name("moved").rename(running.data)
    running.wait(lambda: "no-data-folder" not in {one.code for one in running.outcomes[-1].diagnostics})


def test_faults_of_data_that_were_never_right_are_a_page(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "agency.yaml").write_text("[", "utf-8")
    server = Server("127.0.0.1", 0)
    project = Project(ROOT, data, tmp_path / "site", tmp_path / "work")
    arguments = (project, "mkdocs", tmp_path / "built", server, lambda _: None, lambda _: None)
    thread = threading.Thread(target=serve, args=arguments)
    thread.start()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
        connection.request("GET", "/")
        said = connection.getresponse().read().decode("utf-8")
        assert "agency.yaml" in said
        assert "livereload" in said
    finally:
        server.shutdown()
        thread.join(30)


def test_what_is_built_first_is_answered_while_the_rest_is_built(server: Server, tmp_path: Path) -> None:
    page, go_on, wanted = tmp_path / "index.html", threading.Event(), threading.Event()
    page.write_text("before", "utf-8")
    built: list[str] = []

    def build() -> None:
        if built:  # the change may be met twice
            return
        page.write_text("first", "utf-8")
        server.show_now()
        go_on.wait(60)
        page.write_text("rest", "utf-8")
        server.show_rest()
        built.append("rest")

    def epoch() -> int:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
        connection.request("GET", "/livereload/0/0")
        return int(connection.getresponse().read())

    def shown() -> str:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
        connection.request("GET", "/")
        return connection.getresponse().read().decode("utf-8").partition("<script>")[0]

    running = threading.Thread(target=server.show, args=(tmp_path, build, lambda: wanted.is_set() and not built))
    running.start()
    try:
        assert shown() == "before"
        wanted.set()
        while shown() == "before":
            time.sleep(0.01)
        assert (shown(), built) == ("first", [])
        first = epoch()
        go_on.set()
        while not built:
            time.sleep(0.01)
        assert shown() == "rest"
        assert epoch() > first, "pages are told to load once more"
    finally:
        go_on.set()
        server.shutdown()
        running.join(30)
