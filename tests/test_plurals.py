"""Figures with their nouns in the words of pages: one job, two jobs, in any language's own forms."""

from __future__ import annotations

import pickle
import re
from typing import Any

import pytest

from generator import languages
from generator.languages.plurals import Sentence, counted, sentence


@pytest.mark.parametrize(
    ("language", "number", "forms", "said"),
    [
        ("en", "1", "job|jobs", "1 job"),
        ("en", 2, "job|jobs", "2 jobs"),
        ("en", 0, "job|jobs", "0 jobs"),
        ("en", "1,001", "job|jobs", "1,001 jobs"),
        ("en", "๑", "job|jobs", "๑ job"),
        ("th", "1", "งาน", "1 งาน"),
        ("pl", 3, "praca|prace|prac|pracy", "3 prace"),
    ],
)
def test_a_figure_chooses_the_form_that_its_language_has(language: str, number: object, forms: str, said: str) -> None:
    assert counted(language, number, str(number), forms) == said


def test_a_language_of_one_form_is_given_no_two() -> None:
    with pytest.raises(ValueError, match="zip"):
        counted("th", 1, "1", "งาน|งานต่าง ๆ")


def test_words_without_forms_stay_texts_and_those_with_are_kept_between_runs() -> None:
    assert type(sentence("{count} files", "en")) is str
    words = pickle.loads(pickle.dumps(sentence("{count:file|files} of {all:>4}", "en")))
    assert isinstance(words, Sentence)
    assert words.format(count="1", all=7) == "1 file of    7"


def _texts(value: Any) -> list[str]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value] if isinstance(value, str) else [text for one in inner for text in _texts(one)]


def test_every_form_of_the_language_files_is_one_of_the_language() -> None:
    found = 0
    for language in languages.LANGUAGES:
        for text in _texts(languages.words(language)) + _texts(languages.labels(language)):
            for forms in re.findall(r"{\w+:([^{}]*\|[^{}]*)}", text):
                assert counted(language, 1, "1", forms)
                assert isinstance(text, Sentence), text
                found += 1
    assert found > 20
