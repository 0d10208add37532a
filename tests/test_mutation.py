"""What the checks find of faults that a machine makes: one of every kind here, all of them in ``docs/mutation.md``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.families import FAMILIES
from generator.input import source
from generator.models.catalogue import known_components
from tests.mutation.kind import Kind
from tests.mutation.kinds import GROUPS, KINDS
from tests.mutation.kinds.contents import components
from tests.mutation.measure import Bench, Tried, read_sample, try_all, try_kind
from tests.mutation.sample import Mutant, Sample, apply
from tests.mutation.table import TABLE, THAI, as_markdown

ROW = re.compile(r"^\| (?!change |\W)([^|]+?) \| (\d+) of (\d+) \|", re.MULTILINE)
FOLLOWS = {"in_year", "previous_year", "one_year", "six_months"}
"""Components that no key of the data makes: they follow from years, which have kinds of their own."""


@pytest.fixture(scope="module")
def tried() -> dict[str, list[Tried]]:
    return try_all(share=0, jobs=2)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("mutation") / "data", read_sample())


def test_the_sample_that_is_changed_is_clean(bench: Bench) -> None:
    assert bench.before == []


def test_a_fault_of_every_kind_is_told_at_its_place(tried: dict[str, list[Tried]]) -> None:
    every = [one for group in tried.values() for one in group if one.kind.matters]
    assert [one.kind.name for one in every if not one.mutants] == []
    assert [(one.kind.name, one.missed) for one in every if one.missed and not one.kind.missed] == []


def test_of_a_change_of_every_kind_that_is_no_fault_nothing_is_told(tried: dict[str, list[Tried]]) -> None:
    every = [one for group in tried.values() for one in group if not one.kind.matters]
    assert [one.kind.name for one in every if not one.mutants] == []
    assert [(one.kind.name, one.alarms) for one in every if one.alarms] == []


def test_the_published_table_has_every_kind_and_reaches_what_is_promised() -> None:
    rows = ROW.findall(TABLE.read_text("utf-8"))
    assert sorted(name for name, _, _ in rows) == sorted(kind.name for kind in KINDS)
    matter = {kind.name: kind.matters for kind in KINDS}
    found = sum(int(right) for name, right, _ in rows if matter[name])
    all_of = sum(int(mutants) for name, _, mutants in rows if matter[name])
    assert found / all_of >= 0.99
    assert [name for name, right, mutants in rows if not matter[name] and right != mutants] == []


def test_every_kind_has_a_name_of_its_own_and_every_group_one_in_thai() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names)
    assert THAI.keys() == GROUPS.keys()


def test_every_component_that_is_asked_for_is_taken_away_by_a_mutant() -> None:
    asked = {
        (one.family, one.id)
        for inside in known_components().values()
        for one in inside
        if one.required == "yes" and not one.only_for
    }
    listed = {(family, component) for family, inside in components().items() for component in inside}
    families = {family for family, _ in listed}  # those of years that have a deadline in the sample
    assert families <= FAMILIES.keys()
    assert sorted((f, id) for f, id in asked - listed if f in families and id not in FOLLOWS) == []


def test_a_mutant_is_drawn_the_same_every_time() -> None:
    sample = read_sample()
    for kind in KINDS[::40]:
        assert [one.says for one in kind.drawn(sample, 3)] == [one.says for one in kind.drawn(read_sample(), 3)]


def test_a_change_is_of_one_file_and_leaves_it_readable_where_it_is_no_fault() -> None:
    sample = read_sample()
    for kind in (kind for kind in KINDS if not kind.matters):
        for mutant in kind.drawn(sample, 1):
            for name, content in apply(sample, mutant).items():
                if content is not None and name.endswith(".yaml"):
                    read = source.parse(content, name)
                    assert (read.faults, read.data is None) == ([], False), (kind.name, mutant.says)


def test_the_measure_counts_what_is_missed_and_what_is_told_for_nothing(bench: Bench) -> None:
    def wrong_score(sample: Sample) -> Iterator[Mutant]:
        for value in sample.each("score", files="ita/2568.yaml"):
            if value.path == ("total", "score"):
                yield sample.set(value, "29.29")

    missed = try_kind(bench, Kind("of another code", wrong_score, frozenset({"no-such-code"})))
    assert (missed.mutants, missed.found, len(missed.missed)) == (1, 0, 1)
    alarm = try_kind(bench, Kind("a fault called none", wrong_score))
    assert (alarm.mutants, len(alarm.alarms)) == (1, 1)
    page = as_markdown({"Figures of the ITA": [missed], "No faults": [alarm]})
    assert "| of another code | 0 of 1 |" in page
    assert "| a fault called none | 0 of 1 |" in page
    assert page.count("2568.yaml") >= 2
    assert bench.report() == []  # what was changed was taken out again


def test_the_page_is_named_where_readers_look() -> None:
    root = Path(__file__).parent.parent
    assert "docs/mutation.md" in (root / "README.md").read_text("utf-8")
    assert "tests/mutation" in (root / "CONTRIBUTING.md").read_text("utf-8")
