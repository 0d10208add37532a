"""What people ask of the search, and what it answers: questions, cards, rows, attached documents; and what it never claims."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import languages
from generator.families import FAMILIES
from generator.publish.search import index
from generator.publish.search.folding import fold
from generator.publish.search.known import Known
from tests.conftest import ROOT, complaints, follow

FIRST, FIRST_THREE = 0.94, 0.98
"""Shares of the queries whose right page comes first, or among the first three."""
HEAVIEST = 130_000
"""Bytes that a query loads, compressed, what every query shares and a second part of rows included."""


def asked() -> dict[str, tuple[str, ...]]:
    lines = (ROOT / "tests" / "search" / "queries.txt").read_text("utf-8").splitlines()
    parted = (line.partition(" | ") for line in lines if line and not line.startswith("#"))
    return {query: (pages,) if pages.startswith("supplier:") else tuple(pages.split()) for query, _, pages in parted}


def answers(wanted: tuple[str, ...], url: str) -> bool:
    """Whether an address is one of those that answer."""
    address = url.partition("#")[0]
    supplier = parse_qs(urlsplit(address).query).get("supplier", [""])[0]
    return any(
        one == f"supplier:{supplier}"
        or (one == "spending" and address.startswith("spending/"))
        or one == (address.rstrip("/") or ".")
        for one in wanted
    )


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address, locale="th-TH")
    page = context.new_page()
    wrong = complaints(page)
    page.goto("")
    yield page
    assert wrong == []
    context.close()


FIND = """async (queries) => {
  const told = [];
  for (const query of queries) {
    const { how, hits } = await oitSearch.find(query);
    const pages = [];
    for (const hit of hits.slice(0, 10)) if (await oitSearch.around(hit)) pages.push(hit.page.url);
    told.push([how, pages]);
  }
  return told;
}"""


def test_four_hundred_queries_lead_to_the_pages_that_answer_them(page: Page) -> None:
    queries = {query: pages for query, pages in asked().items() if pages != ("none",)}
    assert len(queries) >= 440
    told = page.evaluate(FIND, list(queries))
    first, three = [], []
    for (query, wanted), (how, found) in zip(queries.items(), told, strict=True):
        if not any(answers(wanted, url) for url in found[:1]):
            first.append((query, wanted, how, found[:3]))
        if not any(answers(wanted, url) for url in found[:3]):
            three.append((query, wanted, how, found[:3]))
    assert 1 - len(first) / len(queries) >= FIRST, first
    assert 1 - len(three) / len(queries) >= FIRST_THREE, three


def test_what_is_not_there_is_never_claimed_to_be_found(page: Page) -> None:
    queries = [query for query, pages in asked().items() if pages == ("none",)]
    told = page.evaluate(FIND, queries)
    assert len(queries) >= 36
    # ``some``: the reader is told that nothing answers all of the words.
    assert [
        (query, how, found) for query, (how, found) in zip(queries, told, strict=True) if found and how != "some"
    ] == []


def look(page: Page, query: str) -> None:
    page.goto("search/")
    box = page.get_by_role("article").get_by_role("searchbox")
    box.fill(query)
    expect(page.get_by_role("article").get_by_role("status")).not_to_have_text("")


def cards(page: Page) -> list[str]:
    found = page.locator("article .oit-hit--card")
    expect(found.first).to_be_visible()
    return found.all_inner_texts()


def test_a_number_that_the_year_has_not_is_said_with_where_its_content_is(page: Page) -> None:
    look(page, "O30 2569")
    expect(page.get_by_role("article").get_by_role("status")).to_have_text(
        "ปี 2569 ไม่มีข้อ O30 (มี O1 ถึง O26) เนื้อหาของเลขนั้นอยู่ที่หน้าต่อไปนี้"
    )
    links = [node.get_attribute("href") or "" for node in page.locator("article .oit-hit a").all()]
    assert links[0].endswith("/2569/")
    assert "/2569/o21/" in " ".join(links), "what was O30 in 2567"


def test_a_number_that_no_year_has_is_said_and_not_taken_for_another(page: Page) -> None:
    look(page, "O55 2569")
    expect(page.get_by_role("article").get_by_role("status")).to_have_text("ปี 2569 ไม่มีข้อ O55 (มี O1 ถึง O26)")
    expect(page.locator("article .oit-hit")).to_have_count(0)


def test_who_holds_a_post_is_answered_with_the_name_and_how_to_reach_them(page: Page) -> None:
    for query in ("ใครเป็นรองหัวหน้าด้านบริการ", "ตัวอย่าง สี่"):
        look(page, query)
        card = cards(page)[0]
        assert "นายตัวอย่าง สี่" in card, query
        assert "0 2000 0003" in card
    look(page, "หัวหน้าชื่ออะไร")
    assert "นางสาวตัวอย่าง หนึ่ง" in cards(page)[0]


def test_an_answer_that_is_no_page_is_counted_as_one(page: Page) -> None:
    look(page, "ค่าน้ำดื่มปีละกี่บาท")
    assert "น้ำดื่ม" in cards(page)[0]
    expect(page.get_by_role("article").get_by_role("status")).to_contain_text("พบคำตอบ 1 แห่ง")


def test_where_nothing_is_found_the_most_wanted_the_contact_and_the_years_are_offered(page: Page) -> None:
    look(page, "ผ่าตัดต้อกระจก")
    links = page.locator("article .oit-search__beside li a")
    told = " ".join(node.get_attribute("href") or "" for node in links.all())
    assert "/2569/o3/" in told
    assert "/2568/" in told
    page.get_by_role("article").get_by_role("searchbox").fill("ของขวัญ")
    expect(links).to_have_count(0)


def test_what_a_question_is_taken_for_and_what_was_left_out_are_said(page: Page) -> None:
    look(page, "ขอลบข้อมูลส่วนตัวได้ไหม")
    status = page.get_by_role("article").get_by_role("status")
    expect(status).to_contain_text("เข้าใจว่าถามถึง “ลบข้อมูลส่วนตัว”")
    expect(status).to_contain_text("คำที่ไม่ได้ใช้ค้น: “ขอ” “ได้” “ไหม”")


def test_a_unit_is_answered_with_how_to_reach_it(page: Page) -> None:
    for query in ("ศปท.", "ศูนย์ปฏิบัติการต่อต้านการทุจริต", "เบอร์โทร ศปท."):
        look(page, query)
        assert "0 2000 0000 ต่อ 107 · anti-corruption@sample.example.go.th" in cards(page)[0], query
        assert re.search(r"รับผิดชอบข้อของปี 2569: .*O17", cards(page)[0]), query


def rows() -> list[dict[str, str]]:
    with (ROOT / "data" / "2568" / "proc_items.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


WINNER, JOB = "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก", "ชื่อรายการของงานที่ซื้อหรือจ้าง"
PRICE, BUDGET = "ราคาที่ตกลงซื้อหรือจ้าง (บาท)", "วงเงินงบประมาณที่ได้รับจัดสรร (บาท)"


def told(of_rows: list[dict[str, str]]) -> str:
    money = sum((Decimal(row[PRICE] or row[BUDGET]) for row in of_rows), Decimal(0))
    return f"ปี 2568 {len(of_rows):,} งาน รวม {round(money):,} บาท"


@pytest.mark.parametrize("typed", ["บริษัท ตัวอย่าง ธ จำกัด", "บจก. ตัวอย่าง ธ", "บริษัทตัวอย่าง ธ"])
def test_a_supplier_is_answered_with_its_jobs_by_year(typed: str, page: Page) -> None:
    look(page, typed)
    card = cards(page)[0]
    assert card.startswith("บริษัท ตัวอย่าง ธ จำกัด")
    assert told([row for row in rows() if row[WINNER] == "บริษัท ตัวอย่าง ธ จำกัด"]) in card


@pytest.mark.parametrize("typed", ["กำจัดปลวก", "จ้างกำจัดปลวกกี่บาท"])
def test_what_was_bought_is_answered_with_what_it_cost(typed: str, page: Page) -> None:
    look(page, typed)
    assert told([row for row in rows() if "กำจัดปลวก" in row[JOB]]) in " ".join(cards(page))
    follow(page.locator("article .oit-hit--card a").first)
    page.locator("#s-year").select_option("2568")
    count = sum("กำจัดปลวก" in row[JOB] for row in rows())
    expect(page.locator(".oit-spending__total")).to_contain_text(f"พบ {count} งาน")


def test_every_row_of_every_table_is_found_by_its_name_and_its_numbers(page: Page) -> None:
    some = rows()[::150]
    queries = [row[JOB] for row in some] + [row["เลขที่สัญญาหรือข้อตกลง"] for row in some if row["เลขที่สัญญาหรือข้อตกลง"]]
    queries += [row["เลขที่โครงการในระบบ e-GP"] for row in some if len(row["เลขที่โครงการในระบบ e-GP"]) == 11]
    assert len(queries) > 50
    told = page.evaluate(FIND, queries)
    assert [
        query
        for query, (_, found) in zip(queries, told, strict=True)
        if not any("spending/?" in one for one in found[:3])
    ] == []


def test_attached_documents_are_searched_by_page_only_when_asked_for(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda one: loaded.append(urlsplit(one.url).path))
    look(page, "นโยบาย")
    assert [one for one in loaded if "/evidence0." in one or re.search(r"/e\d+[gt]", one)] == []
    page.get_by_role("article").get_by_role("button", name="ค้นในเอกสารแนบด้วย").click()
    hits = page.locator("article .oit-search__beside .oit-hit a")
    expect(hits.first).to_have_attribute("href", re.compile(r"/files/256[78]/no-gift-declaration-256[78]\.pdf#page=1$"))
    assert any("/evidence0." in one for one in loaded)


# --- What a query loads ---------------------------------------------------------------------------------------


def test_what_a_query_loads_has_a_bound(page: Page, sample: Path) -> None:
    sizes: dict[str, int] = {}

    def note(url: str) -> None:
        path = sample / urlsplit(url).path.lstrip("/")
        if path.suffix == ".js" and "/search/" in url:
            sizes[url] = len(gzip.compress(path.read_bytes(), 6))

    page.on("request", lambda one: note(one.url))
    heavy = {}
    for query in list(asked())[::8]:
        page.goto("search/")
        sizes.clear()
        page.evaluate(FIND, [query])
        if sum(sizes.values()) > HEAVIEST:
            heavy[query] = sum(sizes.values())
    assert heavy == {}


def test_no_file_of_rows_grows_with_the_table() -> None:
    def heaviest(count: int) -> int:
        names = [f"ซื้อวัสดุสำนักงาน รุ่น {number} สำหรับงาน {number % 97}" for number in range(count)]
        files = index.files(
            (), Known("th", rows=tuple(("j", name, f"1:100 2568:1:{number}") for number, name in enumerate(names)))
        )
        start = json.loads(files["start.js"].decode().split(",", 1)[1][:-2])
        assert len(start["rows"]) == -(-count // index.PART)
        return max(len(gzip.compress(content, 6)) for name, content in files.items() if re.match(r"r\d+[gt]", name))

    assert heaviest(4 * index.PART) <= heaviest(index.PART) * 1.1 < 8_000


# --- The words ------------------------------------------------------------------------------------------------


def test_the_words_that_people_use_are_some_hundred_and_lead_somewhere() -> None:
    words = languages.words_of_search()
    assert set(words["families"]) <= set(FAMILIES)
    assert sum(map(len, words["families"].values())) + sum(map(len, words["spellings"].values())) > 390
    for group in (words["families"], words["pages"], words["spellings"]):
        for key, some in group.items():
            assert len({fold(one) for one in some}) == len(some), key
    wrong = [one for some in words["spellings"].values() for one in some]
    assert len(set(map(fold, wrong))) == len(wrong), "one spelling means one word"
