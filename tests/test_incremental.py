"""A build after any change is, to the byte, the build from nothing: whatever was kept, damaged, or kept by another program."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.cache.cache import Cache
from generator.cache.store import Store
from generator.diagnostics import as_text
from generator.project import Project
from generator.road import Outcome, walk
from generator.site.recording import Memory
from tests.conftest import ROOT

AGENCY = """\
name: สำนักงานตัวอย่าง
short_name: สนง.
profile: own
languages: [th]
unfinished: show
site_url: https://oit.example.go.th/
about: คำแนะนำหน่วยงาน
"""
CATALOGUE = """\
profile: own
year: {year}
source: ประกาศ
items:
- {{code: O1, sub_indicator: "9.1", title: กฎหมาย, families: [laws]}}
- {{code: O2, sub_indicator: "9.1", title: ข่าว, families: [news]}}
- {{code: O3, sub_indicator: "9.2", title: นโยบาย, families: [nogift_culture]}}
"""
LAWS = """\
family: laws
assessed_year: {year}
data_year: {year}
title: กฎหมายของปี {year}
owner: u1
evidence:
- title: พระราชบัญญัติ วงเงิน 1,000 บาท
  file: files/a.txt
"""
UNITS = "units:\n- id: u1\n  abbreviation: กอง 1\n  name: กองที่หนึ่ง\n"


def begin(root: Path) -> Path:
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    data = root / "data"
    put(data / "agency.yaml", AGENCY)
    put(data / "units.yaml", UNITS)
    put(data / "files/a.txt", "พระราชบัญญัติ พ.ศ. 2567")
    for year in (2566, 2567):
        put(data / f"profiles/own/{year}.yaml", CATALOGUE.format(year=year))
        put(data / f"{year}/laws.yaml", LAWS.format(year=year))
    return data


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def swap(path: Path, old: str, new: str) -> None:
    """Put one text in the place of another, and back the next time."""
    if path.is_file():
        text = path.read_text("utf-8")
        path.write_text(text.replace(new, old) if new in text else text.replace(old, new), "utf-8")


def toggle(path: Path, text: str) -> None:
    if path.is_file():
        path.unlink()
    else:
        put(path, text)


def rename(one: Path, other: Path) -> None:
    if one.is_file():
        one.rename(other)
    elif other.is_file():
        other.rename(one)


Change = Callable[[Path], None]
"""Of the folder of a project, whose data stand in ``data`` and whose cache in ``cache``."""

CHANGES: dict[str, Change] = {
    "a figure": lambda root: swap(root / "data/2567/laws.yaml", "1,000", "2,500"),
    "a slip of writing": lambda root: swap(root / "data/2567/laws.yaml", "กฎหมายของปี", "กฎหมายของส านักงาน ปี"),
    "a number of a person": lambda root: swap(
        root / "data/2567/laws.yaml", "พระราชบัญญัติ วงเงิน", "โทร 081 234 5678 วงเงิน"
    ),
    "an error and back": lambda root: swap(root / "data/2566/laws.yaml", "data_year: 2566", "data_year: ๒๕"),
    "a disclosure": lambda root: toggle(
        root / "data/2567/news.yaml",
        "family: news\nassessed_year: 2567\ndata_year: 2567\ntitle: ข่าว\nevidence: [{title: ข่าว, link: 'https://a.example.go.th/1'}]\n",
    ),
    "another name": lambda root: rename(root / "data/2567/laws.yaml", root / "data/2567/other.yaml"),
    "a title in a catalogue": lambda root: swap(
        root / "data/profiles/own/2567.yaml", "title: กฎหมาย", "title: กฎและระเบียบ"
    ),
    "an item in a catalogue": lambda root: swap(
        root / "data/profiles/own/2566.yaml",
        "- {code: O3",
        '- {code: O4, sub_indicator: "9.2", title: คู่มือ, families: [ops_manual]}\n- {code: O3',
    ),
    "a unit": lambda root: swap(root / "data/units.yaml", "กองที่หนึ่ง", "กองคลัง"),
    "the agency": lambda root: swap(root / "data/agency.yaml", "คำแนะนำหน่วยงาน", "คำแนะนำใหม่"),
    "English too": lambda root: swap(root / "data/agency.yaml", "languages: [th]", "languages: [th, en]"),
    "a setting": lambda root: toggle(
        root / "data/checks.yaml", "settings:\n- {check: lost-sara-am, severity: 'off', reason: ตั้งใจ}\n"
    ),
    "evidence": lambda root: swap(root / "data/files/a.txt", "2567", "2499 ฉบับแก้ไข"),
    "a page by hand": lambda root: toggle(
        root / "content/th/ask.md", "---\ntitle: ถาม\n---\n\n# ถาม {: #ask }\n\n[วิธีอ่าน](how-to-read.md)\n"
    ),
    "a script": lambda root: swap(root / "theme/assets/oit.css", ":root", ":root /* changed */"),
    "a template of the theme": lambda root: swap(
        root / "theme/partials/footer.html", "oit-footer__name", "oit-footer__name changed"
    ),
    "the configuration": lambda root: swap(root / "mkdocs.yml", "navigation.top", "navigation.footer"),
    "a deleted cache": lambda root: shutil.rmtree(root / "cache", ignore_errors=True),
    "a damaged cache": lambda root: damage(root / "cache/cache.sqlite"),
}


def damage(path: Path) -> None:
    if path.is_file():
        content = bytearray(path.read_bytes())
        for at in range(len(content) // 3, len(content), 997):
            content[at] ^= 0x5A
        path.write_bytes(content)


def contents(folder: Path) -> dict[str, bytes]:
    """What is published; the manifest counts the publications, which are others."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in ("manifest.json", ".oit-site")
    }


