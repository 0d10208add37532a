"""Homes: the number of a house, a room or a village with the words of an address, of a person and of no office or road."""

from __future__ import annotations

import re

from generator.writing.persons.found import Found, Kind, Spanned

OF_ADDRESS = re.compile(
    r"เลขที่|หมู่|ม\.\s{0,2}\d|ซอย|ซ\.|ถนน|ถ\.|ตรอก|ตำบล|ต\.|แขวง|คอนโด|อาคาร|ห้อง|แฟลต|หอพัก|ม(?:ัง|่าน|ู่)|\bmoo\b|\bsoi\b|\broad\b"
    r"|\brd\.|\bm\. ?\d|village|condo|apartment|room|unit|ที่อยู่|house",
    re.IGNORECASE | re.ASCII,
)
"""What every home has beside its number."""
_PLACE = r"(?:ต\.|ตำบล|แขวง|อ\.|อำเภอ|เขต|จ\.|จังหวัด|tambon|tumbol|amphoe|khwaeng|khet|sub-?district|district)"
_HOUSE = re.compile(
    r"(?P<said>บ้านเลขที่|บ้านที่|เลขที่|house no\.?|home no\.?|เลขบ้าน)?[ :.]{0,40}(?<![\d/.,-])"
    r"(?P<house>\d{1,5}(?P<slash>\s{0,2}/\s{0,2}\d{1,5})?)(?:-\d{1,5}(?:/\d{1,4})?)?[ ,\n\t]{0,40}"
    r"(?:(?:หมู่\s?(?:ที่)?|ม\.|moo\.?|m\.|village no\.?)[ \t]{0,40}(?P<village>\d{1,2})(?![\d/])"
    r"|(?P<lane>ซอย|ซ\.|ถนน|ถ\.|ตรอก|soi\b|หมู่บ้าน|ม\.(?=[ก-ฮเ-ไ])|[a-z]{3,20} (?:road|rd\.|soi)\b)"
    rf"|(?P<condo>คอนโด|อาคารชุด|แฟลต|หอพัก|อพาร์[ตท]เม[น้]|แมนชั่น|condo|apartment)|(?P<parish>{_PLACE}))",
    re.ASCII | re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?P<said>บ้านเลขที่|house no\.?|ที่อยู่(?:ปัจจุบัน|ตามทะเบียนบ้าน)?)[ :.]{0,5}(?P<house>\d{1,5}(?P<slash>\s?/\s?\d{1,4})?)(?![\d/.,-])"
    r"(?!\s{0,3}(?:ราย|หลัง|คำขอ|คน|ครัวเรือน|ครั้ง|วัน|นาที|ชั่วโมง|บาท|ฉบับ|ชุด|แผ่น|เรื่อง|แห่ง|ปี|ถึง|และ|-))",
    re.ASCII | re.IGNORECASE,
)
"""A house whose words say that it is one, with nothing of its address behind."""
_CONDO = r"(?:คอนโด|อาคารชุด|แฟลต|หอพัก|อพาร์[ตท]เม[น้]|แมนชั่น|เรสซิเด้?น|condo|apartment|residence|mansion)"
_ROOM = re.compile(
    r"(?:ห้อง(?:ชุด|พัก)?\s?(?:เลขที่|ที่|หมายเลข)?|unit|room|rm\.)[ :.]{0,2}(?:no\.? ?)?"
    r"(?P<room>[a-z]?-?\d{1,5}(?:/\d{1,5})?)(?![\d/])",
    re.ASCII | re.IGNORECASE,
)
_IN_CONDO = re.compile(rf"{_CONDO}[^\d\n]{{0,40}}?(?P<house>\d{{1,4}}/\d{{1,5}})(?![\d/])", re.ASCII | re.IGNORECASE)
_CONDO_NEAR = re.compile(_CONDO, re.IGNORECASE)
_BUILDING = re.compile(r"อาคาร|ตึก|ชั้น|building|tower|floor", re.IGNORECASE)
_PLACE_BEHIND = re.compile(rf"[^\n]{{0,80}}?{_PLACE}", re.IGNORECASE)
OF_PERSON = re.compile(
    r"อาศัย|อยู่บ้าน|ภูมิลำเนา|ที่อยู่|ที่พัก|พักที่|พักอยู่|บ้านพัก|นาย(?!ก|อำเภอ|ช่าง|ทะเบียน)|นาง|น\.ส\.|ด\.[ชญ]\.|คุณ(?!ภาพ|ธรรม|สมบัติ|ลักษณะ|ค่า)"
    r"|ผู้ร้อง|ผู้แจ้ง|(?:^|\s)บ้าน\s?$|\b(?:mr|mrs|ms|miss|address|lives?|home)\b",
    re.IGNORECASE | re.ASCII,
)
OF_OFFICE = re.compile(
    r"สำนัก|องค์การ|อบต|อบจ|เทศบาล|ศูนย์|กรม|กระทรวง|กอง|บริษัท|ห้าง|หจก|บจก|บมจ|โรงเรียน|วัด|ร้าน|โรงพยาบาล|รพ|สถานี|มหาวิทยาลัย|อาคาร(?!ชุด)|ตั้งอยู่|ที่ทำการ"
    r"|ที่ว่าการ|ศาล|สนาม|ตลาด|สุสาน|ฌาปน|สวนสาธารณะ|อนามัย|ธนาคาร|ผู้รับจ้าง|ผู้ขาย|ประชุม|office|department|ministry|municipality|company|co\.|ltd|school|hospital|center|centre|bank|university",
    re.IGNORECASE,
)
_WORKS = re.compile(r"ปรับปรุง|ซ่อม|ก่อสร้าง|ทาสี|จ้าง|ติดตั้ง|วางท่อ|ขุด|เช่า|ครุภัณฑ์|repair|renovat", re.IGNORECASE)
_BLANK = re.compile(r"[.…_]{2,}")
"""The line of a form that somebody filled in."""
_LETTER = re.compile(r"\d{1,5}\s*/\s*2[45]\d\d", re.ASCII)
"""The number of a letter or an order, with its year."""
_OF_ROAD = re.compile(
    r"(?:ซอย|ซ\.|ถนน|ถ\.|สาย|แยก|คลอง|บ่อ|จุด|หมายเลข|หมู่|ม\.|ช่วง|กม\.?|ระยะ|พ\.ศ\.|ปี|แปลง|ครั้ง|ลำดับ|ข้อ|ระวาง|วันที่|ที่ดิน|โฉนด|คำสั่ง|หนังสือ|อนุญาต|สัญญา|งวด"
    r"|ขนาด|หน้า|คสล\.?|อัตรา|รวม|จำนวน)\S{0,20}\s*$"
)
"""What a number belongs to that is no house: a lane, a road, a well, a deed, a letter."""
_IN_BRACKET = re.compile(r"[^\n(]{0,40}\(\s?")
_BY_A_HOUSE = re.compile(r"(?:หน้า|จาก|ถึง|ข้าง|หลัง|บริเวณ|ช่วง|ตรงข้าม|ใกล้|การกำหนด|ตั้งอยู่|ตั้งอยู่ที่)\s?$")
"""Before a house that says where a road is."""
_NEAR = 60
"""Letters around a number within which somebody, or an office, is named."""


