"""National ids."""

from __future__ import annotations

from functools import partial

from generator.writing.persons import Kind
from tests.persons.draws import an_id
from tests.persons.forms.writing import (
    MARKS,
    ODD_MARKS,
    Forms,
    FormsOf,
    circled,
    grouped,
    keycaps,
    spelt,
    thai,
    wide,
    within,
)


def mixed(digits: str) -> str:
    return f"{digits[0]}-{digits[1:5]} {digits[5:10]}.{digits[10:12]}/{digits[12]}"


_PRINTED = (1, 4, 5, 2, 1)
"""How the digits are parted on the card."""
_printed = partial(grouped, *_PRINTED)
_IDS: Forms = {
    **{f"id, parted by {name}": grouped(*_PRINTED, mark=mark) for name, mark in MARKS.items()},
    "id, bare": str,
    "id, Thai digits": thai,
    "id, full-width digits": wide,
    "id, marks mixed": mixed,
    "id, parted in part": lambda digits: f"{digits[:5]}-{digits[5:]}",
    "id, a zero-width space anywhere": lambda digits: f"{digits[:7]}\u200b{digits[7:]}",
    "id, a line break anywhere": lambda digits: f"{digits[:8]}\n{digits[8:]}",
    "id, each digit in a box": " ".join,
    "id, each digit in a box with lines": "|".join,
    "id, each digit parted by hyphens": "-".join,
    "id, parted by ends of lines of Windows": grouped(1, 4, 5, 2, 1, mark="\r\n"),
    "id, out of a spreadsheet": lambda digits: f"{digits}.0",
    "id, /2567 behind": lambda digits: f"{digits}/2567",
    "id, ,2 behind": lambda digits: f"{digits},2",
    "id, No. before": lambda digits: f"No.{digits}",
    "id, ID: before": lambda digits: f"ID:{digits}",
    "id, a Thai word glued on": lambda digits: f"เลขบัตร{digits}ค่ะ",
    "id, in brackets": lambda digits: f"({digits})",
    "id, grouped anyhow behind its name": lambda digits: "บัตรประชาชน " + grouped(3, 3, 3, 4, mark=" ")(digits),
    **{f"id, parted by {name}": _printed(mark=mark) for name, mark in ODD_MARKS.items()},
    "id, groups in cells of a row": within("1\tนายตัวอย่าง หนึ่ง\t@\tพนักงาน", _printed(mark="\t")),
    "id, each digit in a cell": within("นายตัวอย่าง หนึ่ง\t@\tพนักงาน", "\t".join),
    "id, each digit parted by commas": within("@", ",".join),
    "id, each digit in boxes with spaces": within("@", " | ".join),
    "id, each digit parted by dots": within("@", ".".join),
    "id, 4-4-5": grouped(4, 4, 5),
    "id, 5-4-4": grouped(5, 4, 4),
    "id, 3-10": grouped(3, 10),
    "id, 4-9": grouped(4, 9),
    "id, 3-3-3-4": grouped(3, 3, 3, 4),
    "id, 4-4-4-1": grouped(4, 4, 4, 1),
    "id, 1-3-3-3-3": grouped(1, 3, 3, 3, 3),
    "id, 4 4 5 behind its name": within("เลขบัตรประชาชน @", grouped(4, 4, 5, mark=" ")),
    "id, 4 4 5 behind a person": within("นางสาวตัวอย่าง สอง @", grouped(4, 4, 5, mark=" ")),
    "id, 3 10 behind its name": within("ID Card: @", grouped(3, 10, mark=" ")),
    "id, id_ before": within("id_@"),
    "id, # before": within("#@"),
    "id, ID# before": within("ID#@"),
    "id, CID before": within("CID @"),
    "id, PID: before": within("PID:@"),
    "id, ปชช. before": within("ปชช.@"),
    "id, an apostrophe before": within("'@"),
    "id, quoted": within('"@"'),
    "id, in square brackets": within("[@]"),
    "id, in angle brackets": within("<@>"),
    "id, bold in Markdown": within("**@**"),
    "id, an equals sign and quotes": within('="@"'),
    "id, underscore before and behind": within("บัตร_@_สำเนา"),
    "id, letters O for zeros": lambda digits: "เลขบัตร " + digits.replace("0", "O", 2),
    "id, letter l for one": lambda digits: "เลขบัตร " + digits[0] + digits[1:].replace("1", "l", 1),
    "id, in circles": circled,
    "id, keycaps": keycaps,
    "id, Lao digits": lambda digits: "".join(chr(0x0ED0 + int(digit)) for digit in digits),
    "id, superscript": lambda digits: "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in digits),
    "id, in words": within("เลขบัตร @", spelt),
    "id, in words close": within("เลขบัตร @", lambda digits: spelt(digits).replace(" ", "")),
    "id, groups in brackets": lambda digits: "(" + _printed(mark=")-(")(digits) + ")",
    "id, each digit in square brackets": lambda digits: "[" + "][".join(digits) + "]",
    "id, parted by equals signs": _printed(mark="="),
    "id, parted by apostrophes": _printed(mark="'"),
    "id, 4 4 5 before a person": within("@ (นายตัวอย่าง)", grouped(4, 4, 5, mark=" ")),
    "id, two beside each other": lambda digits: f"{digits}/{digits}",
    "id, a phone behind a slash": lambda digits: f"เลขบัตร {digits}/0812345678",
    "id, in a column": within("ลำดับ\tชื่อ\tเลขประจำตัวประชาชน\n1\tก\t@"),
    "id, 4 4 5 in a column": within("ลำดับ\tเลขบัตรประชาชน\n1\t@", grouped(4, 4, 5, mark=" ")),
    **{f"id, {'-'.join(map(str, sizes))} right behind its name": within("บัตรปชช @", grouped(*sizes, mark=" ")) for sizes in ((8, 5), (5, 8), (9, 4), (12, 1), (1, 12), (3, 9, 1))},
    "id, 8-5 with a hyphen right behind its name": within("เลขประจำตัวประชาชน: @", grouped(8, 5)),
    "id, 8-5 behind ID": within("ID @", grouped(8, 5, mark=" ")),
    "id, anyhow in a column": within("ลำดับ\tเลข 13 หลัก\n1\t@", grouped(2, 3, 3, 5, mark=" ")),
}  # fmt: skip
FORMS: tuple[FormsOf, ...] = ((Kind.ID, an_id, _IDS),)
