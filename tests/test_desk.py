"""The desk over HTTP: who may ask, what may be sent, and that nothing is written unseen, over another's change, or by halves."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.desk.editing import Malformed, packed, unpacked
from generator.desk.preview import State
from generator.desk.uploads import MOST_BYTES, file_name
from generator.diagnostics import Diagnostic, Severity
from generator.project import Project
from generator.reading import Reading
from generator.road import Road
from generator.serve import Kept
from generator.site.carried import mark
from generator.site.holding import held
from generator.store.door import Door
from tests import documents
from tests.conftest import ROOT
from tests.desks import NEWS, SMALL, Got, Reader, Served, fields, form_at, save, serving, typed
from tests.folders import load


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One desk for the tests that change nothing."""
    with serving(tmp_path_factory.mktemp("desk")) as served:
        yield served


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """A desk of a test's own."""
    with ExitStack() as running:
        yield lambda **settings: running.enter_context(serving(tmp_path, **settings))


# --- who may ask ----------------------------------------------------------------------------------------------------


def test_the_key_of_the_address_is_good_for_once(own: Callable[..., Served]) -> None:
    served = own()
    stranger = Reader(served.port)
    assert stranger.ask("GET", "/").status == 403
    assert "key" not in stranger.ask("GET", "/").text.partition("<main")[2]
    assert stranger.ask("GET", "/?key=another").status == 403
    first = stranger.ask("GET", f"/?key={served.access.key}")
    assert (first.status, first.headers["location"]) == (303, "/")
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    stranger.headers["Cookie"] = cookie.partition(";")[0]
    assert stranger.get("/").status == 200
    assert served.access.key == ""
    assert Reader(served.port).ask("GET", "/?key=").status == 403


def test_a_stranger_gets_no_page_of_any_kind(desk: Served) -> None:
    stranger = Reader(desk.port)
    for path in (
        "/",
        "/item/2568/O4",
        f"/file/{NEWS}",
        "/history",
        "/state",
        "/draft/",
        "/draft/index.html",
        "/nowhere",
    ):
        assert stranger.ask("GET", path).status == 403, path
    assert stranger.ask("GET", "/assets/desk.css").status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "desk.example.go.th", "localhost.evil.example"]
)
def test_another_name_of_this_machine_is_not_answered(desk: Served, host: str) -> None:
    assert desk.reader().ask("GET", "/", headers={"Host": host}).status == 421


@pytest.mark.parametrize(
    "origin",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "", "Sec-Fetch-Site": "cross-site"},
        {"Origin": ""},
    ],
)
def test_a_page_of_another_site_cannot_send_a_form(desk: Served, origin: dict[str, str]) -> None:
    reader = desk.reader()
    address, pairs = form_at(reader, NEWS)
    got = reader.send(address, typed(pairs, "write", title__th="ของผู้อื่น"), **origin)
    assert got.status == 403
    assert desk.text(NEWS) == SMALL[NEWS]


def test_a_form_without_our_key_is_not_followed(desk: Served) -> None:
    reader = desk.reader()
    address, pairs = form_at(reader, NEWS)
    without = [one for one in pairs if one[0] != "desk-key"]
    for sent in (without, [*without, ("desk-key", "0" * 64)], [*without, ("desk-key", "ก")]):
        assert reader.send(address, [*sent, ("desk-step", "write")]).status == 403
    assert "เปิดครั้งก่อน" in reader.send(address, without).text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(desk: Served, method: str) -> None:
    got = desk.reader().ask(method, f"/file/{NEWS}", headers={"Origin": f"http://127.0.0.1:{desk.port}"})
    assert got.status == 405
    assert "ทำอย่างนี้ไม่ได้" in got.text


def test_every_answer_has_the_policy_and_none_is_kept(desk: Served) -> None:
    reader = desk.reader()
    answers = [reader.ask("GET", path) for path in ("/", "/nowhere", "/assets/desk.css", "/draft/", "/state")]
    for got in (*answers, Reader(desk.port).ask("GET", "/"), reader.ask("PUT", "/")):
        policy = got.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'self'" in policy
        assert got.headers["x-content-type-options"] == "nosniff"
        assert got.headers["referrer-policy"] == "same-origin"
        assert got.headers["cache-control"] == "no-store"
        assert "server" not in got.headers


def test_no_page_asks_anything_of_another_host_or_has_script_or_style_inside(desk: Served) -> None:
    reader = desk.reader()
    for path in (
        "/",
        "/?by=owner&all=1",
        f"/file/{NEWS}",
        "/file/agency.yaml",
        "/history",
        f"/evidence/{NEWS}",
        "/nowhere",
    ):
        page = reader.get(path).page
        for node in page.css("[src], link[href], form[action]"):
            target = node.attributes.get("src") or node.attributes.get("href") or node.attributes.get("action") or ""
            assert re.match("/(?!/)", target), target
        assert not page.css("style, [style], [onclick], script:not([src])")


