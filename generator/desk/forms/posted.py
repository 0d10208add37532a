"""What a browser sends of a form: values by name, the entries of each list in their order, and the button that was pressed.

A name is the key path of a value: ``projects.1.title.th``. An entry of a list goes by its number in the file that the
form was made of, wherever it stands now, and a new one by ``n1``, ``n2`` …; so that the form itself holds everything that
was typed, and nothing is written before it is saved. What a form does not name stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from generator.input.value_places import MAX_DEPTH

Pairs = Sequence[tuple[str, str]]
"""Names and values as a form sends them, in their order."""

ORDER = "!order"
"""Behind the name of a list: the tokens of its entries, one a value, with an empty one for a list that has none."""
IS = "!is"
"""Behind the name of a group that is a choice: ``yes`` where it was chosen, with an empty value before it."""
ACTION = "do"
"""The name of every button that changes the form and saves nothing: ``add:projects``, ``up:projects.1``."""
YES = "yes"
DEEPEST = 2 * MAX_DEPTH
"""Steps of the name of a list or group that can be opened: no file nests deeper."""


class Posted:
    """The values of a form that was sent; of one that was not, none at all."""

    def __init__(self, pairs: Pairs = ()) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in pairs:
            self._values.setdefault(name, []).append(value)

    def text(self, name: str) -> str | None:
        """What stands in a box; None where the form has no such box."""
        found = self._values.get(name)
        return clean(found[-1]) if found else None

    def order(self, name: str) -> list[str] | None:
        """The tokens of a list's entries; None where the form does not show the list."""
        found = self._values.get(name + ORDER) if name.count(".") <= DEEPEST else None
        return None if found is None else [*dict.fromkeys(token for token in found if token)]

    def is_chosen(self, name: str) -> bool | None:
        """Whether a group was chosen; None where the form does not ask."""
        found = self._values.get(name + IS) if name.count(".") <= DEEPEST else None
        return None if found is None else YES in found


def clean(text: str) -> str:
    """A text as it was typed, without letters that no file may hold."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _CONTROL.sub("", text)


_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def action_of(pairs: Pairs) -> tuple[str, str]:
    """What was pressed, and the name that it is about: ``("add", "projects")``; two empty texts for none of ours."""
    pressed = next((value for name, value in pairs if name == ACTION), "")
    kind, _, name = pressed.partition(":")
    return (kind, name) if kind in _ACTIONS else ("", "")


def after_action(pairs: Pairs) -> Pairs:
    """The values of the form after the button that was pressed: with an entry more or less, or in another order."""
    kind, name = action_of(pairs)
    return _ACTIONS[kind](pairs, name) if kind else pairs


def _added(pairs: Pairs, name: str) -> Pairs:
    taken = {value for said, value in pairs if said == name + ORDER}
    token = next(f"n{number}" for number in range(1, len(taken) + 2) if f"n{number}" not in taken)
    return [*pairs, (name + ORDER, token)]


def _opened(pairs: Pairs, name: str) -> Pairs:
    return [*pairs, (name + IS, YES)]


def _removed(pairs: Pairs, name: str) -> Pairs:
    above, _, token = name.rpartition(".")
    return [
        (said, value)
        for said, value in pairs
        if (said, value) != (above + ORDER, token) and not said.startswith((f"{name}.", f"{name}!"))
    ]


def _moved(pairs: Pairs, name: str, by: int) -> Pairs:
    above, _, token = name.rpartition(".")
    places = [place for place, (said, value) in enumerate(pairs) if said == above + ORDER and value]
    tokens = [pairs[place][1] for place in places]
    if token not in tokens:
        return pairs
    at = tokens.index(token)
    tokens.insert(max(0, at + by), tokens.pop(at))
    moved = dict(zip(places, tokens, strict=True))
    return [(said, moved.get(place, value)) for place, (said, value) in enumerate(pairs)]


_ACTIONS: Mapping[str, Callable[[Pairs, str], Pairs]] = {
    "add": _added,
    "open": _opened,
    "remove": _removed,
    "up": lambda pairs, name: _moved(pairs, name, -1),
    "down": lambda pairs, name: _moved(pairs, name, 1),
}
