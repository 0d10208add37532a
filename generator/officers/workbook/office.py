"""The year of an agency → what its workbook holds; what came back → the data files as they should be."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from generator import languages
from generator.diagnostics import Diagnostic
from generator.families import FAMILIES
from generator.input import edits, readings, shape, source
from generator.input.edits import Change, Refused
from generator.input.source import KeyPath, SourceFile
from generator.models.catalogue import known_components
from generator.officers.fields import field_at, order_at
from generator.officers.fixes import fixed
from generator.officers.references import unresolved_in
from generator.officers.to_fill import title_of
from generator.officers.workbook.cells import Names
from generator.officers.workbook.changes import differences
from generator.officers.workbook.layout import plan_of
from generator.officers.workbook.merging import Clash, merged, with_choice
from generator.officers.workbook.reading import Returned
from generator.officers.workbook.writing import Filled, Listed
from generator.site.disclosure_files import disclosure_named, disclosure_path
from generator.site.file_models import disclosure_model, family_called
from generator.site.site import Site
from generator.site.states import FamilyState, ItemState, day_by_calendar, due_of, item_states
from generator.writing.dates import write_date

_LONGEST_NAME = 31
"""Letters of a sheet's name, by Excel."""

# --- out --------------------------------------------------------------------------------------------


def names_of(site: Site) -> Names:
    """What may be referred to, by title."""
    titles: dict[str, dict[str, str]] = {"unit": {unit.id: str(unit.label) for unit in site.units}}
    titles["component"] = {one.id: one.title.th for listed in known_components().values() for one in listed}
    titles["family"] = {id: languages.families("th")[id]["name"] for id in FAMILIES}
    titles["document"] = {id: document.title.th for id, document in site.documents.items()}
    return Names(titles)


def contents(
    site: Site, year: int, *, owner: str, item: str, there: Collection[str]
) -> tuple[list[Listed], list[Filled]]:
    """The lines of the first sheet and the sheets to fill in.

    Args:
        year: one that the agency's list has a catalogue of.
        owner: only what this unit is responsible for; empty for all.
        item: only this item; empty for all.
        there: the files of the data folder: one that is there and could not be read gets no sheet.
    """
    unit = site.unit(owner)
    sheets: set[str] = set()
    listed: list[Listed] = []
    filled: list[Filled] = []
    for state in item_states(site, year):
        families = [one for one in state.families if not owner or _unit_of(site, one) == (unit.id if unit else owner)]
        if (item and state.item.code != item) or not families:
            continue
        made = [one for one in (_sheet(site, state, family, there, sheets) for family in families) if one]
        listed.append(_line(site, state, [one.sheet for one in made]))
        filled += made
    return listed, filled


def _unit_of(site: Site, family: FamilyState) -> str:
    owner = family.owner
    unit = site.unit(owner.unit) if owner else None
    return unit.id if unit else owner.unit if owner else ""


def _line(site: Site, state: ItemState, sheets: Sequence[str]) -> Listed:
    words = languages.words("th")
    labels = [unit.label if (unit := site.unit(owner.unit)) else owner.unit for owner in state.owners]
    lacks = [component.component.title.th for component in state.missing]
    return Listed(
        state.item.code,
        title_of(state.item, "th"),
        ", ".join(map(str, labels)),
        due_of(site, state) or day_by_calendar(site, state),
        words["state"][state.state],
        ", ".join(dict.fromkeys(lacks)),
        tuple(sheets),
    )