# --- where one may go -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/file/../agency.yaml",
        "/file/..%2f..%2fetc%2fpasswd",
        "/file/%2e%2e/secret.yaml",
        "/file//etc/passwd",
        "/file/C:%5Cboot.yaml",
        "/file/.oit-history/000001.json",
        "/file/2568/nothing.yaml",
        "/file/",
        "/evidence/agency.yaml",
        "/evidence/../../x",
        "/assets/..%2fserver.py",
        "/assets/server.py",
        "/draft/../../data/agency.yaml",
        "/draft/%2e%2e/%2e%2e/data/agency.yaml",
        "/item/2568/O99",
        "/item/9999/O1",
        "/item/x/O1",
        "/history/77",
        "/history/9999999999999999999999999",
        "/nowhere",
    ],
)
def test_only_what_is_listed_can_be_opened(desk: Served, path: str) -> None:
    got = desk.reader().ask("GET", path)
    assert got.status in (404, 503), got.text  # 503: the draft that is not made yet
    assert "สำนักงานทดสอบ\nshort_name" not in got.text
    assert "Traceback" not in got.text


def test_every_file_and_item_can_be_opened(desk: Served) -> None:
    reader = desk.reader()
    home = reader.get("/?all=1")
    places = [node.attributes["href"] or "" for node in home.page.css("main a[href^='/file/'], main a[href^='/item/']")]
    of_files = re.compile(r"YAML|\.ya?ml|\.json|\boit [a-z]|\b(?:none|shows|site_url|deadlines|data_year|evidence): ")
    assert len(places) > 30
    assert {
        "/file/agency.yaml",
        "/file/units.yaml",
        "/file/checks.yaml",
        "/file/sources.yaml",
        "/file/ita/2567.yaml",
    } <= {*places}
    for place in places:
        got = reader.get(place)
        assert got.status == 200
        assert got.page.css_first("#data-form"), place
        assert got.page.css_first("iframe#draft"), place
        main = got.page.css_first("main")
        assert main is not None
        assert of_files.findall(main.text()) == [], place


# --- what is sent ---------------------------------------------------------------------------------------------------


def test_a_form_that_is_too_large_is_not_read(desk: Served) -> None:
    reader = desk.reader()
    long = reader.ask(
        "POST",
        f"/file/{NEWS}",
        b"",
        {"Content-Length": "900000000", "Content-Type": "application/x-www-form-urlencoded"},
    )
    assert long.status == 413
    assert "ใหญ่เกินไป" in long.text
    unsaid = {"Transfer-Encoding": "chunked", "Content-Type": "application/x-www-form-urlencoded", "Content-Length": ""}
    body = b"%x\r\n%s\r\n0\r\n\r\n" % (9_000_000, b"a" * 9_000_000)
    connection_ended = False
    try:
        assert reader.ask("POST", f"/file/{NEWS}", body, {**unsaid, "Content-Length": ""}).status in (400, 413)
    except (ConnectionError, OSError):
        connection_ended = True  # the server need not listen to the end
    assert connection_ended or reader.get("/").status == 200


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/x-www-form-urlencoded", b""),
        ("application/x-www-form-urlencoded", b"%ff%fe=%00&&&==&desk-base=zzz"),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nbroken"),
        ("application/json", b"{}"),
        ("text/plain", b"\xff\x00"),
    ],
)
def test_what_is_no_form_is_told_so_and_writes_nothing(desk: Served, kind: str, body: bytes) -> None:
    got = desk.reader().ask("POST", f"/file/{NEWS}", body, {"Content-Type": kind})
    assert got.status in (400, 403)
    assert "Traceback" not in got.text
    assert desk.text(NEWS) == SMALL[NEWS]


def test_a_form_whose_file_does_not_come_back_whole_is_refused(desk: Served) -> None:
    reader = desk.reader()
    address, pairs = form_at(reader, NEWS)
    for base in ("", "zzz", packed(b"a" * 9_000_000), packed(b"family: news")[:-4]):
        sent = [(name, base if name == "desk-base" else value) for name, value in pairs]
        assert reader.send(address, [*sent, ("desk-step", "write")]).status == 400
    assert unpacked(packed("ก\r\n".encode())) == "ก\r\n".encode()
    with pytest.raises(Malformed):
        unpacked("ไทย")


# --- saving ---------------------------------------------------------------------------------------------------------


