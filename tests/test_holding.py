"""What is kept back from citizens: a year that is not public, a file on hold, a carried file; nothing of it is in a public site."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest

from generator.officers.new_year import new_year
from generator.project import Project
from generator.road import walk
from generator.site.holding import Held, held, public
from generator.site.site import Site
from tests.conftest import ROOT
from tests.folders import load, write

Run = Callable[..., tuple[int, str, str]]

FILES = {
    "agency.yaml": "name: กรมตัวอย่าง\nshort_name: กตอ.\nprofile: small\nlanguages: [th]\nyears: [2567, 2568]\n"
    "public_years: [2567]\nsite_url: https://oit.example.go.th/\n",
    **{
        f"profiles/small/{year}.yaml": f"profile: small\nyear: {year}\nsource: ก\nitems:\n"
        "- {code: O1, sub_indicator: 9.1, title: กฎหมาย, families: [laws]}\n"
        "- {code: O2, sub_indicator: 9.1, title: ข่าว, families: [news]}\n"
        "- {code: O3, sub_indicator: 10.1, title: นโยบาย, families: [pdpa]}\n"
        for year in (2567, 2568)
    },
    "2567/laws.yaml": "family: laws\nassessed_year: 2567\ndata_year: 2567\nsummary: ข้อความเปิดเผย\n"
    "evidence: [{title: เอกสารเปิด, file: files/open.txt}]\n",
    "2567/news.yaml": "family: news\nassessed_year: 2567\ndata_year: 2567\nsummary: ข้อความที่กันไว้\n"
    "hold: รอผู้อำนวยการลงนาม\nevidence: [{title: เอกสารกันไว้, file: files/held.txt}]\n",
    "2567/pdpa.yaml": "# ยกมาจากปี 2566 ตรวจว่ายังถูกต้องทุกบรรทัด แล้วลบบรรทัดนี้\n"
    "family: pdpa\nassessed_year: 2567\ndata_year: 2567\nsummary: ข้อความที่ยกมา\n",
    "2568/laws.yaml": "family: laws\nassessed_year: 2568\ndata_year: 2568\nsummary: ข้อความปีใหม่\n",
    "files/open.txt": "เปิด",
    "files/held.txt": "กันไว้",
}
KEPT_BACK = ("ข้อความที่กันไว้", "ข้อความที่ยกมา", "ข้อความปีใหม่", "เอกสารกันไว้", "รอผู้อำนวยการลงนาม")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write(tmp_path / "data", FILES)


def built(data: Path, *, is_draft: bool) -> Path:
    out = data.parent / ("draft" if is_draft else "site")
    outcome = walk(Project(ROOT, data, out, data.parent / "work", is_draft=is_draft), "mkdocs")
    assert outcome.is_built, outcome.diagnostics
    return out


def text_of(site: Path) -> str:
    return "\n".join(path.read_text("utf-8", "replace") for path in sorted(site.rglob("*")) if path.is_file())


def test_a_public_site_has_nothing_of_what_is_kept_back(data: Path) -> None:
    site = built(data, is_draft=False)
    said = text_of(site)
    assert "ข้อความเปิดเผย" in said
    assert [text for text in KEPT_BACK if text in said] == []
    assert (site / "files/open.txt").is_file()
    assert not (site / "files/held.txt").exists()
    assert not (site / "2568").exists()
    assert (site / "2567/o2/index.html").is_file(), "the item is there, and not published yet"


def test_the_draft_shows_it_and_says_why(data: Path) -> None:
    site = built(data, is_draft=True)
    said = text_of(site)
    assert [text for text in KEPT_BACK if text not in said] == []
    assert "รอผู้อำนวยการลงนาม" in (site / "2567/o2/index.html").read_text("utf-8")
    assert "ยกมาจากปีก่อน" in (site / "2567/o3/index.html").read_text("utf-8")


def test_what_is_kept_back_is_told(data: Path, run: Run) -> None:
    site = load(data)
    assert [(one.why, one.year, one.file.rpartition("/")[2]) for one in held(site)] == [
        ("year", 2568, ""),
        ("hold", 2567, "news.yaml"),
        ("carried", 2567, "pdpa.yaml"),
    ]
    code, out, _ = run("build", "--data", str(data), "--site", str(data.parent / "out"))
    assert code == 0
    assert "public_years" in out
    assert "รอผู้อำนวยการลงนาม" in out


def test_without_such_a_line_everything_is_public_and_the_same_site(tmp_path: Path) -> None:
    whole = {name: text for name, text in FILES.items() if not name.endswith(("news.yaml", "pdpa.yaml"))}
    whole["agency.yaml"] = whole["agency.yaml"].replace("public_years: [2567]\n", "")
    site = load(write(tmp_path, whole))
    assert held(site) == ()
    assert public(site) is site


def test_no_public_year_is_a_site_without_years(tmp_path: Path) -> None:
    none = FILES | {"agency.yaml": FILES["agency.yaml"].replace("[2567]\n", "[]\n")}
    site = load(write(tmp_path, none))
    assert public(site).years == ()
    assert {one.year for one in held(site)} == {2567, 2568}


def opened(site: Site, agency: str) -> str | None:
    return new_year(site, 2569, 2568, there=(), agency=agency).agency


def test_a_year_that_is_opened_stays_in_the_draft(tmp_path: Path) -> None:
    agency = FILES["agency.yaml"].replace("public_years: [2567]\n", "")
    site = load(write(tmp_path, FILES | {"agency.yaml": agency}))
    text = opened(site, agency)
    assert text
    after = load(write(tmp_path, {"agency.yaml": text}))
    assert after.agency.public_years == (2567, 2568)
    assert after.agency.years == (2567, 2568, 2569)
    assert Held("year", 2569) in held(
        load(
            write(
                tmp_path,
                {"2569/laws.yaml": FILES["2568/laws.yaml"].replace("2568", "2569")}
                | {"profiles/small/2569.yaml": FILES["profiles/small/2568.yaml"].replace("2568", "2569")},
            )
        )
    )
    named = FILES["agency.yaml"]
    assert "public_years: [2567]\n" in (opened(load(write(tmp_path, {"agency.yaml": named})), named) or "")


# --- nothing of what waits is in any file ---------------------------------------------------------------

MARK = "Zqwaiting"
"""Latin letters, which no Thai text, no compression of words and no typeface of a PDF takes apart."""


def opened_by_new_year(data: Path, run: Run) -> None:
    """A year that was opened, filled in and not named in ``public_years``."""
    write(
        data,
        {
            "agency.yaml": FILES["agency.yaml"].replace("public_years: [2567]\n", "").replace("[th]", "[th, en]"),
            **{name: text for name, text in FILES.items() if name.startswith(("profiles/", "2568/"))},
            "profiles/small/2568.yaml": FILES["profiles/small/2568.yaml"]
            + "- {code: O4, sub_indicator: 10.1, title: แผนจัดซื้อ, families: [proc_plan]}\n",
        },
    )
    for name in ("2567/news.yaml", "2567/pdpa.yaml"):
        (data / name).unlink()
    code, out, err = run("new-year", "2569", "--from", "2568", "--data", str(data))
    assert code == 0, out + err
    for path in (data / "2569").glob("*.yaml"):
        path.unlink()
    write(
        data,
        {
            "2569/laws.yaml": "family: laws\nassessed_year: 2569\ndata_year: 2569\n"
            f"title: {{th: {MARK}title, en: {MARK}titleen}}\nsummary: {MARK}summary\n"
            f"evidence: [{{title: {MARK}paper, file: files/2569/{MARK}.txt}}]\n",
            "2569/news.yaml": "family: news\nassessed_year: 2569\ndata_year: 2569\n"
            f"hold: {MARK}reason\nsummary: {MARK}news\n",
            "2569/proc_plan.yaml": "family: proc_plan\nassessed_year: 2569\ndata_year: 2569\ntable: jobs.csv\n",
            "2569/jobs.csv": "ลำดับ,ชื่อโครงการ,งบประมาณโครงการ (บาท),วิธีการจัดซื้อจัดจ้าง,คาดว่าจะประกาศจัดซื้อจัดจ้าง (เดือน/ปี)\n"
            f"1,{MARK}job,5000,วิธีเฉพาะเจาะจง,พฤศจิกายน 2568\n",
            f"files/2569/{MARK}.txt": f"{MARK}content ปี 2569 กรมตัวอย่าง",
        },
    )


def everything_in(file: Path) -> Iterator[tuple[str, str]]:
    """A file's name and words, those of packed and compressed ones too."""
    yield file.as_posix(), file.as_posix()
    content = file.read_bytes()
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as packed:
            for name in packed.namelist():
                yield f"{file}!{name}", name + packed.read(name).decode("utf-8", "replace")
    elif content.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(content))
        words = [page.extract_text() for page in reader.pages] + [str(reader.metadata)]
        yield file.as_posix(), "\n".join(words)
    elif content.startswith(b"\x1f\x8b"):
        yield file.as_posix(), gzip.decompress(content).decode("utf-8", "replace")
    else:
        yield file.as_posix(), content.decode("utf-8", "replace")


