"""A desk that is served for tests, and who asks it: over HTTP as a browser does without scripts."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urlencode

import uvicorn
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.commands.project import THAI_TIME
from generator.desk.access import Access
from generator.desk.answers import Desk
from generator.desk.office import Office
from generator.desk.pages import Pages
from generator.desk.preview import Preview, State
from generator.desk.server import application, config_of, listening
from generator.project import Project
from generator.serve import Kept, aside
from tests.conftest import ROOT
from tests.folders import write

NEWS = "2568/news.yaml"
SMALL: Mapping[str, str] = {
    "agency.yaml": "name: สำนักงานทดสอบ\nshort_name: สทส.\nlanguages: [th]\nyears: [2568]\n"
    "site_url: https://oit.example.go.th/\n",
    "units.yaml": "units:\n- {id: ict, abbreviation: ศทส., name: ศูนย์เทคโนโลยีสารสนเทศ}\n",
    NEWS: "# ข่าวของเรา\nfamily: news\nassessed_year: 2568\ndata_year: 2568\ntitle: ข่าว ปี 2568   # ชื่อ\n"
    "published: 4 เมษายน 2568\nowner: ศทส.\nnews:\n- title: ข่าวแรก\n  date: 3 เมษายน 2568\n"
    "- title: ข่าวที่สอง\n  date: 4 มีนาคม 2568\n",
}
"""A data folder with one disclosure."""


@dataclass
class Got:
    """An answer: its status, headers and page."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def page(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.text)

    def said(self, selector: str) -> str:
        """The text of the first element that a selector finds; empty where there is none."""
        node = self.page.css_first(selector)
        return " ".join(node.text().split()) if node else ""


Pairs = list[tuple[str, str]]


@dataclass
class Reader:
    """Somebody with a browser that runs no scripts."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> Got:
        """One request, as it is typed; what is given as an empty text is not sent."""
        base = {"Host": f"127.0.0.1:{self.port}"}
        if method == "POST":
            base["Origin"] = f"http://127.0.0.1:{self.port}"
        sent = {name: value for name, value in {**base, **self.headers, **(headers or {})}.items() if value}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.putrequest(method, path, skip_host=True)
            for name, value in sent.items():
                connection.putheader(name, value)
            if body is not None and "Content-Length" not in sent:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return Got(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def get(self, path: str) -> Got:
        """A page, wherever it leads on to."""
        got = self.ask("GET", path)
        return self.get(got.headers["location"]) if got.status in (302, 303, 307) else got

    def post(self, path: str, pairs: Sequence[tuple[str, str]]) -> Got:
        """Send a form, and follow where it leads."""
        got = self.send(path, pairs)
        return self.get(got.headers["location"]) if got.status == 303 else got

    def send(self, path: str, pairs: Sequence[tuple[str, str]], **headers: str) -> Got:
        """Send a form, and no more."""
        kind = {"Content-Type": "application/x-www-form-urlencoded", **headers}
        return self.ask("POST", path, urlencode(pairs).encode(), kind)

    def upload(self, path: str, pairs: Sequence[tuple[str, str]], name: str, content: bytes) -> Got:
        """Send a form with a file, as browsers do."""
        edge = b"----desk-edge"
        parts = [
            b'--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (edge, key.encode(), value.encode())
            for key, value in pairs
        ]
        head = f'form-data; name="file"; filename="{name}"'.encode()
        parts.append(b"--%s\r\nContent-Disposition: %s\r\n\r\n%s\r\n" % (edge, head, content))
        body = b"".join(parts) + b"--%s--\r\n" % edge
        return self.ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={edge.decode()}"})


def fields(got: Got, selector: str = "main form") -> Pairs:
    """What a browser sends of a form, as it stands, without a button."""
    form = got.page.css_first(selector)
    assert form is not None, got.text
    found: Pairs = []
    for node in form.css("input, textarea, select"):
        found += _sent(node)
    return found


def _sent(node: LexborNode) -> Iterator[tuple[str, str]]:
    name, kind = node.attributes.get("name") or "", node.attributes.get("type") or ""
    if not name or kind == "file" or (kind in ("checkbox", "radio") and "checked" not in node.attributes):
        return
    if node.tag == "select":
        chosen = next((one for one in node.css("option") if "selected" in one.attributes), node.css_first("option"))
        yield name, (chosen.attributes.get("value") or "") if chosen else ""
    elif node.tag == "textarea":
        yield name, (node.text() or "").removeprefix("\n")
    else:
        yield name, node.attributes.get("value") or ""


def typed(pairs: Pairs, step: str = "", **values: str) -> Pairs:
    """A form with other values in some boxes, and the button that was pressed; ``__`` in a name stands for a dot."""
    wanted = {name.replace("__", "."): value for name, value in values.items()}
    assert set(wanted) <= {name for name, _ in pairs}, sorted(name for name, _ in pairs)
    found = [(name, wanted.get(name, value)) for name, value in pairs]
    return [*found, ("desk-step", step)] if step else found


def form_at(reader: Reader, path: str) -> tuple[str, Pairs]:
    """The address of the form of a data file, and what it sends."""
    address = f"/file/{quote(path)}"
    return address, fields(reader.get(address), "#data-form")


def save(reader: Reader, path: str, **values: str) -> Got:
    """Change a file in its form, see what becomes different, and accept it."""
    address, pairs = form_at(reader, path)
    shown = reader.post(address, typed(pairs, "show", **values))
    return reader.post(address, [*fields(shown), ("desk-step", "write")])


@dataclass
class Served:
    """A desk that is served.

    Attributes:
        asks: makes somebody who may ask, of another name where a login stands in front.
    """

    folder: Path
    port: int
    access: Access
    preview: Preview

    def reader(self, user: str = "") -> Reader:
        """Somebody who may ask."""
        if self.access.user_header:
            return Reader(
                self.port,
                {"Host": "desk.example.go.th", "Origin": "https://desk.example.go.th", self.access.user_header: user},
            )
        reader = Reader(self.port)
        reader.headers["Cookie"] = f"{self.access.cookie}={self.access.session}"
        return reader

    def text(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")


@contextmanager
def serving(
    folder: Path,
    *,
    files: Mapping[str, str] = SMALL,
    user_header: str = "",
    hosts: Sequence[str] = (),
    draft: bool = False,
    language: str = "th",
) -> Iterator[Served]:
    """A desk of a new data folder.

    Args:
        hosts: names under which a login in front serves it.
        draft: whether the draft is built.
    """
    data = write(folder / "data", files)
    project = Project(ROOT, data, folder / "site", folder / "work", is_draft=True)
    office = Office(project)
    made_in = aside(project, folder / "draft", has_policy=True)
    preview = Preview(Kept(made_in, "mkdocs", office.reading, despite_errors=True))
    socket = listening("127.0.0.1", 0)
    port = socket.getsockname()[1]
    access = Access(hosts or {f"127.0.0.1:{port}"}, "สมศรี", user_header)
    desk = Desk(office, preview, Pages(language), access, lambda: datetime(2026, 3, 1, 9, 30, tzinfo=THAI_TIME))
    app = application(desk, folder / "uploads", ROOT / "theme")
    server = uvicorn.Server(config_of(app))
    thread = threading.Thread(target=lambda: server.run(sockets=[socket]), daemon=True)
    if draft:
        preview.start()
    else:
        preview.state = State(0, False)
    thread.start()
    try:
        yield Served(data, port, access, preview)
    finally:
        server.should_exit = True
        thread.join()
        if draft:
            preview.stop()


Serving = Callable[..., Served]