def test_a_change_is_shown_before_it_is_written_and_changes_nothing_else(own: Callable[..., Served]) -> None:
    served = own()
    reader = served.reader()
    address, pairs = form_at(reader, NEWS)
    shown = reader.post(address, typed(pairs, "show", title__th="ข่าว ปี 2568 ฉบับใหม่"))
    assert shown.status == 200
    assert served.text(NEWS) == SMALL[NEWS]
    assert shown.said(".changes del") == "ข่าว ปี 2568"
    assert shown.said(".changes ins") == "ข่าว ปี 2568 ฉบับใหม่"
    back = reader.post(address, [*fields(shown), ("desk-step", "back")])
    assert dict(fields(back, "#data-form"))["title.th"] == "ข่าว ปี 2568 ฉบับใหม่"
    assert served.text(NEWS) == SMALL[NEWS]
    done = reader.post(address, [*fields(shown), ("desk-step", "write")])
    assert "บันทึกแล้ว" in done.said(".notice")
    assert served.text(NEWS) == SMALL[NEWS].replace("ข่าว ปี 2568 ", "ข่าว ปี 2568 ฉบับใหม่ ", 1)
    (recorded,) = Door(served.folder).history()
    assert recorded.who == "สมศรี"
    assert "O4" in recorded.message
    assert recorded.message.endswith("(oit edit)")


def test_what_would_refer_to_nothing_is_said_before_it_is_written(own: Callable[..., Served]) -> None:
    served = own()
    reader = served.reader()
    address, pairs = form_at(reader, NEWS)
    shown = reader.post(address, typed(pairs, "show", owner__unit="กองลับ"))
    assert "ไม่มีหน่วยงานภายในชื่อ กองลับ" in shown.said("[role=alert]")
    assert served.text(NEWS) == SMALL[NEWS]
    again = reader.post(address, typed(pairs, "show", title__th="ข่าวอื่น"))
    assert again.said("[role=alert]") == ""
    address, pairs = form_at(reader, "units.yaml")
    gone = reader.post(address, typed(pairs, "show", units__0__id="other", units__0__abbreviation__th="กค."))
    assert "units.yaml" not in gone.said("[role=alert] .faults a"), (
        "the fault stands in the file that refers to the unit"
    )
    assert "ศทส." in gone.said("[role=alert]")


def test_what_has_errors_is_not_called_complete(own: Callable[..., Served]) -> None:
    complete = "family: news\nassessed_year: 2568\ndata_year: 2568\nowner: ศทส.\nnone: ไม่มีข่าวในปีนี้\n"
    served = own(files={**SMALL, NEWS: complete})
    reader = served.reader()
    assert reader.get(f"/file/{NEWS}").said(".facts .state") == "ครบ"
    assert "1 จาก 28" in reader.get("/?all=1").said("#complete")
    (served.folder / NEWS).write_text(complete.replace("ศทส.", "กองลับ"), "utf-8")
    for _ in range(100):  # the checks follow in a thread of their own
        if (state := reader.get(f"/file/{NEWS}").said(".facts .state")) != "ครบ":
            break
        time.sleep(0.1)
    assert state == "มีที่ผิด แก้ก่อน"
    assert "0 จาก 28" in reader.get("/?all=1").said("#complete")


def test_the_first_page_says_faults_outside_of_items_above_the_files(own: Callable[..., Served]) -> None:
    units = "units:\n- {id: ict, abbreviation: ศทส., name: ศูนย์เทคโนโลยีสารสนเทศ, parent: gone}\n"
    page = own(files={**SMALL, "units.yaml": units}).reader().get("/").text
    assert page.index('id="elsewhere"') < page.index('id="others"')


def test_a_form_saved_unchanged_writes_nothing(own: Callable[..., Served]) -> None:
    served = own()
    reader = served.reader()
    for path in ("agency.yaml", "units.yaml", NEWS):
        address, pairs = form_at(reader, path)
        got = reader.post(address, typed(pairs, "show"))
        assert "ไม่มีช่องใดเปลี่ยน" in got.said(".notice"), got.text
        assert served.text(path) == SMALL[path]
    assert Door(served.folder).history() == []


def test_what_is_wrong_stands_at_its_field_and_is_not_written(own: Callable[..., Served]) -> None:
    served = own()
    reader = served.reader()
    address, pairs = form_at(reader, NEWS)
    got = reader.post(address, typed(pairs, "write", published="วันที่ 45 มกราคม 2568"))
    assert got.status == 422
    assert "ยังบันทึกไม่ได้" in got.said("[role=alert]")
    assert "aria-invalid" in got.text
    assert dict(fields(got, "#data-form"))["published"] == "วันที่ 45 มกราคม 2568"
    assert served.text(NEWS) == SMALL[NEWS]


def test_entries_are_added_moved_and_removed_before_anything_is_saved(own: Callable[..., Served]) -> None:
    served = own()
    reader = served.reader()
    address, pairs = form_at(reader, NEWS)
    got = reader.post(address, [*pairs, ("do", "add:news")])
    got = reader.post(address, [*typed(fields(got, "#data-form"), news__n1__title__th="ข่าวที่สาม"), ("do", "up:news.1")])
    assert served.text(NEWS) == SMALL[NEWS]
    shown = reader.post(address, typed(fields(got, "#data-form"), "show"))
    reader.post(address, [*fields(shown), ("desk-step", "write")])
    assert re.findall("title: (.+)", served.text(NEWS)) == ["ข่าว ปี 2568   # ชื่อ", "ข่าวที่สอง", "ข่าวแรก", "ข่าวที่สาม"]


