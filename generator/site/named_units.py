"""One text that names several units, or a unit and a note on it → what it names, where every part is a known unit.

Only whole names count here, as :class:`~generator.site.unit_names.UnitNames` compares them: a part of a name next to
another could be anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.input.source import KeyPath, SourceFile
from generator.models.agency import Agency, Unit
from generator.models.disclosure import Disclosure
from generator.models.shared import Model, Owner, Sourced, Text
from generator.site.site import Entry
from generator.site.unit_names import UnitNames, unit_names

_BETWEEN = re.compile(r"\s*(?:[,;/+&]|และ|กับ|ร่วมกับ|\band\b)\s*|\s+")
"""What may stand between two names; a name may hold the same (``กองแผนงานและงบประมาณ``)."""
_NOTED = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_MOST = 24
"""Names in one text; more are a sentence."""


@dataclass(frozen=True)
class Named:
    """What a text says of units.

    Attributes:
        units: those that it names, in order and each once.
        unknown: parts between them that name none.
        note: what stands in brackets behind the one unit.
    """

    units: tuple[Unit, ...] = ()
    unknown: tuple[str, ...] = ()
    note: str = ""


def named(text: str, names: UnitNames) -> Named:
    """The units that a text names, if it is no name of one unit itself."""
    noted = _NOTED.fullmatch(text.strip())
    if noted and (unit := names.exact(noted[1])):
        return Named() if names.exact(noted[2]) else Named((unit,), note=noted[2].strip())
    units: dict[str, Unit] = {}
    unknown: list[str] = []
    for part, unit in _parts(text, names):
        if unit:
            units.setdefault(unit.id, unit)
        else:
            unknown.append(part)
    return Named(tuple(units.values()), tuple(unknown)) if units else Named()


def _parts(text: str, names: UnitNames) -> Iterator[tuple[str, Unit | None]]:
    """The parts of a text, the longest known name first at each place; what is unknown up to the next known name."""
    cuts = [(found.start(), found.end()) for found in _BETWEEN.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    if len(starts) > _MOST:
        return
    number, strange = 0, ""
    while number < len(starts):
        longest = (n for n in range(len(ends) - 1, number - 1, -1) if names.exact(text[starts[number] : ends[n]]))
        last = next(longest, None)
        if last is None:
            strange = f"{strange} {text[starts[number] : ends[number]]}".strip()
            number += 1
            continue
        if strange:
            yield strange, None
            strange = ""
        yield text[starts[number] : ends[last]], names.exact(text[starts[number] : ends[last]])
        number = last + 1
    if strange:
        yield strange, None


def with_units(
    entries: Iterable[Entry[Disclosure]], units: Iterable[Unit], agency: Agency
) -> Iterator[Entry[Disclosure]]:
    """The disclosures, each with an owner for every unit that an entry of a list of owners names.

    A note in brackets behind the unit that a fact is about becomes the note of that fact, where it has none.
    """
    names = unit_names(units, agency)
    for entry in entries:
        if any(names.find(owner.unit) is None for _, owner in entry.each(Owner)):
            renamed: dict[KeyPath, str | int] = {}
            data = _group(entry.data, names, (), entry.file, renamed)
            if data is not entry.data:
                file = replace(entry.file, renamed={**entry.file.renamed, **renamed})
                entry = Entry(file, data, entry.given)
        yield entry


def _group(value: Any, names: UnitNames, path: KeyPath, file: SourceFile, renamed: dict[KeyPath, str | int]) -> Any:
    """A group of data with the units in it; the same one where nothing changes."""
    changed: dict[str, Any] = {}
    for name, inner in value.__dict__.items():
        at = (*path, type(value).model_fields[name].alias or name)
        found = inner
        if isinstance(inner, Owner) and not isinstance(value, Disclosure):
            said = named(inner.unit, names) if names.find(inner.unit) is None else Named()
            if said.note and isinstance(value, Sourced) and value.note is None:
                found = inner.model_copy(update={"unit": said.units[0].id})
                changed["note"] = Text(th=said.note)
        elif isinstance(inner, Model) and not isinstance(inner, Text):
            found = _group(inner, names, at, file, renamed)
        elif isinstance(inner, tuple) and any(isinstance(one, Owner) for one in inner):
            found = _owners(inner, names, at, file, renamed)
        elif isinstance(inner, tuple):
            made = [
                _group(one, names, (*at, n), file, renamed) if isinstance(one, Model) else one
                for n, one in enumerate(inner)
            ]
            found = inner if all(new is old for new, old in zip(made, inner, strict=True)) else tuple(made)
        if found is not inner:
            changed[name] = found
    return value.model_copy(update=changed) if changed else value


def _owners(
    owners: tuple[Owner, ...], names: UnitNames, path: KeyPath, file: SourceFile, renamed: dict[KeyPath, str | int]
) -> tuple[Owner, ...]:
    """A list of owners with one for each unit that is named; those that stand behind keep their places in the file."""
    found: list[Owner] = []
    for number, owner in enumerate(owners):
        said = named(owner.unit, names) if names.find(owner.unit) is None else Named()
        is_read = said.units and not said.unknown and not said.note
        made = [owner.model_copy(update={"unit": unit.id}) for unit in said.units] if is_read else [owner]
        *above, place = file.as_written((*path, number))
        if isinstance(place, int):
            renamed.update({(*above, len(found) + more): place for more in range(len(made))})
        found += made
    return owners if len(found) == len(owners) and all(map(lambda a, b: a is b, found, owners)) else tuple(found)
