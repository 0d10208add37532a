"""What has one meaning is read, however it is written; what has two stays a fault. The same in YAML and in tables."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.families import FAMILIES
from generator.input import readings
from generator.input.shape import validate
from generator.input.source import parse
from generator.languages import families
from generator.models.agency import Agency, Units
from generator.models.catalogue import known_components
from generator.officers import start
from generator.officers.edits import carried, with_year
from generator.officers.fields import fields_of
from generator.officers.fixes import fixed
from generator.officers.guide import FILES, disclosures, inner_models, literals
from generator.pages import render_all
from generator.site.file_models import disclosure_model, evidence_key, family_called
from generator.writing import choices
from generator.writing.dates import DateFault, parse_period
from generator.writing.readings import bare, entries, plain_amount, plain_choice, plain_day, plain_figure, plain_year
from tests.folders import load, write

FIGURES = {
    "45,000 บาท": "45,000",
    "12,500.-": "12,500",
    "12,500.- บาท": "12,500",
    "฿12,500": "12,500",
    "12500 บาทถ้วน": "12500",
    "เป็นเงิน 12,500 บาท": "12,500",
    "วงเงิน 3,600,000.50 บาท": "3,600,000.50",
    "1.5 ล้านบาท": "1500000",
    "12 500": "12500",
    "๖๐ คน": "60",
    "จำนวน 60 ราย": "60",
    "ร้อยละ 85.20": "85.20",
    "85.20 %": "85.20",
    "92.5 คะแนน": "92.5",
    "“45,000”": "45,000",
    "4 (สูง)": "4",
    "๑๒ (คน)": "12",
}
NO_FIGURES = (
    "60-70 คน",
    "ประมาณ 60 คน",
    "60 คน 3 รุ่น",
    "บาท",
    "1,23.4 บาท",
    "85 หรือ 90 คะแนน",
    "60 ล้าน",
    "60 (ล้าน)",
    "60 (ล้านบาท)",
)
DAYS = {
    "5-ต.ค.-65": "5 ต.ค. 65",
    "05-10-2565": "05/10/2565",
    "2565/10/05": "2565-10-05",
    "ลว. 5 ต.ค. 65": "5 ต.ค. 65",
    "ลว.5 ต.ค. 65": "5 ต.ค. 65",
    "ลงวันที่ ๕ ตุลาคม ๒๕๖๕": "5 ตุลาคม 2565",
    "สั่ง ณ วันที่ 5 ตุลาคม พ.ศ. 2565": "5 ตุลาคม พ.ศ. 2565",
    "วันพุธที่ 5 ตุลาคม 2565": "5 ตุลาคม 2565",
    "5 / 10 / 2565": "5/10/2565",
    "5/10/2565 เวลา 09.30 น.": "5/10/2565",
}


@pytest.mark.parametrize(("written", "plain"), FIGURES.items())
def test_a_figure_without_what_stands_around_it(written: str, plain: str) -> None:
    assert plain_figure(written) == plain


@pytest.mark.parametrize("written", NO_FIGURES)
def test_what_is_no_one_figure_stays_a_fault(written: str) -> None:
    _, (fault,) = read(f"planned: {written}")
    assert fault.code == "not-a-number"


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("ปีงบ 2567", datetime.date(2023, 10, 1), datetime.date(2024, 9, 30)),
        ("ปีงบฯ ๒๕๖๗", datetime.date(2023, 10, 1), datetime.date(2024, 9, 30)),
        ("ประจำปีงบประมาณ พ.ศ. 2567", datetime.date(2023, 10, 1), datetime.date(2024, 9, 30)),
        ("ปีงบประมาณ พ.ศ. 2566 – 2570", datetime.date(2022, 10, 1), datetime.date(2027, 9, 30)),
        ("ปีงบประมาณ 2566-2570", datetime.date(2022, 10, 1), datetime.date(2027, 9, 30)),
        ("ปีงบประมาณ พ.ศ. 2566 ถึง ปีงบประมาณ พ.ศ. 2570", datetime.date(2022, 10, 1), datetime.date(2027, 9, 30)),
    ],
)
def test_fiscal_years_by_any_name_and_several_of_them(written: str, first: datetime.date, last: datetime.date) -> None:
    assert parse_period(written).days(2500) == (first, last)


def test_years_that_may_be_of_the_calendar_are_refused() -> None:
    for written in ("2566-2570", "พ.ศ. 2566 – 2570", "ปีงบประมาณ 2570 – 2566"):
        with pytest.raises(DateFault):
            parse_period(written)


LEVELS = ("very_high", "high", "medium", "low")


@pytest.mark.parametrize(
    ("written", "choice"),
    [
        ("ปานกลาง (8)", "medium"),
        ("ปานกลาง (๒ x ๔ = ๘)", "medium"),
        ("8 (ปานกลาง)", "medium"),
        ("ปานกลาง (medium)", "medium"),
        ("สูง (ต่ำ)", ""),
        ("8 (4)", ""),
        ("สูง (แก้แล้ว)", ""),
    ],
)
def test_a_choice_with_its_figure_or_its_other_name_in_brackets(written: str, choice: str) -> None:
    assert choices.meant(written, LEVELS) == choice


def test_a_choice_without_what_makes_a_noun_of_it() -> None:
    areas = ("budget", "office", "staff")
    written = ("ใช้อำนาจหน้าที่", "ด้านการใช้อำนาจหน้าที่", "ด้านงบประมาณ", "อนุญาต", "การ")
    assert [choices.meant(one, areas) for one in written] == ["office", "office", "budget", "", ""]


@pytest.mark.parametrize(
    "written", ["ก่อน ขณะ หลัง", "ก่อน ขณะ และหลัง", "ก่อน/ขณะ/หลัง", "ก่อน, ขณะ และ หลัง", "before during after"]
)
def test_choices_in_one_text_are_parted_where_each_is_one(written: str) -> None:
    head = "family: nogift_decl\nassessed_year: 2568\ndata_year: 2568\n"
    model = FAMILIES["nogift_decl"].model
    data, faults = validate(parse(f"{head}no_gifts: {written}\n".encode(), "a.yaml"), model)
    careful, _ = validate(parse(f"{head}no_gifts: [before, during, after]\n".encode(), "a.yaml"), model)
    assert (data, faults) == (careful, [])
    _, wrong = validate(parse(f"{head}no_gifts: {written} ตลอดไป\n".encode(), "a.yaml"), model)
    assert [one.code for one in wrong] == ["unknown-choice"]


def test_people_are_no_baht() -> None:
    assert plain_amount("60 คน") == "60 คน"


@pytest.mark.parametrize(("written", "plain"), DAYS.items())
def test_a_day_without_what_stands_around_it(written: str, plain: str) -> None:
    assert plain_day(written) == plain


def test_words_around_years_and_choices() -> None:
    assert [plain_year(text) for text in ("ปีงบประมาณ พ.ศ. ๒๕๖๘", "ปี 2568", "2568")] == ["พ.ศ. 2568", "2568", "2568"]
    assert plain_choice("โดยวิธีเฉพาะเจาะจงฯ มาตรา 56 (2)(ข)") == "วิธีเฉพาะเจาะจง"


def test_what_word_puts_around_a_text_is_no_part_of_it() -> None:
    assert [bare(text) for text in ("• ประชุม", "“แผน”", "‘แผน’", "\uf0b7 ประชุม")] == ["ประชุม", "แผน", "แผน", "ประชุม"]
    both = "“แผน” และ “ผล”"
    assert bare(both) == both
    assert entries("• ก\n• ข") == ["ก", "ข"]
    assert entries("ก\nข") == ["ก\nข"]


HEAD = "family: hr_plan\nassessed_year: 2568\ndata_year: 2568\nprojects:\n- side: development\n  title: อบรม\n"


def read(*lines: str) -> tuple[Any, list[Any]]:
    text = HEAD + "".join(f"  {line}\n" for line in lines)
    return validate(parse(text.encode("utf-8"), "a.yaml"), FAMILIES["hr_plan"].model)


SAME = [
    ("planned: 45000", "planned: 45,000 บาท", "planned: ฿45,000", "planned: {amount: 45000.-}", "Planned: ๔๕,๐๐๐"),
    ("planned: {none: ไม่มี}", "planned: -", "planned: ไม่มี", "planned: {amount: -}", 'planned: "–"'),
    ("planned: {none: ไม่ใช้งบประมาณ}", "planned: ไม่ใช้งบประมาณ"),
    ("planned: {none: ไม่ใช้งบ}", "planned: ไม่ใช้งบ"),
    ("owners: [กบค.]", "owners: กบค.", "owner: กบค.", "owner: [กบค.]", "responsible: กบค.", "owners: “กบค.”"),
    ("owners: [กบค., สลก.]", "owners: กบค., สลก.", "owner: กบค., สลก.", "owners: กบค. / สลก.", "owners: กบค.; สลก."),
    (
        "targets: [{text: ครบ}]",
        "targets: ครบ",
        "target: ครบ",
        "targets: {text: ครบ}",
        "targets: • ครบ",
        "targets: [ครบ]",
    ),
    ("targets: [ครบ, ทัน]", "targets: |\n    • ครบ\n    • ทัน"),
    (
        "kind: activity",
        "kind: กิจกรรม",
        "kind: Activity",
        "kind: “กิจกรรม”",
        "KIND:  activity",
        "kind: กิจกรรม (activity)",
    ),
    ("kind: project", "kind: โครงการ (project)"),
    ("period: 1 ต.ค. 67 – 30 ก.ย. 68", "period: {text: 1 ต.ค. 67 – 30 ก.ย. 68}"),
    ("objectives: [คนครบ]", "objectives: คน\u200bครบ", "objectives:\u00a0คนครบ", "objective: [คนครบ]"),
]


@pytest.mark.parametrize("ways", SAME, ids=[ways[0] for ways in SAME])
def test_every_way_to_write_the_same_gives_the_same(ways: tuple[str, ...]) -> None:
    careful, faults = read(ways[0])
    assert careful
    assert faults == []
    for way in ways[1:]:
        assert (way, *read(way)) == (way, careful, [])


@pytest.mark.parametrize(
    ("way", "code"),
    [
        ("owners: [กบค.]\n  owner: สลก.", "unknown-key"),
        ("ownres: [กบค.]", "unknown-key"),
        ("kind: แผน", "unknown-choice"),
        ("period: {chart: ก}", "not-a-chart"),
        ("planned: {amount: 12,500.- บาท}", "comma-in-figure"),
    ],
)
def test_what_has_two_meanings_stays_a_fault(way: str, code: str) -> None:
    data, faults = read(way)
    assert data is None
    assert [fault.code for fault in faults] == [code]


def test_a_day_without_a_clear_year_says_what_it_may_be() -> None:
    text = HEAD.replace("projects:", "published: ลว. 5-10-24\nprojects:")
    _, (fault,) = validate(parse(text.encode("utf-8"), "a.yaml"), FAMILIES["hr_plan"].model)
    assert (fault.code, fault.facts["be"], fault.facts["ce"]) == ("short-year", "2524", "2024")


def test_what_was_read_otherwise_is_told_with_its_place() -> None:
    text = HEAD + "  planned: 45,000 บาท\n  owner: กบค.\n"
    source = parse(text.encode("utf-8"), "a.yaml")
    found = readings.read(source.data, FAMILIES["hr_plan"].model)
    assert [(one.what, one.written, one.read, source.place(one.path)) for one in found.found] == [
        ("value", "45,000 บาท", "45,000", (7, 12)),
        ("key", "owner", "owners", (8, 10)),
        ("list", "กบค.", ["กบค."], (8, 10)),
    ]
    assert source.data["projects"][0]["owner"] == "กบค."
    assert readings.read(found.data, FAMILIES["hr_plan"].model).found == []


def test_a_fault_below_a_key_that_is_written_otherwise_has_its_place() -> None:
    text = HEAD.replace("projects:", "Project:") + "  planned: มาก\n"
    _, (fault,) = validate(parse(text.encode("utf-8"), "a.yaml"), FAMILIES["hr_plan"].model)
    assert (fault.line, fault.column, fault.code) == (7, 12, "not-a-number")


def test_problems_that_there_are_none_of_and_money_that_there_is_none_of() -> None:
    head = HEAD.replace("hr_plan", "hr_report")
    for written, none in (("ไม่มี", "ไม่มี"), ("ไม่มีปัญหาและอุปสรรค", "ไม่มีปัญหาและอุปสรรค"), ("-", "ไม่มี")):
        data, faults = validate(parse(f"{head}  problems: {written}\n".encode(), "a.yaml"), FAMILIES["hr_report"].model)
        assert faults == []
        assert str(data.projects[0].problems.none.reason) == none
    data, _ = validate(parse(f"{head}  problems: ไม่มีงบประมาณ\n".encode(), "a.yaml"), FAMILIES["hr_report"].model)
    assert [str(one.text) for one in data.projects[0].problems.items] == ["ไม่มีงบประมาณ"]


def test_figures_and_days_are_what_they_say() -> None:
    data, _ = read("planned: 1.5 ล้านบาท")
    assert data.projects[0].planned.amount == Decimal(1_500_000)
    text = HEAD.replace("projects:", "published: ลงวันที่ ๕-ต.ค.-๖๗\nprojects:")
    data, _ = validate(parse(text.encode("utf-8"), "a.yaml"), FAMILIES["hr_plan"].model)
    assert data.published == datetime.date(2024, 10, 5)


def test_a_key_that_takes_one_text_by_itself_is_read_as_it_is() -> None:
    data = {"family": "proc_items", "assessed_year": "2568", "data_year": "ปี 2568", "table": "t.csv"}
    found = readings.read(data, FAMILIES["proc_items"].model)
    assert [one.path for one in found.found] == [("data_year",)]
    assert found.data["table"] == "t.csv"


@pytest.mark.parametrize("name", ["hr_plan", "HR-Plan", "hr plan", families("th")["hr_plan"]["name"]])
def test_a_family_by_its_id_or_its_name_however_it_is_written(name: str) -> None:
    assert family_called(name) == "hr_plan"
    text = HEAD.replace("family: hr_plan", f"family: {name}")
    source = parse(text.encode("utf-8"), "a.yaml")
    model, _ = disclosure_model(source)
    assert model
    data, faults = validate(source, model)
    assert data
    assert (data.family, faults) == ("hr_plan", [])
    assert family_called("แผน") == ""


def test_a_component_by_its_name_or_its_id() -> None:
    (plan,) = (one for one in known_components()["contact"] if one.id == "map")
    text = "family: contact\nassessed_year: 2568\ndata_year: 2568\nevidence:\n- title: แผนที่\n  link: https://a.go.th/m.pdf\n"
    for shows in ("[map]", f"[{plan.title}]", str(plan.title), f"[{{component: {plan.title}, pages: 3}}]", "[ไม่รู้จัก]"):
        source = parse(f"{text}  shows: {shows}\n".encode(), "a.yaml")
        model, _ = disclosure_model(source)
        assert model
        data, faults = validate(source, model)
        assert [fault.code for fault in faults] == (["not-an-id"] if "ไม่รู้จัก" in shows else [])
        assert faults or (data and [one.component for one in data.evidence[0].shows] == ["map"])


def test_every_choice_has_thai_words_of_its_own() -> None:
    latin = {("IIT", "EIT", "OIT"), ("apache", "iis", "netlify")}
    models = [model for _, model in (*FILES.values(), *disclosures().values())]
    for known in {one for model in (*models, *inner_models()) for one in literals(model)} - latin:
        words = choices.words_of(known)
        assert all(words.values()), known
        several = [word for inside in words.values() for word in inside]
        assert len(set(several)) == len(several), known
        assert [choices.meant(word, known) for word in several] == [c for c in known for _ in words[c]]


# --- ids that are left out --------------------------------------------------------------------------

MEASURES = "family: measures\nassessed_year: 2568\ndata_year: 2568\n"


def measures(text: str) -> Any:
    data, faults = validate(parse((MEASURES + text).encode("utf-8"), "a.yaml"), FAMILIES["measures"].model)
    assert faults == []
    return data


def test_ids_are_made_of_numbers_or_places_and_stay_where_they_are_given() -> None:
    made = measures(
        "issues:\n- {number: ๓, title: ก}\n- {number: ๕, title: ข}\nmeasures: [แรก, {id: m-2, title: สอง}, สาม]\n"
    )
    assert [one.id for one in made.issues] == ["i-3", "i-5"]
    assert [one.id for one in made.measures] == ["m-1", "m-2", "m-3"]


def test_a_reference_may_be_a_number_or_a_name() -> None:
    made = measures(
        "issues:\n- {number: ๑, title: ก}\n- {number: ๒, title: ข}\n"
        "measures:\n- {title: แรก, issues: [2]}\n- {title: สอง, issues: ก}\nrecommendations:\n- {text: ทำ, measures: [สอง]}\n"
    )
    assert [one.issues for one in made.measures] == [("i-2",), ("i-1",)]
    assert made.recommendations[0].measures == ("m-2",)


def test_the_id_of_a_unit_stays_while_its_name_does() -> None:
    def ids(text: str) -> dict[str, str]:
        data, faults = validate(parse(text.encode("utf-8"), "units.yaml"), Units)
        assert faults == []
        assert data
        return {str(unit.label): unit.id for unit in data.units}

    first = ids("units:\n- กองคลัง\n- {abbreviation: สลก., name: สำนักงานเลขานุการกรม}\n")
    second = ids("units:\n- {abbreviation: สลก.}\n- กองใหม่\n- กองคลัง\n")
    assert first.items() <= second.items()
    data, _ = validate(parse("units:\n- สลก.\n- {name: งานสารบรรณ, parent: สลก.}\n".encode(), "units.yaml"), Units)
    assert data
    assert data.units[1].parent == data.units[0].id


# --- the same facts, as ten officers write them -----------------------------------------------------

CAREFUL = """\
title: แผนบริหารทรัพยากรบุคคล
published: 5 ตุลาคม 2567
owner: กบค.
policy: [สรรหาคนด้วยการสอบ]
projects:
- side: management
  title: สรรหาคน
  kind: project
  owners: [กบค.]
  targets: [บรรจุ 6 อัตรา]
  planned: 45000
