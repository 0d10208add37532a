"""For everybody: axe-core on every kind of page in every look, the HTML checker on every page, and the statement.

One walk over the pages sees all of it: each page is opened once in each language, fits, loads only from the
site, raises nothing, and is asked by axe-core. ``--update`` (``make accessibility``) leaves pictures in
``tests/artefacts`` for people to look at and writes what was found into ``generator/models/accessibility.yaml``, which
the statement's page shows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise, product
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from generator import languages
from generator.models import accessibility
from generator.writing.dates import write_date
from tests import axe, nu
from tests.conftest import ROOT, complaints
from tests.kinds import FAMILY_PAGES, KINDS, in_language

WIDTHS = (1280, 768, 360)
SCHEMES = {"light": "default", "dark": "slate"}
LOOKS = tuple(product(WIDTHS, SCHEMES))
ARTEFACTS = ROOT / "tests" / "artefacts"
_OPEN = """() => {
    document.querySelectorAll("details").forEach(one => one.open = true);
    document.querySelectorAll("[type=search]").forEach(box => {
        if (box.checkVisibility()) { box.value = "2568"; box.dispatchEvent(new Event("input", {bubbles: true})); }
    });
}"""
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Record:
    """What a whole run found, for the statement."""

    rules: tuple[str, ...] = ()
    looks: int = 0
    checks: int = 0
    left: Counter[str] = field(default_factory=Counter)
    walked: set[str] = field(default_factory=set)
    html: int = 0


@pytest.fixture(scope="module")
def record() -> Record:
    return Record()


class Reader:
    """Somebody who reads in one language: a page that stays open, and whatever went wrong on it."""

    def __init__(self, browser: Browser, address: str, language: str, scheme: str) -> None:
        self.address, self.language, self.scheme = address, language, scheme
        # Colours that fade from one scheme to the other would be measured half-way.
        context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        self.page = context.new_page()
        self.wrong = complaints(self.page)
        self.page.on("response", lambda answer: answer.status >= 400 and self.wrong.append(answer.url))
        self.page.on("request", lambda asked: asked.url.startswith(address) or self.wrong.append(asked.url))

    def open(self, path: str, width: int = 1280) -> Page:
        self.wrong.clear()
        self.page.emulate_media(color_scheme=self.scheme)  # type: ignore[arg-type]
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.goto(self.address + in_language(self.language, path))
        self.page.evaluate("document.fonts.ready")
        assert self.shown_scheme == SCHEMES[self.scheme]
        return self.page

    @property
    def shown_scheme(self) -> str:
        return str(self.page.evaluate("document.querySelector('[data-md-color-scheme]').dataset.mdColorScheme"))

    @property
    def other_scheme(self) -> str:
        return next(scheme for scheme in SCHEMES if scheme != self.scheme)

    def look(self, width: int, scheme: str) -> None:
        """The page as it stands in another window and other colours, without loading it again."""
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        self.page.evaluate(
            "shown => document.querySelector('[data-md-color-scheme]').dataset.mdColorScheme = shown", SCHEMES[scheme]
        )


@pytest.fixture(scope="module")
def readers(browser: Browser, address: str) -> tuple[Reader, Reader]:
    return Reader(browser, address, "th", "light"), Reader(browser, address, "en", "dark")


@pytest.fixture
def ask(readers: tuple[Reader, Reader], record: Record) -> Callable[..., list[str]]:
    """Asks axe-core of what both readers have open; gives what is wrong, and records the rest."""

    def asked(rules: Iterable[str]) -> list[str]:
        wrong = []
        pages = [reader.page for reader in readers]
        for reader, found in zip(readers, axe.inspect(pages, rules), strict=True):
            record.looks += 1
            record.checks += found.asked
            record.left.update(finding.rule for finding in found.left)
            size = reader.page.viewport_size
            where = f"{reader.language} {size and size['width']} {reader.shown_scheme}"
            wrong += [f"{where}: {one.rule}: {one.element}: {one.said}" for one in found.wrong]
        return wrong

    return asked


WALK = {**KINDS, **{f"family-{family}": path for family, path in FAMILY_PAGES.items()}}


@pytest.mark.parametrize(("kind", "path"), WALK.items(), ids=list(WALK))
def test_every_kind_of_page_is_for_everybody_in_every_look(
    kind: str, path: str, readers: tuple[Reader, Reader], ask: Callable[..., list[str]], record: Record, *, update: bool
) -> None:
    ARTEFACTS.mkdir(exist_ok=True)
    record.walked.add(kind)
    for reader in readers:
        reader.open(path, 1280 if kind in KINDS or reader.language == "en" else 360)
        record.rules = axe.bring(reader.page)
    if kind in KINDS:
        wrong = ask(record.rules)
        for reader in readers:
            reader.page.evaluate(_OPEN)
        for width, is_own in product(WIDTHS, (True, False)):
            for reader in readers:
                reader.look(width, reader.scheme if is_own else reader.other_scheme)
            # All rules were just asked at the first look; between a phone and a desk nothing has colours of its own.
            has_colours = width == 360 or (width == 1280 and not is_own)
            wrong += ask((*axe.OF_COLOURS, *axe.OF_WIDTHS) if has_colours else axe.OF_WIDTHS)
    else:  # a family's page is an item's page with other tables: one look at all that can be opened on it
        for reader in readers:
            reader.page.evaluate(_OPEN)
        wrong = ask(record.rules)
    for reader, width in product(readers, (360, 320)):
        reader.look(width, reader.scheme)
        if overflow := reader.page.evaluate(_OVERFLOW):
            wrong.append(f"{reader.language} {width}: {overflow} pixels to be scrolled sideways")
        if update and width == 360:
            picture = ARTEFACTS / f"{kind}-360-{reader.scheme}{'-en' if reader.language == 'en' else ''}.png"
            reader.page.screenshot(path=picture, full_page=reader.language == "th")
    assert wrong == []
    assert [reader.wrong for reader in readers] == [[], []]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_open_menu_is_for_everybody(
    look: tuple[int, str], readers: tuple[Reader, Reader], ask: Callable[..., list[str]], record: Record
) -> None:
    for reader in readers:
        reader.open("2568/o27/", look[0])
        record.rules = axe.bring(reader.page)
        reader.look(*look)
        if look[0] < 1280:  # on a desk the menu is always there
            reader.page.locator(".oit-menu").click()
    wrong = ask(record.rules)
    assert wrong == []


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_open_search_with_its_hits_is_for_everybody(
    look: tuple[int, str], readers: tuple[Reader, Reader], ask: Callable[..., list[str]], record: Record
) -> None:
    for reader in readers:
        page = reader.open("2568/o27/", look[0])
        record.rules = axe.bring(page)
        reader.look(*look)
        page.keyboard.press("Control+k")
        page.locator("dialog[open] input[type=search]").fill("2568")
        page.locator("dialog[open] .oit-search__hits > li").first.wait_for()
    wrong = ask(record.rules)
    assert wrong == []


def test_a_colour_that_is_hard_to_read_is_found_in_any_row_and_what_has_no_name_in_all(browser: Browser) -> None:
    rows = [f"<tr><td><button></button> <b>คำ {number}</b></td></tr>" for number in range(9)]
    rows[7] = '<tr><td><button></button> <b class="pale">คำ 7</b></td></tr>'
    page = browser.new_page()
    page.set_content(f"<style>.pale {{ color: #ccc }}</style><table>{''.join(rows)}</table>")
    (found,) = axe.inspect([page], axe.bring(page) and ["color-contrast", "button-name"])
    assert [one.rule for one in found.wrong] == ["button-name"] * 9 + ["color-contrast"]
    assert found.wrong[-1].element == ".pale"
    page.close()


def test_every_page_is_html_as_the_standard_has_it(sample: Path, record: Record) -> None:
    assert list(nu.faults(sample)) == []
    record.html = sum(1 for _ in sample.rglob("*.html"))


def test_no_page_says_an_id_twice_or_skips_a_level_of_headings(sample: Path) -> None:
    wrong = []
    for path, tree in pages_of(sample):
        ids = Counter(node.attributes["id"] for node in tree.css("[id]"))
        wrong += [f"{path}: id {name} stands {count} times" for name, count in ids.items() if count > 1]
        levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
        if levels[:1] != [1] or levels.count(1) != 1:
            wrong.append(f"{path}: headings begin {levels[:3]}")
        wrong += [f"{path}: h{b} after h{a}" for a, b in pairwise(levels) if b > a + 1]
    assert wrong == []


def test_thai_on_an_english_page_says_that_it_is_thai(sample: Path) -> None:
    wrong = []
    for path, tree in pages_of(sample):
        html = tree.css_first("html")
        if html is None or html.attributes.get("lang") != "en" or tree.body is None:
            continue
        for node in tree.body.traverse(include_text=True):
            text = node.text_content if node.tag == "-text" else None
            if text and THAI.search(text) and spoken_in(node) == "en":
                wrong.append(f"{path}: {text.strip()[:60]}")
    assert wrong == []


THAI = re.compile(r"[ก-๎]")


def spoken_in(node: object) -> str:
    """The language that a screen reader is told of a text; of names for programs none."""
    above = node.parent  # type: ignore[attr-defined]
    while above is not None:
        if above.tag in ("script", "code"):
            return ""
        if language := above.attributes.get("lang"):
            return str(language)
        above = above.parent
    return ""


def pages_of(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    for path in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        if tree.css_first("meta[http-equiv=refresh]") is None:
            yield path.relative_to(site).as_posix(), tree


def test_the_statement_says_whom_to_tell_and_what_is_known(sample: Path) -> None:
    page = LexborHTMLParser((sample / "accessibility" / "index.html").read_text("utf-8"))
    links = {node.attributes["href"] for node in page.css("article a[href]")}
    assert {"../units/#unit-secretary", "tel:+6620000000"} <= links
    text = page.css_first("article").text()
    for said in ("ภายใน 7 วันทำการ", "แผนผังสำนักงาน", "30 กันยายน 2569", "WCAG 2.2", "มอก. 2565-2555", "axe-core"):
        assert said in text


def test_a_statement_of_an_agency_that_says_nothing_is_whole_too(sample: Path) -> None:
    text = LexborHTMLParser((sample / "examples/erc/accessibility/index.html").read_text("utf-8")).body.text()  # type: ignore[union-attr]
    words = languages.words("th")["accessibility"]
    assert words["no_contact"] in text
    assert words["limits"]["documents"] in text


def test_every_page_leads_to_the_statement(sample: Path) -> None:
    statement = {(sample / path).resolve() for path in ("accessibility", "en/accessibility")}
    for path in ("index.html", "2568/o27/index.html", "en/2568/o27/index.html"):
        links = LexborHTMLParser((sample / path).read_text("utf-8")).css("footer a[href]")
        assert statement & {(sample / path).parent.joinpath(node.attributes["href"] or "").resolve() for node in links}


def test_the_statement_tells_of_what_is_tested(record: Record, browser: Browser, update: bool) -> None:
    is_whole = record.walked == set(WALK) and record.html > 0
    if update:
        assert is_whole, "run the whole file: what was not tested cannot be stated"
        write_result(record, browser.version)
        accessibility.tested.cache_clear()
    stated = accessibility.tested()
    assert set(stated.kinds) == set(KINDS)
    assert set(stated.families) == set(FAMILY_PAGES)
    assert (set(stated.widths), set(stated.schemes)) == (set(WIDTHS), set(SCHEMES))
    versions = {tool.id: tool.version for tool in stated.tools}
    assert versions == {"axe": axe.VERSION, "nu": nu.version(), "chromium": versions["chromium"]}
    left = {one.rule for one in stated.left}
    for language in languages.LANGUAGES:
        words = languages.words(language)["accessibility"]
        assert set(words["kinds"]) == set(KINDS)
        assert set(words["judgements"]) == left
    if is_whole:
        assert len(record.rules) == stated.rules
        assert set(record.left) <= left, "axe-core leaves something to people that nobody has judged"


def write_result(record: Record, chromium: str) -> None:
    tools = {"axe": axe.VERSION, "nu": nu.version(), "chromium": chromium}
    result = {
        "date": write_date(date.today(), "th", "arabic"),
        "tools": [{"id": id, "version": version} for id, version in tools.items()],
        "rules": len(record.rules),
        "kinds": list(KINDS),
        "families": list(FAMILY_PAGES),
        "languages": ["th", "en"],
        "widths": sorted(WIDTHS),
        "schemes": list(SCHEMES),
        "looks": record.looks,
        "checks": record.checks,
        "pages": record.html,
        "left": [{"rule": rule, "places": count} for rule, count in sorted(record.left.items())],
    }
    text = yaml.safe_dump(result, allow_unicode=True, sort_keys=False, width=110)
    accessibility.RESULT.write_text(f"# ผลการทดสอบครั้งล่าสุด เขียนโดย make accessibility\n{text}", "utf-8")
