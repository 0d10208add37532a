"""A site in a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.audit.addresses import FOLDER_ROOT
from generator.audit.fetch import run
from generator.audit.folder import Folder
from generator.audit.report import report_of
from generator.audit.task import Task
from tests.audit_sites import CATALOGUES, QUICK, YEAR, codes, good, page, write


def test_a_folder_is_read_without_any_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.create_connection", refuse)
    site = tmp_path / "site"
    write(good(O8='<a href="../secret.html">ก</a>', O9='<a href="linked.html">ก</a>'), site)
    (tmp_path / "secret.html").write_text(page("<h1>ลับ</h1>"), "utf-8")
    (site / "linked.html").symlink_to(tmp_path / "secret.html")
    task = Task(FOLDER_ROOT, CATALOGUES, folder=site.as_posix(), year=YEAR)
    report = report_of(run(task, Folder(site, QUICK)))
    assert codes(report) == [("outside-folder", "O8"), ("broken-link", "O9")]
    assert {d.file for d in report.found} == {f"{site.as_posix()}/index.html"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes in folders")
def test_a_pipe_in_a_folder_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    fetched = Folder(tmp_path, QUICK).fetch(f"{FOLDER_ROOT}a.pdf")
    assert (fetched.status, fetched.trouble) == (404, "status")
