"""Lists of every kind of agency: each has a sample that builds; two lists in one year; nothing known is called surer."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from generator import languages
from generator.models.catalogue import MARKS, READ
from generator.models.profile import GENERAL, known_profiles
from generator.officers import start
from generator.officers.new_year import new_year
from generator.officers.public_lists import lists_of_site
from generator.pages.voice import Voice
from generator.project import Project
from generator.road import walk
from generator.site import addresses
from generator.site.disclosure_files import disclosure_path
from generator.site.loader import Loader
from generator.site.readiness import readiness_of_lists
from generator.site.site import Site
from tests.conftest import ROOT
from tests.folders import load, write

SITES = ROOT / "tests" / "sites" / "profiles"
TWO = "two-lists"


def built(name: str, folder: Path, *, is_draft: bool = False) -> tuple[Site, Path]:
    outcome = walk(Project(ROOT, SITES / name, folder / "site", folder / "work", is_draft=is_draft))
    assert [d.place + " " + d.code for d in outcome.diagnostics if str(d.severity) == "error"] == []
    assert outcome.is_built
    return load(SITES / name), folder / "site"


def test_every_profile_but_the_general_one_has_a_sample() -> None:
    assert {path.name for path in SITES.iterdir()} == {*known_profiles(), TWO} - {GENERAL}


@pytest.mark.parametrize("name", [name for name in known_profiles() if name != GENERAL] + [TWO])
def test_a_sample_builds_and_every_item_says_how_it_is_known(name: str, tmp_path: Path) -> None:
    site, out = built(name, tmp_path, is_draft=True)
    assert site.agency.sample
    for year in site.years:
        for language in languages.LANGUAGES:
            words = Voice(site, language).words
            for item in site.catalogues[year].items:
                page = LexborHTMLParser(
                    (out / addresses.root(language) / addresses.item(year, item) / "index.html").read_bytes()
                )
                said = page.css_first("p.oit-note").text()
                assert words["confidence"][item.confidence] in said
                assert all(page.css_first(f"#{family}") is not None for family in item.families)
            readiness = LexborHTMLParser(
                (out / addresses.root(language) / addresses.readiness(year) / "index.html").read_bytes()
            )
            scored = {found.is_known for _, found in readiness_of_lists(site, year)}
            assert bool(readiness.css(".oit-score")) == (True in scored)
            unknown = words["readiness"]["no_score"].partition("{list}")[0]
            assert (unknown in readiness.text()) == (False in scored)


def test_a_list_that_is_not_called_oit_is_called_by_its_own_name(tmp_path: Path) -> None:
    _, out = built("health-ministry", tmp_path)
    for path in ("2569/index.html", "2569/moit14/index.html", "2569/answers/index.html", "families/index.html"):
        main = LexborHTMLParser((out / path).read_bytes()).css_first("article")
        assert not re.search(r"\bOIT\b|\bO\d", main.text()), path
        assert "MOIT" in main.text()
    page = LexborHTMLParser((out / "2569/moit14/index.html").read_bytes())
    assert languages.words("th", "MOIT")["item"]["by_quarter"].format(quarters="1") in page.text()


def test_two_lists_of_one_year_share_no_code_and_no_address_of_the_first_moves(tmp_path: Path) -> None:
    site = load(SITES / TWO)
    alone = start.catalogues(GENERAL)[2569]
    both = site.catalogues[2569]
    codes = [item.code for item in both.items]
    assert len(set(codes)) == len(codes)
    assert codes[: len(alone.items)] == [item.code for item in alone.items]
    assert {"MOIT1", "VEC-O1"} <= set(codes)
    assert [one.profile for one in both.lists] == [GENERAL, "health-ministry", "vocational-college"]
    assert [item.code for item in both.items_of("contact")] == ["O3", "MOIT2", "VEC-O4"]
    assert [found.is_known for _, found in readiness_of_lists(site, 2569)] == [True, False, False]
    made = lists_of_site(site)
    for one in both.lists:
        second = "" if one.profile == GENERAL else one.profile
        read = json.loads(made[addresses.catalogue_list(2569, second)])
        assert read["profile"] == one.profile
        assert [item["code"] for item in read["items"]] == [item.code for item in one.items]
        assert read["source"]["th"] == one.source.th
    assert addresses.is_pdf_of_pages("2569/vec-o1/vec-o1-2569.pdf")
    assert not addresses.is_pdf_of_pages("2569/vec-o1/o1-2569.pdf")


def test_a_new_year_of_two_lists_carries_both_with_their_own_codes(tmp_path: Path) -> None:
    site = load(SITES / TWO)
    text = (SITES / TWO / "agency.yaml").read_text("utf-8")
    plan = new_year(site, 2570, 2569, there=(), agency=text)
    lists = {name for name in plan.files if name.startswith("profiles/")}
    assert lists == {f"profiles/{one.profile}/2570.yaml" for one in site.catalogues[2569].lists}
    for name in ("agency.yaml", "units.yaml"):
        write(tmp_path, {name: (SITES / TWO / name).read_text("utf-8").replace("[2569]", "[2569, 2570]")})
    opened = load(write(tmp_path, plan.files))
    now, before = opened.catalogues[2570], opened.catalogues[2569]
    assert [item.code for item in now.items] == [item.code for item in before.items]
    assert all(MARKS.index(item.confidence) >= MARKS.index("carried") for item in now.items)


def test_local_governments_and_provinces_are_asked_for_more_and_others_are_not() -> None:
    def asked(profile: str) -> set[str]:
        catalogue = start.catalogues(profile)[2568]
        item = catalogue.item_of("structure")
        assert item
        made = start.new(name="ก", short_name="ก", profile=profile, year=2568)
        return set(
            re.findall(r"^##   - .*\[(\w+)\]", made[disclosure_path(catalogue, "structure", 2568)], re.MULTILINE)
        )

    general = asked(GENERAL)
    assert asked("local-government") - general == {"political_and_permanent"}
    assert asked("province") - general == {"province_offices"}


def test_what_another_list_asks_for_is_never_surer_than_that() -> None:
    for name in (name for name in known_profiles() if known_profiles()[name].components == "own"):
        for year, catalogue in start.catalogues(name).items():
            site, _ = Loader().load(SITES / name)
            assert site
            for item in catalogue.items:
                for family in item.families:
                    marks = {c.mark(year) for c in site.components(item, family, year)}
                    assert item.components is not None or not marks & READ


def test_a_component_read_in_another_year_is_carried_there() -> None:
    site = load(SITES / "local-government")
    item = site.catalogues[2568].item_of("strategy")
    assert item
    found = site.components(item, "strategy", 2568)
    assert {component.confidence for component in found} == {"agency-page"}
    assert {component.mark(2568) for component in found} == {"carried"}
    assert {component.mark(2565) for component in found} == {"agency-page"}


def test_the_kinds_of_agency_are_explained_before_they_are_asked_for() -> None:
    for language in languages.LANGUAGES:
        said = start.list_profiles(language)
        for number, profile in enumerate(known_profiles().values(), start=1):
            assert f"{number}. {profile.name.in_language(language)} [{profile.id}]" in said
            assert profile.about.in_language(language) in said


def test_an_item_is_found_by_the_letters_of_its_own_list(browser: Browser, tmp_path: Path) -> None:
    _, out = built("health-ministry", tmp_path)
    page = browser.new_page()
    for query in ("MOIT5", "moit ๕", "ข้อ 5"):
        page.goto(f"{(out / 'search' / 'index.html').as_uri()}?q={query}")
        expect(page.locator("article .oit-hit a").first).to_contain_text("MOIT5 ")
    page.close()
