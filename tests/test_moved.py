"""A new list of a year comes out: numbers move, data stay, and every old address still leads to the content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.models.catalogue import known_components
from generator.road import Outcome
from generator.site.loader import Loader
from generator.site.moved import formers, only_target
from generator.site.site import Site

Builder = Callable[..., tuple[Outcome, Path]]

IN_FORCE = """profile: own
year: 2568
source: ประกาศใหม่
items:
- {code: O1, sub_indicator: 9.1, title: โครงสร้างและการติดต่อ, families: [structure, contact]}
- {code: O2, sub_indicator: 9.1, title: ข่าว, families: [news]}
- {code: O3, sub_indicator: 9.1, title: กฎหมาย, families: [laws]}
- {code: O4, sub_indicator: 9.1, title: นโยบายข้อมูลส่วนบุคคล, families: [pdpa]}
"""
FORMER = """profile: own
year: 2568
source: ประกาศเดิม
replaced: 5 ธ.ค. 2567
items:
- {code: O1, sub_indicator: 9.1, title: โครงสร้าง, families: [structure]}
- {code: O2, sub_indicator: 9.1, title: กฎหมายและนโยบาย, families: [laws, pdpa]}
- {code: O3, sub_indicator: 9.1, title: ข่าวเดิม, families: [news]}
- {code: O5, sub_indicator: 9.1, title: การติดต่อเดิม, families: [contact]}
- {code: O7, sub_indicator: 9.1, title: ถามตอบ, families: [qa]}
"""
OLDEST = """profile: own
year: 2568
source: ประกาศแรก
replaced: 1 พ.ย. 2567
items:
- {code: O3, sub_indicator: 9.1, title: ข่าวแรก, families: [news]}
- {code: O6, sub_indicator: 9.1, title: โครงสร้างและกฎหมาย, families: [structure, laws]}
"""
COMPONENT = known_components()["laws"][0].id


def data(folder: Path, **catalogues: str) -> Path:
    """An agency with these catalogues, the laws disclosed, and nothing else."""
    (folder / "profiles" / "own").mkdir(parents=True)
    (folder / "agency.yaml").write_text(
        "name: ก\nshort_name: ก\nprofile: own\nyears: [2568]\nsite_url: https://oit.example.go.th/\n", "utf-8"
    )
    for name, text in catalogues.items():
        (folder / "profiles" / "own" / f"{name}.yaml").write_text(text, "utf-8")
    (folder / "2568").mkdir()
    (folder / "2568" / "laws.yaml").write_text(
        "family: laws\nassessed_year: 2568\ndata_year: 2568\nevidence:\n"
        f"- {{title: กฎหมาย, link: 'https://law.example.go.th/act', shows: [{COMPONENT}]}}\n",
        "utf-8",
    )
    (folder / "2568" / "qa.yaml").write_text(
        "family: qa\nassessed_year: 2568\ndata_year: 2568\nsummary: ถามได้\n", "utf-8"
    )
    return folder


def load(folder: Path) -> Site:
    site, faults = Loader().load(folder)
    assert [fault.code for fault in faults] == []
    assert site
    return site


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return data(tmp_path_factory.mktemp("moved"), **{"2568": IN_FORCE, "2568-ก่อน5ธค": FORMER, "แรก": OLDEST})


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def built(folder: Path, build: Builder, request: pytest.FixtureRequest) -> Path:
    outcome, site = build(folder, request.param)
    assert {d.code for d in outcome.diagnostics} == {"family-dropped"}
    return site


def page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_bytes())


def link(tree: LexborHTMLParser | LexborNode, selector: str) -> str:
    node = tree.css_first(selector)
    assert node is not None, selector
    return node.attributes["href"] or ""


def test_the_catalogue_without_a_date_is_in_force_and_the_others_are_former_the_last_first(folder: Path) -> None:
    site = load(folder)
    assert str(site.catalogues[2568].source) == "ประกาศใหม่"
    assert [str(edition.source) for edition in site.former[2568]] == ["ประกาศเดิม", "ประกาศแรก"]


def test_an_own_list_makes_the_one_that_comes_with_the_program_a_former_one(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "agency.yaml").write_text("name: ก\nshort_name: ก\n", "utf-8")
    (tmp_path / "profiles" / "2568.yaml").write_text(IN_FORCE.replace("own", "central-government"), "utf-8")
    site = load(tmp_path)
    assert len(site.catalogues[2568].items) == 4
    assert [len(edition.items) for edition in site.former[2568]] == [28]
    assert set(site.former) == {2568}
    (tmp_path / "profiles" / "2568.yaml").write_text(FORMER.replace("own", "central-government"), "utf-8")
    site = load(tmp_path)
    assert len(site.catalogues[2568].items) == 28
    assert [str(edition.source) for edition in site.former[2568]] == ["ประกาศเดิม"]


def test_two_lists_in_force_are_a_fault_however_many_former_ones_there_are(tmp_path: Path) -> None:
    data(tmp_path, a=IN_FORCE, b=FORMER, c=OLDEST, d=IN_FORCE)
    _, faults = Loader().load(tmp_path)
    assert [(fault.code, Path(fault.file).name) for fault in faults] == [("second-catalogue", "d.yaml")]


def test_what_left_a_number_is_known_once_by_its_last_meaning(folder: Path) -> None:
    found = formers(load(folder), 2568)
    told = {
        code: [(former.item.title.th, [(m.family, m.item and m.item.code) for m in former.moves]) for former in before]
        for code, before in found.items()
    }
    assert told == {
        "O2": [("กฎหมายและนโยบาย", [("laws", "O3"), ("pdpa", "O4")])],
        "O3": [("ข่าวเดิม", [("news", "O2")])],
        "O5": [("การติดต่อเดิม", [("contact", "O1")])],
        "O6": [("โครงสร้างและกฎหมาย", [("structure", "O1"), ("laws", "O3")])],
        "O7": [("ถามตอบ", [("qa", None)])],
    }
    targets = {code: only_target(before) for code, before in found.items()}
    assert {code: item.code for code, item in targets.items() if item} == {"O3": "O2", "O5": "O1"}


@pytest.mark.parametrize("language", ["", "en/"])
def test_an_old_address_with_one_target_takes_the_reader_there_at_once(built: Path, language: str) -> None:
    tree = page(built, f"{language}2568/o5")
    refresh = tree.css_first("meta[http-equiv=refresh]")
    assert refresh is not None
    assert refresh.attributes["content"] == "0; url=../o1/#contact"
    assert [node.attributes["href"] for node in tree.css("link[rel=canonical]")] == [
        f"https://oit.example.go.th/{language}2568/o1/"
    ]
    assert tree.css_first("#contact") is not None
    assert "../../2568/o1/" in [
        node.attributes.get("href") for node in tree.css("article a")
    ]  # where nothing redirects


def test_an_old_address_with_several_targets_names_them_all_and_has_the_old_anchors(built: Path) -> None:
    tree = page(built, "2568/o6")
    assert tree.css_first("meta[http-equiv=refresh]") is None
    assert len(tree.css("link[rel=canonical]")) == 1
    assert "1 พฤศจิกายน 2567" in tree.css_first("article").text()
    assert tree.css_first("#structure") is not None
    assert tree.css_first("#laws") is not None
    assert link(tree, "article a[href$='#structure']") == "../../2568/o1/#structure"
    assert link(tree, "#laws-document-1 a") == "../../2568/o3/#laws-document-1"


def test_what_the_new_list_does_not_ask_for_is_said_to_be_gone(built: Path) -> None:
    tree = page(built, "2568/o7")
    assert tree.css_first("#qa") is not None
    assert "ไม่ถามเรื่องนี้แล้ว" in tree.css_first("article").text()
    assert tree.css_first("meta[http-equiv=refresh]") is None


def test_a_number_that_is_another_item_now_says_at_the_top_what_it_was(built: Path) -> None:
    tree = page(built, "2568/o2")
    assert tree.css_first("h1").text().split() == ["O2", "ปีงบประมาณ", "2568", "ข่าว"]
    note = tree.css_first("article .oit-note")
    assert note is not None
    assert "5 ธันวาคม 2567" in note.text()
    assert "กฎหมายและนโยบาย" in note.text()
    assert link(note, "#laws a") == "../../2568/o3/#laws"
    assert link(note, "#pdpa a") == "../../2568/o4/#pdpa"
    assert note.css_first("#laws-document-1") is not None
    body = (built / "2568/o2/index.html").read_text("utf-8")
    assert body.index('id="laws"') < body.index('id="news"')
    assert tree.css_first("meta[http-equiv=refresh]") is None


def test_an_item_that_nothing_left_has_no_note(built: Path) -> None:
    for address in ("2568/o1", "2568/o4"):
        assert "ธันวาคม" not in page(built, address).css_first("article").text()


def test_the_page_of_the_year_knows_only_the_list_in_force(built: Path) -> None:
    codes = [node.text() for node in page(built, "2568").css("article .oit-items .oit-code")]
    assert codes == ["O1", "O2", "O3", "O4"]


def test_the_page_of_a_family_gives_its_former_numbers(built: Path) -> None:
    row = page(built, "families/laws").css_first("#year-2568")
    assert row is not None
    assert "O3" in row.text()
    assert "ก่อน 5 ธันวาคม 2567 คือ O2" in row.text()
    assert "ก่อน 1 พฤศจิกายน 2567 คือ O6" in row.text()


def test_a_replaced_list_leaves_every_old_address_that_was_ever_answered(built: Path, folder: Path) -> None:
    site = load(folder)
    for edition in (site.catalogues[2568], *site.former[2568]):
        for item in edition.items:
            tree = page(built, f"2568/{item.slug}")
            for family in item.families:
                node = tree.css_first(f"#{family}")
                assert node is not None, (item.code, family)
                inside = [a.attributes["href"] or "" for a in node.css("a")]
                for href in inside:
                    target = urljoin(f"/2568/{item.slug}/", href).partition("#")[0]
                    assert (built / target.strip("/") / "index.html").is_file()
