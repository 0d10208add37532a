"""A new year: what still holds of the year before is carried, everything else is a blank. Gives texts; others write them."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import reduce
from typing import Any

import yaml

from generator import languages
from generator.families import FAMILIES
from generator.input.edits import Put, edited
from generator.models.agency import Agency
from generator.models.catalogue import Catalogue, Item, weaker
from generator.models.owners import ItemOwner, ItemOwners
from generator.models.shared import Owner, Text
from generator.officers.edits import carried, schema_link, seen_from, with_year
from generator.officers.fields import order_of
from generator.officers.owners import owners_path, owners_table
from generator.officers.start import (
    NOTHING_BEGUN,
    READ_FIRST,
    SCHEMAS,
    UNIT,
    Begun,
    argument,
    blank,
    blank_result,
    empty_tables,
    rendered,
)
from generator.officers.to_fill import title_of
from generator.officers.yaml_text import scalar
from generator.site.data_files import file_of_result
from generator.site.disclosure_files import disclosure_named, disclosure_path
from generator.site.site import Entry, Site
from generator.writing.dates import write_date


class How(StrEnum):
    """How a disclosure of the new year came to be."""

    CARRIED = "carried"
    BLANK = "blank"
    THERE = "there"


@dataclass(frozen=True)
class Opened:
    """One disclosure of the new year: its file, from the data folder, and how it came to be."""

    family: str
    file: str
    how: How
    owner: str = ""


@dataclass(frozen=True)
class Plan:
    """Everything that a new year begins with.

    Attributes:
        year: the new one.
        from_year: the one before.
        files: path → text of every file to write; none of them stands there yet.
        agency: the text of ``agency.yaml`` with the year added, or None where it stays as it is.
        items: the items of the new year, each with its disclosures.
        due: the day on which everything must be ready, where the agency says so.
        catalogue: the file of the catalogue that was carried too, or "" where the year has its own.
        dropped: files of the year before that the new year does not ask for.
        tables: path → content of the table of owners, unless it stands there.
        is_draft_only: whether citizens do not see the year until ``public_years`` names it.
    """

    year: int
    from_year: int
    files: dict[str, str]
    agency: str | None
    items: tuple[tuple[Item, tuple[Opened, ...]], ...]
    due: date | None
    catalogue: str
    dropped: tuple[str, ...]
    is_draft_only: bool = False
    tables: Mapping[str, bytes] = field(default_factory=dict)


def new_year(
    site: Site,
    year: int,
    from_year: int,
    *,
    there: Collection[str],
    agency: str,
    begun: Mapping[str, Begun] | None = None,
) -> Plan:
    """What the data of ``from_year`` give to ``year``: what still holds is carried, everything else is a blank.

    Args:
        site: everything that the agency says.
        year: the new year.
        from_year: a year that has a catalogue.
        there: the files that stand in the data folder, which are left alone.
        agency: the text of ``agency.yaml``, as it stands.
        begun: family → what is known of its disclosure, which then begins with that.
    """
    opening = _Opening(site, year, from_year, frozenset(there), _schemas_at(site, there), begun or {})
    catalogue, path, files = _catalogue(opening)
    asked = {family: item for item in reversed(catalogue.items) for family in reversed(item.families)}
    opened = {family: _open(opening, catalogue, family, item) for family, item in asked.items()}
    files |= _blank_result(opening) if "measures" in asked else {}
    files |= {name: text for _, made in opened.values() for name, text in made.items()}
    files |= {f"files/{year}/{READ_FIRST}": rendered("files-read-first.txt", year=year)}
    listed = with_year(agency, year) if site.agency.years and year not in site.agency.years else agency
    public = site.agency.public_years
    is_new = year not in site.years and bool(site.years)
    if is_new and public is None:
        listed = _with_public_years(listed, sorted(site.years))
    return Plan(
        year=year,
        from_year=from_year,
        files={name: files[name] for name in sorted(files) if name not in opening.there},
        agency=listed if listed != agency else None,
        items=tuple((item, tuple(opened[family][0] for family in item.families)) for item in catalogue.items),
        due=site.agency.due_of(year),
        catalogue=path,
        dropped=_dropped(opening, asked),
        is_draft_only=is_new and (public is None or year not in public),
        tables=_owners(opening, catalogue, [one for one, _ in opened.values()]),
    )


def _with_public_years(agency: str, years: Iterable[int]) -> str:
    """The text of ``agency.yaml`` that says which years are public, so that the new one stays in the draft for now."""
    change = Put(("public_years",), [str(year) for year in years], order_of(Agency))
    return edited(agency.encode("utf-8"), "agency.yaml", [change]).decode("utf-8")


@dataclass(frozen=True)
class _Opening:
    """What every step of opening a year asks for; ``schemas_at`` as :func:`_schemas_at` gives it."""

    site: Site
    year: int
    from_year: int
    there: frozenset[str]
    schemas_at: str
    begun: Mapping[str, Begun]

    def schema(self, name: str, path: str) -> str:
        """The link from the file at ``path`` to a schema, or nothing where the agency keeps none."""
        return seen_from(path, f"{self.schemas_at}/{name}.json") if self.schemas_at else ""


def _catalogue(opening: _Opening) -> tuple[Catalogue, str, dict[str, str]]:
    """What the new year asks for; where nobody has a list of it yet, the last one, its file and the text of that."""
    site, year = opening.site, opening.year
    if year in site.catalogues:
        return site.catalogues[year], "", {}
    last = max((y for y in site.catalogues if y < year), default=opening.from_year)
    lists = [_carried_catalogue(one, year) for one in site.catalogues[last].lists]
    files = {}
    for one in lists:
        path = f"profiles/{one.profile}/{year}.yaml"
        files[path] = _catalogue_text(one, last, opening.schema("catalogue", path))
    return reduce(Catalogue.beside, lists), next(iter(files)), files


def _owners(opening: _Opening, catalogue: Catalogue, opened: Iterable[Opened]) -> dict[str, bytes]:
    """The table of owners of the new year, with those of the year before, unless there is one."""
    site, year = opening.site, opening.year
    path = owners_path(year)
    if year in site.owner_tables or ItemOwners in site.unread or path in opening.there:
        return {}
    owner = {one.family: one.owner for one in opened if one.owner}
    said = {}
    for item in catalogue.items:
        units = [owner[family] for family in item.families if family in owner]
        if units:
            said[item.code] = ItemOwner(owner=Owner(unit=units[0]))
    return {path: owners_table(catalogue, said, [str(unit.label) for unit in site.units])}


def _blank_result(opening: _Opening) -> dict[str, str]:
    """A blank for the ITA result that the year's measures rest on, unless that is there."""
    before = opening.year - 1
    path = file_of_result(before)
    return {} if before in opening.site.ita else {path: blank_result(before, opening.schema("ita", path))}