def homes(text: str) -> Spanned:
    text = _BLANK.sub(lambda match: " " * len(match[0]), text)
    for match in _HOUSE.finditer(text):
        before, behind = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + 90]
        if _is_home(match, before, behind):
            yield match.span("house"), _home("เลขที่", match["house"], match["village"])
    for match in _ALONE.finditer(text):
        before, behind = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + 30]
        if _is_alone(match, before, behind):
            yield match.span("house"), _home("เลขที่", match["house"], None)
    for match in _ROOM.finditer(text):
        before, behind = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
        if _is_room(before, behind.partition("\n")[0]):
            yield match.span("room"), _home("ห้อง", match["room"], None)
    for match in _IN_CONDO.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if _is_persons(before) or not _is_work_or_office(before):
            yield match.span("house"), _home("เลขที่", match["house"], None)


def _is_home(match: re.Match[str], before: str, behind: str) -> bool:
    """Whether a number that begins an address is a person's house, by the words before it and behind."""
    said, slash, village = (match["said"] or "").casefold(), match["slash"], match["village"]
    has_place = match["parish"] is not None or _PLACE_BEHIND.match(behind) is not None
    if said not in ("", "เลขที่"):
        return _BY_A_HOUSE.search(before) is None
    if _LETTER.fullmatch(match["house"]) or _OF_ROAD.search(before):
        return False
    if _is_persons(before):
        return slash is not None or village is not None or has_place
    if match["condo"]:
        return slash is not None and not _is_work_or_office(before)
    if _is_work_or_office(before) and not (village and has_place and said and not OF_OFFICE.search(before)):
        return False
    if (bracket := _IN_BRACKET.match(behind)) and OF_OFFICE.match(behind, bracket.end()):
        return False
    if said:
        return village is not None and (has_place or slash is not None)
    return slash is not None and (village is not None or has_place)


def _is_alone(match: re.Match[str], before: str, behind: str) -> bool:
    """Whether a house number without an address is a person's home: no place of works, no office, no letter's number."""
    if _LETTER.fullmatch(match["house"]) or _BY_A_HOUSE.search(before) or OF_OFFICE.search(behind):
        return False
    has_mark = match["slash"] is not None or not match["said"].startswith("ที่อยู่")
    return has_mark and (_is_persons(before) or not _is_work_or_office(before))


def _is_room(before: str, behind: str) -> bool:
    if _is_persons(before):
        return _BUILDING.search(behind) is not None or _CONDO_NEAR.search(before + behind) is not None
    return _CONDO_NEAR.search(before + behind) is not None and not _is_work_or_office(before + behind.partition(" ")[0])


def _is_persons(before: str) -> bool:
    """Whether a person is named last, not an office."""
    person = max((match.start() for match in OF_PERSON.finditer(before)), default=-1)
    office = max((match.start() for match in OF_OFFICE.finditer(before)), default=-1)
    return person > office


def _is_work_or_office(before: str) -> bool:
    return OF_OFFICE.search(before) is not None or _WORKS.search(before) is not None


def _home(word: str, number: str, village: str | None) -> Found:
    key = " ".join(part for part in (word, "".join(number.split()), f"หมู่ {village}" if village else "") if part)
    return Found(Kind.HOME, key, key)