def test_a_family_without_a_file_is_begun_from_the_blank(own: Callable[..., Served]) -> None:
    served = own()
    reader = served.reader()
    path = "2568/O2-executives.yaml"
    begun = reader.get("/item/2568/O2")
    assert "ยังไม่มีแฟ้มนี้" in begun.text
    assert not (served.folder / path).exists()
    save(reader, path, title__th="ผู้บริหารของสำนักงาน")
    text = served.text(path)
    assert text.startswith("##")
    assert "\nfamily: executives\n" in text
    assert "ผู้บริหารของสำนักงาน" in text
    reader.post("/history/1/undo", [("desk-key", dict(fields(reader.get("/history/1")))["desk-key"])])
    assert not (served.folder / path).exists()


def test_a_file_that_cannot_be_read_is_mended_as_text(own: Callable[..., Served]) -> None:
    served = own(files={**SMALL, NEWS: "family: news\n  title: [\n"})
    reader = served.reader()
    home = reader.get("/")
    assert home.page.css(f"a[href='/file/{NEWS}']")
    address, pairs = form_at(reader, NEWS)
    shown = reader.post(address, [(n, SMALL[NEWS] if n == "text!" else v) for n, v in typed(pairs, "show")])
    reader.post(address, [*fields(shown), ("desk-step", "write")])
    assert served.text(NEWS) == SMALL[NEWS]


def test_a_file_of_any_name_with_a_fault_has_the_form_of_the_family_that_it_names(own: Callable[..., Served]) -> None:
    broken = SMALL[NEWS].replace("3 เมษายน 2568", "45 เมษายน 2568")
    served = own(files={**{k: v for k, v in SMALL.items() if k != NEWS}, "2568/ของเรา.yaml": broken})
    reader = served.reader()
    address, pairs = form_at(reader, "2568/ของเรา.yaml")
    assert "aria-invalid" in reader.get(address).text
    save(reader, "2568/ของเรา.yaml", news__0__date="3 เมษายน 2568")
    assert served.text("2568/ของเรา.yaml") == SMALL[NEWS]
    assert "news.1.title.th" in dict(pairs)
    strange = own_family(reader, served, "2568/แปลก.yaml")
    assert "nothing_of_ours" in strange


def own_family(reader: Reader, served: Served, path: str) -> str:
    """The form of a file of a family that nobody knows, in which that can be mended."""
    (served.folder / path).write_text("family: nothing_of_ours\nassessed_year: 2568\ndata_year: 2568\n", "utf-8")
    return dict(form_at(reader, path)[1])["family"]


# --- two officers ---------------------------------------------------------------------------------------------------


def test_changes_of_different_fields_go_together_after_both_were_seen(own: Callable[..., Served]) -> None:
    served = own()
    one, other = served.reader(), served.reader()
    address, pairs = form_at(one, NEWS)
    save(other, NEWS, news__1__title__th="ข่าวที่สอง แก้แล้ว")
    met = one.post(address, typed(pairs, "write", title__th="ชื่อของคนแรก"))
    assert met.status == 409
    assert "มีผู้แก้แฟ้มนี้" in met.said("h1")
    assert met.said(".meanwhile ins") == "ข่าวที่สอง แก้แล้ว"
    assert "ชื่อของคนแรก" not in served.text(NEWS)
    one.post(address, [*fields(met), ("desk-step", "write")])
    assert "ชื่อของคนแรก   # ชื่อ" in served.text(NEWS)
    assert "ข่าวที่สอง แก้แล้ว" in served.text(NEWS)


@pytest.mark.parametrize(("choice", "kept"), [("mine", "ชื่อของคนแรก"), ("theirs", "ชื่อของคนที่สอง")])
def test_the_same_field_changed_twice_is_decided_and_never_overwritten(
    own: Callable[..., Served], choice: str, kept: str
) -> None:
    served = own()
    one, other = served.reader(), served.reader()
    address, pairs = form_at(one, NEWS)
    save(other, NEWS, title__th="ชื่อของคนที่สอง")
    met = one.post(address, typed(pairs, "write", title__th="ชื่อของคนแรก", published="5 เมษายน 2568"))
    question = met.said(".question")
    assert all(said in question for said in ("ข่าว ปี 2568", "ชื่อของคนแรก", "ชื่อของคนที่สอง"))
    undecided = one.post(address, [*fields(met), ("desk-step", "show")])
    assert undecided.status == 409
    one.post(address, [*fields(met), ("desk-choice-0-0", choice), ("desk-step", "write")])
    assert f"title: {kept}   # ชื่อ" in served.text(NEWS)
    assert "published: 5 เมษายน 2568" in served.text(NEWS)


