"""``oit audit``: sites served on this machine, one of them made by hand with what assessors meet, and what is never done."""

from __future__ import annotations

import base64
import gzip
import io
import json
import threading
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from python_calamine import CalamineWorkbook

from generator import languages
from generator.audit import clues, fetch
from generator.audit import survey as audit
from generator.audit.listed import lists_of
from generator.audit.opened import FOLDER_ROOT, Fetched, Task, address_of, host_of
from generator.audit.seen import is_cut, missing_months, sorted_as_text, years_in
from generator.cli import main
from generator.diagnostics import FORMATS
from generator.files.html import Document, decode, read
from generator.models.catalogue import known_components
from generator.officers import start
from generator.officers.todo_list import as_xlsx
from generator.site.loader import Loader
from tests import documents as make
from tests.conftest import ROOT

AUDITED = Path(__file__).parent / "sites" / "audited"
CATALOGUES = start.catalogues("central-government")
YEAR = 2568
QUICK = fetch.Limits(pause=0, timeout=5)


# --- servers ------------------------------------------------------------------------------------------


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


@pytest.fixture
def serve() -> Iterator[Callable[[Server], Server]]:
    """Starts servers that stop with the test."""
    with ExitStack() as running:
        yield lambda server: running.enter_context(serving(server))


def made(folder: Path) -> dict[str, bytes]:
    """The files of a site made by hand, with those that its ``documents.yaml`` describes."""
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.suffix == ".html"}
    for name, content in yaml.safe_load((folder / "documents.yaml").read_text("utf-8")).items():
        match content:
            case {"pdf": text, **rest}:
                found[name] = make.pdf([text], lock=rest.get("lock"))
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
    return Server(made(AUDITED), how["redirects"], {path: 60.0 for path in how["slow"]})


def look(
    url: str, limits: fetch.Limits = QUICK, state: fetch.State | None = None, **task: Any
) -> tuple[audit.AuditReport, fetch.Web]:
    asked = Task(
        address_of("", url) or "",
        CATALOGUES,
        frozenset({host_of(url), *task.pop("hosts", ())}),
        **{"year": YEAR, **task},
    )
    web = fetch.Web(asked, limits, state)
    return audit.report_of(fetch.run(asked, web)), web


def look_into(
    files: dict[str, str | bytes], year: int | None = YEAR, agency: tuple[str, ...] = ()
) -> audit.AuditReport:
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

    return audit.report_of(fetch.run(task, Memory()))


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
            for words in clues.evidence_words()[family].values():
                shown.append(next((w.replace(" + ", " ") for w in words if not w.startswith(("has:", "/"))), ""))
        text = " ".join(shown)
        files[f"o/{item.slug}.html"] = page(
            f"<h1>{item.title.th}</h1><p>{text} นายตัวอย่าง หนึ่ง 3 วันทำการ จำนวน 5 เรื่อง พัฒนา 5 คน "
            f"สำนักงานทดลอง ปีงบประมาณ 2567 และ 2568 walk-in e-service</p><img src='photo.jpg'>"
        )
    return files


