"""The data folder of a new agency, and a blank for every kind of content. Gives texts; others write them.

What an officer opens is Thai, from the templates in ``starters/``: a blank disclosure says what its item must show
and has the family's example as comments, where ``# `` is removed to fill it in. Explanations begin with ``##``.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import languages
from generator.families import FAMILIES, Family
from generator.input import source
from generator.models.calendar import Calendar
from generator.models.catalogue import BUILT_IN, Catalogue, Component, Item
from generator.models.profile import components_of, known_profiles, profile_of
from generator.officers.schema import schemas
from generator.officers.short_forms import lines, shortened
from generator.officers.yaml_text import scalar
from generator.site.data_files import file_of_result
from generator.site.disclosure_files import disclosure_path
from generator.writing.dates import BE_OFFSET, write_date
from generator.writing.figures import fold_digits, write_digits

SCHEMAS = ".schemas"
READ_FIRST = "อ่านก่อน.txt"
UNIT = {"id": "secretary", "abbreviation": "สลก.", "name": "สำนักงานเลขานุการ"}


@lru_cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "starters"),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )


def rendered(template: str, **facts: Any) -> str:
    """A file of ``starters/`` with the facts filled in."""
    return _templates().get_template(f"{template}.jinja").render(facts)


# --- a new agency -----------------------------------------------------------------------------------


def profiles() -> tuple[str, ...]:
    """The profiles whose catalogues come with the program, in the order in which they are offered."""
    return tuple(known_profiles())


def _shipped(profile: str, pattern: str) -> list[Path]:
    """Files that come with the program for one of its profiles; none for any other name."""
    known = known_profiles().get(profile)
    return sorted((BUILT_IN / known.catalogues).glob(pattern)) if known else []


@lru_cache
def catalogues(profile: str) -> dict[int, Catalogue]:
    """Year → catalogue that comes with the program."""
    found = {}
    for path in _shipped(profile, "*.yaml"):
        with path.open("rb") as file:
            catalogue = Catalogue.model_validate(yaml.load(file, yaml.CBaseLoader))
        found[catalogue.year] = catalogue
    return found


@lru_cache
def calendars(profile: str) -> dict[int, Calendar]:
    """Year → calendar that comes with the program."""
    found = {}
    for path in _shipped(profile, "calendar/*.yaml"):
        with path.open("rb") as file:
            calendar = Calendar.model_validate(yaml.load(file, yaml.CBaseLoader))
        found[calendar.year] = calendar
    return found


@dataclass(frozen=True)
class Begun:
    """What is known of a disclosure before an officer opens it.

    Attributes:
        evidence: its documents, each as keys and values of the data.
        none: the sentence that says there was none, or empty.
        remarks: lines for the officer to read.
    """

    evidence: tuple[Mapping[str, str | list[str]], ...] = ()
    none: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def has_content(self) -> bool:
        return bool(self.evidence or self.none)


NOTHING_BEGUN = Begun()


def new(
    *,
    name: str,
    short_name: str,
    profile: str,
    year: int,
    url: str = "",
    folder: str = "data",
    english: bool = False,
    begun: Mapping[str, Begun] | None = None,
) -> dict[str, str]:
    """Path → text of every file of a data folder with a blank for each family that the year asks for.

    Args:
        name: of the agency.
        short_name: as it is called.
        profile: one of :func:`profiles`.
        year: one that the profile has a catalogue of.
        url: where the site will stand, or nothing.
        folder: what the officer types for the data folder.
        english: whether the examples have English beside the Thai.
        begun: family → what is known of its disclosure.
    """
    due = usual_due(year)
    catalogue = catalogues(profile)[year]
    asked_for = {family: item for item in reversed(catalogue.items) for family in reversed(item.families)}
    blanks = {disclosure_path(catalogue, family, year): (item, family) for family, item in asked_for.items()}
    made = {
        READ_FIRST: rendered(
            "read-first.txt",
            name=" ".join(name.split()),
            list=profile_of(profile).list,
            year=year,
            count=len(blanks),
            folder=argument(folder),
        ),
        "agency.yaml": rendered(
            "agency.yaml",
            name=scalar(name),
            short_name=scalar(short_name),
            profile=profile,
            profile_name=profile_of(profile).name.th,
            url=scalar(url) if url else "",
            year=year,
            due=due,
        ),
        "units.yaml": rendered("units.yaml", unit=UNIT),
        "checks.yaml": rendered("checks.yaml", year=year, due=due),
        file_of_result(year - 1): blank_result(year - 1, f"../{SCHEMAS}/ita.json"),
        f"files/{year}/{READ_FIRST}": rendered("files-read-first.txt", year=year),
    }
    for path, (item, family) in blanks.items():
        asked = components_of(profile_of(profile), family, year, item.components, (profile,))
        made[path] = blank(
            path,
            FAMILIES[family],
            year,
            item,
            asked,
            schema=f"../{SCHEMAS}/disclosure.json",
            unit=UNIT["abbreviation"],
            results=(year - 1,),
            english=english,
            begun=(begun or {}).get(family, NOTHING_BEGUN),
        )
        made.update(empty_tables(FAMILIES[family], path, item))
    return made | {f"{SCHEMAS}/{name}": text for name, text in schemas().items()}


def argument(text: str) -> str:
    """As a shell reads it as one word."""
    return text if re.fullmatch(r"[\w./\\:~-]+", text) else f'"{text}"'


def usual_due(year: int) -> str:
    """An example of a day in the middle of the year, as an officer writes it."""
    return write_date(date(year - BE_OFFSET, 4, 30), "th", "arabic")


# --- a blank disclosure -----------------------------------------------------------------------------


def blank(
    path: str,
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
    results: Collection[int] = (),
    english: bool = False,
    begun: Begun = NOTHING_BEGUN,
) -> str:
    """A disclosure with nothing but its place: what it must show, and the family's example as comments.

    Args:
        path: of the file; its tables are called as it is.
        family: of the disclosure.
        year: that is assessed.
        item: that asks for it.
        components: what it must show.
        schema: for editors, as seen from the file; empty names none.
        unit: a unit of the agency, for the example.
        owner: whose it is, where that is known, as YAML.
        data_year: of its facts; None takes the family's usual one.
        due: the day on which everything of the year must be ready, where the agency says so.
        results: the years whose ITA results the data has, or a blank for them; an example that rests on another one
            only tells that it could.
        english: whether the example has English beside the Thai.
        begun: what is known of it.
    """
    listed = list(components)
    distance, example = _example(
        family, year, unit, frozenset(one.id for one in listed), english=english, path=path, item=item
    )
    example = [_with_result(line, results) for line in example]
    day = write_date(due, "th", "arabic") if due else usual_due(year)
    return rendered(
        "disclosure.yaml",
        schema=schema,
        item=item,
        family=family,
        words=languages.families("th")[family.id],
        confidence=languages.words("th")["confidence"],
        components=listed,
        absent=absent_example(listed[-1].id, day).splitlines() if listed else [],
        year=year,
        data_year=year + distance if data_year is None else data_year,
        unit=scalar(unit),
        owner=owner,
        due=day,
        example=example,
        begun=begun,
        written=_written,
    )


def _written(value: str | list[str]) -> str:
    """A text or a list of texts as YAML writes it on one line."""
    return scalar(value) if isinstance(value, str) else f"[{', '.join(map(scalar, value))}]"


_RESULT = re.compile(r"ita_year: (\d{4})$")


def _with_result(line: str, results: Collection[int]) -> str:
    """A line of an example, as an explanation where it names an ITA result that nobody has."""
    found = _RESULT.match(line)
    if found is None or int(found[1]) in results:
        return line
    return f"## ถ้ามี ita/{found[1]}.yaml แล้ว เพิ่มบรรทัด {line}"


def absent_example(component: str, day: str) -> str:
    """How a disclosure says that one of its components is not there."""
    return rendered("absent.yaml", component=component, due=day)


def file_examples(year: int) -> dict[str, str]:
    """Kind of data file → how it may begin, for the data guide: what ``oit new`` writes for the year."""
    return {
        "checks": rendered("checks.yaml", year=year, due=usual_due(year)),
        "ita": blank_result(year - 1),
    }


def blank_result(year: int, schema: str = "") -> str:
    """The result of an assessment with nothing but its year, and an example that fits that of the measures."""
    example = (Path(__file__).parent / "starters" / "ita-example.yaml").read_text("utf-8").splitlines()
    return rendered("ita.yaml", schema=schema, year=year, example=example)


_FRAME = ("family", "assessed_year", "data_year", "published", "due", "owner")
_IN_ENGLISH = frozenset(("english", "pledge_en"))
"""Components that are texts in English."""
_YEAR = re.compile(r"(?<![\d๐-๙])(?:25[4-7]\d|๒๕[๔-๗][๐-๙])(?![\d๐-๙])")
_SHORT_YEAR = re.compile(r"((?:[ก-ฮ]\.[ก-ฮ]\.|[ก-๎]+(?:คม|ยน|พันธ์)) )(\d\d)(?![\d.:,])")


def _example(
    family: Family, year: int, unit: str, asked: frozenset[str], *, english: bool, path: str, item: Item
) -> tuple[int, list[str]]:
    """How far the data year is from the assessed year, and the example's own keys, moved to ``year`` and ``unit``.

    Where facts may be of either year, those of the year before are proposed if the item asks for them.
    """
    file = source.parse(family.example.read_bytes(), family.id)
    frame = file.data
    first, of_data = int(fold_digits(frame["assessed_year"])), int(fold_digits(frame["data_year"]))
    either = -1 if "previous_year" in asked else of_data - first
    distance = {"assessed": 0, "previous": -1, "either": either}[family.year]
    content = {key: value for key, value in frame.items() if key not in _FRAME}
    is_in_english = english or not asked.isdisjoint(_IN_ENGLISH)
    short = shortened(content, family.model, unit=unit, english=is_in_english)
    own = [_in_year(line, year + distance - of_data) for line in lines(short)]
    for table in _tables(family):
        own = [line.replace(table.name, posixpath.basename(_table_path(path, family, table, item))) for line in own]
    return distance, own


def _in_year(line: str, distance: int) -> str:
    """A line of an example with its years moved, in full or short."""

    def full(found: re.Match[str]) -> str:
        digits = "arabic" if found[0].isascii() else "thai"
        return write_digits(str(int(fold_digits(found[0])) + distance), digits)

    line = _YEAR.sub(full, line)
    return _SHORT_YEAR.sub(lambda found: f"{found[1]}{(int(found[2]) + distance) % 100:02}", line)


def _tables(family: Family) -> list[Path]:
    """The tables beside a family's example."""
    return sorted(path for path in family.example.parent.glob("example.*") if path.suffix == ".csv")


