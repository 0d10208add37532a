"""Data folders to start from: of a new agency, and of a new year. Gives texts and plans; others write them.

What an officer opens is Thai, from the templates in ``starters/``: a blank disclosure says what its item must show
and has the family's example as comments, where ``# `` is removed to fill it in. Explanations begin with ``##``.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import languages, shape, source
from generator.catalogue import BUILT_IN, Catalogue, Component, Item, known_components
from generator.dates import BE_OFFSET, write_date
from generator.families import FAMILIES, Family
from generator.figures import fold_digits, write_digits
from generator.models import Owner, Text
from generator.schema import schemas
from generator.site import Entry, Site
from generator.states import item_states

SCHEMAS = ".schemas"
READ_FIRST = "อ่านก่อน.txt"
_UNIT = {"id": "secretary", "abbreviation": "สลก.", "name": "สำนักงานเลขานุการ"}


@lru_cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "starters"),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )


def _render(template: str, **facts: Any) -> str:
    return _templates().get_template(f"{template}.jinja").render(facts)


# --- a new agency -----------------------------------------------------------------------------------


def profiles() -> tuple[str, ...]:
    """The profiles whose catalogues come with the program."""
    return tuple(sorted(path.name for path in BUILT_IN.iterdir() if path.is_dir()))


@lru_cache
def catalogues(profile: str) -> dict[int, Catalogue]:
    """Year → catalogue that comes with the program."""
    found = {}
    for path in sorted((BUILT_IN / profile).glob("*.yaml")):
        with path.open("rb") as file:
            catalogue = Catalogue.model_validate(yaml.load(file, yaml.CBaseLoader))
        found[catalogue.year] = catalogue
    return found


def new(*, name: str, short_name: str, profile: str, year: int, url: str = "", folder: str = "data") -> dict[str, str]:
    """Path → text of every file of a data folder with a blank for each family that the year asks for.

    Args:
        name: of the agency.
        short_name: as it is called.
        profile: one of :func:`profiles`.
        year: one that the profile has a catalogue of.
        url: where the site will stand, or nothing.
        folder: what the officer types for the data folder.
    """
    due = _usual_due(year)
    blanks = {
        f"{year}/{family}.yaml": (item, family) for item in catalogues(profile)[year].items for family in item.families
    }
    made = {
        READ_FIRST: _render(
            "read-first.txt", name=" ".join(name.split()), year=year, count=len(blanks), folder=_argument(folder)
        ),
        "agency.yaml": _render(
            "agency.yaml",
            name=scalar(name),
            short_name=scalar(short_name),
            profile=profile,
            url=scalar(url) if url else "",
            year=year,
            due=due,
        ),
        "units.yaml": _render("units.yaml", unit=_UNIT),
        f"files/{year}/{READ_FIRST}": _render("files-read-first.txt", year=year),
    }
    for path, (item, family) in blanks.items():
        listed = item.components if item.components is not None else known_components().get(family, ())
        asked = tuple(one for one in listed if one.family == family and one.is_asked_in(year))
        made[path] = blank(
            FAMILIES[family], year, item, asked, schema=f"../{SCHEMAS}/disclosure.json", unit=_UNIT["abbreviation"]
        )
        made.update(_empty_tables(FAMILIES[family], f"{year}/"))
    return made | {f"{SCHEMAS}/{name}": text for name, text in schemas().items()}


def _argument(text: str) -> str:
    """As a shell reads it as one word."""
    return text if re.fullmatch(r"[\w./\\:~-]+", text) else f'"{text}"'


def _usual_due(year: int) -> str:
    """An example of a day in the middle of the year, as an officer writes it."""
    return write_date(date(year - BE_OFFSET, 4, 30), "th", "arabic")


def scalar(text: str) -> str:
    """A text as YAML writes it on one line, in quotes only where it needs them, inside of a list too."""
    text = " ".join(text.split())
    try:
        is_plain = text not in ("", "~", "null") and yaml.load(f"k: [{text}]", yaml.BaseLoader) == {"k": [text]}
    except yaml.YAMLError:
        is_plain = False
    return text if is_plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# --- a blank disclosure -----------------------------------------------------------------------------


def blank(
    family: Family,
    year: int,
    item: Item,
    components: Iterable[Component],
    *,
    schema: str = "",
    unit: str,
    owner: str = "",
    data_year: int | None = None,
    due: date | None = None,
) -> str:
    """A disclosure with nothing but its place: what it must show, and the family's example as comments.

    Args:
        family: of the disclosure.
        year: that is assessed.
        item: that asks for it.
        components: what it must show.
        schema: for editors, as seen from the file; empty names none.
        unit: a unit of the agency, for the example.
        owner: whose it is, where that is known, as YAML.
        data_year: of its facts; None takes the family's usual one.
        due: the day on which everything of the year must be ready, where the agency says so.
    """
    distance, example = _example(family, year, unit)
    return _render(
        "disclosure.yaml",
        schema=schema,
        item=item,
        family=family,
        words=languages.families("th")[family.id],
        confidence=languages.words("th")["confidence"],
        components=list(components),
        year=year,
        data_year=year + distance if data_year is None else data_year,
        unit=scalar(unit),
        owner=owner,
        due=write_date(due, "th", "arabic") if due else _usual_due(year),
        example=example,
    )


_FRAME = ("family", "assessed_year", "data_year", "published", "due", "owner")
_TOP_KEY = re.compile(r"([a-z0-9_]+):")
_YEAR = re.compile(r"(?<![\d๐-๙])(?:25[4-7]\d|๒๕[๔-๗][๐-๙])(?![\d๐-๙])")
_SHORT_YEAR = re.compile(r"((?:[ก-ฮ]\.[ก-ฮ]\.|[ก-๎]+(?:คม|ยน|พันธ์)) )(\d\d)(?![\d.:,])")


def _example(family: Family, year: int, unit: str) -> tuple[int, list[str]]:
    """How far the data year is from the assessed year, and the example's own keys, moved to ``year`` and ``unit``."""
    text = family.example.read_text("utf-8")
    file = source.read_bytes(text.encode("utf-8"), family.id)
    frame = file.data
    data, _ = shape.validate(file, family.model)
    lines = text.splitlines()
    if data is not None:
        lines = _with_unit(lines, file, data, scalar(unit))
    first, of_data = int(fold_digits(frame["assessed_year"])), int(fold_digits(frame["data_year"]))
    own: list[str] = []
    is_own = False
    for line in lines:
        if key := _TOP_KEY.match(line):
            is_own = key[1] not in _FRAME
        if is_own:
            own.append(_in_year(line, year - first))
    for table in _tables(family):
        own = [line.replace(table.name, f"{family.id}{table.suffix}") for line in own]
    usual = {"assessed": 0, "previous": -1, "either": of_data - first}
    return usual[family.year], own