def in_bytes(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    return {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}


def codes(report: audit.AuditReport) -> list[tuple[str, str]]:
    return [(d.code.removeprefix("audit-"), d.facts["item"]) for d in report.found]


# --- a site with every fault, and ours ----------------------------------------------------------------


def test_every_fault_of_a_site_made_by_hand_is_found_and_nothing_else(
    update: bool, serve: Callable[[Server], Server]
) -> None:
    server = serve(audited())
    limits = fetch.Limits(pause=0, timeout=1, size=1_000_000)
    report, _ = look(f"{server.url}/", limits, agency=("สำนักงานทดลอง",))
    said = [
        f"{d.place.removeprefix(server.url)} {d.severity} {d.code} {d.message('th')}".replace(server.url, "")
        for d in report.found
    ]
    expected = AUDITED / "report.yaml"
    if update:
        expected.write_text(yaml.safe_dump(said, allow_unicode=True, width=1000), "utf-8")
    assert said == yaml.safe_load(expected.read_text("utf-8"))
    assert "/units.html" not in server.asked  # the owners' column answers nothing
    assert not [path for path in server.asked if path.startswith(("/2567/", "/private/"))]


def test_our_own_sample_has_no_fault_only_links_that_were_not_opened(sample: Path) -> None:
    for year in (2567, 2568, 2569):
        task = Task(FOLDER_ROOT, CATALOGUES, folder="site", year=year, agency=("สำนักงานตัวอย่าง",))
        report = audit.report_of(fetch.run(task, fetch.Folder(sample, QUICK)))
        assert report.audit.listed == len(CATALOGUES[year].items)
        assert {d.code for d in report.found} <= {"audit-link-not-opened", "audit-not-judged"}


def test_a_good_site_has_no_finding(serve: Callable[[Server], Server]) -> None:
    files = in_bytes(good())
    report, _ = look(serve(Server(files)).url, agency=("สำนักงานทดลอง",))
    assert codes(report) == []
    assert report.audit.listed == len(CATALOGUES[YEAR].items)


# --- one thing at a time ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ('<a href="#">ก</a>', [("link-nowhere", "O8")]),
        ('<a href="">ก</a>', [("link-nowhere", "O8")]),
        ('<a href="/">ก</a>', [("link-nowhere", "O8")]),
        ('<a href="/index.html">ก</a>', [("link-nowhere", "O8")]),
        ('<a href="javascript:void(0)">ก</a>', [("link-nowhere", "O8")]),
        ('<a href="#no-such-place">ก</a>', [("link-nowhere", "O8")]),
        ("", [("item-without-link", "O8")]),
        ("อยู่ระหว่างดำเนินการจัดทำ", [("placeholder", "O8")]),
        ('<a href="http://10.0.0.5/x">ก</a>', [("staging-link", "O8")]),
        ('<a href="http://localhost/x">ก</a>', [("staging-link", "O8")]),
        ('<a href="https://uat.example.go.th/x">ก</a>', [("staging-link", "O8")]),
        ('<a href="C:\\แผน.pdf">ก</a>', [("broken-link", "O8")]),
        ('<a href="https://docs.google.com/x">ก</a>', [("cloud-drive", "O8")]),
        ('<a href="https://bit.ly/x">ก</a>', [("short-link", "O8")]),
        ('<a href="https://other.example.go.th/x">ก</a>', [("link-not-opened", "O8")]),
        ('<a href="o/nothing.html">ก</a>', [("broken-link", "O8")]),
        ('<a href="http://[broken">ก</a>', [("broken-link", "O8")]),
        ('<a href="o/o8.html">ข้อมูล</a> <a href="mailto:a@example.go.th">เขียนถึงเรา</a>', []),
        ('<a href="o/o8.html">ข้อมูล</a> <a href="https://www.facebook.com/x">เฟซบุ๊ก</a>', []),
    ],
)
def test_a_link_is_judged_by_where_it_leads(answer: str, expected: list[tuple[str, str]]) -> None:
    assert codes(look_into(good(O8=answer))) == expected


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", make.pdf([""]), "pdf-without-text"),
        ("a.pdf", make.pdf(["ก"], lock={"user": "x"}), "locked-file"),
        ("a.pdf", b"%PDF-1.4 broken", "damaged-file"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", "wrong-type"),
        ("a.xlsx", b"PK\x03\x04 broken", "damaged-file"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "image-only"),
        ("a.html", page("<h1>คู่มือ</h1>").encode(), "component-not-seen"),
        ("a.html", page("<h1>คู่มือ</h1><img src='a.jpg'>").encode(), "image-only"),
        ("a.html", page("<h1>คู่มือ</h1><p>อยู่ระหว่างปรับปรุงข้อมูล</p>").encode(), "placeholder"),
        ("a.html", page("", title="").encode(), "empty"),
        ("a.html", page("<h1>404 ไม่พบหน้า</h1><p>กลับหน้าแรก</p>").encode(), "broken-link"),
        ("a.html", page("<h1>เข้าสู่ระบบ</h1><form><input type=password></form>").encode(), "asks-login"),
        ("draft v2.pdf", make.pdf(["คู่มือ เจ้าหน้าที่ ขั้นตอน สำนักงานทดลอง"]), "draft-name"),
        ("รายงานผลการดำเนินงานประจำปีงบปร.pdf", make.pdf(["คู่มือ เจ้าหน้าที่ ขั้นตอน สำนักงานทดลอง"]), "cut-name"),
        ("a.pdf", make.pdf(["คู่มือ เจ้าหน้าที่ ขั้นตอน กรมอื่น"]), "no-agency"),
        ("a.pdf", make.pdf(["คู่มือ เจ้าหน้าที่ สำนักงานทดลอง"]), "component-not-seen"),
    ],
)
def test_a_file_is_judged_by_what_is_in_it(name: str, body: bytes, expected: str) -> None:
    files = good(O8=f'<a href="{name}">คู่มือการปฏิบัติงาน</a>') | {name: body}
    names = (
        () if expected in ("component-not-seen", "image-only") and name.endswith(("html", "jpg")) else ("สำนักงานทดลอง",)
    )
    found = [code for code, _ in codes(look_into(files, agency=names))]
    assert expected in found
    assert set(found) - {expected} <= {"not-judged", "no-agency"}


