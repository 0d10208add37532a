"""Plates of cars that are somebody's: where a person is named, or as only private cars have them; no car of an office."""

from __future__ import annotations

import re

from generator.writing.persons.found import Found, Kind, Spanned
from generator.writing.persons.homes import OF_OFFICE, OF_PERSON

OF_PLATE = re.compile(r"ทะเบียน|ป้าย|plate", re.IGNORECASE)
"""What every plate has before it."""
_PLATE = re.compile(
    r"(?:ทะเบียน(?:รถ(?:ยนต์)?)?|ป้าย(?:ทะเบียน)?|plate)(?:[ :.]|เลขที่|หมายเลข|เลข|no\.?|number){0,5}"
    r"(?P<plate>(?P<new>\d)?[ก-ฮ]{2}[ -]?\d{1,4})(?![\d/])",
    re.ASCII | re.IGNORECASE,
)
"""``กข 1234``; with a digit before the letters where the Department of Land Transport ran out of them: private cars alone."""
_CAR = re.compile(r"รถ|ป้าย|หมายเลขทะเบียน|plate", re.IGNORECASE)
_OWNER = re.compile(r"เจ้าของรถ|คู่กรณี|ผู้เสียหาย|ผู้ขับ|พยาน|ผู้ต้องหา|ผู้กระทำ|ของตน|owner|driver", re.IGNORECASE)
_OF_SERVICE = re.compile(
    r"ราชการ|ส่วนกลาง|ซ่อม|จ้าง|เช่า|ซื้อ|จัดหา|น้ำมัน|เชื้อเพลิง|ยาง|แบตเตอรี่|ครุภัณฑ์|พัสดุ|บำรุง|ประกัน|พ\.ร\.บ|ภาษี|ประจำตำแหน่ง|กู้ชีพ|กู้ภัย|ดับเพลิง"
    r"|ขยะ|บรรทุก|กระเช้า|โดยสาร|พยาบาล|ตรวจสภาพ|ใช้รถ(?:ไป|เพื่อ)|repair|official",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 80, 40
"""Letters around a plate within which somebody, or the office whose car it is, is named."""


def plates(text: str) -> Spanned:
    for match in _PLATE.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        around = f"{before} {text[match.end() : match.end() + _BEHIND]}"
        if _OF_SERVICE.search(around) or OF_OFFICE.search(around):
            continue
        is_owned = OF_PERSON.search(before) is not None or _OWNER.search(before) is not None
        if is_owned or (match["new"] and _CAR.search(before[-20:] + match[0])):
            key = re.sub(r"[ -]", "", match["plate"])
            yield match.span("plate"), Found(Kind.PLATE, key, key)
