"""Two years of a family side by side: the same entry is found by its title, and what differs is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.pages.crosswalk import beside, families_in_order
from generator.pages.voice import Voice
from generator.site.beside import Compared, compared
from generator.site.loader import Loader
from generator.site.site import Site
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def site() -> Site:
    found, _ = Loader().load(ROOT / "data")
    assert found
    return found


def of(site: Site, family: str, older: int, newer: int) -> dict[str, Compared]:
    before, after = site.disclosure(family, older), site.disclosure(family, newer)
    assert before
    assert after
    return {str(one.name): one for one in compared(before.data, after.data)}


def test_projects_of_two_plans_stay_change_come_and_go(site: Site) -> None:
    found = of(site, "ac_plan", 2568, 2569)
    changes = {
        kind: [name for name, one in found.items() if one.change == kind] for kind in ("same", "changed", "new", "gone")
    }
    assert changes["same"] == ["กิจกรรมตรวจองค์ประกอบรายการ OIT ก่อนเผยแพร่"]
    assert changes["changed"] == ["โครงการเครือข่ายประชาชนตรวจสอบการเปิดเผยข้อมูล"]
    assert (len(changes["new"]), len(changes["gone"])) == (3, 3)
    network = found["โครงการเครือข่ายประชาชนตรวจสอบการเปิดเผยข้อมูล"]
    assert (
        [str(one) for one in (network.older or {}).values()],
        [str(one) for one in (network.newer or {}).values()],
    ) == (
        ["50000"],
        ["60000"],
    )


def test_a_year_beside_itself_has_no_change(site: Site) -> None:
    families = [family for family in families_in_order(site) if site.disclosure(family, 2568)]
    assert len(families) > 30
    for family in families:
        entry = site.disclosure(family, 2568)
        assert entry
        assert {one.change for one in compared(entry.data, entry.data)} <= {"same"}, family


def test_a_title_with_its_year_is_the_same_in_the_next(site: Site) -> None:
    entry = site.disclosure("ac_plan", 2568)
    assert entry
    project = entry.data.projects[0]  # type: ignore[attr-defined]
    older, newer = (
        entry.data.model_copy(
            update={"projects": (project.model_copy(update={"title": type(project.title)(th=title)}),)}
        )
        for title in ("อบรมประจำปีงบประมาณ พ.ศ. 2567", "อบรม ประจำปีงบประมาณ พ.ศ. ๒๕๖๘")
    )
    assert [one.change for one in compared(older, newer)] == ["same"]


def test_methods_of_procurement_are_compared_by_count_and_money(site: Site) -> None:
    row = of(site, "proc_annual", 2568, 2569)["วิธีเฉพาะเจาะจง"]
    assert row.change == "changed"
    assert row.older
    assert row.newer
    assert (row.older["count"], row.newer["count"]) == (43, 2973)
    assert list(row.newer) == ["count", "budget", "agreed_price"]


def test_each_year_stands_beside_the_one_before_it_in_both_languages(site: Site) -> None:
    for language in ("th", "en"):
        pairs = list(beside(Voice(site, language), "ac_plan"))
        assert [(pair.older.year, pair.newer.year) for pair in pairs] == [
            (year - 1, year) for year in range(2569, 2564, -1)
        ]
        assert all(sum(pair.counts.values()) == len(pair.entries) for pair in pairs)
        assert all(all(pair.says) for pair in pairs)


def test_the_page_of_a_family_shows_them_and_items_lead_there(sample: Path) -> None:
    page = LexborHTMLParser((sample / "families/ac_plan/index.html").read_bytes())
    folds = page.css("details.oit-beside")
    assert ["open" in one.attributes for one in folds] == [True, False, False, False, False]
    row = next(one for one in folds[0].css("tr") if "เครือข่ายประชาชน" in one.text())
    cells = [cell.text().strip() for cell in row.css("td")]
    assert cells == ["เปลี่ยน", "50,000", "60,000"]
    item = LexborHTMLParser((sample / "2569/o22/index.html").read_bytes())
    assert [one for one in item.css("a[href]") if (one.attributes["href"] or "").endswith("#beside")]
    alone = LexborHTMLParser((sample / "families/pdpa/index.html").read_bytes())
    assert alone.css_first("#beside")  # the place is there before there is anything to compare
    assert alone.css("details.oit-beside") == []