def test_evidence_of_another_year_and_an_old_heading_are_told_apart() -> None:
    words = "โครงการ งบประมาณ ไตรมาส ตลอดปี"
    old = page(f"<h1>แผนป้องกันการทุจริต</h1><p>{words} ปีงบประมาณ พ.ศ. ๒๕๖๖</p>")
    heading = page(f"<h1>แผนป้องกันการทุจริต ปี 2566</h1><p>{words} ปีงบประมาณ 2568</p>")
    none = page(f"<h1>แผนป้องกันการทุจริต</h1><p>{words}</p>")
    fine = page(f"<h1>แผน ปี 2566 - 2570</h1><p>{words} 1 ต.ค. 67 - 30 ก.ย. 68</p>")
    for text, expected in (
        (old, [("component-not-seen", "O25"), ("wrong-year", "O25")]),
        (heading, [("old-heading", "O25")]),
        (none, [("component-not-seen", "O25"), ("no-year", "O25")]),
        (fine, []),
    ):
        assert codes(look_into(good() | {"o/o25.html": text})) == expected, text


def test_two_files_with_the_same_words_are_found_and_a_file_with_two_links_is_not() -> None:
    answer = '<a href="o/o8.html">คู่มือ</a> <a href="a.pdf">{}</a> <a href="a.csv">{}</a>'
    files = {"a.pdf": make.pdf(["คู่มือ เจ้าหน้าที่ ขั้นตอน การปฏิบัติงาน"]), "a.csv": b"a,b"}
    assert codes(look_into(good(O8=answer.format("เปิด", "เปิด")) | files)) == [("same-link-text", "O8")]
    assert codes(look_into(good(O8=answer.format("PDF", "CSV")) | files)) == []


def test_an_english_page_is_found_unless_it_is_meant() -> None:
    files = good(O8='<a href="en/o8.html">{}</a>') | {"en/o8.html": good()["o/o8.html"]}
    for text, expected in (("คู่มือ", [("english-link", "O8")]), ("คู่มือ (English)", [])):
        shown = {**files, "index.html": str(files["index.html"]).format(text)}
        assert codes(look_into(shown)) == expected


def test_an_answer_in_the_page_itself_is_an_answer() -> None:
    files = good(O8='<a href="#o8">เปิด</a>')
    files["index.html"] = str(files["index.html"]).replace(
        "</table>", "</table><h2 id='o8'>คู่มือการปฏิบัติงาน</h2><p>คู่มือ เจ้าหน้าที่ ขั้นตอน</p>"
    )
    assert codes(look_into(files)) == []


# --- lists of items -----------------------------------------------------------------------------------


def listed(html: str) -> dict[int | None, list[str]]:
    found = lists_of(read(html.encode(), "index.html"), "file:///", CATALOGUES)
    return {year: [item.code for item in items] for year, items in found.items()}


def test_lists_are_found_in_tables_lists_headings_and_lines() -> None:
    items = CATALOGUES[YEAR].items[:12]
    wanted = [item.code for item in items]
    shapes = [
        "<table>" + "".join(f"<tr><td>{i.code}</td><td>{i.title.th}</td><td><a href=x>y</a></td></tr>" for i in items) + "</table>",
        "<table>" + "".join(f"<tr><td>{n}</td><td><a href=x>{i.title.th}</a></td></tr>" for n, i in enumerate(items, 1)) + "</table>",
        "<ul>" + "".join(f"<li><a href=x>{i.code} {i.title.th}</a></li>" for i in items) + "</ul>",
        "<ol>" + "".join(f"<li>ข้อ {n} {i.title.th}<ul><li><a href=x>y</a></li></ul></li>" for n, i in enumerate(items, 1)) + "</ol>",
        "".join(f"<h3>{i.code.replace('O', 'o ')} : {i.title.th}</h3><p><a href=x>y</a></p>" for i in items),
        "".join(f"{i.code} {i.title.th} <a href=x>y</a><br>" for i in items),
        "".join(f"<details><summary>{i.code} {i.title.th}</summary><a href=x>y</a></details>" for i in items),
        "".join(f"<div><a href=x><div><b>{i.code}</b></div><div>{i.title.th}</div></a></div>" for i in items),
        "<table><tr><td><table>" + "".join(f"<tr><td>{i.code}<td>{i.title.th}<td><a href=x>y</a>" for i in items) + "</table></td></tr></table>",
    ]  # fmt: skip
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    for shape in [*shapes, shapes[0].translate(thai), shapes[3].translate(thai)]:
        body = f"<h1>OIT ปีงบประมาณ 2568</h1>{shape}<div id=footer><a href=z>z</a></div>"
        found = lists_of(read(page(body).encode(), "index.html"), "file:///", CATALOGUES)
        assert {year: [i.code for i in one] for year, one in found.items()} == {YEAR: wanted}, shape
        assert [[link.href for link in item.links] for item in found[YEAR]] == [["x"]] * len(items), shape


def test_titles_alone_are_a_list_and_prose_is_none() -> None:
    titles = "".join(f"<li><a href=x>{item.title.th}</a></li>" for item in CATALOGUES[YEAR].items)
    assert len(look_into({"index.html": page(f"<h1>OIT 2568</h1><ul>{titles}</ul>")}).audit.items) == len(
        CATALOGUES[YEAR].items
    )
    prose = "<p>ข้อ O1 ถึง O28 ดูได้ที่นี่ และ CO2 กับ O-NET 5 6 7 8 9 10</p>" * 9
    assert listed(page(prose)) == {}


