"""Checks that are kept file by file find in a file what they find in the whole site, whatever else there is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.cache.cache import Cache
from generator.cache.store import Store
from generator.checks import BY_FILE, CHECKS, check
from generator.diagnostics import Diagnostic, sort
from generator.site.loader import Loader
from generator.site.site import Site
from generator.writing.dates import parse_date
from tests.conftest import EXAMPLES, ROOT
from tests.test_faults import AGENCY, CASES, write

OF_FILE = [module for module in CHECKS if module.__name__.rpartition(".")[2] in BY_FILE]


def told(found: Iterator[Diagnostic] | list[Diagnostic]) -> list[tuple[object, ...]]:
    return [(d, d.severity, d.reason, sorted(d.facts.items())) for d in sort(found)]


def all_sites(site: Site) -> Iterator[Site]:
    yield site
    for inner in site.subsites.values():
        yield from all_sites(inner)


def differing(site: Site) -> list[str]:
    """Checks that find something else where they see one disclosure at a time."""
    names = {entry.file.name for entry in site.disclosures}
    found = []
    for module in OF_FILE:
        parts = [d for d in module.find(replace(site, disclosures=())) if d.file not in names]
        for entry in site.disclosures:
            parts += [d for d in module.find(replace(site, disclosures=(entry,))) if d.file == entry.file.name]
        if told(parts) != told(module.find(site)):
            found.append(module.CODE)
    return found


def test_every_name_is_a_check() -> None:
    assert len(OF_FILE) == len(BY_FILE)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_file_alone_has_the_faults_that_it_has_among_others(name: str) -> None:
    site, _ = Loader().load(ROOT / "examples" / name)
    assert site
    assert differing(site) == []


def cases() -> dict[str, list[Path]]:
    """The cases of each of these checks, those of all others together under one name."""
    found: dict[str, list[Path]] = {}
    for path in CASES:
        own = [module.CODE for module in OF_FILE if path.stem.startswith(f"{module.CODE}-")]
        found.setdefault(max(own, key=len, default="others"), []).append(path)
    return found


@pytest.mark.parametrize("code", sorted(cases()))
def test_so_has_each_file_of_every_case(code: str, tmp_path: Path) -> None:
    assert {module.CODE for module in OF_FILE} <= cases().keys()
    for path in cases()[code]:
        case = yaml.safe_load(path.read_text("utf-8"))
        folder = tmp_path / path.stem / "data"
        write(folder, {} if case.get("bare") else {"agency.yaml": AGENCY})
        write(folder, case["files"])
        site, _ = Loader().load(folder, today=parse_date(case["today"]) if "today" in case else None)
        for one in all_sites(site) if site else ():
            assert differing(one) == [], path.stem


def test_after_every_edit_the_same_is_found_as_from_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "examples/opdc", data)
    laws = data / "laws.yaml"
    laws.write_text("family: laws\nassessed_year: 2567\ndata_year: 2567\n", "utf-8")

    def add(path: Path, text: str) -> None:
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    edits = (
        lambda: None,
        lambda: add(laws, "summary: ส านักงาน โครงการจัดซิ้อจัดจ้าง\nevidence: [{title: กฎ, link: 'http://bit.ly/x'}]\n"),
        lambda: add(data / "units.yaml", "# nothing\n"),
        lambda: add(laws, "note: ติดต่อนาย ก โทร ๐๘๑ ๒๓๔ ๕๖๗๘\n"),
        lambda: laws.rename(laws.with_name("other.yaml")),
        lambda: (data / "checks.yaml").write_text(
            "settings:\n- {check: lost-sara-am, severity: off, reason: ไม่ใช่}\n", "utf-8"
        ),
        lambda: laws.with_name("other.yaml").unlink(),
    )
    seen = set()
    for edit in edits:
        edit()
        site, _ = Loader().load(data)
        assert site
        store = Store(tmp_path / "cache")
        warm = told(list(check(site, cache=Cache(store))))
        store.close()
        assert warm == told(list(check(site)))
        assert told(list(check(site, cache=Cache(Store(tmp_path / "cache"))))) == warm
        seen.add(str(warm))
    assert len(seen) >= 4


def test_a_file_that_did_not_change_is_not_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, _ = Loader().load(ROOT / "examples/nhrc")
    assert site
    cache = Cache(Store(tmp_path / "cache"))
    first = told(list(check(site, cache=cache)))
    looked: list[int] = []
    for module in OF_FILE:
        find = module.find
        monkeypatch.setattr(
            module, "find", lambda site, find=find: (looked.append(len(site.disclosures)), find(site))[1]
        )
    assert told(list(check(site, cache=cache))) == first
    assert set(looked) == {0}
