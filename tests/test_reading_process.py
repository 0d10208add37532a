"""Pages and files made to stop an audit: each is read, or said to be unread, by its deadline."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.audit.addresses import FOLDER_ROOT
from generator.audit.fetch import run
from generator.audit.folder import Folder
from generator.audit.limits import Limits
from generator.audit.reading_process import SMALL_PAGE, Reader
from generator.audit.report import report_of
from generator.audit.task import Task
from generator.files.content import ReadDocument
from tests import documents
from tests.audit_sites import CATALOGUES, YEAR, codes, good, page, write

AT = "https://www.example.go.th/a.html"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def test_a_large_page_and_a_file_are_read_as_small_pages_are(reader: Reader) -> None:
    text = "แผนปฏิบัติการ " * SMALL_PAGE
    assert (
        reader.read(page(f"<p>{text[:1000]}</p>{' ' * SMALL_PAGE}").encode(), AT, "", 60).blocks[0].text
        == text[:1000].strip()
    )
    assert reader.read(documents.pdf(["แผน ปี 2568"]), "https://a/a%20b.pdf", "", 60).kind == "pdf"
    assert reader.read(b"a,b\n1,2", "https://a/a.csv", "", 60) == ReadDocument("csv", "a\tb\n1\t2")


@pytest.mark.parametrize(
    "body",
    [
        "<p " + " ".join(f"a{n}=1" for n in range(600_000)) + ">x",
        "<div>" * 900_000,
    ],
    ids=["attributes", "nested blocks"],
)
def test_a_page_that_would_take_hours_is_not_read_whole_and_the_next_one_is(body: str, reader: Reader) -> None:
    reader.read(b"a,b", "https://a/a.csv", "", 60)  # its process is there: what follows is the time of the page
    begun = time.monotonic()
    assert not reader.read(page(body).encode(), AT, "", 5).is_whole
    assert time.monotonic() - begun < 20
    assert reader.read(b"a,b", "https://a/a.csv", "", 60).text == "a\tb"


def test_what_is_not_read_at_its_deadline_is_given_up_and_the_next_is_read(reader: Reader) -> None:
    slow = page("<p>x</p>" * SMALL_PAGE).encode()
    assert reader.read(slow, AT, "", 0) == ReadDocument("html", is_whole=False)
    assert reader.read(b"a,b", "https://a/a.csv", "", 60).text == "a\tb"


@pytest.mark.parametrize(
    "body",
    [
        "<a href=x>" * 3000,
        "<div>" * (SMALL_PAGE // 5 - 100),
        "<p " + " ".join(f"a{n}=1" for n in range(SMALL_PAGE // 10)) + ">x",
        "<a href=x>t</a>" * 5000,
    ],
    ids=["nested links", "nested blocks", "attributes", "links"],
)
def test_no_small_page_takes_long(body: str, reader: Reader) -> None:
    begun = time.process_time()
    assert len(page(body)) <= SMALL_PAGE
    reader.read(page(body).encode(), AT, "", 0)
    assert time.process_time() - begun < 5


def test_a_process_that_dies_leaves_its_document_unread(reader: Reader) -> None:
    reader.read(b"a,b", "https://a/a.csv", "", 60)
    assert reader._process
    reader._process.kill()
    assert reader.read(b"a,b", "https://a/a.csv", "", 60) == ReadDocument("csv", is_whole=False)
    assert reader.read(b"a,b", "https://a/a.csv", "", 60).text == "a\tb"


@pytest.mark.parametrize("charset", ["undefined", "idna", "punycode", "UTF-0", "utf-7", "x" * 500, "²"])
def test_an_encoding_that_no_browser_knows_is_none(charset: str, reader: Reader) -> None:
    body = f'<meta charset="{charset}"><p>แผนป้องกันการทุจริต</p>'.encode("cp874", "replace")
    assert reader.read(body, AT, f"text/html; charset={charset}", 5).content() == "แผนป้องกันการทุจริต"


def test_a_page_that_is_not_read_in_time_is_not_judged(tmp_path: Path) -> None:
    write(good() | {"o/o8.html": page("<h1>คู่มือ</h1>" + "<div>" * 900_000)}, tmp_path)
    task = Task(FOLDER_ROOT, CATALOGUES, folder="site", year=YEAR)
    report = report_of(run(task, Folder(tmp_path, Limits(timeout=2))))
    assert codes(report) == [("not-judged", "O8")]
