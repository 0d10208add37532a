"""``oit new-year``: what still holds is carried, everything else is a blank, and nothing is written over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator import languages
from generator.checks import check
from generator.models.shared import Owner
from generator.officers import start, to_fill
from generator.officers.edits import carried
from generator.officers.new_year import How, new_year
from generator.site.carried import without_mark
from generator.site.moved import formers
from tests.conftest import ROOT
from tests.folders import load, write
from tests.test_schema import EditorLoader

PROFILE = "central-government"
NEWEST = max(start.catalogues(PROFILE))

Run = Callable[..., tuple[int, str, str]]

LAST = {
    "agency.yaml": "# yaml-language-server: $schema=../s/agency.json\nname: ก\nshort_name: ก\nyears: [2568] # ปีที่แสดง\n",
    "units.yaml": "units:\n- {id: legal, abbreviation: กกม.}\n- {id: hr, abbreviation: กบค.}\n",
    "2568/laws.yaml": """# yaml-language-server: $schema=../../s/disclosure.json
# ตรวจกับกลุ่มกฎหมายแล้ว
family: laws
assessed_year: 2568
data_year: ๒๕๖๘ # ปีของข้อมูล
published: 1 ก.พ. 2568 # ขึ้นเว็บแล้ว
due: 31 มี.ค. 2568
owner: กกม.
# เดิมเป็น pdf
summary: กฎหมายปี 2568
""",
    "2568/contact.yaml": """family: contact
assessed_year: 2568
data_year: 2568
summary: ติดต่อเรา
""",
    "2568/hr_plan.yaml": """family: hr_plan
assessed_year: 2568
data_year: 2568
owner: กบค.
summary: แผนปีก่อนที่ห้ามยกมา
""",
    "2568/ops_manual.yaml": "family: ops_manual\nassessed_year: 2568\ndata_year: 2568\nowner: กบค.\n",
}


def test_what_still_holds_is_carried_with_its_comments_and_without_its_dates(tmp_path: Path) -> None:
    site = load(write(tmp_path, {**LAST, "profiles/p/2569.yaml": _list(2569), "profiles/p/2568.yaml": _list(2568)}))
    plan = new_year(site, 2569, 2568, there=(), agency=LAST["agency.yaml"])
    assert (
        plan.files["2569/O1-laws.yaml"]
        == """# yaml-language-server: $schema=../../s/disclosure.json
