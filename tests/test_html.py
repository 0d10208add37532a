"""Pages: blocks, links and places; those that are made to take for ever take a moment."""

from __future__ import annotations

import time

import pytest

from generator.files.content import Anchor, ReadDocument, walk_links
from generator.files.html import read_page


def page(body: str) -> ReadDocument:
    return read_page(f"<!doctype html><html lang=TH><title>ก</title><body>{body}".encode(), "")


def test_a_page_is_cut_into_headings_rows_entries_and_lines() -> None:
    document = page("<h2>หัว</h2><ul><li>หนึ่ง<li>สอง</ul><table><tr><td>O1<td><a href=x>ดู</a></table>ก<br>ข")
    assert [(block.tag, block.text) for block in document.blocks] == [
        ("h2", "หัว"), ("li", "หนึ่ง"), ("li", "สอง"), ("tr", "O1 ดู"), ("p", "ก"), ("p", "ข"),
    ]  # fmt: skip
    assert document.blocks[3].cells == (("O1", 0), ("ดู", 1))
    assert (document.title, document.language, document.is_whole) == ("ก", "th", True)


def test_a_row_that_holds_a_table_is_the_layout_of_a_page() -> None:
    document = page("<table><tr><td><h3>หัว</h3><table><tr><td>ใน</table></table>")
    assert [(block.tag, block.text) for block in document.blocks] == [("h3", "หัว"), ("tr", "ใน")]


def test_the_words_of_a_card_are_all_those_inside_of_its_link() -> None:
    document = page("<a href=x title=t><div>หนึ่ง</div><div>สอง <img alt=ภาพ src=a.jpg></div></a>")
    assert [anchor.text for _, anchor in walk_links(document)] == ["หนึ่ง สอง ภาพ"]
    assert document.images == 1


def test_a_part_of_a_picture_that_leads_nowhere_says_what_it_is() -> None:
    document = page("<map><area alt=หนึ่ง href=1><area alt=สอง><area title=สาม href=3></map>")
    assert [(block.text, len(block.links)) for block in document.blocks] == [("หนึ่ง", 1), ("สอง", 0), ("สาม", 1)]


def test_frames_are_links_and_forms_are_seen() -> None:
    document = page("<iframe src=f></iframe><object data=o>ก</object><form><input name=a></form><input type=password>")
    assert [(anchor.href, anchor.is_frame) for _, anchor in walk_links(document)] == [("f", True), ("o", True)]
    assert (document.has_form, document.has_password) == (True, True)
    assert not page("<form role=search><input></form>").has_form


def test_the_frame_of_a_page_is_aside_unless_main_is_empty() -> None:
    document = page("<nav><a href=n>เมนู</a></nav><main>ข้อความ</main><footer>ท้าย</footer>")
    assert (document.content(), [anchor.href for _, anchor in walk_links(document)]) == ("ข้อความ", [])
    assert [anchor.href for _, anchor in walk_links(document, aside=True)] == ["n"]
    assert page("<main></main><div>ข้อความ</div>").content() == "ข้อความ"


@pytest.mark.parametrize(
    ("opener", "dialog"),
    [
        ('<button data-toggle="modal" data-target="#m1">ดู</button>', '<div class="modal fade" id="m1">'),
        ('<a data-bs-toggle="modal" href="#m1">ดู</a>', '<div class="modal" id="m1">'),
        ('<button popovertarget="m1">ดู</button>', '<div popover id="m1">'),
        ("<button onclick=\"document.getElementById('m1').showModal()\">ดู</button>", '<dialog id="m1">'),
        ('<a uk-toggle="target: #m1" href="#">ดู</a>', '<div class="uk-modal" id="m1">'),
        ('<a class="popup-link" href="#m1">ดู</a>', '<div class="mfp-hide" id="m1">'),
    ],
)
def test_a_dialog_is_read_where_it_is_opened(opener: str, dialog: str) -> None:
    end = f"</{dialog[1:].partition(' ')[0]}>"
    inside = f'<a href="a.pdf">เอกสาร</a> <button data-target="#m1" data-dismiss="modal">ปิด</button>{end}'
    document = page(f"{dialog}{inside}<ul><li>O1 ก {opener}</li><li>O2 ข</li></ul>")
    assert " ".join(block.text for block in document.blocks) == "O1 ก ดู เอกสาร ปิด O2 ข"


def test_a_dialog_that_only_others_open_is_read_at_the_end() -> None:
    one, other = (
        f'<div class="modal" id="{own}"><a href="#{next_one}">{own}</a></div>' for own, next_one in ("ab", "ba")
    )
    said = " ".join(block.text for block in page(f"{one}{other}<p>หน้า</p>").blocks)
    assert sorted(said.split()) == ["a", "b", "หน้า"]


def test_places_are_those_of_the_source() -> None:
    document = page("\n<p>\n <a href=x\n>ดู</a>")
    assert [(anchor, block.line) for block, anchor in walk_links(document)] == [(Anchor("x", "ดู", 3, 2), 2)]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td><a href=x>" * 3000,
        "<object><a href=x>t" * 3000,
        "<div>x" * 100_000,
        "<ul><li>" * 50_000,
        "<h1><div>x" * 30_000,
        "<a href=x>y</a>" * 100_000,
        "<div " + " ".join(f"a{n}" for n in range(300_000)) + ">",
        "<div " + "/".join(f"a{n}='>'" for n in range(300_000)) + ">",
        "<a " * 300_000,
        "<table>" + "<tr><td>O1" * 50_000,
        "<!-- " * 100_000,
        "<script>" * 100_000,
    ],
    ids=lambda body: body[:25],
)
def test_what_is_made_to_take_for_ever_takes_a_moment(body: str) -> None:
    begun = time.process_time()
    page(body)
    assert time.process_time() - begun < 10


def test_a_page_that_was_not_read_to_its_end_says_so_and_a_long_picture_is_no_reason() -> None:
    assert not page("<div>x" * 100_000).is_whole
    assert not page("<table><tr>" + "<td>x" * 400_000).is_whole
    assert not page("<div " + " ".join(f"a{n}" for n in range(30_000)) + ">x").is_whole
    picture = "<img src='data:image/png;base64," + "a/b+" * 100_000 + "'>"
    assert page(picture + "ข้อความ").content() == "ข้อความ"
    assert page(picture).is_whole
