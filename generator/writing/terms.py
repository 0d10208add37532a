"""Terms that are fixed in this field, and where a text misspells one of them by a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.writing.figures import fold_digits

_PIECE = 5
"""Letters by which a term is recognised: where one letter is wrong, those before it or those behind it are right."""
_SHORTEST, _LONGEST = 2 * _PIECE - 1, 400
"""Letters of a term; what is longer is no title, and would be compared at every place of a text as long as itself."""
_LETTER = re.compile(r"[ก-ฮะ-ฺเ-ๅ็-๎]")
_LEADS = re.compile(r"[เ-ไ]")
"""Vowels before their consonant, which is not the first letter of a word then."""
_GOES_ON = re.compile(r"[ะ-ฺ็-๎]")
"""Vowels and marks behind their consonant, which is not the last letter of a word then."""


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.load((Path(__file__).parent / "terms.yaml").read_bytes(), yaml.CSafeLoader)
    return data


def words() -> tuple[str, ...]:
    """Words that are often cut off at the end of a name."""
    return tuple(_data()["words"])


def is_official(text: str) -> bool:
    """Whether a text is a name that the assessment itself gives: two agencies that write it write the same."""
    return _LEADING_NUMBER.sub("", compact(text)) in _official()


_LEADING_NUMBER = re.compile(r"^(?:ประเด็น(?:ที่)?|ตัวชี้วัด(?:ที่)?)?[\d.()]*")


@lru_cache(maxsize=1)
def _official() -> frozenset[str]:
    return frozenset(map(compact, (*_data()["official"], *_data()["terms"])))


def misspelt_in(text: str, titles: Iterable[str] = ()) -> list[tuple[str, str]]:
    """What a text misspells, each once: as it is written, and as it should be.

    Args:
        titles: official titles, which are terms, too.
    """
    return list(_misspelt(text, frozenset(titles)))


@lru_cache(maxsize=256)
def _misspelt(text: str, titles: frozenset[str]) -> tuple[tuple[str, str], ...]:
    words = fold_digits(text).split()
    written = "".join(words)
    found = dict(_known(written))
    index = _index(titles)
    for wrong, right in sorted(index.slips(written, words), key=lambda slip: (len(slip[0]), slip)):
        is_right = any(wrong in term for term in index.terms) or any(word in wrong for word in _data()["allowed"])
        if not is_right and not any(one in wrong for one in found):
            found[wrong] = right
    return tuple(found.items())


def compact(text: str) -> str:
    """A text without spaces, in which terms are found however they are printed."""
    return "".join(fold_digits(text).split())


def _known(written: str) -> Iterator[tuple[str, str]]:
    pattern, right = _known_pattern()
    for match in pattern.finditer(written):
        yield match[0], right[match[0]]


@lru_cache(maxsize=1)
def _known_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    right: dict[str, str] = _data()["misspelt"]
    ordered = sorted(right, key=len, reverse=True)
    return re.compile("|".join(re.escape(wrong) for wrong in ordered)), right


class _Index:
    """Terms by their first and their last letters."""

    def __init__(self, terms: Iterable[str]) -> None:
        self.terms = frozenset(terms)
        self._starting: dict[str, list[str]] = {}
        self._ending: dict[str, list[str]] = {}
        for term in sorted(self.terms):
            self._starting.setdefault(term[:_PIECE], []).append(term)
            self._ending.setdefault(term[-_PIECE:], []).append(term[::-1])
        self._pieces = frozenset((*self._starting, *self._ending))
        self._places_in = lru_cache(maxsize=100_000)(self._look_in)

    def slips(self, text: str, words: Iterable[str]) -> set[tuple[str, str]]:
        """Where a text has a term with one slip behind its first letters or before its last ones, and the term.

        Args:
            text: ``words`` written together.
        """
        found: set[tuple[str, str]] = set()
        backwards = text[::-1]
        for place in self._places(words):
            piece = text[place : place + _PIECE]
            found.update(_one_off(text, place, self._starting.get(piece, ())))
            behind = len(text) - place - _PIECE
            of_end = _one_off(backwards, behind, self._ending.get(piece, ()), is_reversed=True)
            found.update((wrong[::-1], right[::-1]) for wrong, right in of_end)
        return found

    def _places(self, words: Iterable[str]) -> Iterator[int]:
        """Where a piece of a term stands in the words written together: in each word, which is looked at once, and across."""
        start, before = 0, ""
        for word in words:
            joined = before + word
            if places := self._places_in(joined):
                first = start - len(before)
                for place in places:
                    yield first + place
            start += len(word)
            before = joined[1 - _PIECE :]

    def _look_in(self, text: str) -> tuple[int, ...]:
        return tuple(n for n in range(len(text) - _PIECE + 1) if text[n : n + _PIECE] in self._pieces)


@lru_cache(maxsize=8)
def _index(titles: frozenset[str]) -> _Index:
    terms = {compact(term) for term in (*_data()["terms"], *titles)}
    return _Index(term for term in terms if _SHORTEST <= len(term) <= _LONGEST and _LETTER.match(term))


def _one_off(text: str, place: int, terms: Iterable[str], *, is_reversed: bool = False) -> Iterator[tuple[str, str]]:
    """Where a text has a term with one letter too many, too few, wrong, or two swapped, behind its first letters.

    A slip in the first letters counts only where a text begins: ``บุคลากรมีส่วนร่วม`` is not ``การมีส่วนร่วม``.
    """
    before, after = (_GOES_ON, _LEADS) if is_reversed else (_LEADS, _GOES_ON)
    if place + _PIECE >= len(text) or (place and before.match(text[place - 1])):
        return
    for term in terms:
        if text.startswith(term, place):
            continue
        wrong = _near(text, place, term, ends=1)
        if wrong and is_reversed and place + len(wrong) < len(text):
            wrong = _near(text, place, term, ends=3)
        if wrong and not after.match(text[place + len(wrong) : place + len(wrong) + 1]):
            yield wrong, term


def _near(text: str, place: int, term: str, ends: int) -> str:
    """The text at ``place``, where the first letters are those of ``term``, that is it but for one slip, or nothing.

    Args:
        ends: how many of the last letters have no slip.
    """
    size = len(term)
    same, last = _PIECE, min(size, len(text) - place)
    while same < last and text[place + same] == term[same]:
        same += 1
    at = place + same
    if same >= size - ends or at + 1 >= len(text):
        return ""  # the last letters differ: another word may begin here
    letter = text[at]
    if not _LETTER.match(letter):
        return ""
    rest = term[same:]
    ways = (
        (rest[1:], at + 1, size),  # another letter
        (rest, at + 1, size + 1),  # one too many
        (rest[1:], at, size - 1),  # one missing
    )
    for tail, start, length in ways:
        if text.startswith(tail, start):
            return text[place : place + length]
    if text[at + 1] == rest[0] and rest[1:2] == letter and text.startswith(rest[2:], at + 2):
        return text[place : place + size]
    return ""
