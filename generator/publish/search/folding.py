"""Which spellings are one: digits of either script, tone marks or none, marks that are written but not spoken."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        **{thai: str(digit) for digit, thai in enumerate("๐๑๒๓๔๕๖๗๘๙")},
        # Marks that are left out or misplaced most often: ็ ่ ้ ๊ ๋ ์ ๎, ฺ, and ๆ.
        **dict.fromkeys("็่้๊๋์๎ฺๆ", ""),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "ใ": "ไ",
        "ฏ": "ฎ",
        "ๅ": "า",
    }
)
_THOUSANDS = re.compile(r"([0-9]),(?=[0-9]{3}(?![0-9]))")
_JOINT = re.compile(r"([0-9a-z])[-\u2010\u2011'’](?=[0-9a-z])|([a-z])\u2013(?=[a-z])")
_DOTS = re.compile(r"([0-9]?)\.+(?=([0-9]?))")
_BREAK = re.compile(r"[^0-9a-z.\u00c0-\u0e2e\u0e30-\u0e3e\u0e40-\u0e4e\u0e50-\u1fff\u2c00-\ud7ff\uf900-\ufeff]+")


def fold(text: str) -> str:
    """The text as it is compared: words with one space between them.

    ``จัดซื้อฯ ป.ป.ช. ๑,๒๓๔.๕๐`` → ``จัดซือ ปปช 1234.50``. Nothing is cut inside of a run of letters.
    """
    text = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    text = text.replace("ํา", "ำ").replace("เเ", "แ")
    text = _JOINT.sub(r"\1\2", _THOUSANDS.sub(r"\1", text))
    text = _DOTS.sub(_dot, text)
    # A mark may stand on another letter by now.
    return unicodedata.normalize("NFC", _BREAK.sub(" ", text).strip())


def _dot(found: re.Match[str]) -> str:
    """A dot stays inside of a number, parts what follows a number, and joins the letters of an abbreviation."""
    before, after = found.groups()
    return f"{before}." if before and after else f"{before} " if before else ""
