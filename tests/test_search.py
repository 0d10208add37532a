"""Search: what is one spelling, what is read of a page, how the index grows, and what people find in the sample."""

from __future__ import annotations

import dataclasses
import gzip
import itertools
import json
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from generator.publish.search import index
from generator.publish.search.folding import fold
from generator.publish.search.known import ABOUT, GUIDE, ITEM, TOPIC, YEAR, Known
from generator.publish.search.reading import LONGEST, Article, Section, read
from tests.conftest import ROOT, complaints, follow

QUERIES = yaml.safe_load((ROOT / "tests" / "cases" / "search" / "queries.yaml").read_text("utf-8"))
SPELLINGS = {
    "จัดซื้อฯ ป.ป.ช.": "จัดซือ ปปช",
    "๑,๒๓๔.๕๐ บาท": "1234.50 บาท",
    "1,23 4": "1 23 4",
    "e-Service E–Service": "eservice eservice",
    "02-000-0000": "020000000",
    "ไตรมาส 3–4": "ไตรมาส 3 4",
    "1.การ ก.ค.68": "1 การ กค68",
    "กฏหมาย ใช้ นํ้า เเผน": "กฎหมาย ไช นำ แผน",
    "สาร\u200bสน\u00adเทศ ต่าง ๆ": "สารสนเทศ ตาง",
    "a.. b ...5. 6..7": "a b 5 6.7",
    "(จัดจ้าง)/[พัสดุ]“ก”": "จัดจาง พัสดุ ก",
    "": "",
}


# --- Spellings ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", SPELLINGS)
def test_spellings_that_people_take_for_one_are_one(text: str) -> None:
    assert fold(text) == SPELLINGS[text]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",))))
def test_a_folded_text_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


# --- Pages ----------------------------------------------------------------------------------------------

PAGE = """<html><body><nav>เมนู</nav><article><h1 id="o1">O1 โครง<b>สร้าง</b></h1>
<p>บรรทัด<a href="x">เดียว</a>กัน</p><nav><a href="#b">ซ้ำ</a></nav><form><label>กรอง</label></form>
<h2 id="b">หัวข้อ</h2><table><tr><td>ก</td><td>ข</td></tr></table><svg><text>ภาพ</text></svg><p hidden>ซ่อน</p>
</article></body></html>"""


def test_a_page_is_read_by_sections_without_what_is_said_twice() -> None:
    assert read("1/", PAGE.encode()) == Article(
        "1/",
        "O1 โครงสร้าง",
        (Section("o1", "O1 โครงสร้าง", ("บรรทัดเดียวกัน",)), Section("b", "หัวข้อ", ("ก\nข",))),
    )


def test_a_page_that_only_leads_on_is_not_read() -> None:
    assert read("1/", b"<html><head></head><body></body></html>") is None


def test_a_long_section_is_cut_between_paragraphs_only() -> None:
    lines = [f"ย่อหน้าที่ {number} " + "ก" * 300 for number in range(9)]
    html = "<article><h1 id=a>ยาว</h1>" + "".join(f"<p>{line}</p>" for line in lines) + "</article>"
    article = read("", html.encode())
    assert article
    (section,) = article.sections
    assert len(section.pieces) > 3
    assert max(map(len, section.pieces)) <= LONGEST
    assert "\n".join(section.pieces).split("\n") == lines


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("2568/o1/", ITEM),
        ("2568/", YEAR),
        ("ita/2568/", TOPIC),
        ("", TOPIC),
        ("families/pdpa/", ABOUT),
        ("checks/", GUIDE),
    ],
)
def test_a_page_s_kind_is_known_by_its_address(url: str, kind: int) -> None:
    assert Known("th", {"2568/o1/": ("O1", ("structure",))}).kind(url) == kind


# --- The index --------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 2_000_000), unique=True, max_size=60))
def test_numbers_are_packed_and_unpacked(numbers: list[int]) -> None:
    assert index.unpack(index.pack(sorted(numbers))) == sorted(numbers)


