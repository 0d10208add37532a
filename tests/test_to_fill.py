"""What is still blank: item by item, with the day on which it is due."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.officers.to_fill import list_to_fill, only, title_of, to_fill
from generator.site.site import Site
from generator.writing.dates import parse_date
from tests.folders import load, write

FILES = {
    "agency.yaml": "name: ก\nshort_name: ก\nprofile: small\ndeadlines: [{year: 2567, date: 30 เมษายน 2567}]\n",
    "profiles/small/2567.yaml": "profile: small\nyear: 2567\nsource: ก\nitems:\n"
    "- {code: O1, sub_indicator: 9.1, title: {th: กฎหมาย, en: Laws}, families: [laws, news]}\n"
    "- {code: O2, sub_indicator: 9.1, title: นโยบาย, families: [pdpa]}\n",
    "ita/2566.yaml": "year: 2566\n",
    "laws.yaml": "family: laws\nassessed_year: 2567\ndata_year: 2567\n",
    "news.yaml": "family: news\nassessed_year: 2567\ndata_year: 2567\n",
    "pdpa.yaml": "family: pdpa\nassessed_year: 2567\ndata_year: 2567\ndue: 1 มีนาคม 2567\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return replace(load(write(tmp_path / "data", FILES)), today=parse_date("1 เมษายน 2567"))


def names(files: tuple[str, ...]) -> list[str]:
    return [Path(file).name for file in files]


def test_results_come_first_then_items_with_all_their_blanks(site: Site) -> None:
    result, first, second = to_fill(site)
    assert (result.year, result.item, names(result.files)) == (2566, None, ["2566.yaml"])
    assert (first.year, first.item and first.item.code, names(first.files)) == (2567, "O1", ["laws.yaml", "news.yaml"])
    assert (second.item and second.item.code, names(second.files)) == ("O2", ["pdpa.yaml"])


def test_the_day_of_an_item_goes_before_that_of_the_year_and_none_depends_on_no_clock(site: Site) -> None:
    _, first, second = to_fill(site)
    assert (first.due, first.is_overdue) == (parse_date("30 เมษายน 2567"), False)
    assert (second.due, second.is_overdue) == (parse_date("1 มีนาคม 2567"), True)
    assert {(one.due, one.is_overdue) for one in to_fill(replace(site, today=None))} == {(None, False)}


def test_what_is_filled_in_is_listed_no_more(tmp_path: Path) -> None:
    filled = {**FILES, "news.yaml": FILES["news.yaml"] + "summary: ก\n", "ita/2566.yaml": "year: 2566\nfindings: [ก]\n"}
    first, second = to_fill(load(write(tmp_path, filled)))
    assert names(first.files) == ["laws.yaml"]
    assert names(second.files) == ["pdpa.yaml"]


def test_a_list_is_narrowed_to_files(site: Site) -> None:
    listed = to_fill(site)
    wanted = {file for one in listed for file in one.files if file.endswith("news.yaml")}
    (kept,) = only(listed, wanted)
    assert names(kept.files) == ["news.yaml"]
    assert only(listed, ()) == ()


def test_the_list_names_number_title_day_and_files_as_seen_from_the_folder(site: Site) -> None:
    assert list_to_fill(to_fill(site), "en", site.name).splitlines()[1:] == [
        "  2566 the ITA result of the year: ita/2566.yaml",
        "  2567 O1 Laws (due 30 April 2024): laws.yaml, news.yaml",
        "  2567 O2 Personal data protection policy (overdue since 1 March 2024): pdpa.yaml",
    ]
    assert list_to_fill([], "th") == ""


def test_an_item_without_a_title_in_a_language_is_called_by_its_content(site: Site) -> None:
    laws, pdpa = site.catalogues[2567].items
    assert title_of(laws, "en") == "Laws"
    assert title_of(pdpa, "th") == "นโยบาย"
    assert title_of(pdpa, "en") == "Personal data protection policy"