def test_lists_of_two_years_on_one_page_stay_apart() -> None:
    def rows(year: int) -> str:
        return "".join(f"<li>{i.code} {i.title.th} <a href={year}>y</a></li>" for i in CATALOGUES[year].items)

    html = page(f"<h2>ITA 2568</h2><ul>{rows(2568)}</ul><h2>ITA 2567</h2><ul>{rows(2567)}</ul>", title="OIT")
    assert {year: len(items) for year, items in listed(html).items()} == {
        year: len(CATALOGUES[year].items) for year in (2568, 2567)
    }


def test_a_list_of_the_wrong_year_or_no_list_is_said_at_the_beginning() -> None:
    [found] = look_into({"index.html": page("<h1>หน้าแรก</h1>")}).found
    assert found.code == "audit-no-list"
    assert all(found.message(language) for language in languages.LANGUAGES), "it has no item to speak of"
    report = look_into({"index.html": table()}, year=2567)
    assert [(d.code, d.facts["found"]) for d in report.found] == [("audit-no-list", "2568")]


def test_items_of_another_year_are_said_once_and_their_content_is_not_judged() -> None:
    files = good()
    html = str(files["index.html"])
    for code in ("O6", "O9"):
        title = next(item.title.th for item in CATALOGUES[YEAR].items if item.code == code)
        other = next(item.title.th for item in CATALOGUES[2567].items if item.code == code)
        html = html.replace(f"<td>{title}</td>", f"<td>{other}</td>")
    report = look_into(files | {"index.html": html})
    assert [(d.code, d.facts["item"], d.facts["other"]) for d in report.found] == [
        ("audit-mixed-lists", "O6, O9", "2567")
    ]


def test_a_title_under_another_number_is_found() -> None:
    files = good()
    first, second = (f"<td>{CATALOGUES[YEAR].items[n].title.th}</td>" for n in (13, 14))
    html = str(files["index.html"]).replace(first, second, 1)
    assert codes(look_into(files | {"index.html": html})) == [("wrong-number", "O14")]


def test_an_item_of_no_list_is_found() -> None:
    files = good()
    html = str(files["index.html"]).replace(
        "</table>", "<tr><td>O45</td><td>เรื่องที่ไม่มีใครถาม</td><td>-</td></tr></table>"
    )
    assert codes(look_into(files | {"index.html": html})) == [("unknown-item", "O45")]


def test_the_newest_list_is_found_from_a_home_page_that_only_leads_to_it() -> None:
    files = {name.replace("index.html", "oit-2568/index.html"): text for name, text in good().items()}
    files = {(f"oit-2568/{name}" if name.startswith("o/") else name): text for name, text in files.items()}
    files["index.html"] = page("<a href=about.html>เกี่ยวกับเรา</a> <a href=ita.html>การประเมิน ITA</a>", title="หน้าแรก")
    files["ita.html"] = page("<a href=oit-2566/>OIT ปี 2566</a> <a href=oit-2568/>OIT ปี 2568</a>", title="ITA")
    report = look_into(files, year=None)
    assert (report.audit.year, codes(report)) == (2568, [])


# --- manners and bounds -------------------------------------------------------------------------------


def test_other_hosts_are_never_asked(serve: Callable[[Server], Server]) -> None:
    other = serve(Server({"o8.html": good()["o/o8.html"].encode()}))  # type: ignore[union-attr]
    files = good(O8=f'<a href="{other.url}/o8.html">ก</a>', O9='<a href="away">ข</a>')
    server = serve(Server(in_bytes(files), {"/away": f"{other.url}/x"}))
    report, _ = look(server.url)
    assert other.asked == []
    assert ("link-not-opened", "O9") in codes(report) or ("link-not-opened", "O8, O9") in codes(report)
    assert "staging-link" in {code for code, _ in codes(report)}
    report, _ = look(server.url, hosts=[host_of(other.url)])
    assert set(other.asked) == {"/robots.txt", "/o8.html", "/x"}
    assert codes(report) == [("broken-link", "O9")]


def test_a_folder_is_read_without_any_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.create_connection", refuse)
    site = tmp_path / "site"
    for name, text in good(O8='<a href="../secret.html">ก</a>', O9='<a href="linked.html">ก</a>').items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(str(text), "utf-8")
    (tmp_path / "secret.html").write_text(page("<h1>ลับ</h1>"), "utf-8")
    (site / "linked.html").symlink_to(tmp_path / "secret.html")
    task = Task(FOLDER_ROOT, CATALOGUES, folder=site.as_posix(), year=YEAR)
    report = audit.report_of(fetch.run(task, fetch.Folder(site, QUICK)))
    assert codes(report) == [("broken-link", "O8"), ("broken-link", "O9")]
    assert {d.file for d in report.found} == {f"{site.as_posix()}/index.html"}


