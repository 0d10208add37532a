"""Addresses as pages give them, those that no parser reads included."""

from __future__ import annotations

import pytest

from generator.audit.addresses import address_of, file_ending, file_name, host_of, is_home, parts_of
from generator.audit.list_search import find_list
from generator.audit.task import Fetched, Task
from generator.files.reading import read
from tests.audit_sites import CATALOGUES, audit_pages, codes, good, page

BROKEN = ("https://[::1", "http://[::1", "//[", "http://[x]/a.pdf", "http://a:99999/a.pdf", "http://a:²/", "https://℀/")


@pytest.mark.parametrize("href", BROKEN)
def test_an_address_that_no_parser_reads_is_none_and_raises_nothing(href: str) -> None:
    assert address_of("https://www.example.go.th/", href) is None
    assert host_of(href) == ""
    assert file_name(href) == file_ending(href) == ""
    assert not parts_of(href).netloc
    assert is_home("https://www.example.go.th/")


@pytest.mark.parametrize("href", BROKEN)
def test_such_a_link_of_an_item_is_broken_and_elsewhere_nothing_is_said(href: str) -> None:
    assert codes(audit_pages(good(O8=f"<a href='{href}'>คู่มือ</a>"))) == [("broken-link", "O8")]
    files = good()
    files["o/o8.html"] = str(files["o/o8.html"]).replace("</body>", f"<a href='{href}'>x</a></body>")
    assert codes(audit_pages(files)) == []


@pytest.mark.parametrize("href", BROKEN)
def test_such_a_link_of_the_first_page_leads_nowhere(href: str) -> None:
    document = read(page(f"<a href='{href}'>OIT 2568</a> <a href='/2568/'>OIT 2568</a>").encode(), "index.html")
    start = "https://www.example.go.th/"
    task = Task(start, CATALOGUES, frozenset({"www.example.go.th"}))
    search = find_list(task, {start: Fetched(start, start, document=document)})
    assert [wanted.address for wanted in search.wanted] == [f"{start}2568/"]
    assert search.fault is None


def test_addresses_are_resolved_compared_and_tidied() -> None:
    base = "https://www.example.go.th/a/b.html"
    assert address_of(base, "../c d.pdf#x") == "https://www.example.go.th/c%20d.pdf"
    assert address_of(base, "https://u:p@WWW.example.go.th/../..") == "https://www.example.go.th/"
    assert address_of(base, "\\\\files\\x") == "https://files/x"
    assert host_of("https://www.example.go.th.:443/") == "www.example.go.th"
    assert host_of("http://www.example.go.th:443/") == "www.example.go.th:443"
    assert (file_name("https://a/x/%E0%B8%81.PDF?v=1"), file_ending("https://a/x.PDF")) == ("ก.PDF", "pdf")
