"""PDFs made of a few items of the sample, and pages printed from a browser: read by machine, and kept as pictures.

The pictures are left in ``tests/artefacts`` for people to look at: whether tone marks, tables and charts are right.
"""

from __future__ import annotations

import importlib
import itertools
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

import pypdf
import pypdfium2
import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from generator import cli
from generator.commands import FAULTS
from generator.project import Project
from generator.publish.pdf import document, press
from generator.publish.pdf.plan import Part, PdfDocument
from generator.road import Outcome, walk
from generator.site.addresses import is_pdf_of_pages
from tests.conftest import ROOT
from tests.kinds import KINDS

ARTEFACTS = ROOT / "tests" / "artefacts"
AGENCY = """name: {th: สำนักงานทดสอบการพิมพ์, en: Office of Printing Tests}
short_name: {th: สำนักงานทดสอบ, en: Printing Tests}
languages: [th, en]
years: [2568]
site_url: https://oit.example.go.th/
"""
YEAR, YEAR_EN = "2568/oit-2568.pdf", "en/2568/oit-2568-en.pdf"
DECLARATION = "2568/o21/o21-2568.pdf"
PROCUREMENT = "2568/o13/o13-2568.pdf"
EXECUTIVES = "2568/o2/o2-2568.pdf"


def small_data(folder: Path) -> Path:
    """A declaration with a document, executives with pictures, and a procurement table with charts."""
    data = folder / "data"
    (data / "2568").mkdir(parents=True)
    (data / "agency.yaml").write_text(AGENCY, "utf-8")
    for name in ("units.yaml", "files", "2568/nogift_decl.yaml", "2568/executives.yaml"):
        copy = shutil.copytree if (ROOT / "data" / name).is_dir() else shutil.copyfile
        copy(ROOT / "data" / name, data / name)
    for name in ("proc_annual.yaml", "proc_annual.csv"):
        shutil.copyfile(ROOT / "data" / "2568" / name, data / "2568" / name)
    return data


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("printed")
    return Project(ROOT, small_data(folder), folder / "site", folder / "work", pdf_cache=folder / "kept")


@pytest.fixture(scope="module")
def first(project: Project) -> Outcome:
    outcome = walk(project)
    assert outcome.is_built, [d.place + " " + d.message("en") for d in outcome.diagnostics]
    return outcome


@pytest.fixture(scope="module")
def site(project: Project, first: Outcome) -> Path:
    return project.site


