"""Accounts, PromptPay and cards of banks."""

from __future__ import annotations

from generator.writing.persons import Kind
from tests.persons.draws import a_card, a_phone, an_account
from tests.persons.forms.writing import Forms, FormsOf, grouped, thai, within

_banked = grouped(3, 1, 5, 1)
_hyphened = grouped(3, 3, 4)
_ACCOUNTS: Forms = {
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
    "account, Thai digits": lambda digits: f"เลขที่บัญชี {thai(digits)} ธนาคารกรุงไทย",
    "account, บ/ช": within("บ/ช เลขที่ @ ธ.กรุงไทย", _banked),
    "account, เลขบช.": within("เลขบช. @ กสิกร"),
    "account, ออมทรัพย์": within("บัญชีออมทรัพย์ @ ออมสิน"),
    "account, A/C": within("A/C @ SCB", _banked),
    "account, Acct No.": within("Acct No. @ Bangkok Bank"),
    "account, ธ.ก.ส.": within("ธ.ก.ส. @", _banked),
    "account, ธอส.": within("ธ.อ.ส. เลขที่ @"),
    "account, KTB: close": within("KTB:@"),
    "account, TTB": within("ttb @", _banked),
    "account, ทีทีบี": within("ทีทีบี @"),
    "account, 3-1-6": within("กรุงไทย @", grouped(3, 1, 6)),
    "account, dots": within("ธนาคารกรุงเทพ สาขาสีลม @", grouped(3, 1, 5, 1, mark=".")),
    "account, tildes": within("เลขที่บัญชี @ กรุงศรี", grouped(3, 1, 5, 1, mark="~")),
    "account, the bank a line before": within("ธนาคารกรุงไทย\nเลขที่บัญชี @"),
    "account, the bank a line behind": within("เลขที่บัญชี @\nธนาคารกรุงไทย"),
    "account, name between": within("ธนาคารกรุงไทย ชื่อบัญชี นายตัวอย่าง หนึ่ง เลขที่ @", _banked),
    "account, colons": within("ธนาคาร: กรุงไทย, เลขที่บัญชี: @"),
    "account, in cells": within("นายตัวอย่าง\tกรุงไทย\t@"),
    "account, in a column": within("ชื่อ\tธนาคาร\tเลขที่บัญชี\nก\tออมสิน\t@"),
    "account, parted in a column": within("ชื่อ\tเลขที่บัญชีธนาคาร\nก\t@", _banked),
    "account, a column of banks behind": within("เลขบัญชี\tธนาคาร\n@\tก"),
    "account, groups in cells": within("กสิกรไทย\t@\tนายตัวอย่าง", grouped(3, 1, 5, 1, mark="\t")),
    "account, twelve digits": lambda digits: "ออมสิน " + grouped(4, 4, 4)("02" + digits),
    "account, letters O for zeros": lambda digits: "กรุงไทย เลขที่บัญชี " + (digits[:4] + "0" + digits[5:]).replace("0", "O", 1),
}  # fmt: skip
_PROMPT_PAY: Forms = {
    "PromptPay by phone": lambda digits: f"พร้อมเพย์ {digits}",
    "PromptPay in English": lambda digits: f"PromptPay: {digits}",
    "PromptPay parted": lambda digits: f"พร้อมเพย์ หมายเลข {grouped(3, 3, 4, mark=' ')(digits)}",
    "PromptPay, close": within("พร้อมเพย์@"),
    "PromptPay, in brackets": within("(พร้อมเพย์) @", _hyphened),
    "PromptPay, hyphens": within("Prompt Pay @", _hyphened),
    "PromptPay, in a column": within("ชื่อ\tพร้อมเพย์\nก\t@"),
}  # fmt: skip
_CARDS: Forms = {
    "card, spaces": grouped(4, 4, 4, 4, mark=" "),
    "card, hyphens": grouped(4, 4, 4, 4),
    "card, no-break spaces": grouped(4, 4, 4, 4, mark="\u00a0"),
    "card, bare": str,
    "card, Thai digits": thai,
    **{f"card, {name}": grouped(4, 4, 4, 4, mark=mark)
    for name, mark in {"dots": ".", "slashes": "/", "underscores": "_", "tabs": "\t", "commas": ",", "pipes": "|", "tildes": "~", "en dashes": "–", "three spaces": "   "}.items()},
}  # fmt: skip
FORMS: tuple[FormsOf, ...] = (
    (Kind.ACCOUNT, an_account, _ACCOUNTS),
    (Kind.ACCOUNT, a_phone, _PROMPT_PAY),
    (Kind.ACCOUNT, a_card, _CARDS),
)