def _in_year(line: str, distance: int) -> str:
    """A line of an example with its years moved, in full or short."""

    def full(found: re.Match[str]) -> str:
        digits = "arabic" if found[0].isascii() else "thai"
        return write_digits(str(int(fold_digits(found[0])) + distance), digits)

    line = _YEAR.sub(full, line)
    return _SHORT_YEAR.sub(lambda found: f"{found[1]}{(int(found[2]) + distance) % 100:02}", line)


def _with_unit(lines: list[str], file: source.SourceFile, data: Any, unit: str) -> list[str]:
    """The lines with every owner replaced: the example names units that another agency does not have."""
    places = []
    for path, owner in Entry(file, data).each(Owner):
        line, column = file.place((*path, "unit") if file.has_key((*path, "unit")) else path)
        places.append((line, column, owner.unit))
    for line, column, name in sorted(places, reverse=True):
        before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        for written in (name, f'"{name}"', f"'{name}'"):
            if after.startswith(written):
                lines[line - 1] = before + unit + after[len(written) :]
                break
    return lines


def _tables(family: Family) -> list[Path]:
    """The tables beside a family's example."""
    return sorted(path for path in family.example.parent.glob("example.*") if path.suffix == ".csv")


def _empty_tables(family: Family, folder: str) -> dict[str, str]:
    """Path → the header of each table that the family's example names, for the officer's rows."""
    found = {}
    for path in _tables(family):
        header = path.read_text("utf-8-sig").splitlines()[0]
        found[f"{folder}{family.id}{path.suffix}"] = f"\ufeff{header}\n"  # with the mark, Excel reads Thai
    return found


