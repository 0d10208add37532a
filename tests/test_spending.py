"""Spending: every row of the tables once, rows as files for the page, and what a reader can do with them."""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.project import Project
from generator.publish.exporters import spending_rows
from generator.reading import read
from generator.site.site import Site
from generator.site.spending import Row, Spending, Year, spending
from generator.writing.companies import company_key
from tests.conftest import ROOT, complaints, served

ITEMS = ROOT / "data" / "2568" / "proc_items.csv"
NAMES = {
    "บริษัท ตัวอย่าง ก จำกัด": "company:ตัวอย่างก",
    "บจก.ตัวอย่าง ก": "company:ตัวอย่างก",
    "บริษัท  ตัวอย่าง ก  จก.": "company:ตัวอย่างก",
    "บริษัท ตัวอย่าง ก จำกัด (มหาชน)": "public:ตัวอย่างก",
    "บมจ. ตัวอย่าง ก": "public:ตัวอย่างก",
    "ห้างหุ้นส่วนจำกัด ตัวอย่าง ก": "partnership:ตัวอย่างก",
    "หจก. ตัวอย่าง ก": "partnership:ตัวอย่างก",
    "ร้าน ตัวอย่าง ก": "shop:ตัวอย่างก",
    "ร้านตัวอย่าง ก": "shop:ตัวอย่างก",
    "นายตัวอย่าง หนึ่ง": "นายตัวอย่างหนึ่ง",
    "บริษัท ตัวอย่าง ๑ จำกัด": "company:ตัวอย่าง1",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_business_has_one_key_however_its_form_is_written(name: str) -> None:
    assert company_key(name) == NAMES[name]


# --- Every row once ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("spending")
    found, _ = read(Project(ROOT, ROOT / "data", folder / "site", folder / "work"))
    assert found
    return found


@pytest.fixture(scope="module")
def all_rows(site: Site) -> Spending:
    return spending(site)


def of(all_rows: Spending, year: int, kind: str = "job") -> Year:
    return next(one for one in all_rows.years if (one.year, one.kind) == (year, kind))


def jobs_of_csv() -> list[dict[str, str]]:
    with ITEMS.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


PRICE, BUDGET = "ราคาที่ตกลงซื้อหรือจ้าง (บาท)", "วงเงินงบประมาณที่ได้รับจัดสรร (บาท)"
WINNER, DAY, CONTRACT = "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก", "วันที่ของสัญญาหรือข้อตกลง", "เลขที่สัญญาหรือข้อตกลง"
EGP, JOB, UNIT = "เลขที่โครงการในระบบ e-GP", "ชื่อรายการของงานที่ซื้อหรือจ้าง", "หน่วยงานเจ้าของงาน"


def money(row: dict[str, str]) -> Decimal:
    return Decimal(row[PRICE] or row[BUDGET])


def test_every_row_of_a_table_is_there_and_one_of_several_tables_once(all_rows: Spending) -> None:
    year = of(all_rows, 2568)
    assert [row.name for row in year.rows] == [row[JOB] for row in jobs_of_csv()]
    assert sum(row.money for row in year.rows) == sum(map(money, jobs_of_csv()))
    # The report of 2568 has the jobs that the items of 2567 had half a year before, but for one that was given up.
    earlier = of(all_rows, 2567)
    assert [one.disclosure.family for one in earlier.tables] == ["proc_annual", "proc_items"]
    assert len(earlier.rows) == 46 + sum(row.table == 1 for row in earlier.rows)
    contracts = [row.contract for row in earlier.rows if row.contract]
    assert len(contracts) == len(set(contracts))


def test_plans_and_notices_are_no_spending_but_can_be_found(all_rows: Spending) -> None:
    assert {year.kind for year in all_rows.jobs} == {"job"}
    assert len(of(all_rows, 2567, "notice").rows) == 26
    assert all(row.link for row in of(all_rows, 2567, "notice").rows)


def test_the_ids_of_rows_are_unique_and_do_not_move_when_rows_come(all_rows: Spending) -> None:
    year = of(all_rows, 2568)
    assert len(set(year.ids)) == len(year.ids)
    by_contract = {row.contract: id for row, id in zip(year.rows, year.ids, strict=True) if row.contract}
    fewer = Year(year.year, year.kind, year.rows[100:], year.tables)
    assert all(by_contract[row.contract] == id for row, id in zip(fewer.rows, fewer.ids, strict=True) if row.contract)


def test_suppliers_have_what_their_rows_come_to(all_rows: Spending) -> None:
    sums: dict[str, Decimal] = {}
    for row in jobs_of_csv():
        if row[WINNER]:
            sums[row[WINNER]] = sums.get(row[WINNER], Decimal(0)) + money(row)
    found = {one.name: one.years[2568][1] for one in all_rows.suppliers if 2568 in one.years}
    assert found == sums
    assert [one.money for one in all_rows.suppliers] == sorted((one.money for one in all_rows.suppliers), reverse=True)


# --- Files -------------------------------------------------------------------------------------------------


def content(script: bytes) -> Any:
    found = re.fullmatch(r'oitSpending\.take\("\w+",(.*)\)\n', script.decode(), re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_files_hold_every_row_and_are_small(site: Site, all_rows: Spending) -> None:
    files = spending_rows.files_of(site)
    start = content(files["start.js"])
    assert len(gzip.compress(files["start.js"], 6)) < 4_000
    for year, kind, count, _, numbers in start["years"]:
        chunks = [content(files[f"r{number}.{start['version']}.js"]) for number in numbers]
        names = [name for one in chunks for name in texts(one["name"])]
        assert names == [row.name for row in of(all_rows, year, kind).rows]
        assert len(names) == count
    assert sum(len(gzip.compress(one, 6)) for one in files.values()) < 75_000, "3,000 rows were 64 KB as CSV"
    assert spending_rows.files_of(site) == files


def texts(column: Any) -> list[str]:
    return [column[0][number] for number in column[1]] if isinstance(column[0], list) else list(column)


# --- What a reader does --------------------------------------------------------------------------------------


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address, locale="th-TH")
    page = context.new_page()
    wrong = complaints(page)
    yield page
    assert wrong == []
    context.close()


def total(page: Page) -> tuple[int, Decimal]:
    """How many rows the page says that it found, and what they come to."""
    status = page.locator(".oit-spending__total")
    expect(status).to_have_text(re.compile("^พบ"))
    found = re.match(r"พบ ([\d,]+) งาน รวม ([\d,.]+) บาท", status.inner_text())
    assert found, status.inner_text()
    return int(found[1].replace(",", "")), Decimal(found[2].replace(",", ""))


def expected(fits: Callable[[dict[str, str]], bool]) -> tuple[int, Decimal]:
    rows = [row for row in jobs_of_csv() if fits(row)]
    return len(rows), sum(map(money, rows), Decimal(0))


FILTERS: dict[str, Callable[[dict[str, str]], bool]] = {
    "year=2568": lambda row: True,
    "year=2568&q=กระดาษ": lambda row: "กระดาษ" in row[JOB],
    "year=2568&month=3": lambda row: row[DAY].endswith("/03/2568"),
    "q=มี.ค. 2568": lambda row: row[DAY].endswith("/03/2568"),
    "q=มีค๒๕๖๘": lambda row: row[DAY].endswith("/03/2568"),
    "q=เดือนมีนาคม 2568": lambda row: row[DAY].endswith("/03/2568"),
    "year=2568&q=ธันวาคม": lambda row: row[DAY].endswith("/12/2567"),
    "year=2568&unit=ict": lambda row: row[UNIT] == "ศทส.",
    "year=2568&min=1,000,000": lambda row: money(row) >= 1_000_000,
    "year=2568&min=๕๐๐๐๐๐&max=1000000": lambda row: 500_000 <= money(row) <= 1_000_000,
    "year=2568&supplier=บริษัท ตัวอย่าง ธ จำกัด": lambda row: row[WINNER] == "บริษัท ตัวอย่าง ธ จำกัด",
    "year=2568&supplier=บจก. ตัวอย่าง ธ": lambda row: row[WINNER] == "บริษัท ตัวอย่าง ธ จำกัด",
    "year=2568&method=e_bidding": lambda row: "e-bidding" in row["วิธีการจัดซื้อจัดจ้าง"],
    "year=2568&q=เฉพาะเจาะจง น้ำดื่ม": lambda row: "เฉพาะเจาะจง" in row["วิธีการจัดซื้อจัดจ้าง"] and "น้ำดื่ม" in row[JOB],
    "q=ซ 1/2568": lambda row: "ซ 1/2568" in row[CONTRACT],
    "year=2568&q=12,148.50": lambda row: money(row) == Decimal("12148.50"),
    "year=2568&q=จอแสดงผล 6784 บาท": lambda row: money(row) == 6784 and "จอแสดงผล" in row[JOB],
    "q=67099951520": lambda row: row[EGP] == "67099951520",
    "year=2568&status=ยกเลิกการดำเนินการ": lambda row: row["สถานะการจัดซื้อจัดจ้าง"] == "ยกเลิกการดำเนินการ",
}


@pytest.mark.parametrize("state", FILTERS)
def test_what_is_shown_and_added_up_is_what_was_asked_for(state: str, page: Page) -> None:
    page.goto(f"spending/?{state}")
    assert total(page) == expected(FILTERS[state])


def test_a_lone_year_is_the_fiscal_year(page: Page) -> None:
    page.goto("spending/?q=๒๕๖๘")
    count, _ = total(page)
    assert count == len(jobs_of_csv())


def test_the_rows_are_ordered_by_day_and_by_money(page: Page) -> None:
    page.goto("spending/?year=2568&sort=money")
    expect(page.locator(".oit-job__money")).to_have_count(50)
    amounts = [Decimal(one.split()[0].replace(",", "")) for one in page.locator(".oit-job__money").all_inner_texts()]
    largest = sorted(map(money, jobs_of_csv()), reverse=True)
    assert amounts == largest[:50]
    page.locator("#s-sort").select_option("day-up")
    expect(page.locator(".oit-job").first).to_contain_text("1 ต.ค. 2567")
    page.locator(".oit-spending .oit-search__more").click()
    expect(page.locator(".oit-job")).to_have_count(100)


def test_totals_by_group_come_to_the_total_and_lead_into_it(page: Page) -> None:
    page.goto("spending/?year=2568&by=supplier")
    _, all_money = total(page)
    amounts = page.locator(".oit-spending__groups td:last-child").all_inner_texts()
    assert sum(Decimal(one.replace(",", "")) for one in amounts) == all_money
    first = page.locator(".oit-spending__groups tbody tr").first
    name, amount = first.locator("a").inner_text(), first.locator("td").last.inner_text()
    first.locator("a").click()
    expect(page.locator("h2#supplier")).to_contain_text(name)
    assert total(page)[1] == Decimal(amount.replace(",", ""))
    assert parse_qs(urlsplit(page.url).query)["supplier"] == [name]


def test_of_a_long_table_only_the_newest_year_comes_unasked(page: Page, all_rows: Spending) -> None:
    page.goto("spending/")
    assert total(page)[0] == len(all_rows.jobs[0].rows)
    page.locator("#s-year").select_option("")
    expect(page.locator(".oit-spending__total")).to_contain_text(
        f"พบ {sum(len(year.rows) for year in all_rows.jobs):,} งาน"
    )


def test_a_state_can_be_sent_and_cleared(page: Page) -> None:
    page.goto("spending/?q=กระดาษ")
    total(page)
    page.get_by_label("คำที่ต้องการ").fill("น้ำดื่ม")
    page.get_by_label("ปีงบประมาณ", exact=True).select_option("2568")
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("year") == ["2568"] and "q=" in url)
    found, sent = total(page), page.url
    page.goto("units/")
    page.goto(sent)
    assert total(page) == found
    page.get_by_role("button", name="ล้างตัวกรอง").click()
    expect(page.locator("#s-q")).to_be_focused()
    expect(page.locator(".oit-spending__total")).to_have_text(re.compile(r"^พบ [3-9],\d{3} งาน"))