def where(mark: str, *places: Path) -> list[str]:
    files = [file for place in places for file in ([place] if place.is_file() else sorted(place.rglob("*")))]
    return [name for file in files if file.is_file() for name, text in everything_in(file) if mark in text]


def test_nothing_of_a_year_that_is_opened_is_in_any_file_that_goes_out(data: Path, run: Run) -> None:
    opened_by_new_year(data, run)
    here = data.parent
    site, zipped, upload = here / "out", here / "out-offline.zip", here / "upload"
    built_now = ("build", "--data", str(data), "--site", str(site), "--offline", "--pdf", "--no-cache")
    code, out, err = run(*built_now)
    assert code == 0, out + err
    assert "ปี 2569: เผยแพร่ด้วยการเพิ่มปีนี้ใน public_years" in out
    assert run("publish", "--site", str(site), "--to", str(upload))[0] == 0
    places = (site, zipped, upload, data / "published-addresses.txt", here / "build")
    assert where("ข้อความปีใหม่", site), "the year that is public is there"
    assert list(site.rglob("*.pdf"))
    assert where(MARK, *places) == []
    assert [name for name in where("2569/", *places) if "catalogue" not in name] == []

    agency = (data / "agency.yaml").read_text("utf-8")
    assert "- 2568\nsite_url" in agency
    (data / "agency.yaml").write_text(agency.replace("- 2568\nsite_url", "- 2568\n- 2569\nsite_url"), "utf-8")
    code, out, err = run(*built_now)
    assert code == 0, out + err
    said = where(MARK, site)
    for kind in ("index.html", ".txt", ".csv", ".xlsx", ".pdf", ".json"):
        assert [name for name in said if kind in name], kind
    assert where(f"{MARK}news", site) == [], "a hold of its own stays"
