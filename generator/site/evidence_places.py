"""Evidence that data names without its folder → the one file below ``files/`` that is called so.

``file: แผน.pdf``, ``file: 2568\\แผน.pdf`` and ``file: files\\2568\\แผน.pdf`` name a file where exactly one fits. From here on the
data says it by its whole place, so that its address, its approval and its checks are those of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from generator.files.evidence import FILES, fitting
from generator.models.shared import Evidence, Model, Text
from generator.site.site import Entry


def with_places(entries: Iterable[Entry[Any]], there: Callable[[], Iterable[str]]) -> Iterator[Entry[Any]]:
    """The entries, each with the place of every evidence file that is named without it.

    Args:
        there: gives the places of all files that may be meant, from the data folder; asked only where a name has none.
    """
    known = cache(lambda: tuple(there()))
    for entry in entries:
        names = {one.file for _, one in entry.each(Evidence) if one.file and not one.file.startswith(FILES)}
        fits = {name: found[0] for name in names if len(found := fitting(name, known())) == 1}
        yield Entry(entry.file, _placed(entry.data, fits), entry.given) if fits else entry


def _placed(value: Any, places: dict[str, str]) -> Any:
    """A group of data with the places in it; the same one where nothing changes."""
    if isinstance(value, tuple):
        made = tuple(_placed(one, places) for one in value)
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    if not isinstance(value, Model) or isinstance(value, Text):
        return value
    changed = {name: new for name, old in value.__dict__.items() if (new := _placed(old, places)) is not old}
    if isinstance(value, Evidence) and value.file in places:
        changed["file"] = places[value.file]
    return value.model_copy(update=changed) if changed else value