def test_robots_txt_is_respected_for_this_program_by_name(serve: Callable[[Server], Server]) -> None:
    files = in_bytes(good())
    files["robots.txt"] = b"User-agent: oit-audit\nDisallow: /o/o8.html\n\nUser-agent: *\nDisallow:\n"
    server = serve(Server(files))
    report, _ = look(server.url)
    assert codes(report) == [("robots", "O8")]
    assert "/o/o8.html" not in server.asked
    server.files["robots.txt"] = b"User-agent: *\nDisallow: /\n"
    server.asked.clear()
    report, _ = look(server.url)
    assert [d.code for d in report.found] == ["audit-robots"]
    assert server.asked == ["/robots.txt"]


def test_a_pause_is_kept_between_two_requests(serve: Callable[[Server], Server]) -> None:
    files = in_bytes(good())
    server = serve(Server(files))
    look(server.url, fetch.Limits(pause=0.05, timeout=5, pages=6))
    gaps = [later - sooner for sooner, later in zip(server.at, server.at[1:], strict=False)]
    assert len(server.asked) == 6
    assert min(gaps) >= 0.045


@pytest.mark.parametrize("is_dripping", [False, True])
def test_a_slow_server_costs_no_more_than_the_timeout(is_dripping: bool, serve: Callable[[Server], Server]) -> None:
    files = in_bytes(good())
    server = Server(files, slow={} if is_dripping else {"/o/o8.html": 60})
    server.dripping = {"/o/o8.html"} if is_dripping else set()
    begun = time.monotonic()
    report, _ = look(serve(server).url, fetch.Limits(pause=0, timeout=0.5))
    assert codes(report) == [("no-answer", "O8")]
    assert report.found[0].facts["reason"] == "timeout"
    assert time.monotonic() - begun < 20


def test_a_huge_file_is_not_read(serve: Callable[[Server], Server]) -> None:
    files = in_bytes(good(O8='<a href="a.pdf">ก</a>', O9='<a href="b.html">ก</a>'))
    files["a.pdf"] = b"%PDF-1.4" + b"0" * 3_000_000
    files["b.html"] = gzip.compress(b"<p>" + b"0" * 30_000_000)
    server = Server(files, headers={"/b.html": {"Content-Encoding": "gzip"}})
    report, _ = look(serve(server).url, fetch.Limits(pause=0, timeout=5, size=1_000_000))
    assert codes(report) == [("too-large", "O8"), ("too-large", "O9")]


def test_redirects_are_followed_within_the_site_and_loops_end(serve: Callable[[Server], Server]) -> None:
    answers = {
        "O8": '<a href="moved">ก</a>',
        "O9": '<a href="a">ก</a>',
        "O10": '<a href="far0">ก</a>',
        "O11": '<a href="gone">ก</a>',
    }
    files = in_bytes(good(**answers))
    redirects = {"/moved": "/o/o8.html", "/a": "/b", "/b": "/a", "/gone": "/"}
    redirects |= {f"/far{n}": f"/far{n + 1}" for n in range(20)}
    report, _ = look(serve(Server(files, redirects)).url)
    assert codes(report) == [("redirect-loop", "O9"), ("redirect-loop", "O10"), ("redirect-home", "O11")]


@pytest.mark.parametrize(
    ("status", "expected"),
    [(401, "asks-login"), (403, "broken-link"), (404, "broken-link"), (410, "broken-link"), (500, "broken-link")],
)
def test_a_status_is_said(status: int, expected: str, serve: Callable[[Server], Server]) -> None:
    files = in_bytes(good())
    report, _ = look(serve(Server(files, statuses={"/o/o8.html": status})).url)
    assert codes(report) == [(expected, "O8")]


def test_a_host_that_is_not_there_is_said_at_the_beginning() -> None:
    report, _ = look("http://127.0.0.1:9/")
    assert [d.code for d in report.found] == ["audit-no-answer"]


def test_no_more_is_opened_than_allowed_and_the_next_run_goes_on(
    tmp_path: Path, serve: Callable[[Server], Server]
) -> None:
    files = in_bytes(good())
    server = serve(Server(files))
    path = tmp_path / "state.jsonl"
    limits = fetch.Limits(pause=0, timeout=5, pages=12)
    asked: list[set[str]] = []
    for _ in range(3):
        with fetch.State(path) as state:
            report, web = look(server.url, limits, state)
            web.finish()
        asked.append(set(server.asked) - {"/robots.txt"})
        assert len(server.asked) <= 12
        server.asked.clear()
    assert not asked[0] & asked[1]
    assert not (asked[0] | asked[1]) & asked[2]
    assert codes(report) == []
    # The run is whole: the next one asks whether anything changed, and is told of each page that it did not.
    server.files["o/o8.html"] = page("<h1>คู่มือ</h1><p>เร็ว ๆ นี้</p>").encode()
    with fetch.State(path) as state:
        report, _ = look(server.url, QUICK, state)
    assert codes(report) == [("placeholder", "O8")]
    assert set(server.not_modified) == {"/", *(f"/{name}" for name in files if name.startswith("o/"))} - {"/o/o8.html"}


