"""What is told of a page to those who share it, keep it, or read it by program."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from generator.pages.colours import on_colour
from generator.publish import share

BASE = "https://sample.example.go.th/"


def opened(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_bytes())


def told(page: LexborHTMLParser, name: str) -> str:
    return page.css_first(f'meta[property="og:{name}"]').attributes["content"] or ""


@pytest.mark.parametrize("address", ["", "2568/o14", "en/2568/o14", "ita", "2568", "en/units", "examples/opdc"])
def test_every_page_says_what_is_shown_when_it_is_shared(address: str, sample: Path) -> None:
    page = opened(sample, address)
    assert told(page, "title")
    assert told(page, "description") == page.css_first("meta[name=description]").attributes["content"]
    assert told(page, "url") == BASE + (f"{address}/" if address else "")
    picture = told(page, "image")
    assert picture.startswith(BASE)
    with Image.open(sample / picture.removeprefix(BASE)) as image:
        assert image.size == (1200, 630)


def test_the_picture_has_the_agency_s_colour_and_emblem_and_the_icons_their_size(sample: Path) -> None:
    with Image.open(sample / "assets/share.png") as image:
        assert image.convert("RGB").getpixel((5, 5)) == (0x14, 0x50, 0x5C)
        assert image.convert("RGB").getpixel((84, 170)) == (255, 255, 255)  # the ground of the emblem
    manifest = json.loads((sample / "assets/app.webmanifest").read_text("utf-8"))
    assert manifest["theme_color"] == "#14505c"
    for icon in manifest["icons"]:
        with Image.open(sample / "assets" / icon["src"]) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]
    for address in ("2568/o14", "en/2568/o14"):
        for rel in ("apple-touch-icon", "manifest"):
            href = opened(sample, address).css_first(f"link[rel={rel}]").attributes["href"] or ""
            assert (sample / address / href).resolve().is_file()


def test_sara_am_is_drawn_in_its_two_parts_with_the_tone_mark_last() -> None:
    assert share._parted("สำนักน้ำทำ") == "สํานักน\u0e4d้าทํา"
    assert share._parted("กา ข้าว") == "กา ข้าว"


def test_the_same_agency_gives_the_same_picture_and_a_long_name_fits() -> None:
    facts: dict[str, str | int] = {
        "colour": "#ffffff",
        "ink": on_colour("#ffffff"),
        "emblem": "",
        "english": "",
        "mark": "",
    }
    one = share._drawn("picture", name="สํานักงาน", size=40, about="ก", **facts)
    share._png.cache_clear()
    assert share._drawn("picture", name="สํานักงาน", size=40, about="ก", **facts) == one
    assert on_colour("#ffffff") == "#000000"
    with Image.open(io.BytesIO(one)) as image:
        right = image.convert("L").crop((1120, 100, 1200, 500))
        assert right.getextrema()[0] > 200  # nothing is written there


def test_a_name_that_is_no_markup_stays_a_name(build: Callable[..., tuple[object, Path]], tmp_path: Path) -> None:
    (tmp_path / "2568").mkdir()
    (tmp_path / "agency.yaml").write_text(
        "name: '</text><script>&\"'\nshort_name: '<b>'\nyears: [2568]\nsite_url: https://a.example.go.th/\n", "utf-8"
    )
    (tmp_path / "2568/news.yaml").write_text(
        "family: news\nassessed_year: 2568\ndata_year: 2568\nsummary: '</script>'\n", "utf-8"
    )
    _, site = build(tmp_path)
    assert (site / "assets/share.png").stat().st_size > 1000
    page = opened(site, "2568/o4")
    data = json.loads(page.css_first("script[type='application/ld+json']").text())
    assert data[0]["itemListElement"][0]["name"] == "<b>"


def test_programs_are_told_who_publishes_where_a_page_stands_and_what_can_be_downloaded(sample: Path) -> None:
    (agency,) = json.loads(opened(sample, "").css_first("script[type='application/ld+json']").text())
    assert agency["@type"] == "GovernmentOrganization"
    assert agency["telephone"] == "+6620000000"
    assert (sample / agency["logo"].removeprefix(BASE)).is_file()
    way, *tables = json.loads(opened(sample, "2568/o12").css_first("script[type='application/ld+json']").text())
    assert [step["position"] for step in way["itemListElement"]] == [1, 2, 3]
    for step in way["itemListElement"]:
        assert (sample / step["item"].removeprefix(BASE) / "index.html").is_file()
    assert {table["@type"] for table in tables} == {"Dataset"}
    for table in tables:
        assert table["temporalCoverage"] == "2024-10-01/2025-09-30"
        for download in table["distribution"]:
            assert (sample / download["contentUrl"].removeprefix(BASE)).is_file()


def test_what_is_wrong_goes_to_the_unit_with_the_page_and_its_day(sample: Path) -> None:
    for address, mail in (("2568/o14", "hr@sample.example.go.th"), ("ita", "saraban@sample.example.go.th")):
        links = opened(sample, address).css("footer a[href^='mailto:']")
        letter = next(link for link in links if "?" in (link.attributes["href"] or "")).attributes["href"] or ""
        parts = urlsplit(letter)
        assert unquote(parts.path) == mail
        said = parse_qs(parts.query)
        assert f"{BASE}{address}/" in said["body"][0]
        assert said["subject"][0]
        if address == "2568/o14":
            assert "31 มกราคม 2568" in said["body"][0]
            assert "O14" in said["subject"][0]


def test_a_page_can_be_sent_by_line(sample: Path) -> None:
    link = opened(sample, "2568/o14").css_first("footer a[href^='https://line.me/']").attributes["href"] or ""
    assert f"{BASE}2568/o14/" in parse_qs(urlsplit(link).query)["text"][0]
