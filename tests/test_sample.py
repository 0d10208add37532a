"""The sample agency is whole: every item of every year complete, nothing to find in it, every promised address there."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.project import Project
from generator.reading import read
from generator.site.loader import Loader
from generator.site.site import Site
from generator.site.states import State, item_states
from generator.writing.dates import parse_date
from tests.conftest import ROOT
from tests.kinds import SAMPLE_YEARS


@pytest.fixture(scope="module")
def site() -> Site:
    loaded, faults = Loader().load(ROOT / "data")
    assert faults == []
    assert loaded
    return loaded


@pytest.mark.parametrize("year", SAMPLE_YEARS)
def test_every_item_is_complete(year: int, site: Site) -> None:
    states = item_states(site, year)
    assert [(s.item.code, [m.component.id for m in s.missing]) for s in states if s.state is not State.COMPLETE] == []
    assert all(state.owners for state in states)
    assert all(state.updated for state in states)


def test_nothing_is_found_in_it_on_any_day() -> None:
    for day in ("1 มีนาคม 2566", "30 เมษายน 2569", "21 พฤศจิกายน 2569"):
        project = Project(ROOT, ROOT / "data", Path("site"), Path("build"), today=parse_date(day))
        _, found = read(project)
        own = [d.place + " " + d.code for d in found if "/examples/" not in f"/{d.file}"]
        wanted = [] if day != "1 มีนาคม 2566" else ["published-in-future"]
        assert [line for line in own if line.split()[-1] not in wanted] == []


def test_every_address_that_the_catalogues_promise_is_there_with_an_anchor_for_every_family(
    site: Site, sample: Path
) -> None:
    for year in SAMPLE_YEARS:
        for item in site.catalogues[year].items:
            for language in ("", "en/"):
                page = sample / f"{language}{year}/{item.slug}/index.html"
                tree = LexborHTMLParser(page.read_bytes())
                for family in item.families:
                    assert tree.css_first(f"#{family}") is not None, (page, family)
        for address in ("", "answers/", "readiness/"):
            assert (sample / str(year) / address / "index.html").is_file()
    asked = {family for of_year in site.catalogues.values() for item in of_year.items for family in item.families}
    for family in asked:
        assert (sample / "families" / family / "index.html").is_file()
        assert (sample / "data-guide" / family / "index.html").is_file()


def test_the_table_of_three_thousand_rows_is_whole_in_its_downloads_and_light_on_its_page(sample: Path) -> None:
    rows = (sample / "tables/2568/proc_items.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 3001
    page = LexborHTMLParser((sample / "2568/o12/index.html").read_bytes())
    assert len(page.css("#proc_items-latest-table tbody tr")) == 50
    assert (sample / "2568/o12/index.html").stat().st_size < 500_000


def test_no_company_or_address_is_real() -> None:
    for path in (ROOT / "data").rglob("*.yaml"):
        for line in path.read_text("utf-8").splitlines():
            if "บริษัท" in line and "จำกัด" in line:
                assert "ตัวอย่าง" in line, (path, line)
            if "http" in line and "$schema" not in line:
                assert "example.go.th" in line, (path, line)
