"""The number of every family in every year: on a page for each family, and on one for all."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import languages
from generator.models.catalogue import known_components
from generator.pages import crosswalk, navigation, render_all
from generator.pages.page import Page
from generator.pages.voice import Voice
from generator.site.loader import Loader
from generator.site.site import Site
from generator.site.states import item_states
from generator.site.trail import Trail
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def site() -> Site:
    found, _ = Loader().load(ROOT / "examples" / "opdc", is_draft=True)
    assert found
    return found


def pages(site: Site, language: str = "th") -> dict[str, Page]:
    return {planned.address: planned.make() for planned in crosswalk.pages(Voice(site, language), Trail(site))}


def row(page: Page, id: str) -> list[LexborNode]:
    found = LexborHTMLParser(page.body).css_first(f"tr#{id}")
    assert found is not None
    return found.css("td, th")


def test_every_family_of_any_year_has_a_page_and_no_other_has(site: Site) -> None:
    asked = {family for year in site.catalogues.values() for item in year.items for family in item.families}
    for language in languages.LANGUAGES:
        assert set(pages(site, language)) == {"families/", *(f"families/{family}/" for family in asked)}
    assert asked <= set(known_components())


def test_the_table_gives_every_number_and_links_those_of_years_that_the_site_shows(site: Site) -> None:
    index = pages(site)["families/"]
    cells = row(index, "family-nogift_decl")
    numbers = dict(zip(sorted(site.catalogues, reverse=True), cells[1:], strict=True))
    said = {year: cell.text().replace("*", "").strip() for year, cell in numbers.items()}
    items = {year: list_of_year.item_of("nogift_decl") for year, list_of_year in site.catalogues.items()}
    assert said == {year: item.code if item else "–" for year, item in items.items()}
    assert said.items() >= {2569: "O20", 2568: "O21", 2567: "O26", 2566: "O31", 2565: "O34"}.items()
    linked = {year: cell.css_first("a.oit-code") for year, cell in numbers.items()}
    assert {year for year, link in linked.items() if link} == set(site.years)
    for year in site.years:
        link = linked[year]
        assert link
        assert link.attributes["href"] == f"../{year}/{said[year].lower()}/#nogift_decl"


def test_the_page_of_a_family_says_for_each_year_what_is_there_and_how_sure_the_number_is(site: Site) -> None:
    page = pages(site)["families/measures/"]
    words = languages.families("th")["measures"]
    assert words["about"] in page.body
    year, code, title, state, data_year = row(page, "year-2567")
    assert [year.text(), code.text(), data_year.text()] == ["2567", "O34", "2567"]
    of_measures = next(one for one in item_states(site, 2567) if one.item.code == "O34")
    assert state.text() == languages.words("th")["state"][of_measures.state]
    link = title.css_first("a")
    assert link
    assert link.attributes["href"] == "../../2567/o34/#measures"
    assert languages.words("th")["confidence"]["source-document"] in title.text()
    hidden = row(page, "year-2569")
    assert hidden[1].text() == "O25"
    assert not hidden[1].css("a")
    assert hidden[3].text() == languages.words("th")["crosswalk"]["year_not_shown"]


def test_a_year_that_does_not_ask_says_so(site: Site) -> None:
    cells = row(pages(site)["families/ac_6m/"], "year-2567")
    assert cells[1].text() == "–"
    assert cells[2].text() == languages.words("th")["crosswalk"]["not_asked"]


def test_an_agency_with_a_list_of_its_own_has_pages_for_what_that_asks(tmp_path: Path) -> None:
    (tmp_path / "profiles" / "school").mkdir(parents=True)
    (tmp_path / "agency.yaml").write_text("name: ก\nshort_name: ก\nprofile: school\nyears: [2567]\n", "utf-8")
    (tmp_path / "profiles" / "school" / "2567.yaml").write_text(
        "profile: school\nyear: 2567\nsource: ก\nitems:\n"
        "- {code: O1, sub_indicator: 9.1, title: ก, families: [laws]}\n"
        "- {code: O2, sub_indicator: 9.1, title: ข, families: [laws, news]}\n",
        "utf-8",
    )
    site, faults = Loader().load(tmp_path)
    assert site
    assert not faults
    made = pages(site)
    assert set(made) == {"families/", "families/laws/", "families/news/"}
    assert [cell.text() for cell in row(made["families/laws/"], "year-2567")][:2] == ["2567", "O1"]
    assert [cell.text() for cell in row(made["families/laws/"], "year-2567-o2")][:2] == ["2567", "O2"]
    entry = {"title": languages.words("th")["crosswalk"]["title"], "url": "families/"}
    assert navigation(site, "th", made.values())["about"] == [entry]


def test_a_page_that_is_not_made_is_not_in_the_menu(site: Site) -> None:
    made = list(render_all(site, "th"))
    menu = navigation(site, "th", made)
    entries = {entry["url"] for part in ("topics", "about") for entry in menu[part]}
    assert entries >= {"./", "ita/", "families/"}
    assert entries <= {page.url or "./" for page in made}
    fewer = navigation(site, "th", [page for page in made if page.url != "ita/"])
    assert [entry for entry in menu["topics"] if entry not in fewer["topics"]] == [
        {"title": languages.words("th")["ita"]["title"], "url": "ita/"}
    ]
