"""Every way to write a person's number that is known, and what only looks like one; tried with numbers drawn by seed.

``python -m tests.forms_of_persons`` writes the table to ``docs/personal-data.md``.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from generator.writing.persons import Kind, find, is_card
from tests.conftest import ROOT

TABLE = ROOT / "docs" / "personal-data.md"
EACH = 40
"""Numbers that each form is tried with."""
Draw = Callable[[random.Random], str]
Form = Callable[[str], str]


def _any(rng: random.Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def an_id(rng: random.Random) -> str:
    """A national id by the rule of its check digit, of nobody: district 99 is in no province."""
    digits = rng.choice("12345") + "99" + _any(rng, 9)
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=True))
    return digits + str((11 - total % 11) % 10)


def a_phone(rng: random.Random) -> str:
    return "0" + rng.choice("689") + _any(rng, 8)


def an_account(rng: random.Random) -> str:
    return rng.choice("1234567") + _any(rng, 9)


def a_card(rng: random.Random) -> str:
    digits = rng.choice(("4" + _any(rng, 14), "5" + rng.choice("12345") + _any(rng, 13)))
    return next(digits + last for last in "0123456789" if is_card(digits + last))


def a_house(rng: random.Random) -> str:
    return f"{rng.randint(1, 999)}/{rng.randint(1, 99)}"


def grouped(*sizes: int, mark: str = "-") -> Form:
    """The digits in groups of these sizes."""

    def write(digits: str) -> str:
        parts, at = [], 0
        for size in sizes:
            parts.append(digits[at : at + size])
            at += size
        return mark.join(parts)

    return write


def _thai(digits: str) -> str:
    return digits.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def _wide(digits: str) -> str:
    return digits.translate(str.maketrans("0123456789", "０１２３４５６７８９"))


def _mixed(digits: str) -> str:
    return f"{digits[0]}-{digits[1:5]} {digits[5:10]}.{digits[10:12]}/{digits[12]}"


_PRINTED = (1, 4, 5, 2, 1)
_MARKS = {
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

IDS: Mapping[str, Form] = {
    **{f"id, parted by {name}": grouped(*_PRINTED, mark=mark) for name, mark in _MARKS.items()},
    "id, bare": str,
    "id, Thai digits": _thai,
    "id, full-width digits": _wide,
    "id, marks mixed": _mixed,
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
}
PHONES: Mapping[str, Form] = {
    **{
        f"phone, parted by {name}": grouped(3, 3, 4, mark=mark)
        for name, mark in _MARKS.items()
        if name != "underscores"
    },
    "phone, bare": str,
    "phone, 3-7": grouped(3, 7),
    "phone, 2-4-4": lambda digits: "โทร " + grouped(2, 4, 4)(digits),
    "phone, 1-4-5": grouped(1, 4, 5, mark=" "),
    "phone, Thai digits": _thai,
    "phone, full-width digits": _wide,
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
}
ACCOUNTS: Mapping[str, Form] = {
    "account, its words and the bank behind": lambda digits: f"บัญชีเลขที่ {digits} ธนาคารกรุงไทย",
    "account, the bank before": lambda digits: f"ธนาคารออมสิน {grouped(3, 1, 5, 1)(digits)}",
    "account, the bank behind": lambda digits: f"{grouped(3, 1, 5, 1)(digits)} ธนาคารกรุงไทย",
    "account, the bank shortened": lambda digits: f"KTB {grouped(3, 1, 5, 1)(digits)}",
    "account, the bank shortened, bare": lambda digits: f"กสิกร {digits}",
    "account, bare, the bank behind": lambda digits: f"{digits} ไทยพาณิชย์",
    "account, ธ. and a name": lambda digits: f"ธ.กรุงไทย เลขที่ {digits}",
    "account, spaces": lambda digits: f"เลขที่บัญชี {grouped(3, 1, 5, 1, mark=' ')(digits)} SCB",
    "account, double spaces": lambda digits: f"เลขที่บัญชี {grouped(3, 1, 5, 1, mark='  ')(digits)} ธนาคารกสิกรไทย",
    "account, no-break hyphens": lambda digits: f"ธนาคารกรุงไทย {grouped(3, 1, 5, 1, mark=chr(0x2011))(digits)}",
    "account, 3-6-1": lambda digits: f"กรุงศรี {grouped(3, 6, 1)(digits)}",
    "account, English": lambda digits: f"Account No. {digits}, Krungthai Bank",
    "account, Thai digits": lambda digits: f"เลขที่บัญชี {_thai(digits)} ธนาคารกรุงไทย",
}
PROMPT_PAY: Mapping[str, Form] = {
    "PromptPay by phone": lambda digits: f"พร้อมเพย์ {digits}",
    "PromptPay in English": lambda digits: f"PromptPay: {digits}",
    "PromptPay parted": lambda digits: f"พร้อมเพย์ หมายเลข {grouped(3, 3, 4, mark=' ')(digits)}",
}
CARDS: Mapping[str, Form] = {
    "card, spaces": grouped(4, 4, 4, 4, mark=" "),
    "card, hyphens": grouped(4, 4, 4, 4),
    "card, no-break spaces": grouped(4, 4, 4, 4, mark="\u00a0"),
    "card, bare": str,
    "card, Thai digits": _thai,
}
HOMES: Mapping[str, Form] = {
    "home, บ้านเลขที่": lambda house: f"บ้านเลขที่ {house} หมู่ 4 ตำบลบางรัก",
    "home, เลขที่": lambda house: f"เลขที่ {house} หมู่ที่ 4 ตำบลบางรัก",
    "home, number and village alone": lambda house: f"{house} หมู่ 4 ต.บางรัก อ.เมือง",
    "home, ม.": lambda house: f"{house} ม.4 ต.บางรัก",
    "home, a name before": lambda house: f"นายตัวอย่าง หนึ่ง {house} หมู่ที่ 4 ตำบลบางรัก",
    "home, no village": lambda house: f"นางสาวตัวอย่าง สอง {house} ถนนสายหนึ่ง แขวงบางรัก",
    "home, a lane": lambda house: f"ที่อยู่ {house} ซอยหนึ่ง 5 แขวงบางรัก เขตบางรัก",
    "home, a lane and no parish": lambda house: f"บ้านเลขที่ {house} ตรอกข้าวสาร",
    "home, Thai digits": lambda house: f"{_thai(house)} หมู่ ๔ ตำบลบางรัก",
    "home, a number without a stroke": lambda house: f"ที่อยู่ {house.split('/')[0]} หมู่ 4 ตำบลบางรัก",
}
FORMS: tuple[tuple[Kind, Draw, Mapping[str, Form]], ...] = (
    (Kind.ID, an_id, IDS),
    (Kind.PHONE, a_phone, PHONES),
    (Kind.ACCOUNT, an_account, ACCOUNTS),
    (Kind.ACCOUNT, a_phone, PROMPT_PAY),
    (Kind.ACCOUNT, a_card, CARDS),
    (Kind.HOME, a_house, HOMES),
)

LOOK_ALIKES: Mapping[str, Draw] = {
    "project number of e-GP": lambda rng: f"เลขที่โครงการ 6{rng.randint(5, 9)}{rng.randint(1, 12):02}{_any(rng, 7)}",
    "contract control number": lambda rng: f"เลขคุมสัญญา 6{rng.randint(5, 9)}{rng.randint(1, 12):02}{_any(rng, 8)}",
    "contract number and year": lambda rng: (
        f"สัญญาเลขที่ {rng.randint(1, 999)}/256{rng.randint(0, 9)} ลงวันที่ 3 มกราคม 2567"
    ),
    "letter's number": lambda rng: f"ที่ นร {rng.randint(1000, 9999)}/{rng.randint(1, 99999)} ลงวันที่ 9 สิงหาคม 2567",
    "office phone of Bangkok": lambda rng: f"โทร 0 2{_any(rng, 3)} {_any(rng, 4)} ต่อ {_any(rng, 4)}",
    "office phone, close": lambda rng: f"โทร. 02{_any(rng, 7)}",
    "office phone, a range": lambda rng: f"02-{_any(rng, 3)}-{_any(rng, 4)}-{rng.randint(1, 9)}",
    "office phone of a province": lambda rng: (
        f"โทรศัพท์ 0{rng.choice(('32', '34', '38', '43', '53', '55', '74', '77'))}-{_any(rng, 6)}"
    ),
    "office phone, +66": lambda rng: f"+66 2 {_any(rng, 3)} {_any(rng, 4)}",
    "short and toll-free numbers": lambda rng: f"สายด่วน 1{_any(rng, 3)} หรือ 1800-{_any(rng, 3)}-{_any(rng, 3)}",
    "tax number of a company": lambda rng: f"เลขประจำตัวผู้เสียภาษี 0{_any(rng, 12)}",
    "tax number of an agency": lambda rng: f"เลขผู้เสียภาษี 0994000{_any(rng, 6)}",
    "amounts of money": lambda rng: (
        f"{rng.randint(1, 9)},{_any(rng, 3)},{_any(rng, 3)},{_any(rng, 3)}.{_any(rng, 2)} บาท"
    ),
    "amount without commas": lambda rng: f"วงเงิน {rng.randint(1, 9)}{_any(rng, 9)}.{_any(rng, 2)} บาท",
    "a row of figures": lambda rng: " ".join(str(rng.randint(1, 99999)) for _ in range(8)),
    "a row of small figures": lambda rng: " ".join(_any(rng, 1) for _ in range(rng.choice((8, 10, 12, 14, 20, 31)))),
    "years in a row": lambda rng: " ".join(str(year) for year in range(2560 + rng.randint(0, 4), 2569)),
    "times and dates": lambda rng: (
        f"0{rng.randint(8, 9)}.{rng.choice(('00', '30'))}-16.30 น. 0{rng.randint(1, 9)}/0{rng.randint(1, 9)}/256{rng.randint(0, 9)}"
    ),
    "scores": lambda rng: " ".join(f"{rng.randint(60, 99)}.{_any(rng, 2)}" for _ in range(10)),
    "shares": lambda rng: f"0.8{_any(rng, 9)}",
    "budget code": lambda rng: f"รหัสงบประมาณ 2{rng.randint(0, 1)}00{_any(rng, 12)}",
    "GFMIS document": lambda rng: f"เอกสาร GFMIS 3{_any(rng, 9)}",
    "asset number": lambda rng: f"ครุภัณฑ์ {rng.randint(1000, 9999)}-{_any(rng, 3)}-{_any(rng, 4)}/{rng.randint(1, 99)}",
    "ISBN": lambda rng: f"ISBN 978-616-{_any(rng, 3)}-{_any(rng, 3)}-{rng.randint(0, 9)}",
    "code with letters": lambda rng: f"รหัส AB{a_phone(rng)}",
    "address of the web": lambda rng: f"https://www.example.go.th/{an_id(rng)}/{a_phone(rng)}.pdf",
    "coordinates": lambda rng: f"{rng.randint(6, 20)}.{_any(rng, 6)}, {rng.randint(98, 105)}.{_any(rng, 6)}",
    "office's address": lambda rng: (
        f"สำนักงาน {rng.randint(1, 999)} ถนนราชดำเนิน แขวงบวรนิเวศ เขตพระนคร กรุงเทพมหานคร 10200"
    ),
    "road works": lambda rng: f"ก่อสร้างถนน คสล. ซอย {rng.randint(1, 40)} หมู่ที่ {rng.randint(1, 12)} ตำบลบางรัก",
    "villages": lambda rng: f"ครอบคลุม {rng.randint(1, 40)} หมู่บ้าน {rng.randint(1, 12)} ตำบล",
    "postal code and year": lambda rng: f"10{_any(rng, 3)} พ.ศ. 256{rng.randint(0, 9)}",
    "cells beside each other": lambda rng: f"{_any(rng, 3)}\t{_any(rng, 3)}\t{_any(rng, 4)}\t{_any(rng, 5)}",
    "versions and addresses of computers": lambda rng: (
        f"192.168.{rng.randint(0, 255)}.{rng.randint(0, 255)} v{rng.randint(1, 9)}.{_any(rng, 2)}"
    ),
}


def found(draw: Draw, form: Form, kind: Kind, name: str) -> tuple[int, str]:
    """How many of the numbers are found in this form as what they are, and an example."""
    rng, count, example = random.Random(name), 0, ""
    for _ in range(EACH):
        text = form(draw(rng))
        example = example or text
        kinds = {one.kind for one in find(f"ก {text} ข")}
        count += kind in kinds or (name.startswith("PromptPay") and Kind.PHONE in kinds)
    return count, example


def alarms(draw: Draw, name: str) -> tuple[int, str]:
    """For how many of these something is told, and an example."""
    rng, count, example = random.Random(name), 0, ""
    for _ in range(EACH * 10):
        text = draw(rng)
        example = example or text
        count += bool(find(f"ก {text} ข"))
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
            "`python -m tests.forms_of_persons`; a form is added there.",
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


if __name__ == "__main__":
    TABLE.write_text(as_markdown(), "utf-8")