def test_one_field_that_clashes_can_be_decided_for_either_side(own: Callable[..., Served]) -> None:
    served = own()
    one, other = served.reader(), served.reader()
    address, pairs = form_at(one, NEWS)
    save(other, NEWS, title__th="ชื่อของคนที่สอง")
    met = one.post(address, typed(pairs, "write", title__th="ชื่อของคนแรก"))
    assert met.page.css("button[value=write]")
    left = one.post(address, [*fields(met), ("desk-choice-0-0", "theirs"), ("desk-step", "write")])
    assert "ไม่มีช่องใดเปลี่ยน" in left.said(".notice")
    assert "title: ชื่อของคนที่สอง   # ชื่อ" in served.text(NEWS)
    one.post(address, [*fields(met), ("desk-choice-0-0", "mine"), ("desk-step", "write")])
    assert "title: ชื่อของคนแรก   # ชื่อ" in served.text(NEWS)


def test_a_decision_that_came_too_late_is_asked_again(own: Callable[..., Served]) -> None:
    served = own()
    one, other = served.reader(), served.reader()
    address, pairs = form_at(one, NEWS)
    save(other, NEWS, title__th="ชื่อของคนที่สอง")
    met = one.post(address, typed(pairs, "write", title__th="ชื่อของคนแรก"))
    save(other, NEWS, title__th="ชื่อใหม่ของคนที่สอง")
    again = one.post(address, [*fields(met), ("desk-choice-0-0", "mine"), ("desk-step", "write")])
    assert again.status == 409
    assert "ชื่อใหม่ของคนที่สอง" in again.said(".question")
    assert "ชื่อใหม่ของคนที่สอง" in served.text(NEWS)


def test_a_file_that_somebody_removed_is_told_and_not_made_again_unasked(own: Callable[..., Served]) -> None:
    served = own()
    reader = served.reader()
    address, pairs = form_at(reader, NEWS)
    (served.folder / NEWS).unlink()
    place = reader.get("/item/2568/O4")  # its own file is another one now: the one to begin
    assert place.status == 200
    got = reader.post(address, typed(pairs, "write", title__th="ชื่อของคนแรก"))
    assert got.status in (404, 409)
    assert not (served.folder / NEWS).exists()


# --- history and undo -----------------------------------------------------------------------------------------------


def test_a_change_is_undone_and_the_undo_too(own: Callable[..., Served]) -> None:
    served = own()
    reader = served.reader()
    save(reader, NEWS, title__th="ชื่อใหม่")
    listed = reader.get("/history")
    assert listed.said(".history tbody th a").startswith("แก้ O4")
    assert "สมศรี" in listed.said(".history tbody")
    change = reader.get("/history/1")
    assert change.said(".changes ins") == "ชื่อใหม่"
    assert "ย้อนแล้ว" in reader.post("/history/1/undo", fields(change)).said(".notice")
    assert served.text(NEWS) == SMALL[NEWS]
    assert not reader.get("/history/1").page.css("main form")
    reader.post("/history/2/undo", fields(reader.get("/history/2")))
    assert "ชื่อใหม่" in served.text(NEWS)


def test_an_undo_leaves_what_was_changed_since(own: Callable[..., Served]) -> None:
    served = own()
    reader = served.reader()
    save(reader, NEWS, title__th="ชื่อใหม่")
    save(reader, NEWS, published="6 เมษายน 2568")
    met = reader.post("/history/1/undo", fields(reader.get("/history/1")))
    assert met.status == 409
    assert "ชื่อใหม่" in served.text(NEWS)
    reader.post("/history/1/undo", [*fields(met), ("desk-step", "write")])
    assert served.text(NEWS) == SMALL[NEWS].replace("4 เมษายน 2568\nowner", "6 เมษายน 2568\nowner")


# --- evidence -------------------------------------------------------------------------------------------------------

GOOD = documents.pdf(["ประกาศ ข่าวประชาสัมพันธ์ ปี 2568", "หน้าสอง"])


def send(reader: Reader, name: str, content: bytes, path: str = NEWS) -> Got:
    page = reader.get(f"/evidence/{path}")
    return reader.upload(f"/evidence/{path}", fields(page), name, content)


def test_evidence_is_looked_at_then_put_with_its_entry_or_not_at_all(own: Callable[..., Served]) -> None:
    served = own()
    reader = served.reader()
    shown = send(reader, "ประกาศ ข่าว (ลงนาม).pdf", GOOD)
    assert shown.status == 200
    assert shown.said(".read dd") == "files/2568/ประกาศ ข่าว (ลงนาม).pdf"
    assert "2568" in shown.said(".read")
    assert not (served.folder / "files").exists()
    assert served.text(NEWS) == SMALL[NEWS]
    got = reader.post(f"/evidence/{NEWS}", typed(fields(shown), title="ประกาศที่ลงนามแล้ว"))
    assert "บันทึกแล้ว" in got.said(".notice")
    assert (served.folder / "files/2568/ประกาศ ข่าว (ลงนาม).pdf").read_bytes() == GOOD
    assert served.text(NEWS).startswith(SMALL[NEWS])
    assert "ประกาศที่ลงนามแล้ว" in served.text(NEWS)
    again = send(reader, "อีกชื่อ.pdf", GOOD)
    assert "มีอยู่แล้ว" in again.text
    reader.post(f"/evidence/{NEWS}", fields(again))
    assert [one.name for one in (served.folder / "files/2568").iterdir()] == ["ประกาศ ข่าว (ลงนาม).pdf"]
    for number in (2, 1):
        reader.post(f"/history/{number}/undo", fields(reader.get(f"/history/{number}")))
    assert served.text(NEWS) == SMALL[NEWS]
    assert not list((served.folder / "files/2568").iterdir())


