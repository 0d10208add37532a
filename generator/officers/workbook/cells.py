"""How one value stands in a cell, and what a cell says: what nobody touched is never read anew, so that it cannot change."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from typing import Any

from generator.input.field_types import short_key
from generator.officers.fields import Field, Shape, fields_of
from generator.officers.workbook.layout import link_keys
from generator.tables.columns import CellFault
from generator.writing import choices
from generator.writing.dates import BE_OFFSET, DateFault, parse_date, write_date
from generator.writing.figures import parse_figure
from generator.writing.letters import seen

Shown = str | Decimal | datetime.date
"""What stands in a cell: a text, a number, a day."""
YES, NO = "ใช่", "ไม่ใช่"
MOST_DIGITS = 15
"""Digits that Excel keeps of a number."""


@dataclass(frozen=True)
class Names:
    """How references are shown: what they refer to → id → title."""

    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def title(self, kind: str, id: str) -> str:
        return self.titles.get(kind, {}).get(id, id)

    def id(self, kind: str, title: str) -> str:
        found = [id for id, said in self.titles.get(kind, {}).items() if said == title]
        return found[0] if len(found) == 1 else title


# --- shown ------------------------------------------------------------------------------------------


def show(value: Any, field: Field, names: Names) -> Shown:
    """What a cell says of a value; an empty text where there is none."""
    if value is None:
        return ""
    if field.is_list and isinstance(value, list):
        return "\n".join(_line(one, field, names) for one in value)
    if not isinstance(value, str):
        return _line(value, field, names)
    if field.shape in (Shape.FIGURE, Shape.WHOLE, Shape.YEAR):
        return _number(value)
    if field.shape is Shape.DATE:
        try:
            return parse_date(value)
        except DateFault:
            return value
    return _word(value, field, names)


def _number(value: str) -> Shown:
    """A plain figure as a number; one in Thai digits, or longer than Excel keeps, as it is written."""
    if not re.fullmatch(r"-?(?:0|[1-9][0-9,]*)(?:\.[0-9]+)?", value) or sum(map(str.isdigit, value)) > MOST_DIGITS:
        return value
    try:
        return parse_figure(value)
    except ValueError:
        return value


def _word(value: str, field: Field, names: Names) -> str:
    if field.shape is Shape.CHOICE:
        known = tuple(one.value for one in field.choices)
        return choices.shown(value, known) if value in known else value
    if field.shape is Shape.FLAG:
        return {"true": YES, "false": NO}.get(value, value)
    return names.title(_refers_to(field), value)


def _line(value: Any, field: Field, names: Names) -> str:
    """A value on one line: of a group what its short form says, and what is written beside that."""
    if isinstance(value, str):
        return " ".join(_word(value, field, names).split("\n"))
    if isinstance(value, list):
        return " | ".join(_line(one, field, names) for one in value)
    if not isinstance(value, dict):
        return ""
    if set(value) <= {"th", "en"}:
        return _line(value.get("th") or value.get("en"), field, names)
    short = short_key(field.model) if field.model else ""
    if keys := link_keys(field.model):
        address = next((str(value[key]) for key in keys if key in value), "")
        return " | ".join(filter(None, (_line(value.get("title"), field, names), address)))
    if short not in value:
        return ", ".join(filter(None, (_line(one, field, names) for one in value.values())))
    beside = next((value[key] for key in _BESIDE if key in value), None)
    main = _line(value[short], field, names)
    return f"{main} ({_line(beside, field, names)})" if beside else main


_BESIDE = ("steps", "pages")
"""What a line says in brackets behind the short form: the steps of an owner, the pages of a component."""


# --- read -------------------------------------------------------------------------------------------


def is_as_shown(cell: Any, shown: Shown) -> bool:
    """Whether a cell says what was shown there, however the program that saved it keeps such a value."""
    if isinstance(shown, Decimal):
        return _decimal(cell) == shown
    if isinstance(shown, datetime.date):
        day = _day(cell)
        if day is None and isinstance(cell, str):
            try:
                day = parse_date(cell.strip())
            except DateFault:
                return False
        return day == shown
    return _plain(text_of(cell)) == _plain(shown)


def _plain(text: str) -> str:
    return "\n".join(" ".join(line.split(" ")).rstrip() for line in _lines(text)).strip()


def _lines(text: str) -> list[str]:
    return seen(unicodedata.normalize("NFC", text)).replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _decimal(cell: Any) -> Decimal | None:
    if isinstance(cell, bool | datetime.date | datetime.time | datetime.timedelta):
        return None
    try:
        return parse_figure(cell.strip()) if isinstance(cell, str) else Decimal(repr(cell))
    except (ValueError, InvalidOperation):
        return None


def _day(cell: Any) -> datetime.date | None:
    """A cell's day; one of a year of the Buddhist Era, which Excel took for one of the other, is moved."""
    if isinstance(cell, datetime.datetime):
        cell = cell.date()
    if not isinstance(cell, datetime.date):
        return None
    year = cell.year - BE_OFFSET if cell.year > 2400 else cell.year
    try:
        return cell.replace(year=year)
    except ValueError:  # 29 February of a year that has none
        return None


