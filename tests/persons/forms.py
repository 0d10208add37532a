"""Every way to write a person's number that is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.writing.persons import Kind
from tests.persons.draws import Draw, a_card, a_house, a_phone, an_account, an_id

Form = Callable[[str], str]


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
