"""``oit table``: what is shown of a table before any data file names it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import cli
from generator.commands import FAULTS, FINE, WRONG_USE
from tests.conftest import ROOT
from tests.jobs import HEADER, ROW, as_csv, row


def test_columns_rows_and_the_first_entries_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foot = ["รวม", "50,000.00", *[""] * 8]
    path = as_csv(tmp_path / "a.csv", [[*HEADER, "ผู้บันทึก"], [*ROW, "ก"], foot])
    assert cli.main(["table", str(path), "--year", "2568", "--lang", "en"]) == FINE
    out = capsys.readouterr().out
    assert "proc_items" in out
    assert "B  งบประมาณ (บาท) → วงเงินงบประมาณที่ได้รับจัดสรร (บาท)" in out
    assert "J  ผู้บันทึก → not used, not on the site" in out
    assert "Row 3 is no entry: a total: รวม" in out
    assert "ชื่อรายการของงานที่ซื้อหรือจ้าง: จ้างทำความสะอาด" in out
    assert "[table-column-left-out]" in out


@pytest.mark.parametrize(
    "name", ["2566/proc_monthly.csv", "2568/proc_items.csv", "2568/proc_annual.csv", "2569/proc_monthly.xlsx"]
)
def test_a_table_is_of_the_year_of_its_days_where_nobody_says_which(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (stated,) = re.findall(r"(?m)^data_year: (\d+)", (ROOT / "data" / name).with_suffix(".yaml").read_text("utf-8"))
    cli.main(["table", str(ROOT / "data" / name)])
    out = capsys.readouterr().out
    assert f"อ่านเป็นตารางของ {Path(name).stem} " in out
    assert f"ปีงบประมาณ {stated}\n" in out
    assert re.search(r"มี [1-9]\d* รายการ", out)
    assert re.search(r"\(บาท\): [\d,]+(\.\d\d)?\n", out)
    assert re.search(r"วันที่[^:]*: \d{1,2} [ก-๙]+ 25\d\d\n", out), "as pages write it"


def test_faults_are_shown_too_and_a_file_that_is_none_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = as_csv(tmp_path / "a.csv", [HEADER, row(budget="x")])
    assert cli.main(["table", str(path), "--year", "2568"]) == FAULTS
    assert "[table-not-an-amount]" in capsys.readouterr().out
    (tmp_path / "b.xlsx").write_bytes(b"no workbook")
    assert cli.main(["table", str(tmp_path / "b.xlsx")]) == FAULTS
    assert "[table-not-what-it-says]" in capsys.readouterr().out
    for wrong in (["table", str(tmp_path / "c.csv")], ["table", str(path), "--family", "news"]):
        with pytest.raises(SystemExit) as stop:
            cli.main(wrong)
        assert stop.value.code == WRONG_USE


COMPLAINTS = [["เดือน", "เรื่องที่ดำเนินการแล้วเสร็จ", "เรื่องที่อยู่ระหว่างดำเนินการ"], ["ต.ค. 66", "1", "0"]]
SERVICES = [["งานบริการ", "ต.ค. 67", "พ.ย. 67"], ["ออกใบอนุญาต", "1", "0"]]
PLAN = [
    ["แผนบริหารและพัฒนาทรัพยากรบุคคล ปี 2567"],
    ["ลำดับ", "ด้าน", "โครงการ/กิจกรรม", "งบประมาณ", "ระยะเวลาดำเนินการ", "หน่วยงานรับผิดชอบ"],
    ["1", "ด้านการพัฒนา", "อบรม", "10,000", "ไตรมาส 1", "สลก."],
]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp874"])
@pytest.mark.parametrize(
    ("rows", "family"), [(COMPLAINTS, "complaint_stats"), (SERVICES, "service_stats"), (PLAN, "hr_plan")]
)
def test_a_table_of_another_kind_is_told_with_the_command_that_reads_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rows: list[list[str]], family: str, encoding: str
) -> None:
    path = as_csv(tmp_path / "a.csv", rows)
    path.write_bytes(path.read_text("utf-8-sig").encode(encoding))
    assert cli.main(["table", str(path), "--year", "2568"]) == FINE
    out = capsys.readouterr().out
    assert f"[{family}] นำเข้าด้วย: oit import" in out
    assert "proc_plan" not in out


def test_a_table_of_procurement_that_lacks_columns_stays_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = as_csv(tmp_path / "a.csv", [HEADER[:-1], ROW[:-1]])
    assert cli.main(["table", str(path), "--year", "2568"]) == FAULTS
    out = capsys.readouterr().out
    assert "[table-column-missing]" in out
    assert "oit import" not in out


def test_windows_874_is_read_where_it_can_only_be_that(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = as_csv(tmp_path / "a.csv", [HEADER, ROW])
    text = path.read_text("utf-8-sig")
    path.write_bytes(text.encode("cp874"))
    assert cli.main(["table", str(path), "--year", "2568"]) == FINE
    out = capsys.readouterr().out
    assert "ชื่อรายการของงานที่ซื้อหรือจ้าง: จ้างทำความสะอาด" in out
    path.write_bytes(text.encode("cp874") + b"\xfe")
    assert cli.main(["table", str(path), "--year", "2568"]) == FAULTS
    assert "[table-encoding]" in capsys.readouterr().out


def test_a_summary_is_told_as_one_and_read_as_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = ["วิธีการจัดซื้อจัดจ้าง", "จำนวนโครงการ", "งบประมาณรวม (บาท)", "คิดเป็นร้อยละ"]
    path = as_csv(tmp_path / "a.csv", [head, ["วิธีคัดเลือก", "2", "500", "100"]])
    assert cli.main(["table", str(path), "--year", "2568"]) == FAULTS
    out = capsys.readouterr().out
    assert "[table-is-a-summary]" in out
    assert "proc_annual" in out
    assert "อ่านเป็นตารางของ" not in out