- side: development
  title: อบรม
  kind: activity
  owners: [กบค., สลก.]
  planned: {none: ไม่มี}
"""
CARELESS = (
    ("published: 5 ตุลาคม 2567", "published: ลว. 5-ต.ค.-67"),
    ("published: 5 ตุลาคม 2567", "Published: ๐๕-๑๐-๒๕๖๗"),
    ("planned: 45000", "planned: ๔๕,๐๐๐ บาท"),
    ("planned: 45000", "Planned: 45,000.-"),
    ("kind: activity", "kind: “กิจกรรม”"),
    ("side: management", "side: ด้านการบริหาร"),
    ("owners: [กบค., สลก.]", "owner: กบค., สลก."),
    ("planned: {none: ไม่มี}", "planned: -"),
    ("policy: [สรรหาคนด้วยการสอบ]", "policy: • สรรหาคน\u200bด้วยการสอบ"),
    ("title: แผนบริหารทรัพยากรบุคคล", "title:\u00a0“แผนบริหารทรัพยากรบุคคล”"),
)


def pages_of(own: str, folder: Path) -> dict[str, str]:
    """Every page of a new agency whose blank of the staff plan says ``own`` of itself."""
    files = dict(start.new(name="สำนักงาน ก", short_name="สก.", profile="central-government", year=2568))
    (name,) = (name for name in files if name.endswith("hr_plan.yaml"))
    blank = "".join(line for line in files[name].splitlines(keepends=True) if not line.startswith("#"))
    files[name] = blank + own
    files["units.yaml"] = "units:\n- {id: hr, abbreviation: กบค.}\n- {id: sec, abbreviation: สลก.}\n"
    site = load(write(folder, files))
    return {page.path: page.title + page.body for page in render_all(site, "th")}


@pytest.fixture(scope="module")
def careful_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return pages_of(CAREFUL, tmp_path_factory.mktemp("careful") / "data")


@pytest.mark.parametrize(("careful", "careless"), CARELESS, ids=[careless for _, careless in CARELESS])
def test_the_pages_of_a_blank_are_the_same_however_its_facts_are_written(
    careful: str, careless: str, careful_pages: dict[str, str], tmp_path: Path
) -> None:
    assert careful in CAREFUL
    assert pages_of(CAREFUL.replace(careful, careless), tmp_path / "data") == careful_pages


def test_each_component_that_is_not_there_is_named_on_its_page(tmp_path: Path) -> None:
    absent = (
        "absent:\n- {component: budget, none: {reason: ไม่ใช้เงิน}}\n- {component: period, none: {reason: ไม่มีกำหนด}}\n"
    )
    pages = "\n".join(pages_of(CAREFUL + absent, tmp_path / "data").values())
    assert re.search(r"<strong>[^<]*งบประมาณ[^<]*</strong>: [^<]*ไม่ใช้เงิน", pages)
    assert re.search(r"<strong>[^<]+</strong>: [^<]*ไม่มีกำหนด", pages)


@pytest.mark.parametrize("text", ["ไม่มี", "ไม่มีโครงการในปีนี้", "- ไม่มี -"])
def test_a_statement_of_none_in_the_place_of_a_list_is_no_entry_and_not_lost(text: str) -> None:
    written = f'family: ac_plan\nassessed_year: 2568\ndata_year: 2568\nprojects: "{text}"\n'
    read, found = validate(parse(written.encode(), "x"), FAMILIES["ac_plan"].model)
    assert found == []
    assert (read.projects, str(read.none.reason)) == ((), text.strip("- "))
    written += "evidence: ไม่มี\n"
    (fault,) = validate(parse(written.encode(), "x"), FAMILIES["ac_plan"].model)[1]
    assert fault.code == "not-a-list"
    assert "none:" in fault.hint("th")


def test_coordinates_in_the_place_of_a_map_are_read() -> None:
    for written in ("13.7595,100.5040", '"13.7595, 100.5040"', "{link: '13.7595,100.5040'}", "๑๓.๗๕๙๕,๑๐๐.๕๐๔๐"):
        data, faults = read_as("contact", f"map: {written}")
        assert (faults, data.map.coordinates, data.map.link) == ([], "13.7595, 100.5040", None)
    assert [fault.code for fault in read_as("contact", "map: 13.7595,200.5040")[1]] == ["not-coordinates"]
    assert read_as("contact", "map: https://maps.example.go.th/13.75,100.50")[0].map.coordinates is None


@pytest.mark.parametrize(
    ("written", "rank"),
    [
        ("อธิบดี", "head"),
        ("รองอธิบดี", "deputy"),
        ("รอง", "deputy"),
        ("รองผู้ว่าราชการจังหวัด", "deputy"),
        ("นายก อบต.", "head"),
    ],
)
def test_a_post_that_has_one_rank_is_read_as_it(written: str, rank: str) -> None:
    data, faults = read_as("executives", f"people:\n- {{name: ก, post: ข, rank: {written}}}")
    assert (faults, data.people[0].rank) == ([], rank)


def test_components_that_commas_part_are_a_list() -> None:
    text = "evidence:\n- title: คู่มือ\n  link: https://www.example.go.th/\n  shows: {}"
    by_name = {one.title.th: one.id for one in known_components()["service_manual"]}
    first, second = [*by_name][:2]
    for written in (f"{first}, {second}", f"{first},{by_name[second]}", f"{first} และ {second}"):
        data, faults = read_as("service_manual", text.format(written))
        assert faults == []
        assert [one.component for one in data.evidence[0].shows] == [by_name[first], by_name[second]]
    assert [fault.code for fault in read_as("service_manual", text.format(f"{first}, อื่นใด"))[1]] == ["not-an-id"]


def test_years_alone_are_fiscal_ones_of_a_plan() -> None:
    for written in ("2566-2570", "ปี 2566 – 2570", "พ.ศ. ๒๕๖๖ - ๒๕๗๐"):
        assert parse_period(written, are_years_fiscal=True) == parse_period("ปีงบประมาณ 2566 – 2570")
        with pytest.raises(DateFault) as caught:
            parse_period(written)
        assert caught.value.code == "years-alone"
    assert parse_period("ปีงบ 67") == parse_period("ปีงบประมาณ 2567")
    assert parse_period("ไตรมาส 2 ปีงบฯ 67") == parse_period("ไตรมาส 2 ปีงบประมาณ 2567")


def test_a_key_that_is_missing_tells_what_may_be_chosen() -> None:
    _, (fault,) = read_as("complaint_channel", "channels:\n- title: จดหมาย")
    assert (fault.code, "ไปรษณีย์ (post)" in fault.hint("th")) == ("missing-key", True)
    _, (other,) = read_as("news", "news:\n- date: 5 ต.ค. 2566")
    assert "เลือกหนึ่งใน" not in other.hint("th")


def test_an_unknown_key_like_no_other_lists_the_keys_of_its_group() -> None:
    _, (fault,) = read_as("news", "news:\n- {title: ก, ฟฟฟ: ข}")
    assert "text (เนื้อเรื่องหรือสาระสำคัญ)" in fault.hint("th")
    assert "title (" not in fault.hint("th")


def read_as(family: str, text: str) -> tuple[Any, list[Any]]:
    file = parse(f"family: {family}\nassessed_year: 2567\ndata_year: 2567\n{text}\n".encode(), "a.yaml")
    model, faults = disclosure_model(file)
    assert model, faults
    return validate(file, model)


IN_THAI = """\
ประเภทของเนื้อหา: hr_plan
ปีงบประมาณที่ประเมิน: 2568
ปีงบประมาณของข้อมูล: 2568
ชื่อเรื่อง: แผนบริหาร
หน่วยงานที่รับผิดชอบ: กบค.
หลักฐาน:
- ชื่อเอกสาร: แผน
  ไฟล์: files/a.pdf