def _sheet(site: Site, state: ItemState, family: FamilyState, there: Collection[str], taken: set[str]) -> Filled | None:
    model = FAMILIES[family.family].model
    entry = family.entry
    if entry is None and disclosure_named(there, family.family, state.year):
        return None
    new = disclosure_path(site.catalogues[state.year], family.family, state.year)
    path = entry.file.name.removeprefix(f"{site.name}/") if entry else new
    data = readings.read(entry.file.data, model, keeps_dashes=True).data if entry else None
    words = languages.words("th")["workbook"]
    name = languages.families("th")[family.family]["name"]
    plan = plan_of(model, data, has_english="en" in site.agency.languages)
    due = due_of(site, state)
    heading = [
        f"{state.item.code} {name}",
        words["of_item"].format(item=title_of(state.item, "th"), year=state.year, file=path),
        words["due"].format(day=write_date(due, "th")) if due else "",
        words["in_file"].format(parts=", ".join(plan.deep), file=path) if plan.deep else "",
        words["beyond"].format(parts=", ".join(plan.beyond), file=path) if plan.beyond else "",
        words["fill"],
    ]
    sheet = _sheet_name(f"{state.item.code} {name}", taken)
    return Filled(sheet, path, model, data, plan, tuple(filter(None, heading)))


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that Excel takes and no other sheet has, not even in other letters."""
    clean = re.sub(r"[\[\]:*?/\\']", "", wanted).strip()
    clean = clean if len(clean) <= _LONGEST_NAME else clean[: _LONGEST_NAME - 1].rstrip() + "…"
    name, number = clean, 2
    while name.casefold() in taken:
        end = f" ({number})"
        name, number = clean[: _LONGEST_NAME - len(end)] + end, number + 1
    taken.add(name.casefold())
    return name


# --- in ---------------------------------------------------------------------------------------------


@dataclass
class Target:
    """One data file while workbooks are put into it.

    Attributes:
        raw: its bytes; None where there is no file yet.
        data: what it said, as it is meant.
        merged: what it is to say.
        taken: from which workbooks, with the cells of each.
    """

    path: str
    model: type[BaseModel]
    raw: bytes | None
    data: Any
    merged: Any
    taken: list[tuple[str, Returned]] = field(default_factory=list)


def model_for(path: str, *known: Any) -> type[BaseModel] | None:
    """The model of a disclosure's file: by the family that it names, or as the file is called."""
    named = [data.get("family") for data in known if isinstance(data, dict)]
    stem = PurePosixPath(path).stem
    told = (family_called(one) for one in (*named, stem, stem.rpartition("-")[2]) if isinstance(one, str))
    return next((FAMILIES[family].model for family in told if family), None)


def target_of(
    path: str, raw: bytes | None, model: type[BaseModel], name: str
) -> tuple[Target | None, list[Diagnostic]]:
    """A data file as it is now; None, and why, where it cannot be read."""
    if raw is None:
        return Target(path, model, None, None, None), []
    file = source.parse(raw, name)
    if file.faults:
        return None, list(file.faults)
    data = _meant(file, model)
    return Target(path, model, raw, data, data), []


def _meant(file: SourceFile, model: type[BaseModel]) -> Any:
    """What a file says, as the loader reads it: ids for names, and what has one meaning in its usual form."""
    disclosure_model(file)
    return readings.read(file.data or {}, model, keeps_dashes=True).data


def take(target: Target, workbook: str, came: Returned, prefer: str) -> list[tuple[Clash, str, str]]:
    """Put what a workbook changed into the target; gives the clashes that are left, each with its cell and label.

    Args:
        prefer: ``workbook`` or ``data``, which stands where both changed the same; empty leaves it to be decided.
    """
    target.merged, clashes = merged(came.base, came.mine, target.merged)
    target.taken.append((workbook, came))
    if prefer == "workbook":
        target.merged = with_choice(target.merged, clashes)
    if prefer:
        return []
    return [(clash, *place_of(came, clash.path, target.model)) for clash in clashes]


def place_of(came: Returned, path: KeyPath, model: type[BaseModel]) -> tuple[str, str]:
    """The cell of a path, or of the nearest one above it that has a cell: ``O14 แผน!D7``, and its label."""
    for length in range(len(path), 0, -1):
        if cell := came.cells.get(path[:length]):
            return f"{came.sheet}!{cell}", came.labels[path[:length]]
    found = field_at(model, path)
    return came.sheet, found.label if found else edits.shown(path)


