"""The report of a check as an office uses it: narrowed, summed up, as a to-do list, again at every change."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import load_workbook

from generator.checks import CHECKS
from generator.cli import main
from generator.diagnostics import Severity, as_text
from generator.officers.report import Report, summary
from generator.officers.todo_list import as_xlsx
from generator.project import Project
from generator.reading import Reading, read, watch
from generator.writing.dates import parse_date
from tests.conftest import ROOT

Run = Callable[..., tuple[int, str, str]]

FILES = {
    "agency.yaml": "name: ก\nshort_name: ก\nprofile: small\nlanguages: [th]\nsite_url: https://oit.example.go.th/\n"
    "deadlines: [{year: 2567, date: 30 เมษายน 2567}]\n",
    "units.yaml": "units:\n- {id: a, abbreviation: สก., name: สำนัก ก}\n- {id: b, abbreviation: สข., name: สำนัก ข}\n",
    "profiles/small/2567.yaml": "profile: small\nyear: 2567\nsource: ก\nitems:\n"
    "- {code: O1, sub_indicator: 9.1, title: กฎหมาย, families: [laws]}\n"
    "- {code: O2, sub_indicator: 9.1, title: ข่าว, families: [news]}\n"
    "- {code: O3, sub_indicator: 10.1, title: นโยบาย, families: [pdpa]}\n",
    "laws.yaml": "family: laws\nassessed_year: 2567\ndata_year: 2566\nowner: สก.\nnone: {reason: ไม่มี}\n",
    "news.yaml": "family: news\nassessed_year: 2567\ndata_year: 2567\nowner: สำนัก ข\n",
    "pdpa.yaml": "family: pdpa\nassessed_year: 2567\ndata_year: 2567\nowner: b\nsummary: ก\n",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "data"


def report_of(data: Path) -> Report:
    project = Project(ROOT, data, data.parent / "site", data.parent / "work", today=parse_date("1 พฤษภาคม 2567"))
    site, found = read(project)
    assert site
    return Report(found, site)


def codes(report: Report) -> set[tuple[str, str]]:
    return {(Path(d.file).stem, d.code) for d in report.found}


ALL = {("laws", "wrong-data-year"), ("news", "empty-disclosure"), ("news", "overdue-item"), ("pdpa", "overdue-item")}


@pytest.mark.parametrize(
    ("narrow", "kept"),
    [
        ({}, ALL),
        ({"owner": "สก."}, {("laws", "wrong-data-year")}),
        ({"owner": "b"}, ALL - {("laws", "wrong-data-year")}),  # written in three ways, one unit
        ({"item": "O2"}, {("news", "empty-disclosure"), ("news", "overdue-item")}),
        ({"year": 2567}, ALL),
        ({"owner": "สข.", "item": "O3"}, {("pdpa", "overdue-item")}),
    ],
)
def test_a_report_is_narrowed_by_owner_year_and_item(
    narrow: dict[str, str], kept: set[tuple[str, str]], data: Path
) -> None:
    assert codes(report_of(data).narrowed(**narrow)) == kept  # type: ignore[arg-type]


def test_the_summary_names_items_at_risk_their_cost_and_their_owner(data: Path) -> None:
    text = summary(report_of(data), "th")
    assert text.splitlines() == [
        "ข้อที่เสี่ยงเสียคะแนน",
        "ปี 2567: 3 ข้อ คะแนน OIT ที่อาจเสีย 75.00",
        "  O3 นโยบาย (50.00 คะแนน) สข.: ยังไม่ครบ, เตือน 1",
        "  O1 กฎหมาย (25.00 คะแนน) สก.: เตือน 1",
        "  O2 ข่าว (25.00 คะแนน) สข.: ยังไม่ครบ, เตือน 2",
    ]
    assert "O1" not in summary(report_of(data).narrowed(owner="b"), "en")
    assert summary(Report([], None), "th") == ""


def test_the_to_do_list_has_a_row_a_finding_by_owner_and_the_same_bytes_every_time(data: Path, tmp_path: Path) -> None:
    report = report_of(data)
    (tmp_path / "todo.xlsx").write_bytes(as_xlsx(report, "th"))
    assert as_xlsx(report_of(data), "th") == (tmp_path / "todo.xlsx").read_bytes()
    book = load_workbook(str(tmp_path / "todo.xlsx"))
    todo, risks = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    head, *rows = todo
    assert head[:6] == ["ผู้รับผิดชอบ", "ปี", "ข้อ", "ระดับ", "ผิดอย่างไร", "ต้องทำอะไร"]
    assert [row[0] for row in rows] == ["สก.", "สข.", "สข.", "สข.", "สข."]
    assert {row[9] for row in rows} == {code for _, code in ALL} | {"policy"}
    (lack,) = (row for row in rows if row[9] == "policy")
    assert lack[3:5] == ["ยังขาด", "ขาดนโยบายคุ้มครองข้อมูลส่วนบุคคล"]
    assert str(lack[5]).startswith("เพิ่ม `documents:` ใน pdpa.yaml หรือถ้าอยู่ในเอกสารแนบ เพิ่ม `shows: [policy]`")
    assert str(lack[6]).endswith("data/pdpa.yaml")
    assert [row[3] for row in risks[1:]] == [50.0, 25.0, 25.0]


def test_what_is_turned_off_is_counted_with_its_reason_and_no_more(data: Path) -> None:
    setting = "settings:\n- {code: overdue-item, severity: 'off', reason: ขยายเวลาแล้ว}\n"
    (data / "checks.yaml").write_text(
        setting + "- {code: empty-disclosure, severity: error, reason: ห้ามว่าง}\n", "utf-8"
    )
    report = report_of(data)
    severities = {(d.code, d.severity) for d in report.found}
    assert ("overdue-item", Severity.OFF) in severities
    assert ("empty-disclosure", Severity.ERROR) in severities
    text = as_text(list(report.found), "th")
    assert "ปิดการตรวจ [overdue-item] ไว้ พบ 2 แห่ง เพราะขยายเวลาแล้ว" in text
    assert "เลยกำหนด" not in text


def test_a_watch_checks_again_after_every_change(data: Path) -> None:
    steps = watch(Reading(Project(ROOT, data, data.parent / "site", data.parent / "work")), pause=0)
    before = {d.code for d in next(steps)[1]}
    (data / "news.yaml").write_text("family: news\nassessed_year: 2567\ndata_year: 2567\nowner: สค.\n", "utf-8")
    after = {d.code for d in next(steps)[1]}
    assert after - before == {"unknown-unit"}


@pytest.fixture
def check(data: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``oit check`` on the data from elsewhere; gives exit code, output and complaints."""
    monkeypatch.chdir(ROOT)
    return lambda *arguments: run("check", "--data", str(data), *arguments)