def _zip(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.exe", b"MZ\x90", "ไม่รับแฟ้ม"),
        ("a.svg", b"<svg/>", "ไม่รับแฟ้ม"),
        ("a.html", b"<html>", "ไม่รับแฟ้ม"),
        ("a.pdf.js", GOOD, "ไม่รับแฟ้ม"),
        ("plan", GOOD, "ไม่รับแฟ้ม"),
        ("a.pdf", b"<html><script>", "ไม่ใช่แฟ้มชนิดที่ชื่อบอก"),
        ("a.png", GOOD, "ไม่ใช่แฟ้มชนิดที่ชื่อบอก"),
        ("a.txt", b"\x89PNG\r\n", "ไม่ใช่แฟ้มชนิดที่ชื่อบอก"),
        ("a.pdf", b"", "เปล่า"),
        ("a.pdf", b"%PDF-1.7 then nothing", "เสียหาย"),
        ("a.pdf", documents.pdf(["x"], lock={"user": "1234", "owner": "1234"}), "รหัสผ่าน"),
        ("", b"", "ยังไม่ได้เลือกแฟ้ม"),
    ],
)
def test_what_may_not_be_published_is_refused(desk: Served, name: str, content: bytes, said: str) -> None:
    got = send(desk.reader(), name, content)
    assert got.status == 422
    assert said in got.said("[role=alert]")
    assert not (desk.folder / "files").exists()


def test_a_file_that_is_too_large_is_told_so(desk: Served) -> None:
    kind = {"Content-Type": "multipart/form-data; boundary=x", "Content-Length": str(MOST_BYTES * 2)}
    got = desk.reader().ask("POST", f"/evidence/{NEWS}", b"", kind)
    assert got.status == 413
    assert "60 MB" in got.said("[role=alert]")


def test_evidence_of_another_run_or_with_another_component_writes_nothing(desk: Served) -> None:
    reader = desk.reader()
    pairs = [*fields(reader.get(f"/evidence/{NEWS}")), ("title", "ก"), ("shows", "no-such-component")]
    for id in ("0" * 32, "../../../etc", ""):
        assert reader.post(f"/evidence/{NEWS}", [*pairs, ("desk-waiting", id)]).status == 422
    assert desk.text(NEWS) == SMALL[NEWS]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("แผน ปี ๒๕๖๘ (ลงนาม).PDF", "แผน ปี ๒๕๖๘ (ลงนาม).pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\a\\b.pdf", "b.pdf"),
        ("...", "document"),
        ("", "document"),
        (".pdf", "document.pdf"),
        ("CON.pdf", "CON-0.pdf"),
        ('a<b>:"c|?*.pdf', "a b c.pdf"),
        ("a\u202egpj.pdf", "a gpj.pdf"),
        ("a\x00\n.pdf", "a.pdf"),
        ("แ" * 300 + ".pdf", "แ" * 65 + ".pdf"),
    ],
)
def test_a_file_is_named_so_that_every_system_takes_it(given: str, kept: str) -> None:
    assert file_name(given) == kept


# --- approval -------------------------------------------------------------------------------------------------------


def test_a_director_approves_what_was_seen_and_nothing_else(own: Callable[..., Served]) -> None:
    served = own(files={**SMALL, "agency.yaml": SMALL["agency.yaml"] + "approval: required\n"})
    reader = served.reader()
    page = reader.get("/approve")
    (box,) = page.page.css("input[name=approve]")
    seen = box.attributes["value"] or ""
    sheet = reader.ask("GET", "/approve/sheet")
    assert sheet.body.startswith(b"PK")
    assert "attachment" in sheet.headers["content-disposition"]
    assert reader.post("/approve", fields(page)).status == 422
    save(reader, NEWS, title__th="แก้หลังจากที่เปิดดู")
    late = reader.post("/approve", [*fields(page), ("approve", seen)])
    assert late.status == 409
    assert not (served.folder / "approvals.yaml").exists()
    done = reader.post("/approve", [*typed(fields(late), by="นางสาวมาลี ผู้อำนวยการ"), ("approve", _waits(late))])
    assert "บันทึกการอนุมัติแล้ว" in done.said(".notice")
    assert not done.page.css("input[name=approve]")
    assert "by: นางสาวมาลี ผู้อำนวยการ" in served.text("approvals.yaml")
    save(reader, NEWS, title__th="แก้หลังอนุมัติ")
    again = reader.get("/approve")
    assert "แก้หลังอนุมัติ" in again.said(".approval")
    assert "/file/approvals.yaml" not in reader.get("/").text


