"""``oit audit`` over whole sites: one made by hand with what assessors meet, our own sample, and one that is right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator import languages
from generator.audit.addresses import FOLDER_ROOT
from generator.audit.fetch import run
from generator.audit.folder import Folder
from generator.audit.limits import Limits
from generator.audit.report import audit_summary, report_of
from generator.audit.task import Task
from generator.officers.todo_list import as_xlsx
from tests.audit_sites import AUDITED, CATALOGUES, QUICK, Server, as_bytes, audit_site, audited, codes, good


def test_every_fault_of_a_site_made_by_hand_is_found_and_nothing_else(
    update: bool, serve: Callable[[Server], Server]
) -> None:
    server = serve(audited())
    limits = Limits(pause=0, timeout=1, size=1_000_000)
    report, _ = audit_site(f"{server.url}/", limits, agency=("สำนักงานทดลอง",))
    said = [
        f"{d.place.removeprefix(server.url)} {d.severity} {d.code} {d.message('th')}".replace(server.url, "")
        for d in report.found
    ]
    expected = AUDITED / "report.yaml"
    if update:
        expected.write_text(yaml.safe_dump(said, allow_unicode=True, width=1000), "utf-8")
    assert said == yaml.safe_load(expected.read_text("utf-8"))
    assert "/units.html" not in server.asked  # the owners' column answers nothing
    assert not [path for path in server.asked if path.startswith(("/2567/", "/private/"))]


def test_our_own_sample_has_no_fault_only_links_that_were_not_opened(sample: Path) -> None:
    for year in (2567, 2568, 2569):
        task = Task(FOLDER_ROOT, CATALOGUES, folder="site", year=year, agency=("สำนักงานตัวอย่าง",))
        report = report_of(run(task, Folder(sample, QUICK)))
        assert report.audit.listed == len(CATALOGUES[year].items)
        assert {d.code for d in report.found} <= {"audit-link-not-opened", "audit-not-judged"}


def test_a_good_site_has_no_finding(serve: Callable[[Server], Server]) -> None:
    files = as_bytes(good())
    report, _ = audit_site(serve(Server(files)).url, agency=("สำนักงานทดลอง",))
    assert codes(report) == []
    assert report.audit.listed == 28


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_every_finding_reads_well(language: str, serve: Callable[[Server], Server]) -> None:
    report, _ = audit_site(serve(audited()).url, Limits(pause=0, timeout=1, size=1_000_000), agency=("สำนักงานทดลอง",))
    for d in report.found:
        for sentence in (d.message(language), d.hint(language)):
            assert sentence
            assert "{" not in sentence
            assert "None" not in sentence
    assert as_xlsx(report, language) == as_xlsx(report, language)
    assert audit_summary(report, language)
