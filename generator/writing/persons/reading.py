"""A text as its reader takes it: digits of any script, in words, or letters typed for them; marks and spaces as one sign."""

from __future__ import annotations

import re
import unicodedata

_UNUSUAL = re.compile("[^\x00-\x7f\u0e01-\u0e4f\u0e5a\u0e5b]")
_UNSEEN = frozenset(("Cf", "Cc", "Mn", "Me"))
"""Categories of letters that show nothing by themselves: zero-width ones, soft hyphens, variation selectors, keycaps."""
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_NO_LETTER = "\x01"
"""Stands for each letter of an address of the web, whose numbers are nobody's."""
_FOR_DIGITS = str.maketrans("OoIl", "0011")
_MISTYPED = re.compile(r"[\dOoIl](?<![A-Za-z\d].)(?:[ .()-]{0,2}[\dOoIl]){8,12}(?![A-Za-z\d])", re.ASCII)
_MOST_MISTYPED = 5
"""Letters among the digits of one number; more of them are a word."""
_WORDS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_FEWEST, _MOST = 9, 13
"""Digits of one number that is written in words."""
_SPELT = re.compile(rf"(?:(?:{'|'.join(_WORDS)})[ -]{{0,2}}){{{_FEWEST},{_MOST}}}")
_OF_WORD = {word: str(digit) for digit, word in enumerate(_WORDS)}


def folded(text: str) -> str:
    """The text as it is read: digits as 0–9, dashes and spaces each as one sign, without what nobody sees."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = _UNUSUAL.sub(lambda match: _plain(match[0]), text)
        if sum(map(text.count, _WORDS)) >= _FEWEST:
            text = _SPELT.sub(lambda match: re.sub("|".join(_WORDS), lambda word: _OF_WORD[word[0]], match[0]), text)
    text = _MISTYPED.sub(lambda match: _typed(match[0]), text)
    return _WEB.sub(lambda match: _NO_LETTER * len(match[0]), text) if _has_address(text) else text


def _has_address(text: str) -> bool:
    return "://" in text or "www." in text.casefold()


def _typed(written: str) -> str:
    """Digits where somebody typed the letter O for a zero, or l for a one, in a number."""
    letters = sum(map(written.count, "OoIl"))
    return written.translate(_FOR_DIGITS) if 0 < letters <= _MOST_MISTYPED else written


def _plain(letter: str) -> str:
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(letter)
    if category == "Pd" or letter in "−⁃·•∙":  # minus, bullets
        return "-"
    if category == "Zs":
        return " "
    if category in ("Zl", "Zp"):
        return "\n"
    if category in _UNSEEN:
        return ""
    plain = unicodedata.normalize("NFKC", letter)
    return plain if len(plain) == 1 and plain.isascii() else letter


# --- what finders share -------------------------------------------------------------------------------

APART = r"[ \n./_-]{0,3}"
"""What stands between the digits of one number, whatever marks are mixed; no tab, which parts the cells of a table."""
BEFORE = r"(?<![0-9=&%@+\x01])(?<![0-9][.,/_-])"
"""What a number does not follow: it would be a part of a longer one, or of an address of the web."""
PERSON = re.compile(
    r"นาย(?!ก|อำเภอ|ช่าง|ทะเบียน)|นาง|น\.ส\.|ด\.[ชญ]\.|เด็ก(?:ชาย|หญิง)|\b(?:mr|mrs|miss|ms)\b", re.IGNORECASE
)
"""What stands before the name of a person."""
_GLUED = re.compile(r"([A-Za-z]+)[.:/_#-]?$")
_MEANS_NUMBER = frozenset(
    [
        "no",
        "nos",
        "id",
        "idno",
        "idcard",
        "pid",
        "cid",
        "card",
        "citizen",
        "citizenid",
        "nationalid",
        "tel",
        "telephone",
        "phone",
        "mobile",
        "mob",
        "call",
        "cell",
        "fax",
        "line",
        "t",
        "m",
        "p",
        "pp",
        "promptpay",
        "thai",
        "me",
        "whatsapp",
        "wa",
        "viber",
        "sms",
        "contact",
    ]
)
"""Words that a number may be glued to; behind any others it is a part of a code."""


def is_of_code(text: str, start: int) -> bool:
    """Whether letters stand right before a number, as in the code of a thing."""
    glued = _GLUED.search(text, max(0, start - 20), start)
    return glued is not None and glued[1].casefold() not in _MEANS_NUMBER


def digits_of(written: str) -> str:
    return re.sub(r"\D", "", written, flags=re.ASCII)


def groups_of(written: str) -> tuple[int, ...]:
    """How many digits stand between the marks."""
    return tuple(map(len, re.findall(r"\d+", written, re.ASCII)))