def _waits(got: Got) -> str:
    (box,) = got.page.css("input[name=approve]")
    return box.attributes["value"] or ""


# --- behind an agency's own login -------------------------------------------------------------------------------------


def test_behind_a_login_each_officer_goes_by_the_name_that_it_gives(own: Callable[..., Served]) -> None:
    served = own(user_header="x-remote-user", hosts={"desk.example.go.th"})
    somchai, malee = served.reader("somchai"), served.reader("มาลี".encode().decode("latin-1"))
    assert "somchai" in somchai.get("/").said(".user")
    save(somchai, NEWS, title__th="ของสมชาย")
    save(malee, NEWS, title__th="ของมาลี")
    assert [one.who for one in Door(served.folder).history()] == ["มาลี", "somchai"]
    _, pairs = form_at(somchai, NEWS)
    assert malee.send(f"/file/{NEWS}", typed(pairs, "write", title__th="x")).status == 403  # another officer's form
    assert served.reader("").ask("GET", "/").status == 403
    assert served.reader("  \x01 ").ask("GET", "/").status == 403
    assert served.reader("a").ask("GET", "/", headers={"Host": "evil.example"}).status == 421
    assert served.reader("a").ask("GET", "/?key=").status == 200


NGINX = shutil.which("nginx") or "/usr/sbin/nginx"


@pytest.mark.skipif(not Path(NGINX).is_file(), reason="needs nginx")
def test_behind_nginx_as_the_manual_says(own: Callable[..., Served], tmp_path: Path) -> None:
    manual = (Path(__file__).parent.parent / "docs" / "desk.md").read_text("utf-8")
    block = re.search(r"```nginx\n(.+?)```", manual, re.DOTALL)
    assert block
    served = own(user_header="x-remote-user", hosts={"desk.example.go.th"})
    front = _free_port()
    site = (
        block[1]
        .replace("listen 443 ssl;", f"listen 127.0.0.1:{front};")
        .replace("127.0.0.1:8010", f"127.0.0.1:{served.port}")
    )
    site = re.sub(r"(?m)^\s*ssl_certificate.*\n", "", site)
    (tmp_path / "passwords").write_text("malee:{PLAIN}secret\n")
    site = site.replace("/etc/nginx/desk-users", str(tmp_path / "passwords"))
    temp = "".join(
        f"{kind}_temp_path {tmp_path}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (tmp_path / "nginx.conf").write_text(
        f"{'user root; ' if os.getuid() == 0 else ''}daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log;\nevents {{}}\n"
        f"http {{ access_log off; {temp} {site} }}\n"
    )
    with subprocess.Popen(
        [NGINX, "-p", str(tmp_path), "-e", f"{tmp_path}/error.log", "-c", str(tmp_path / "nginx.conf")]
    ) as process:
        try:
            _answers(front)
            host = {"Host": "desk.example.go.th", "Origin": "http://desk.example.go.th"}
            assert Reader(front, {**host, "X-Remote-User": "admin"}).ask("GET", "/").status == 401
            login = {"Authorization": "Basic bWFsZWU6c2VjcmV0"}
            malee = Reader(front, {**host, **login, "X-Remote-User": "admin"})
            assert "malee" in malee.get("/").said(".user")
            save(malee, NEWS, title__th="ผ่าน nginx")
            assert Door(served.folder).history()[0].who == "malee"
            assert "ผ่าน nginx" in served.text(NEWS)
        finally:
            process.terminate()


def _free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _answers(port: int) -> None:
    import time

    for _ in range(100):
        try:
            Reader(port).ask("GET", "/")
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail("nginx does not answer")


def test_the_desk_speaks_english(own: Callable[..., Served]) -> None:
    served = own(language="en")
    reader = served.reader()
    assert reader.get("/").said("h1") == "What is left, 2568"
    for path in ("/?all=1&by=day", f"/file/{NEWS}", "/approve", "/history", "/nowhere", f"/evidence/{NEWS}"):
        got = reader.get(path)
        assert got.page.css_first("html").attributes["lang"] == "en"
        assert got.said(".skip") == "Skip to the content"
    assert "Title of the topic or document" in reader.get(f"/file/{NEWS}").said("#data-form")
    assert "Saved as change 1" in save(reader, NEWS, title__th="ชื่อใหม่").said(".notice")
    assert reader.get("/history/1").said("h1") == "Change 1"
    assert Door(served.folder).history()[0].message.startswith("แก้ O4"), (
        "history is in Thai, for whoever reads it later"
    )
    assert "What does this evidence show?" in send(reader, "notice.pdf", GOOD).text


