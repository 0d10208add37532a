"""Every contradiction of figures in the examples is found, once, at its place, and nothing else.

``cases/reports`` holds what a reader found in the source documents, each with the reason why it is so; what was looked
at and is no proof stands there too. The reports are reviewed by hand and never rewritten by machine.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.project import Project
from generator.reading import read
from tests.conftest import EXAMPLES, ROOT

REPORTS = Path(__file__).parent / "cases" / "reports"
CODES = {
    "below-by-one-part",
    "claim-of-all",
    "claim-of-below-target",
    "claim-of-count",
    "claim-of-decrease",
    "claim-of-highest",
    "claim-of-lowest",
    "claim-of-mean",
    "class-bounds-that-do-not-meet",
    "class-printed-otherwise",
    "class-unlike-score",
    "copied-scores",
    "impossible-score",
    "indicator-number-unlike-title",
    "indicator-title-varies",
    "level-unlike-score",
    "missing-score",
    "previous-score-changed",
    "question-of-another-indicator",
    "repeated-sub-questions",
    "score-printed-otherwise",
    "unknown-subject",
    "wrong-difference",
    "wrong-mean",
    "wrong-total",
}
"""The checks that hold printed figures, classes, levels and titles against each other."""


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_the_contradictions_that_a_reader_found_and_no_others(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = yaml.safe_load((REPORTS / f"{name}.yaml").read_text("utf-8"))["found"]
    assert all(entry["note"]["th"] and entry["note"]["en"] for entry in expected)
    monkeypatch.chdir(ROOT)
    _, diagnostics = read(Project(ROOT, Path("examples") / name, tmp_path / "site", tmp_path / "build"))
    found = [(d.place.removeprefix(f"examples/{name}/"), d.code) for d in diagnostics if d.code in CODES]
    assert sorted(found) == sorted((entry["place"], entry["code"]) for entry in expected)


def test_the_sample_has_no_contradiction(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    _, diagnostics = read(Project(ROOT, Path("data"), tmp_path / "site", tmp_path / "build"))
    assert [d.place for d in diagnostics if d.code in CODES and d.file.startswith("data/")] == []