# ยกมาจากปี 2568 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้
# ตรวจกับกลุ่มกฎหมายแล้ว
family: laws
assessed_year: 2569
data_year: ๒๕๖๙ # ปีของข้อมูล
owner: กกม.
# เดิมเป็น pdf
summary: กฎหมายปี 2568
"""
    )
    assert plan.files["2569/O2-contact.yaml"].startswith(
        "# ยกมาจากปี 2568 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้\nfamily: contact\n"
    )
    write(tmp_path, plan.files)
    again = carried(plan.files["2569/O1-laws.yaml"], 2570, 2569, "2569/O1-laws.yaml", "2570/O1-laws.yaml")
    assert again.count("ยกมาจากปี") == 1
    assert "# ยกมาจากปี 2569 " in again


@pytest.mark.parametrize(
    ("period", "how"),
    [
        ("ตุลาคม 2565 – กันยายน 2570", How.CARRIED),
        ("ตุลาคม 2566 – กันยายน 2568", How.BLANK),
        ("ตุลาคม 2567 – กันยายน 2568", How.BLANK),
    ],
)
def test_a_plan_of_several_years_is_carried_while_it_covers_the_year(period: str, how: How, tmp_path: Path) -> None:
    plan = f"family: strategy\nassessed_year: 2568\ndata_year: 2568\nperiod: {period}\nsummary: แผน\n"
    lists = {f"profiles/p/{year}.yaml": _list(year).replace("[laws]", "[laws, strategy]") for year in (2568, 2569)}
    site = load(write(tmp_path, {**LAST, **lists, "2568/strategy.yaml": plan}))
    opened = new_year(site, 2569, 2568, there=(), agency=LAST["agency.yaml"])
    assert {one.family: one.how for _, made in opened.items for one in made}["strategy"] is how


def test_what_is_carried_is_told_until_its_mark_is_deleted(tmp_path: Path) -> None:
    site = load(write(tmp_path, {**LAST, "profiles/p/2569.yaml": _list(2569), "profiles/p/2568.yaml": _list(2568)}))
    plan = new_year(site, 2569, 2568, there=(), agency=LAST["agency.yaml"])
    assert "ita/2568.yaml" not in plan.files, "no measures are asked for"
    write(tmp_path, plan.files)
    told = {Path(d.file).stem for d in check(load(tmp_path)) if d.code == "carried-unverified"}
    assert told == {"O1-laws", "O2-contact"}
    path = tmp_path / "2569/O2-contact.yaml"
    path.write_text(without_mark(path.read_text("utf-8")), "utf-8")
    assert {Path(d.file).stem for d in check(load(tmp_path)) if d.code == "carried-unverified"} == {"O1-laws"}


def _list(year: int) -> str:
    families = ("laws", "contact", "hr_plan", "ops_manual") + (("news",) if year > 2568 else ("pdpa",))
    items = "".join(
        f"- {{code: O{n}, sub_indicator: 9.1, title: ก, families: [{f}]}}\n" for n, f in enumerate(families, 1)
    )
    return f"profile: central-government\nyear: {year}\nsource: ก\nitems:\n{items}"


def test_what_must_be_new_is_a_blank_of_the_same_owner_and_never_last_years_words(tmp_path: Path) -> None:
    site = load(write(tmp_path, {**LAST, "profiles/p/2569.yaml": _list(2569), "profiles/p/2568.yaml": _list(2568)}))
    plan = new_year(site, 2569, 2568, there=(), agency=LAST["agency.yaml"])
    how = {one.family: one.how for _, opened in plan.items for one in opened}
    assert how == {
        "laws": How.CARRIED,
        "contact": How.CARRIED,
        "hr_plan": How.BLANK,
        "ops_manual": How.BLANK,  # it stays, but nobody had filled it in
        "news": How.BLANK,
    }
    blank = plan.files["2569/O3-hr_plan.yaml"]
    assert "\nowner: กบค.\n" not in blank, "its owner stands in the table of the year, where Excel changes it"
    assert "แผนปีก่อน" not in blank
    assert "\n# owner: กกม.\n" in plan.files["2569/O5-news.yaml"]
    assert {line for line in blank.splitlines() if not line.startswith("#")} == {
        "family: hr_plan",
        "assessed_year: 2569",
        "data_year: 2569",
    }
    write(tmp_path, {**plan.files, "agency.yaml": plan.agency or ""})
    for path, content in plan.tables.items():
        (tmp_path / path).write_bytes(content)
    fresh = load(tmp_path)
    opened = fresh.disclosure("hr_plan", 2569)
    assert opened
    assert opened.data.owner == Owner(unit="กบค.")
    assert [d.place for d in check(fresh) if str(d.severity) == "error"] == []
    assert [(one.year, one.item.code) for one in to_fill.to_fill(fresh)][:3] == [
        (2569, "O3"),
        (2569, "O4"),
        (2569, "O5"),
    ]


def test_a_year_without_a_list_gets_the_last_one_marked_as_carried(tmp_path: Path) -> None:
    site = load(write(tmp_path, LAST))
    year = NEWEST + 1
    plan = new_year(site, year, 2568, there=(), agency=LAST["agency.yaml"])
    assert plan.catalogue == f"profiles/{PROFILE}/{year}.yaml"
    assert plan.files[plan.catalogue].startswith("# yaml-language-server: $schema=../../../s/catalogue.json\n")
    assert "replaced:" in plan.files[plan.catalogue].split("profile:")[0]
    write(tmp_path, plan.files)
    made = load(tmp_path).catalogues
    assert {item.confidence for item in made[year].items} == {"carried"}
    assert [(i.code, i.title, i.families, i.components) for i in made[year].items] == [
        (i.code, i.title, i.families, i.components) for i in made[NEWEST].items
    ]
    assert made[year].sub_indicators[0].number == made[NEWEST].sub_indicators[0].number
    schema = json.loads((ROOT / "schemas" / "catalogue.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(yaml.load(plan.files[plan.catalogue], EditorLoader))


def test_the_list_for_the_time_being_is_replaced_as_it_says_and_its_numbers_lead_on(tmp_path: Path) -> None:
    site = load(write(tmp_path, LAST))
    year = NEWEST + 1
    plan = new_year(site, year, 2568, there=(), agency=LAST["agency.yaml"])
    former = plan.files.pop(plan.catalogue)
    home = plan.catalogue.rpartition("/")[0]
    lists = {f"{home}/{year}-เดิม.yaml": f"{former}replaced: 5 ธันวาคม {year - 1}\n", f"{home}/{year}.yaml": _list(year)}
    site = load(write(tmp_path, {**plan.files, **lists}))
    assert len(site.catalogues[year].items) == 5
    moved = formers(site, year)
    contact = site.former[year][0].item_of("contact")
    assert contact
    assert next((m.family, m.item and m.item.code) for m in moved[contact.code][0].moves) == ("contact", "O2")


def test_the_command_writes_over_nothing_and_says_what_it_did(tmp_path: Path, run: Run) -> None:
    lists = {f"profiles/p/{year}.yaml": _list(year) for year in (2568, 2569)}
    write(
        tmp_path / "data",
        {**LAST, **lists, "2569/news.yaml": "# ของเดิม\nfamily: news\nassessed_year: 2569\ndata_year: 2569\n"},
    )
    (tmp_path / "data" / "2569" / "ข่าวอื่น.yaml").write_text(
        "family: contact\nassessed_year: 2569\ndata_year: 2569\nowner: กบค.\nsummary: ใหม่แล้ว\n", "utf-8"
    )
    code, said, complaints = run("new-year", "2569", "--from", "2568")
    assert (code, complaints) == (0, "")
    assert "O3 " in said
    words = languages.words("th")["new"]["how"]
    assert f"{words['there']}: data/2569/news.yaml" in said
    assert f"{words['there']}: data/2569/ข่าวอื่น.yaml" in said
    assert f"{words['carried']}: data/2569/O1-laws.yaml" in said
    assert f"{words['blank']}: data/2569/O3-hr_plan.yaml" in said
    assert "ผู้รับผิดชอบ กบค." in said
    assert (tmp_path / "data/2569/news.yaml").read_text("utf-8").startswith("# ของเดิม\n")
    made = {path.name for path in (tmp_path / "data/2569").iterdir()}
    assert made == {"O1-laws.yaml", "ข่าวอื่น.yaml", "O3-hr_plan.yaml", "O4-ops_manual.yaml", "news.yaml", "owners.xlsx"}
    assert len(list((tmp_path / "data/profiles").rglob("*.yaml"))) == 2
    agency = LAST["agency.yaml"].replace("[2568]", "[2568, 2569]")
    assert (tmp_path / "data/agency.yaml").read_text("utf-8") == f"{agency}public_years:\n- 2568\n"
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    code, said, complaints = run("new-year", "2569", "--from", "2568", "--lang", "en")
    assert (code, complaints) == (0, "")
    assert "0 carried, 0 blank" in said
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_folder_with_faults_or_a_year_that_is_not_there_opens_nothing(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "data", LAST)
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    for arguments, expected in (
        (("2569", "--from", "2569"), 2),
        (("2569", "--from", "2500"), 2),
        (("69x", "--from", "2568"), 2),
        (("2569",), 2),
        (("2569", "--from", "2568", "--data", "nowhere"), 1),
    ):
        assert run("new-year", *arguments)[0] == expected, arguments
    (tmp_path / "data/2568/contact.yaml").write_text("family: contact\nassessed_year: [\n", "utf-8")
    code, said, _ = run("new-year", "2569", "--from", "2568")
    assert code == 1
    assert "data/2568/contact.yaml" in said
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("there", ["hr_plan.yaml", "O9-hr_plan.yaml", "ข้อ 9 hr_plan.yaml", "O9-HR_plan.yaml"])
def test_a_file_that_is_named_for_a_family_is_left_alone_whatever_it_says(there: str, tmp_path: Path) -> None:
    lists = {f"profiles/p/{year}.yaml": _list(year) for year in (2568, 2569)}
    site = load(write(tmp_path, {**LAST, **lists}))
    plan = new_year(site, 2569, 2568, there={f"2569/{there}", "2569/O9-x_hr_plan.yaml"}, agency=LAST["agency.yaml"])
    assert {one.file for _, made in plan.items for one in made if one.family == "hr_plan"} == {f"2569/{there}"}
    assert not any("hr_plan" in path for path in plan.files)


def test_the_number_in_a_name_is_for_people_and_two_files_of_one_family_are_named(tmp_path: Path) -> None:
    lists = {"profiles/p/2568.yaml": _list(2568)}
    text = LAST["2568/hr_plan.yaml"]
    rest = {path: said for path, said in LAST.items() if path != "2568/hr_plan.yaml"}
    plain = load(write(tmp_path / "plain", {**LAST, **lists})).disclosure("hr_plan", 2568)
    data = write(tmp_path / "data", {**rest, **lists, "2568/O30-hr_plan.yaml": text})
    numbered = load(data).disclosure("hr_plan", 2568)
    assert plain
    assert numbered
    assert numbered.data == plain.data
    write(data, {"2568/hr_plan.yaml": text})
    (told,) = [d for d in check(load(data)) if d.code == "second-disclosure"]
    assert {told.file, told.facts["other"]} == {f"{data.as_posix()}/2568/{name}hr_plan.yaml" for name in ("", "O30-")}