def test_how_far_the_draft_is_can_be_asked(desk: Served) -> None:
    state = json.loads(desk.reader().ask("GET", f"/state?file={NEWS}").body)
    assert state == {"built": 0, "building": False, "faults": 0, "behind": False, "found": state["found"]}
    making = desk.reader().ask("GET", f"/draft/2568/{quote('o4')}/")
    assert making.status == 503
    assert "กำลังสร้างร่าง" in making.text


# --- carried from the year before -----------------------------------------------------------------------------------


def test_what_was_carried_is_confirmed_with_a_button_and_the_undo_asks_again(own: Callable[..., Served]) -> None:
    line = mark(2567)
    served = own(files={**SMALL, NEWS: "# yaml-language-server: $schema=x\n" + line + SMALL[NEWS]})
    reader = served.reader()
    assert held_at(served) == ["carried"]
    address, pairs = form_at(reader, NEWS)
    shown = reader.post(address, typed(pairs, "confirm", published="5 เมษายน 2568"))
    assert "ข้อมูลที่ยกมาจากปี 2567" in shown.said(".changes")
    assert "5 เมษายน 2568" in shown.said(".changes"), "what was typed is not lost"
    assert line in served.text(NEWS), "nothing is written before it is accepted"
    back = reader.post(address, [*fields(shown), ("desk-step", "back")])
    assert back.page.css_first("button[value=confirm]")
    saved = reader.post(address, [*fields(shown), ("desk-step", "write")])
    assert saved.page.css_first("button[value=confirm]") is None
    text = served.text(NEWS)
    assert text == "# yaml-language-server: $schema=x\n" + SMALL[NEWS].replace("4 เมษายน", "5 เมษายน")
    assert held_at(served) == []
    save(reader, NEWS, title__th="ข่าวใหม่")
    asked = reader.post("/history/1/undo", [("desk-key", served.access.form_key("สมศรี"))])
    assert "ยังไม่ได้ยืนยัน" in asked.said(".deciding")
    reader.post("/history/1/undo", fields(asked, "form.deciding"))
    assert line in served.text(NEWS), "the confirmation is taken back beside what was written since"
    assert "ข่าวใหม่" in served.text(NEWS)
    assert "published: 4 เมษายน" in served.text(NEWS)


def test_a_confirmation_meets_what_somebody_else_wrote(own: Callable[..., Served]) -> None:
    served = own(files={**SMALL, NEWS: mark(2567) + SMALL[NEWS]})
    one, other = served.reader(), served.reader()
    address, pairs = form_at(one, NEWS)
    save(other, NEWS, title__th="ของคนที่สอง")
    asked = one.post(address, typed(pairs, "confirm"))
    assert asked.status == 409
    assert "ตรวจและยืนยันแล้ว" in asked.said(".deciding")
    one.post(address, [*fields(asked), ("desk-step", "write")])
    assert served.text(NEWS) == SMALL[NEWS].replace("title: ข่าว ปี 2568 ", "title: ของคนที่สอง ")


def held_at(served: Served) -> list[str]:
    return [one.why for one in held(load(served.folder))]


def test_what_keeps_the_draft_from_being_made_leads_to_the_form_where_it_is_mended(own: Callable[..., Served]) -> None:
    served = own(files={**SMALL, NEWS: SMALL[NEWS].replace("owner: ศทส.", "owner: กองที่ไม่มี")})
    served.preview.state = State(0, False, tuple(errors_in(served)))
    page = served.reader().ask("GET", "/draft/2568/o4/")
    assert page.status == 503
    assert page.said("h1") == "ยังสร้างร่างไม่ได้"
    assert "units.yaml" not in page.text
    link = page.page.css_first("a[target=_top]")
    assert link is not None
    assert link.attributes["href"] == f"/file/{NEWS}"


@pytest.mark.parametrize("has_errors", [True, False])
def test_only_what_has_errors_may_keep_a_page_from_being_made(
    own: Callable[..., Served], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, has_errors: bool
) -> None:
    owner = "กองที่ไม่มี" if has_errors else "ศทส."
    served = own(files={**SMALL, NEWS: SMALL[NEWS].replace("owner: ศทส.", f"owner: {owner}")})
    project = Project(ROOT, served.folder, tmp_path / "s", tmp_path / "w", is_draft=True)
    kept = Kept(project, "mkdocs", despite_errors=True)
    monkeypatch.setattr(Road, "_plan", lambda *_: 1 // 0)
    if has_errors:
        outcome = kept.build()
        assert [one.code for one in outcome.diagnostics if one.severity is Severity.ERROR] == ["unknown-unit"]
        assert not outcome.is_current
    else:
        with pytest.raises(ZeroDivisionError):
            kept.build()


def errors_in(served: Served) -> list[Diagnostic]:
    _, found = Reading(Project(ROOT, served.folder, served.folder.parent / "s", served.folder.parent / "w")).read()
    return [one for one in found if one.severity is Severity.ERROR]
