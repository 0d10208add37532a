"""Publishing: what is checked is what goes out, nothing of people is lost, and two builds never meet."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from generator.project import Project
from generator.publish import engine, manifest
from generator.publish.engine import Job
from generator.road import Outcome, walk
from tests.conftest import ROOT
from tests.folders import write

PDF = b"%PDF-1.4\n%%EOF\n"
AGENCY = "name: ก\nshort_name: ก\nlanguages: [th]\nyears: [2566]\nsite_url: https://oit.example.go.th/\n"
LAWS = "family: laws\nassessed_year: 2566\ndata_year: 2566\nevidence:\n- title: แผน\n  file: files/plan.pdf\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    write(tmp_path / "data", {"agency.yaml": AGENCY, "laws.yaml": LAWS})
    (tmp_path / "data/files").mkdir()
    (tmp_path / "data/files/plan.pdf").write_bytes(PDF)
    return Project(ROOT, tmp_path / "data", tmp_path / "site", tmp_path / "work")


def codes(outcome: Outcome) -> list[str]:
    return [d.code for d in outcome.diagnostics if d.severity == "error"]


def while_built(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Does something at the moment when the engine has read the data and evidence is still to be copied."""
    real = engine.ENGINES["mkdocs"]

    def build(job: Job, **more: object) -> None:
        act()
        real(job, **more)

    monkeypatch.setitem(engine.ENGINES, "mkdocs", build)


def test_a_document_that_is_swapped_after_it_was_checked_is_never_published(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(b"%PDF-1.4\nsecret\n%%EOF\n")
    plan = project.data / "files/plan.pdf"

    def swap() -> None:
        plan.unlink()
        plan.symlink_to(secret)

    while_built(monkeypatch, swap)
    assert codes(walk(project)) == ["evidence-changed"]
    assert not project.site.exists()


def test_a_document_that_goes_while_the_site_is_built_is_told(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    while_built(monkeypatch, (project.data / "files/plan.pdf").unlink)
    assert codes(walk(project)) == ["evidence-changed"]


def test_the_manifest_proves_every_file_and_counts_publications(project: Project) -> None:
    assert walk(project).is_built
    said = json.loads((project.site / "manifest.json").read_text("utf-8"))
    there = {
        path.relative_to(project.site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in project.site.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert said == {"serial": 1, "previous": "", "next_review": "", "files": there}
    first = (project.site / "manifest.json").read_bytes()
    assert walk(project).is_built
    assert (project.site / "manifest.json").read_bytes() == first  # nothing changed
    (project.data / "laws.yaml").write_text(f"{LAWS}summary: ใหม่\n", "utf-8")
    assert walk(project).is_built
    second = manifest.read(project.site)
    assert second
    assert (second.serial, second.previous) == (2, hashlib.sha256(first).hexdigest())
    (project.data / "agency.yaml").write_text(f"{AGENCY}next_review: 30 ก.ย. 2567\n", "utf-8")
    assert walk(project).is_built
    third = manifest.read(project.site)
    assert third
    assert (third.serial, third.next_review) == (3, date(2024, 9, 30))


def test_what_people_put_into_a_site_stays_there(project: Project) -> None:
    assert walk(project).is_built
    own = {".git/HEAD": "ref", "CNAME": "oit.go.th", "2566/o6/note.txt": "x", "own/a.html": "x", ".htaccess": "Require"}
    write(project.site, own)
    (project.site / "web.config").unlink()
    (project.site / "web.config").mkdir()
    assert walk(project).is_built
    assert {name: (project.site / name).read_text("utf-8") for name in own} == own
    assert (project.site / "web.config").is_dir()


def test_a_file_of_people_where_the_new_site_has_one_stops_the_build(project: Project) -> None:
    assert walk(project).is_built
    second = LAWS.replace("files/plan.pdf", "files/new.pdf")
    (project.data / "files/new.pdf").write_bytes(PDF)
    (project.data / "laws.yaml").write_text(second, "utf-8")
    (project.data / "agency.yaml").write_text(
        AGENCY + "withdrawn:\n- {address: files/plan.pdf, reason: ฉบับแก้ไข}\n", "utf-8"
    )
    write(project.site, {"files/new.pdf": "somebody's own"})
    assert codes(walk(project)) == ["file-in-the-way"]
    assert (project.site / "files/new.pdf").read_text("utf-8") == "somebody's own"


def test_two_builds_of_one_site_do_not_meet(project: Project) -> None:
    assert walk(project).is_built
    for folder in (project.site, project.work):
        with FileLock(folder.with_name(f".{folder.name}.lock")):
            assert codes(walk(project)) == ["build-under-way"]
    assert walk(project).is_built


def test_what_a_killed_build_left_is_put_right_first(project: Project) -> None:
    assert walk(project).is_built
    write(project.site, {"CNAME": "oit.go.th"})
    os.replace(project.site, project.site.with_name(".site.old"))
    write(project.site.with_name(".site.new"), {"index.html": "half"})
    assert walk(project).is_built
    assert (project.site / "CNAME").is_file()
    assert list(project.site.parent.glob(".site.*")) == []


def test_a_site_of_an_earlier_version_is_replaced_and_what_is_of_people_stays(project: Project) -> None:
    assert walk(project).is_built
    (project.site / "manifest.json").unlink()  # version 0.2 wrote none
    write(project.site, {"files/scan.pdf": "own", "CNAME": "oit.go.th"})
    (project.data / "agency.yaml").write_text(f"{AGENCY}about: ใหม่\n", "utf-8")
    assert [d.place for d in walk(project).diagnostics if d.severity == "error"] == []
    assert (project.site / "files/scan.pdf").read_text("utf-8") == "own"
    assert (project.site / "CNAME").is_file()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EROFS, "folder-read-only"),
        (errno.EACCES, "folder-in-use"),
        (errno.ENAMETOOLONG, "machine-refuses"),
    ],
)
def test_what_the_machine_refuses_is_told_and_the_site_stays(
    number: int, code: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert walk(project).is_built
    before = (project.site / "index.html").read_bytes()

    def refuse() -> None:
        raise OSError(number, os.strerror(number), "x")

    while_built(monkeypatch, refuse)
    outcome = walk(project)
    assert codes(outcome) == [code]
    assert all(d.message("th") and d.hint("th") for d in outcome.diagnostics)
    assert (project.site / "index.html").read_bytes() == before


def test_a_key_that_does_not_sign_is_told_before_anything_is_built(project: Project) -> None:
    assert codes(walk(replace(project, key=project.data / "nowhere"))) == ["not-signed"]
    assert not project.site.exists()


def test_a_web_server_can_read_what_a_careful_umask_wrote(project: Project) -> None:
    before = os.umask(0o077)
    try:
        assert walk(project).is_built
    finally:
        os.umask(before)
    assert all(path.stat().st_mode & 0o044 == 0o044 for path in project.site.rglob("*"))


@pytest.mark.parametrize("address", ["../../x/", "/etc/x/", "C:/x/", "a/../../x/", "..\\x/", "2566/..", "x//y/", "./x"])
def test_no_address_in_the_data_leads_out_of_the_site(address: str, project: Project, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    (project.data / "agency.yaml").write_text(
        AGENCY + f"withdrawn:\n- {{address: '{address}', reason: ย้าย}}\n", "utf-8"
    )
    outcome = walk(project)
    assert codes(outcome) == ["not-an-address"]
    assert [path for path in sorted(tmp_path.rglob("*")) if path not in before and path != project.data] == []