def read(file: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(file)


def structure(reader: pypdf.PdfReader) -> Iterator[dict[str, Any]]:
    """Every element of the structure that a screen reader follows, in its order."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        value = waiting.pop(0).get_object() if hasattr(waiting[0], "get_object") else waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value
        elif isinstance(value, dict) and "/S" in value:
            yield value
            waiting[:0] = [value["/K"]] if "/K" in value else []


def names(outline: list[Any]) -> list[str]:
    """Titles of bookmarks, the inner ones too."""
    return [title for one in outline for title in (names(one) if isinstance(one, list) else [one.title])]


def drawn_text(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def test_every_answered_item_and_its_year_is_printed_in_each_language(site: Path, first: Outcome) -> None:
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.pdf") if "files" not in path.parts}
    thai = {YEAR, EXECUTIVES, PROCUREMENT, DECLARATION}
    assert found == thai | {f"en/{one.removesuffix('.pdf')}-en.pdf" for one in thai}
    assert first.made["PDFs"].files == first.made["PDFs"].anew == len(found)
    assert all(is_pdf_of_pages(one) for one in found)
    assert not is_pdf_of_pages("files/2568/no-gift-declaration-2568.pdf")
    assert not [d for d in first.diagnostics if d.code.startswith("pdf")]
    assert found <= set((site / ".oit-site").read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    ("file", "language"), [(YEAR, "th"), (DECLARATION, "th"), (PROCUREMENT, "th"), (YEAR_EN, "en")]
)
def test_a_document_is_tagged_and_says_what_it_is(site: Path, file: str, language: str) -> None:
    reader = read(site / file)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data() or b"<pdfuaid:part>1" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    agency = "สำนักงานทดสอบการพิมพ์" if language == "th" else "Office of Printing Tests"
    assert (reader.metadata.title or "").endswith(f" · {agency}")
    assert reader.metadata.author == agency
    assert str(reader.metadata["/CreationDate"]).startswith("D:202"), "the day of the data, not of the print"
    elements = list(structure(reader))
    kinds = [element["/S"] for element in elements]
    assert kinds[0] == "/Document"
    assert {"/H1", "/H2", "/P", "/TH", "/TD"} <= set(kinds) | ({"/TH", "/TD"} if file == DECLARATION else set())
    assert all(element.get("/Alt") for element in elements if element["/S"] == "/Figure")
    headings = [int(kind[2]) for kind in kinds if re.fullmatch(r"/H[1-6]", kind)]
    assert headings[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(headings))
    links = [note for page in reader.pages for note in page.get("/Annots", []) if note["/Subtype"] == "/Link"]
    assert links
    assert all("/StructParent" in link and link.get("/Contents") for link in links)


def test_every_letter_is_of_the_site_s_own_typeface_at_a_size_that_is_read(site: Path) -> None:
    for file in (YEAR, YEAR_EN, DECLARATION):
        sizes: set[float] = set()
        for page in read(site / file).pages:
            fonts = page["/Resources"]["/Font"]
            assert {
                str(font.get_object()["/BaseFont"]).partition("+")[2].partition("-")[0] for font in fonts.values()
            } <= {"Sarabun"}

            def note_size(
                text: str, _: Any, matrix: list[float], font: Any, size: float, sizes: set[float] = sizes
            ) -> None:
                if text.strip():
                    sizes.add(round(abs(size * matrix[3]), 1))

            page.extract_text(visitor_text=note_size)
        assert min(sizes) >= 4.5, "a digest is the smallest"
        assert sum(8 <= size <= 27 for size in sizes) >= 3, sizes


def test_contents_lead_to_each_item_and_tell_its_page(site: Path) -> None:
    reader = read(site / YEAR)
    bookmarks = names(reader.outline)
    codes = [title.split()[0] for title in bookmarks if re.match(r"O\d+ ", title)]
    assert codes == ["O2", "O13", "O21"]
    starts = {
        one.title.split()[0]: reader.get_destination_page_number(one) + 1
        for one in reader.outline[1]
        if not isinstance(one, list) and one.title.startswith("O")
    }
    contents = drawn_text(site / YEAR)
    for code, page in starts.items():
        assert re.search(rf"^{code} .*\s{page}\s*$", contents, re.MULTILINE), (code, page)
        assert code in reader.pages[page - 1].extract_text()
    assert contents.count("ยังไม่เผยแพร่") >= 20, "items that say nothing are in the contents alone"
    last = len(reader.pages)
    assert re.search(rf"{last} / {last}", contents)


def test_links_lead_inside_of_a_document_or_to_whole_addresses(site: Path) -> None:
    for file in (YEAR, DECLARATION, PROCUREMENT):
        for page in read(site / file).pages:
            for note in page.get("/Annots", []):
                action = note.get("/A", {})
                if "/URI" in action:
                    address = urlsplit(str(action["/URI"]))
                    assert address.scheme in ("https", "mailto", "tel"), action
                    if address.netloc == "oit.example.go.th":
                        path = site / address.path.strip("/")
                        assert path.is_file() or (path / "index.html").is_file(), action
    assert "https://oit.example.go.th/files/2568/no-gift-declaration-2568.pdf" in "".join(
        drawn_text(site / DECLARATION).split()
    )


def test_pages_lead_to_what_is_printed(site: Path) -> None:
    for page, pdf in (("2568/o21/", "o21-2568.pdf"), ("2568/", "oit-2568.pdf"), ("en/2568/", "oit-2568-en.pdf")):
        tree = LexborHTMLParser((site / page / "index.html").read_bytes())
        assert tree.css_first(f'article a[href$="{pdf}"]') is not None
    unanswered = LexborHTMLParser((site / "2568/o1/index.html").read_bytes())
    assert unanswered.css_first('article a[href$=".pdf"]') is None


def test_no_table_no_word_and_no_chart_runs_off_the_sheet(site: Path) -> None:
    ARTEFACTS.mkdir(exist_ok=True)
    for file in (YEAR, YEAR_EN, DECLARATION):
        with pypdfium2.PdfDocument(site / file) as pdf:
            for number, page in enumerate(pdf, start=1):
                picture = page.render(scale=1.5).to_pil()
                if file == DECLARATION or number in (1, 2, 4, 8):
                    picture.save(ARTEFACTS / f"printed-{Path(file).stem}-{number}.png")
                ink = picture.convert("L").point(lambda grey: 255 * (grey < 200)).getbbox()
                assert ink is not None, f"sheet {number} of {file} is empty"
                margin = 17 / 25.4 * 72 * 1.5 - 3
                assert ink[0] >= margin, f"sheet {number} of {file}"
                assert ink[2] <= picture.width - margin, f"sheet {number} of {file}"


def test_charts_are_drawn(site: Path) -> None:
    page = LexborHTMLParser((site / PROCUREMENT).with_name("index.html").read_bytes())
    titles = [node.text() for node in page.css("article svg[role=img] > title")]
    assert titles, "the sample's table of procurement has charts"
    figures = [element for element in structure(read(site / PROCUREMENT)) if element["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == titles
    colours = set()
    with pypdfium2.PdfDocument(site / PROCUREMENT) as pdf:
        for page_ in pdf:
            colours |= {colour for _, colour in page_.render(scale=1).to_pil().convert("RGB").getcolors(1 << 20)}
    assert (0x14, 0x50, 0x5C) in colours


def test_only_what_changed_is_printed_again_and_the_bytes_stay_the_same(project: Project, site: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*.pdf")}
    again = walk(project)
    assert (again.made["PDFs"].files, again.made["PDFs"].anew) == (8, 0)
    assert {path: path.read_bytes() for path in site.rglob("*.pdf")} == before
    declaration = project.data / "2568" / "nogift_decl.yaml"
    text = declaration.read_text("utf-8")
    declaration.write_text(text.replace("ประชาชนไม่ต้องให้สิ่งใด", "ประชาชนไม่ต้องให้ของใด"), "utf-8")
    try:
        changed = walk(project)
        assert changed.made["PDFs"].anew == 2, "the item and its year; the English words are the same"
    finally:
        declaration.write_text(text, "utf-8")
    assert walk(project).made["PDFs"].anew == 2, "what is not wanted any more is not kept"
    assert {path: path.read_bytes() for path in site.rglob("*.pdf")} == before, "printed anew, the same bytes"


def test_published_documents_are_missed_when_they_are_not_printed_any_more(tmp_path: Path) -> None:
    data = small_data(tmp_path)
    (data / "2568" / "proc_annual.yaml").unlink()
    (data / "2568" / "proc_annual.csv").unlink()
    (data / "agency.yaml").write_text(AGENCY.replace("[th, en]", "[th]"), "utf-8")
    project = Project(ROOT, data, tmp_path / "site", tmp_path / "work", pdf_cache=tmp_path / "kept")
    assert walk(project).made["PDFs"].files == 3
    project.pdf_cache = None
    outcome = walk(project)
    assert outcome.is_built
    gone = [d for d in outcome.diagnostics if d.code in ("pdf-left-out", "address-gone")]
    assert [(d.code, d.facts["count"]) for d in gone] == [("pdf-left-out", "3")]
    assert not (tmp_path / "site" / DECLARATION).exists()
    assert b"o21-2568.pdf" not in (tmp_path / "site" / "2568" / "o21" / "index.html").read_bytes()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ModuleNotFoundError("No module named 'weasyprint'", name="weasyprint"), "weasyprint"),
        (OSError("cannot load library 'libpango-1.0-0'"), "Pango"),
    ],
)
def test_a_machine_that_cannot_print_is_told_what_to_install_and_keeps_its_site(
    error: Exception, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> ModuleType:
        raise error

    monkeypatch.setattr(importlib, "import_module", missing)
    monkeypatch.chdir(tmp_path)
    site = tmp_path / "site"
    site.mkdir()
    (site / ".oit-site").write_text("oit\n", "utf-8")
    data = str(ROOT / "tests" / "sites" / "minimal")
    assert cli.main(["build", "--data", data, "--site", str(site), "--pdf"]) == FAULTS
    told = "".join(capsys.readouterr())
    assert "[pdf-software-missing]" in told
    assert said in told
    for words in ("apt-get install libpango", "brew install pango", "pacman -S", "oit-disclosure[pdf]"):
        assert words in told
    assert [path.name for path in site.iterdir()] == [".oit-site"]


def test_a_document_reads_pictures_of_its_site_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.png").write_bytes(b"")
    for source in (
        "site:../secret.png",
        "https://elsewhere.example/x.png",
        f"file://{tmp_path}/secret.png",
        "font:../cli.py",
    ):
        _, said = press.to_pdf(
            f'<html lang="th"><title>ก</title><p>ก<img src="{source}" alt="ข">', tmp_path / "site", ""
        )
        assert len(said) == 1, source
        assert source in said[0]


def test_a_flaw_is_told_each_time_and_not_kept(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    sheets = [press.Sheet("a.pdf", '<html lang="th"><title>ก</title><p>ก<img src="site:x.png" alt="ข">')]
    for _ in range(2):
        told = press.print_all(sheets, tmp_path / "site", tmp_path / "kept", "", "site")
        assert [(flaw.code, flaw.file) for flaw in told.found] == [("pdf-flaw", "site/a.pdf")]
        assert told.anew == 1
        assert list((tmp_path / "kept").iterdir()) == []
        assert (tmp_path / "site" / "a.pdf").is_file()


def test_many_documents_are_shared_out_and_come_out_the_same(tmp_path: Path) -> None:
    sheets = [press.Sheet(f"{n}/{n}.pdf", f'<html lang="th"><title>{n}</title><p>{n * "ก"}') for n in range(1, 10)]
    told: list[int] = []
    assert press.print_all(sheets, tmp_path / "site", tmp_path / "kept", "", "site", told.append).anew == len(sheets)
    assert told == list(range(1, 10))
    for sheet in sheets:
        assert press.to_pdf(sheet.html, tmp_path / "site", "")[0] == (tmp_path / "site" / sheet.file).read_bytes()


def a_document(**others: Any) -> PdfDocument:
    part = Part("2568/o1/", "O1", "โครงสร้าง", "9.1")
    facts = {"file": "x.pdf", "language": "th", "digits": "thai", "agency": 'ก "ข" <ค>', "logo": "", "title": "ง"}
    facts |= {"year": "ปี 2568", "address": "", "below": "", "base_url": "", "parts": (part,)}
    return PdfDocument(**{**facts, **others})


def composed(inner: str, **others: Any) -> LexborHTMLParser:
    page = f"<html><body><nav>เมนู</nav><article><h1 id=o1>O1</h1>{inner}</article>".encode()
    of_it = a_document(**others)
    return LexborHTMLParser(document.compose(of_it, dict.fromkeys(of_it.pages, page)))


def test_nothing_of_the_screen_is_printed(site: Path) -> None:
    of_it = a_document()
    page = (site / "2568/o21/index.html").read_bytes()
    on_screen = LexborHTMLParser(page).css_first("article")
    assert on_screen is not None
    assert on_screen.css_first(".oit-screen a[href$='o21-2568.pdf']") is not None
    tree = LexborHTMLParser(document.compose(of_it, dict.fromkeys(of_it.pages, page)))
    assert "No Gift Policy" in tree.body.text()  # type: ignore[union-attr]
    assert not tree.css("nav, form, button, input, select, script, .oit-screen, a[href$='.pdf']:not([href*='files/'])")


def test_links_are_words_where_nobody_knows_where_the_site_stands() -> None:
    tree = composed(
        '<p id=a><a href="../../units/#u">หน่วยงาน</a> <a href="#a">ใน</a> <a href="https://x.example/">นอก</a>'
    )
    assert [link.attributes.get("href") for link in tree.css("article a")] == ["#a", "https://x.example/"]
    assert "หน่วยงาน ใน นอก" in tree.body.text()  # type: ignore[union-attr]


def test_anchors_of_a_whole_year_do_not_meet() -> None:
    parts = tuple(Part(f"2568/o{number}/", f"O{number}", "ก", "9.1") for number in (1, 2))
    tree = composed('<p id=a><a href="#a">ก</a><a href="../o2/#a">ข</a>', parts=parts, is_whole_year=True)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(set(ids)) == len(ids)
    assert [link.attributes["href"] for link in tree.css("article a")] == ["#o1--a", "#o2--a", "#o2--a", "#o2--a"]
    assert [len(tree.css(name)) for name in ("h1", "article h2")] == [1, 2]


def test_a_hostile_name_stays_a_name() -> None:
    tree = composed("<p>ก")
    assert tree.css_first("title").text() == 'ง · ก "ข" <ค>'  # type: ignore[union-attr]
    assert tree.body.attributes["data-agency"] == 'ก "ข" <ค>'  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def dark_page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, color_scheme="dark", viewport={"width": 720, "height": 1000})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_printed_from_a_dark_browser_is_dark_on_white_without_menus(kind: str, dark_page: Page) -> None:
    dark_page.emulate_media(media="screen", color_scheme="dark")
    dark_page.goto(KINDS[kind])
    assert dark_page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    dark_page.emulate_media(media="print", color_scheme="dark")
    seen = dark_page.evaluate(_SEEN)
    assert seen["menus"] == []
    assert seen["heads"] == 1, "the agency's name stands above the page"
    assert seen["ground"] == [255, 255, 255]
    assert seen["pale"] == [], "contrast with white paper below 4.5"
    assert seen["fixed"] == []


_SEEN = """() => {
    const colour = node => getComputedStyle(node).color.match(/[\\d.]+/g).map(Number);
    const channel = part => (part /= 255) <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
    const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
    const texts = [...document.querySelectorAll("body *")].filter(node => node.checkVisibility() && !node.closest("svg")
        && [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()));
    const over = ([r, g, b, a = 1]) => [r, g, b].map(part => part * a + 255 * (1 - a));
    const grounds = [document.documentElement, document.body].map(node => getComputedStyle(node).backgroundColor);
    return {
        menus: [...document.querySelectorAll("nav, header, footer, aside:not(.md-banner), form, button, [role=search], dialog")]
            .filter(node => node.checkVisibility() && node.textContent.trim()).map(node => node.className || node.tagName),
        heads: [...document.querySelectorAll(".oit-print-head__name")].filter(node => node.checkVisibility()).length,
        ground: grounds.at(-1).match(/\\d+/g).slice(0, 3).map(Number),
        pale: texts.filter(node => 1.05 / (light(over(colour(node))) + .05) < 4.5)
            .map(node => `${node.className}: ${node.textContent.trim().slice(0, 40)}`),
        fixed: [...document.querySelectorAll("body *")].filter(node => node.checkVisibility()
            && ["fixed", "sticky"].includes(getComputedStyle(node).position)).map(node => node.className || node.tagName),
    };
}"""


_LONGEST_HEAD = """() => [...document.querySelectorAll("article table")].reduce((most, one) =>
    one.rows.length > most.rows.length ? one : most).tHead.rows[0].cells[0].textContent.trim()"""


def test_a_long_table_printed_from_a_browser_repeats_its_head(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    try:
        page.goto("2568/o12/")
        head = page.evaluate(_LONGEST_HEAD)
        content = page.pdf(prefer_css_page_size=True)
    finally:
        context.close()
    ARTEFACTS.mkdir(exist_ok=True)
    file = ARTEFACTS / "printed-from-a-browser.pdf"
    file.write_bytes(content)
    with pypdfium2.PdfDocument(file) as pdf:
        assert len(pdf) > 5
        with_head = sum(head in one.get_textpage().get_text_range().split() for one in pdf)
        assert with_head >= len(pdf) // 2, "two tables of 50 rows"
        pdf[3].render(scale=1.5).to_pil().save(ARTEFACTS / "printed-from-a-browser.png")


def test_what_a_pdf_leaves_out_a_browser_hides_too() -> None:
    sheet = (ROOT / "theme" / "assets" / "print.css").read_text("utf-8")
    hidden = re.findall(r"([^{}]+)\{ display: none !important; \}", sheet)[0]
    for name in re.findall(r"\.oit-[a-z-]+|\bnav\b|\bform\b|\bbutton\b", document.SCREEN_ONLY):
        assert name in hidden, name