def made_articles(count: int) -> list[Article]:
    """Pages of words from one vocabulary, as the years of an agency are."""
    chance = random.Random(count)
    syllables = ["".join(one) for one in itertools.product("กขคงจชดตทนบปพมยรลวสห", "าิีุูเอ", "กงนมบด")]
    words = ["".join(chance.choices(syllables, k=3)) for _ in range(3_000)]
    return [
        Article(
            f"{2560 + number % 10}/o{number}/",
            f"O{number} {words[number % 50]}",
            tuple(Section(f"s{part}", words[part], (" ".join(chance.choices(words, k=40)),)) for part in range(10)),
        )
        for number in range(count)
    ]


def test_the_same_pages_give_the_same_bytes_in_whatever_order_they_come() -> None:
    articles = made_articles(40)
    assert index.files(articles, Known("th")) == index.files(articles[::-1], Known("th"))


def test_files_of_two_builds_never_meet() -> None:
    before, after = (index.files(made_articles(count), Known("th")) for count in (40, 41))
    both = (set(before) & set(after)) - {"start.js"}
    assert {name for name in both if before[name] != after[name]} == set()
    assert before["start.js"] != after["start.js"]


def test_a_changed_figure_makes_few_files_anew() -> None:
    articles = list(made_articles(200))
    before = index.files(articles, Known("th"))
    some = articles[50].sections[0]
    figure = dataclasses.replace(some, pieces=(f"{some.pieces[0]} 987654", *some.pieces[1:]))
    articles[50] = dataclasses.replace(articles[50], sections=(figure, *articles[50].sections[1:]))
    after = index.files(articles, Known("th"))
    assert len(after) == len(before) > 6 * index.TOGETHER
    assert 1 <= len(set(after) - set(before)) <= 3 * index.TOGETHER


def test_a_file_stays_small_however_many_pages_there_are() -> None:
    few, many = (index.files(made_articles(count), Known("th")) for count in (50, 200))
    assert len(many) > 2 * len(few)
    for files in (few, many):
        compressed = {name: len(gzip.compress(content, 6)) for name, content in files.items() if name != "start.js"}
        assert max(compressed.values()) < 6_000


def test_what_every_search_loads_has_a_bound_however_many_pages_there_are() -> None:
    some, many = (index.files(made_articles(count), Known("th")) for count in (1_000, 4_000))
    assert [len(content(files["start.js"])["pages"][0]) for files in (some, many)] == [400, 400]
    started = [len(gzip.compress(files["start.js"], 6)) for files in (some, many)]
    assert started[1] < 1.05 * started[0] < 35_000
    assert len(content(many["start.js"])["older"]) == 9


def test_older_years_come_when_they_are_asked_for(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "PAGES", 60)
    articles = made_articles(200)
    known = Known("th", items={one.url: (one.title.split()[0], ()) for one in articles}, words={"exact": ""})
    (tmp_path / "search").mkdir()
    (tmp_path / "assets").mkdir()
    for name, script in index.files(articles, known).items():
        (tmp_path / "search" / name).write_bytes(script)
    shutil.copy(ROOT / "theme" / "assets" / "search.js", tmp_path / "assets")
    (tmp_path / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><script src=assets/search.js></script>", "utf-8"
    )
    loaded: list[str] = []
    page.on("request", lambda one: loaded.append(Path(urlsplit(one.url).path).name))
    page.goto((tmp_path / "index.html").as_uri())
    assert page.evaluate(FIND, ["O9 2569"])[0][1][:1] == ["2569/o9/"]
    assert [name for name in loaded if name.startswith("p")] == []
    assert page.evaluate(FIND, ["O1 2561"])[0][1][:1] == ["2561/o1/"]
    parts = {name.split(".")[0] for name in loaded if re.match(r"p\d+\.", name)}
    assert len(parts) == 1
    # Again of the newest: what was loaded of the older ones is set aside.
    assert page.evaluate(FIND, ["O9 2569", "O19 2569"]) == [["exact", ["2569/o9/"]], ["exact", ["2569/o19/"]]]
    word = next(one for one in articles if one.url == "2560/o0/").sections[0].pieces[0].split()[0]
    assert page.evaluate(FIND, [f"{word} 2560"])[0][1]


def content(script: bytes) -> Any:
    """What a file of the index hands over."""
    found = re.fullmatch(r'oitSearch\.take\("\w+",(.*)\)\n', script.decode(), re.DOTALL)
    assert found
    return json.loads(found[1])


