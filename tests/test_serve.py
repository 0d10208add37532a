"""The officer's own server: a changed figure, page or look is there on the next build, and only then."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.diagnostics import Severity, has_errors
from generator.project import Project
from generator.reading import Reading
from generator.road import Outcome, Road
from generator.serve import aside
from tests.conftest import ROOT


class Served:
    """A copy of the NHRC's data that a server shows."""

    def __init__(self, folder: Path) -> None:
        for name in ("content", "theme"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
        shutil.copytree(ROOT / "examples" / "nhrc", folder / "data")
        self.project = Project(folder, folder / "data", folder / "site", folder / "work")
        self._road = Road(self.project, keeps=True)
        self.first = self.refresh()

    def refresh(self, seen: Callable[[], None] | None = None) -> Outcome:
        return self._road.refresh(seen)

    def page(self, address: str) -> str:
        return (self.project.site / address / "index.html").read_text("utf-8")

    def cold(self, name: str) -> Path:
        """The same data built from nothing into another folder, as a server would."""
        folder = self.project.root / name
        Road(replace(self.project, site=folder / "site", work=folder / "work"), keeps=True).refresh()
        return folder / "site"


@pytest.fixture
def served(tmp_path: Path) -> Served:
    return Served(tmp_path)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    before = path.stat().st_mtime_ns
    path.write_text(text.replace(old, new), "utf-8")
    os.utime(path, ns=(before + 1_000_000, before + 1_000_000))  # a clock too coarse to tell two writes apart


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_served_is_the_draft_where_the_draft_was_asked_for(tmp_path: Path) -> None:
    for is_draft in (True, False):
        private = aside(Project(ROOT, tmp_path, tmp_path / "site", tmp_path / "work", is_draft), tmp_path / "x")
        assert private.is_draft is is_draft
        assert private.site.parent == private.work.parent == tmp_path / "x"


def test_a_changed_figure_is_shown_and_only_its_pages_are_built(served: Served) -> None:
    start = served.project.site / "search/start.js"
    known = start.read_text("utf-8").count('"units/"')
    edit(served.project.data / "ita/2567.yaml", "84.15", "84.16")
    outcome = served.refresh()
    assert "๘๔.๑๖" in served.page("ita/2567")
    assert "84.16" in served.page("en/ita/2567")
    assert 0 < outcome.pages <= 6 < served.first.pages
    texts = "".join(path.read_text("utf-8") for path in (served.project.site / "search").glob("t*.js"))
    assert "๘๔.๑๖" in texts
    assert start.read_text("utf-8").count('"units/"') == known, "no page is listed again"


def test_a_changed_title_is_shown_in_the_menu_of_every_page(served: Served) -> None:
    edit(served.project.data / "agency.yaml", "สำนักงาน กสม.", "สนง. กสม.")
    assert served.refresh().pages == served.first.pages
    for page in ("", "2568/o1", "units"):
        assert "สนง. กสม." in served.page(page)


def test_a_fault_is_told_and_the_site_stays_until_it_is_mended(served: Served) -> None:
    file = served.project.data / "ita/2567.yaml"
    before = served.page("ita/2567")
    edit(file, "score: 84.33", "score: eighty")
    outcome = served.refresh()
    assert [d.code for d in outcome.diagnostics if d.severity is Severity.ERROR] == ["not-a-number"]
    assert outcome.pages == 0
    assert served.page("ita/2567") == before
    edit(file, "score: eighty", "score: 84.33")
    outcome = served.refresh()
    assert not has_errors(outcome.diagnostics)
    assert outcome.pages == 0


def test_a_changed_look_is_shown(served: Served) -> None:
    edit(served.project.root / "theme/partials/footer.html", "oit-footer__name", "oit-footer__name changed")
    served.refresh()
    assert "oit-footer__name changed" in served.page("2568/o2")


def test_a_new_page_of_content_is_shown(served: Served) -> None:
    (served.project.root / "content/th/new.md").write_text("---\ntitle: ใหม่\n---\n\n# ใหม่ {: #new }\n", "utf-8")
    served.refresh()
    assert "new/" in served.page("")
    assert "ใหม่" in served.page("new")


def test_after_edits_the_site_is_what_a_build_from_nothing_gives(served: Served) -> None:
    data = served.project.data
    (measures,) = data.glob("*/measures.yaml")
    edit(data / "ita/2567.yaml", "84.15", "84.16")
    served.refresh()
    edit(measures, "family: measures", "note: หมายเหตุ\nfamily: measures")
    shutil.move(measures, measures.with_name("other-name.yaml"))
    served.refresh()
    edit(data / "units.yaml", "units:", "# another comment\nunits:")
    edit(data / "agency.yaml", "สำนักงาน กสม.", "สนง. กสม.")
    served.refresh()
    assert contents(served.project.site) == contents(served.cold("again"))


def test_the_page_that_somebody_waits_for_is_there_before_all_that_follows(served: Served) -> None:
    road = served._road
    edit(served.project.data / "2568/measures.yaml", "title: ", "title: ใหม่ ")
    site, _ = Reading(served.project).load()
    assert site
    year = served.page("2568/")
    for language, address in (("th", "2568/o27/"), ("th", "2568/o99/"), ("xx", "2568/o27/")):
        assert road.show(site, language, address) is (language == "th" and address == "2568/o27/")
    assert "ใหม่ " in served.page("2568/o27/")
    assert served.page("2568/") == year
    served.refresh()
    assert contents(served.project.site) == contents(served.cold("cold")), "nothing was missed for having been shown"


def test_the_page_of_an_item_that_changed_is_seen_before_all_that_follows(served: Served) -> None:
    edit(served.project.data / "2568/measures.yaml", "title: ", "title: ใหม่ ")
    year = served.page("2568/")
    seen: list[str] = []
    outcome = served.refresh(lambda: seen.extend((served.page("2568/o27/"), served.page("2568/"))))
    assert outcome.is_current
    assert "ใหม่ " in seen[0]
    assert seen[1] == year
    assert contents(served.project.site) == contents(served.cold("cold")), "nothing was missed for having been shown"


@pytest.mark.parametrize(
    ("name", "old", "new", "address"),
    [("ita/2567.yaml", "84.15", "84.16", "ita/2567/"), ("units.yaml", "name: ", "name: ใหม่ ", "units/")],
)
def test_the_page_of_any_file_that_changed_is_seen_first(
    name: str, old: str, new: str, address: str, served: Served
) -> None:
    file = served.project.data / name
    edit(file, old, new)
    before = served.page(address)
    seen: list[str] = []
    served.refresh(lambda: seen.append(served.page(address)))
    assert seen[0] != before
    assert seen[0] == served.page(address)


def test_what_is_saved_while_the_rest_is_built_is_seen_at_once_and_stays(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    measures, road = served.project.data / "2568/measures.yaml", served._road
    seen: list[str] = []
    step = road._reading.turns.give_way

    def save_again() -> None:
        step()
        if not seen:
            edit(measures, "title: หนึ่ง ", "title: สอง ")
            another = threading.Thread(target=road.show_changed, args=(lambda: seen.append(served.page("2568/o27/")),))
            another.start()
            while another.is_alive():
                step()

    edit(measures, "title: ", "title: หนึ่ง ")
    monkeypatch.setattr(road._reading.turns, "give_way", save_again)
    outcome = served.refresh(lambda: None)
    assert outcome.is_current
    assert "สอง " in seen[0]
    assert "สอง " in served.page("2568/o27/"), "what was planned before is not shown again"
    monkeypatch.undo()
    served.refresh()
    assert contents(served.project.site) == contents(served.cold("cold")), "nothing was missed for having been shown"


def test_a_page_that_was_seen_first_is_taken_back_where_the_data_has_a_fault(served: Served) -> None:
    before = contents(served.project.site)
    edit(served.project.data / "2568/measures.yaml", "title: ", "title: ใหม่ 1-2345-67890-12-1 ")
    seen: list[bool] = []
    outcome = served.refresh(lambda: seen.append("ใหม่ " in served.page("2568/o27/")))
    assert has_errors(outcome.diagnostics)
    assert seen[0]
    assert contents(served.project.site) == before


def test_no_page_is_shown_before_the_first_walk(tmp_path: Path) -> None:
    project = Project(ROOT, ROOT / "examples/nhrc", tmp_path / "site", tmp_path / "work")
    site, _ = Reading(project).load()
    assert site
    assert not Road(project, keeps=True).show(site, "th", "2568/o27/")
