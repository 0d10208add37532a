"""Faults for somebody who fills in boxes: what is wrong and what to do, without the keys, files and commands of those who write files.

The sentences of faults speak of YAML, for they are shown in terminals, reports and editors too. At the desk a key is a box, a
file is a form, and an approval is a page; the same sentence says so. English keeps the keys, which are English words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.diagnostics import Diagnostic

_FORMS = {
    "agency.yaml": "ข้อมูลหน่วยงาน",
    "units.yaml": "หน่วยงานภายใน",
    "sources.yaml": "เอกสารที่เป็นที่มา",
    "checks.yaml": "การตรวจที่ปิดหรือเปลี่ยน",
}
_BOXES = {
    "absent": "องค์ประกอบที่ไม่มีจริง",
    "aliases": "ชื่ออื่นที่ใช้เรียก",
    "amount": "จำนวนเงิน",
    "assessed_year": "ปีงบประมาณที่ประเมิน",
    "at_least": "คะแนนต่ำสุด",
    "at_most": "คะแนนสูงสุด",
    "below": "ต่ำกว่าคะแนน",
    "chart": "แผนภาพไตรมาส",
    "claims": "คำกล่าวที่ตรวจกับตัวเลขได้",
    "class": "กลุ่ม",
    "classes": "กลุ่มคะแนน",
    "data_year": "ปีงบประมาณของข้อมูล",
    "deadlines": "วันที่ทุกข้อของปีต้องเสร็จ",
    "decisions": "สิ่งที่ตัดสินแล้วว่าเผยแพร่ได้",
    "end": "วันสุดท้าย",
    "evidence": "เอกสารและหลักฐาน",
    "family": "ประเภทของเนื้อหา",
    "file": "แฟ้ม",
    "found": "สิ่งที่พบ",
    "hold": "เหตุผลที่ยังไม่เผยแพร่",
    "issues": "ประเด็น",
    "ita_year": "ปีของผล ITA",
    "items": "รายการ",
    "languages": "ภาษาของเว็บไซต์",
    "link": "ลิงก์",
    "measure": "มาตรการ",
    "measures": "มาตรการ",
    "members": "สมาชิก",
    "months_without": "เดือนที่ไม่มีการจัดซื้อจัดจ้าง",
    "name": "ชื่อเต็ม",
    "none": "ไม่มี",
    "note": "หมายเหตุ",
    "owner": "ผู้รับผิดชอบ",
    "owners": "ผู้รับผิดชอบ",
    "pages": "หน้าที่ควรเปิดดู",
    "period": "ระยะเวลา",
    "public_years": "ปีที่ประชาชนเห็นแล้ว",
    "published": "วันที่เผยแพร่หรือปรับปรุงล่าสุด",
    "questions": "คำถาม",
    "results": "ผล",
    "site_url": "ที่อยู่จริงของเว็บไซต์",
    "start": "วันแรก",
    "table": "แฟ้มตาราง",
    "text": "ข้อความ",
}
"""Keys that sentences name → what their boxes are called, as short as in a sentence."""

_WHOLE: tuple[tuple[str, str], ...] = (
    (r"ตรงนี้ต้องเป็นกลุ่มของ กุญแจ: ค่า แต่พบ", "ตรงนี้ต้องกรอกเป็นช่อง ๆ แต่พบ"),
    (r"ขึ้นบรรทัดใหม่ ย่อหน้าเข้าไป แล้วเขียนทีละกุญแจ", "กรอกทีละช่อง"),
    (r"มีกุญแจแต่ยังไม่ได้กรอกค่า", "ยังไม่ได้กรอก"),
    (r"กรอกค่า หรือลบบรรทัดนี้ถ้าไม่บังคับ", "กรอก หรือเว้นว่างถ้าไม่บังคับ"),
    (r"เพิ่มบรรทัด .*?: … ในกลุ่มที่เริ่มตรงนี้", "กรอกช่องนี้"),
    (r'เช่น \["←", "→", "", ""\]', "เช่น ← ในไตรมาสแรกและ → ในไตรมาสสุดท้าย"),
    (r"เขียน YAML ผิดรูปแบบ", "เขียนผิดรูปแบบ"),
    (r"ที่ table: ใส่ตาราง", "ใส่ตาราง"),
    (
        r"\(proc_annual\): วางแฟ้มใต้ files/ ลบ table: แล้วเพิ่ม\s+evidence: ที่มี title: \(ชื่อเอกสาร\) file: \(ชื่อแฟ้ม\) และ shows: \[[\w, ]+\]",
        "แนบแฟ้มที่ท้ายแบบฟอร์มของเรื่องนั้น แล้วลบแฟ้มตาราง",
    ),
    (r"ไม่รู้จักกุญแจ", "มีข้อมูลที่แบบฟอร์มไม่มีช่องให้ ชื่อ"),
    (r"กุญแจของกลุ่มนี้ที่ยังว่าง: ", "ช่องที่ยังว่าง: "),
    (r"กุญแจทั้งหมดอยู่ในคู่มือข้อมูล", "ดูทุกช่องในคู่มือข้อมูลของร่างเว็บไซต์"),
    (r"ใส่ evidence หรือเขียน none: \{reason: …\}", "แนบเอกสาร หรือเลือก “ไม่มีเรื่องให้เปิดเผยจริง”"),
    (r"ให้ลบ table แล้วเขียน none: \{reason: …\}", "ให้ลบแฟ้มตาราง แล้วเลือก “ไม่มี” พร้อมเหตุผล"),
    (
        r"ใส่ - หน้าแต่ละรายการ หรือใส่ \[ \] คร่อม แม้มีรายการเดียว ถ้าหมายความว่าไม่มี ให้ลบกุญแจนี้แล้วเพิ่ม none: กับเหตุผลใต้ family:",
        "กรอกทีละรายการ แม้มีรายการเดียว ถ้าหมายความว่าไม่มี ให้ลบรายการแล้วเลือก “ไม่มี” พร้อมเหตุผล",
    ),
    (r"เขียน \{none: ใช้งบดำเนินงาน ไม่มียอดแยก\}", "เลือก “ไม่มี” แล้วบอกเหตุผล เช่น ใช้งบดำเนินงาน ไม่มียอดแยก"),
    (r"เขียน period: ไตรมาส 3 - 4 หรือ period: \{chart: \[…\]\}", "พิมพ์ระยะเวลา เช่น ไตรมาส 3 - 4 หรือกรอกแผนภาพไตรมาส"),
    (r"ไม่ใช่ true หรือ false", "ไม่ใช่ ใช่ หรือ ไม่ใช่"),
    (r"เขียน true หรือ false", "เลือก ใช่ หรือ ไม่ใช่"),
    (r"เขียนเป็นรายการ หรือเขียน \{none: ไม่มี\}", "เพิ่มรายการ หรือเลือก “ไม่มี”"),
    (r"เขียน amount: ([\d,]+) หรือ none: ไม่ใช้งบประมาณ ใต้ budget", r"กรอกจำนวนเงิน เช่น \1 หรือเลือก “ไม่มี” เมื่อไม่ใช้งบประมาณ"),
    (r"ระบุแฟ้มใต้โฟลเดอร์ข้อมูล หรือระบุลิงก์", "แนบแฟ้มที่ท้ายแบบฟอร์ม หรือใส่ลิงก์"),
    (r"กล่าวครั้งเดียวใน absent: ของแฟ้ม YAML ด้วยรหัส \S+(?:, \S+)* พร้อมเหตุผล", "กล่าวครั้งเดียวใน “องค์ประกอบที่ไม่มีจริง” พร้อมเหตุผล"),
    (r"แก้ชื่อหลัง # ในแฟ้ม YAML", "แก้ชื่อแผ่นงานหลัง # ในช่องนี้"),
    (r"เปลี่ยนกุญแจ file เป็น link หรือดาวน์โหลดแฟ้มมาวางใน files/", "ย้ายไปใส่ในช่องลิงก์ หรือดาวน์โหลดแฟ้มมาแนบที่ท้ายแบบฟอร์ม"),
    (r"วางแฟ้มไว้ใต้ files/ หรือ", "แนบแฟ้มที่ท้ายแบบฟอร์ม หรือวาง"),
    (r"วางแฟ้มในโฟลเดอร์ files ของข้อมูล แล้วเขียนที่อยู่นับจากโฟลเดอร์ข้อมูล ใช้ / คั่น", "แนบแฟ้มที่ท้ายแบบฟอร์ม"),
    (r"ไม่ได้ขึ้นต้นด้วย files/ หรือออกนอกโฟลเดอร์ files/ ของข้อมูล", "ไม่ใช่แฟ้มในโฟลเดอร์หลักฐานของข้อมูล"),
    (r"เป็น file: ", "เป็น "),
    (r"เพิ่มผลใน results ด้วย measure ที่เป็นรหัสของมาตรการนี้", "เพิ่มผล แล้วเลือกมาตรการนี้"),
    (r"เพิ่ม en หรือ", "กรอกช่องภาษาอังกฤษ หรือ"),
    (r"เพิ่ม site_url: https://…", "กรอกที่อยู่จริงของเว็บไซต์ใน “ข้อมูลหน่วยงาน”"),
    (
        r"ใน checks\.yaml ที่ decisions โดยใส่ file(?::? (\S+)| \(ชื่อแฟ้มนี้\)) และ found(?:: ?| )",
        "ที่ “การตรวจที่ปิดหรือเปลี่ยน” ในสิ่งที่ตัดสินแล้วว่าเผยแพร่ได้ สิ่งที่พบคือ ",
    ),
    (r"หรือใส่ # หน้าบรรทัดนี้ไว้ก่อน", "หรือเว้นช่องนี้ไว้ก่อน"),
    (r"แล้วลบบรรทัดนี้ \(บรรทัดที่ขึ้นต้นด้วย # ยกมาจากปี\)", "แล้วกด “ตรวจแล้ว ยืนยันข้อมูลนี้”"),
    (r"อ่านทุกบรรทัด", "อ่านทุกช่อง"),
    (r"ดูสิ่งที่เปลี่ยนด้วย oit approve .*? แล้วบันทึกการอนุมัติด้วย --by", "ดูสิ่งที่เปลี่ยนและบันทึกการอนุมัติที่หน้า “อนุมัติ”"),
    (r"บันทึกด้วย oit approve .* --by \"ชื่อ ตำแหน่ง\"", "บันทึกที่หน้า “อนุมัติ”"),
    (r"คืนโฟลเดอร์ approvals/ จากสำเนา", "คืนโฟลเดอร์ของฉบับที่อนุมัติจากสำเนา"),
    (r"ใหม่ด้วย oit approve .*? --by", "ใหม่ที่หน้า “อนุมัติ”"),
    (r"ให้ oit approve เขียน", "ให้หน้า “อนุมัติ” เขียน"),
    (r"การแก้ approvals\.yaml", "การแก้"),
    (r"หรือด้วย oit approve --all --by \"ชื่อ ตำแหน่ง\"", ""),
    (r"ด้วย oit undo", "ที่หน้า “ประวัติและย้อนกลับ”"),
    (r"รหัสของทุกเรื่องอยู่ในหน้าคู่มือข้อมูลของเว็บไซต์ร่าง \(oit serve\)", "ดูชื่อทุกเรื่องในหน้าคู่มือข้อมูลของร่างเว็บไซต์"),
    (r"ดูรหัสทั้งหมดด้วย oit explain หรือ", "เลือกจากรายการ หรือ"),
    (r"ที่ oit new เขียนให้", "ของข้อนี้"),
    (r"หรือเพิ่มบัญชีเองใน profiles/\S+", "หรือให้ผู้ดูแลระบบเพิ่มบัญชี"),
    (r"ถ้ามีบัญชีใหม่ให้เพิ่มใน profiles/\S+", "ถ้ามีบัญชีใหม่ให้ผู้ดูแลระบบเพิ่ม"),
    (r"ย้ายแฟ้มข้อมูลขึ้นมาไว้ใน data/<ปี>/", "ย้ายแฟ้มข้อมูลขึ้นมาไว้ในโฟลเดอร์ของปี"),
    (r"แก้ below, at_most หรือ at_least ", "แก้คะแนนของกลุ่ม"),
    (r"เขียนชื่ออย่างเดียว เช่น proc_items\.csv; โฟลเดอร์คั่นด้วย /", "ใส่เพียงชื่อแฟ้ม"),
)
_PATTERNS = tuple((re.compile(before), after) for before, after in _WHOLE)
_RESULT = re.compile(r"\bita/(\d{4})\.yaml")
_DATA_FILE = re.compile(rf"(?:(ใน|ของ) ?)?\b({'|'.join(map(re.escape, _FORMS))})")
_KEY = re.compile(rf"(?<![\w./:@“-])({'|'.join(sorted(_BOXES, key=len, reverse=True))}):?(?![\w./@-])")


def message(fault: Diagnostic, language: str) -> str:
    """What is wrong, as one sentence."""
    return _said(fault.message(language), language, _of_data(fault))


def hint(fault: Diagnostic, language: str) -> str:
    """What to do about it."""
    return _said(fault.hint(language), language, _of_data(fault))


def _of_data(fault: Diagnostic) -> tuple[str, ...]:
    """What a sentence quotes of the data, which stays as it was typed."""
    return tuple(sorted({one for one in fault.facts.values() if len(one) > 1}, key=len, reverse=True))


@lru_cache(1024)
def _said(text: str, language: str, quoted: tuple[str, ...]) -> str:
    if language != "th":
        return text
    for pattern, after in _PATTERNS:
        text = pattern.sub(after, text)
    text = _RESULT.sub(r"“ผลการประเมิน ITA ปี \1”", text)  # first: its year is quoted of the data
    kept, text = _set_aside(text, quoted)
    text = _DATA_FILE.sub(lambda found: f"{found[1] or ''} “{_FORMS[found[2]]}”".strip(), text)
    text = _KEY.sub(lambda found: f"“{_BOXES[found[1]]}”", text)
    for number, one in enumerate(kept):
        text = text.replace(f"\0{number}\0", one)
    return " ".join(text.split())


def _set_aside(text: str, quoted: Iterable[str]) -> tuple[list[str], str]:
    kept: list[str] = []
    for one in quoted:
        if one in text and not _KEY.fullmatch(one) and not _DATA_FILE.fullmatch(one):
            text = text.replace(one, f"\0{len(kept)}\0")
            kept.append(one)
    return kept, text
