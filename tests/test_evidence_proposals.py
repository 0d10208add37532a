"""Files that nothing uses: which they are, what each may be evidence of, and how a proposal is written into the data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.audit.evidence_proposals import Proposed, Unused, proposals
from generator.officers.families_by_title import Sureness
from tests import documents as make
from tests.folders import load, write

Run = Callable[..., tuple[int, str, str]]

DATA = {
    "agency.yaml": "name: ก\nshort_name: ก\nyears: [2568, 2569]\n",
    "2568/hr_plan.yaml": "# ของเรา\nfamily: hr_plan\nassessed_year: 2568\ndata_year: 2568  # ปีนี้\n",
    "2568/contact.yaml": "family: contact\nassessed_year: 2568\ndata_year: 2568\nevidence:\n"
    "- {title: แผนที่, file: files/2568/map.pdf, shows: [map]}\n",
}
PLAN = [
    "แผนการบริหารและพัฒนาทรัพยากรบุคคล ประจำปีงบประมาณ พ.ศ. 2568\nโครงการฝึกอบรม",
    "ระยะเวลาดำเนินการ ไตรมาส 1 - 4 งบประมาณ 20,000 บาท",
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = write(tmp_path / "data", DATA)
    files = {
        "2568/map.pdf": make.pdf(["แผนที่ตั้งสำนักงาน"]),
        "2568/แผนที่ของเรา.pdf": make.pdf(["แผนที่ตั้งสำนักงาน"]),
        "2568/scan 01.pdf": make.pdf(PLAN, info={"Author": "สมชาย ใจดี"}),
        "2568/แผน - สำเนา.pdf": make.pdf(PLAN),
        "2568/~$แผน.docx": b"x",
        "Thumbs.db": b"x",
        "2569/รายงานการกำกับติดตาม.txt": "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน".encode(),
    }
    for name, body in files.items():
        path = folder / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return folder


def proposed(data: Path, name: str, *lines: str) -> Proposed:
    paged = tuple((str(number), line) for number, line in enumerate(lines, 1))
    return proposals(load(data), [Unused(name, paged, is_paged=True)])[0]


def test_a_file_is_proposed_by_its_words_with_components_and_pages(data: Path) -> None:
    one = proposed(data, "files/2568/scan 01.pdf", *PLAN)
    assert (one.year, one.family, one.item and one.item.code) == (2568, "hr_plan", "O14")
    assert one.sureness in (Sureness.SAME, Sureness.NEAR)
    assert one.title.startswith("แผนการบริหารและพัฒนาทรัพยากรบุคคล")
    assert {component.id: pages for component, pages in one.shows}["period"] == "2"


def test_a_file_is_proposed_by_its_name_and_the_year_that_it_speaks_of(data: Path) -> None:
    one = proposed(data, "files/แผนปฏิบัติการป้องกันการทุจริต_2568.pdf", "-")
    assert (one.year, one.family, one.title) == (2568, "ac_plan", "แผนปฏิบัติการป้องกันการทุจริต 2568")


@pytest.mark.parametrize(
    "name",
    ["files/2568/แผนปฏิบัติการป้องกันการทุจริต (1).pdf", "files/2568/สำเนา แผนปฏิบัติการป้องกันการทุจริต.pdf"],
)
def test_a_copy_is_never_proposed(data: Path, name: str) -> None:
    assert proposed(data, name, "แผนปฏิบัติการป้องกันการทุจริต").family == ""


def test_what_the_data_shows_already_is_not_proposed_again(data: Path) -> None:
    one = proposed(data, "files/2568/ข้อมูลการติดต่อ.pdf", "ข้อมูลการติดต่อ แผนที่ตั้ง โทรศัพท์ 0 2000 0000")
    assert one.family == "contact"
    assert "map" not in {component.id for component, _ in one.shows}


def test_the_command_lists_what_nothing_uses(data: Path, run: Run) -> None:
    code, said, _ = run("evidence", "--data", str(data))
    assert code == 0
    assert "ยังไม่มีเรื่องใดอ้าง 4 แฟ้ม" in said
    assert "เหมือน files/2568/map.pdf" in said
    assert "ชื่อบอกว่าเป็นสำเนา" in said
    assert "files/2568/scan 01.pdf\n   น่าจะเป็นของ ปี 2568 O14" in said
    assert "Thumbs" not in said
    assert "files/2568/scan 01.pdf\n   probably of 2568 O14" in run("evidence", "--data", str(data), "--lang", "en")[1]


def test_an_accepted_proposal_is_shown_written_and_can_be_taken_back(data: Path, run: Run) -> None:
    before = (data / "2568/hr_plan.yaml").read_bytes()
    where = ("evidence", "--data", str(data), "--accept", "all")
    assert "+  file: files/2568/scan 01.pdf" in run(*where, "--dry-run")[1]
    assert (data / "2568/hr_plan.yaml").read_bytes() == before
    assert run(*where, "--yes")[0] == 0
    text = (data / "2568/hr_plan.yaml").read_text("utf-8")
    assert text.startswith("# ของเรา\n")
    assert "# ปีนี้" in text
    (entry,) = (one for one in load(data).disclosures if one.data.family == "hr_plan")
    assert [one.file for one in entry.data.evidence] == ["files/2568/scan 01.pdf"]
    assert {one.component for one in entry.data.evidence[0].shows} >= {"projects", "period"}
    assert "scan 01" not in run("evidence", "--data", str(data))[1]
    assert run("undo", "--data", str(data), "--yes")[0] == 0
    assert (data / "2568/hr_plan.yaml").read_bytes() == before


def test_a_disclosure_that_is_not_there_is_begun(data: Path, run: Run) -> None:
    listed = run("evidence", "--data", str(data))[1]
    number = next(line.split(".")[0] for line in listed.splitlines() if "รายงานการกำกับติดตาม" in line)
    assert run("evidence", "--data", str(data), "--accept", number, "--yes")[0] == 0
    (made,) = (one for one in load(data).disclosures if one.data.assessed_year == 2569)
    assert (made.data.family, made.data.data_year) == ("measures_report", 2568)


@pytest.mark.parametrize("number", ["0", "99", "x", "²", "9" * 5000])
def test_a_number_that_is_none_is_wrong_use(data: Path, run: Run, number: str) -> None:
    code, _, complaint = run("evidence", "--data", str(data), "--accept", number, "--yes")
    assert code == 2
    assert "Traceback" not in complaint


def test_documents_are_cleaned_as_a_difference_and_the_original_is_kept(data: Path, run: Run) -> None:
    path = data / "files/2568/map.pdf"
    path.write_bytes(make.pdf(["แผนที่ตั้งสำนักงาน"], info={"Author": "สมชาย ใจดี"}))
    before = path.read_bytes()
    where = ("evidence", "--data", str(data), "--clean")
    code, said, _ = run(*where, "--dry-run")
    assert (code, "เอาออก Author: สมชาย ใจดี" in said, path.read_bytes() == before) == (0, True, True)
    assert run(*where, "--yes")[0] == 0
    assert "สมชาย".encode("utf-16-be") not in path.read_bytes()
    assert "ไม่มีเอกสารที่เผยแพร่มีข้อมูลแฝง" in run(*where)[1]
    assert run("undo", "--data", str(data), "--yes")[0] == 0
    assert path.read_bytes() == before