def test_a_state_that_was_cut_off_is_gone_on_with_and_another_file_is_left_alone(
    tmp_path: Path, serve: Callable[[Server], Server]
) -> None:
    files = in_bytes(good())
    server = serve(Server(files))
    path = tmp_path / "state.jsonl"
    with fetch.State(path) as state:
        look(server.url, QUICK, state)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    assert len(lines) == 30
    assert all(row["sha256"] and row["etag"] for row in map(json.loads, lines[1:]))
    path.write_text("".join(lines[:10]) + lines[10][:50], "utf-8")
    server.asked.clear()
    with fetch.State(path) as state:
        assert codes(look(server.url, QUICK, state)[0]) == []
    assert len(server.asked) == 1 + 29 - 9
    other = tmp_path / "letter.txt"
    other.write_text("เรียน ท่านผู้อำนวยการ", "utf-8")
    with pytest.raises(fetch.NotAState), fetch.State(other):
        pass
    assert other.read_text("utf-8") == "เรียน ท่านผู้อำนวยการ"


# --- what is read -------------------------------------------------------------------------------------


@pytest.mark.parametrize("declared", ["", "tis-620", "windows-874", "iso-8859-11", "utf-8"])
def test_old_thai_pages_are_read_whatever_they_say_they_are(declared: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    body = f"<html><head>{meta}<title>แผน</title></head><body><p>แผนปฏิบัติการป้องกันการทุจริต</p></body></html>"
    document = read(body.encode("cp874"), "a.html", "text/html")
    assert document.content() == "แผนปฏิบัติการป้องกันการทุจริต"
    assert decode(body.encode("utf-8"), "text/html; charset=tis-620") == body
    assert decode(body.encode("utf-16")) == body


@pytest.mark.parametrize(
    "html",
    [
        "<html",
        "<table><tr><td>O1<td><a href=x>",
        "<!-- " * 5000,
        "<div>" * 20_000,
        "<a href='x'>" * 2000,
        "<table><tr><td>" * 500,
        "<script>" * 1000,
        "<ul><li>" * 5000 + "O1",
        "\0\ufffe<p>\x01",
        "<p>" + "ก" * 400_000,
        "<a href='http://[::1'>x</a><iframe src=''></iframe><a href='//'>y</a>",
    ],
    ids=lambda html: html[:12],
)
def test_broken_pages_are_read_in_a_moment(html: str) -> None:
    begun = time.monotonic()
    document = read(page(html).encode("utf-8", "surrogatepass"), "a.html")
    lists_of(document, "file:///", CATALOGUES)
    look_into({"index.html": page(html)})
    assert time.monotonic() - begun < 10


def test_the_place_of_a_link_is_its_line_in_the_source() -> None:
    html = (
        "<html>\n<!-- <a href='no'> -->\n<body>\n <p title='<a'>x <a\n href='y'>z</a></p><script>'<a href=no>'</script>"
    )
    links = [link for block in read(html.encode(), "a.html").blocks for link in block.links]
    assert [(link.href, link.line, link.column) for link in links] == [("y", 4, 18)]


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<a/>")
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000_000)
    document = read(out.getvalue(), "a.xlsx")
    assert (document.kind, document.is_whole, document.text) == ("xlsx", False, "")
    far = make.package({"xl/workbook.xml": "<a/>", "xl/worksheets/sheet1.xml": '<c r="XFD1048576"><v>1</v></c>'})
    assert read(far, "a.xlsx").is_whole is False


