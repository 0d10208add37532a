"""A new year: what still holds of the year before is carried, everything else is a blank. Gives texts; others write them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import yaml

from generator import languages
from generator.families import FAMILIES
from generator.models.catalogue import Catalogue, Item
from generator.models.shared import Owner, Text
from generator.officers.start import (
    READ_FIRST,
    SCHEMAS,
    UNIT,
    argument,
    blank,
    blank_result,
    empty_tables,
    rendered,
    scalar,
)
from generator.officers.to_fill import title_of
from generator.site.carried import mark, without_mark
from generator.site.site import Entry, Site
from generator.writing.dates import write_date
from generator.writing.figures import fold_digits, write_digits


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
    """

    year: int
    from_year: int
    files: dict[str, str]
    agency: str | None
    items: tuple[tuple[Item, tuple[Opened, ...]], ...]
    due: date | None
    catalogue: str
    dropped: tuple[str, ...]


def new_year(site: Site, year: int, from_year: int, *, there: Collection[str], agency: str) -> Plan:
    """What the data of ``from_year`` give to ``year``: what still holds is carried, everything else is a blank.

    Args:
        site: everything that the agency says.
        year: the new year.
        from_year: a year that has a catalogue.
        there: the files that stand in the data folder, which are left alone.
        agency: the text of ``agency.yaml``, as it stands.
    """
    files: dict[str, str] = {}
    catalogue, path = site.catalogues.get(year), ""
    schemas_at = _schemas_at(site, there)
    if catalogue is None:
        last = max((y for y in site.catalogues if y < year), default=from_year)
        catalogue = _carried_catalogue(site.catalogues[last], year)
        path = f"profiles/{catalogue.profile}/{year}.yaml"
        if path not in there:
            schema = _seen_from(path, f"{schemas_at}/catalogue.json") if schemas_at else ""
            files[path] = _catalogue_text(catalogue, last, schema)
    asked = {family: item for item in reversed(catalogue.items) for family in reversed(item.families)}
    opened: dict[str, Opened] = {}
    result = f"ita/{year - 1}.yaml"
    if "measures" in asked and year - 1 not in site.ita and result not in there:
        files[result] = blank_result(year - 1, _seen_from(result, f"{schemas_at}/ita.json") if schemas_at else "")
    for family, item in asked.items():
        opened[family] = _open(site, family, item, year, from_year, there, files, schemas_at)
    if f"files/{year}/{READ_FIRST}" not in there:
        files[f"files/{year}/{READ_FIRST}"] = rendered("files-read-first.txt", year=year)
    dropped = [
        _below(site, entry)
        for entry in site.disclosures
        if entry.data.assessed_year == from_year and entry.data.family not in asked
    ]
    edited = with_year(agency, year) if site.agency.years and year not in site.agency.years else agency
    return Plan(
        year=year,
        from_year=from_year,
        files=dict(sorted(files.items())),
        agency=edited if edited != agency else None,
        items=tuple((item, tuple(opened[family] for family in item.families)) for item in catalogue.items),
        due=site.agency.due_of(year),
        catalogue=path,
        dropped=tuple(sorted(dropped)),
    )


def _open(
    site: Site,
    family: str,
    item: Item,
    year: int,
    from_year: int,
    there: Collection[str],
    files: dict[str, str],
    schemas_at: str,
) -> Opened:
    """One family of the new year; adds its file to ``files`` unless one stands there."""
    path = f"{year}/{family}.yaml"
    now, before = site.disclosure(family, year), site.disclosure(family, from_year)
    owner = (now or before).data.owner if now or before else None  # type: ignore[union-attr]
    unit = owner.unit if owner else ""
    if now or path in there:
        return Opened(family, _below(site, now) if now else path, How.THERE, unit)
    if before and FAMILIES[family].stays and not before.data.is_blank:
        files[path] = carried(before.file.text, year, from_year, _below(site, before), path)
        return Opened(family, path, How.CARRIED, unit)
    labels = [str(unit_of.label) for unit_of in site.units]
    files[path] = blank(
        FAMILIES[family],
        year,
        item,
        site.components(item, family, year),
        schema=_seen_from(path, f"{schemas_at}/disclosure.json") if schemas_at else "",
        unit=unit or next(iter(labels), UNIT["abbreviation"]),
        owner=_owner_text(owner),
        data_year=before.data.data_year + year - from_year if before else None,
        due=site.agency.due_of(year),
        results={*site.ita, year - 1},
    )
    tables = empty_tables(FAMILIES[family], f"{year}/")
    files.update({name: text for name, text in tables.items() if name not in there})
    return Opened(family, path, How.BLANK, unit)