def _table_path(path: str, family: Family, table: Path, item: Item) -> str:
    """Where a table of the disclosure at ``path`` stands: beside it, called as the first family of its item that has such a one."""
    header = _header(table)
    alike = (one for one in item.families if any(_header(other) == header for other in _tables(FAMILIES[one])))
    folder, name = posixpath.split(posixpath.splitext(path)[0])
    return posixpath.join(folder, f"{name.removesuffix(family.id)}{next(alike, family.id)}{table.suffix}")


def _header(table: Path) -> str:
    return table.read_text("utf-8-sig").splitlines()[0]


def empty_tables(family: Family, path: str, item: Item) -> dict[str, str]:
    """Path → the header of each table that the family's example names, for the rows of the disclosure at ``path``.

    Two families of one item with the same columns have one table.
    """
    found = {}
    for table in _tables(family):
        found[_table_path(path, family, table, item)] = f"\ufeff{_header(table)}\n"  # with the mark, Excel reads Thai
    return found


# --- told on the command line -----------------------------------------------------------------------


def list_new(made: Collection[str], folder: str, language: str) -> str:
    """What ``oit new`` wrote, and what to do next."""
    words = languages.words(language)["new"]
    shown = argument(folder)
    steps = [
        words[step].format(folder=shown, file=f"{folder}/{READ_FIRST}") for step in ("read", "edit", "set", "build")
    ]
    return "\n".join([words["written"].format(count=len(made), folder=folder), *(f"  {step}" for step in steps)]) + "\n"


def list_profiles(language: str) -> str:
    """The kinds of agencies to choose from, each with who should choose it and the years that are known."""
    words = languages.words(language)["new"]
    lines = [words["choose_profile"]]
    for number, profile in enumerate(known_profiles().values(), start=1):
        years = ", ".join(map(str, sorted(catalogues(profile.id))))
        lines.append(f"  {number}. {profile.name.in_language(language)} [{profile.id}] {years}")
        lines.append(f"     {profile.about.in_language(language)}")
    return "\n".join(lines) + "\n"
