"""What the tests share costs a plain test nothing, and hides no failed build."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.road import Outcome
from tests.conftest import ROOT


def test_a_plain_test_waits_for_no_browser_no_engine_and_no_hypothesis() -> None:
    code = (
        "import sys, pytest\n"
        "code = pytest.main(['-q', '-p', 'no:cacheprovider', 'tests/test_persons.py', '-k', 'thirteen_digits'])\n"
        "print('\\nimported', *sys.modules)\n"
        "sys.exit(code)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    imported = set(run.stdout.rpartition("\nimported ")[2].split())
    assert "generator.writing.persons" in imported
    assert imported & {"playwright", "hypothesis", "pydantic", "mkdocs", "generator.road"} == set()


def test_a_build_that_fails_unasked_shows_what_was_found(
    build: Callable[..., tuple[Outcome, Path]], tmp_path: Path
) -> None:
    with pytest.raises(AssertionError, match="no-agency-file"):
        build(tmp_path)
    outcome, site = build(tmp_path, is_built=False)
    assert [d.code for d in outcome.diagnostics] == ["no-agency-file"]
    assert not site.exists()