def _owner_text(owner: Owner | None) -> str:
    if owner is None:
        return ""
    return f"{{unit: {scalar(owner.unit)}, steps: {scalar(owner.steps)}}}" if owner.steps else scalar(owner.unit)


def _below(site: Site, entry: Entry[Any]) -> str:
    """A file as seen from the data folder."""
    return entry.file.name.removeprefix(f"{site.name}/")


def _schemas_at(site: Site, there: Collection[str]) -> str:
    """Where the agency keeps its schemas, from the data folder: where its own file says so, or the usual place."""
    if found := _SCHEMA_LINE.search(site.agency_entry.file.text):
        return posixpath.dirname(found[2])
    return SCHEMAS if f"{SCHEMAS}/disclosure.json" in there else ""


def _seen_from(path: str, target: str) -> str:
    """``target`` as a link in the file at ``path``; an address of the web stays as it is."""
    return target if "://" in target else posixpath.relpath(target, posixpath.dirname(path) or ".")


# --- last year's files ------------------------------------------------------------------------------

_SCHEMA_LINE = re.compile(r"^(# *yaml-language-server: *\$schema=)(\S+)$", re.MULTILINE)
_EXPLANATION = re.compile(r"^##.*(?:\n|\Z)", re.MULTILINE)


def carried(text: str, year: int, from_year: int, old: str, new: str) -> str:
    """A disclosure's file for another year: facts and the officer's comments stay, years move, dates are dropped.

    Explanations of a blank (``##``) are dropped too: they speak of last year's item.

    Args:
        text: of last year's file.
        year: the new assessed year.
        from_year: the assessed year of the file.
        old: its path from the data folder.
        new: the path of the new file.
    """
    root = yaml.compose(text, yaml.SafeLoader)
    edits: list[tuple[int, int, str]] = []
    if isinstance(root, yaml.MappingNode):
        for number, (key, value) in enumerate(root.value):
            first, last = value.start_mark.index, value.end_mark.index
            if key.value in ("assessed_year", "data_year"):
                edits.append((first, last, _moved_year(text[first:last], year - from_year)))
            elif key.value in ("published", "due"):
                edits.append((*_whole_entry(text, root, number), ""))
    for first, last, instead in sorted(edits, reverse=True):
        text = text[:first] + instead + text[last:]
    text = _SCHEMA_LINE.sub(lambda found: found[1] + _moved_link(found[2], old, new), text)
    text = _EXPLANATION.sub("", without_mark(text))
    line = mark(from_year)
    head = _SCHEMA_LINE.match(text)
    place = head.end() + 1 if head else 0  # editors look for their line at the top
    return text[:place] + line + text[place:]


def _moved_year(written: str, distance: int) -> str:
    """A year as it was written, with other digits."""

    def move(found: re.Match[str]) -> str:
        return write_digits(str(int(fold_digits(found[0])) + distance), "arabic" if found[0].isascii() else "thai")

    return re.sub(r"[0-9๐-๙]{4}", move, written)


def _whole_entry(text: str, root: yaml.MappingNode, number: int) -> tuple[int, int]:
    """From where to where a key of the file stands: its lines, or its part of ``{…}``."""
    key, value = root.value[number]
    first, last = key.start_mark.index, value.end_mark.index
    if not root.flow_style:
        end = text.find("\n", last - 1 if text[last - 1] == "\n" else last)
        return first, len(text) if end < 0 else end + 1
    if number + 1 < len(root.value):
        return first, root.value[number + 1][0].start_mark.index
    return (root.value[number - 1][1].end_mark.index if number else first), last


def _moved_link(link: str, old: str, new: str) -> str:
    if "://" in link or link.startswith("/"):
        return link
    return _seen_from(new, posixpath.join(posixpath.dirname(old) or ".", link))


