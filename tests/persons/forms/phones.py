"""Mobile telephones."""

from __future__ import annotations

from generator.writing.persons import Kind
from tests.persons.draws import a_phone
from tests.persons.forms.writing import (
    MARKS,
    ODD_MARKS,
    Form,
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


def no_zero(form: Form = str) -> Form:
    """As a spreadsheet leaves it, that takes a phone for a number."""
    return lambda digits: form(digits)[1:]


_spaced = grouped(3, 3, 4, mark=" ")
_hyphened = grouped(3, 3, 4)
_PHONES: Forms = {
    **{
        f"phone, parted by {name}": grouped(3, 3, 4, mark=mark)
        for name, mark in MARKS.items()
        if name != "underscores"
    },
    "phone, bare": str,
    "phone, 3-7": grouped(3, 7),
    "phone, 2-4-4": lambda digits: "โทร " + grouped(2, 4, 4)(digits),
    "phone, 1-4-5": grouped(1, 4, 5, mark=" "),
    "phone, Thai digits": thai,
    "phone, full-width digits": wide,
    "phone, (081)": lambda digits: f"({digits[:3]}) {digits[3:6]} {digits[6:]}",
    "phone, (081) close": lambda digits: f"({digits[:3]}){digits[3:]}",
    "phone, +66": lambda digits: f"+66 {digits[1:3]} {digits[3:6]} {digits[6:]}",
    "phone, +66 (0)": lambda digits: f"+66 (0) {digits[1:3]} {digits[3:6]} {digits[6:]}",
    "phone, (+66)": lambda digits: f"(+66) {digits[1:]}",
    "phone, 0066": lambda digits: f"0066 {digits[1:3]} {digits[3:6]} {digits[6:]}",
    "phone, 0066 close": lambda digits: f"0066{digits[1:]}",
    "phone, +66 and its 0": lambda digits: f"+66{digits}",
    "phone, 00-66": lambda digits: f"00-66-{digits[1:3]}-{digits[3:6]}-{digits[6:]}",
    "phone, 3-2-2-3": grouped(3, 2, 2, 3),
    "phone, 2-3-2-3": grouped(2, 3, 2, 3),
    "phone, /9 behind": lambda digits: f"{grouped(3, 3, 4)(digits)}/9",
    "phone, -9 behind": lambda digits: f"{grouped(3, 3, 4)(digits)}-9",
    "phone, a Thai word glued on": lambda digits: f"โทร{digits}คุณ",
    "phone, an English word glued on": lambda digits: f"Tel{digits}",
    "phone, a word behind glued on": lambda digits: f"{digits}line",
    "phone, grouped anyhow behind its name": lambda digits: "มือถือ " + grouped(2, 2, 2, 2, 2, mark=" ")(digits),
    **{f"phone, parted by {name}": grouped(3, 3, 4, mark=mark) for name, mark in ODD_MARKS.items() if name not in ("plus signs", "backslashes", "semicolons", "commas with spaces")},
    "phone, 3-4-3": grouped(3, 4, 3),
    "phone, 4-3-3": grouped(4, 3, 3),
    "phone, 4-6": grouped(4, 6),
    "phone, 5-5": grouped(5, 5),
    "phone, 2-7-1": grouped(2, 7, 1),
    "phone, 3,7": grouped(3, 7, mark=","),
    "phone, no 0 in the cell behind its name": within("โทร.\t@", no_zero()),
    "phone, 2-2-2-2-2": grouped(2, 2, 2, 2, 2),
    "phone, each digit parted by hyphens": within("@", "-".join),
    "phone, each digit spaced behind its name": within("โทร @", " ".join),
    "phone, letter O first": lambda digits: "O" + digits[1:],
    "phone, letter o first, parted": lambda digits: "o" + _hyphened(digits)[1:],
    "phone, letters O for zeros": lambda digits: _hyphened(digits[:3] + "0" + digits[4:]).replace("0", "O"),
    "phone, letter l for one": lambda digits: _hyphened(digits[:2] + "1" + digits[3:]).replace("1", "l", 1),
    "phone, no 0 behind โทร": within("โทร @", no_zero()),
    "phone, no 0 behind Tel.": within("Tel. @", no_zero(_hyphened)),
    "phone, no 0 behind มือถือ": within("มือถือ: @", no_zero(_spaced)),
    "phone, no 0 behind เบอร์ติดต่อ": within("เบอร์ติดต่อ @", no_zero()),
    "phone, no 0 in a column": within("ลำดับ\tชื่อ\tเบอร์โทรศัพท์\n1\tก\t@", no_zero()),
    "phone, no 0 in a column, English": within("No.\tName\tMobile\n1\tA\t@", no_zero()),
    "phone, no 0 and .0 in a column": within("ลำดับ\tโทร.\n1\t@.0", no_zero()),
    "phone, anyhow in a column": within("ลำดับ\tโทร.\n1\t@", grouped(2, 2, 3, 3, mark=" ")),
    "phone, 66 without a plus": lambda digits: "66" + digits[1:],
    "phone, +66-8": lambda digits: f"+66-{_hyphened(digits)[1:]}",
    "phone, +66.8": lambda digits: "+66." + grouped(3, 3, 4, mark=".")(digits)[1:],
    "phone, (66)": lambda digits: f"(66) {_spaced(digits)[1:]}",
    "phone, LINE ID": within("LINE ID: @"),
    "phone, WhatsApp": within("WhatsApp @"),
    "phone, wa.me": lambda digits: f"wa.me/66{digits[1:]}",
    "phone, tel:": within("tel:@"),
    "phone, behind another and a comma": within("0812345678,@"),
    "phone, two and a slash": lambda digits: f"02-123-4567, {digits}/{digits}",
    "phone, or another": lambda digits: f"{_hyphened(digits)} หรือ {_hyphened(digits)}",
    "phone, # before": within("#@"),
    "phone, underscore before": within("โทร_@"),
    "phone, an apostrophe before": within("'@"),
    "phone, in quotes": within('"@"'),
    "phone, bold": within("**@**"),
    "phone, in circles": circled,
    "phone, keycaps": keycaps,
    "phone, in words": within("โทร @", spelt),
    "phone, in words close": within("โทร @", lambda digits: spelt(digits).replace(" ", "")),
    "phone, a name glued on": within("คุณตัวอย่าง@"),
    "phone, a star before": within("*@"),
}  # fmt: skip
FORMS: tuple[FormsOf, ...] = ((Kind.PHONE, a_phone, _PHONES),)
