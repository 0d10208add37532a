"""The officer's own server: a changed figure, page or look is there on the next build, and only then."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Severity, has_errors
from generator.road import Project
from generator.serve import Rebuild, aside
from tests.conftest import ROOT

Log = list[tuple[list[Diagnostic], int]]


@pytest.fixture
def served(tmp_path: Path) -> tuple[Project, Rebuild, Log]:
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    shutil.copytree(ROOT / "examples" / "nhrc", tmp_path / "data")
    log: Log = []
    project = Project(tmp_path, tmp_path / "data", tmp_path / "site", tmp_path / "work")
    rebuild = Rebuild(project, "mkdocs", lambda found, pages, seconds, blanks: log.append((found, pages)))
    rebuild()
    return project, rebuild, log


def test_what_is_served_is_the_draft_where_the_draft_was_asked_for(tmp_path: Path) -> None:
    for is_draft in (True, False):
        private = aside(Project(ROOT, tmp_path, tmp_path / "site", tmp_path / "work", is_draft), tmp_path / "x")
        assert private.is_draft is is_draft
        assert private.site.parent == private.work.parent == tmp_path / "x"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    before = path.stat().st_mtime_ns
    path.write_text(text.replace(old, new), "utf-8")
    os.utime(path, ns=(before + 1_000_000, before + 1_000_000))  # a clock too coarse to tell two writes apart


def test_a_changed_figure_is_shown_and_only_its_pages_are_built(served: tuple[Project, Rebuild, Log]) -> None:
    project, rebuild, log = served
    whole = log[-1][1]
    edit(project.data / "ita/2567.yaml", "84.15", "84.16")
    rebuild()
    assert "๘๔.๑๖" in (project.site / "ita/2567/index.html").read_text("utf-8")
    assert "84.16" in (project.site / "en/ita/2567/index.html").read_text("utf-8")
    assert 0 < log[-1][1] <= 6 < whole
    texts = "".join(path.read_text("utf-8") for path in (project.site / "search").glob("t*.js"))
    assert "๘๔.๑๖" in texts
    assert (project.site / "search/start.js").read_text("utf-8").count('["units/"') == 1


def test_a_changed_title_is_shown_in_the_menu_of_every_page(served: tuple[Project, Rebuild, Log]) -> None:
    project, rebuild, log = served
    edit(project.data / "agency.yaml", "สำนักงาน กสม.", "สนง. กสม.")
    rebuild()
    assert log[-1][1] == log[0][1]
    for page in ("index.html", "2568/o1/index.html", "units/index.html"):
        assert "สนง. กสม." in (project.site / page).read_text("utf-8")


def test_a_fault_is_told_and_the_site_stays_until_it_is_mended(served: tuple[Project, Rebuild, Log]) -> None:
    project, rebuild, log = served
    file = project.data / "ita/2567.yaml"
    before = (project.site / "ita/2567/index.html").read_bytes()
    edit(file, "score: 84.33", "score: eighty")
    rebuild()
    assert [d.code for d in log[-1][0] if d.severity is Severity.ERROR] == ["not-a-number"]
    assert log[-1][1] == 0
    assert (project.site / "ita/2567/index.html").read_bytes() == before
    edit(file, "score: eighty", "score: 84.33")
    rebuild()
    assert not has_errors(log[-1][0])
    assert log[-1][1] == 0


def test_a_changed_look_is_shown(served: tuple[Project, Rebuild, Log]) -> None:
    project, rebuild, _ = served
    edit(project.root / "theme/partials/footer.html", "oit-footer__name", "oit-footer__name changed")
    rebuild()
    assert "oit-footer__name changed" in (project.site / "2568/o2/index.html").read_text("utf-8")


def test_a_new_page_of_content_is_shown(served: tuple[Project, Rebuild, Log]) -> None:
    project, rebuild, _ = served
    (project.root / "content/th/new.md").write_text("---\ntitle: ใหม่\n---\n\n# ใหม่ {: #new }\n", "utf-8")
    rebuild()
    assert (project.site / "new/index.html").is_file()
    assert "new/" in (project.site / "index.html").read_text("utf-8")