def test_every_run_of_three_letters_leads_to_its_pieces_and_no_others() -> None:
    files = index.files(made_articles(12), Known("th"))
    start = content(files["start.js"])
    firsts, counts, *versions = start["main"]

    def contents(kind: str, versions: list[str], count: int) -> list[Any]:
        assert len(versions) == -(-count // index.TOGETHER)
        names = (f"{kind}{number}.{versions[number // index.TOGETHER]}.js" for number in range(count))
        return [content(files[name]) for name in names]

    texts = contents("t", versions[1], len(counts))
    assert [len(pieces) // 3 for pieces in texts] == counts
    pieces = [fold(f"{one[at + 1]}\n{one[at + 2]}") for one in texts for at in range(0, len(one), 3)]
    for first, (grams, packed) in zip(firsts, contents("g", versions[0], len(firsts)), strict=True):
        assert grams[0] == first
        for gram, numbers in zip(grams, packed, strict=True):
            assert index.unpack(numbers) == [at for at, text in enumerate(pieces) if gram in f" {text} "]


# --- What is found in the sample ----------------------------------------------------------------------------


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address, locale="th-TH")
    yield context.new_page()
    context.close()


FIND = """async (queries) => {
  const told = [];
  for (const query of queries) {
    const { how, hits } = await oitSearch.find(query);
    const pages = [];
    for (const hit of hits) if (!hit.isMeant && hit.page.kind !== oitSearch.BESIDE && (await oitSearch.around(hit))) pages.push(hit.page.url);
    told.push([how, pages]);
  }
  return told;
}"""


def texts_of(sample: Path) -> dict[str, str]:
    """Address of each Thai page that is searched → what a reader sees of its article."""
    start = content((sample / "search" / "start.js").read_bytes())
    found = {}
    for url in start["pages"][0]:
        article = LexborHTMLParser((sample / url / "index.html").read_bytes()).css_first("article")
        assert article, url
        for node in article.css("nav, svg, form, .oit-kicker__year, .oit-beside, .oit-terms, [hidden]"):
            node.decompose()
        found[url] = " ".join(article.text().split()).lower()
    return found


def test_every_page_for_citizens_is_searched(sample: Path) -> None:
    searched = set(texts_of(sample))
    pages = {path.relative_to(sample).as_posix().removesuffix("index.html") for path in sample.rglob("index.html")}
    items = {page for page in pages if re.fullmatch(r"\d{4}/(o\d+/)?", page)}
    leading_on = {
        page for page in items if b'http-equiv="refresh"' in (sample / page / "index.html").read_bytes()[:4000]
    }
    assert items - leading_on <= searched
    assert {"", "ita/", "ita/2568/", "measures/", "units/", "families/", "how-to-read/"} <= searched
    assert [page for page in searched if page.startswith(("en/", "examples/erc", "search/"))] == []
    examples = content((sample / "examples" / "erc" / "search" / "start.js").read_bytes())
    assert "ita/2564/" in examples["pages"][0]


def test_words_of_the_pages_are_found_in_every_page_that_has_them_and_the_best_comes_first(
    page: Page, sample: Path
) -> None:
    texts = texts_of(sample)
    queries = {str(one["query"]): one["best"] for one in QUERIES["words"]}
    assert len(queries) >= 200
    page.goto("")
    told = page.evaluate(FIND, list(queries))
    wanted = got = right = 0
    missed, not_first = {}, {}
    for (query, best), (_, found) in zip(queries.items(), told, strict=True):
        truth = {url for url, text in texts.items() if query.lower() in text}
        wanted, got, right = wanted + len(truth), got + len(found), right + len(truth & set(found))
        if truth - set(found):
            missed[query] = sorted(truth - set(found))
        if not set(best) & set(found[:3]):
            not_first[query] = found[:3]
    assert right / wanted >= 0.99, missed
    assert right / got >= 0.95  # the others have the word under another name, or with another mark
    assert len(not_first) <= 0.05 * len(queries), not_first


def test_what_people_type_leads_to_the_page_that_they_mean(page: Page) -> None:
    page.goto("")
    told = page.evaluate(FIND, [str(one["query"]) for one in QUERIES["asked"]])
    wrong = []
    for case, (how, found) in zip(QUERIES["asked"], told, strict=True):
        is_first = "first" not in case or found[:1] == case["first"][:1]
        is_best = not case.get("best") or set(case["best"]) & set(found[:3])
        if how != case.get("how", "exact") or not is_first or not is_best:
            wrong.append((case, how, found[:3]))
    assert wrong == []


def test_the_browser_takes_the_same_spellings_for_one(page: Page, sample: Path) -> None:
    texts = [*SPELLINGS, *texts_of(sample).values()]
    page.goto("")
    assert page.evaluate("texts => texts.map(oitSearch.fold)", texts) == [fold(text) for text in texts]


def test_what_is_loaded_for_a_query_is_small(page: Page, sample: Path) -> None:
    sizes: list[int] = []
    page.goto("2568/o27/")
    page.on("request", lambda asked: sizes.append(compressed(sample, asked.url)))
    bound = 100_000
    for query in ("จัดซื้อจัดจ้าง", "ร้องเรียน", "กระดาษถ่ายเอกสาร"):
        page.evaluate(FIND.replace("for (const hit of hits)", "for (const hit of hits.slice(0, 10))"), [query])
        assert 0 < sum(sizes) < bound, query
        bound = 60_000
        sizes.clear()


def compressed(sample: Path, url: str) -> int:
    return len(gzip.compress((sample / urlsplit(url).path.lstrip("/")).read_bytes(), 6))


# --- How it is used -------------------------------------------------------------------------------------------


def write(page: Page, text: str) -> None:
    page.keyboard.type(text)
    page.keyboard.press("Shift")  # Playwright sends no key for Thai letters, only what they write


def test_a_keyboard_opens_reads_narrows_and_leaves_the_search(page: Page) -> None:
    page.goto("2568/o15/")
    page.locator("a.oit-language").focus()
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="ค้นหา")
    box = dialog.get_by_role("searchbox", name="ค้นหาในเว็บไซต์นี้")
    expect(box).to_be_focused()
    write(page, "ของขวัญ")
    status = dialog.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^พบ \d+ หน้า$"))
    links = dialog.locator(".oit-hit a")
    expect(links.first).to_contain_text("No Gift Policy")
    expect(dialog.locator(".oit-hit mark").first).to_have_text("ของขวัญ")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    before = status.inner_text()
    dialog.get_by_label("ปีที่ประเมิน").select_option("2568")
    expect(status).not_to_have_text(before)
    expect(status).to_have_text(re.compile(r"^พบ \d+ หน้า$"))
    expect(dialog.locator(".oit-hit__year").filter(has_not_text="ปี 2568")).to_have_count(0)
    years = dialog.locator(".oit-hit__year").all_inner_texts()
    dialog.get_by_label("เรื่อง").select_option(index=1)
    expect(dialog.locator(".oit-hit").first).to_be_visible()
    assert len(years) >= dialog.locator(".oit-hit").count()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator("a.oit-language")).to_be_focused()


