"""Where the list of items is looked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator import languages
from generator.audit.fetch import run
from generator.audit.report import report_of
from generator.audit.task import Fetched, Task, Trouble
from generator.files.html import read_page
from tests.audit_sites import CATALOGUES, YEAR, audit_pages, codes, good, page, table


def test_a_list_of_the_wrong_year_or_no_list_is_said_at_the_beginning() -> None:
    [found] = audit_pages({"index.html": page("<h1>หน้าแรก</h1>")}).found
    assert found.code == "audit-no-list"
    assert all(found.message(language) for language in languages.LANGUAGES), "it has no item to speak of"
    report = audit_pages({"index.html": table()}, year=2567)
    assert [(d.code, d.facts["found"]) for d in report.found] == [("audit-no-list", "2568")]


def test_the_newest_list_is_found_from_a_home_page_that_only_leads_to_it() -> None:
    files = {name.replace("index.html", "oit-2568/index.html"): text for name, text in good().items()}
    files = {(f"oit-2568/{name}" if name.startswith("o/") else name): text for name, text in files.items()}
    files["index.html"] = page("<a href=about.html>เกี่ยวกับเรา</a> <a href=ita.html>การประเมิน ITA</a>", title="หน้าแรก")
    files["ita.html"] = page("<a href=oit-2566/>OIT ปี 2566</a> <a href=oit-2568/>OIT ปี 2568</a>", title="ITA")
    report = audit_pages(files, year=None)
    assert (report.audit.year, codes(report)) == (2568, [])


def test_a_list_is_found_behind_a_page_of_welcome_the_home_page_the_years_and_pages_of_sub_indicators() -> None:
    items = CATALOGUES[YEAR].items
    files = {**good(), "index.html": page("<img src=a.jpg><a href=home.php>เข้าสู่เว็บไซต์</a>", title="กรมตัวอย่าง")}
    files["home.php"] = page("<a href=ita/>การประเมินคุณธรรมและความโปร่งใส (ITA)</a>", title="หน้าหลัก")
    files["ita/index.html"] = page("<a href=2567/>ปี 2567</a> <a href=2568/>ปี 2568</a>", title="ITA")
    links = ""
    for number in range(0, len(items), 7):
        rows = "".join(
            f"<li><a href=/o/{item.slug}.html>{item.code} {item.title.th}</a></li>"
            for item in items[number : number + 7]
        )
        files[f"ita/2568/{number}/index.html"] = page(f"<h1>ปี 2568</h1><ul>{rows}</ul>")
        links += f"<li><a href={number}/>ตัวชี้วัดย่อยที่ 9.{number // 7 + 1}</a></li>"
    files["ita/2568/index.html"] = page(f"<h1>ITA 2568</h1><ul>{links}</ul>", title="ITA 2568")
    report = audit_pages(files)
    assert (report.audit.listed, codes(report)) == (28, [])


@pytest.mark.parametrize(
    ("trouble", "code"), [("limit", "audit-limit"), ("timeout", "audit-no-answer"), ("", "audit-page-unread")]
)
def test_a_list_that_was_not_opened_or_read_to_its_end_is_not_said_to_be_missing(trouble: Trouble, code: str) -> None:
    home = page("<a href=/oit-2568/>OIT 2568</a>", title="กรมตัวอย่าง")
    start = "https://www.example.go.th/"

    class Site:
        def fetch(self, address: str) -> Fetched:
            document = read_page(home.encode(), "")
            if address == start:
                return Fetched(address, address, document=document)
            return Fetched(
                address,
                address,
                trouble=trouble,
                document=None if trouble else replace(document, blocks=(), is_whole=False),
            )

    report = report_of(run(Task(start, CATALOGUES, frozenset({"www.example.go.th"}), year=YEAR), Site()))
    assert [(d.code, d.severity.value) for d in report.found] == [(code, "error")]
    assert report.audit.unjudged == 28
