"""What a page is made of is recorded as it is read: it is made again when, and only when, something of that changed."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.cache.cache import Cache
from generator.cache.store import Store
from generator.pages import plan
from generator.pages.page import Page
from generator.site.digest import digest
from generator.site.loader import Loader
from generator.site.recording import AS_IT_IS, Memory, RecordedSite
from generator.site.site import Site
from generator.site.updates import families_with_news
from tests.conftest import ROOT


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "nhrc", tmp_path / "data"))


@pytest.fixture
def remade(data: Path, request: pytest.FixtureRequest) -> Callable[[], set[str]]:
    """Loads and renders the data again, as a draft where asked; gives the addresses of the Thai pages that were made anew."""
    is_draft = getattr(request, "param", False)
    loader, memory = Loader(), Memory()

    def render() -> set[str]:
        site, faults = loader.load(data, is_draft=is_draft)
        assert site, faults
        recorded = RecordedSite(site)
        anew: set[str] = set()
        for planned in plan(recorded, "th"):

            def make(planned: object = planned) -> Page:
                anew.add(planned.address)  # type: ignore[attr-defined]
                return planned.make()  # type: ignore[attr-defined,no-any-return]

            memory.make(recorded, planned.address, make)
        return anew

    render()
    return render


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    before = path.stat().st_mtime_ns
    path.write_text(text.replace(old, new, 1), "utf-8")
    os.utime(path, ns=(before + 1_000_000, before + 1_000_000))


def test_nothing_is_made_again_where_nothing_changed(remade: Callable[[], set[str]]) -> None:
    assert remade() == set()


def test_nothing_is_made_again_with_an_own_catalogue_either(data: Path, remade: Callable[[], set[str]]) -> None:
    built_in = yaml.safe_load((ROOT / "generator/catalogues/central-government/2568.yaml").read_text("utf-8"))
    built_in["items"] = built_in["items"][:12]
    own = data / "profiles" / built_in["profile"] / "2568.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(yaml.safe_dump(built_in, allow_unicode=True), "utf-8")
    assert "2568/o1/" in remade()
    assert remade() == set()


def test_a_disclosure_makes_its_item_and_what_lists_it_again(data: Path, remade: Callable[[], set[str]]) -> None:
    year = "2568"
    edit(data / year / "measures.yaml", "owner: กพต.", "note: หมายเหตุใหม่\nowner: กพต.")
    found = remade()
    items = {address for address in found if address.startswith(f"{year}/o")}
    assert items
    assert len(items) <= 2  # the measures, and their results
    assert {f"{year}/", "measures/", ""} <= found
    assert "accessibility/" not in found


@pytest.mark.parametrize("remade", [True], indirect=True)
def test_in_a_draft_too_a_disclosure_leaves_the_items_of_others_as_they_are(
    data: Path, remade: Callable[[], set[str]]
) -> None:
    edit(data / "2568/measures.yaml", "owner: กพต.", "note: หมายเหตุใหม่\nowner: กพต.")
    items = {address for address in remade() if re.fullmatch(r"\d{4}/o\d+/", address)}
    assert "2568/o27/" in items
    assert len(items) <= 4, sorted(items)


def test_a_disclosure_that_comes_is_noticed_by_the_page_that_lacked_it(
    data: Path, remade: Callable[[], set[str]]
) -> None:
    text = "family: gift_report\nassessed_year: 2568\ndata_year: 2567\nnone: {reason: ไม่มีผู้ให้}\n"
    (data / "2568" / "gift.yaml").write_text(text, "utf-8")
    site, faults = Loader().load(data)
    assert site, faults
    item = site.catalogues[2568].item_of("gift_report")
    assert item
    assert f"2568/{item.slug}/" in remade()


def test_a_digest_is_the_same_in_every_run_and_tells_every_change(tmp_path: Path) -> None:
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("agency.yaml")))
    agency = (ROOT / "data/agency.yaml").read_text("utf-8").split("subsites:")[0]
    (data / "agency.yaml").write_text(agency, "utf-8")

    def digests() -> dict[str, str]:
        site, faults = Loader().load(data)
        assert site, faults
        return {entry.file.name: digest(entry) for entry in site.entries}

    first = digests()
    assert len(set(first.values())) == len(first)
    assert digests() == first
    table = next(path for path in sorted(data.rglob("*.csv")) if "files" not in path.parts)
    lines = table.read_bytes().split(b"\r\n" if b"\r\n" in table.read_bytes() else b"\n")
    table.write_bytes(b"\n".join([*lines[:-2], *lines[-1:]]))  # without its last row
    again = digests()
    changed = [name for name in first if first[name] != again.get(name)]
    assert changed
    assert len(changed) <= 2  # two families of one item may show one table
    with pytest.raises(TypeError):
        digest(object())


def test_a_value_that_is_worked_out_once_is_noted_for_everyone_who_uses_it(data: Path) -> None:
    site, _ = Loader().load(data)
    assert site
    recorded = RecordedSite(site)

    def use(site: Site = recorded) -> int:
        return site.recall("count", lambda: len(site.units))

    first, second = recorded.recorded(use), recorded.recorded(use)
    assert first == second
    assert ("units_entry",) in second[1]


def test_what_rests_on_a_summary_is_made_again_only_where_that_changed(tmp_path: Path) -> None:
    """A page of a family asks whether anything of it has a day, and not for the day of everything."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "examples" / "nhrc", data)
    store = Store(tmp_path / "cache")

    def asked() -> list[str]:
        site, faults = Loader().load(data)
        assert site, faults
        made: list[str] = []
        recorded = RecordedSite(site)
        Memory(Cache(store), "here").make(
            recorded, "families", lambda: made.append("") or families_with_news(recorded), AS_IT_IS
        )
        return made

    file = next(path for path in sorted(data.rglob("*.yaml")) if "family: " in path.read_text("utf-8"))
    edit(file, "family: ", "published: 5 ม.ค. 2567\nfamily: ")
    assert asked()
    assert not asked()
    edit(file, "title: ", "title: ก")
    assert not asked(), "another title is no other day"
    edit(file, "published: 5 ม.ค. 2567\n", "")
    assert asked(), "no day is left"
