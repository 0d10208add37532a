"""What tests of ``oit audit`` share: sites served on this machine or held in memory, and an audit of each."""

from __future__ import annotations

import base64
import io
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

from generator.audit import audit_words
from generator.audit.addresses import FOLDER_ROOT, address_of, host_of
from generator.audit.fetch import run
from generator.audit.limits import Limits
from generator.audit.report import AuditReport, report_of
from generator.audit.state import State
from generator.audit.task import Fetched, Task
from generator.audit.web import Web
from generator.files.reading import read
from generator.officers import start
from tests import documents

AUDITED = Path(__file__).parent / "sites" / "audited"
CATALOGUES = start.catalogues("central-government")
YEAR = 2568
QUICK = Limits(pause=0, timeout=5)


@dataclass
class Server:
    """A site on this machine: files, redirects, slow addresses; and who asked for what."""

    files: dict[str, bytes] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    slow: dict[str, float] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    dripping: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    at: list[float] = field(default_factory=list)
    not_modified: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


_TYPES = {
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".csv": "text/csv",
    ".png": "image/png",
    ".txt": "text/plain",
}


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    stopping = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(self.path.partition("?")[0])
            server.asked.append(path)
            server.at.append(time.monotonic())
            if path in server.slow:
                stopping.wait(server.slow[path])
            if path in server.redirects:
                self.send_response(302)
                self.send_header("Location", server.redirects[path])
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            name = f"{path}index.html" if path.endswith("/") else path
            body = server.files.get(name.removeprefix("/"))
            status = server.statuses.get(path, 404 if body is None else 200)
            tag = f'"{hash(body)}"'
            if body is not None and self.headers.get("If-None-Match") == tag:
                server.not_modified.append(path)
                self.send_response(304)
                self.end_headers()
                return
            body = body or b""
            self.send_response(status)
            suffix = Path(name).suffix
            self.send_header("Content-Type", server.types.get(path, _TYPES.get(suffix, "application/octet-stream")))
            self.send_header("Content-Length", str(len(body)))
            self.send_header("ETag", tag)
            for key, value in server.headers.get(path, {}).items():
                self.send_header(key, value)
            self.end_headers()
            try:
                if path in server.dripping:
                    for byte in body:
                        self.wfile.write(bytes([byte]))
                        if stopping.wait(0.05):
                            return
                else:
                    self.wfile.write(body)
            except OSError:
                pass

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        httpd.daemon_threads = True
        httpd.block_on_close = False
        server.port = httpd.server_address[1]
        thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            stopping.set()
            httpd.shutdown()
            thread.join()


def files_of(folder: Path) -> dict[str, bytes]:
    """The files of a site made by hand, with those that its ``documents.yaml`` describes."""
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.suffix == ".html"}
    for name, content in yaml.safe_load((folder / "documents.yaml").read_text("utf-8")).items():
        match content:
            case {"pdf": text, **rest}:
                found[name] = documents.pdf([text], lock=rest.get("lock"))
            case {"text": text}:
                found[name] = text.encode()
            case {"base64": code}:
                found[name] = base64.b64decode(code)
            case {"repeat": text, "times": times}:
                found[name] = text.encode() * times
            case {"workbook": rows}:
                found[name] = workbook(rows)
    return found


def workbook(rows: list[list[Any]]) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return out.getvalue()


def audited() -> Server:
    how = yaml.safe_load((AUDITED / "server.yaml").read_text("utf-8"))
    return Server(files_of(AUDITED), how["redirects"], {path: 60.0 for path in how["slow"]})


def audit_site(url: str, limits: Limits = QUICK, state: State | None = None, **task: Any) -> tuple[AuditReport, Web]:
    asked = Task(
        address_of("", url) or "",
        CATALOGUES,
        frozenset({host_of(url), *task.pop("hosts", ())}),
        **{"year": YEAR, **task},
    )
    web = Web(asked, limits, state)
    return report_of(run(asked, web)), web


def audit_pages(files: dict[str, str | bytes], year: int | None = YEAR, agency: tuple[str, ...] = ()) -> AuditReport:
    """An audit of pages that are only in memory: nothing is opened."""
    task = Task(FOLDER_ROOT, CATALOGUES, folder="site", year=year, agency=agency)

    class Memory:
        def fetch(self, address: str) -> Fetched:
            name = unquote(address.removeprefix(FOLDER_ROOT))
            name = f"{name}index.html" if not name or name.endswith("/") else name
            body = files.get(name)
            if body is None:
                return Fetched(address, address, 404, "status")
            body = body.encode() if isinstance(body, str) else body
            return Fetched(address, address, size=len(body), document=read(body, name))

    return report_of(run(task, Memory()))


def page(body: str, title: str = "OIT ปีงบประมาณ 2568") -> str:
    return f'<!doctype html><html lang="th"><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'


def table(**answers: str) -> str:
    """A list of every item of the year; an answer of its own for some, a good page for the others."""
    rows = ""
    for item in CATALOGUES[YEAR].items:
        answer = answers.get(item.code, f"<a href='o/{item.slug}.html'>เปิด {item.code}</a>")
        rows += f"<tr><td>{item.code}</td><td>{item.title.th}</td><td>{answer}</td></tr>"
    return page(f"<h1>OIT ปีงบประมาณ 2568</h1><table><tr><th>ข้อ</th><th>รายการ</th><th>ลิงก์</th></tr>{rows}</table>")


def good(**answers: str) -> dict[str, str | bytes]:
    """A site in which every item of the year is answered by a page that shows every component."""
    files: dict[str, str | bytes] = {"index.html": table(**answers)}
    for item in CATALOGUES[YEAR].items:
        shown = []
        for family in item.families:
            for words in audit_words.evidence_words()[family].values():
                shown.append(next((w.replace(" + ", " ") for w in words if not w.startswith(("has:", "/"))), ""))
        text = " ".join(shown)
        files[f"o/{item.slug}.html"] = page(
            f"<h1>{item.title.th}</h1><p>{text} นายตัวอย่าง หนึ่ง 3 วันทำการ จำนวน 5 เรื่อง พัฒนา 5 คน "
            f"สำนักงานทดลอง ปีงบประมาณ 2567 และ 2568 walk-in e-service</p><img src='photo.jpg'>"
        )
    return files


def write(files: Mapping[str, str | bytes], folder: Path) -> None:
    """Puts a site into a folder."""
    for name, body in as_bytes(files).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)


def as_bytes(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    return {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}


def codes(report: AuditReport) -> list[tuple[str, str]]:
    return [(d.code.removeprefix("audit-"), d.facts["item"]) for d in report.found]
