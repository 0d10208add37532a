"""Passports, driving licences, cards of foreigners, plates of cars."""

from __future__ import annotations

from generator.writing.persons import Kind
from tests.persons.draws import a_foreigner, a_licence, a_new_plate, a_passport, a_plate
from tests.persons.forms.writing import Forms, FormsOf, grouped, thai, within

_PASSPORTS: Forms = {
    "passport, หนังสือเดินทางเลขที่": within("หนังสือเดินทางเลขที่ @"),
    "passport, เลขที่หนังสือเดินทาง": within("เลขที่หนังสือเดินทาง @"),
    "passport, หมายเลข": within("ถือหนังสือเดินทางไทย หมายเลข @"),
    "passport, เล่มที่": within("หนังสือเดินทาง เล่มที่ @ ออกให้ 2566"),
    "passport, Thai digits": lambda number: f"หนังสือเดินทาง {number[:2]}{thai(number[2:])}",
    "passport, พาสปอร์ต": within("พาสปอร์ต @"),
    "passport, พาสปอร์ตเลขที่": within("พาสปอร์ตเลขที่: @"),
    "passport, Passport No.": within("Passport No. @"),
    "passport, Passport Number": within("Passport Number : @"),
    "passport, small letters": lambda number: f"passport: {number.lower()}",
    "passport, a space": lambda number: f"Passport {number[:2]} {number[2:]}",
    "passport, a hyphen": lambda number: f"Passport no {number[:2]}-{number[2:]}",
    "passport, one letter": lambda number: f"หนังสือเดินทาง {number[1:8]}",
    "passport, nine digits": lambda number: f"Passport No. 31{number[2:]}",
    "passport, in a column": within("ชื่อ\tPassport\nMr. A\t@"),
    "passport, in a column, Thai": within("ชื่อ\tเลขที่หนังสือเดินทาง\nMr. A\t@"),
}
_LICENCES: Forms = {
    "licence, ใบขับขี่": within("ใบขับขี่ @ หมดอายุ 2570"),
    "licence, ใบขับขี่เลขที่": within("ใบขับขี่เลขที่ @"),
    "licence, ใบอนุญาตขับรถ": within("ใบอนุญาตขับรถ เลขที่ @"),
    "licence, ใบอนุญาตขับขี่รถยนต์": within("ใบอนุญาตขับขี่รถยนต์ส่วนบุคคล เลขที่ @"),
    "licence, English": within("Driving licence no. @"),
    "licence, American": within("Driver's license: @"),
}
_FOREIGNERS: Forms = {
    "foreigner, bare": within("เลขประจำตัวคนต่างด้าว @"),
    "foreigner, parted": within("เลขประจำตัวคนต่างด้าว @", grouped(2, 4, 6, 1)),
    "foreigner, as printed": within("บัตรประจำตัวคนซึ่งไม่มีสัญชาติไทย @", grouped(1, 4, 5, 2, 1)),
    "foreigner, spaces": within("แรงงานข้ามชาติ เลขบัตร @", grouped(1, 4, 5, 2, 1, mark=" ")),
}
_PLATES: Forms = {
    "plate, of a person's car": within("รถของนายตัวอย่าง ทะเบียน @ เชียงใหม่"),
    "plate, behind a person": within("นางตัวอย่าง สอง ทะเบียนรถ @ กทม."),
    "plate, of who complains": within("ผู้ร้องเรียนใช้รถหมายเลขทะเบียน @ ชลบุรี"),
    "plate, of an owner": within("เจ้าของรถ ทะเบียน @ ตรัง"),
    "plate, of the other party": within("คู่กรณีขับรถยนต์ ทะเบียน @ นครปฐม"),
    "plate, a hyphen": lambda plate: f"นางตัวอย่าง สอง ทะเบียนรถ {plate.replace(' ', '-')} กทม.",
}
_NEW_PLATES: Forms = {
    "plate, new, ทะเบียนรถ": within("ทะเบียนรถ @ กรุงเทพมหานคร"),
    "plate, new, รถยนต์ทะเบียน": within("รถยนต์ทะเบียน @ กรุงเทพมหานคร"),
    "plate, new, หมายเลขทะเบียน": within("หมายเลขทะเบียน @ กรุงเทพมหานคร"),
    "plate, new, ป้ายทะเบียน": within("ป้ายทะเบียน @"),
    "plate, new, Thai digits": lambda plate: f"ทะเบียนรถ {thai(plate)} กรุงเทพมหานคร",
    "plate, new, close": lambda plate: f"รถจักรยานยนต์ ทะเบียน {plate.replace(' ', '')}",
    "plate, new, in a column": within("ชื่อ\tทะเบียนรถ\nก\t@"),
}
FORMS: tuple[FormsOf, ...] = (
    (Kind.ID, a_passport, _PASSPORTS),
    (Kind.ID, a_licence, _LICENCES),
    (Kind.ID, a_foreigner, _FOREIGNERS),
    (Kind.PLATE, a_plate, _PLATES),
    (Kind.PLATE, a_new_plate, _NEW_PLATES),
)