def test_every_row_has_an_address_that_shows_it_alone(page: Page, all_rows: Spending) -> None:
    chance = random.Random(1)
    for year in all_rows.years:
        at = chance.randrange(len(year.rows))
        page.goto(f"spending/?row={year.ids[at]}")
        expect(page.locator(".oit-job")).to_have_count(1)
        expect(page.locator(".oit-job")).to_contain_text(year.rows[at].name)
        link = page.locator(".oit-job dd a").last
        expect(link).to_have_attribute("href", re.compile(f"row={year.ids[at]}$"))
    page.goto("spending/?row=00000000")
    expect(page.locator(".oit-spending__total")).to_contain_text("ไม่พบรายการที่ลิงก์นี้ชี้")


def test_plans_and_notices_can_be_looked_through(page: Page) -> None:
    page.goto("spending/?kind=notice&year=2567")
    expect(page.locator(".oit-spending__total")).to_have_text("พบ 26 ประกาศ")
    page.locator(".oit-job summary").first.click()
    expect(page.locator(".oit-job dd a[href^='https://sample.example.go.th/procurement/']").first).to_be_visible()


def test_without_scripts_every_job_stands_on_the_page_of_its_month(
    browser: Browser, address: str, all_rows: Spending
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}spending/")
    expect(page.locator(".oit-spending")).to_be_hidden()
    links = page.locator("article .oit-grid th a")
    shown = 0
    for href in [link.get_attribute("href") for link in links.all()]:
        page.goto(f"{address}spending/{href}")
        shown += page.locator("#jobs-table tbody tr").count()
    assert shown == sum(len(year.rows) for year in all_rows.jobs)
    context.close()


