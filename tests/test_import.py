"""``oit import``: a folder, a site or a saved page becomes a data folder; shown first, nothing overwritten, files fetched once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.models.disclosure import Disclosure
from generator.site.loader import Loader
from generator.store.door import Door
from tests import documents
from tests.audit_sites import YEAR, Server, as_bytes, good, page, serving, write

Run = Callable[..., tuple[int, str, str]]
NEW = ("--agency", "กรมตัวอย่าง", "--yes", "--pause", "0")


def disclosure(data: Path, family: str) -> Disclosure:
    site, found = Loader().load(data)
    assert site, found
    entry = site.disclosure(family, YEAR)
    assert entry
    return entry.data


def test_a_folder_becomes_a_data_folder_and_a_second_import_finds_nothing_new(run: Run, tmp_path: Path) -> None:
    write(good(O22="ไม่มีการรับทรัพย์สินในปีงบประมาณ พ.ศ. 2568"), tmp_path / "web")
    data = tmp_path / "data"
    taken = ("import", str(tmp_path / "web"), "--data", str(data), "--base", "https://www.example.go.th/ita/", *NEW)
    code, out, _ = run(*taken)
    assert code == 0, out
    plan = disclosure(data, "ac_plan")
    (evidence,) = plan.evidence
    assert evidence.link == "https://www.example.go.th/ita/o/o25.html"
    assert {one.component for one in evidence.shows} >= {"projects", "budget"}
    assert disclosure(data, "gift_report").none
    assert not disclosure(data, "gift_report").evidence
    kept = {path: path.read_bytes() for path in data.glob("2568/*.yaml")}
    code, out, _ = run(*taken)
    assert code == 0
    assert len(Door(data).history()) == 1, "nothing new is written"
    assert {path: path.read_bytes() for path in data.glob("2568/*.yaml")} == kept


def test_what_an_officer_wrote_is_left_alone_and_the_difference_said(run: Run, tmp_path: Path) -> None:
    write(good(), tmp_path / "web")
    data = tmp_path / "data"
    assert run("new", str(data), "--name", "กรมตัวอย่าง", "--year", str(YEAR))[0] == 0
    (path,) = data.glob(f"{YEAR}/*ac_plan.yaml")
    mine = path.read_text("utf-8") + "evidence:\n- {title: แผนเดิม, link: https://www.example.go.th/old.pdf}\n"
    path.write_text(mine, "utf-8")
    (blank,) = data.glob(f"{YEAR}/*ac_report.yaml")
    before = blank.read_text("utf-8")
    code, out, _ = run("import", str(tmp_path / "web"), "--data", str(data), "--base", "https://x.go.th/", "--yes")
    assert code == 0, out
    assert path.read_text("utf-8") == mine
    assert "แผนเดิม อยู่ในข้อมูล แต่ไม่อยู่ในหน้าเว็บ" in out
    assert "https://x.go.th/o/o25.html" in out, "what the page has beside it is shown"
    assert all(line in blank.read_text("utf-8") for line in before.splitlines()), "a blank keeps what it says"
    assert disclosure(data, "ac_report").evidence[0].link == "https://x.go.th/o/o26.html"
    assert run("undo", "--data", str(data), "--yes")[0] == 0
    assert blank.read_text("utf-8") == before


def test_files_of_the_own_host_are_fetched_once_and_keep_where_they_are_from(run: Run, tmp_path: Path) -> None:
    plan = documents.pdf(["แผนปฏิบัติการป้องกันการทุจริต ปีงบประมาณ 2568 โครงการ งบประมาณ"])
    files = good(O25="<a href='/f/แผน 68.pdf'>แผนป้องกันการทุจริต</a><a href='https://drive.google.com/x'>สำรอง</a>")
    files["f/แผน 68.pdf"] = plan
    server = Server(as_bytes(files))
    data = tmp_path / "data"
    with serving(server):
        taken = ("import", f"{server.url}/", "--data", str(data), "--fetch", *NEW)
        code, out, _ = run(*taken)
        assert code == 0, out
        own, drive = disclosure(data, "ac_plan").evidence
        assert own.file
        assert (data / own.file).read_bytes() == plan
        assert own.file.startswith("files/2568/O25-แผน-68-")
        assert drive.link == "https://drive.google.com/x"
        (path,) = data.glob(f"{YEAR}/*ac_plan.yaml")
        assert "SHA-256" in path.read_text("utf-8")
        path.unlink()
        server.asked.clear()
        code, out, _ = run(*taken)
        assert code == 0, out
        assert server.asked.count("/f/แผน 68.pdf") == 1, "the audit opens it; what is there is not fetched again"
        assert disclosure(data, "ac_plan").evidence[0].file == own.file


def test_a_saved_page_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "saved.html").write_bytes(as_bytes(good())["index.html"])
    data = tmp_path / "data"
    code, out, _ = run("import", str(tmp_path / "saved.html"), "--data", str(data), *NEW)
    assert code == 0
    assert not data.exists(), "without an address nothing of it can be pointed to"
    assert "--base" in out
    code, out, _ = run(
        "import", str(tmp_path / "saved.html"), "--data", str(data), "--base", "https://x.go.th/ita.html", *NEW
    )
    assert code == 0, out
    assert disclosure(data, "ac_plan").evidence[0].link == "https://x.go.th/o/o25.html"


def test_nothing_is_written_unasked_and_an_agency_has_a_name(run: Run, tmp_path: Path) -> None:
    write(good(), tmp_path / "web")
    data = tmp_path / "data"
    base = ("import", str(tmp_path / "web"), "--data", str(data), "--base", "https://x.go.th/")
    assert run(*base, "--yes")[0] == 2
    assert run(*base, "--agency", "ก", "--dry-run")[0] == 0
    assert not data.exists()


def test_a_page_without_a_list_says_so(run: Run, tmp_path: Path) -> None:
    write({"index.html": page("<p>ยินดีต้อนรับ</p>")}, tmp_path / "web")
    code, out, _ = run("import", str(tmp_path / "web"), "--data", str(tmp_path / "data"), *NEW)
    assert code == 1
    assert "audit-no-list" in out
    assert not (tmp_path / "data").exists()
