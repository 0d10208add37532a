"""The first page and the page of a year, asked what a citizen and an assessor would."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.pages import render_all
from generator.pages.home import LATEST, MOST_WANTED, wanted
from generator.pages.voice import Voice
from generator.site.loader import Loader
from generator.site.states import item_states
from tests.conftest import ROOT


def opened(sample: Path, page: str) -> LexborHTMLParser:
    return LexborHTMLParser((sample / page / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_first_page_answers_at_once(sample: Path, language: str) -> None:
    page = opened(sample, language)
    assert page.css_first("form[role=search] input[name=q]")
    cards = page.css(".oit-links a.oit-links__link")[:MOST_WANTED]
    assert len(cards) == MOST_WANTED
    for card in cards:
        where, _, anchor = str(card.attributes["href"]).partition("#")
        target = opened(sample, f"{language}{where}")
        assert target.css_first(f"#{anchor}"), f"{where} has no {anchor}"
    complaint = page.css_first(".oit-complain")
    assert complaint
    assert complaint.css_first("a[href^='https://sample.example.go.th/report-corruption']")
    assert len(page.css(".oit-latest li")) == LATEST
    assert next(link.text() for link in page.css(".oit-years a")).endswith("2026" if language else "2569")


def test_the_agency_says_what_is_wanted_most(tmp_path: Path) -> None:
    (tmp_path / "agency.yaml").write_text("name: ก\nshort_name: ก\nwanted: [laws, news, contact]\n", "utf-8")
    for year, family in ((2567, "contact"), (2566, "contact"), (2566, "laws")):
        text = f"family: {family}\nassessed_year: {year}\ndata_year: {year}\nnone: {{reason: ไม่มี}}\n"
        (tmp_path / f"{family}-{year}.yaml").write_text(text, "utf-8")
    site, faults = Loader().load(tmp_path)
    assert site
    assert not faults
    assert [(one.data.family, one.data.assessed_year) for one in wanted(site)] == [("laws", 2566), ("contact", 2567)]


def test_the_latest_changes_come_first(sample: Path) -> None:
    site, _ = Loader().load(ROOT / "data")
    assert site
    states = [state for year in site.years for state in item_states(site, year)]
    days = sorted((s.updated for s in states if s.updated), reverse=True)[:LATEST]
    shown = [one.text() for one in opened(sample, "").css(".oit-latest__day")]
    assert shown == [Voice(site, "th").short_date(day) for day in days]


def test_a_year_shows_all_ten_indicators_and_the_scores_that_are_known(sample: Path) -> None:
    known, unknown = opened(sample, "2568"), opened(sample, "2569")
    assert [node.text() for node in known.css(".oit-map__number")] == [str(number) for number in range(1, 11)]
    scores = known.css("a.oit-map__score")
    assert len(scores) == 10
    result = opened(sample, "ita/2568")
    for score in scores:
        row = result.css_first(f"#{str(score.attributes['href']).partition('#')[2]}")
        assert row, score.html
        assert score.text() in row.text()
    assert not unknown.css("a.oit-map__score")
    assert [node.text() for node in unknown.css(".oit-map__number")] == ["9", "10"], "the rest is said in one line"
    assert "ตัวชี้วัดที่ 1–8 ยังไม่มีผลของปีนี้" in unknown.body.text()
    own = [link.attributes["href"] for link in known.css(".oit-map__own ul a")]
    assert own == [f"#{heading.attributes['id']}" for heading in known.css("h2[id^=sub-]")]


def test_an_item_page_keeps_one_order(sample: Path) -> None:
    for url in ("2568/o15", "2569/o11", "2567/o1"):
        ids = [str(node.attributes.get("id")) for node in opened(sample, url).css("h2")]
        assert ids[-2:] == ["history", "owner-contact"], url


def test_who_is_responsible_can_be_reached_from_the_item(sample: Path) -> None:
    page = opened(sample, "2568/o15")
    after = page.css_first("#owner-contact ~ .oit-block, #owner-contact")
    assert after
    assert page.css_first("a[href^='tel:']")
    assert page.css_first("a[href='mailto:hr@sample.example.go.th']")


def test_on_a_phone_every_cell_of_a_wide_table_is_named(sample: Path) -> None:
    page = opened(sample, "2568/o13")
    tables = page.css(".oit-table--cards table")
    assert tables
    for table in tables:
        heads = [head.text().strip() for head in table.css("thead th")]
        for row in table.css("tbody tr"):
            cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
            assert len(cells) == len(heads)
            for cell, head in zip(cells, heads, strict=True):
                assert cell.attributes.get("data-label", head) == head


@pytest.mark.parametrize(("separate", "is_said"), [("", False), ("separate: ส่งตรงถึงศูนย์ปฏิบัติการ\n", True)])
def test_channels_are_for_corruption_alone_only_where_the_agency_says_so(
    tmp_path: Path, separate: str, is_said: bool
) -> None:
    agency = "name: ก\nshort_name: ก\nsite_url: https://oit.example.go.th/\nlanguages: [th]\n"
    (tmp_path / "agency.yaml").write_text(agency, "utf-8")
    channels = "channels:\n- {title: สายด่วน, kind: โทร., phones: 0 2555 0199}\n"
    text = f"family: complaint_channel\nassessed_year: 2567\ndata_year: 2567\n{channels}{separate}"
    (tmp_path / "c.yaml").write_text(text, "utf-8")
    site, faults = Loader().load(tmp_path)
    assert site
    assert not faults
    home = next(page.body for page in render_all(site, "th") if page.path == "index.md")
    assert "0 2555 0199" in home
    assert ("รับเฉพาะเรื่องการทุจริต" in home) is is_said
