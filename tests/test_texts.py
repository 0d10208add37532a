"""Every text of a data file as it was typed, with the path that leads to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.input.source import SourceFile, parse
from generator.site import texts
from tests.folders import load, write

AGENCY = "name: ก\nshort_name: ก\n"


def file(text: str) -> SourceFile:
    return parse(text.encode("utf-8"), "a.yaml")


def test_values_are_what_was_typed_in_their_order() -> None:
    text = "year: ๒๕๖๗\nlist:\n- a: 85.00\n  b:\n- [no, '']\n"
    assert list(texts.values(file(text))) == [
        (("year",), "๒๕๖๗"),
        (("list", 0, "a"), "85.00"),
        (("list", 1, 0), "no"),
        (("list", 1, 1), ""),
    ]


def test_only_values_that_pass_the_prefilter_are_given_also_where_an_escape_hides_the_letter() -> None:
    def prefilter(text: str) -> bool:
        return "\u0430" in text

    assert texts.candidates(file("a: ก\nb: ข\u0430ค\n"), prefilter) == ((("b",), "ข\u0430ค"),)
    assert texts.candidates(file('a: ก\nb: "ข\\u0430ค"\n'), prefilter) == ((("b",), "ข\u0430ค"),)
    assert texts.candidates(file("a: ก\n"), prefilter) == ()


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("https://example.go.th/ก", True), ("MAILTO:a@b", True), ("ดู https://example.go.th", False), ("ก: ข", False)],
)
def test_an_address_of_the_web_is_told_from_words(text: str, is_one: bool) -> None:
    assert texts.is_address(text) is is_one


def test_settings_of_the_checks_are_not_published(tmp_path: Path) -> None:
    settings = "decisions: []\n"
    site = load(write(tmp_path, {"agency.yaml": AGENCY, "checks.yaml": settings, "units.yaml": "units: []\n"}))
    assert [Path(entry.file.name).name for entry in texts.published(site)] == ["agency.yaml", "units.yaml"]


def test_a_slip_is_told_once_a_file_with_its_count_and_not_where_print_is_quoted(tmp_path: Path) -> None:
    files = {
        "agency.yaml": AGENCY,
        "sources.yaml": "documents:\n- id: a\n  title: กข\n  notes: [กข]\n",
        "2567/news.yaml": "family: news\nassessed_year: 2567\ndata_year: 2567\ntitle: กข\nsummary: ก กข\n",
    }
    site = load(write(tmp_path, files))
    found = texts.once_per_file(
        site,
        "misspelt-term",
        lambda text: "กข" in text,
        lambda text: [{"wrong": "กข", "right": "ขก"}] if "กข" in text else [],
    )
    assert [(Path(d.file).name, d.line, d.facts["count"]) for d in found] == [
        ("sources.yaml", 3, "1"),
        ("news.yaml", 4, "2"),
    ]
