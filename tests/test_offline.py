"""The site as a ZIP: what is in it, and every link of it opened from a disk, as an officer or an archive would."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from generator import cli
from generator.publish.offline import LONGEST, README, pack, with_files_named
from tests.conftest import follow
from tests.kinds import KINDS, in_language
from tests.test_policy import inline_code, watched

PAGES = frozenset(("index.html", "2568/index.html", "2568/o1/index.html", "en/index.html", "how.html"))


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ('<a href="../">', '<a href="../index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href="./">', '<a href="./index.html">'),
        ('<a href="../o1/#part">', '<a href="../o1/index.html#part">'),
        (
            '<a class="b" title="a > b" href="../o1?q=1&amp;r=2">',
            '<a class="b" title="a > b" href="../o1/index.html?q=1&amp;r=2">',
        ),
        ("<a href='../../en/' hreflang=en>", "<a href='../../en/index.html' hreflang=en>"),
        ('<link rel="alternate" href="../../en/">', '<link rel="alternate" href="../../en/index.html">'),
        ('<form action="../../en/" method="get">', '<form action="../../en/index.html" method="get">'),
        ('<script src="a.js" data-to="../o1/"></script>', '<script src="a.js" data-to="../o1/index.html"></script>'),
        (
            '<meta http-equiv="refresh" content="0; url=../o1/#a">',
            '<meta http-equiv="refresh" content="0; url=../o1/index.html#a">',
        ),
        ('<link rel="preload" href="a.woff2" as="font" crossorigin>', ""),
        ('<meta name="description" content="../o1/">', None),
        ('<a href="#part">', None),
        ('<a href="../../how.html">', None),
        ('<a href="../plan.pdf">', None),
        ('<a href="https://example.go.th/">', None),
        ('<a href="mailto:a@example.go.th">', None),
        ('<p>&lt;a href="../o1/"&gt;</p>', None),
        ('<p title="../o1/">', None),
    ],
)
def test_a_link_to_a_folder_names_the_page_in_it_and_no_other_changes(written: str, named: str | None) -> None:
    assert with_files_named("2568/o1/index.html", written.encode(), PAGES).decode() == (
        written if named is None else named
    )


def test_a_zip_has_what_readers_open_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name in (
        *("index.html", "404.html", "en/404.html", "files/2568/plan.pdf", ".oit-site", ".git/HEAD", ".htaccess"),
        *("web.config", "_headers", "robots.txt", "sitemap.xml", f"files/{'a' * LONGEST}.pdf"),
    ):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("<p>ก", "utf-8")
    told = [pack(site, tmp_path / f"{name}.zip", "อ่าน\nก่อน") for name in "ab"]
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert told == [[f"files/{'a' * LONGEST}.pdf"]] * 2
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert packed.namelist() == [README, "files/2568/plan.pdf", f"files/{'a' * LONGEST}.pdf", "index.html"]
        assert packed.read(README).decode("utf-8-sig") == "อ่าน\r\nก่อน"
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_command_writes_the_zip_beside_the_site_and_tells_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "agency.yaml").write_text(
        "name: {th: กรมหนึ่ง, en: Department One}\nshort_name: ก\nsite_url: https://one.example.go.th/\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert cli.main(["build", "--data", str(data), "--site", str(tmp_path / "out"), "--offline"]) == 0
    assert "out-offline.zip" in capsys.readouterr().out
    with zipfile.ZipFile(tmp_path / "out-offline.zip") as packed:
        readme = packed.read(README).decode("utf-8-sig")
        assert {"index.html", "en/index.html"} <= set(packed.namelist())
    for told in ("กรมหนึ่ง", "Department One", "https://one.example.go.th/", "index.html"):
        assert told in readme


def test_a_path_that_windows_may_not_unpack_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    (data / "2567").mkdir(parents=True)
    folder, file = f"{'a' * 70}/{'a' * 70}", "b" * 70 + ".csv"  # each part of a length that every server takes
    (data / "files" / folder).mkdir(parents=True)
    (data / "files" / folder / file).write_text("a,b\n1,2\n", "utf-8")
    (data / "agency.yaml").write_text("name: ก\nshort_name: ก\n", "utf-8")
    (data / "2567" / "qa.yaml").write_text(
        "family: qa\nassessed_year: 2567\ndata_year: 2567\nsummary: ถามได้\n"
        f"evidence:\n- {{title: ตาราง, file: files/{folder}/{file}}}\n",
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    assert cli.main(["build", "--data", str(data), "--site", str(tmp_path / "out"), "--offline"]) == 0
    assert f"/files/{folder}/{file}: เตือน [long-path-offline]" in capsys.readouterr().out


# --- the complete sample, unpacked ------------------------------------------------------------------


@pytest.fixture(scope="module")
def unpacked(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    # Thai and spaces, as a folder for downloads may have.
    folder = tmp_path_factory.mktemp("ดาวน์โหลด ของฉัน")
    assert pack(sample, folder / "site.zip", "") == []
    with zipfile.ZipFile(folder / "site.zip") as packed:
        assert all(name.isascii() for name in packed.namelist())
        packed.extractall(folder / "site")
    return folder / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="th-TH")
    yield watched(context)
    context.close()


def test_every_link_of_every_page_leads_to_a_file(unpacked: Path) -> None:
    wrong = []
    for path in unpacked.rglob("*.html"):
        tree = LexborHTMLParser(path.read_bytes())
        for node in tree.css("[href], [src], form[action], [data-to]"):
            given = (node.attributes.get(name) for name in ("href", "src", "action", "data-to"))
            url = urlsplit(next(one for one in given if one is not None) or "")
            if not url.scheme and url.path and not (path.parent / unquote(url.path)).is_file():
                wrong.append((path.relative_to(unpacked), url.path))
    assert wrong == []
    assert not any(inline_code(path) for path in sorted(unpacked.rglob("*.html"))[:20])


@pytest.mark.parametrize("language", ["th", "en"])
def test_pages_open_from_a_disk_with_all_they_load(language: str, unpacked: Path, page: tuple[Page, list[str]]) -> None:
    tab, wrong = page
    for path in ("", "2568/", KINDS["item"], "families/", "examples/opdc/2566/o37/"):
        tab.goto((unpacked / in_language(language, path) / "index.html").as_uri())
        tab.evaluate("document.fonts.ready")
        fonts = tab.evaluate("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)")
        assert any("Sarabun" in font for font in fonts)
        assert tab.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
        assert tab.evaluate("seen.violations") == []
    assert wrong == []


def test_a_citizen_walks_from_the_first_page_to_evidence_and_into_english(
    unpacked: Path, page: tuple[Page, list[str]]
) -> None:
    tab, wrong = page
    tab.goto((unpacked / "index.html").as_uri())
    follow(tab.locator("a[href='2568/index.html']:visible").first)
    follow(tab.locator("a[href$='o27/index.html']:visible").first)
    assert tab.locator("html").get_attribute("lang") == "th"
    follow(tab.locator("a[hreflang=en]").first)
    assert tab.locator("html").get_attribute("lang") == "en"
    assert unquote(tab.url).endswith("/site/en/2568/o27/index.html")
    tab.locator(".oit-scheme").click()
    tab.goto((unpacked / "2568/o27/index.html").as_uri())
    assert tab.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert wrong == []


def test_a_long_table_is_filtered_from_a_disk(unpacked: Path, page: tuple[Page, list[str]]) -> None:
    tab, wrong = page
    path = next(path for path in sorted(unpacked.rglob("index.html")) if b'class="oit-filter"' in path.read_bytes())
    tab.goto(path.as_uri())
    box = tab.locator(".oit-filter__box").first
    box.fill("ไม่มีคำนี้แน่นอน")
    assert tab.locator(".oit-filter__count").first.inner_text() != ""
    assert wrong == []


def test_a_path_leaves_room_for_the_folder_that_a_zip_is_unpacked_into() -> None:
    assert LONGEST + len("C:\\Users\\somebody\\Downloads\\site-offline\\") < 260
    assert README.isascii()


def test_search_from_a_disk_leads_to_a_page(unpacked: Path, page: tuple[Page, list[str]]) -> None:
    tab, wrong = page
    tab.goto((unpacked / "2568/o27/index.html").as_uri())
    tab.locator(".oit-search-open__button").click()
    tab.locator("dialog[open] input[type=search]").fill("o26 2568")
    hit = tab.locator("dialog[open] a[href*='2568/o26']").first
    follow(hit)
    assert "/2568/o26/index.html" in tab.url
    assert tab.locator("h1").inner_text().startswith("O26")
    assert wrong == []