def test_a_result_leads_to_the_section_that_has_the_word(page: Page) -> None:
    page.goto("")
    page.get_by_role("banner").get_by_role("button", name="ค้นหา").click()
    write(page, "เครื่องถ่ายเอกสาร")
    link = page.locator(".oit-search-dialog .oit-hit:not(.oit-hit--card) a").first
    expect(link).to_have_attribute("href", re.compile("#"))
    follow(link)
    anchor = urlsplit(page.url).fragment
    assert re.search(r"/\d{4}/o\d+/", page.url)
    assert page.locator(f"[id='{anchor}']").is_visible()


def test_a_search_can_be_sent_to_somebody(page: Page) -> None:
    page.goto("2568/o15/")
    page.keyboard.press("Control+k")
    write(page, "ของขวัญ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["ของขวัญ"]}
    box = page.get_by_role("article").get_by_role("searchbox")
    expect(box).to_have_value("ของขวัญ")
    page.get_by_role("article").get_by_label("ปีที่ประเมิน").select_option("2567")
    page.wait_for_url("**year=2567*")
    sent = page.url
    page.goto("")
    page.goto(sent)
    expect(page.locator("article .oit-hit__year").first).to_have_text("ปี 2567")
    assert set(page.locator("article .oit-hit__year").all_inner_texts()) == {"ปี 2567"}
    page.keyboard.press("Control+k")
    expect(box).to_be_focused()
    expect(page.locator("dialog.oit-search-dialog")).to_be_hidden()


def test_the_reader_is_told_when_it_is_not_what_was_typed(page: Page) -> None:
    page.goto("search/?q=จัดชื้อจัดจ้าง")
    status = page.get_by_role("article").get_by_role("status")
    expect(status).to_have_text(re.compile(r"^ไม่พบคำตรงตัว แสดงคำใกล้เคียง \d+ หน้า$"))
    box = page.get_by_role("article").get_by_role("searchbox")
    box.fill("ร้องเรียน ปลาวาฬ")
    expect(status).to_have_text(re.compile("^ไม่พบคำตอบตรงกับทุกคำ"))
    box.fill("ปลาวาฬสีน้ำเงิน")
    expect(status).to_have_text(re.compile("^ไม่พบ ลอง"))
    box.fill("")
    expect(status).to_have_text("")
    expect(page.locator(".oit-hit")).to_have_count(0)


def test_more_pages_are_shown_when_asked_for_and_the_first_of_them_has_the_focus(page: Page) -> None:
    page.goto("search/?q=งบประมาณ")
    hits = page.locator("article .oit-hit a")
    expect(hits).to_have_count(10)
    page.locator("article .oit-search__more").click()
    expect(hits.nth(10)).to_be_focused()
    expect(page.locator("article .oit-hit mark").nth(12)).to_be_visible()


def test_english_pages_have_a_search_of_their_own(page: Page) -> None:
    page.goto("en/2568/o15/")
    page.keyboard.press("Control+k")
    page.keyboard.type("no gift policy 2568")
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("status")).to_have_text(re.compile(r"^Pages found: \d+$"))
    first = dialog.locator(".oit-hit a").first
    expect(first).to_have_attribute("href", re.compile(r"2568/o21/"))  # what was found of half of the query is gone
    follow(first)
    assert "/en/2568/o21/" in page.url