def text_of(cell: Any) -> str:
    """What a cell says as text: a number without a useless ``.0``.

    Raises:
        CellFault: ``workbook-date-for-text`` where Excel made a day of something else.
    """
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime.date | datetime.time | datetime.timedelta):
        raise CellFault("workbook-date-for-text")
    if isinstance(cell, int | float):
        number = Decimal(repr(cell))
        return f"{number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize():f}"
    return str(cell or "")


def _day_as_period(cell: datetime.date, field: Field) -> str:
    """A real day in the cell of a period: that day. The first of a month may stand for the month, as Excel keeps one.

    Raises:
        CellFault: ``workbook-day-or-month`` of the first of a month; ``workbook-date-for-text`` in the cell of anything else.
    """
    day = _day(cell)
    if field.shape is not Shape.PERIOD or field.is_list or day is None:
        raise CellFault("workbook-date-for-text")
    said = write_date(day, "th")
    if day.day == 1:
        raise CellFault("workbook-day-or-month", day=said, month=said.partition(" ")[2])
    return said


def read(cell: Any, base: Any, shown: Shown, field: Field, names: Names) -> Any:
    """What a cell says now: ``base`` where nobody touched it, None where it is empty, else what was typed.

    Raises:
        CellFault: ``workbook-date-for-text``, ``workbook-day-or-month``.
    """
    if field.shape is not Shape.DATE and isinstance(cell, datetime.date) and not isinstance(shown, datetime.date):
        return _day_as_period(cell, field)
    if is_as_shown(cell, shown):
        return base
    if field.shape is Shape.DATE and (day := _day(cell)):
        return write_date(day, "th", "arabic")
    text = "\n".join(line.rstrip() for line in _lines(text_of(cell))).strip()
    if not text:
        return None
    if field.is_list:
        found = _entries(text.split("\n"), base if isinstance(base, list) else [], field, names)
        return found[0] if isinstance(base, str) and len(found) == 1 else found
    if isinstance(cell, int | float) and isinstance(base, str) and "." in base and field.shape is Shape.FIGURE:
        decimals = len(base.rpartition(".")[2])
        text = f"{Decimal(text):.{decimals}f}" if Decimal(text) == round(Decimal(text), decimals) else text
    return _group(text, field, names)


def _refers_to(field: Field) -> str:
    """What a value names: itself, or as the short form of a group."""
    if field.refers_to or field.model is None:
        return field.refers_to
    short = short_key(field.model)
    return next((one.refers_to for one in fields_of(field.model) if one.name == short), "")


def _meant(text: str, field: Field, names: Names) -> str:
    if field.shape is Shape.CHOICE:
        return choices.meant(text, [one.value for one in field.choices]) or text
    if field.shape is Shape.FLAG:
        return {YES: "true", NO: "false"}.get(text, text)
    refers = _refers_to(field)
    return text if refers == "unit" else names.id(refers, text)  # units go by any of their names


def _entries(lines: Sequence[str], base: Sequence[Any], field: Field, names: Names) -> list[Any]:
    """The entries of a list from the lines of a cell: an untouched line stays what it was, a changed one keeps its number."""
    lines = [" ".join(line.split()) for line in lines if line.strip()]
    before = [" ".join(_line(one, field, names).split()) for one in base]
    found: list[Any] = []
    matcher = SequenceMatcher(None, before, lines, autojunk=False)
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        if kind == "equal":
            found += base[first:last]
            continue
        typed = [_group(line, field, names) for line in lines[new_first:new_last]]
        if kind == "replace" and last - first == new_last - new_first:
            typed = [_with_rest(one, was, field) for one, was in zip(typed, base[first:last], strict=True)]
        found += typed
    return found


def _group(text: str, field: Field, names: Names) -> Any:
    """``กบค. (1-3)`` as a unit and its steps, ``ภาพกิจกรรม | https://…`` as a link; other texts as they are."""
    if keys := link_keys(field.model):
        title, _, address = text.rpartition(" | ")
        key = "link" if re.match(r"https?:|mailto:|tel:|www\.", address) or "file" not in keys else "file"
        return {"title": title.strip(), key: address.strip()} if title.strip() else {"title": address.strip()}
    beside = next((key for key in _BESIDE if field.model and key in field.model.model_fields), None)
    parted = re.fullmatch(r"(.*\S) ?\(([^()]+)\)", text) if beside else None
    if field.model is None or beside is None or parted is None:
        return _meant(text, field, names)
    return {short_key(field.model): _meant(parted[1], field, names), beside: parted[2]}


def _with_rest(typed: Any, was: Any, field: Field) -> Any:
    """A changed entry with what its line does not show: the number of a text, all that is said of a link beside its address."""
    if not isinstance(was, dict) or field.model is None:
        return typed
    if keys := link_keys(field.model):
        title = was.get("title")
        is_same = typed["title"] == (title.get("th") if isinstance(title, dict) else title)
        kept = {key: value for key, value in was.items() if key not in (*keys, "title")}
        return {**typed, "title": title if is_same else typed["title"], **kept}
    return (
        {"number": was["number"], short_key(field.model): typed}
        if isinstance(typed, str) and "number" in was
        else typed
    )