def _dropped(opening: _Opening, asked: Collection[str]) -> tuple[str, ...]:
    """Files of the year before whose family the new year does not ask for."""
    of_before = (e for e in opening.site.disclosures if e.data.assessed_year == opening.from_year)
    return tuple(sorted(_below(opening.site, entry) for entry in of_before if entry.data.family not in asked))


def _open(opening: _Opening, catalogue: Catalogue, family: str, item: Item) -> tuple[Opened, dict[str, str]]:
    """One family of the new year, and the files that it begins with."""
    site, year, from_year = opening.site, opening.year, opening.from_year
    path = disclosure_path(catalogue, family, year)
    now, before = site.disclosure(family, year), site.disclosure(family, from_year)
    last = now or before
    owner = last.data.owner if last else None
    unit = owner.unit if owner else ""
    if file := _below(site, now) if now else disclosure_named(opening.there, family, year):
        return Opened(family, file, How.THERE, unit), {}
    stays = before and (FAMILIES[family].stays or before.data.holds_in(year))
    begun = opening.begun.get(family, NOTHING_BEGUN)
    if before and stays and not before.data.is_blank and not begun.has_content:
        text = carried(before.file.text, year, from_year, _below(site, before), path)
        return Opened(family, path, How.CARRIED, unit), {path: text}
    text = blank(
        path,
        FAMILIES[family],
        year,
        item,
        site.components(item, family, year),
        schema=opening.schema("disclosure", path),
        unit=unit or _first_unit(site),
        owner=_owner_text(opening, catalogue, last, family),
        data_year=before.data.data_year + year - from_year if before else None,
        due=site.agency.due_of(year),
        results={*site.ita, year - 1},
        english=_is_in_english(site, from_year),
        begun=begun,
    )
    return Opened(family, path, How.BLANK, unit), {path: text, **empty_tables(FAMILIES[family], path, item)}


def _is_in_english(site: Site, year: int) -> bool:
    """Whether the agency wrote English beside its Thai in a year."""
    return any("en:" in entry.file.text for entry in site.disclosures if entry.data.assessed_year == year)


def _first_unit(site: Site) -> str:
    """A unit for an example: the agency's first one."""
    return str(site.units[0].label) if site.units else UNIT["abbreviation"]


def _owner_text(opening: _Opening, catalogue: Catalogue, last: Entry[Any] | None, family: str) -> str:
    """The owner in a blank, as YAML; nothing where the table of the year says the same of the item."""
    owner = last.data.owner if last else None
    if owner is None or last is None:
        return ""
    if owner.steps:
        return f"{{unit: {scalar(owner.unit)}, steps: {scalar(owner.steps)}}}"
    item = catalogue.item_of(family)
    others = [one.data.owner for other in (item.families if item else ()) if (one := _last(opening, other))]
    first = next((one.unit for one in others if one), "")
    is_in_table = first == owner.unit and opening.year not in opening.site.owner_tables
    return "" if is_in_table else scalar(owner.unit)


