"""What the tests share: the folder of the project, sites built once for the whole run, and ``--update``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.road import Outcome, Project, walk

ROOT = Path(__file__).parent.parent
EXAMPLES = ("erc", "nhrc", "opdc", "rdpb")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the expected parts of case files")


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., tuple[Outcome, Path]]:
    """Builds a data folder into a fresh folder with the project's own theme; gives the outcome and the site."""

    def run(data: Path, engine: str = "mkdocs") -> tuple[Outcome, Path]:
        folder = tmp_path_factory.mktemp("build")
        project = Project(ROOT, data, folder / "site", folder / "work")
        return walk(project, engine), folder / "site"

    return run


@pytest.fixture(scope="session")
def sample(build: Callable[..., tuple[Outcome, Path]]) -> Path:
    """The whole sample site, examples included."""
    outcome, site = build(ROOT / "data")
    assert outcome.is_built, [d.place + " " + d.message("en") for d in outcome.diagnostics]
    return site
