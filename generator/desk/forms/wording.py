"""Labels and help of fields for somebody who fills in boxes and sees no file: without how a file would say it."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.models.shared import NoneStated
from generator.officers.fields import Field, Shape

_OF_FILES = re.compile(
    r"\s*(?:เขียน(?:เป็น)?\S*(?:ที่อยู่|รหัส|ข้อความ)\S*(?: ?ใต้ files/)? ?(?:อย่าง)?เดียวก็ได้|หลายแฟ้มเขียนเป็นรายการ เช่น เดือนละแฟ้ม"
    r'|หรือ none เมื่อไม่มี|ช่องว่างเขียน ""|\(มี link\))'
)
"""What only says how a file is written."""
_INSTEAD = (
    (re.compile(r"\s*(?:ใน|ตาม|ของ)\s*\S+\.yaml"), ""),
    (re.compile(r"ไม่ระบุ ="), "เว้นว่าง ="),
    (re.compile(r"มีบรรทัดนี้ ="), "กรอกช่องนี้ ="),
    (re.compile(r"ใน evidence ที่ shows มี manual"), "ในเอกสารและหลักฐาน"),
    (re.compile(r"ใน evidence(?: แทน)?"), "ในเอกสารและหลักฐาน"),
    (re.compile(r"ใช้ none"), "เลือก “ไม่มี”"),
    (re.compile(r"เขียน en ด้วย"), "กรอกภาษาอังกฤษด้วย"),
    (re.compile(r"ถ้าเขียนครบแล้วไม่ต้องเขียน allocated"), "ถ้ากรอกครบสี่ไตรมาสแล้วไม่ต้องกรอกยอดรวม"),
    (re.compile(r" หรือ id ของคำถามในผล ITA"), ""),
    (re.compile(r"^กล่าวว่า(?:ไม่มี เมื่อ)?(?=\S)"), ""),
    (re.compile(r" ดูทั้งหมดด้วย oit explain"), ""),
)

_ID_OF = re.compile(r"^รหัส(?:[\s,]|เลข|หรือ|ชื่อย่อ|ชื่อเต็ม|ชื่อ)*(?:ของ)?")


@lru_cache(4096)
def _said(text: str) -> str:
    text = _OF_FILES.sub("", text)
    for pattern, instead in _INSTEAD:
        text = pattern.sub(instead, text)
    return "; ".join(part.strip() for part in text.split(";") if part.strip())


def label_of(field: Field) -> str:
    """What a box is called; what is chosen by its title has no id to speak of."""
    label = _ID_OF.sub("", field.label) if field.shape is Shape.REFERENCE else field.label
    return _said(label) or field.label


def help_of(field: Field) -> str:
    """What is said of a box below its label; nothing where the choices say it themselves."""
    if field.shape in (Shape.CHOICE, Shape.FLAG, Shape.REFERENCE):
        return ""
    if field.model and issubclass(field.model, NoneStated):
        return ""
    rest = field.help.removeprefix(field.label)
    rest = "" if rest == field.help else _said(rest.strip(" ;:,="))
    return "" if rest in (f"เป็น{field.unit}", "เป็นข้อ ๆ") else rest
