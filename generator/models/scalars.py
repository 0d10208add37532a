"""Single values as data holds them: every one is read from text, strictly, and says what it is to editors.

What else may be written for one is told by its :class:`~generator.input.readings.Reads`.

A validator that refuses a text raises :func:`fault` with a diagnostic's code; nothing is ever guessed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.input.readings import Reads
from generator.writing.dates import DateFault, parse_date, parse_year
from generator.writing.figures import fold_digits, parse_figure, parse_whole
from generator.writing.readings import DASHES, bare, plain_count, plain_day, plain_figure, plain_year


def fault(code: str, **facts: object) -> PydanticCustomError:
    """What a validator raises: the diagnostic's code, and the facts of its sentences."""
    return PydanticCustomError(code, "{code}", {"code": code, **{k: str(v) for k, v in facts.items()}})


def _read_with(read: Callable[[str], Any], code: str) -> BeforeValidator:
    """A validator from a reader of text; ``code`` is the fault where the text does not fit."""

    def validate(value: Any) -> Any:
        if not isinstance(value, str):
            raise fault("empty-value" if value is None else code, value=shape_of(value))
        try:
            return read(value)
        except DateFault as error:
            raise fault(error.code, **{"value": value, **error.detail}) from None
        except PydanticCustomError:
            raise
        except ValueError:
            raise fault(code, value=value) from None

    return BeforeValidator(validate)


def shape_of(value: Any) -> str:
    """What stands where a text was expected, for a message."""
    return "[…]" if isinstance(value, list) else "{…}" if isinstance(value, dict) else str(value)


def read_flag(text: str) -> bool:
    """``true``, ``ใช่``, ``no`` … as data may say it; ValueError for anything else."""
    try:
        return _FLAGS[text.casefold()]
    except KeyError:
        raise ValueError(text) from None


_FLAGS = {
    **dict.fromkeys(("true", "yes", "y", "ใช่", "มี", "ได้", "เกี่ยวข้อง", "✓", "✔"), True),
    **dict.fromkeys(("false", "no", "n", "ไม่ใช่", "ไม่มี", "ไม่ได้", "ไม่เกี่ยวข้อง", "ไม่"), False),
}

_NUMERIC = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[+\-−–]?[0-9๐-๙][0-9๐-๙,]*(\.[0-9๐-๙]+)?$"}]}

Figure = Annotated[
    Decimal, _read_with(parse_figure, "not-a-number"), Reads(parse_figure, plain_figure), WithJsonSchema(_NUMERIC)
]
"""An exact decimal, as printed: Thai or Arabic digits, thousands separated or not."""

Whole = Annotated[
    int,
    _read_with(parse_whole, "not-a-whole-number"),
    Reads(parse_whole, plain_count, none="0"),
    WithJsonSchema(_NUMERIC),
]
"""A whole number, zero or more."""

Year = Annotated[
    int,
    _read_with(parse_year, "not-a-year"),
    Reads(parse_year, plain_year),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 2400, "maximum": 2699},
                {"type": "string", "pattern": "^(พ\\.ศ\\. ?)?[๐-๙0-9]{4}$"},
            ]
        }
    ),
]
"""A year of the Buddhist Era."""

Date = Annotated[
    datetime.date,
    _read_with(parse_date, "not-a-date"),
    Reads(parse_date, plain_day),
    WithJsonSchema({"type": "string"}),
]
"""One day; written in B.E., kept in C.E."""

Flag = Annotated[
    bool, _read_with(read_flag, "not-yes-or-no"), Reads(read_flag, bare), WithJsonSchema({"type": "boolean"})
]


def _read_id(text: str) -> str:
    if not text or not all(c in "abcdefghijklmnopqrstuvwxyz0123456789-_" for c in text) or text[0] in "-_":
        raise ValueError(text)
    return text


Id = Annotated[
    str,
    _read_with(_read_id, "not-an-id"),
    Reads(_read_id, lambda text: bare(text.strip())),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*$"}),
]
"""A name for links and references: small Latin letters, digits and hyphens."""


def _read_line(text: str) -> str:
    stripped = bare(" ".join(text.split()))
    if not stripped:
        raise ValueError(text)
    if stripped in DASHES:
        raise fault("only-a-dash")
    return stripped


Line = Annotated[
    str,
    _read_with(_read_line, "not-text"),
    Reads(_read_line, lambda text: bare(text.strip())),
    WithJsonSchema({"type": ["string", "number"]}),
]
"""A short text on one line: a name, a code, a number as printed."""


