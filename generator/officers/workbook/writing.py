"""A year's items → a workbook for Excel: a first sheet with all of them, and a sheet a family to fill in.

Hidden from officers: column A and the rows of keys, by which :mod:`~generator.officers.workbook.reading` finds every cell
again whatever was moved, and the sheet :data:`META` with the data that was given out. The same data gives the same bytes.
"""

from __future__ import annotations

import base64
import datetime
import io
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.officers.fields import Field, Shape
from generator.officers.workbook.cells import NO, YES, Names, Shown, show
from generator.officers.workbook.layout import Block, Leaf, Plan, value_at
from generator.tables.xlsx import CREATED

META = "_oit"
LISTS = "_lists"
FORMAT = "oit-workbook-1"
SPARE = 10
"""Empty rows below the entries of a list."""
_CHUNK = 30_000
"""Letters of one cell; Excel keeps 32,767."""
_DAY = "[$-D07041E]d mmm yyyy"
"""Days as a Thai Excel shows them, with years of the Buddhist Era."""


@dataclass(frozen=True)
class Listed:
    """A line of the first sheet."""

    code: str
    title: str
    owner: str
    due: datetime.date | None
    state: str
    lacks: str
    sheets: tuple[str, ...]


@dataclass(frozen=True)
class Filled:
    """A sheet to fill in.

    Attributes:
        sheet: its name.
        path: of the data file, from the data folder.
        model: of the data.
        data: what the file says, as it is meant; None where there is no file yet.
        heading: what the sheet says at its top, a line each.
    """

    sheet: str
    path: str
    model: type[BaseModel]
    data: Any
    plan: Plan
    heading: tuple[str, ...]


def workbook_of(
    agency: str, year: int, listed: Sequence[Listed], filled: Sequence[Filled], names: Names, words: Mapping[str, Any]
) -> bytes:
    """The content of the XLSX file.

    Args:
        agency: its name, by which the workbook is known again.
        listed: the lines of the first sheet.
        filled: the sheets to fill in.
        names: titles of what may be referred to.
        words: the part ``workbook`` of the fixed words.
    """
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": CREATED})
    made = _Book(book, names, words)
    made.list_items(year, listed)
    for one in filled:
        made.fill_in(one)
    made.keep(agency, year, filled)
    book.close()
    return buffer.getvalue()


def meta_rows(agency: str, year: int, filled: Sequence[Filled]) -> Iterator[list[str]]:
    """What the workbook knows of itself: its format, whose and of which year it is, and the data that was given out."""
    yield [FORMAT, agency, str(year)]
    for one in filled:
        packed = base64.b64encode(zlib.compress(json.dumps(one.data, ensure_ascii=False).encode("utf-8"), 9)).decode()
        parts = [packed[at : at + _CHUNK] for at in range(0, len(packed), _CHUNK)]
        yield [one.path, *parts]


def column_name(path: Sequence[str]) -> str:
    return ".".join(path)


