"""The words by which published pages are judged: data, so that a word that was met on a real page is added without code.

``families/<family>/family.yaml`` has, for each component, the words that show it (``evidence_words``);
``catalogues/audit_words.yaml`` those that tell a placeholder, a draft, a login page and the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import yaml

from generator import languages
from generator.models.catalogue import BUILT_IN
from generator.writing.figures import fold_digits


@cache
def evidence_words() -> dict[str, dict[str, list[str]]]:
    """Family → component → what shows it: ``word``, ``word + word``, ``/pattern/`` or ``has:something``."""
    return {
        family: {component["id"]: component["evidence_words"] for component in written["components"]}
        for family, written in languages.family_files().items()
    }


@cache
def _phrases() -> dict[str, list[str]]:
    with (BUILT_IN / "audit_words.yaml").open("rb") as file:
        words: dict[str, list[str]] = yaml.load(file, yaml.CSafeLoader)
    return words


def phrases(group: str) -> list[str]:
    """The lines of a group of ``audit_words.yaml``."""
    return _phrases()[group]


@cache
def _pattern(group: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in phrases(group)), re.IGNORECASE)


def search(group: str, text: str) -> str:
    """The first place of a text that one of the group's patterns tells, or an empty text."""
    found = _pattern(group).search(folded(text))
    return found[0].strip() if found else ""


def matches(group: str, text: str) -> bool:
    return _pattern(group).search(folded(text)) is not None


def is_whole(group: str, text: str) -> bool:
    """Whether one of the group's patterns tells all of a text."""
    return _pattern(group).fullmatch(folded(text)) is not None


def places(group: str, text: str) -> Iterator[int]:
    """Where what the group's patterns tell ends in a text, every time."""
    return (found.end() for found in _pattern(group).finditer(fold_digits(text)))


def is_host_of(group: str, host: str) -> bool:
    """Whether a host is one of the group's, or below one."""
    return any(host == one or host.endswith(f".{one}") for one in phrases(group))


def folded(text: str) -> str:
    """Thai digits as Arabic, small letters, one way of writing am."""
    return fold_digits(text).casefold().replace("ํา", "ำ")


_NOISE = re.compile(r"[\s\u200b-\u200f\ufeff.,:;()\[\]{}\"'“”‘’*–—_/\\|-]+")


@lru_cache(20_000)
def plain(text: str) -> str:
    """A short text for comparing: folded, without spaces and punctuation."""
    return plain_of(text)


def plain_of(text: str) -> str:
    """As :func:`plain`, of a long text, which is not remembered."""
    return _NOISE.sub("", folded(text))


_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")


def without_marks(plain_text: str) -> str:
    """A plain text without vowels and tones above and below the line, which the text layer of many PDFs has lost."""
    return _MARKS.sub("", plain_text).replace("ำ", "า")
