"""Data as it is written → the data that is meant, and what was read otherwise than it is written.

A model reads strictly; what it refuses is read here once more, where it has one meaning: ``45,000 บาท`` for a figure,
one value for a list of one, a text for a group whose main key is text, the Thai word of a choice, ``phone`` for
``phones``. What has two meanings stays as it is, and the model's fault with it. Values are never changed in a file:
:func:`read` says what was changed and where, for whoever writes it back.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generator.input.field_types import entry_type, is_group, is_list, main_key, short_key, takes_text, type_of
from generator.input.labels import called
from generator.input.source import KeyPath
from generator.writing import choices
from generator.writing.dates import DateFault
from generator.writing.readings import DASHES, NONE, bare, entries, name_key, other_numbers, states_none

NO_TEXT = "ไม่มี"
"""What a dash says where a statement that there is none may stand."""


@dataclass(frozen=True)
class Reads:
    """On the type of a single value: its strict reader, and what brings other ways of writing to a form that it knows.

    Attributes:
        read: raises ValueError for what it does not know.
        plain: gives what it does not know back as it is.
        none: what a statement of none is where a value is needed; empty where it is nothing that could be meant.
    """

    read: Callable[[str], Any]
    plain: Callable[[str], str]
    none: str = ""


class _LeftOut:
    """Stands for a value that says that there is none, where its key may be left out."""


LEFT_OUT = _LeftOut()


@dataclass(frozen=True)
class Reading:
    """One thing that was read otherwise than it is written.

    Attributes:
        path: to the value, or to the value of the key, as the file has it.
        what: ``value``, ``key``, ``list`` (one value for a list), ``group`` (a text for a group) or ``none``.
        written: the value or key as the file has it; of a group its keys.
        read: the value or key that is meant, in the data of a careful file; None where the key may be left out.
    """

    path: KeyPath
    what: Literal["value", "key", "list", "group", "none"]
    written: str
    read: Any


@dataclass
class Readings:
    """What :func:`read` gives.

    Attributes:
        data: as a careful file would say it.
        keeps_dashes: whether a dash for a text stays, for who shows what is written and not what it says.
        year: of the data as the file has it, which a month without a year is of.
        renamed: path to a key that is meant, from the top of the file as it is written → the key as it is written; to an
            entry before which others are left out → its number as it is written.
    """

    data: Any = None
    keeps_dashes: bool = False
    year: str = ""
    found: list[Reading] = field(default_factory=list)
    renamed: dict[KeyPath, str | int] = field(default_factory=dict)


def read(data: Any, model: type[BaseModel], *, keeps_dashes: bool = False) -> Readings:
    """What the data of a file mean, read with the model of the file; ``data`` itself stays as it is."""
    year = data.get("data_year", "") if isinstance(data, dict) else ""
    made = Readings(keeps_dashes=keeps_dashes, year=year if isinstance(year, str) else "")
    made.data = _group(data, model, (), made)
    return made


def key_written(data: Mapping[str, Any], model: type[BaseModel], name: str) -> str:
    """The key by which a group says what the model calls ``name``; the name itself where it does not."""
    return next((key for key, meant in keys_meant(data, model).items() if meant == name), name)


def with_keys(data: Any, renamed: Mapping[KeyPath, str | int]) -> Any:
    """Data as it is written, but by the keys that are meant: ``renamed`` as :class:`Readings` has it."""
    meant = {(*key[:-1], written): str(key[-1]) for key, written in renamed.items() if isinstance(written, str)}
    return _with_keys(data, meant, ()) if meant else data


def _with_keys(data: Any, meant: Mapping[KeyPath, str], path: KeyPath) -> Any:
    if isinstance(data, list):
        return [_with_keys(one, meant, (*path, number)) for number, one in enumerate(data)]
    if isinstance(data, dict):
        return {meant.get((*path, key), key): _with_keys(one, meant, (*path, key)) for key, one in data.items()}
    return data


def keys_meant(written: Mapping[str, Any] | list[str], model: type[BaseModel]) -> dict[str, str]:
    """Key that the model does not know → the one that is certainly meant and not there as well: written otherwise, or in Thai."""
    others = [key for key in written if key not in _keys(model)]
    if not others:
        return {}
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    by_key = {name_key(name): name for name in fields}
    sentences = {name: info.description or "" for name, info in fields.items()}
    found: dict[str, str] = {}
    for key in others:
        near = {by_key[other] for other in other_numbers(name_key(key)) if other in by_key}
        near = near or called(key, sentences) or {name for name in _SYNONYMS.get(name_key(key), ()) if name in fields}
        if len(near) == 1 and not near & {*written, *found.values()}:
            (name,) = near
            has_list = isinstance(written, Mapping) and isinstance(written[key], list)
            if is_list(type_of(fields[name])) or not has_list:
                found[key] = name
    return found


@cache
def _keys(model: type[BaseModel]) -> frozenset[str]:
    """The keys that a model knows."""
    return frozenset(info.alias or name for name, info in model.model_fields.items())


_SYNONYMS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("tel", "tels", "telephone", "telephones", "phonenumber", "phonenumbers"), ("phones",)),
    **dict.fromkeys(("mail", "mails", "emailaddress"), ("emails",)),
    **dict.fromkeys(("url", "website", "href", "links"), ("link",)),
    **dict.fromkeys(("filename", "filepath"), ("file",)),
    **dict.fromkeys(("duedate", "deadline"), ("due",)),
    **dict.fromkeys(("publisheddate", "publishedon", "datepublished", "publishdate"), ("published",)),
    **dict.fromkeys(("โทรศัพท์", "เบอร์โทร", "เบอร์โทรศัพท์", "หมายเลขโทรศัพท์"), ("phones",)),
    **dict.fromkeys(("อีเมล", "อีเมล์"), ("emails",)),
    **dict.fromkeys(("ลิงก์", "ลิงค์"), ("link",)),
    **dict.fromkeys(("แฟ้ม", "ไฟล์"), ("file",)),
    **dict.fromkeys(("qa", "q&a", "faq", "ถามตอบ"), ("questions",)),
    **dict.fromkeys(("q", "ถาม"), ("question",)),
    **dict.fromkeys(("a", "ตอบ"), ("answer",)),
    **dict.fromkeys(
        ("responsible", "responsibleunit", "ผู้รับผิดชอบ", "หน่วยงานที่รับผิดชอบ", "หน่วยงานรับผิดชอบ"), ("owner", "owners")
    ),
}
"""Other names of keys, as :func:`~generator.writing.readings.name_key` gives them → the names that data knows."""


# --- values ---------------------------------------------------------------------------------------------------------


def _value(value: Any, annotation: Any, path: KeyPath, made: Readings, *, is_needed: bool) -> Any:
    """A value as it is meant; :data:`LEFT_OUT` where it says that there is none and may be left out."""
    if is_list(annotation):
        return _list(value, entry_type(annotation), path, made, is_needed=is_needed)
    if is_group(annotation):
        return _group(value, annotation, path, made, is_needed=is_needed)
    if not isinstance(value, str):
        return value
    if is_dash(value) and not is_needed and _is_text(annotation):
        return _left_out(value, path, made)
    if get_origin(annotation) is Literal:
        known = get_args(annotation)
        meant = "" if value in known else choices.meant(value, known)
        return _changed(value, meant, path, made) if meant else value
    reads = next((one for one in get_args(annotation) if isinstance(one, Reads)), None)
    return _single(value, reads, path, made, is_needed=is_needed) if reads else value


def _changed(value: str, meant: str, path: KeyPath, made: Readings) -> str:
    made.found.append(Reading(path, "value", value, meant))
    return meant


def is_dash(value: Any) -> bool:
    """Whether a value is a dash alone, which says that nothing is written here."""
    return isinstance(value, str) and bare(value.strip()) in DASHES


def _is_text(annotation: Any) -> bool:
    return get_origin(annotation) is Literal or str in (annotation, *get_args(annotation)[:1])


def _left_out(value: Any, path: KeyPath, made: Readings, *, is_text: bool = True) -> Any:
    if is_text and made.keeps_dashes:
        return value
    made.found.append(Reading(path, "none", "-" if isinstance(value, list | dict) else value, None))
    return LEFT_OUT


def _single(value: str, reads: Reads, path: KeyPath, made: Readings, *, is_needed: bool) -> Any:
    """A figure, a day or another single value."""
    if _is_read(reads, value):
        return value
    plain = reads.plain(value)
    if plain != value and _is_read(reads, plain):
        return _changed(value, plain, path, made)
    if bare(value.strip()) in NONE:
        if not is_needed:
            return _left_out(value, path, made, is_text=False)
        return _changed(value, reads.none, path, made) if reads.none else value
    try:
        reads.read(plain)
    except DateFault as error:
        return value if error.code.startswith("not-") else plain  # what is wrong with it is known more exactly
    except ValueError:
        pass
    return value


def _is_read(reads: Reads, text: str) -> bool:
    try:
        reads.read(text)
    except ValueError:
        return False
    return True


def _list(value: Any, entry: Any, path: KeyPath, made: Readings, *, is_needed: bool) -> Any:
    if isinstance(value, list):
        return _entries(value, entry, path, made, is_needed=is_needed)
    if isinstance(value, str):
        if states_none(value):
            return value  # a statement, which is no entry and must not be lost: ``none:`` is its place
        if not is_needed and is_dash(value):
            return _left_out(value, path, made, is_text=False)
        parts = [*_parted(value, entry)]
        read = [_value(one, entry, path, Readings(), is_needed=True) for one in parts]
        made.found.append(Reading(path, "list", value, read))
        return read
    if isinstance(value, dict) and is_group(entry):
        made.found.append(Reading(path, "list", ", ".join(map(str, value)), None))
        return [_group(value, entry, path, made)]
    return value


def _entries(value: list[Any], entry: Any, path: KeyPath, made: Readings, *, is_needed: bool) -> Any:
    """A list without the entries that are nothing but dashes; cells of a chart and rows of figures go by their place."""
    found: list[Any] = []
    for number, one in enumerate(value):
        is_read_by_place = entry is str or get_args(entry)[:1] == (Decimal,)
        may_go = isinstance(one, dict) or (is_dash(one) and not is_read_by_place)
        read = _value(one, entry, (*path, number), made, is_needed=not may_go)
        if read is LEFT_OUT:
            continue
        if len(found) != number:
            made.renamed[*path, len(found)] = number
        found.append(read)
    if value and not found:
        return value if is_needed else _left_out(value, path, made)
    return found


_CODE = re.compile(r"[A-Za-z]{0,4} ?[0-9๐-๙][0-9๐-๙.]*|[a-z0-9][a-z0-9_-]*")
_NAME = re.compile(r"[^\d,;:]{1,60}|0[\d ()-]{8,}.{0,20}|[^\s@,]+@[^\s@,]+")
"""The name of a unit, a telephone number, an address of mail: none of them holds a comma."""
_BETWEEN_CHOICES = re.compile(r"[\s,;/]+(?:และ|and\s)?\s*")
_OF_NAMES = frozenset(("unit", "number", "address"))
"""Keys for which such a one stands as the short form of a group."""


def _parted(text: str, entry: Any) -> list[str]:
    """The entries of a list that is written as one text: lines with bullets, or what commas, semicolons and strokes between
    blanks part where no entry holds one.

    Choices are parted by blanks, strokes and words for "and" too, where every part is one.
    """
    lines = entries(text)
    if get_origin(entry) is Literal and len(lines) == 1:
        known = get_args(entry)
        named = [part for part in _BETWEEN_CHOICES.split(text) if part]
        return named if not choices.meant(text, known) and all(choices.meant(one, known) for one in named) else lines
    parts = [part.strip() for part in re.split(r",\s+|,(?=[^\d\s])|\s+/\s+|;\s*", text) if part.strip()]
    if len(lines) > 1 or len(parts) < 2:
        return lines
    is_of_names = is_group(entry) and short_key(entry) in _OF_NAMES and all(map(_NAME.fullmatch, parts))
    return parts if is_of_names or all(map(_CODE.fullmatch, parts)) else lines


# --- groups ---------------------------------------------------------------------------------------------------------


def _group(value: Any, model: type[BaseModel], path: KeyPath, made: Readings, *, is_needed: bool = True) -> Any:
    if isinstance(value, str):
        return _text_for_group(value, model, path, made, is_needed=is_needed)
    if isinstance(value, list) and "items" in model.model_fields:
        if value and all(map(is_dash, value)) and not made.keeps_dashes:
            return _text_for_group(value[0], model, path, made, is_needed=is_needed)
        return _list(value, entry_type(type_of(model.model_fields["items"])), path, made, is_needed=True)
    if not isinstance(value, dict):
        return value
    if "items" in model.model_fields and not _has_keys_of(value, model):
        return _list(value, entry_type(type_of(model.model_fields["items"])), path, made, is_needed=True)
    read = _keyed(value, model, path, made)
    is_empty = value and not is_needed and all(map(is_dash, read.values()))
    return _left_out(value, path, made) if is_empty else read


def _keyed(value: dict[str, Any], model: type[BaseModel], path: KeyPath, made: Readings) -> dict[str, Any]:
    """A group that is written as one, key by key."""
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    meant = keys_meant(value, model) if model.model_config.get("extra") == "forbid" else {}
    read: dict[str, Any] = {}
    for key, inner in value.items():
        name: str = meant.get(key) or key
        if name != key:
            made.found.append(Reading((*path, key), "key", key, name))
            made.renamed[*path, name] = key
        if name in fields and (is_dash(inner) or not (isinstance(inner, str) and takes_text(model, name))):
            info = fields[name]
            inner = _value(inner, type_of(info), (*path, key), made, is_needed=info.is_required())
        if inner is not LEFT_OUT:
            read[name] = inner
        elif name == short_key(model) and "none" in fields and "none" not in value:
            read["none"] = NO_TEXT
    return read if path else _with_statement(read, model, made)


def _with_statement(read: dict[str, Any], model: type[BaseModel], made: Readings) -> dict[str, Any]:
    """A file that says ``complaints: ไม่มีเรื่องร้องเรียน`` and answers nothing else, as one with that under ``none:``."""
    main = getattr(model, "main_list", "")
    stated = read.get(main)
    if not states_none(stated) or "none" in read:
        return read
    shapes = {info.alias or name: type_of(info) for name, info in model.model_fields.items()}
    others = [name for name in read if name != main and name in getattr(model, "own_keys", ())]
    if not all(states_none(read[name]) or _is_time(shapes[name]) for name in others):
        return read  # what is there beside may be what the statement is not about
    made.found.append(Reading((main,), "group", str(stated), {"none": stated}))
    kept = {name: value for name, value in read.items() if name != main and not (name in others and states_none(value))}
    return {**kept, "none": bare(str(stated).strip()).strip(" -–—")}


def _is_time(shape: Any) -> bool:
    """Whether a key holds the period or the day of what a file tells."""
    return hasattr(shape, "in_fiscal_year") or get_args(shape)[:1] == (datetime.date,)


def _has_keys_of(value: dict[str, Any], model: type[BaseModel]) -> bool:
    """Whether a group is the one that holds a list rather than an entry of that list."""
    if value.keys() & model.model_fields.keys():
        return True
    entry = entry_type(type_of(model.model_fields["items"]))
    return bool(keys_meant(value, model)) and not (is_group(entry) and keys_meant(value, entry))


_NO_MONEY = re.compile(r"ไม่(?:มี|ได้)?(?:การ)?(?:ใช้)?(?:จ่าย)?(?:เงิน)?งบ(?:ฯ|ประมาณ.*)?", re.DOTALL)
_NO_REMARKS = re.compile(r"ไม่มี(?:ปัญหา|อุปสรรค|ข้อเสนอแนะ|และ|หรือ|แต่อย่างใด|[/\s])*")
"""Texts that say that no money is used, and that there is nothing to remark, and no more than that."""


def _text_for_group(text: str, model: type[BaseModel], path: KeyPath, made: Readings, *, is_needed: bool) -> Any:
    """What a text stands for where a group belongs; the text itself where that may be written so, or nobody can tell."""
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    key = short_key(model)
    inner = Readings()
    read = _value(text, type_of(fields[key]), path, inner, is_needed=False) if key in fields else text
    if made.year and (in_year := getattr(model, "in_fiscal_year", None)) and (dated := in_year(text, made.year)):
        return _changed(text, dated, path, made)
    plain = bare(text.strip())
    says_none = _NO_REMARKS if "items" in fields else _NO_MONEY
    is_statement = plain in NONE or says_none.fullmatch(plain) is not None
    if "none" in fields and is_statement and (key or "items" in fields):
        stated = {"none": NO_TEXT if plain in NONE else text}
        made.found.append(Reading(path, "group", text, stated))
        return stated
    if not is_needed and plain in DASHES and not made.keeps_dashes:
        return _left_out(text, path, made)
    if key:
        made.found += inner.found
        return text if read is LEFT_OUT else read
    if "items" in fields:
        listed = entries(text)
        made.found.append(Reading(path, "list", text, listed))
        return listed
    if main := main_key(model):
        group = {main: _value(text, type_of(fields[main]), path, Readings(), is_needed=True)}
        made.found.append(Reading(path, "group", text, group))
        return group
    return text