def test_the_command_narrows_dates_and_writes_the_to_do_list(check: Run, tmp_path: Path) -> None:
    code, shown, _ = check("--date", "๑/๕/๒๕๖๗", "--owner", "สข.", "--item", "o3")
    assert code == 0
    assert "[overdue-item]" in shown
    assert "[empty-disclosure]" not in shown
    assert "[due-item]" in check("--date", "2567-04-01")[1]
    code, _, complaint = check("--date", "2024-05-01")
    assert code == 2
    assert "ค.ศ." in complaint
    assert check("--format", "xlsx", "--out", str(tmp_path / "ต้องทำ.xlsx"))[0] == 0
    assert (tmp_path / "ต้องทำ.xlsx").stat().st_size > 1000


def test_a_unit_a_year_or_an_item_that_is_not_there_is_no_all_clear(check: Run) -> None:
    for asked in (("--owner", "สค."), ("--year", "2560"), ("--item", "O99")):
        code, shown, complaint = check(*asked)
        assert code == 2
        assert asked[1] in complaint
        assert "ไม่พบข้อผิดพลาด" not in shown
    _, shown, _ = check("--item", "๒")
    assert "O2 ข่าว (เลยกำหนด 30 เมษายน 2567): news.yaml" in shown, "a blank is told as what to fill in"


