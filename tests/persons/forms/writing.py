"""How digits are written: in groups, in other scripts, in words, between other words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.writing.persons import Kind
from tests.persons.draws import Draw

Form = Callable[[str], str]
Forms = Mapping[str, Form]
FormsOf = tuple[Kind, Draw, Forms]
"""What is drawn, as what it has to be found, and the ways to write it."""


def grouped(*sizes: int, mark: str = "-") -> Form:
    """The digits in groups of these sizes."""

    def write(digits: str) -> str:
        parts, at = [], 0
        for size in sizes:
            parts.append(digits[at : at + size])
            at += size
        return mark.join(parts)

    return write


def within(template: str, form: Form = str) -> Form:
    """The number in a text, where ``@`` stands."""
    return lambda digits: template.replace("@", form(digits))


def thai(digits: str) -> str:
    return digits.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def wide(digits: str) -> str:
    return digits.translate(str.maketrans("0123456789", "０１２３４５６７８９"))


def spelt(digits: str) -> str:
    return " ".join(_WORDS[int(digit)] for digit in digits)


def circled(digits: str) -> str:
    return "".join("⓪①②③④⑤⑥⑦⑧⑨"[int(digit)] for digit in digits)


def keycaps(digits: str) -> str:
    return "".join(f"{digit}\ufe0f\u20e3" for digit in digits)


_WORDS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
MARKS = {
    "a space": " ",
    "two spaces": "  ",
    "hyphens": "-",
    "hyphens with spaces": " - ",
    "dots": ".",
    "slashes": "/",
    "no-break spaces": "\u00a0",
    "thin spaces": "\u2009",
    "no-break hyphens": "\u2011",
    "en dashes": "–",
    "minus signs": "−",
    "full-width hyphens": "－",
    "underscores": "_",
    "line breaks": "\n",
    "zero-width spaces": "\u200b",
    "soft hyphens": "\u00ad",
}
"""Marks between groups, by name."""
ODD_MARKS = {
    "tabs": "\t", "commas": ",", "commas with spaces": ", ", "colons": ":", "semicolons": ";", "pipes": "|", "pipes with spaces": " | ",
    "tildes": "~", "asterisks": "*", "plus signs": "+", "backslashes": "\\", "middle dots": "·", "bullets": "•", "three spaces": "   ",
    "figure dashes": "‒", "em dashes": "—", "ideographic spaces": "\u3000", "word joiners": "\u2060", "slashes with spaces": " / ",
}  # fmt: skip