def _read_code(text: str) -> str:
    return _coded(_CODE, text)


def _read_item_code(text: str) -> str:
    return _coded(_ITEM_CODE, text)


def _coded(form: re.Pattern[str], text: str) -> str:
    code = "".join(fold_digits(text).split()).upper()
    if not form.fullmatch(code):
        raise ValueError(text)
    return code


_CODE = re.compile(r"[A-Z][0-9.]*[0-9][0-9.]*")
_ITEM_CODE = re.compile(r"[A-Z]+[0-9.]*[0-9][0-9.]*")


Code = Annotated[
    str, _read_with(_read_code, "not-a-code"), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z] ?[0-9๐-๙.]+$"})
]
"""A question or item code: I1, E15, O34; digits of either script."""

ItemCode = Annotated[
    str,
    _read_with(_read_item_code, "not-a-code"),
    WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]+ ?[0-9๐-๙.]+$"}),
]
"""The code of an item of a list, of one letter or several: O34, MOIT1."""


_LINK = re.compile(r"""(?:https?|mailto|tel):/*[^\s\x00-\x1f<>"'`\\/][^\s\x00-\x1f<>"'`\\]*""", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Whether a text is an address of the web, for what is asked outside of data."""
    return bool(_LINK.fullmatch(text)) and text.casefold().startswith(("https://", "http://"))


def _read_link(text: str) -> str:
    if not _LINK.fullmatch(text):
        raise ValueError(text)
    if not text.isascii() or "[" in text or "]" in text:
        urlsplit(
            text
        )  # ValueError where a bracket begins no IPv6 address, or a letter stands for others: no reader after this has to mind it
    return text


_HOST = re.compile(r"(?:www\.(?:[a-z0-9-]+\.)+[a-z]{2,}|(?:[a-z0-9-]+\.)+[a-z]{2,}(?=/))(?:[/?#]\S*)?", re.IGNORECASE)
"""A host and a path, or a host that begins with www: what else has a dot may be a file, or forgotten in the middle."""


def plain_link(text: str) -> str:
    """An address of the web as it is meant where its beginning was left out: ``www.example.go.th``, ``facebook.com/a``."""
    plain = bare(text.strip())
    return f"https://{plain}" if _HOST.fullmatch(plain) else plain


Link = Annotated[
    str,
    _read_with(_read_link, "bad-link"),
    Reads(_read_link, plain_link),
    WithJsonSchema({"type": "string", "pattern": "^(https?|mailto|tel):"}),
]
"""An address that a reader may open: https, http, mailto or tel, nothing that runs."""


_DEEPEST = 20
"""Folders of an address inside of each other."""
_LONGEST_NAME = 200
"""Bytes of one step of an address; no file system takes more than 255."""


def _read_address(text: str) -> str:
    *folders, last = text.split("/")
    if not text or re.search(r'[\\:*?"<>|\x00-\x1f]', text) or "" in folders or {".", ".."} & {*folders, last}:
        raise ValueError(text)
    if len(folders) > _DEEPEST or any(
        len(part.encode("utf-8", "replace")) > _LONGEST_NAME for part in (*folders, last)
    ):
        raise ValueError(text)
    return text


Address = Annotated[
    str, _read_with(_read_address, "not-an-address"), WithJsonSchema({"type": "string", "pattern": "^[^/\\\\:]"})
]
"""An address below a site, without a slash in front and without ``.`` or ``..``: ``2567/o3/``, ``files/2567/plan.pdf``."""


def _read_digest(text: str) -> str:
    if not re.fullmatch("[0-9a-fA-F]{64}", text):
        raise ValueError(text)
    return text.lower()


Digest = Annotated[
    str,
    _read_with(_read_digest, "not-a-hash"),
    WithJsonSchema({"type": "string", "pattern": "^[0-9a-fA-F]{64}$"}),
]
"""A SHA-256 in hexadecimal."""


def _read_colour(text: str) -> str:
    found = re.fullmatch("#?([0-9a-fA-F]{6})", text)
    if not found:
        raise ValueError(text)
    return f"#{found[1].lower()}"


Colour = Annotated[
    str,
    _read_with(_read_colour, "not-a-colour"),
    WithJsonSchema({"type": ["string", "number"], "pattern": "^#?[0-9a-fA-F]{6}$"}),
]
"""A colour as ``#rrggbb``; written without the ``#`` too, which begins a comment in YAML."""
