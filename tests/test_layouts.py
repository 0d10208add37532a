"""What the audit finds in every layout: a part of it here, all of it in ``docs/audit.md``."""

from __future__ import annotations

import re

import pytest

from tests.audit_sites import page
from tests.layouts.faults import FAULTS
from tests.layouts.layouts import LAYOUTS, VIEWERS
from tests.layouts.measure import Tried, answers, audit, entries, try_layout, try_viewer
from tests.layouts.table import TABLE, as_markdown, is_planted


def _fails(tried: list[Tried]) -> list[Tried]:
    return [one for one in tried if not one.is_found or one.alarms]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_fault_is_found_at_its_item_in_every_layout_and_nothing_else(layout: str) -> None:
    assert _fails(try_layout(layout, (11,))) == []


@pytest.mark.parametrize("viewer", VIEWERS)
def test_the_file_of_every_viewer_is_read(viewer: str) -> None:
    assert _fails(try_viewer(viewer)) == []


@pytest.mark.parametrize(
    ("part", "found"), [(2, set()), (None, {"audit-component-not-seen"})], ids=["there", "not there"]
)
def test_an_answer_that_is_links_to_pages_is_read_with_them(part: int | None, found: set[str]) -> None:
    entry, own = entries()[10], answers()
    links = "".join(f'<li><a href="/o/part{n}.html">รายงานส่วนที่ {n} ปี 2568</a></li>' for n in range(1, 4))
    parts = {f"o/part{n}.html": page(f"<h1>ส่วนที่ {n} ปี 2568</h1><p>ข้อความ</p>") for n in range(1, 4)}
    if part:
        parts[f"o/part{part}.html"] = own["o/o11.html"]
    own["o/o11.html"] = page(f"<h1>{entry.title} ปี 2568</h1><ul>{links}</ul>")
    report = audit({**own, **parts, **LAYOUTS["entries"](entries())})
    assert {one.code for one in report.found} == found


def test_the_table_that_is_published_is_of_these_layouts_and_faults_and_reaches_its_aim() -> None:
    table = TABLE.read_text("utf-8")
    rows = re.findall(r"^\| (?!layouts|planted|items|\*|-| \|)([^|]+) \| (?:\d+ of \d+|–) \|", table, re.MULTILINE)
    assert rows == [*LAYOUTS, *VIEWERS, *FAULTS, "the file is read", "the file is damaged"]
    found, alarms = (float(share) for share in re.findall(r"= ([\d.]+)%", table))
    assert found >= 98
    assert alarms < 1


def test_what_is_missed_or_said_for_nothing_is_counted() -> None:
    tried = {
        "a": [
            Tried("a", "no link", "O1", False, ("audit-empty O2",)),
            Tried("a", "no link", "O3", True),
            Tried("a", "nothing is wrong", "O3", True),
        ]
    }
    assert [is_planted(one) for one in tried["a"]] == [True, True, False]
    table = as_markdown(tried)
    assert "1 = 50.00%" in table
    assert "- a: no link, O1: not found\n- a: no link, O1: audit-empty O2" in table
