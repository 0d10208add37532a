"""Figures with their nouns: ``{count:job|jobs}`` in a language file, the forms in the order of CLDR, the last for all others."""

from __future__ import annotations

from functools import cache
from string import Formatter
from typing import Any

_ORDER = ("zero", "one", "two", "few", "many")


@cache
def _rule(language: str) -> tuple[Any, tuple[str, ...]]:
    from babel import Locale  # half of a command's start, which most commands never need

    rule = Locale.parse(language).plural_form
    return rule, (*(tag for tag in _ORDER if tag in rule.tags), "other")


def counted(language: str, number: object, written: str, forms: str) -> str:
    """A figure as it is written, and the form of its noun that the language has for that number.

    Args:
        number: the figure, or how it is written, with separators and in either digits.
        forms: of the noun, ``job|jobs``; a language of one form has one.
    """
    rule, tags = _rule(language)
    of_number = dict(zip(tags, forms.split("|"), strict=True))
    plain = "".join(one for one in str(number) if one.isdecimal() or one == ".")
    return f"{written} {of_number[rule(float(plain) if '.' in plain else int(plain or 0))]}"


class Sentence(str):
    """Words of a language file with such figures in them; ``format`` is that of any text."""

    language: str

    def __new__(cls, text: str, language: str) -> Sentence:
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # of str, which has one
        return str(self), self.language

    def format(self, *values: object, **facts: object) -> str:
        return _Counting(self.language).vformat(str(self), values, facts)


class _Counting(Formatter):
    def __init__(self, language: str) -> None:
        self.language = language

    def format_field(self, value: object, form: str) -> str:
        if "|" in form:
            return counted(self.language, value, str(value), form)
        return str(super().format_field(value, form))


def sentence(text: str, language: str) -> str:
    """The words, which choose forms where they have any."""
    return Sentence(text, language) if "|" in text and "{" in text else text