def with_year(agency: str, year: int) -> str:
    """The text of ``agency.yaml`` with a year more in its list of years, in the order and the digits of the others."""
    root = yaml.compose(agency, yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    listed = next((value for key, value in pairs if key.value == "years"), None)
    if not isinstance(listed, yaml.SequenceNode) or not listed.value:
        return agency
    written = [int(fold_digits(re.sub(r"[^0-9๐-๙]", "", one.value))) for one in listed.value]
    is_newest_first = len(written) > 1 and written[0] > written[-1]
    beside = listed.value[0 if is_newest_first else -1]
    digits = write_digits(str(year), "arabic" if beside.value.isascii() else "thai")
    first, last = beside.start_mark.index, beside.end_mark.index
    if listed.flow_style:
        cut = first if is_newest_first else last
        return agency[:cut] + (f"{digits}, " if is_newest_first else f", {digits}") + agency[cut:]
    start = agency.rfind("\n", 0, first) + 1
    end = agency.find("\n", last)
    ending = "\r\n" if "\r\n" in agency else "\n"
    line = f"{agency[start:first]}{digits}"
    if is_newest_first:
        return f"{agency[:start]}{line}{ending}{agency[start:]}"
    return f"{agency}{ending}{line}" if end < 0 else f"{agency[: end + 1]}{line}{ending}{agency[end + 1 :]}"


def _carried_catalogue(last: Catalogue, year: int) -> Catalogue:
    items = tuple(item.model_copy(update={"confidence": "carried"}) for item in last.items)
    subs = tuple(sub.model_copy(update={"confidence": "carried"}) for sub in last.sub_indicators)
    said = Text(
        th=f"ยกมาจากบัญชีรายการปี {last.year} ชั่วคราว รอบัญชีของสำนักงาน ป.ป.ช.",
        en=f"Carried from the list of {last.year} until the NACC's list is out",
    )
    changes = {"year": year, "items": items, "sub_indicators": subs, "source": said}
    return last.model_copy(update={**changes, "confirmed": None, "replaced": None})


def _catalogue_text(catalogue: Catalogue, last: int, schema: str) -> str:
    head = rendered("catalogue-head.yaml", schema=schema, year=catalogue.year, from_year=last)
    return head + yaml.safe_dump(_plain(catalogue), allow_unicode=True, sort_keys=False, width=1000)


def _plain(value: Any) -> Any:
    """A model as a file writes it: only what is said, a text of one language as one text."""
    if isinstance(value, Text):
        return value.th if value.en is None else {"th": value.th, "en": value.en}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "model_fields_set"):
        told = {name: getattr(value, name) for name in type(value).model_fields}
        return {name: _plain(inner) for name, inner in told.items() if inner is not None and inner != ()}
    return value


def list_new_year(plan: Plan, folder: str, language: str) -> str:
    """What ``oit new-year`` did, item by item of the new year, and what to do."""
    words = languages.words(language)["new"]
    at = folder.rstrip("/") + "/"
    lines = [words["year_head"].format(year=plan.year, from_year=plan.from_year)]
    for item, opened in plan.items:
        owners = ", ".join(dict.fromkeys(one.owner for one in opened if one.owner))
        facts = [words["owner"].format(owner=owners) if owners else words["no_owner"]]
        if plan.due:
            facts.append(words["due"].format(date=write_date(plan.due, language, "arabic")))
        lines.append(f"{item.code} {title_of(item, language)} ({'; '.join(facts)})")
        lines += [f"    {words['how'][one.how]}: {at}{one.file}" for one in opened]
    lines += [
        f"{words['result']}\n    {words['how'][How.BLANK]}: {at}{file}"
        for file in plan.files
        if file.startswith("ita/")
    ]
    if plan.dropped:
        lines.append(words["dropped"])
        lines += [f"    {at}{file}" for file in plan.dropped]
    counts = {how: sum(one.how is how for _, opened in plan.items for one in opened) for how in How}
    lines.append(words["counts"].format(**{str(how): count for how, count in counts.items()}))
    if plan.catalogue:
        said = "catalogue_written" if plan.catalogue in plan.files else "catalogue_there"
        lines.append(words[said].format(year=plan.year, file=at + plan.catalogue))
    if plan.agency is not None:
        lines.append(words["year_added"].format(year=plan.year, file=f"{at}agency.yaml"))
    lines += [words["next"].format(folder=argument(folder))]
    return "\n".join(lines) + "\n"
