"""What the documents of an item show, however they are made."""

from __future__ import annotations

import time

import pytest

from generator.audit import audit_words
from generator.audit.evidence import Evidence
from generator.files.content import ReadDocument
from generator.files.reading import read
from generator.models.catalogue import known_components
from tests.audit_sites import YEAR, page


@pytest.mark.parametrize(
    ("html", "links", "thing"),
    [
        ("<img src=a.jpg>", [], "image"),
        ("<form><textarea></textarea></form>", [], "form"),
        ("", ["https://www.google.com/maps/x"], "map"),
        ("", ["https://www.facebook.com/x"], "social"),
        ("<p>saraban@example.go.th</p>", [], "email"),
        ("<a href='mailto:a@example.go.th'>x</a>", [], "email"),
        ("<p>0 2141 1000</p>", [], "telephone"),
        ("<p>" + "word " * 30, [], "english"),
        ("<p>ปีงบประมาณ 2568</p>", [], "data-year"),
        ("<p>เลขที่โครงการ 67019000001</p>", [], "egp"),
        ("<p>ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย.</p>", [], "all-months"),
    ],
)
def test_a_thing_is_there_or_not(html: str, links: list[str], thing: str) -> None:
    asked = f"has:{thing}"
    assert Evidence([read(page(html, title="").encode(), "a.html")], YEAR, links).has(asked)
    assert not Evidence([read(page("<p>ไม่มี</p>", title="").encode(), "a.html")], YEAR, []).has(asked)


def test_every_thing_that_the_words_ask_for_is_known() -> None:
    evidence = Evidence([], YEAR, [])
    words = {word for of in audit_words.evidence_words().values() for some in of.values() for word in some}
    assert not any(evidence.has(word) for word in words if word.startswith("has:"))


def test_words_are_found_in_a_text_layer_that_has_lost_its_vowels() -> None:
    assert Evidence([ReadDocument("pdf", "โทรศพท 02")], YEAR, []).has("โทรศัพท์")
    assert not Evidence([ReadDocument("csv", "โทรศพท 02")], YEAR, []).has("โทรศัพท์")


@pytest.mark.parametrize("text", ["0", "a", "a.", "a@", " ", "1,", "จำนวน", "พัฒนา 1", "(ก ", "2568 "])
def test_no_text_is_searched_for_long(text: str) -> None:
    begun = time.process_time()
    evidence = Evidence([ReadDocument("pdf", text * (300_000 // len(text)))], YEAR, [])
    for components in known_components().values():
        for one in components:
            evidence.shows(one)
    assert time.process_time() - begun < 10
