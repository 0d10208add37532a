"""The estimate of a year's OIT score, by the rules of the assessment, and what each gap costs."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.pages import readiness
from generator.pages.voice import Voice
from generator.project import Project
from generator.road import walk
from generator.site.loader import Loader
from generator.site.readiness import Readiness, readiness_of
from generator.site.site import Site
from generator.site.states import item_states
from generator.site.trail import Trail
from generator.writing.dates import parse_date
from tests.conftest import ROOT

AGENCY = "name: ก\nshort_name: ก\nprofile: small\nlanguages: [th]\nsite_url: https://oit.example.go.th/\n"
CATALOGUE = """profile: small
year: 2567
source: ทดสอบ
items:
- {code: O1, sub_indicator: 9.1, title: ก, families: [laws]}
- {code: O2, sub_indicator: 9.1, title: ข, families: [news]}
- {code: O3, sub_indicator: 9.2, title: ค, families: [pdpa]}
- {code: O4, sub_indicator: 10.1, title: ง, families: [ethics_code]}
"""
"""Indicator 9 of two sub-indicators, of two items and of one; indicator 10 of one item."""


def folder(tmp_path: Path, **disclosures: str) -> Path:
    data = tmp_path / "data"
    (data / "profiles" / "small").mkdir(parents=True)
    (data / "agency.yaml").write_text(AGENCY, "utf-8")
    (data / "profiles" / "small" / "2567.yaml").write_text(CATALOGUE, "utf-8")
    (data / "units.yaml").write_text("units:\n- {id: a, abbreviation: สก., name: สำนัก ก}\n", "utf-8")
    for family, text in disclosures.items():
        frame = f"family: {family}\nassessed_year: 2567\ndata_year: 2567\n"
        (data / f"{family}.yaml").write_text(frame + text, "utf-8")
    return data


def estimate(data: Path) -> Readiness:
    site, faults = Loader().load(data)
    assert faults == []
    assert site
    return readiness_of(item_states(site, 2567))


WHOLE = "none: {reason: ไม่มี}\n"
PARTIAL = "summary: สรุป\n"


@pytest.mark.parametrize(
    ("disclosures", "least", "most"),
    [
        ({}, "0.00", "0.00"),
        ({"laws": WHOLE, "news": WHOLE, "pdpa": WHOLE, "ethics_code": WHOLE}, "100.00", "100.00"),
        ({"laws": WHOLE}, "12.50", "12.50"),  # (100 + 0) / 2 = 50; (50 + 0) / 2 = 25; (25 + 0) / 2
        ({"laws": WHOLE, "news": PARTIAL}, "12.50", "18.75"),  # at most (100 + 50) / 2 = 75 → 37.5 → 18.75
        ({"ethics_code": WHOLE}, "50.00", "50.00"),
        ({"pdpa": PARTIAL, "ethics_code": PARTIAL}, "0.00", "37.50"),  # (25 + 50) / 2
    ],
)
def test_means_of_means(disclosures: dict[str, str], least: str, most: str, tmp_path: Path) -> None:
    found = estimate(folder(tmp_path, **disclosures))
    assert (found.least, found.most) == (Decimal(least), Decimal(most))


def test_what_is_lost_and_what_is_won_make_a_hundred(tmp_path: Path) -> None:
    found = estimate(folder(tmp_path, news=PARTIAL))
    assert [(gap.state.item.code, gap.cost) for gap in found.gaps] == [
        ("O4", Decimal("50.00")),
        ("O3", Decimal("25.00")),
        ("O1", Decimal("12.50")),
        ("O2", Decimal("12.50")),
    ]
    assert sum(gap.cost for gap in found.gaps) + found.least == 100


def test_a_blank_disclosure_is_missing_but_has_its_owner_and_day(tmp_path: Path) -> None:
    data = folder(tmp_path, laws="owner: สก.\ndue: 31 มีนาคม 2567\n")
    today = parse_date("1 เมษายน 2567")
    outcome = walk(Project(ROOT, data, tmp_path / "site", tmp_path / "work", is_draft=True, today=today))
    assert {d.code for d in outcome.diagnostics} == {"empty-disclosure", "overdue-item"}
    page = LexborHTMLParser((tmp_path / "site/2567/readiness/index.html").read_bytes())
    row = next(row for row in page.css("#gaps-table tbody tr") if row.css_first("a").text() == "O1")
    assert "สก." in row.text()
    assert "31 มี.ค. 2567" in row.text()
    assert "12.50" in row.text()
    assert "เลยกำหนด" in row.text()
    assert "เลยกำหนดแล้ว 1 ข้อ (นับถึง 1 เมษายน 2567)" in page.text()
    others = [row.text() for row in page.css("#gaps-table tbody tr") if row.css_first("a").text() != "O1"]
    assert not any("เลยกำหนด" in text for text in others)
    owners = page.css_first("#owners-table").text(separator=" ").split()
    assert "12.50" in owners


def site_of(data: Path, tmp_path: Path, *, is_draft: bool) -> tuple[Site, Path]:
    site = tmp_path / ("draft" if is_draft else "public")
    outcome = walk(Project(ROOT, data, site, tmp_path / "work", is_draft=is_draft))
    assert outcome.is_built
    loaded, _ = Loader().load(data, is_draft=is_draft)
    assert loaded
    return loaded, site


def test_the_public_is_not_told_what_is_unfinished_unless_the_agency_says_so(tmp_path: Path) -> None:
    data = folder(tmp_path, laws=PARTIAL)
    _, public = site_of(data, tmp_path, is_draft=False)
    page = LexborHTMLParser((public / "2567/o1/index.html").read_bytes())
    assert page.css(".oit-state--partial, .oit-state--missing, .oit-check--missing, #components-table") == []
    assert not (public / "2567/readiness").exists()
    assert page.css_first("meta[name=robots]") is None
    assert LexborHTMLParser((public / "2567/index.html").read_bytes()).css(".oit-state") == []
    _, draft = site_of(data, tmp_path, is_draft=True)
    page = LexborHTMLParser((draft / "2567/o1/index.html").read_bytes())
    assert page.css(".oit-state--partial")
    assert page.css_first("#components-table code") is not None
    assert "ร่าง" in page.css_first(".oit-banner--draft").text()
    assert page.css_first("meta[name=robots]").attributes["content"] == "noindex, nofollow"
    (data / "agency.yaml").write_text(AGENCY + "unfinished: show\n", "utf-8")
    _, public = site_of(data, tmp_path, is_draft=False)
    page = LexborHTMLParser((public / "2567/o1/index.html").read_bytes())
    assert page.css(".oit-state--partial")
    assert page.css_first(".oit-check--missing") is not None
    assert page.css_first(".oit-banner--draft") is None
    assert page.css_first("#components-table, .oit-parts code") is None  # keys and certainty are for the office


def test_the_calendars_day_is_named_where_the_agency_names_none(tmp_path: Path) -> None:
    data = folder(tmp_path, laws=PARTIAL)
    (data / "profiles/small/calendar").mkdir()
    (data / "profiles/small/calendar/2567.yaml").write_text(
        "profile: small\nyear: 2567\nsteps:\n- {kind: answer, end: 30 เมษายน 2567, source: ก}\n", "utf-8"
    )

    def note() -> str:
        site, _ = Loader().load(data, is_draft=True)
        assert site
        voice = Voice(site, "th")
        (planned,) = readiness.pages(voice, Trail(site))
        return planned.make().body.partition("oit-note")[2].partition("</p>")[0]

    assert "30 เมษายน 2567 (ยังไม่พบเป็นลายลักษณ์อักษร)" in note()
    (data / "agency.yaml").write_text(f"{AGENCY}deadlines:\n- {{year: 2567, date: 20 เมษายน 2567}}\n", "utf-8")
    assert note() == ""