def test_office_files_are_read() -> None:
    docx = make.package(
        {"word/document.xml": "<w:p><w:r><w:t>แผน &amp; ผล</w:t></w:r></w:p><w:p><w:t>ปี 2568</w:t></w:p>"}
    )
    assert read(docx, "a.docx") == Document("docx", "แผน & ผล\nปี 2568")
    odt = make.package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<text:p>แผน</text:p>"})
    assert read(odt, "a.odt").text == "แผน"
    assert "แผน 2568" in read(workbook([["แผน", 2568]]), "a.xlsx").text
    assert read(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx").is_locked


# --- words --------------------------------------------------------------------------------------------


def test_every_component_has_words_that_show_it_and_no_other_has() -> None:
    words = clues.evidence_words()
    wanted = {family: [c.id for c in components] for family, components in known_components().items()}
    assert {family: list(components) for family, components in words.items()} == wanted
    assert all(isinstance(word, str) and word for of in words.values() for some in of.values() for word in some)
    assert all(some for of in words.values() for some in of.values())


@pytest.mark.parametrize("group", yaml.safe_load((ROOT / "generator/catalogues/audit_words.yaml").read_text("utf-8")))
def test_every_phrase_is_a_pattern(group: str) -> None:
    assert all(isinstance(line, str) for line in clues.phrases(group))
    clues.matches(group, "ก")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("รายงานผลการดำเนินงานประจำปีงบปร.pdf", True),
        ("แผนปฏิบัติการป้องกันการทุจ.pdf", True),
        ("คู่มือการปฏิบัติงานของเจ้าหน้า", True),
        ("รายงานผลการดำเนินงาน...", True),
        ("แผนการจัดซื้อจัดจ", True),
        ("รายงานของหน่วยงานเ", True),
        ("รายงานผลการดำเนินงานประจำปีงบประมาณ พ.ศ. 2568.pdf", False),
        ("แผนปฏิบัติการป้องกันการทุจริต", False),
        ("คู่มือการปฏิบัติงานของเจ้าหน้าที่", False),
        ("ผลการประเมิน", False),
        ("การจัดซื้อ", False),
        ("รายงานประจำปี", False),
        ("แผนการใช้จ่ายงบ", False),
        ("ดาวน์โหลด", False),
        ("ข้อมูลการติดต่อ", False),
        ("annual-report-2568.pdf", False),
        ("O12", False),
        ("ก็", False),
    ],
)
def test_names_cut_in_mid_word_are_told_from_whole_ones(name: str, expected: bool) -> None:
    assert is_cut(name) is expected


@pytest.mark.parametrize("year", CATALOGUES)
def test_no_title_of_a_catalogue_looks_cut_or_like_a_draft(year: int) -> None:
    titles = [item.title.th for item in CATALOGUES[year].items]
    assert [title for title in titles if is_cut(title) or clues.search("drafts", title)] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("แผน68 (ตรวจแล้ว ขอแก้ไข).pdf", True),
        ("แผน edit.pdf", True),
        ("แผน_v2.pdf", True),
        ("แผน ร่าง.docx", True),
        ("ตัวอย่าง.pdf", True),
        ("Copy of plan.pdf", True),
        ("plan-final2.pdf", True),
        ("plan final.pdf", True),
        ("ประกาศร่างขอบเขตของงาน.pdf", False),
        ("ร่างกายแข็งแรง.pdf", False),
        ("สำนักงานตัวอย่าง ปี 2568", False),
        ("พ.ร.บ. แก้ไขเพิ่มเติม (ฉบับที่ 2)", False),
        ("service-manual.pdf", False),
        ("covid19.pdf", False),
    ],
)
def test_drafts_are_told_by_their_names(name: str, expected: bool) -> None:
    assert bool(clues.search("drafts", name)) is expected


def test_years_are_read_in_every_way_that_they_are_written() -> None:
    text = "ปีงบประมาณ พ.ศ. ๒๕๖๘ แผน 2566 - 2570 วันที่ 1 ต.ค. 67 ปี 65 June 2024 เลขที่ 2,568 โทร 0-2568-1234"
    assert set(years_in(text)) == {2565, 2566, 2567, 2568, 2569, 2570}
    assert set(years_in("มาตรา 128 ราคา 2568.50 บาท")) == set()


@pytest.mark.parametrize(
    ("months", "missing"),
    [
        ("ต.ค. พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย.", []),
        ("ต.ค. พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค.", []),
        ("ต.ค. พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย.", [4]),
        ("พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย.", [10]),
        ("ต.ค. พ.ย. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค.", [12]),
        ("ต.ค. ม.ค.", []),
    ],
)
def test_a_month_that_is_missing_is_told_from_one_that_is_still_to_come(months: str, missing: list[int]) -> None:
    labels = [f"สขร.1 {month} {67 if month in ('ต.ค.', 'พ.ย.', 'ธ.ค.') else 68}" for month in months.split()]
    assert missing_months(labels, {YEAR}) == missing
    assert missing_months(labels, {YEAR - 5}) == []


def test_an_order_that_only_a_machine_makes_is_found() -> None:
    assert sorted_as_text([f"เดือน {n}" for n in (1, 10, 11, 12, 2, 3, 4)]) == "1, 10, 11, 12, 2, 3, 4"
    assert sorted_as_text([f"เดือน {n}" for n in (10, 11, 12, 1, 2, 3, 4)]) == ""
    assert sorted_as_text([f"เดือน {n}" for n in range(1, 13)]) == ""
    thai = ("กรกฎาคม", "กันยายน", "กุมภาพันธ์", "ตุลาคม", "ธันวาคม", "พฤศจิกายน", "พฤษภาคม")
    assert sorted_as_text(thai).startswith("กรกฎาคม, กันยายน")


# --- the command --------------------------------------------------------------------------------------


