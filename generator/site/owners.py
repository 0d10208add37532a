"""Who is responsible for each item of a year, and when it is due: ``2568/owners.xlsx``, a row an item, edited in Excel.

The table is read as every other table is. What it says of an item is what a file of that item means where it does not
say so itself: an owner or a day in the YAML file wins. Rows are found by the item's number, or by its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator import languages
from generator.diagnostics import Diagnostic
from generator.input.source import SourceFile
from generator.models.catalogue import Catalogue, Item
from generator.models.disclosure import Disclosure
from generator.models.owners import ItemOwner, ItemOwners
from generator.models.shared import Owner
from generator.site.site import Entry, Site
from generator.tables.columns import Column, Form, header_key
from generator.tables.faults import Faults, Place
from generator.tables.foreign_rows import is_aside
from generator.tables.records import Source
from generator.tables.rows import Block, row_sets
from generator.writing.figures import fold_digits

FORM = Form(
    columns=(
        Column(
            "code",
            "ข้อ",
            "เลขข้อ เช่น O14; เขียนแต่ตัวเลขก็ได้",
            aliases=("เลขข้อ", "รหัสข้อ", "รหัส", "OIT", "ข้อ OIT", "O", "item", "ตัวชี้วัด", "ข้อคำถาม"),
            required=False,
            blank="allowed",
        ),
        Column("number", "ลำดับที่", "เลขลำดับของแถว ไม่ใช้", kind="ordinal", aliases=("ลำดับ", "ที่", "no"), required=False),
        Column(
            "title",
            "ชื่อข้อ",
            "ชื่อของข้อ ใช้หาข้อเมื่อไม่มีเลข",
            aliases=(
                "รายการ",
                "เรื่อง",
                "ชื่อรายการ",
                "ชื่อเรื่อง",
                "หัวข้อ",
                "ชื่อ",
                "ประเด็น",
                "ข้อมูล",
                "รายละเอียด",
                "ข้อมูลที่ต้องเผยแพร่",
            ),
            required=False,
            blank="allowed",
        ),
        Column(
            "owner",
            "ผู้รับผิดชอบ",
            "หน่วยงานภายใน เป็นชื่อย่อหรือชื่อเต็มตาม units.yaml; เว้นว่าง = ยังไม่มี",
            aliases=(
                *("หน่วยงานที่รับผิดชอบ", "หน่วยงานรับผิดชอบ", "หน่วยงานผู้รับผิดชอบ", "ส่วนราชการที่รับผิดชอบ", "ส่วนงานที่รับผิดชอบ"),
                *(
                    "กองที่รับผิดชอบ",
                    "ผู้รับผิดชอบหลัก",
                    "เจ้าภาพ",
                    "เจ้าของเรื่อง",
                    "เจ้าของข้อมูล",
                    "หน่วยงาน",
                    "ส่วนงาน",
                    "กอง",
                    "กลุ่มงาน",
                ),
                *("สำนัก/กอง", "กอง/สำนัก", "ส่วนราชการ", "unit", "responsible"),
            ),
            required=False,
            blank="allowed",
            is_name="name",
        ),
        Column(
            "due",
            "กำหนดส่ง",
            "วันที่ต้องเสร็จ เป็นวันที่ของ Excel หรือข้อความ เช่น 30 เม.ย. 68; เว้นว่าง = วันของทั้งปีใน agency.yaml",
            kind="date",
            aliases=(
                *(
                    "วันที่ต้องเสร็จ",
                    "กำหนดวัน",
                    "วันกำหนด",
                    "วันกำหนดส่ง",
                    "กำหนดเสร็จ",
                    "กำหนดแล้วเสร็จ",
                    "วันครบกำหนด",
                    "วันที่กำหนด",
                ),
                *(
                    "ต้องเสร็จภายใน",
                    "เสร็จภายใน",
                    "ส่งภายใน",
                    "ภายในวันที่",
                    "ภายใน",
                    "กำหนด",
                    "กำหนดการ",
                    "วันที่ส่ง",
                    "กำหนดส่งข้อมูล",
                ),
                *("วันที่แล้วเสร็จ", "deadline", "due date"),
            ),
            required=False,
            blank="allowed",
        ),
    ),
)
"""The columns of the table. Only the title or the number of an item is needed, and what is said of it."""

NAME = "owners.xlsx"


# --- read -----------------------------------------------------------------------------------------------------------


@dataclass(eq=False)
class TableFile(SourceFile):
    """A table as the file of an entry: what is wrong with a row is told at its cell.

    Attributes:
        rows: where each row is from; the title cell of a table without rows.
    """

    rows: list[tuple[Block, tuple[int, int]]] = field(default_factory=list)

    def at(self, path: Iterable[str | int], code: str, **facts: object) -> Diagnostic:
        steps = tuple(path)
        if len(steps) < 2 or not isinstance(steps[1], int) or steps[1] >= len(self.rows):
            return Place(self.name).fault(code, **facts)
        key = next((step.lstrip("\0") for step in steps[2:] if isinstance(step, str)), "")
        return self.cell(steps[1], key).fault(code, **facts)

    def cell(self, row: int, key: str) -> Place:
        """The cell of a row that says ``key``; the first one that the table has where it does not say it."""
        block, place = self.rows[row]
        has = [column.key for _, column in block.header.columns]
        return block.place(place, key if key in has else has[0])


def read(path: Path, name: str) -> tuple[Entry[ItemOwners] | None, list[Diagnostic]]:
    """The table of a year, or None, and every fault in it.

    Args:
        path: of the file, in the folder of its year.
        name: what messages call the file.
    """
    year = int(path.parent.name)
    faults = Faults()
    file = TableFile(name, data={})
    items: list[ItemOwner] = []
    for rows in row_sets(Source(path, name), FORM, year, faults):
        for block in rows.blocks(faults):
            keys = [column.key for column in FORM.kept]
            for place, values in zip(block.places, zip(*block.columns, strict=True), strict=True):
                row = dict(zip(keys, values, strict=True))
                if any(row.values()) and not any(is_aside(row[key]) for key in ("code", "title", "owner") if row[key]):
                    items.append(_item(row))
                    file.rows.append((block, place))
    file.text = "\n".join(f"{file.cell(n, 'code').cell}\t{one!r}" for n, one in enumerate(items))
    found = faults.report()
    is_wrong = any(str(one.severity) == "error" for one in found)
    return None if is_wrong else Entry(file, ItemOwners.model_construct(year=year, items=tuple(items))), found


def _item(row: Mapping[str, Any]) -> ItemOwner:
    owner = Owner(unit=row["owner"]) if row["owner"] else None
    return ItemOwner.model_construct(code=row["code"], title=row["title"], owner=owner, due=row["due"])


def place_of(entry: Entry[ItemOwners], row: int, key: str) -> str:
    """The cell of a row that says ``key``: ``ผู้รับผิดชอบ!C7``."""
    return entry.file.cell(row, key).cell if isinstance(entry.file, TableFile) else ""


# --- which item a row is of ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Assigned:
    """What a table says of the items of its year.

    Attributes:
        rows: code of an item → its owner and its day.
        numbers: code of an item, and ``owner`` or ``due`` → the number of the row that says it.
        strangers: numbers of rows that say something of no item of the year.
        doubtful: numbers of rows whose number and title are of two items, with these.
        twice: code of an item, numbers of two rows that say different things of it, and the key.
    """

    rows: Mapping[str, ItemOwner]
    numbers: Mapping[tuple[str, str], int]
    strangers: tuple[int, ...]
    doubtful: tuple[tuple[int, Item, Item], ...]
    twice: tuple[tuple[str, int, int, str], ...]


NOTHING = Assigned({}, {}, (), (), ())


def assigned(site: Site, year: int) -> Assigned:
    """What the table of a year says, where there is one."""

    def found() -> Assigned:
        table, catalogue = site.owner_tables.get(year), site.catalogues.get(year)
        return of_items(catalogue, table.data) if table and catalogue else NOTHING

    return site.recall(("assigned", year), found)


def of_items(catalogue: Catalogue, table: ItemOwners) -> Assigned:
    """The rows of a table by the items of its year."""
    titles = _titles(catalogue)
    found: dict[str, dict[str, Any]] = {}
    numbers: dict[tuple[str, str], int] = {}
    strangers: list[int] = []
    doubtful: list[tuple[int, Item, Item]] = []
    twice: list[tuple[str, int, int, str]] = []
    for number, row in enumerate(table.items):
        by_code, by_title = _by_code(catalogue, row.code or ""), titles.get(header_key(row.title or row.code or ""))
        item = by_code or by_title
        if by_code and by_title and by_code is not by_title:
            doubtful.append((number, by_code, by_title))
        elif item is None:
            if row.owner or row.due:
                strangers.append(number)
        else:
            said = found.setdefault(item.code, {})
            for key in ("owner", "due"):
                value = getattr(row, key)
                if value is not None and said.setdefault(key, value) != value:
                    twice.append((item.code, numbers[item.code, key], number, key))
                elif value is not None:
                    numbers.setdefault((item.code, key), number)
    rows = {code: ItemOwner.model_construct(**{"owner": None, "due": None, **said}) for code, said in found.items()}
    return Assigned(rows, numbers, tuple(strangers), tuple(doubtful), tuple(twice))


_NUMBER = re.compile(r"(?:ข้อ(?:ที่)?|OIT|รายการ(?:ที่)?)?[O0]?[-.:]?(\d{1,3})\.?")
"""A number of an item as people write it: ``14``, ``ข้อ 14``, ``OIT 14``, with a zero for the letter O."""


def _by_code(catalogue: Catalogue, text: str) -> Item | None:
    """The item that a number means: its code, or digits that only one code ends with."""
    code = "".join(fold_digits(text).split()).upper()
    exact = next((item for item in catalogue.items if item.code == code), None)
    written = _NUMBER.fullmatch(code)
    if exact or not written:
        return exact
    ends = [item for item in catalogue.items if re.fullmatch(rf"\D*0*{int(written[1])}", item.code)]
    return ends[0] if len(ends) == 1 else None


def _titles(catalogue: Catalogue) -> dict[str, Item]:
    """Title of an item, and the name of its content, as they are compared → the item; without those of several items."""
    found: dict[str, dict[str, Item]] = {}
    for item in catalogue.items:
        for name in (item.title.th, short_title(item)):
            found.setdefault(header_key(name), {})[item.code] = item
    return {key: next(iter(items.values())) for key, items in found.items() if key and len(items) == 1}


def short_title(item: Item) -> str:
    """What an item is called in few words: its title, or the names of its content where those are shorter."""
    names = " / ".join(languages.families("th")[family]["name"] for family in item.families)
    return min(item.title.th, names, key=len)


# --- what follows for files ------------------------------------------------------------------------------------------


def with_owners(
    entries: Iterable[Entry[Disclosure]],
    tables: Mapping[int, Entry[ItemOwners]],
    catalogues: Mapping[int, Catalogue],
) -> Iterator[Entry[Disclosure]]:
    """The disclosures, each with the owner and the day that the table of its year says where the file says none."""
    said = {year: of_items(catalogues[year], one.data) for year, one in tables.items() if year in catalogues}
    for entry in entries:
        year = entry.data.assessed_year
        yield _with_owner(entry, said[year], catalogues[year]) if year in said else entry


def _with_owner(entry: Entry[Disclosure], of_year: Assigned, catalogue: Catalogue) -> Entry[Disclosure]:
    given = {
        key: value
        for key, value in zip(("owner", "due"), said_of(entry.data, of_year, catalogue), strict=True)
        if value is not None and getattr(entry.data, key) is None
    }
    if not given:
        return entry
    return Entry(entry.file, entry.data.model_copy(update=given), tuple(sorted(given)))


def said_of(data: Disclosure, of_year: Assigned, catalogue: Catalogue) -> tuple[Owner | None, date | None]:
    """What a table says of a disclosure: the owner of its first item that has one, the first of their days."""
    codes = [item.code for item in catalogue.items_of(data.family)]
    rows = [of_year.rows[code] for code in codes if code in of_year.rows]
    owners = [row.owner for row in rows if row.owner]
    return owners[0] if owners else None, min((row.due for row in rows if row.due), default=None)
