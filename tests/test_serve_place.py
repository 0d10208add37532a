"""A page that is loaded again because its data changed keeps what the officer saw, opened, typed and focused."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.serve import Server
from tests.conftest import becomes_true

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGE = """<!doctype html><html lang="th"><meta charset="utf-8"><title>ก</title><body>
<div style="height:3000px">{text}<details><summary>ข</summary>ค</details></div>
<p><input aria-label="ง"></p><p><a href="#x">จ</a></p><div style="height:3000px"></div></body></html>"""


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[tuple[str, Callable[[str], None]]]:
    """Address of a page, and what writes another text into its data."""
    data, site = tmp_path / "data", tmp_path / "site"
    data.mkdir()
    site.mkdir()
    server = Server("127.0.0.1", 0)
    built: list[str] = []

    def read() -> str:
        return (data / "text").read_text("utf-8") if (data / "text").is_file() else ""

    def build() -> None:
        built.append(read())
        (site / "index.html").write_text(PAGE.format(text=built[-1]), "utf-8")

    build()
    running = threading.Thread(target=server.show, args=(site, build, lambda: read() != built[-1], (data,)))
    running.start()
    yield f"http://127.0.0.1:{server.server_port}/", lambda text: (data / "text").write_text(text, "utf-8")
    server.shutdown()
    running.join()


def place(page: Page) -> tuple[int, bool, str, str]:
    return tuple(
        page.evaluate(
            "[scrollY, document.querySelector('details').open, document.activeElement.localName,"
            " document.querySelector('input').value]"
        )
    )


@pytest.mark.parametrize("focused", ["input", "a"])
def test_what_was_seen_opened_typed_and_focused_stays(
    shown: tuple[str, Callable[[str], None]], browser: Browser, focused: str
) -> None:
    address, write = shown
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.goto(address)
    page.click("summary")
    page.focus(focused)
    if focused == "input":
        page.keyboard.type("คำค้น")
    page.evaluate("scrollTo(0, 2700)")
    before = place(page)
    assert before[:3] == (2700, True, focused)
    with page.expect_event("load"):
        write("ใหม่")
    page.get_by_text("ใหม่").wait_for()
    becomes_true(page, "scrollY > 2000")
    assert place(page)[: 4 if focused == "input" else 3] == before[: 4 if focused == "input" else 3]
    page.close()


def test_a_page_that_is_opened_anew_begins_at_its_top(
    shown: tuple[str, Callable[[str], None]], browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(shown[0])
    page.evaluate("scrollTo(0, 2700)")
    page.goto("about:blank")
    page.goto(shown[0])
    assert place(page)[0] == 0
    page.close()


def test_a_change_is_met_before_the_next_look(
    shown: tuple[str, Callable[[str], None]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("generator.serve._PAUSE", 600)
    time.sleep(1)  # the look that is under way
    shown[1]("ใหม่")
    end = time.monotonic() + 60
    while "ใหม่" not in (tmp_path / "site/index.html").read_text("utf-8"):
        assert time.monotonic() < end
        time.sleep(0.01)