def both(root: Path) -> Iterator[tuple[Outcome, Path]]:
    """The same data built with what is kept, and from nothing; neither changes the data."""
    for name, cache in (("warm", Store(root / "cache")), ("cold", Store(None))):
        site = root / name / "site"
        shutil.rmtree(site, ignore_errors=True)
        project = Project(root, root / "data", site, root / "work", cache=Cache(cache))
        outcome = walk(project)
        cache.close()
        yield outcome, site


def told(outcome: Outcome, site: Path) -> str:
    return as_text(outcome.diagnostics, "en").replace(f"{site.parent.name}/site", "site")


@settings(derandomize=True, deadline=None, max_examples=3, phases=[Phase.generate])  # each of them builds 18 sites
@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=8, max_size=8, unique=True))
def test_after_any_changes_the_site_and_its_faults_are_those_of_a_build_from_nothing(names: list[str]) -> None:
    with TemporaryDirectory(prefix="oit-incremental-") as folder:
        root = Path(folder)
        begin(root)
        for change in (lambda root: None, *(CHANGES[name] for name in names)):
            change(root)
            (warm, one), (cold, other) = both(root)
            assert told(warm, one) == told(cold, other)
            assert warm.pages == cold.pages
            built, wanted = contents(one), contents(other)
            assert built.keys() == wanted.keys()
            assert [name for name in built if built[name] != wanted[name]] == []


def test_each_kind_of_change_is_one(tmp_path: Path) -> None:
    """That a change changes something is what makes the test above one that can fail."""
    begin(tmp_path)

    def state() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()}

    for name, change in CHANGES.items():
        put(tmp_path / "cache/cache.sqlite", "x" * 5000)
        before = state()
        change(tmp_path)
        assert state() != before, name
        if "cache" not in name:
            change(tmp_path)
            assert state() == before, name


def test_only_the_pages_that_show_a_figure_are_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(tmp_path)
    made: list[object] = []
    keep = Memory._keep
    monkeypatch.setattr(Memory, "_keep", lambda *given: (made.append(given[2]), keep(*given))[1])
    next(both(tmp_path))
    first = len(made)
    made.clear()
    next(both(tmp_path))
    assert made == []
    CHANGES["a figure"](tmp_path)
    next(both(tmp_path))
    assert ("th", "2567/o1/") in made
    assert {("th", "2566/o1/"), ("th", "2566/"), ("th", "2567/o2/")}.isdisjoint(made)
    assert len(made) < first / 2


def test_what_another_program_kept_is_not_met(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(tmp_path)
    package = tmp_path / "generator"
    put(package / "pages/item.md.jinja", "one")
    monkeypatch.setattr("generator.cache.program._PACKAGE", package)
    next(both(tmp_path))
    from generator.pages import page

    tidy = page.tidy
    monkeypatch.setattr(page, "tidy", lambda rendered: tidy(rendered) + "\nnew\n")  # the program says something else
    put(package / "pages/item.md.jinja", "two")  # which is seen in its files
    (_, one), (_, other) = both(tmp_path)
    assert contents(one) == contents(other)
    assert "new" in (one / "2567/o1/index.html").read_text("utf-8")


def test_two_builds_at_once_share_a_cache(tmp_path: Path) -> None:
    roots = [tmp_path / name for name in "ab"]
    for number, root in enumerate(roots):
        root.mkdir()
        begin(root)
        for _ in range(number):
            CHANGES["a figure"](root)
    outcomes: dict[Path, Outcome] = {}

    def build(root: Path) -> None:
        store = Store(tmp_path / "cache")
        outcomes[root] = walk(Project(root, root / "data", root / "site", root / "work", cache=Cache(store)))
        store.close()

    for root in roots:  # what is written at once by processes is tried in test_cache; here both read what both wrote
        running = threading.Thread(target=build, args=(root,))
        running.start()
        running.join()
    for root in reversed(roots):
        before = contents(root / "site")
        build(root)
        assert outcomes[root].is_built
        assert contents(root / "site") == before
        shutil.rmtree(root / "work")
        cold = replace(Project(root, root / "data", root / "cold", root / "work"))
        walk(cold)
        assert contents(root / "cold") == before


def test_a_site_is_restored_where_a_page_in_the_cache_was_changed(tmp_path: Path) -> None:
    begin(tmp_path)
    next(both(tmp_path))
    os.truncate(tmp_path / "cache/cache.sqlite", (tmp_path / "cache/cache.sqlite").stat().st_size // 2)
    (_, one), (_, other) = both(tmp_path)
    assert contents(one) == contents(other)