โครงการและกิจกรรม:
- ด้าน: development
  ชื่อโครงการ: อบรม # ปีละครั้ง
  งบประมาณที่ตั้งไว้ในแผน (บาท): {จำนวนเงิน: 45000}
  ระยะเวลา: {ระยะเวลา: ไตรมาส 2}
  เป้าหมาย: [ครบ]
"""
IN_ENGLISH = """\
family: hr_plan
assessed_year: 2568
data_year: 2568
title: แผนบริหาร
owner: กบค.
evidence:
- title: แผน
  file: files/a.pdf
projects:
- side: development
  title: อบรม # ปีละครั้ง
  planned: {amount: 45000}
  period: {text: ไตรมาส 2}
  targets: [ครบ]
"""


def disclosure(text: str) -> tuple[Any, list[Any], Any]:
    """The data of a disclosure, its faults and the file."""
    file = parse(text.encode(), "a.yaml")
    model, faults = disclosure_model(file)
    data, found = validate(file, model) if model else (None, faults)
    return data, found, file


def test_the_thai_label_of_a_key_is_that_key() -> None:
    careful, _, plain = disclosure(IN_ENGLISH)
    data, faults, file = disclosure(IN_THAI)
    assert careful
    assert (data, faults, file.data) == (careful, [], plain.data)
    assert file.place(("projects", 0, "planned", "amount")) == (12, IN_THAI.splitlines()[11].index("45000") + 1)
    assert file.has_key(("projects", 0, "planned", "amount"))
    made, told = fixed(IN_THAI.encode(), "a.yaml", FAMILIES["hr_plan"].model)
    assert made.decode() == IN_ENGLISH
    assert [(one.line, one.what) for one in told[-3:]] == [(13, "key"), (13, "key"), (14, "key")]
    assert (told[-4].label, told[-4].read) == ("จำนวนเงิน", "amount")


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("45000", "มาก", 12, "not-a-number"),
        ("ไตรมาส 2", "ไตรมาส 9", 13, "not-a-period"),
        ("ชื่อเรื่อง:", "title: แผน\nชื่อเรื่อง:", 5, "unknown-key"),  # both say it
        ("ชื่อเรื่อง:", "ชื่อเอกสาร: แผน\nชื่อเรื่อง:", 5, "unknown-key"),
        ("ปีงบประมาณที่ประเมิน", "ปีงบประมาณ", 2, "unknown-key"),  # of two keys
        ("hr_plan", "hr_paln", 1, "unknown-family"),
        ("ชื่อโครงการ: อบรม", "ชื่อโครงการ:", 11, "empty-value"),
    ],
)
def test_a_fault_in_a_file_with_thai_keys_stands_at_its_place(old: str, new: str, line: int, code: str) -> None:
    _, faults, _ = disclosure(IN_THAI.replace(old, new, 1))
    assert [(one.line, one.code) for one in faults] == [(line, code)]


def test_every_label_that_one_key_has_is_that_key() -> None:
    models = [model for _, model in (*FILES.values(), *disclosures().values())]
    for model in (*models, *inner_models()):
        fields = fields_of(model)
        labels = [field.label for field in fields]
        meant = {name: label for label, name in readings.keys_meant(labels, model).items()}
        own = {
            field.name: field.label for field in fields if labels.count(field.label) == 1 and not field.label.isascii()
        }
        assert own.items() <= meant.items(), model


def test_thai_keys_are_edited_where_they_stand() -> None:
    text = carried(IN_THAI + "วันที่ต้องเสร็จ: 5 ต.ค. 67\n", 2569, 2568, "2568/a.yaml", "2569/a.yaml")
    assert "ปีงบประมาณที่ประเมิน: 2569" in text
    assert "วันที่ต้องเสร็จ" not in text
    assert evidence_key(IN_THAI.encode(), "a.yaml") == "หลักฐาน"
    assert with_year("ปีที่แสดงบนเว็บไซต์: [2568]\n", 2569) == "ปีที่แสดงบนเว็บไซต์: [2568, 2569]\n"


def family_read(family: str, *lines: str) -> tuple[Any, list[str]]:
    """What a file of a family says, the data of 2568, and the codes of what is wrong."""
    text = "\n".join([f"family: {family}", "assessed_year: 2568", "data_year: 2568", *lines, ""])
    data, faults = validate(parse(text.encode(), "a.yaml"), FAMILIES[family].model)
    return data, [fault.code for fault in faults]


@pytest.mark.parametrize(
    ("family", "lines", "none"),
    [
        ("complaint_stats", ["complaints: ไม่มีข้อร้องเรียน"], "ไม่มีข้อร้องเรียน"),
        ("complaint_stats", ["period: รอบ 6 เดือน", "as_of: 31 มี.ค. 68", "complaints: ไม่มี", "outcomes: ไม่มี"], "ไม่มี"),
        ("gift_report", ["gifts: ไม่มีการรับของขวัญ"], "ไม่มีการรับของขวัญ"),
        ("proc_items", ["table: ไม่มีการจัดซื้อจัดจ้าง"], "ไม่มีการจัดซื้อจัดจ้าง"),
        ("hr_plan", ["projects: ไม่มีโครงการในปีนี้"], "ไม่มีโครงการในปีนี้"),
    ],
)
def test_a_statement_in_the_place_of_what_a_file_is_about_is_its_statement_of_none(
    family: str, lines: list[str], none: str
) -> None:
    data, codes = family_read(family, *lines)
    assert codes == []
    assert str(data.none.reason) == none
    raw = "\n".join([f"family: {family}", "assessed_year: 2568", "data_year: 2568", *lines, ""]).encode()
    made, said = fixed(raw, "a.yaml", FAMILIES[family].model)
    assert said
    assert f"none: {none}" in made.decode()


@pytest.mark.parametrize(
    ("family", "lines"),
    [
        ("complaint_stats", ["complaints: ไม่มี", "outcomes: [ยุติเรื่อง]"]),
        ("complaint_stats", ["outcomes: ไม่มี", "complaints: [{finished: 1, pending: 0}]"]),
        ("complaint_channel", ["channels: ไม่มี", "protection: ปิดเป็นความลับ"]),
        ("contact", ["phones: ไม่มี", "address: ถนนตัวอย่าง"]),
        ("complaint_stats", ["complaints: ไม่มี", "none: ไม่มีเรื่อง"]),
    ],
)
def test_a_statement_beside_something_else_stays_a_fault(family: str, lines: list[str]) -> None:
    assert family_read(family, *lines)[1] == ["not-a-list"]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("เมษายน", (2025, 4, 1), (2025, 4, 30)),
        ("เดือน ต.ค.", (2024, 10, 1), (2024, 10, 31)),
        ("ต.ค. - มี.ค.", (2024, 10, 1), (2025, 3, 31)),
        ("มกราคม ถึง กันยายน", (2025, 1, 1), (2025, 9, 30)),
    ],
)
def test_a_month_without_its_year_is_that_of_the_data(
    written: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    data, codes = family_read("hr_plan", "projects:", "- title: อบรม", "  side: development", f"  period: {written}")
    assert codes == []
    assert data.projects[0].period.span.days(2568) == (datetime.date(*first), datetime.date(*last))
    for unclear in ("มี.ค. - ต.ค.", "เดือนหน้า"):
        lines = ("projects:", "- title: อบรม", "  side: development", f"  period: {unclear}")
        assert family_read("hr_plan", *lines)[1] == ["not-a-period"]


def test_an_address_of_the_web_may_lack_its_beginning() -> None:
    lines = ("accounts:", "- platform: facebook", "  name: เฟซบุ๊ก", "  link: ")
    for written in ("facebook.com/example", "www.example.go.th", "https://a.go.th"):
        data, codes = family_read("social", *lines[:3], lines[3] + written)
        assert codes == []
        assert data.accounts[0].link == (written if written.startswith("https") else f"https://{written}")
    for wrong in ("example", "แฟ้ม.pdf", "javascript:alert(1)", "a.exe"):
        assert family_read("social", *lines[:3], lines[3] + wrong)[1] == ["bad-link"]


@pytest.mark.parametrize("words", ["ทุกคน", "บุคลากรทั้งหมด", "ประชาชนทั่วไป"])
def test_words_for_everybody_are_who_took_part_and_no_number(words: str) -> None:
    lines = ("activities:", "- title: ก", f"  people: {words}")
    data, codes = family_read("nogift_culture", *lines)
    assert codes == []
    assert (data.activities[0].participants.th, data.activities[0].people) == (words, None)
    assert family_read("nogift_culture", *lines, "  participants: ผู้บริหาร")[1] == ["not-a-whole-number"], (
        "both would be lost"
    )
    progress = ("projects:", "- title: ก", "  progress:", "  - text: อบรม")
    data, codes = family_read("plan_6m", *progress, f"    people: {words}")
    assert codes == []
    assert data.projects[0].progress[0].note.th == f"ผู้เข้าร่วม: {words}"
    for wrong in ("มากมาย", "ทุกคน 60"):
        assert family_read("plan_6m", *progress, f"    people: {wrong}")[1] == ["not-a-whole-number"]


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("30 เม.ย. 68", 2568),
        ("[30 เมษายน 2568]", 2568),
        ("[{date: 15 ต.ค. 2567}]", 2568),
        ("[{year: 2569, date: 30/4/2568}]", 2569),
    ],
)
def test_a_day_alone_is_the_deadline_of_its_fiscal_year(written: str, year: int) -> None:
    file = parse(f"name: ก\nshort_name: ก\ndeadlines: {written}\n".encode(), "agency.yaml")
    agency, found = validate(file, Agency)
    assert agency, found
    assert [one.of_year for one in agency.deadlines] == [year]
    assert agency.due_of(year)


def test_accounts_and_questions_stand_beside_how_the_agency_is_reached() -> None:
    data, codes = family_read(
        "contact",
        "social:",
        "- Facebook: facebook.com/craft",
        '- LINE: "@craft"',
        "- {platform: YouTube, name: ช่อง, link: https://youtube.com/craft}",
        "qa:",
        "- {ถาม: ใช้เอกสารใด, ตอบ: บัตรประชาชน}",
    )
    assert codes == []
    assert [(one.platform.th, one.name and one.name.th, one.link) for one in data.social] == [
        ("Facebook", None, "https://facebook.com/craft"),
        ("LINE", "@craft", None),
        ("YouTube", "ช่อง", "https://youtube.com/craft"),
    ]
    assert [(one.question.th, one.answer.th) for one in data.questions] == [("ใช้เอกสารใด", "บัตรประชาชน")]
    assert family_read("contact", "social:", "- platform: LINE")[1] == ["account-without-name"]
    assert not family_read("social", "accounts: [{LINE: ชื่อ}]")[0].shows()["links"].anchor


@pytest.mark.parametrize("none", ["-", "–", "ไม่มี", "ไม่พบ", "ไม่มีเรื่อง"])
def test_a_count_that_is_needed_and_stated_as_none_is_zero(none: str) -> None:
    data, codes = family_read("complaint_stats", f"complaints: [{{period: ต.ค. 67, finished: '{none}', pending: 1}}]")
    assert codes == []
    assert data.complaints[0].finished == 0
    raw = f"family: complaint_stats\nassessed_year: 2568\ndata_year: 2568\ncomplaints:\n- finished: '{none}'\n  pending: 1\n"
    made, said = fixed(raw.encode(), "a.yaml", FAMILIES["complaint_stats"].model)
    assert said
    assert "finished: 0" in made.decode() or "finished: '0'" in made.decode()
    assert family_read("satisfaction", "aspects: [{title: ก, score: '-'}]")[1], "a score that is needed is no count"


def test_what_did_not_happen_happened_no_time_and_what_is_concerned_is_so() -> None:
    data, codes = family_read(
        "risk_result", "risks: [{event: ก, occurred: ไม่เกิด, bribery: เกี่ยวข้อง}, {event: ข, bribery: ไม่เกี่ยวข้อง}]"
    )
    assert codes == []
    assert [(one.occurred, one.bribery) for one in data.risks] == [(0, True), (None, False)]
