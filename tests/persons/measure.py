"""Tries every form and every look-alike with numbers drawn by seed, and counts what is found."""

from __future__ import annotations

import random

from generator.writing.persons import Kind, find_in_lines
from tests.conftest import ROOT
from tests.persons.draws import Draw
from tests.persons.forms import FORMS, Form
from tests.persons.look_alikes import LOOK_ALIKES

TABLE = ROOT / "docs" / "personal-data.md"
EACH = 40
"""Numbers that each form is tried with."""


def kinds_in(text: str) -> set[Kind]:
    """What is found in a text; where it has tabs, as in the rows of a workbook."""
    lines = text.split("\n") if "\t" in text else [f"ก {text} ข"]
    return {one.kind for one in find_in_lines((f"ก!{number}", line) for number, line in enumerate(lines, 1))}


def found(draw: Draw, form: Form, kind: Kind, name: str) -> tuple[int, str]:
    """How many of the numbers are found in this form as what they are, and an example."""
    rng, count, example = random.Random(name), 0, ""
    for _ in range(EACH):
        text = form(draw(rng))
        example = example or text
        kinds = kinds_in(text)
        count += kind in kinds or (name.startswith("PromptPay") and Kind.PHONE in kinds)
    return count, example


def alarms(draw: Draw, name: str) -> tuple[int, str]:
    """For how many of these something is told, and an example."""
    rng, count, example = random.Random(name), 0, ""
    for _ in range(EACH * 10):
        text = draw(rng)
        example = example or text
        count += bool(kinds_in(text))
    return count, example


def _cell(text: str) -> str:
    shown = "".join(letter if letter.isprintable() or letter == " " else f"U+{ord(letter):04X} " for letter in text)
    return shown.replace("|", "\\|")


def as_markdown() -> str:
    """The table, as it is published."""
    forms = [(name, *found(draw, form, kind, name)) for kind, draw, ways in FORMS for name, form in ways.items()]
    others = [(name, *alarms(draw, name)) for name, draw in LOOK_ALIKES.items()]
    told, tried = sum(count for _, count, _ in others), len(others) * EACH * 10
    return "\n".join(
        [
            "# Personal data that the checks find",
            "",
            "เลขและที่อยู่ของบุคคลที่โปรแกรมหาพบ ลองทุกแบบที่คนเขียนด้วยเลขสมมติ และเลขอื่นที่คล้ายกันซึ่งต้องไม่เตือน",
            "",
            "Every known way to write a person's number, with numbers drawn by machine, and what only looks like one. Written by",
            "`python -m tests.persons`; a form is added there.",
            "",
            "| | |",
            "|---|---:|",
            f"| ways to write (แบบที่ลอง) | {len(forms)} |",
            f"| **found (พบ)** | **{sum(count for _, count, _ in forms):,} of {len(forms) * EACH:,}** |",
            f"| look-alikes tried (เลขอื่นที่ลอง) | {tried:,} |",
            f"| **told for nothing (เตือนเปล่า)** | **{told} = {100 * told / tried:.2f}%** |",
            "",
            "| written as | found | for example |",
            "|---|---:|---|",
            *(f"| {name} | {count} of {EACH} | `{_cell(example)}` |" for name, count, example in forms),
            "",
            "| look-alike | told for nothing | for example |",
            "|---|---:|---|",
            *(f"| {name} | {count} of {EACH * 10} | `{_cell(example)}` |" for name, count, example in others),
            "",
        ]
    )