def test_the_command_writes_the_same_kinds_of_report_as_check(
    tmp_path: Path, serve: Callable[[Server], Server], capsys: pytest.CaptureFixture[str]
) -> None:
    files = in_bytes(good(O8='<a href="#">ก</a>'))
    url = serve(Server(files)).url
    common = [url, "--year", "2568", "--pause", "0", "--timeout", "5"]
    for kind in FORMATS:
        assert main(["audit", *common, "--format", kind]) == 1
        out, err = capsys.readouterr()
        assert "audit-link-nowhere" in out
        assert f"{url}/" in unquote(out)
        assert "[8/28] O8" not in out
        assert "[9/28] O9" in err
    out = tmp_path / "todo.xlsx"
    assert main(["audit", *common, "--format", "xlsx", "--out", str(out)]) == 1
    rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    assert [row[2] for row in rows[1:]] == ["O8 คู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่"]
    assert main(["audit", *common, "--lang", "en"]) == 1
    assert "28 of 28 items listed" in capsys.readouterr().out


def test_the_command_goes_on_from_its_state(
    tmp_path: Path, serve: Callable[[Server], Server], capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve(Server(in_bytes(good())))
    path = tmp_path / "state.jsonl"
    common = ["audit", server.url, "--pause", "0", "--timeout", "5", "--state", str(path), "--max-pages"]
    assert main([*common, "20"]) == 0
    assert "audit-limit" in capsys.readouterr().out
    assert "finished" not in path.read_text("utf-8")
    assert main([*common, "20"]) == 0
    assert "audit-limit" not in capsys.readouterr().out
    assert "finished" in path.read_text("utf-8").splitlines()[-1]
    assert len(server.asked) == 31  # robots.txt in each run, and each page once


def test_a_good_folder_ends_with_nought(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in good().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(str(text), "utf-8")
    assert main(["audit", str(tmp_path)]) == 0
    assert "28" in capsys.readouterr().out


def test_the_agencys_own_list_components_and_name_are_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, site = tmp_path / "data", tmp_path / "site"
    (data / "profiles" / "own").mkdir(parents=True)
    site.mkdir()
    (data / "agency.yaml").write_text("name: สำนักงานทดลอง\nshort_name: สทล.\nprofile: own\n", "utf-8")
    titles = {"laws": "ระเบียบของหน่วยงาน", "news": "ข่าว", "contact": "การติดต่อ", "qa": "ถามตอบ", "pdpa": "ข้อมูลส่วนบุคคล"}
    items = "".join(
        f"- {{code: O{n}, sub_indicator: 9.1, title: {title}, families: [{family}]}}\n"
        for n, (family, title) in enumerate(titles.items(), 1)
    )
    own = data / "profiles" / "own"
    (own / "2568.yaml").write_text(f"profile: own\nyear: 2568\nsource: ก\nitems:\n{items}", "utf-8")
    (own / "components.yaml").write_text(
        "profile: own\ncomponents:\n- {id: list, family: laws, title: รายชื่อระเบียบ}\n", "utf-8"
    )
    rows = "".join(
        f"<tr><td>O{n}</td><td>{title}</td><td><a href='o.html'>เปิด</a></td></tr>"
        for n, title in enumerate(titles.values(), 1)
    )
    (site / "index.html").write_text(page(f"<h1>OIT ปีงบประมาณ 2568</h1><table>{rows}</table>"), "utf-8")
    (site / "o.html").write_text(page("<h1>ระเบียบของหน่วยงาน</h1><p>สำนักงานทดลอง 2568</p>"), "utf-8")
    main(["audit", str(site), "--data", str(data), "--year", "2568", "--lang", "en"])
    assert "5 of 5 items listed" in capsys.readouterr().out
    loaded, _ = Loader().load(data)
    assert loaded
    assert audit.names_of(loaded) == ("สำนักงานทดลอง", "สทล.")
    item = audit.catalogues_of(loaded)[2568].items[0]
    assert [component.id for component in item.components or ()] == ["list"]
    assert main(["audit", str(site), "--data", str(tmp_path / "nowhere")]) == 1
    assert "no-data-folder" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ("nowhere",),
        ("ftp://example.go.th/",),
        (".", "--year", "2500"),
        (".", "--profile", "nobody"),
        (".", "--max-pages", "0"),
        (".", "--pause", "nan"),
        ("http://127.0.0.1:9/", "--host", "a b/c:x"),
        ("http://127.0.0.1:9/", "--state", "letter.txt"),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_two(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.txt").write_text("x", "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["audit", *arguments])
    assert ended.value.code == 2


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_every_finding_reads_well(language: str, serve: Callable[[Server], Server]) -> None:
    report, _ = look(serve(audited()).url, fetch.Limits(pause=0, timeout=1, size=1_000_000), agency=("สำนักงานทดลอง",))
    for d in report.found:
        for sentence in (d.message(language), d.hint(language)):
            assert sentence
            assert "{" not in sentence
            assert "None" not in sentence
    assert as_xlsx(report, language) == as_xlsx(report, language)
    assert audit.summary(report, language)
