"""What every chart is: a drawing in the charting library's words, and what it says to those who do not see it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar

from markupsafe import Markup

from generator.pages.voice import Voice

Mark = Literal["main", "below", "whole", "target", "mean"]
"""What a mark means; the theme gives each its colour, and its own form where colour is not seen."""

WIDTH = 320
"""Units of every drawing across: as many as the smallest phone has pixels, so that letters stay readable there."""

MOST = 20
"""Rows that a drawing has; the table beside it has all."""

LETTERS = 36
"""Letters that certainly fit into one line of a drawing, measured with Sarabun in tests/test_charts.py."""

T = TypeVar("T")


FEWEST = 5
"""Values that are worth a drawing."""


@dataclass(frozen=True)
class Drawing:
    """What the library draws.

    Attributes:
        spec: Vega-Lite; colours are names of :data:`Mark`, words are names that :class:`Words` gave.
        texts: the words, by number. They are set in after the drawing, so that one drawing serves every language,
            and no name in the data ever is part of a specification.
        marks: what the drawing uses beside ``main``, in the order of the key.
        values: how many values that are not zero it shows; None of a drawing that is worth its room with any number.
    """

    spec: Mapping[str, Any]
    texts: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    values: int | None = None

    @property
    def is_worth_its_room(self) -> bool:
        """Whether it shows more than is read at a glance in the table beside it."""
        return self.values is None or self.values >= FEWEST


@dataclass(frozen=True)
class Chart:
    """A drawing with its words.

    Attributes:
        id: what the ids of its parts begin with, unique on a page.
        title: what is drawn.
        sentence: what the drawing shows, computed from the same figures; HTML.
        about: the kind of drawing and how many marks it has.
        key: mark → what it means, where there is more than one.
        table: id of the table on the same page that has every figure.
    """

    id: str
    title: str
    sentence: Markup
    about: str
    drawing: Drawing
    table: str
    key: Mapping[Mark, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Extreme(Generic[T]):
    """The highest or lowest value, and all that have it."""

    value: Decimal
    of: list[T]


class Words:
    """The words of one drawing: each gets a name that the library carries along in its place."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def put(self, text: str) -> str:
        self.texts.append(text)
        return f"t{len(self.texts) - 1}"


def sentence(voice: Voice, *parts: tuple[str, Mapping[str, Any]] | None) -> Markup:
    """Parts of ``words.charts.says`` with their facts as one sentence; facts that are plain text are escaped."""
    words = voice.words["charts"]
    said = [Markup(voice.prose_digits(words["says"][part[0]])).format(**part[1]) for part in parts if part]
    whole = Markup(words["joint"]).join(said)
    return Markup(whole[:1].upper() + whole[1:] + words["end"])


def length(text: str) -> int:
    """How many letters of a line a text takes: marks above and below take none."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def fitting(text: str, letters: int = LETTERS) -> str:
    """A name in one line: what is too long ends after a whole word where there is one, else between two letters."""
    text = " ".join(text.split())
    standing = [at for at, letter in enumerate(text) if unicodedata.category(letter) != "Mn"]
    if len(standing) <= letters:
        return text
    end = standing[letters - 1]
    while text[end] in _FOLLOWING or unicodedata.category(text[end]) == "Mn":
        end -= 1
    space = text.rfind(" ", end // 2, end + 1)
    return text[: end if space < 0 else space].rstrip(_LEADING) + "…"


_FOLLOWING = "ะาำๅๆฯ"
"""Letters that stand by themselves but belong to the one before."""

_LEADING = " เแโใไ-–("
"""What cannot end a line: it belongs to what follows."""


def extremes(values: Iterable[tuple[T, Decimal]]) -> tuple[Extreme[T], Extreme[T]] | None:
    """The highest and the lowest; None where all are the same."""
    listed = list(values)
    highest, lowest = max(value for _, value in listed), min(value for _, value in listed)
    if highest == lowest:
        return None
    return (
        Extreme(highest, [one for one, value in listed if value == highest]),
        Extreme(lowest, [one for one, value in listed if value == lowest]),
    )


def both_ends(
    voice: Voice, code: str, ends: tuple[Extreme[T], Extreme[T]] | None, name: Callable[[T], str | Markup]
) -> tuple[str, dict[str, Any]] | None:
    """The part of a sentence that names the highest and the lowest; None where all are the same."""
    if ends is None:
        return None
    highest, lowest = ends
    facts = {
        "highest": named(voice, list(map(name, highest.of))),
        "high": shared(voice, highest),
        "lowest": named(voice, list(map(name, lowest.of))),
        "low": shared(voice, lowest),
    }
    return code, facts


def some_of(voice: Voice, code: str, shown: int, every: int) -> tuple[str, dict[str, Any]] | None:
    """The part of a sentence that says how many of how many are drawn; None where all are."""
    return None if shown == every else (code, {"count": voice.figure(shown), "all": voice.figure(every)})


def named(voice: Voice, names: Sequence[str | Markup]) -> Markup:
    """The names that share a figure: one or two of them, or the first and how many more."""
    words = voice.words["charts"]
    said = [name if isinstance(name, Markup) else voice.say(name) for name in names]
    if len(said) == 1:
        return said[0]
    if len(said) == 2:
        return Markup(words["both"]).format(first=said[0], second=said[1])
    return Markup(words["and_more"]).format(first=said[0], count=voice.figure(len(said) - 1))


def shared(voice: Voice, extreme: Extreme[Any], unit: str = "", write: Callable[[Decimal], str] | None = None) -> str:
    """The figure of an extreme, which says so where several have it."""
    figure = f"{(write or voice.figure)(extreme.value)}{unit}"
    return figure if len(extreme.of) == 1 else str(voice.words["charts"]["each"]).format(figure=figure)
