"""``oit fix``: what has one meaning is written as it is read, comments stay, and nothing is written unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.families import FAMILIES
from generator.input import source
from generator.input.shape import validate
from generator.models.agency import Agency
from generator.officers.fixes import fixed
from tests.conftest import ROOT
from tests.test_history import files, oit

WRITTEN = """\
# แผนของเรา
family: hr_plan
assessed_year: ปีงบประมาณ พ.ศ. ๒๕๖๘   # ปีที่ประเมิน
data_year: "2568"
published: ลงวันที่ 5-ต.ค.-67
responsible: กบค.
projects:
  # โครงการแรก
  - side: ด้านการบริหาร
    title: “สรรหาคน”
    owners: กบค., สลก.     # สองหน่วย
    planned: 45,000 บาท   # ตามแผน
    targets: บรรจุ 6 อัตรา
  - side: development
    title: อบรม
    planned: {amount: -}
"""
READ = """\
# แผนของเรา
family: hr_plan
assessed_year: พ.ศ. 2568   # ปีที่ประเมิน
data_year: "2568"
published: 5 ต.ค. 67
owner: กบค.
projects:
  # โครงการแรก
  - side: management
    title: สรรหาคน
    owners:     # สองหน่วย
      - กบค.
      - สลก.
    planned: 45,000   # ตามแผน
    targets:
      - บรรจุ 6 อัตรา
  - side: development
    title: อบรม
    planned: {none: ไม่มี}
"""
MODEL = FAMILIES["hr_plan"].model


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_has_one_meaning_is_written_as_it_is_read(newline: str, mark: str) -> None:
    def raw(text: str) -> bytes:
        return (mark + text.replace("\n", newline)).encode()

    made, told = fixed(raw(WRITTEN), "x.yaml", MODEL)
    assert made.decode() == raw(READ).decode()
    assert [(one.line, one.what) for one in told if one.what != "dress"] == [
        *((3, "value"), (5, "value"), (6, "key"), (9, "value"), (11, "list"), (12, "value"), (13, "list")),
        (16, "none"),
    ]
    assert fixed(made, "x.yaml", MODEL) == (made, [])


def test_a_file_with_other_faults_keeps_them_and_is_mended_elsewhere() -> None:
    made, told = fixed(WRITTEN.replace("อบรม", "อบรม\n    nonsense: 1").encode(), "x.yaml", MODEL)
    assert b"planned: 45,000   #" in made
    assert b"nonsense: 1" in made
    assert told


def test_letters_that_show_nothing_go() -> None:
    made, told = fixed("name: กรม\u200bหนึ่ง # ส\u200bอง\nshort_name: ก\u00a0ข\n".encode(), "agency.yaml", Agency)
    assert made.decode() == "name: กรมหนึ่ง # สอง\nshort_name: ก ข\n"
    assert [one.what for one in told] == ["unseen"]


@pytest.mark.parametrize("text", ["a: [\n", "", "- x\n", "family: hr_plan\nfamily: x\n"])
def test_what_cannot_be_read_stays(text: str) -> None:
    assert fixed(text.encode(), "x.yaml", MODEL) == (text.encode(), [])


@pytest.mark.parametrize("id", FAMILIES)
def test_what_is_written_as_it_is_read_stays(id: str) -> None:
    raw = FAMILIES[id].example.read_bytes()
    assert fixed(raw, "example.yaml", FAMILIES[id].model) == (raw, [])


def test_the_command_shows_asks_writes_and_is_taken_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    oit("new", str(data), "--name", "กรมทดสอบ", "--year", "2568")
    (data / "2568" / "O14-hr_plan.yaml").write_bytes(WRITTEN.encode())
    before = files(data)
    capsys.readouterr()
    assert oit("fix", "--data", str(data), "--dry-run") == 0
    said = capsys.readouterr().out
    assert "+    planned: 45,000   # ตามแผน" in said
    assert "2568/O14-hr_plan.yaml:12: งบประมาณที่ตั้งไว้ในแผน: 45,000 บาท เขียนเป็น 45,000" in said
    assert oit("fix", "--data", str(data)) == 2
    assert files(data) == before
    assert oit("fix", str(data / "agency.yaml"), "--data", str(data), "--yes") == 0
    assert files(data) == before
    assert oit("fix", "--data", str(data), "--yes") == 0
    assert (data / "2568" / "O14-hr_plan.yaml").read_bytes() == READ.encode()
    assert {name for name, content in files(data).items() if content != before[name]} == {"2568/O14-hr_plan.yaml"}
    assert oit("undo", "--data", str(data), "--yes") == 0
    assert files(data) == before
    assert oit("fix", str(tmp_path / "nowhere.yaml"), "--data", str(data), "--yes") == 2


def test_the_shipped_data_says_the_same_before_and_after() -> None:
    for path in sorted((ROOT / "examples").rglob("hr_plan.yaml")):
        raw = path.read_bytes()
        made, _ = fixed(raw, path.name, MODEL)
        assert validate(source.parse(made, "x"), MODEL) == validate(source.parse(raw, "x"), MODEL)


def test_evidence_named_without_its_folder_is_written_with_it() -> None:
    there = ("files/2568/O10/แผน.pdf", "files/2568/a.pdf", "files/2567/a.pdf")
    raw = (
        "family: hr_plan\nassessed_year: 2568\ndata_year: 2568\n"
        "evidence:\n  - title: แผน\n    file: แผน.pdf   # ลงนามแล้ว\n  - {title: ปีก่อน, file: 2567/a.pdf}\n  - {title: สองแฟ้ม, file: a.pdf}\n"
    ).encode()
    made, told = fixed(raw, "2568/hr_plan.yaml", MODEL, there)
    assert made.decode() == raw.decode().replace("file: แผน.pdf", "file: files/2568/O10/แผน.pdf").replace(
        "file: 2567/a.pdf", "file: files/2567/a.pdf"
    )
    assert [(one.line, one.written, one.read) for one in told] == [
        (6, "แผน.pdf", "files/2568/O10/แผน.pdf"),
        (7, "2567/a.pdf", "files/2567/a.pdf"),
    ]
    assert fixed(made, "2568/hr_plan.yaml", MODEL, there) == (made, [])
    assert fixed(raw, "2568/hr_plan.yaml", MODEL) == (raw, [])
