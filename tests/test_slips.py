"""A slip of the pen in YAML is found where it was made, not where the reader stopped."""

from __future__ import annotations

import pytest
import yaml

from generator import languages
from generator.input import slips
from generator.input.slips import Slip, find

FOUND = {
    "family: laws\nyear:2567\ndata_year: 2567\n": Slip(slips.NO_SPACE, 2, 6),
    "family: laws\ntitle： ก\ndata_year: 2567\n": Slip(slips.WIDE_COLON, 2, 6),
    "family: laws\ntitle:\n\u00a0 th: ก\n  en: A\n": Slip(slips.WIDE_SPACE, 3, 1),
    "a:\n- id: m-1\n  title: ก\n-id: m-2\n  title: ข\n": Slip(slips.DASH_WITHOUT_SPACE, 4, 1),
    "a:\n  id: m-1\n  title: ก\n- id: m-2\n": Slip(slips.DASH_FORGOTTEN, 2, 3),
    'family: laws\ntitle: "ก\nsummary: ข\n': Slip(slips.QUOTE_OPEN, 2, 8),
    'title: "ก\nsummary: "ข"\n': Slip(slips.QUOTE_OPEN, 1, 8),
    "a:\n- owners: [ก, ข\n  title: ค\n": Slip(slips.BRACKET_OPEN, 2, 11),
    "a: [b\n": Slip(slips.BRACKET_OPEN, 1, 4),
    "title:\n  th ก\n  en: A\n": Slip(slips.NO_COLON, 2, 3),
    'title: "ก" ข\nyear: 2567\n': Slip(slips.TEXT_BEHIND_QUOTE, 1, 8),
}


def error_of(text: str) -> yaml.MarkedYAMLError:
    """Why PyYAML's C reader, which the program uses, stops."""
    with pytest.raises(yaml.MarkedYAMLError) as stopped:
        yaml.load(text, yaml.CBaseLoader)
    return stopped.value


@pytest.mark.parametrize(("text", "slip"), FOUND.items(), ids=[slip.problem for slip in FOUND.values()])
def test_a_slip_is_found_where_it_was_made(text: str, slip: Slip) -> None:
    assert find(text, error_of(text)) == slip


@pytest.mark.parametrize("text", ["a: |\n  title:ก\nb: c: d\n", "{\n  a: b\n  c: d\n}\n"])
def test_where_nobody_can_tell_the_readers_own_place_is_kept(text: str) -> None:
    assert find(text, error_of(text)) is None


def test_every_problem_has_its_words_in_every_language() -> None:
    problems = {slip.problem for slip in FOUND.values()}
    for language in languages.LANGUAGES:
        assert problems <= set(languages.yaml_problems(language))


@pytest.mark.parametrize(
    ("key", "slip"),
    [
        ("title:แผน", (slips.NO_SPACE, 5)),
        ("title：แผน", (slips.WIDE_COLON, 5)),
        ("\u00a0title", (slips.WIDE_SPACE, 0)),
        ("-title", (slips.DASH_WITHOUT_SPACE, 0)),
        ("title", None),
        ("https://example.go.th", None),
        ("ชื่อ", None),
    ],
    ids=ascii,
)
def test_a_key_that_swallowed_its_value_says_how(key: str, slip: tuple[str, int] | None) -> None:
    assert slips.in_key(key) == slip


@pytest.mark.parametrize(
    ("value", "problem"), [("th:ข้อความ", slips.NO_SPACE), ("Note:this", None), ("mailto:a@b", None), ("9:30", None)]
)
def test_a_text_alone_below_its_key_is_a_slip_only_where_it_begins_as_a_key(value: str, problem: str | None) -> None:
    found = slips.in_value(value)
    assert (found and found[0]) == problem