def test_nothing_is_asked_of_another_host_and_nothing_of_what_is_typed_is_sent(page: Page, address: str) -> None:
    asked: list[str] = []
    wrong = complaints(page)
    page.on("request", lambda one: asked.append(one.url))
    page.goto("units/")
    page.keyboard.press("Control+k")
    write(page, "ผู้แจ้งเบาะแส")
    expect(page.locator(".oit-search-dialog .oit-hit").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [one for one in asked if not one.startswith(address)] == []
    assert [one for one in asked if urlsplit(one).query] == []
    assert wrong == []


def test_without_scripts_the_reader_is_led_elsewhere(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "2568/o15/")
    follow(page.get_by_role("banner").get_by_role("button", name="ค้นหา"))
    assert urlsplit(page.url).path == "/search/"
    assert page.get_by_role("article").get_by_role("link", name="ทุกข้อของปี 2568").is_visible()
    context.close()


def test_it_works_from_a_disk(browser: Browser, sample: Path) -> None:
    page = browser.new_page()
    page.goto((sample / "2568" / "o15" / "index.html").as_uri())
    page.keyboard.press("Control+k")
    write(page, "ของขวัญ")
    link = page.locator(".oit-search-dialog .oit-hit a").first
    expect(page.locator(".oit-search-dialog .oit-hit mark").first).to_be_visible()
    follow(link)
    assert page.url.startswith((sample / "2569" / "o20" / "index.html").as_uri())
    page.goto((sample / "search" / "index.html").as_uri() + "?q=O26")
    expect(page.locator("article .oit-hit a").first).to_contain_text("O26")
    page.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_it_fits_and_what_is_pressed_is_large_enough(width: int, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640})
    page = context.new_page()
    page.goto(address + "2568/o15/")
    page.keyboard.press("Control+k")
    write(page, "งบประมาณ")
    expect(page.locator(".oit-search-dialog .oit-hit").first).to_be_visible()
    overflow = "node => node.scrollWidth - node.clientWidth"
    assert page.locator("html").evaluate(overflow) == 0
    assert page.locator(".oit-search-dialog .oit-search").evaluate(overflow) == 0
    controls = page.locator(".oit-search-dialog :is(input, button, select), .oit-search-open button")
    for control in controls.all():
        if control.is_visible():
            size = control.bounding_box()
            assert size
            assert min(size["width"], size["height"]) >= 44, control.evaluate("node => node.outerHTML")
    context.close()
