"""Publications before: kept outside of the site, shown, and brought back as a new publication."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.project import MARKER, Project
from generator.publish import manifest, previous, publication
from tests.conftest import ROOT
from tests.folders import write

Run = Callable[..., tuple[int, str, str]]

ONE = {"index.html": "one", "2568/o1/index.html": "one", "assets/a.css": "a"}
TWO = {"index.html": "two", "2568/o1/index.html": "one", "assets/a.css": "a", "2568/o2/index.html": "two"}
KEPT = "build/publications/site"


def published(tmp_path: Path, files: Mapping[str, str]) -> manifest.Manifest:
    """Publish a site as ``oit build`` ends."""
    write(tmp_path / "data", {"agency.yaml": "name: ก\nshort_name: ก\n"})
    new = tmp_path / ".site.new"
    write(new, dict(files))
    project = Project(
        ROOT, tmp_path / "data", tmp_path / "site", tmp_path / "work", records_addresses=True, previous=tmp_path / KEPT
    )
    offered = frozenset(path.removesuffix("index.html") for path in files if path.endswith(".html"))
    publication.publish(project, new, publication.locked(project), offered)
    made = manifest.read(tmp_path / "site")
    assert made
    return made


def contents(site: Path) -> dict[str, str]:
    """The files of a site but for those that tell of its publications."""
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8")
        for path in site.rglob("*")
        if path.is_file() and path.name not in (MARKER, manifest.NAME)
    }


def test_what_would_change_is_shown_and_then_done(tmp_path: Path, run: Run) -> None:
    published(tmp_path, ONE)
    second = published(tmp_path, TWO)
    write(tmp_path / "site", {"CNAME": "oit.go.th", ".git/HEAD": "ref"})
    locked = (tmp_path / "data/published-addresses.txt").read_text("utf-8")
    code, said, _ = run("rollback")
    assert (code, contents(tmp_path / "site")["index.html"]) == (0, "two")
    assert "2568/o2/index.html" in said
    assert "[address-closed]" in said
    code, _, _ = run("rollback", "--yes")
    assert (code, contents(tmp_path / "site")) == (0, {**ONE, "CNAME": "oit.go.th", ".git/HEAD": "ref"})
    now = manifest.read(tmp_path / "site")
    assert now
    assert (now.serial, now.previous) == (3, second.sha256)
    assert (tmp_path / "data/published-addresses.txt").read_text("utf-8") == locked
    assert "2568/o2/" in (tmp_path / "site" / MARKER).read_text("utf-8")
    assert run("rollback", "--to", "2", "--yes")[0] == 0  # and back again
    assert contents(tmp_path / "site")["index.html"] == "two"


def test_what_is_not_kept_is_wrong_use(tmp_path: Path, run: Run) -> None:
    assert run("rollback")[0] == 2  # there is no site
    published(tmp_path, ONE)
    assert run("rollback")[0] == 2  # and none before it
    published(tmp_path, TWO)
    for serial in ("7", "2", "0"):
        assert run("rollback", "--to", serial)[0] == 2


def test_so_many_are_kept_and_each_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previous, "MOST", 3)
    for number in range(6):
        published(tmp_path, {**ONE, "index.html": str(number)})
    known = previous.kept(tmp_path / KEPT)
    assert list(known) == [4, 5, 6]
    wanted = {digest for one in known.values() for digest in one.files.values()}
    assert {file.name for file in (tmp_path / KEPT / "files").rglob("*") if file.is_file()} == wanted


def test_a_publication_that_was_tampered_with_is_not_brought_back(tmp_path: Path, run: Run) -> None:
    published(tmp_path, ONE)
    published(tmp_path, TWO)
    digest = hashlib.sha256(b"one").hexdigest()
    kept = tmp_path / KEPT / "files" / digest[:2] / digest
    kept.write_text("other", "utf-8")
    code, said, _ = run("rollback", "--yes")
    assert (code, "[publication-damaged]" in said) == (1, True)
    kept.unlink()
    assert run("rollback", "--yes")[0] == 1
    assert contents(tmp_path / "site") == TWO


def test_a_file_of_people_in_the_way_stops_it(tmp_path: Path, run: Run) -> None:
    published(tmp_path, TWO)
    published(tmp_path, ONE)
    write(tmp_path / "site", {"2568/o2/index.html": "somebody's own"})
    code, said, _ = run("rollback", "--yes")
    assert (code, "[file-in-the-way]" in said) == (1, True)
    assert (tmp_path / "site/2568/o2/index.html").read_text("utf-8") == "somebody's own"


def test_a_folder_in_use_leaves_the_site_as_it_was(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    published(tmp_path, ONE)
    published(tmp_path, TWO)
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(source).name == ".site.new":
            raise PermissionError(errno.EACCES, "denied", str(source))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    code, said, _ = run("rollback", "--yes")
    assert (code, "[folder-in-use]" in said) == (1, True)
    assert contents(tmp_path / "site") == TWO


def test_the_serial_goes_on_where_the_site_was_lost(tmp_path: Path) -> None:
    first = published(tmp_path, ONE)
    shutil.rmtree(tmp_path / "site")
    second = published(tmp_path, TWO)
    assert (second.serial, second.previous) == (2, first.sha256)


def test_the_manifest_of_an_earlier_version_is_followed_by_its_bytes(tmp_path: Path) -> None:
    published(tmp_path, ONE)
    file = tmp_path / "site" / manifest.NAME
    old = file.read_bytes().replace(b'"next_review": "",\n', b"")
    file.write_bytes(old)
    assert published(tmp_path, TWO).previous == hashlib.sha256(old).hexdigest()
