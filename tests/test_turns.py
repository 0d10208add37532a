"""What somebody waits for goes before what is made in the background, and neither is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.desk.preview import Preview
from generator.diagnostics import has_errors
from generator.project import Project
from generator.publish import engine
from generator.reading import Reading, Turns
from generator.road import Road
from generator.serve import Kept
from generator.site import addresses
from tests.conftest import ROOT
from tests.desks import NEWS, SMALL
from tests.folders import write


def in_thread(task: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=task, daemon=True)
    thread.start()
    return thread


def test_the_background_waits_while_somebody_is_served_and_no_longer() -> None:
    turns, order = Turns(), list[str]()
    is_ahead, may_end = threading.Event(), threading.Event()

    def serve() -> None:
        with turns.ahead():
            is_ahead.set()
            may_end.wait(5)
            order.append("served")

    def work() -> None:
        turns.give_way()
        order.append("worked")

    served = in_thread(serve)
    is_ahead.wait(5)
    worked = in_thread(work)
    worked.join(0.1)
    assert worked.is_alive()
    may_end.set()
    served.join(5)
    worked.join(5)
    assert order == ["served", "worked"]


def test_a_draft_that_is_being_built_is_left_off_when_the_desk_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = write(tmp_path / "data", SMALL)
    project = Project(ROOT, data, tmp_path / "site", tmp_path / "work", is_draft=True)
    reading = Reading(project)
    kept, is_building, is_ending = Kept(project, "mkdocs", reading), threading.Event(), threading.Event()
    give_way = reading.turns.give_way

    def step() -> None:
        is_building.set()
        is_ending.wait(30)
        give_way()

    monkeypatch.setattr(reading.turns, "give_way", step)
    preview = Preview(kept)
    preview.start()
    assert is_building.wait(30)
    ending = in_thread(preview.stop)
    while not reading.turns.are_asked:
        time.sleep(0.005)
    is_ending.set()
    ending.join(30)
    assert not ending.is_alive()
    assert not kept.is_there


def test_who_is_served_never_waits_for_itself() -> None:
    turns = Turns()
    start = time.perf_counter()
    with turns.ahead(), turns.ahead():
        turns.give_way()
    turns.give_way()
    assert time.perf_counter() - start < 0.5


def test_who_asks_without_end_does_not_stop_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.reading._PATIENCE", 0.05)
    turns, may_end = Turns(), threading.Event()
    is_ahead = threading.Event()

    def serve() -> None:
        with turns.ahead():
            is_ahead.set()
            may_end.wait(5)

    served = in_thread(serve)
    is_ahead.wait(5)
    turns.give_way()
    assert served.is_alive()
    may_end.set()
    served.join(5)


def test_who_waits_for_the_background_does_not_hold_it_up() -> None:
    turns, lock, is_at_work = Turns(), threading.Lock(), threading.Event()

    def work() -> None:
        with lock:
            for _ in range(20):
                is_at_work.set()
                turns.give_way()
                time.sleep(0.005)

    background = in_thread(work)
    is_at_work.wait(5)
    start = time.monotonic()
    with turns.ahead(), turns.ahead():
        with turns.waiting(), lock:
            assert time.monotonic() - start < 10, "it gave way for two seconds at each of its steps"
        assert turns._ahead == 2
    assert turns._ahead == 0
    background.join(5)


@pytest.mark.filterwarnings("ignore:Callback with id")  # of watchdog, where folders are made faster than it looks
def test_a_page_is_shown_in_the_middle_of_a_build_which_does_not_take_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = write(tmp_path / "data", SMALL)
    project = Project(ROOT, data, tmp_path / "site", tmp_path / "work", is_draft=True)
    reading = Reading(project)
    road = Road(project, "mkdocs", keeps=True, reading=reading)
    assert road.refresh().is_current
    page = tmp_path / "site" / "2568" / "o4" / "index.html"

    def save(title: str) -> None:
        (data / NEWS).write_text(SMALL[NEWS].replace("ข่าวแรก", title), "utf-8")

    save("ข่าวที่บันทึกก่อน")
    before, _ = reading.read()  # the build has this, and is on its way when the next save comes
    monkeypatch.setattr(reading, "load", lambda: (before, []))
    monkeypatch.setattr(reading, "check", lambda site, found: (site, found))
    seen: list[str] = []
    of_engine = engine.ENGINES["mkdocs"]

    def show_later(job: engine.Job, *, only: frozenset[str] | None = None) -> None:
        of_engine(job, only=only)
        seen.append(page.read_text("utf-8"))

    def meanwhile() -> None:
        if not shown:
            save("ข่าวที่บันทึกทีหลัง")
            site, found = Reading(project).read()
            assert site is not None
            assert not has_errors(found)
            item = next(one for one in site.catalogues[2568].items if one.code == "O4")
            shown.append(in_thread(lambda: road.show(site, "th", addresses.item(2568, item))))
            while not reading.turns.are_asked:
                time.sleep(0.005)

    shown: list[threading.Thread] = []
    monkeypatch.setattr(road, "_engine", show_later)
    step = road._step
    monkeypatch.setattr(road, "_step", lambda: (meanwhile(), step())[1])
    road.refresh()
    shown[0].join(10)
    assert "ข่าวที่บันทึกทีหลัง" in seen[0], "shown before the build was done"
    assert any("ข่าวที่บันทึกก่อน" in one for one in seen), "the build had the older text"
    assert "ข่าวที่บันทึกทีหลัง" in page.read_text("utf-8")
    monkeypatch.undo()
    assert road.refresh().is_current
    assert "ข่าวที่บันทึกทีหลัง" in page.read_text("utf-8")