def test_a_fault_of_a_table_belongs_to_the_item_of_its_disclosure(data: Path) -> None:
    catalogue = data / "profiles/small/2567.yaml"
    item = "- {code: O4, sub_indicator: 10.1, title: จัดซื้อ, families: [proc_items]}\n"
    catalogue.write_text(catalogue.read_text("utf-8") + item, "utf-8")
    frame = "family: proc_items\nassessed_year: 2567\ndata_year: 2567\nowner: สก.\ntable: jobs.csv\n"
    (data / "items.yaml").write_text(frame, "utf-8")
    (data / "jobs.csv").write_text("ชื่องาน\nซื้อกระดาษ\n", "utf-8")
    found = report_of(data).narrowed(item="O4", owner="a").found
    assert {Path(d.file).name for d in found if d.code.startswith("table-")} == {"jobs.csv"}
    assert "overdue-item" not in {d.code for d in found}


@pytest.mark.parametrize(
    ("arguments", "is_told"),
    [
        (("--item", "O2"), True),
        (("--item", "O1"), False),
        (("--item", "O2", "--year", "2567"), True),
        (("--year", "2567"), True),
        (("--owner", "สก."), True),
        ((), True),
    ],
)
def test_a_file_that_cannot_be_read_is_never_an_all_clear(
    arguments: tuple[str, ...], is_told: bool, data: Path, check: Run
) -> None:
    (data / "news.yaml").rename(data / "O2-news.yaml")
    (data / "O2-news.yaml").write_text("family: news\nassessed_year: [\n", "utf-8")
    code, shown, _ = check("--date", "2567-05-01", *arguments)
    assert (code == 1, "[yaml-syntax]" in shown) == (is_told, is_told)


def test_a_file_of_another_year_by_its_folder_is_not_told(data: Path, check: Run) -> None:
    (data / "2566").mkdir()
    (data / "2566/anything.yaml").write_text("[", "utf-8")
    assert check("--year", "2567")[0] == 0
    assert check("--item", "O1")[0] == 1, "nobody knows which item it is of"


@pytest.mark.parametrize("name", ["agency.yaml", "units.yaml", "profiles/small/2567.yaml"])
def test_a_file_that_everything_rests_on_is_told_whatever_was_asked_for(name: str, data: Path, check: Run) -> None:
    (data / name).write_text("[", "utf-8")
    code, shown, _ = check("--item", "O1", "--owner", "สก.")
    assert (code, "[yaml-syntax]" in shown) == (1, True)


def test_what_the_summary_counts_can_be_read_above_it(check: Run) -> None:
    _, shown, _ = check("--date", "2567-05-01", "--item", "O2", "--lang", "en")
    assert "news.yaml" in shown, "as what is left to fill in"
    assert "warnings" not in shown.splitlines()[-1], "and not once more as a number"


def test_timings_name_every_check_with_what_it_cost(capsys: pytest.CaptureFixture[str]) -> None:
    data = str(ROOT / "tests/sites/minimal")
    main(["check", "--data", data, "--format", "json"])
    plain = capsys.readouterr()
    for language, unit in (("th", "วินาที"), ("en", " s ")):
        main(["--lang", language, "check", "--data", data, "--format", "json", "--timings"])
        shown = capsys.readouterr()
        lines = shown.err.splitlines()
        assert json.loads(shown.out) == json.loads(plain.out)
        assert {line.split("%  ")[1].split()[0] for line in lines[1:]} == {module.CODE for module in CHECKS}
        seconds = [float(line.split()[0]) for line in lines[1:]]
        assert seconds == sorted(seconds, reverse=True)
        assert seconds[0] > 0
        assert all(unit in line for line in lines)
    assert plain.err == ""
