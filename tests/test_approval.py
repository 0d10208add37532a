"""A director approves: what was approved is what is published, with its evidence, and what waits is said and kept back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from generator.diagnostics import Severity
from generator.project import Project
from generator.reading import Reading
from generator.road import Outcome, walk
from generator.site.carried import mark
from generator.site.holding import held, public
from generator.site.loader import Loader
from generator.site.site import Site
from generator.store.door import Door
from tests.conftest import ROOT
from tests.folders import files_in, load, write
from tests.test_holding import MARK, where

Run = Callable[..., tuple[int, str, str]]

DIRECTOR = "นางสาวสมศรี ใจดี ผู้อำนวยการ"
FILES = {
    "agency.yaml": "name: กรมตัวอย่าง\nshort_name: กตอ.\nprofile: small\nlanguages: [th, en]\nyears: [2567, 2568]\n"
    "approval: required\nsite_url: https://oit.example.go.th/\n",
    **{
        f"profiles/small/{year}.yaml": f"profile: small\nyear: {year}\nsource: ก\nitems:\n"
        "- {code: O1, sub_indicator: 9.1, title: กฎหมาย, families: [laws]}\n"
        "- {code: O2, sub_indicator: 9.1, title: ข่าว, families: [news]}\n"
        "- {code: O3, sub_indicator: 10.1, title: จัดซื้อจัดจ้าง, families: [proc_plan]}\n"
        for year in (2567, 2568)
    },
    "2568/laws.yaml": "family: laws\nassessed_year: 2568\ndata_year: 2568\nsummary: ข้อความแรก\n"
    "evidence:\n- {title: คำสั่ง, file: files/2568/คำสั่ง.txt}\n",
    "2568/news.yaml": "family: news\nassessed_year: 2568\ndata_year: 2568\nsummary: ข่าวที่รอ\n",
    "2568/proc_plan.yaml": "family: proc_plan\nassessed_year: 2568\ndata_year: 2568\ntable: งาน.csv\n",
    "2568/งาน.csv": "ลำดับ,ชื่อโครงการ,งบประมาณโครงการ (บาท),วิธีการจัดซื้อจัดจ้าง,คาดว่าจะประกาศจัดซื้อจัดจ้าง (เดือน/ปี)\n"
    "1,จ้างทำป้ายแรก,5000,วิธีเฉพาะเจาะจง,พฤศจิกายน 2567\n",
    "files/2568/คำสั่ง.txt": "กรมตัวอย่าง คำสั่งฉบับแรก ปี 2568",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write(tmp_path / "data", FILES)


def approve(run: Run, data: Path, *options: str, by: str = DIRECTOR) -> str:
    sheet = str(data.parent / "sheet.xlsx")
    code, out, err = run("approve", "--data", str(data), "--by", by, "--out", sheet, "--yes", *options)
    assert code == 0, out + err
    return out


def outcome_of(data: Path, *, is_draft: bool = False) -> Outcome:
    out = data.parent / ("draft" if is_draft else "site")
    return walk(Project(ROOT, data, out, data.parent / "work", is_draft=is_draft), "mkdocs")


def published(data: Path) -> list[tuple[str, str, str]]:
    """The errors of a build that keeps the addresses of what it publishes: code, file and items of each."""
    project = Project(ROOT, data, data.parent / "site", data.parent / "work", records_addresses=True)
    errors = [one for one in walk(project, "mkdocs").diagnostics if one.severity is Severity.ERROR]
    found = [(one.code, one.file.rpartition("/")[2], one.facts.get("items", "")) for one in errors]
    return sorted(found, key=lambda one: one[0] == "address-gone")


def built(data: Path, *, is_draft: bool = False) -> Path:
    outcome = outcome_of(data, is_draft=is_draft)
    assert outcome.is_built, outcome.diagnostics
    return data.parent / ("draft" if is_draft else "site")


def text_of(site: Path) -> str:
    return "\n".join(path.read_text("utf-8", "replace") for path in sorted(site.rglob("*")) if path.is_file())


def edit(data: Path, name: str, before: str, after: str) -> None:
    text = (data / name).read_text("utf-8")
    assert before in text
    (data / name).write_text(text.replace(before, after), "utf-8")


def shown(site: Site) -> dict[str, str]:
    """What citizens see: family → its summary, and the text of its evidence."""
    return {one.data.family: str(one.data.summary) for one in public(site).disclosures}


def recorded(data: Path) -> list[dict[str, Any]]:
    said = yaml.load((data / "approvals.yaml").read_bytes(), yaml.CBaseLoader)["approvals"]
    assert isinstance(said, list)
    return said


def codes(data: Path) -> list[str]:
    _, found = Reading(Project(ROOT, data, data.parent / "site", data.parent / "work")).read()
    return sorted(one.code for one in found if "appro" in one.code)


def cells(file: Path) -> list[tuple[str, ...]]:
    rows = openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True)
    return [tuple(str(cell) for cell in row if cell is not None) for row in rows]


# --- the journey --------------------------------------------------------------------------------------


def test_a_director_approves(data: Path, run: Run) -> None:
    site = built(data)
    assert "ข้อความแรก" not in text_of(site), "what was never approved is not public"
    assert not (site / "files").exists()
    assert codes(data) == ["not-approved"] * 3

    out = approve(run, data, "--item", "O1", "--year", "2568", "--date", "1 ธ.ค. 2568")
    assert "oit undo 1" in out
    built(data)
    page = (site / "2568/o1/index.html").read_text("utf-8")
    assert "ข้อความแรก" in page
    assert "ตรวจแล้วโดย" in page
    assert DIRECTOR in page
    assert "1 ธันวาคม 2568" in page
    english = (site / "en/2568/o1/index.html").read_text("utf-8")
    assert "Checked by" in english
    assert f'<span lang="th">{DIRECTOR}</span>' in english
    assert "1 December 2025" in english

    edit(data, "2568/laws.yaml", "ข้อความแรก", "ข้อความที่แก้")
    (data / "files/2568/คำสั่ง.txt").write_text("กรมตัวอย่าง คำสั่งฉบับที่สอง ปี 2568", "utf-8")
    outcome = outcome_of(data)
    assert outcome.is_built
    assert [(one.why, one.file.rpartition("/")[2]) for one in outcome.held] == [
        ("changed", "laws.yaml"),
        ("approval", "news.yaml"),
        ("approval", "proc_plan.yaml"),
    ]
    said = text_of(site)
    assert "ข้อความแรก" in said
    assert "ข้อความที่แก้" not in said
    assert "คำสั่งฉบับแรก" in said
    assert "ฉบับที่สอง" not in said
    assert "ตรวจแล้วโดย" in (site / "2568/o1/index.html").read_text("utf-8"), "it is true of what is shown"
    draft = built(data, is_draft=True)
    page = (draft / "2568/o1/index.html").read_text("utf-8")
    assert "รออนุมัติ" in page
    assert "ข้อความที่แก้" in page
    assert "ตรวจแล้วโดย" not in page
    home = (draft / "index.html").read_text("utf-8")
    assert "สิ่งที่ประชาชนยังไม่เห็น (3)" in home
    assert "data/2568/news.yaml: รออนุมัติ (บันทึกการอนุมัติด้วย oit approve --item O2 --year 2568)" in home
    assert run("check", "--data", str(data), "--format", "xlsx", "--out", str(data.parent / "todo.xlsx"))[0] == 0
    todo = [row for row in cells(data.parent / "todo.xlsx") if "not-approved" in row or "changed-since-approval" in row]
    assert len(todo) == 3

    approve(run, data, "--all")
    site = built(data)
    said = text_of(site)
    for text in ("ข้อความที่แก้", "ฉบับที่สอง", "ข่าวที่รอ", "จ้างทำป้ายแรก"):
        assert text in said
    assert "ข้อความแรก" not in said
    assert codes(data) == []
    assert [(one["family"], one["item"]) for one in recorded(data)] == [
        ("laws", "O1"),
        ("laws", "O1"),
        ("news", "O2"),
        ("proc_plan", "O3"),
    ]


# --- what an approval is of ---------------------------------------------------------------------------


def test_each_approval_names_every_file_with_its_hash_and_keeps_it(data: Path, run: Run) -> None:
    before = files_in(data)
    approve(run, data, "--year", "2568")
    for one in recorded(data):
        assert (one["by"], one["assessed_year"]) == (DIRECTOR, "2568")
        for file in one["files"]:
            (kept,) = (data / "approvals/2568").glob(f"*-{file['sha256'][:16]}.*")
            assert kept.read_bytes() == (data / file["file"]).read_bytes()
    assert [file["file"] for file in recorded(data)[0]["files"]] == ["2568/laws.yaml", "files/2568/คำสั่ง.txt"]
    assert [file["file"] for file in recorded(data)[2]["files"]] == ["2568/proc_plan.yaml", "2568/งาน.csv"]
    assert {name: files_in(data)[name] for name in before} == before, "no letter of the data itself"


def test_what_reads_the_same_stays_approved(data: Path, run: Run) -> None:
    approve(run, data, "--all")
    path = data / "2568/laws.yaml"
    path.write_bytes(b"# checked\r\n" + path.read_bytes().replace(b"\n", b"\r\n"))
    edit(data, "2568/proc_plan.yaml", "table: งาน.csv", "table: [งาน.csv]")
    assert held(load(data)) == ()
    (data / "2568/laws.yaml").rename(data / "2568/O1-laws.yaml")
    assert held(load(data)) == (), "what it is called is no content"


def test_a_new_number_of_the_item_changes_nothing(data: Path, run: Run) -> None:
    approve(run, data, "--all")
    edit(data, "profiles/small/2568.yaml", "code: O2", "code: O9")
    assert held(load(data)) == ()
    edit(data, "2568/news.yaml", "ข่าวที่รอ", "ข่าวใหม่")
    (one,) = held(load(data))
    assert (one.why, one.item) == ("changed", "O9")
    assert shown(load(data))["news"] == "ข่าวที่รอ"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [("2568/งาน.csv", "ป้ายแรก", "ป้ายที่สอง"), ("files/2568/คำสั่ง.txt", "ฉบับแรก", "ฉบับที่สอง")],
)
def test_tables_and_evidence_are_part_of_what_was_approved(
    data: Path, run: Run, name: str, before: str, after: str
) -> None:
    approve(run, data, "--all")
    edit(data, name, before, after)
    assert [one.why for one in held(load(data))] == ["changed"]
    said = text_of(built(data))
    assert before in said
    assert after not in said
    (data / name).unlink()
    site, _ = Loader().load(data)
    assert site
    assert len(public(site).disclosures) == 3, "what was approved needs the file no more"


def test_only_what_is_chosen_is_approved_and_only_what_waits(data: Path, run: Run) -> None:
    approve(run, data, "--item", "o2")
    assert [one["family"] for one in recorded(data)] == ["news"]
    approve(run, data, "--year", "2568")
    assert [one["family"] for one in recorded(data)] == ["news", "laws", "proc_plan"]
    before = files_in(data)
    assert "ไม่มีเรื่องที่รออนุมัติ" in approve(run, data, "--all")
    assert files_in(data) == before
    approve(run, data, "--item", "O2", by="นายสมชาย รองผู้อำนวยการ")
    assert [one["by"] for one in recorded(data) if one["family"] == "news"] == [DIRECTOR, "นายสมชาย รองผู้อำนวยการ"]


def test_what_the_file_itself_keeps_back_is_neither_approved_nor_published(data: Path, run: Run) -> None:
    approve(run, data, "--item", "O1")
    edit(data, "2568/laws.yaml", "summary", "hold: ศาลสั่ง\nsummary")
    (data / "2568/news.yaml").write_text(
        "# ยกมาจากปี 2567 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้\n" + FILES["2568/news.yaml"], "utf-8"
    )
    assert shown(load(data)) == {}, "a hold takes down at once what was approved, too"
    out = approve(run, data, "--all")
    assert "ศาลสั่ง" in out
    assert [one["family"] for one in recorded(data)] == ["laws", "proc_plan"]


def test_what_was_taken_out_of_the_data_stays_until_that_is_approved(data: Path, run: Run) -> None:
    approve(run, data, "--all")
    (data / "2568/news.yaml").unlink()
    assert [one.why for one in held(load(data))] == ["removed"]
    assert codes(data) == ["changed-since-approval"]
    assert shown(load(data))["news"] == "ข่าวที่รอ"
    approve(run, data, "--item", "O2")
    assert "files" not in recorded(data)[-1]
    assert held(load(data)) == ()
    assert "news" not in shown(load(data))
    write(data, {"2568/news.yaml": FILES["2568/news.yaml"]})
    assert [one.why for one in held(load(data))] == ["approval"], "what comes back is looked at anew"


# --- without `approval: required` -----------------------------------------------------------------------


def test_without_the_setting_the_line_stands_while_it_is_true(data: Path, run: Run) -> None:
    edit(data, "agency.yaml", "approval: required\n", "")
    site = built(data)
    assert "ข้อความแรก" in text_of(site)
    assert "ตรวจแล้วโดย" not in text_of(site)
    approve(run, data, "--item", "O1")
    assert "ตรวจแล้วโดย" in (built(data) / "2568/o1/index.html").read_text("utf-8")
    edit(data, "2568/laws.yaml", "ข้อความแรก", "ข้อความที่แก้")
    page = (built(data) / "2568/o1/index.html").read_text("utf-8")
    assert "ข้อความที่แก้" in page
    assert DIRECTOR not in text_of(site)
    draft = (built(data, is_draft=True) / "2568/o1/index.html").read_text("utf-8")
    assert f"แก้หลังจากที่ {DIRECTOR} ตรวจเมื่อ" in draft
    assert codes(data) == []


# --- what goes wrong ------------------------------------------------------------------------------------


def changed(data: Path, run: Run) -> None:
    approve(run, data, "--all")
    edit(data, "2568/laws.yaml", "ข้อความแรก", "ข้อความที่แก้")


@pytest.mark.parametrize("name", ["laws", "คำสั่ง"])
@pytest.mark.parametrize("damage", ["gone", "edited"])
def test_an_approved_state_that_is_not_whole_is_not_published_at_all(
    data: Path, run: Run, name: str, damage: str
) -> None:
    changed(data, run)
    (data / "files/2568/คำสั่ง.txt").write_text("กรมตัวอย่าง คำสั่งอื่น ปี 2568", "utf-8")
    built(data)
    (kept,) = (data / "approvals/2568").glob(f"{name}-*")
    if damage == "gone":
        kept.unlink()
    else:
        kept.write_text(kept.read_text("utf-8").replace("แรก", "แรกปลอม"), "utf-8")
    before = files_in(data.parent / "site")
    outcome = outcome_of(data)
    assert not outcome.is_built
    assert [one.code for one in outcome.diagnostics if one.severity == "error"] == ["approved-state-lost"]
    assert files_in(data.parent / "site") == before, "the site that is out stays"
    assert "laws" not in shown(load(data))
    edit(data, "2568/laws.yaml", "summary", "hold: รอ\nsummary")
    assert codes(data) == [], "who keeps it back may go on"
    edit(data, "2568/laws.yaml", "hold: รอ\n", "")
    approve(run, data, "--item", "O1")
    assert "ข้อความที่แก้" in text_of(built(data))


def test_while_the_data_says_the_same_nothing_is_lost(data: Path, run: Run) -> None:
    approve(run, data, "--all")
    shutil.rmtree(data / "approvals")
    assert codes(data) == []
    assert shown(load(data))["laws"] == "ข้อความแรก"


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("family: laws", "family: lawz", "unknown-family"),
        ("sha256: ", "sha256: x", "not-a-hash"),
        ("date: ", "date: สิ้นปี ", "not-a-date"),
        ("by: ", "who: ", "unknown-key"),
        ("approvals:", "approvals: [", "yaml-syntax"),
    ],
)
def test_approvals_that_were_edited_by_hand_are_read_strictly(
    data: Path, run: Run, before: str, after: str, code: str
) -> None:
    approve(run, data, "--all")
    edit(data, "approvals.yaml", before, after)
    outcome = outcome_of(data)
    assert not outcome.is_built
    assert code in {one.code for one in outcome.diagnostics}


def test_a_hash_that_was_typed_approves_nothing_else(data: Path, run: Run) -> None:
    changed(data, run)
    edit(data, "approvals.yaml", recorded(data)[0]["files"][0]["sha256"], "a" * 64)
    assert codes(data) == ["approved-state-lost"]
    assert "laws" not in shown(load(data))


def test_content_that_was_put_in_the_place_of_an_approval_is_checked(data: Path, run: Run) -> None:
    from generator.site.approvals import sha256_of

    changed(data, run)
    text = FILES["2568/laws.yaml"].replace("ข้อความแรก", "ติดต่อ เลขประจำตัวประชาชน 1-2345-67890-12-1")
    digest = sha256_of(text.encode(), "laws.yaml")
    edit(data, "approvals.yaml", recorded(data)[0]["files"][0]["sha256"], digest)
    write(data, {f"approvals/2568/laws-{digest[:16]}.yaml": text})
    outcome = outcome_of(data)
    assert not outcome.is_built
    assert "national-id" in {one.code for one in outcome.diagnostics if one.severity == "error"}


def test_paths_of_approvals_lead_nowhere_else(data: Path, run: Run) -> None:
    changed(data, run)
    secret = data.parent / "secret.yaml"
    secret.write_text(FILES["2568/laws.yaml"].replace("ข้อความแรก", "ความลับ"), "utf-8")
    from generator.site.approvals import sha256_of

    digest = sha256_of(secret.read_bytes(), "secret.yaml")
    edit(data, "approvals.yaml", recorded(data)[0]["files"][0]["sha256"], digest)
    edit(data, "approvals.yaml", "file: 2568/laws.yaml", "file: ../secret.yaml")
    (data / f"approvals/2568/secret-{digest[:16]}.yaml").symlink_to(secret)
    assert "laws" not in shown(load(data))
    assert codes(data) == ["approved-state-lost"]


def test_one_name_has_one_content(data: Path, run: Run) -> None:
    shared = "evidence:\n- {title: คำสั่ง, file: files/2568/คำสั่ง.txt}\n"
    write(data, {"2568/news.yaml": FILES["2568/news.yaml"] + shared})
    approve(run, data, "--all")
    (data / "files/2568/คำสั่ง.txt").write_text("กรมตัวอย่าง คำสั่งฉบับที่สอง ปี 2568", "utf-8")
    assert len(shown(load(data))) == 3
    approve(run, data, "--item", "O2")
    assert codes(data) == ["approved-state-lost"]
    assert "laws" not in shown(load(data))
    approve(run, data, "--item", "O1")
    assert codes(data) == []


def test_what_is_not_public_takes_no_address(data: Path, run: Run) -> None:
    shared = "evidence:\n- {title: คำสั่ง, file: files/2568/คำสั่ง.txt}\n"
    news = FILES["2568/news.yaml"].replace("2568", "2567") + shared
    write(data, {"2567/news.yaml": news})
    edit(data, "agency.yaml", "approval: required", "approval: required\npublic_years: [2568]")
    approve(run, data, "--all")
    (data / "files/2568/คำสั่ง.txt").write_text("กรมตัวอย่าง คำสั่งฉบับที่สอง ปี 2568", "utf-8")
    approve(run, data, "--item", "O2", "--year", "2567")
    assert "approved-state-lost" not in codes(data)
    assert "คำสั่งฉบับแรก" in text_of(built(data))
    edit(data, "agency.yaml", "[2568]", "[2567, 2568]")
    assert "approved-state-lost" in codes(data)


def test_two_officers_at_one_time(data: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.commands import approve as command

    def meanwhile(*_: object) -> bool:
        edit(data, "2568/laws.yaml", "ข้อความแรก", "ของคนอื่น")
        return True

    monkeypatch.setattr(command, "accepted", meanwhile)
    code, _, err = run("approve", "--data", str(data), "--by", DIRECTOR, "--all")
    assert code == 1
    assert "2568/laws.yaml ถูกแก้หลังจากที่อ่านไป" in err
    assert not (data / "approvals.yaml").exists()
    monkeypatch.undo()
    monkeypatch.chdir(data.parent)
    approve(run, data, "--item", "O1", by="นายหนึ่ง")
    approve(run, data, "--item", "O2", by="นางสอง")
    assert [(one["family"], one["by"]) for one in recorded(data)] == [("laws", "นายหนึ่ง"), ("news", "นางสอง")]


def test_faults_are_mended_before_anything_is_approved(data: Path, run: Run) -> None:
    edit(data, "2568/laws.yaml", "files/2568/คำสั่ง.txt", "files/2568/ไม่มี.txt")
    code, out, _ = run("approve", "--data", str(data), "--by", DIRECTOR, "--all", "--yes")
    assert code == 1
    assert "ไม่มี.txt" in out
    assert not (data / "approvals.yaml").exists()
    approve(run, data, "--item", "O2")
    assert [one["family"] for one in recorded(data)] == ["news"], "faults elsewhere do not matter to this item"


def test_nothing_is_written_without_a_yes(data: Path, run: Run) -> None:
    before = files_in(data)
    code, out, _ = run("approve", "--data", str(data), "--by", DIRECTOR, "--all", "--dry-run")
    assert code == 0
    assert "O1 กฎหมาย: ยังไม่เคยอนุมัติ" in out
    code, _, err = run("approve", "--data", str(data), "--by", DIRECTOR, "--all")
    assert (code, "--yes" in err) == (2, True)
    code, _, err = run("approve", "--data", str(data), "--by", DIRECTOR)
    assert (code, "--all" in err) == (2, True)
    code, _, err = run("approve", "--data", str(data), "--by", " ", "--all", "--yes")
    assert code != 0
    assert files_in(data) == before


def test_an_approval_is_undone_like_every_change(data: Path, run: Run) -> None:
    approve(run, data, "--all")
    approved = {name: raw for name, raw in files_in(data).items() if not name.startswith(".oit")}
    edit(data, "2568/laws.yaml", "ข้อความแรก", "ข้อความที่แก้")
    approve(run, data, "--all")
    assert len(list((data / "approvals/2568").glob("laws-*"))) == 1, (
        "what no approval that counts is of is not kept twice"
    )
    assert run("undo", "--data", str(data), "--yes")[0] == 0
    edit(data, "2568/laws.yaml", "ข้อความที่แก้", "ข้อความแรก")
    assert {name: raw for name, raw in files_in(data).items() if not name.startswith(".oit")} == approved
    assert [one.message for one in Door(data).history()][-1].startswith("อนุมัติ 3 เรื่อง โดย")


def test_a_copy_of_the_folder_publishes_the_same(data: Path, run: Run, tmp_path: Path) -> None:
    changed(data, run)
    copy = tmp_path / "copy/data"
    shutil.copytree(data, copy, ignore=shutil.ignore_patterns(".*"))
    assert shown(load(copy)) == shown(load(data))
    assert shown(load(copy))["laws"] == "ข้อความแรก"


# --- subsites and two lists -----------------------------------------------------------------------------


def test_each_subsite_approves_for_itself(data: Path, run: Run) -> None:
    inner = data.parent / "inner"
    write(inner, FILES | {"2568/laws.yaml": FILES["2568/laws.yaml"].replace("ข้อความแรก", "ของเว็บย่อย")})
    with (data / "agency.yaml").open("a", encoding="utf-8") as file:
        file.write("subsites: [{path: inner, data: ../inner}]\n")
    approve(run, data, "--all")
    said = text_of(built(data))
    assert "ข้อความแรก" in said
    assert "ของเว็บย่อย" not in said
    approve(run, inner, "--all")
    edit(inner, "2568/laws.yaml", "ของเว็บย่อย", "ย่อยที่แก้")
    outcome = outcome_of(data)
    assert outcome.is_built
    assert "2568/laws.yaml" in "".join(one.file for one in outcome.held), "what waits of a subsite is said, too"
    said = text_of(data.parent / "site")
    assert "ของเว็บย่อย" in said
    assert "ย่อยที่แก้" not in said


def test_an_agency_of_two_lists_approves_once(data: Path, run: Run) -> None:
    for year in (2567, 2568):
        text = (
            FILES[f"profiles/small/{year}.yaml"]
            .replace("profile: small", "profile: other")
            .replace("code: O", "code: M")
        )
        write(data, {f"profiles/other/{year}.yaml": text})
    edit(data, "agency.yaml", "profile: small", "profile: [small, other]")
    approve(run, data, "--item", "other-m1")
    assert [(one["family"], one["item"]) for one in recorded(data)] == [("laws", "OTHER-M1")]
    site = built(data)
    for code in ("o1", "other-m1"):
        page = (site / f"2568/{code}/index.html").read_text("utf-8")
        assert "ข้อความแรก" in page
        assert "ตรวจแล้วโดย" in page


# --- the sheet ------------------------------------------------------------------------------------------


def test_the_sheet_says_item_by_item_what_changed_in_the_words_of_the_fields(data: Path, run: Run) -> None:
    sheet = data.parent / "sheet.xlsx"
    code, out, _ = run("approve", "--data", str(data), "--out", str(sheet))
    assert (code, str(sheet) in out) == (0, True)
    assert not (data / "approvals.yaml").exists()
    said = cells(sheet)
    assert ("O1", "กฎหมาย ปี 2568", "☐") in said
    assert ("• เอกสารที่เป็นคำตอบหรือหลักฐาน: คำสั่ง",) in said
    assert any("ผู้อนุมัติ ลงชื่อ" in "".join(row) for row in said)

    approve(run, data, "--all")
    long = "ข้อความยาวมาก " * 12
    edit(data, "2568/news.yaml", "ข่าวที่รอ", long + "ของเดิม")
    approve(run, data, "--all")
    edit(data, "2568/news.yaml", "ของเดิม", "ของใหม่")
    edit(data, "2568/งาน.csv", "พฤศจิกายน 2567\n", "พฤศจิกายน 2567\n2,จ้างพิมพ์,700,วิธีเฉพาะเจาะจง,ธันวาคม 2567\n")
    (data / "files/2568/คำสั่ง.txt").write_text("กรมตัวอย่าง คำสั่งอื่น ปี 2568", "utf-8")
    out = approve(run, data, "--all", "--date", "2 ม.ค. 2569")
    said = [" ".join(row) for row in cells(sheet)]
    assert any("ของเดิม → …" in line and line.endswith("ของใหม่") for line in said), "where they differ is in sight"
    assert "• ตาราง: 1 รายการ → 2 รายการ" in said
    assert any("เอกสาร files/2568/คำสั่ง.txt: เปลี่ยนแฟ้ม" in line for line in said)
    assert "O2 ข่าว ปี 2568 ☑" in said
    assert f"({DIRECTOR})" in said
    assert "วันที่ 2 มกราคม 2569" in said
    digest = recorded(data)[-1]["files"][0]["sha256"]
    assert any(f"รหัสเนื้อหา {digest[:12]}" in line for line in said), "the paper names the content that is recorded"
    book = openpyxl.load_workbook(sheet).worksheets[0]
    assert int(book.page_setup.paperSize) == 9, "A4"
    assert book.print_title_rows


# --- every file that goes out ---------------------------------------------------------------------------


def test_nothing_of_what_waits_is_in_any_file_that_goes_out(data: Path, run: Run) -> None:
    approve(run, data, "--item", "O1")
    approve(run, data, "--item", "O3")
    edit(data, "2568/laws.yaml", "ข้อความแรก", f"{MARK}changed")
    edit(data, "2568/news.yaml", "ข่าวที่รอ", f"{MARK}never")
    edit(data, "2568/งาน.csv", "จ้างทำป้ายแรก", f"{MARK}row")
    (data / "files/2568/คำสั่ง.txt").write_text(f"กรมตัวอย่าง {MARK}paper ปี 2568", "utf-8")
    site = data.parent / "out"
    code, out, err = run("build", "--data", str(data), "--site", str(site), "--offline", "--pdf", "--no-cache")
    assert code == 0, out + err
    assert run("publish", "--site", str(site), "--to", str(data.parent / "upload"))[0] == 0
    places = (site, data.parent / "out-offline.zip", data.parent / "upload", data.parent / "build")
    assert where(MARK, *places) == []
    for text in ("ข้อความแรก", "จ้างทำป้ายแรก", "คำสั่งฉบับแรก"):
        assert where(text, site), text


def test_who_approves_anew_is_seen_though_the_content_is_the_same(
    data: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OIT_CACHE", str(data.parent / "cache"))
    page = data.parent / "out/2568/o1/index.html"
    for by in (DIRECTOR, "นายสมชาย รองผู้อำนวยการ", DIRECTOR):
        approve(run, data, "--item", "O1", by=by)
        assert run("build", "--data", str(data), "--site", str(data.parent / "out"))[0] == 0
        assert f"ตรวจแล้วโดย {by}" in page.read_text("utf-8")


# --- what was published before ------------------------------------------------------------------------


def test_approval_that_begins_with_a_published_site_is_one_fault_and_one_approval_away(data: Path, run: Run) -> None:
    letter = "evidence: [{title: หนังสือ, file: files/2568/letter.txt}]\n"
    (data / "files/2568/letter.txt").write_text("ก", "utf-8")
    edit(data, "2568/news.yaml", "summary:", f"{letter}summary:")
    edit(data, "agency.yaml", "approval: required\n", "")
    assert published(data) == []
    edit(data, "agency.yaml", "years:", "approval: required\nyears:")
    edit(data, "2568/news.yaml", letter, "")
    assert published(data) == [
        ("published-unapproved", "agency.yaml", "O1/2568, O2/2568, O3/2568"),
        ("address-gone", "letter.txt", ""),  # what goes for another reason is told too
    ]
    edit(data, "2568/news.yaml", "summary:", f"{letter}summary:")
    approve(run, data, "--all")
    assert published(data) == []


def test_what_is_published_and_kept_back_now_is_one_fault(data: Path) -> None:
    edit(data, "agency.yaml", "approval: required\n", "")
    assert published(data) == []
    for file, before, after, expected in (
        ("2568/laws.yaml", "family:", "hold: รอลงนาม\nfamily:", ("published-on-hold", "laws.yaml", "O1/2568")),
        ("2568/laws.yaml", "family:", f"{mark(2567)}family:", ("published-unconfirmed", "laws.yaml", "O1/2568")),
        (
            *("agency.yaml", "site_url", "public_years: [2567]\nsite_url"),
            ("published-year-hidden", "agency.yaml", "O1/2568, O2/2568, O3/2568"),
        ),
    ):
        edit(data, file, before, after)
        assert published(data) == [expected]
        edit(data, file, after, before)


# --- whose it is --------------------------------------------------------------------------------------


def test_another_owner_or_day_needs_no_approval_and_stands_on_what_was_approved(data: Path, run: Run) -> None:
    units = "units:\n- {id: one, abbreviation: กน., name: กองหนึ่ง}\n- {id: two, abbreviation: กส., name: กองสอง}\n"
    (data / "units.yaml").write_text(units, "utf-8")
    edit(data, "2568/laws.yaml", "summary:", "owner: กน.\nsummary:")
    approve(run, data, "--all")

    def owners() -> dict[str, str]:
        return {
            one.data.family: one.data.owner.unit if one.data.owner else "" for one in public(load(data)).disclosures
        }

    assert owners() == {"laws": "กน.", "news": "", "proc_plan": ""}
    edit(data, "2568/laws.yaml", "owner: กน.", "owner: กส.\ndue: 30 เมษายน 2568")
    (data / "2568/owners.csv").write_text("ข้อ,ผู้รับผิดชอบ,กำหนดส่ง\nO2,กส.,30 เม.ย. 68\n", "utf-8")
    assert held(load(data)) == ()
    assert owners() == {"laws": "กส.", "news": "กส.", "proc_plan": ""}
    edit(data, "2568/laws.yaml", "ข้อความแรก", "ข้อความที่แก้")
    edit(data, "2568/news.yaml", "ข่าวที่รอ", "ข่าวที่แก้")
    assert [one.why for one in held(load(data))] == ["changed", "changed"]
    assert shown(load(data))["laws"] == "ข้อความแรก"
    assert owners() == {"laws": "กส.", "news": "กส.", "proc_plan": ""}, "on the approved state, whose it is now"
    _, out, _ = run("approve", "--data", str(data), "--out", str(data.parent / "sheet.xlsx"))
    assert "ข้อความที่แก้" in out
    assert "กส." not in out


def test_evidence_that_is_named_without_its_folder_is_approved_and_published_as_the_file_that_it_is(
    run: Run, data: Path
) -> None:
    path = data / "2568/laws.yaml"
    path.write_text(path.read_text("utf-8").replace("files/2568/คำสั่ง.txt", "คำสั่ง.txt"), "utf-8")
    approve(run, data, "--item", "O1", "--year", "2568")
    path.write_text(path.read_text("utf-8").replace("ข้อความแรก", "ข้อความที่สอง"), "utf-8")
    site = load(data)
    (approved,) = (one for key, one in site.approvals.items() if "laws" in str(key))
    assert approved.problem == ""
    (file,) = approved.evidence.values()
    assert (file.name, file.is_there) == ("files/2568/คำสั่ง.txt", True)
    assert file.address == site.evidence["files/2568/คำสั่ง.txt"].address