def _last(opening: _Opening, family: str) -> Entry[Any] | None:
    """What is disclosed of a family in the new year, or else in the year before."""
    site = opening.site
    return site.disclosure(family, opening.year) or site.disclosure(family, opening.from_year)


def _below(site: Site, entry: Entry[Any]) -> str:
    """A file as seen from the data folder."""
    return entry.file.name.removeprefix(f"{site.name}/")


def _schemas_at(site: Site, there: Collection[str]) -> str:
    """Where the agency keeps its schemas, from the data folder: where its own file says so, or the usual place."""
    if link := schema_link(site.agency_entry.file.text):
        return posixpath.dirname(link)
    return SCHEMAS if f"{SCHEMAS}/disclosure.json" in there else ""


def _carried_catalogue(last: Catalogue, year: int) -> Catalogue:
    items = tuple(item.model_copy(update={"confidence": weaker(item.confidence, "carried")}) for item in last.items)
    subs = tuple(s.model_copy(update={"confidence": weaker(s.confidence, "carried")}) for s in last.sub_indicators)
    said = Text(
        th=f"ยกมาจากบัญชีรายการปี {last.year} ชั่วคราว รอบัญชีของสำนักงาน ป.ป.ช.",
        en=f"Carried from the list of {last.year} until the NACC's list is out",
    )
    changes = {"year": year, "items": items, "sub_indicators": subs, "source": said}
    return last.model_copy(update={**changes, "confirmed": None, "replaced": None})


def _catalogue_text(catalogue: Catalogue, last: int, schema: str) -> str:
    head = rendered("catalogue-head.yaml", schema=schema, year=catalogue.year, from_year=last)
    items = tuple(item.model_copy(update={"code": item.code.rpartition("-")[2]}) for item in catalogue.items)
    written = _plain(catalogue.model_copy(update={"items": items}))  # a second list's own codes
    return head + yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=1000)


def _plain(value: Any) -> Any:
    """A model as a file writes it: only what is said, a text of one language as one text."""
    if isinstance(value, Text):
        return value.th if value.en is None else {"th": value.th, "en": value.en}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "model_fields_set"):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        return {
            name: _plain(inner)
            for name, inner in fields.items()
            if inner is not None and inner != () and inner is not True
        }
    return value


def list_new_year(plan: Plan, folder: str, language: str) -> str:
    """What ``oit new-year`` did, item by item of the new year, and what to do."""
    words = languages.words(language)["new"]
    at = folder.rstrip("/") + "/"
    lines = [
        words["year_head"].format(year=plan.year, from_year=plan.from_year),
        *_list_items(plan, at, language),
        *(
            f"{words['result']}\n    {words['how'][How.BLANK]}: {at}{file}"
            for file in plan.files
            if file.startswith("ita/")
        ),
        *_list_dropped(plan, at, words["dropped"]),
        *_list_changes(plan, at, words),
        words["next"].format(folder=argument(folder)),
    ]
    return "\n".join(lines) + "\n"


def _list_items(plan: Plan, at: str, language: str) -> Iterator[str]:
    """Each item with its owners and its day, then each of its files and how it came to be."""
    words = languages.words(language)["new"]
    due = [words["due"].format(date=write_date(plan.due, language, "arabic"))] if plan.due else []
    for item, opened in plan.items:
        owners = ", ".join(dict.fromkeys(one.owner for one in opened if one.owner))
        owner = words["owner"].format(owner=owners) if owners else words["no_owner"]
        yield f"{item.code} {title_of(item, language)} ({'; '.join([owner, *due])})"
        yield from (f"    {words['how'][one.how]}: {at}{one.file}" for one in opened)


def _list_dropped(plan: Plan, at: str, head: str) -> list[str]:
    return [head, *(f"    {at}{file}" for file in plan.dropped)] if plan.dropped else []


def _list_changes(plan: Plan, at: str, words: Mapping[str, str]) -> Iterator[str]:
    """How many files came to be in which way, and what changed beside them."""
    counts = Counter(one.how for _, opened in plan.items for one in opened)
    yield words["counts"].format(**{str(how): counts[how] for how in How})
    if plan.catalogue:
        written = "catalogue_written" if plan.catalogue in plan.files else "catalogue_there"
        yield words[written].format(year=plan.year, file=at + plan.catalogue)
    if plan.agency is not None:
        yield words["year_added"].format(year=plan.year, file=f"{at}agency.yaml")
    if plan.is_draft_only:
        yield words["draft_only"].format(year=plan.year, file=f"{at}agency.yaml")