def test_it_works_from_a_disk_and_in_english(browser: Browser, sample: Path) -> None:
    page = browser.new_page()
    page.goto((sample / "en" / "spending" / "index.html").as_uri() + "?q=March 2568")
    expect(page.locator(".oit-spending__total")).to_have_text(re.compile("^232 jobs for"))
    page.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_it_fits_and_what_is_pressed_is_large_enough(width: int, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    page.goto(f"{address}spending/?by=supplier&q=กระดาษ&unit=ict")
    expect(page.locator(".oit-job").first).to_be_visible()
    assert page.locator("html").evaluate("node => node.scrollWidth - node.clientWidth") == 0
    for control in page.locator(".oit-spending :is(input, button, select)").all():
        if control.is_visible():
            size = control.bounding_box()
            assert size
            assert size["height"] >= 44, control.evaluate("node => node.outerHTML")
    context.close()


# --- Many rows ---------------------------------------------------------------------------------------------


def many(all_rows: Spending, count: int) -> Year:
    """A year of as many jobs, made of those of the sample with numbers and money of their own."""
    year = of(all_rows, 2568)
    rows: list[Row] = []
    for number in range(count):
        row = year.rows[number % len(year.rows)]
        price = (row.price or Decimal(100)) + number % 997
        rows.append(row._replace(contract=f"จ {number}/2568", price=price, name=f"{row.name} {number % 5_000}"))
    return Year(year.year, "job", tuple(rows), year.tables)


def test_a_hundred_thousand_rows_stay_usable_on_a_phone(
    browser: Browser, sample: Path, site: Site, all_rows: Spending, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    year = many(all_rows, 100_000)
    monkeypatch.setattr(spending_rows, "spending", lambda _: Spending((year,)))
    files = spending_rows.files_of(site)
    for name in ("assets", "spending", "search"):
        shutil.copytree(sample / name, tmp_path / name)
    shutil.rmtree(tmp_path / "search" / "rows")
    (tmp_path / "search" / "rows").mkdir()
    for name, script in files.items():
        (tmp_path / "search" / "rows" / name).write_bytes(script)
        assert len(gzip.compress(script, 6)) < 90_000, "a file of rows is loaded at once"
    with served(tmp_path) as address:
        context = browser.new_context(viewport={"width": 360, "height": 740})
        page = context.new_page()
        page.goto(f"{address}spending/")
        expect(page.locator(".oit-spending__total")).to_have_text(re.compile("^พบ 100,000 งาน"), timeout=60_000)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        taken = page.evaluate(FILTERED, "กระดาษ 4999")
        assert page.locator(".oit-job").count() > 0
        assert taken < 3_000, "milliseconds from the last letter to the rows, on a phone"
        context.close()


FILTERED = """(query) => new Promise((resolve) => {
  const total = document.querySelector(".oit-spending__total");
  const field = document.querySelector("#s-q");
  const from = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - from));
  }).observe(document.querySelector(".oit-jobs"), { childList: true });
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""
