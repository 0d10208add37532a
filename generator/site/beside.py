"""Two years of one family side by side: which entries stayed, changed, came or went, from the data alone.

Entries of a list are the same where their titles are, without the year in them: ids and numbers are given anew each year.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.models.disclosure import Disclosure
from generator.models.shared import Model, NoneStated, Period, Text
from generator.tables.totals import Tabled
from generator.writing.figures import fold_digits

Value = Decimal | int | datetime.date | Text | Period | str
Values = Mapping[str, Value]
"""The values of an entry by their place in it; those of a table by its columns, and ``count``."""

_NAMES = ("title", "what", "name", "event", "text", "kind")
"""What an entry is called by: the first of these that it has, else its first text."""
_NO_MATTER = frozenset(("id", "number", "origin", "source", "place", "note", "restated"))
"""Keys that tell nothing of the matter itself: how it is counted, where it was printed."""
_YEAR = re.compile(r"(?:ประจำ)?(?:ปีงบประมาณ|ปี)?(?:พ\.?ศ\.?)?25\d\d")
_NO_LETTER = re.compile(r"[\s.,()\"'“”‘’:;–-]+")
_CODE = re.compile(r"[!-~]+")
"""A choice, a reference or an address: no words that a reader compares."""


@dataclass(frozen=True)
class Compared:
    """An entry of one year or both.

    Attributes:
        older, newer: in which years it is, with the values that differ; None where it is not; of what stayed as it was none.
    """

    name: Text | str
    older: Values | None
    newer: Values | None

    @property
    def change(self) -> str:
        """``new``, ``gone``, ``same`` or ``changed``: the word for it."""
        if self.older is None or self.newer is None:
            return "new" if self.older is None else "gone"
        return "changed" if self.older or self.newer else "same"


def compared(older: Disclosure, newer: Disclosure) -> tuple[Compared, ...]:
    """Every entry of two disclosures of one family: those of the newer one in its order, then what is gone."""
    before: defaultdict[tuple[str, str], deque[tuple[Text | str, dict[str, Value]]]] = defaultdict(deque)
    for key, name, values in _entries(older):
        before[key].append((name, values))
    found = []
    for key, name, values in _entries(newer):
        if before[key]:
            _, was = before[key].popleft()
            differ = [one for one in was | values if was.get(one) != values.get(one)]
            found.append(Compared(name, _of(was, differ), _of(values, differ)))
        else:
            found.append(Compared(name, None, {}))
    return (*found, *(Compared(name, {}, None) for left in before.values() for name, _ in left))


def _of(values: dict[str, Value], keys: list[str]) -> Values:
    return {key: values[key] for key in keys if key in values}


def _entries(disclosure: Disclosure) -> Iterator[tuple[tuple[str, str], Text | str, dict[str, Value]]]:
    """List and title as a key, the name, and the values by their place in the entry."""
    if isinstance(disclosure, Tabled) and disclosure.rows:
        for group in disclosure.rows.groups.get("method", ()):
            if group.name is not None:
                totals: dict[str, Value] = dict(zip(disclosure.rows.sums, group.sums, strict=True))
                yield ("method", str(group.name.name)), group.name.name, {"count": group.count, **totals}
    for field in type(disclosure).model_fields:
        entries = getattr(disclosure, field)
        if field not in Disclosure.model_fields and isinstance(entries, tuple):
            for entry in entries:
                if name := _name(entry):
                    yield (field, _same(str(name))), name, dict(_leaves(entry))


def _name(entry: object) -> Text | str | None:
    if not isinstance(entry, Model):
        return None
    keys = dict.fromkeys((*(key for key in _NAMES if key in type(entry).model_fields), *type(entry).model_fields))
    found = (getattr(entry, key) for key in keys if key not in _NO_MATTER)
    return next((one for one in found if isinstance(one, Text | str) and not _CODE.fullmatch(str(one))), None)


def _same(title: str) -> str:
    """What titles of two years have in common."""
    return _NO_LETTER.sub("", _YEAR.sub("", _NO_LETTER.sub("", fold_digits(title)))).casefold()


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Value]]:
    """Every value inside of an entry that a reader may compare, by its place."""
    if isinstance(value, NoneStated):
        yield path, value.reason
    elif _is_value(value):
        yield path, value
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _leaves(one, f"{path}.{number}")
    elif isinstance(value, Model):
        for key in type(value).model_fields:
            if key not in _NO_MATTER and (path or key not in _NAMES):
                yield from _leaves(getattr(value, key), f"{path}.{key}")


def _is_value(value: object) -> bool:
    if isinstance(value, str):
        return bool(value) and not _CODE.fullmatch(value)
    return isinstance(value, Text | Period | datetime.date | Decimal | int) and not isinstance(value, bool)
