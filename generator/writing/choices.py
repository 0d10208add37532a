"""The words of every choice that data may make: Thai ones, and the English one that programs know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from generator.writing.readings import bare, name_key


@lru_cache(1)
def _groups() -> tuple[Mapping[str, tuple[str, ...]], ...]:
    groups = yaml.load((Path(__file__).parent / "choices.yaml").read_bytes(), yaml.CBaseLoader)
    return tuple({choice: tuple(words) for choice, words in group.items()} for group in groups)


@lru_cache(256)
def words_of(choices: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Each choice of a group → its Thai words, the one that is shown first; nothing where no Thai word is in use."""
    group = next((one for one in _groups() if one.keys() == set(choices)), {})
    return {choice: group.get(choice, ()) for choice in choices}


def shown(choice: str, choices: Iterable[str]) -> str:
    """What an officer is shown and may write: ``ปานกลาง``; the choice itself where it has no Thai word."""
    return next(iter(words_of(tuple(choices))[choice]), choice)


def listed(choices: Iterable[str]) -> str:
    """All of a group for a message: ``ต่ำ (low), ปานกลาง (medium)``."""
    known = words_of(tuple(choices))
    return ", ".join(f"{words[0]} ({choice})" if words else choice for choice, words in known.items())


def meant(text: str, choices: Iterable[str]) -> str:
    """The choice that a text names in Thai or English, however it is written, or an empty text.

    ``ปานกลาง (medium)``, as messages say it, and ``ปานกลาง (8)``, as forms have it, name one; ``สูง (ต่ำ)`` names none.
    """
    names = _names(tuple(choices))
    key = name_key(bare(text.strip()))
    if found := names.get(key) or names.get(_bare(key)):
        return found
    noted = _NOTED.fullmatch(bare(text.strip()))
    parts = [part for part in (noted.groups() if noted else ()) if _FIGURES.fullmatch(part) is None]
    named = {names.get(name_key(part), "") for part in parts}
    return named.pop() if len(named) == 1 else ""


def about(text: str, choices: Iterable[str]) -> str:
    """The choice that the heading of a group of rows is about, or an empty text: ``2. ด้านการสรรหาและบรรจุแต่งตั้ง``.

    A heading may say more than the choice, so that the words that name it are looked for inside: the first word of each, as it
    is shown, and those that begin with ``ด้าน``. A heading with words of two choices is about neither.
    """
    key = name_key(text)
    named = {
        choice
        for choice, words in words_of(tuple(choices)).items()
        if any(_bare(name_key(word)) in key for n, word in enumerate(words) if not n or word.startswith("ด้าน"))
    }
    return named.pop() if len(named) == 1 else ""


_NOTED = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_FIGURES = re.compile(r"[\d\s.,=xX×*+%-]+|\d[\d\s]*คะแนน")
"""A text with a note in brackets, and what as such a note changes no choice."""


@lru_cache(256)
def _names(choices: tuple[str, ...]) -> Mapping[str, str]:
    found = {name_key(choice): choice for choice in choices}
    for choice, words in words_of(choices).items():
        for word in words:
            found.setdefault(name_key(word), choice)
    for word, choice in [(_bare(word), choice) for word, choice in found.items()]:
        found.setdefault(word, choice)
    return found


def _bare(word: str) -> str:
    """Without what makes a noun of a word: ``การใช้อำนาจหน้าที่`` and ``ด้านใช้อำนาจหน้าที่`` name one choice."""
    return re.sub("^(?:ด้าน)?(?:การ)?", "", word) or word
