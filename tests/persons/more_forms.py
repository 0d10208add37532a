"""Further ways to write a person's number or home: in cells, below headings, with odd marks, mistyped, in words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from generator.writing.persons import Kind
from tests.persons.draws import Draw, a_card, a_house, a_phone, an_account, an_id
from tests.persons.forms import Form, grouped

_PRINTED = partial(grouped, 1, 4, 5, 2, 1)
_WORDS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")


def _in(template: str, form: Form = str) -> Form:
    """The number in a text, where ``@`` stands."""
    return lambda digits: template.replace("@", form(digits))


def _spelt(digits: str) -> str:
    return " ".join(_WORDS[int(digit)] for digit in digits)


def _circled(digits: str) -> str:
    return "".join("⓪①②③④⑤⑥⑦⑧⑨"[int(digit)] for digit in digits)


def _keycaps(digits: str) -> str:
    return "".join(f"{digit}\ufe0f\u20e3" for digit in digits)


def _no_zero(form: Form = str) -> Form:
    """As a spreadsheet leaves it, that takes a phone for a number."""
    return lambda digits: form(digits)[1:]


_ODD_MARKS = {
    "tabs": "\t", "commas": ",", "commas with spaces": ", ", "colons": ":", "semicolons": ";", "pipes": "|", "pipes with spaces": " | ",
    "tildes": "~", "asterisks": "*", "plus signs": "+", "backslashes": "\\", "middle dots": "·", "bullets": "•", "three spaces": "   ",
    "figure dashes": "‒", "em dashes": "—", "ideographic spaces": "\u3000", "word joiners": "\u2060", "slashes with spaces": " / ",
}  # fmt: skip
IDS: Mapping[str, Form] = {
    **{f"id, parted by {name}": _PRINTED(mark=mark) for name, mark in _ODD_MARKS.items()},
    "id, groups in cells of a row": _in("1\tนายตัวอย่าง หนึ่ง\t@\tพนักงาน", _PRINTED(mark="\t")),
    "id, each digit in a cell": _in("นายตัวอย่าง หนึ่ง\t@\tพนักงาน", "\t".join),
    "id, each digit parted by commas": _in("@", ",".join),
    "id, each digit in boxes with spaces": _in("@", " | ".join),
    "id, each digit parted by dots": _in("@", ".".join),
    "id, 4-4-5": grouped(4, 4, 5),
    "id, 5-4-4": grouped(5, 4, 4),
    "id, 3-10": grouped(3, 10),
    "id, 4-9": grouped(4, 9),
    "id, 3-3-3-4": grouped(3, 3, 3, 4),
    "id, 4-4-4-1": grouped(4, 4, 4, 1),
    "id, 1-3-3-3-3": grouped(1, 3, 3, 3, 3),
    "id, 4 4 5 behind its name": _in("เลขบัตรประชาชน @", grouped(4, 4, 5, mark=" ")),
    "id, 4 4 5 behind a person": _in("นางสาวตัวอย่าง สอง @", grouped(4, 4, 5, mark=" ")),
    "id, 3 10 behind its name": _in("ID Card: @", grouped(3, 10, mark=" ")),
    "id, id_ before": _in("id_@"),
    "id, # before": _in("#@"),
    "id, ID# before": _in("ID#@"),
    "id, CID before": _in("CID @"),
    "id, PID: before": _in("PID:@"),
    "id, ปชช. before": _in("ปชช.@"),
    "id, an apostrophe before": _in("'@"),
    "id, quoted": _in('"@"'),
    "id, in square brackets": _in("[@]"),
    "id, in angle brackets": _in("<@>"),
    "id, bold in Markdown": _in("**@**"),
    "id, an equals sign and quotes": _in('="@"'),
    "id, underscore before and behind": _in("บัตร_@_สำเนา"),
    "id, letters O for zeros": lambda digits: "เลขบัตร " + digits.replace("0", "O", 2),
    "id, letter l for one": lambda digits: "เลขบัตร " + digits[0] + digits[1:].replace("1", "l", 1),
    "id, in circles": _circled,
    "id, keycaps": _keycaps,
    "id, Lao digits": lambda digits: "".join(chr(0x0ED0 + int(digit)) for digit in digits),
    "id, superscript": lambda digits: "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in digits),
    "id, in words": _in("เลขบัตร @", _spelt),
    "id, in words close": _in("เลขบัตร @", lambda digits: _spelt(digits).replace(" ", "")),
    "id, groups in brackets": lambda digits: "(" + _PRINTED(mark=")-(")(digits) + ")",
    "id, each digit in square brackets": lambda digits: "[" + "][".join(digits) + "]",
    "id, parted by equals signs": _PRINTED(mark="="),
    "id, parted by apostrophes": _PRINTED(mark="'"),
    "id, 4 4 5 before a person": _in("@ (นายตัวอย่าง)", grouped(4, 4, 5, mark=" ")),
    "id, two beside each other": lambda digits: f"{digits}/{digits}",
    "id, a phone behind a slash": lambda digits: f"เลขบัตร {digits}/0812345678",
    "id, in a column": _in("ลำดับ\tชื่อ\tเลขประจำตัวประชาชน\n1\tก\t@"),
    "id, 4 4 5 in a column": _in("ลำดับ\tเลขบัตรประชาชน\n1\t@", grouped(4, 4, 5, mark=" ")),
    "id, anyhow in a column": _in("ลำดับ\tเลข 13 หลัก\n1\t@", grouped(2, 3, 3, 5, mark=" ")),
}  # fmt: skip
_SPACED = grouped(3, 3, 4, mark=" ")
_HYPHENED = grouped(3, 3, 4)
PHONES: Mapping[str, Form] = {
    **{f"phone, parted by {name}": grouped(3, 3, 4, mark=mark) for name, mark in _ODD_MARKS.items() if name not in ("plus signs", "backslashes", "semicolons", "commas with spaces")},
    "phone, 3-4-3": grouped(3, 4, 3),
    "phone, 4-3-3": grouped(4, 3, 3),
    "phone, 4-6": grouped(4, 6),
    "phone, 5-5": grouped(5, 5),
    "phone, 2-7-1": grouped(2, 7, 1),
    "phone, 3,7": grouped(3, 7, mark=","),
    "phone, no 0 in the cell behind its name": _in("โทร.\t@", _no_zero()),
    "phone, 2-2-2-2-2": grouped(2, 2, 2, 2, 2),
    "phone, each digit parted by hyphens": _in("@", "-".join),
    "phone, each digit spaced behind its name": _in("โทร @", " ".join),
    "phone, letter O first": lambda digits: "O" + digits[1:],
    "phone, letter o first, parted": lambda digits: "o" + _HYPHENED(digits)[1:],
    "phone, letters O for zeros": lambda digits: _HYPHENED(digits[:3] + "0" + digits[4:]).replace("0", "O"),
    "phone, letter l for one": lambda digits: _HYPHENED(digits[:2] + "1" + digits[3:]).replace("1", "l", 1),
    "phone, no 0 behind โทร": _in("โทร @", _no_zero()),
    "phone, no 0 behind Tel.": _in("Tel. @", _no_zero(_HYPHENED)),
    "phone, no 0 behind มือถือ": _in("มือถือ: @", _no_zero(_SPACED)),
    "phone, no 0 behind เบอร์ติดต่อ": _in("เบอร์ติดต่อ @", _no_zero()),
    "phone, no 0 in a column": _in("ลำดับ\tชื่อ\tเบอร์โทรศัพท์\n1\tก\t@", _no_zero()),
    "phone, no 0 in a column, English": _in("No.\tName\tMobile\n1\tA\t@", _no_zero()),
    "phone, no 0 and .0 in a column": _in("ลำดับ\tโทร.\n1\t@.0", _no_zero()),
    "phone, anyhow in a column": _in("ลำดับ\tโทร.\n1\t@", grouped(2, 2, 3, 3, mark=" ")),
    "phone, 66 without a plus": lambda digits: "66" + digits[1:],
    "phone, +66-8": lambda digits: f"+66-{_HYPHENED(digits)[1:]}",
    "phone, +66.8": lambda digits: "+66." + grouped(3, 3, 4, mark=".")(digits)[1:],
    "phone, (66)": lambda digits: f"(66) {_SPACED(digits)[1:]}",
    "phone, LINE ID": _in("LINE ID: @"),
    "phone, WhatsApp": _in("WhatsApp @"),
    "phone, wa.me": lambda digits: f"wa.me/66{digits[1:]}",
    "phone, tel:": _in("tel:@"),
    "phone, behind another and a comma": _in("0812345678,@"),
    "phone, two and a slash": lambda digits: f"02-123-4567, {digits}/{digits}",
    "phone, or another": lambda digits: f"{_HYPHENED(digits)} หรือ {_HYPHENED(digits)}",
    "phone, # before": _in("#@"),
    "phone, underscore before": _in("โทร_@"),
    "phone, an apostrophe before": _in("'@"),
    "phone, in quotes": _in('"@"'),
    "phone, bold": _in("**@**"),
    "phone, in circles": _circled,
    "phone, keycaps": _keycaps,
    "phone, in words": _in("โทร @", _spelt),
    "phone, in words close": _in("โทร @", lambda digits: _spelt(digits).replace(" ", "")),
    "phone, a name glued on": _in("คุณตัวอย่าง@"),
    "phone, a star before": _in("*@"),
}  # fmt: skip
_BANKED = grouped(3, 1, 5, 1)
ACCOUNTS: Mapping[str, Form] = {
    "account, บ/ช": _in("บ/ช เลขที่ @ ธ.กรุงไทย", _BANKED),
    "account, เลขบช.": _in("เลขบช. @ กสิกร"),
    "account, ออมทรัพย์": _in("บัญชีออมทรัพย์ @ ออมสิน"),
    "account, A/C": _in("A/C @ SCB", _BANKED),
    "account, Acct No.": _in("Acct No. @ Bangkok Bank"),
    "account, ธ.ก.ส.": _in("ธ.ก.ส. @", _BANKED),
    "account, ธอส.": _in("ธ.อ.ส. เลขที่ @"),
    "account, KTB: close": _in("KTB:@"),
    "account, TTB": _in("ttb @", _BANKED),
    "account, ทีทีบี": _in("ทีทีบี @"),
    "account, 3-1-6": _in("กรุงไทย @", grouped(3, 1, 6)),
    "account, dots": _in("ธนาคารกรุงเทพ สาขาสีลม @", grouped(3, 1, 5, 1, mark=".")),
    "account, tildes": _in("เลขที่บัญชี @ กรุงศรี", grouped(3, 1, 5, 1, mark="~")),
    "account, the bank a line before": _in("ธนาคารกรุงไทย\nเลขที่บัญชี @"),
    "account, the bank a line behind": _in("เลขที่บัญชี @\nธนาคารกรุงไทย"),
    "account, name between": _in("ธนาคารกรุงไทย ชื่อบัญชี นายตัวอย่าง หนึ่ง เลขที่ @", _BANKED),
    "account, colons": _in("ธนาคาร: กรุงไทย, เลขที่บัญชี: @"),
    "account, in cells": _in("นายตัวอย่าง\tกรุงไทย\t@"),
    "account, in a column": _in("ชื่อ\tธนาคาร\tเลขที่บัญชี\nก\tออมสิน\t@"),
    "account, parted in a column": _in("ชื่อ\tเลขที่บัญชีธนาคาร\nก\t@", _BANKED),
    "account, a column of banks behind": _in("เลขบัญชี\tธนาคาร\n@\tก"),
    "account, groups in cells": _in("กสิกรไทย\t@\tนายตัวอย่าง", grouped(3, 1, 5, 1, mark="\t")),
    "account, twelve digits": lambda digits: "ออมสิน " + grouped(4, 4, 4)("02" + digits),
    "account, letters O for zeros": lambda digits: "กรุงไทย เลขที่บัญชี " + (digits[:4] + "0" + digits[5:]).replace("0", "O", 1),
}  # fmt: skip
PROMPT_PAY: Mapping[str, Form] = {
    "PromptPay, close": _in("พร้อมเพย์@"),
    "PromptPay, in brackets": _in("(พร้อมเพย์) @", _HYPHENED),
    "PromptPay, hyphens": _in("Prompt Pay @", _HYPHENED),
    "PromptPay, in a column": _in("ชื่อ\tพร้อมเพย์\nก\t@"),
}
CARDS: Mapping[str, Form] = {
    f"card, {name}": grouped(4, 4, 4, 4, mark=mark)
    for name, mark in {"dots": ".", "slashes": "/", "underscores": "_", "tabs": "\t", "commas": ",", "pipes": "|", "tildes": "~", "en dashes": "–", "three spaces": "   "}.items()
}  # fmt: skip
HOMES: Mapping[str, Form] = {
    "home, a village and no parish": _in("@ หมู่ 4"),
    "home, a village and a district": _in("@ หมู่ที่ 4 อำเภอเมือง"),
    "home, a village and a province": _in("@ ม.4 จ.นนทบุรี"),
    "home, หมู่ close": _in("@หมู่4 ตำบลบางรัก"),
    "home, a comma": _in("@, หมู่ 4, ตำบลบางรัก"),
    "home, a line break": _in("@\nหมู่ 4 ตำบลบางรัก"),
    "home, a parish alone": _in("นายตัวอย่าง หนึ่ง @ ต.บางรัก"),
    "home, a village name": _in("@ หมู่บ้านสุขใจ ถนนสายหนึ่ง แขวงบางรัก"),
    "home, an estate and a person": _in("คุณตัวอย่าง @ หมู่บ้านสุขใจ"),
    "home, a lane and a district": _in("@ ซ.สุขใจ 3 เขตบางรัก"),
    "home, a road and a province": _in("@ ถ.สุขใจ จ.เชียงใหม่"),
    "home, ที่อยู่ปัจจุบัน": _in("ที่อยู่ปัจจุบัน @ ถนนสุขใจ"),
    "home, ภูมิลำเนา": _in("ภูมิลำเนา @ หมู่ 4"),
    "home, พักที่": _in("พักที่ @ ซอยสุขใจ"),
    "home, room and condo": lambda house: f"ห้อง {house.split('/')[0]} คอนโดสุขใจ",
    "home, condo and room": lambda house: f"คอนโดสุขใจ ห้อง {house.split('/')[0]}",
    "home, condo and number": _in("คอนโดสุขใจ @"),
    "home, number and condo": _in("@ คอนโดสุขใจ"),
    "home, room in a building": lambda house: f"นายตัวอย่าง หนึ่ง ห้อง {house.split('/')[0]} อาคาร 3",
    "home, ที่อยู่ and a room": lambda house: f"ที่อยู่ ห้อง {house.split('/')[0]} อาคารสุขใจ ชั้น 4",
    "home, อาคารชุด": lambda house: f"อาคารชุดสุขใจ ห้องเลขที่ {house.split('/')[0]}",
    "home, หอพัก": lambda house: f"หอพักสุขใจ ห้อง {house.split('/')[0]}",
    "home, apartment": lambda house: f"Sukjai Apartment, Room {house.split('/')[0]}",
    "home, Moo": _in("@ Moo 4, Tambon Bang Rak"),
    "home, Moo alone": _in("@ Moo 4"),
    "home, M.4": _in("@ M.4 T.Bang Rak"),
    "home, Village No.": _in("House No. @ Village No. 4"),
    "home, Soi": _in("@ Soi Sukjai, Khwaeng Bang Rak"),
    "home, Road": _in("@ Sukjai Road, Bang Rak District"),
    "home, Mr. and Moo": lambda house: f"Mr. Example, {house.split('/')[0]} Moo 4, Bang Rak",
    "home, Address:": _in("Address: @ Moo 4, Bang Rak"),
    "home, in a column": _in("ชื่อ\tที่อยู่\nก\t@ ถนนสุขใจ"),
    "home, without a stroke in a column": lambda house: f"ชื่อ\tที่อยู่\nก\t{house.split('/')[0]} หมู่ 4",
    "home, บ้านเลขที่ and a district": _in("บ้านเลขที่ @ อำเภอเมือง"),
    "home, ผู้ร้องเรียน": lambda house: f"ผู้ร้องเรียน {house.split('/')[0]} หมู่ 4",
    "home, no-break spaces": _in("@\u00a0หมู่\u00a04\u00a0ตำบลบางรัก"),
    "home, in words of a form": _in("อยู่บ้านเลขที่..@..หมู่ที่..4..ตำบล..บางรัก"),
    "home, an office before": _in("ยื่นที่สำนักงาน ผู้ร้อง นายตัวอย่าง ที่อยู่ @ หมู่ 4"),
}  # fmt: skip
MORE_FORMS: tuple[tuple[Kind, Draw, Mapping[str, Form]], ...] = (
    (Kind.ID, an_id, IDS),
    (Kind.PHONE, a_phone, PHONES),
    (Kind.ACCOUNT, an_account, ACCOUNTS),
    (Kind.ACCOUNT, a_phone, PROMPT_PAY),
    (Kind.ACCOUNT, a_card, CARDS),
    (Kind.HOME, a_house, HOMES),
)
