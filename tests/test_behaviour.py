"""What a page does beyond its plain links."""

from __future__ import annotations

import pytest

from generator.files import behaviour
from generator.files.content import walk_links
from generator.files.reading import read


@pytest.mark.parametrize(
    ("script", "address"),
    [
        ("location.href='/o1/'", "/o1/"),
        ("window.open('https://a.go.th/x.pdf', '_blank')", "https://a.go.th/x.pdf"),
        ('openDoc("files/a.pdf")', "files/a.pdf"),
        ("go('tab', './plan/')", "./plan/"),
        ("location='/'", "/"),
        ("toggle('c1')", ""),
        ("show('O1'); // see /a", ""),
        ("alert('ไม่มี / ไม่พบ')", ""),
    ],
)
def test_the_address_that_a_script_names_is_read_and_nothing_else(script: str, address: str) -> None:
    assert behaviour.scripted_address(script) == address


@pytest.mark.parametrize(
    ("markup", "href"),
    [
        ('<a href="/a" onclick="track(\'/b\')">x</a>', "/a"),
        ('<a href="#" onclick="window.open(\'/b\')">x</a>', "/b"),
        ('<button data-href="/c">x</button>', "/c"),
        ('<a href="#" data-downloadurl="/?wpdmdl=3">x</a>', "/?wpdmdl=3"),
        ("<button onclick=\"location='/d'\">x</button>", "/d"),
        ('<a href="javascript:load(3)">x</a>', "javascript:load(3)"),
        ('<button onclick="load(3)">x</button>', "javascript:load(3)"),
        ('<iframe data-src="/e.pdf" src="about:blank"></iframe>', "/e.pdf"),
        ('<div data-pdf="/f.pdf"></div>', "/f.pdf"),
    ],
)
def test_whatever_opens_a_page_is_a_link(markup: str, href: str) -> None:
    document = read(f"<html><body><p>{markup}</p></body></html>".encode(), "a.html")
    assert [link.href for _, link in walk_links(document)] == [href]


@pytest.mark.parametrize(
    ("markup", "is_toggle"),
    [
        ('<a href="#c" data-bs-toggle="collapse">x</a>', True),
        ('<a href="#" class="uk-accordion-title">x</a>', True),
        ("<button onclick=\"toggle('c1')\">x</button>", True),
        ('<a href="#" aria-expanded="false">x</a>', True),
        ('<a href="#">x</a>', False),
        ('<a href="plan.html" class="btn">x</a>', False),
    ],
)
def test_what_opens_a_part_of_its_own_page_is_a_toggle(markup: str, is_toggle: bool) -> None:
    document = read(f"<html><body><p>{markup}</p></body></html>".encode(), "a.html")
    assert [link.is_toggle for _, link in walk_links(document)] == [is_toggle]


@pytest.mark.parametrize(
    ("markup", "target"),
    [
        ('<meta http-equiv="refresh" content="0; url=/a/">', "/a/"),
        ("<META HTTP-EQUIV=Refresh CONTENT=\"3;URL='b.html'\">", "b.html"),
        ('<meta http-equiv="refresh" content="60">', ""),
        ("<script>window.location.replace('/c/')</script>", "/c/"),
        ("<script>if (location.href == '/d/') x()</script>", ""),
        ("<script>location.href='/c/'</script><p>" + "ข่าว " * 40, ""),
    ],
)
def test_where_a_page_sends_its_readers(markup: str, target: str) -> None:
    assert (
        read(f"<html><head><title>a</title></head><body>{markup}</body></html>".encode(), "a.html").leads_on == target
    )


@pytest.mark.parametrize(
    ("body", "needs"),
    [
        ('<div id="root"></div><script src="a.js"></script>', True),
        ("<p>Loading…</p><script src=a.js></script><noscript>Please enable JavaScript</noscript>", True),
        ("<script src=a.js></script>", True),
        ('<div id="app"><p>' + "ข่าวของหน่วยงาน " * 10 + "</p></div><script src=a.js></script>", False),
        ("<p>ว่าง</p><script src=a.js></script>", False),
        ('<div id="root"></div>', False),
        ("<script src=a.js></script><img src=plan.jpg>", False),
        ("<script src=a.js></script><embed src=plan.pdf>", False),
    ],
)
def test_a_page_that_waits_for_its_scripts_is_told_from_an_empty_one(body: str, needs: bool) -> None:
    assert read(f"<html><body>{body}</body></html>".encode(), "a.html").needs_scripts is needs


def test_links_are_resolved_by_the_base_of_the_page_and_anchors_stay() -> None:
    text = '<html><head><base href="/oit/"></head><body><a href="a.html">x</a><a href="#b">y</a><a href="//[">z</a></body></html>'
    assert [link.href for _, link in walk_links(read(text.encode(), "a.html"))] == ["/oit/a.html", "#b", "//["]


def test_a_part_of_a_page_has_the_words_of_its_tab() -> None:
    text = "<ul><li><a data-toggle=tab href=#a>ปี 2568</a></li></ul><div id=a><p>ข้อ 1</p></div><p>ท้าย</p>"
    document = read(f"<html><body>{text}</body></html>".encode(), "a.html")
    assert [(block.text, block.tab) for block in document.blocks[1:]] == [("ข้อ 1", "ปี 2568"), ("ท้าย", "")]
