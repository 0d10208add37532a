"""Ids that only tie things together inside of a file, made where they are left out, and what else names such a thing.

An id is a part of published addresses. It is made from what is least likely to change: the printed number, where every
entry has one of its own, or else the place in the list; of what has a name that stays, from that name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from generator.writing.figures import fold_digits
from generator.writing.readings import bare, name_key


def with_ids(entries: Any, prefix: str, text_key: str) -> Any:
    """The entries of a list, each with an id; what is no list of groups or texts is left for its model to refuse.

    Args:
        prefix: of the ids that are made, ``m`` of ``m-1``.
        text_key: the key that an entry which is only a text stands for.
    """
    if not isinstance(entries, list):
        return entries
    listed = [{text_key: one} if isinstance(one, str) else one for one in entries]
    groups = [one for one in listed if isinstance(one, dict)]
    taken = {str(one["id"]) for one in groups if "id" in one}
    numbers = [_number(one.get("number")) for one in groups]
    has_numbers = all(numbers) and len(set(numbers)) == len(numbers)
    made = []
    for place, one in enumerate(listed, start=1):
        if isinstance(one, dict) and "id" not in one:
            id = f"{prefix}-{_number(one['number']) if has_numbers else place}"
            while id in taken:
                id += "-x"
            taken.add(id)
            one = {"id": id, **one}
        made.append(one)
    return made


def _number(text: Any) -> str:
    """The digits of a printed number, as part of an id: ``1.2`` → ``1-2``; empty where there are none."""
    return "-".join(re.findall(r"[0-9]+", fold_digits(text))) if isinstance(text, str) else ""


def id_of_name(prefix: str, name: str) -> str:
    """An id that stays while a name does, wherever in its list it stands."""
    return f"{prefix}-{hashlib.sha256(name_key(name).encode('utf-8')).hexdigest()[:8]}"


def names_of(entries: Any, *keys: str) -> dict[str, str]:
    """What else an entry of a list is called by references, its number and the texts of ``keys`` → its id.

    What two entries are called is called by neither.
    """
    found: dict[str, str] = {}
    several: set[str] = set()
    for one in entries if isinstance(entries, list) else ():
        if isinstance(one, dict) and isinstance(one.get("id"), str):
            for name in {*_called(one, ("number", *keys))} - {one["id"]}:
                if found.setdefault(name, one["id"]) != one["id"]:
                    several.add(name)
    return {name: id for name, id in found.items() if name not in several}


def _called(one: Mapping[str, Any], keys: tuple[str, ...]) -> list[str]:
    texts = [one.get(key) for key in keys]
    plain = [text.get("th") if isinstance(text, dict) else text for text in texts]
    named = [text for text in plain if isinstance(text, str)]
    named += [name for many in plain if isinstance(many, list) for name in many if isinstance(name, str)]
    return [reference(text) for text in named]


def reference(text: str) -> str:
    """A reference in the one form that those are compared in."""
    return name_key(fold_digits(bare(text.strip())))


def resolved(value: Any, names: Mapping[str, str]) -> Any:
    """A reference, or a list of them, with the id in the place of each number or name that stands for one."""
    if isinstance(value, list):
        return [resolved(one, names) for one in value]
    return names.get(reference(value), value) if isinstance(value, str) else value