# --- a new year -------------------------------------------------------------------------------------


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
    for family, item in asked.items():
        opened[family] = _open(site, family, item, year, from_year, there, files, schemas_at)
    if f"files/{year}/{READ_FIRST}" not in there:
        files[f"files/{year}/{READ_FIRST}"] = _render("files-read-first.txt", year=year)
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
        unit=unit or next(iter(labels), _UNIT["abbreviation"]),
        owner=_owner_text(owner),
        data_year=before.data.data_year + year - from_year if before else None,
        due=site.agency.due_of(year),
    )
    tables = _empty_tables(FAMILIES[family], f"{year}/")
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
_CARRIED_LINE = re.compile(r"^# ยกมาจากปี .*\n", re.MULTILINE)


def carried(text: str, year: int, from_year: int, old: str, new: str) -> str:
    """A disclosure's file for another year: every comment and fact stays, its years move, its dates are dropped.

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
    text = _CARRIED_LINE.sub("", text)
    line = f"# ยกมาจากปี {from_year} ตรวจว่ายังถูกต้อง\n"
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
    head = _render("catalogue-head.yaml", schema=schema, year=catalogue.year, from_year=last)
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


# --- what to fill in --------------------------------------------------------------------------------


@dataclass(frozen=True)
class ToFill:
    """An item of a year, and its files that were opened and not filled in."""

    year: int
    item: Item
    files: tuple[str, ...]


def to_fill(site: Site) -> tuple[ToFill, ...]:
    """Every item of the shown years that has blank files, the newest year first."""
    return tuple(_to_fill(site))


def _to_fill(site: Site) -> Iterator[ToFill]:
    for year in site.years:
        for state in item_states(site, year):
            files = [one.entry.file.name for one in state.families if one.entry and not one.is_answered]
            if files:
                yield ToFill(year, state.item, tuple(files))


# --- told on the command line -----------------------------------------------------------------------


def list_to_fill(listed: Iterable[ToFill], language: str) -> str:
    """What to fill in next, an item a line: number, title, files."""
    words = languages.words(language)["new"]
    found = list(listed)
    if not found:
        return ""
    lines = [words["fill"].format(count=sum(len(one.files) for one in found))]
    lines += [f"  {one.year} {one.item.code} {_title(one.item, language)}: {', '.join(one.files)}" for one in found]
    return "\n".join(lines) + "\n"


def list_new(made: Collection[str], folder: str, language: str) -> str:
    """What ``oit new`` wrote, and what to do next."""
    words = languages.words(language)["new"]
    shown = _argument(folder)
    steps = [words[step].format(folder=shown, file=f"{folder}/{READ_FIRST}") for step in ("read", "see", "build")]
    return "\n".join([words["written"].format(count=len(made), folder=folder), *(f"  {step}" for step in steps)]) + "\n"


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
        lines.append(f"{item.code} {_title(item, language)} ({'; '.join(facts)})")
        lines += [f"    {words['how'][one.how]}: {at}{one.file}" for one in opened]
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
    lines += [words["next"].format(folder=_argument(folder))]
    return "\n".join(lines) + "\n"


def _title(item: Item, language: str) -> str:
    if item.title.written_in(language) == language:
        return item.title.in_language(language)
    return "; ".join(languages.families(language)[family]["name"] for family in item.families)