class _Book:
    """The workbook while it is written: its formats and its lists of choices."""

    def __init__(self, book: Workbook, names: Names, words: Mapping[str, Any]) -> None:
        self._book, self._names, self._words = book, names, words
        self._choices: dict[tuple[str, ...], str] = {}
        look: dict[str, dict[str, Any]] = {
            "title": {"bold": True, "font_size": 14},
            "note": {"italic": True, "valign": "top", "font_color": "#444444"},
            "head": {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1", "border": 1},
            "needed": {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#FCE4D6", "border": 1},
            "text": {"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"},
            "day": {"valign": "top", "border": 1, "num_format": _DAY, "align": "left"},
            "year": {"valign": "top", "border": 1, "num_format": "0", "align": "left"},
            "cell": {"text_wrap": True, "valign": "top", "border": 1},
            "link": {"font_color": "#0563C1", "underline": 1, "valign": "top", "border": 1},
        }
        self._formats = {name: book.add_format(given) for name, given in look.items()}
        self._figures: dict[int, Any] = {}

    # --- the first sheet ----------------------------------------------------------------------------

    def list_items(self, year: int, listed: Sequence[Listed]) -> None:
        words, formats = self._words, self._formats
        sheet = self._sheet(words["items_sheet"], (12, 46, 18, 14, 14, 60, 22), first_column=0)
        sheet.write_string(0, 0, words["title"].format(year=year), formats["title"])
        sheet.write_string(1, 0, words["how"], formats["note"])
        heads = [words["heads"][name] for name in ("code", "item", "owner", "due", "state", "lacks", "link")]
        for column, head in enumerate(heads):
            sheet.write_string(3, column, head, formats["head"])
        row = 4
        for one in listed:
            texts = (one.code, one.title, one.owner, None, one.state, one.lacks)
            for column, text in enumerate(texts):
                if text is not None:
                    sheet.write_string(row, column, text, formats["cell"])
            self._write_day(sheet, row, 3, one.due)
            for number, name in enumerate(one.sheets):
                address = "internal:'" + name.replace("'", "''") + "'!B1"
                sheet.write_url(row, 6 + number, address, formats["link"], name)
            row += 1
        sheet.freeze_panes(4, 2)
        sheet.autofilter(3, 0, max(row - 1, 4), 5)
        sheet.repeat_rows(3)

    def _sheet(self, name: str, widths: Sequence[int], *, first_column: int) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&R&P / &N")
        for column, width in enumerate(widths, start=first_column):
            sheet.set_column(column, column, width)
        return sheet

    # --- a sheet to fill in -------------------------------------------------------------------------

    def fill_in(self, one: Filled) -> None:
        sheet = self._sheet(one.sheet, (34, 44, *(24,) * 20), first_column=1)
        sheet.set_column(0, 0, 8, None, {"hidden": True})
        sheet.write_string(0, 0, f"{FORMAT}:{one.path}")
        for row, line in enumerate(one.heading):
            sheet.write_string(row, 1, line, self._formats["title" if row == 0 else "note"])
        row = len(one.heading) + 1
        for leaf in one.plan.leaves:
            row = self._row(sheet, row, one, leaf)
        for block in one.plan.blocks:
            row = self._table(sheet, row + 1, one, block)
        sheet.freeze_panes(1, 0)

    def _row(self, sheet: Worksheet, row: int, one: Filled, leaf: Leaf) -> int:
        sheet.write_string(row, 0, f"v:{column_name(leaf.path)}")
        self._head(sheet, row, 1, leaf)
        self._write(sheet, row, 2, value_at(one.data, leaf.path, one.model), leaf.field)
        sheet.write_string(row, 3, _help(leaf.field), self._formats["note"])
        self._offer(sheet, row, row, 2, leaf)
        return row + 1

    def _table(self, sheet: Worksheet, row: int, one: Filled, block: Block) -> int:
        words, field = self._words, block.field
        sheet.write_string(row, 0, f"b:{field.name}")
        head = words["needed"] if field.required else "{label}"
        sheet.write_string(row, 1, head.format(label=field.label), self._formats["title"])
        said = words["in_file"].format(parts=", ".join(block.deep), file=one.path) if block.deep else ""
        sheet.write_string(row + 1, 1, " ".join(filter(None, (field.help, words["rows"], said))), self._formats["note"])
        keys, heads = row + 2, row + 3
        sheet.write_string(keys, 0, f"k:{field.name}")
        sheet.set_row(keys, None, None, {"hidden": True})
        sheet.write_string(heads, 0, "h:")
        given = one.data.get(field.name) if isinstance(one.data, dict) else None
        entries = given if isinstance(given, list) else []
        last = heads + len(entries) + SPARE
        for column, leaf in enumerate(block.leaves, start=1):
            sheet.write_string(keys, column, column_name(leaf.path))
            self._head(sheet, heads, column, leaf)
            sheet.write_comment(heads, column, _help(leaf.field), {"x_scale": 2})
            for number in range(len(entries) + SPARE):
                entry = entries[number] if number < len(entries) else None
                self._write(sheet, heads + 1 + number, column, value_at(entry, leaf.path, block.model), leaf.field)
            self._offer(sheet, heads + 1, last, column, leaf)
        for number in range(len(entries)):
            sheet.write_string(heads + 1 + number, 0, f"e:{number}")
        return last + 1

    def _head(self, sheet: Worksheet, row: int, column: int, leaf: Leaf) -> None:
        label = f"{leaf.label} ({leaf.field.unit})" if leaf.field.unit else leaf.label
        if leaf.is_required:
            label = self._words["needed"].format(label=label)
        sheet.write_string(row, column, label, self._formats["needed" if leaf.is_required else "head"])

    def _write(self, sheet: Worksheet, row: int, column: int, value: Any, field: Field) -> None:
        shown: Shown = show(value, field, self._names)
        if isinstance(shown, datetime.date) or (field.shape is Shape.DATE and shown == ""):
            self._write_day(sheet, row, column, shown if isinstance(shown, datetime.date) else None)
        elif isinstance(shown, Decimal):
            sheet.write_number(row, column, float(shown), self._figure(value, field))
        elif shown:
            sheet.write_string(row, column, shown, self._formats["text"])
        else:
            is_number = field.shape in (Shape.FIGURE, Shape.WHOLE) and not field.is_list
            sheet.write_blank(row, column, None, self._figure("", field) if is_number else self._formats["text"])

    def _write_day(self, sheet: Worksheet, row: int, column: int, day: datetime.date | None) -> None:
        if day is None:
            sheet.write_blank(row, column, None, self._formats["day"])
        else:
            sheet.write_datetime(row, column, datetime.datetime(day.year, day.month, day.day), self._formats["day"])

    def _figure(self, written: str, field: Field) -> Any:
        """The format of a number: as many decimals as are written, thousands parted as they are."""
        if field.shape is Shape.YEAR:
            return self._formats["year"]
        decimals = len(written.partition(".")[2])
        if decimals not in self._figures:
            form = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._figures[decimals] = self._book.add_format({"valign": "top", "border": 1, "num_format": form})
        return self._figures[decimals]

    def _offer(self, sheet: Worksheet, row: int, last: int, column: int, leaf: Leaf) -> None:
        """A list to choose from; something else may be typed all the same, and is checked when the workbook comes back."""
        field = leaf.field
        offered = tuple(one.label for one in field.choices)
        if field.shape is Shape.FLAG:
            offered = (YES, NO)
        elif field.shape is Shape.OWNER:
            offered = tuple(self._names.titles.get("unit", {}).values())
        elif field.refers_to:
            offered = tuple(self._names.titles.get(field.refers_to, {}).values())
        if offered and not field.is_list:
            source = self._choices.setdefault(offered, f"={LISTS}!${_letters(len(self._choices))}$1")
            column_of = re.sub(r"\d+$", str(len(offered)), source.rpartition("!")[2])
            given = {"validate": "list", "source": f"{source}:{column_of}", "error_type": "information"}
            sheet.data_validation(row, column, last, column, {**given, "show_error": False})

    # --- what nobody sees ---------------------------------------------------------------------------

    def keep(self, agency: str, year: int, filled: Sequence[Filled]) -> None:
        lists = self._book.add_worksheet(LISTS)
        for column, offered in enumerate(self._choices):
            for row, text in enumerate(offered):
                lists.write_string(row, column, text)
        lists.hide()
        meta = self._book.add_worksheet(META)
        for row, cells in enumerate(meta_rows(agency, year, filled)):
            for column, text in enumerate(cells):
                meta.write_string(row, column, text)
        meta.very_hidden()


def _letters(column: int) -> str:
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def _help(field: Field) -> str:
    if not field.choices:
        return field.help
    return f"{field.help} ({', '.join(one.label for one in field.choices)})"
