"""What is kept between runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.audit.limits import Limits
from generator.audit.state import NotAState, State
from generator.audit.task import Fetched
from generator.files.content import ReadDocument
from tests.audit_sites import QUICK, Server, as_bytes, audit_site, codes, good, page


def test_no_more_is_opened_than_allowed_and_the_next_run_goes_on(
    tmp_path: Path, serve: Callable[[Server], Server]
) -> None:
    files = as_bytes(good())
    server = serve(Server(files))
    path = tmp_path / "state.jsonl"
    limits = Limits(pause=0, timeout=5, pages=12)
    asked: list[set[str]] = []
    for _ in range(3):
        with State(path) as state:
            report, web = audit_site(server.url, limits, state)
            web.finish()
        asked.append(set(server.asked) - {"/robots.txt"})
        assert len(server.asked) <= 12
        server.asked.clear()
    assert not asked[0] & asked[1]
    assert not (asked[0] | asked[1]) & asked[2]
    assert codes(report) == []
    # The run is whole: the next one asks whether anything changed, and is told of each page that it did not.
    server.files["o/o8.html"] = page("<h1>คู่มือ</h1><p>เร็ว ๆ นี้</p>").encode()
    with State(path) as state:
        report, _ = audit_site(server.url, QUICK, state)
    assert codes(report) == [("placeholder", "O8")]
    assert set(server.not_modified) == {"/", *(f"/{name}" for name in files if name.startswith("o/"))} - {"/o/o8.html"}


def test_a_state_that_was_cut_off_is_gone_on_with_and_another_file_is_left_alone(
    tmp_path: Path, serve: Callable[[Server], Server]
) -> None:
    files = as_bytes(good())
    server = serve(Server(files))
    path = tmp_path / "state.jsonl"
    with State(path) as state:
        audit_site(server.url, QUICK, state)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    assert len(lines) == 30
    assert all(row["sha256"] and row["etag"] for row in map(json.loads, lines[1:]))
    path.write_text("".join(lines[:10]) + lines[10][:50], "utf-8")
    server.asked.clear()
    with State(path) as state:
        assert codes(audit_site(server.url, QUICK, state)[0]) == []
    assert len(server.asked) == 1 + 29 - 9
    other = tmp_path / "letter.txt"
    other.write_text("เรียน ท่านผู้อำนวยการ", "utf-8")
    with pytest.raises(NotAState), State(other):
        pass
    assert other.read_text("utf-8") == "เรียน ท่านผู้อำนวยการ"


def test_half_a_letter_from_a_damaged_file_is_kept_and_read_again(tmp_path: Path) -> None:
    fetched = Fetched("https://a/a.pdf", "https://a/a.pdf", document=ReadDocument("pdf", "ก\ud800ข", pages=1))
    path = tmp_path / "state.jsonl"
    with State(path) as state:
        state.keep(fetched, {"etag": "x"}, "0")
    with State(path) as state:
        kept = state.kept("https://a/a.pdf")
    assert kept
    assert kept.fetched == fetched
    path.write_text('{"oit-audit": 1}\n' + "[" * 100_000 + "\n", "utf-8")
    with State(path) as state:
        assert state.kept("https://a/a.pdf") is None
