"""The exchange of a site: whatever fails and whenever it is killed, the old site or the new one stands, with all of people's."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.publish import exchange

OLD = {
    ".oit-site": "oit\n",
    "index.html": "old",
    "a/index.html": "old",
    "assets/oit.css": "old",
    "gone/index.html": "old",
}
NEW = {".oit-site": "oit\n", "index.html": "new", "a/index.html": "new", "assets/oit.css": "new", "b/index.html": "new"}
PEOPLE = {".git/HEAD": "ref", "CNAME": "oit.go.th", ".well-known/x": "x", "a/notes.txt": "own", "own/page.html": "own"}


def is_ours(path: str) -> bool:
    return path in OLD or path in NEW


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """The new site, and the old one with what people keep in it."""
    new, site = tmp_path / ".site.new", tmp_path / "site"
    write(new, NEW)
    write(site, {**OLD, **PEOPLE})
    return new, site


class Killed(BaseException):
    """The process is killed: nothing that it would have done afterwards is done."""


CALLS = ("replace", "rmdir", "mkdir", "listdir", "scandir", "unlink")
"""Calls of the system at which the machine may refuse, or the process be killed."""


def failing(monkeypatch: pytest.MonkeyPatch, at: int, error: BaseException) -> Callable[[], int]:
    """Lets the call number ``at`` fail, and of a killed process all that follow; gives how many there were."""
    count = 0

    def wrapped(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def call(*arguments: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count == at or (count > at and isinstance(error, Killed)):
                raise error
            return real(*arguments, **named)

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, wrapped(name))
    return lambda: count


MOMENTS = range(1, 60)
"""More than there are calls; a call that is never reached changes nothing."""


def test_the_new_site_stands_with_all_that_people_kept(places: tuple[Path, Path]) -> None:
    new, site = places
    exchange.exchange(new, site, is_ours)
    assert contents(site) == {**NEW, **PEOPLE}
    assert sorted(path.name for path in site.parent.iterdir()) == ["site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    write(tmp_path / ".site.new", NEW)
    exchange.exchange(tmp_path / ".site.new", tmp_path / "deep" / "site", is_ours)
    assert contents(tmp_path / "deep" / "site") == NEW


@pytest.mark.parametrize("at", MOMENTS)
def test_a_call_that_the_machine_refuses_leaves_the_old_site_or_the_new_one(
    at: int, places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    new, site = places
    with monkeypatch.context() as patched:
        failing(patched, at, PermissionError(errno.EACCES, "denied", "x"))
        try:
            exchange.exchange(new, site, is_ours)
            expected = {**NEW, **PEOPLE}
        except PermissionError:
            expected = {**OLD, **PEOPLE}
    assert contents(site) == expected


@pytest.mark.parametrize("at", MOMENTS)
@pytest.mark.parametrize("exchange_by", ["folder", "content"])
def test_a_killed_exchange_is_ended_by_the_next_run(
    at: int, exchange_by: str, places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    new, site = places
    by = exchange.exchange if exchange_by == "folder" else exchange._exchange_contents
    with monkeypatch.context() as patched:
        failing(patched, at, Killed())
        with suppress(Killed):
            by(new, site, is_ours)
    exchange.finish(site, is_ours)
    found = contents(site)
    assert found in ({**OLD, **PEOPLE}, {**NEW, **PEOPLE})
    assert not (site.parent / ".site.old").exists()
    write(new, NEW)  # and the next build works
    exchange.exchange(new, site, is_ours)
    assert contents(site) == {**NEW, **PEOPLE}


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
def test_a_site_that_cannot_be_renamed_has_its_content_exchanged(
    number: int, places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    new, site = places
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(source) == site or Path(target) == site:
            raise OSError(number, "a mount point", str(site))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == site)
    exchange.exchange(new, site, is_ours)
    assert contents(site) == {**NEW, **PEOPLE}


def test_the_old_site_is_never_deleted_while_somebody_elses_folder_stands_in_its_place(
    places: tuple[Path, Path],
) -> None:
    _, site = places
    os.replace(site, site.with_name(".site.old"))
    write(site, {"web.config": "own"})
    with pytest.raises(exchange.Interrupted):
        exchange.finish(site, is_ours)
    assert contents(site.with_name(".site.old")) == {**OLD, **PEOPLE}
    (site / "web.config").unlink()
    exchange.finish(site, is_ours)
    assert contents(site) == {**OLD, **PEOPLE}


def test_foreign_files_are_told_as_few_whole_parts(places: tuple[Path, Path]) -> None:
    _, site = places
    assert exchange.foreign(site, is_ours) == [".git", ".well-known", "CNAME", "a/notes.txt", "own"]
