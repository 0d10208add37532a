"""The program from its wheel alone: installed somewhere else, used in a folder that knows nothing of the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from rcssmin import cssmin
from selectolax.lexbor import LexborHTMLParser

from generator.project import usual_root
from tests.conftest import ROOT


def run(folder: Path, *command: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PIP_NO_INDEX": "1", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    offline = ("--no-deps", "--no-build-isolation", "--quiet", "--disable-pip-version-check")
    run(folder, "pip", "wheel", str(ROOT), *offline, "--wheel-dir", str(folder))
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_theme_and_content_and_nothing_of_the_sample(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {"mkdocs.yml"} | {
        path.relative_to(ROOT).as_posix()
        for folder in ("theme", "content")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert {f"generator/packed/{name}" for name in wanted} <= names
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"generator"}


def test_an_installed_program_starts_and_builds_a_site_of_its_own_theme(wheel: Path, tmp_path: Path) -> None:
    installed, here = tmp_path / "installed", tmp_path / "office"
    here.mkdir()
    pip = ("pip", "install", "--quiet", "--no-deps", "--no-compile", "--disable-pip-version-check")
    run(tmp_path, *pip, "--target", str(installed), str(wheel))
    # Before everything else that Python sees, an editable install of this repository included.
    own = {"PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(tmp_path)}
    before = {path for path in installed.rglob("*")}
    run(here, "generator", "new", "data", "--name", "สำนักงาน ก", "--url", "https://oit.example.go.th/", **own)
    said = run(here, "generator", "build", "--format", "json", **own)
    assert "empty-disclosure" in said
    assert {path.name for path in here.iterdir()} == {"build", "data", "site"}, (
        "what was published before is kept in build"
    )
    assert {path for path in installed.rglob("*")} == before
    assert [path.name for path in tmp_path.glob("oit-*")] == []
    year = max(int(path.name) for path in (here / "data").iterdir() if path.name.isdigit())
    page = LexborHTMLParser((here / "site" / str(year) / "o1" / "index.html").read_bytes())
    assert page.css_first(".oit-nav__group") is not None
    looks = (ROOT / "theme" / "assets" / "oit.css").read_text("utf-8")
    assert (here / "site" / "assets" / "oit.css").read_text("utf-8").strip() == cssmin(looks).strip()
    assert (here / "site" / "how-to-read" / "index.html").is_file()


def test_a_folder_with_a_project_of_its_own_is_built_with_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert usual_root() == ROOT
    (tmp_path / "mkdocs.yml").write_text("site_name: ก\n", "utf-8")
    assert usual_root() == tmp_path