def written(target: Target, year: int) -> tuple[bytes | None, list[Diagnostic]]:
    """The bytes that the file is to have, and the faults that the workbooks bring, each at its cell.

    Raises:
        Refused: the file cannot be changed so.
    """
    if target.merged == target.data:
        return target.raw, []
    wanted = _clean(target, year)
    made = _only_there(target, wanted) or _as_meant(target, wanted)
    before = {_key(fault) for fault in _faults(target, target.data)} if target.data else set()
    return made, [fault for fault in _faults(target, wanted) if _key(fault) not in before]


def _only_there(target: Target, wanted: Any) -> bytes | None:
    """The file with the changes and nothing else; None where a changed value is written in a way that is only read so."""
    if not target.raw:
        return None
    try:
        made = edits.edited(target.raw, target.path, _steps(target.data, wanted, target.model))
    except Refused:
        return None
    return made if _meant(source.parse(made, target.path), target.model) == wanted else None


def _as_meant(target: Target, wanted: Any) -> bytes:
    """The file with the changes, and everything else in it written as it is read."""
    raw, _ = fixed(target.raw, target.path, target.model) if target.raw else (b"", [])
    now = source.parse(raw, target.path).data or {}
    return edits.edited(raw, target.path, _steps(now, wanted, target.model))


def _steps(before: Any, after: Any, model: type[BaseModel]) -> list[Change]:
    return edits.between(before, after, orders=lambda path: order_at(model, path))


def _clean(target: Target, year: int) -> Any:
    """What is to be written, as it is meant; a new file says first what it is."""
    data = target.merged
    if target.raw is None:
        family = next(id for id, one in FAMILIES.items() if one.model is target.model)
        of_year = str(year - 1 if FAMILIES[family].year == "previous" else year)
        data = {"family": family, "assessed_year": str(year), "data_year": of_year, **(data or {})}
    return readings.read(data, target.model, keeps_dashes=True).data


def _faults(target: Target, data: Any) -> list[Diagnostic]:
    file = _CellFile(target.path, data=data)
    file.target = target
    return shape.validate(file, target.model)[1]


def lacking(site: Site, target: Target) -> list[Diagnostic]:
    """What the workbooks bring that refers to nothing in the data, each at its cell."""
    file = _CellFile(target.path, data=target.merged)
    file.target = target
    return unresolved_in(site, f"{site.name}/{target.path}", file, shape.validate(file, target.model)[0])


def _key(fault: Diagnostic) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return fault.file, fault.code, tuple(sorted(fault.facts.items()))


class _CellFile(SourceFile):
    """Data whose values have their places in the cells of the last workbook that has them."""

    target: Target

    def at(self, path: Sequence[str | int], code: str, **facts: object) -> Diagnostic:
        keys = tuple(step.lstrip("\0") if isinstance(step, str) else step for step in path)
        place = self.name
        if code == "missing-key":
            code, keys, facts = self._empty(keys, str(facts["key"]))
        for workbook, came in reversed(self.target.taken):
            cell, label = place_of(came, keys, self.target.model)
            place = f"{workbook} {cell} ({label})"
            break
        return Diagnostic(place, 0, 0, code, facts={name: str(value) for name, value in facts.items()})

    def _empty(self, keys: KeyPath, key: str) -> tuple[str, KeyPath, dict[str, object]]:
        """What a sheet calls a key that is not there: an empty cell, or something that has no cell in it."""
        wanted = (*keys, key) if not keys or keys[-1] != key else keys
        found = field_at(self.target.model, wanted)
        has_cell = any(wanted in came.cells for _, came in self.target.taken)
        facts: dict[str, object] = {"label": found.label if found else key, "file": self.target.path}
        return "workbook-cell-empty" if has_cell else "workbook-no-cell", wanted, facts


def told(target: Target) -> Iterator[str]:
    """Every difference between the file and what it is to say, field by field, in Thai."""
    return (one.sentence for one in differences(target.data or {}, target.merged or {}, target.model))
