"""What is written in other words than a strict reader knows, where it has one meaning all the same.

The one owner of such readings: data files and tables read figures, days and choices through the functions here.
Nothing guesses: what could mean two things is given back as it is, so that the strict reader refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.writing.baht import baht_of_words
from generator.writing.figures import fold_digits, parse_figure
from generator.writing.letters import BULLETS

DASHES = frozenset(("-", "–", "—", "−", "‐", "--", "---", "- -"))
"""What stands in a cell that nobody filled in."""
NONE = DASHES | {"ไม่มี", "-ไม่มี-", "- ไม่มี -"}
"""What says in the place of a value that there is none."""
_SAYS_NONE = re.compile(
    r"[- ]*ไม่(?:มี|ต้องมี|ได้กำหนด|ต้องกำหนด|ได้จัดทำ|ต้องจัดทำ)(?:การ)?(?:กำหนด)?(?:ราคากลาง|เลขที่(?:โครงการ|สัญญา)?|สัญญา|ข้อมูล)?[- ]*|n\.?/?a\.?",
    re.IGNORECASE,
)


_STATES_NONE = re.compile(r"(?:- ?)?ไม่มี[^\n]*")
_IS_FILE = re.compile(r"\.(?:csv|xlsx?)\s*(?:#.*)?$", re.IGNORECASE)


def states_none(value: object) -> bool:
    """Whether a value is a text that states that there is none, ``ไม่มีเรื่องร้องเรียน``, and no list and no name of a file."""
    if not isinstance(value, str) or _IS_FILE.search(value):
        return False
    return _STATES_NONE.fullmatch(bare(value.strip())) is not None


def says_none(text: str) -> bool:
    """Whether a text states of a value that there is none: ``-``, ``ไม่มี``, ``ไม่ต้องมีราคากลาง``; ``ไม่ระบุ`` does not."""
    return text in NONE or _SAYS_NONE.fullmatch(text) is not None


# --- around any value ---------------------------------------------------------------------------------------------

_QUOTES = {"“": "”„“", "”": "”“", "„": "“”", "‘": "’", "’": "’", "«": "»", "‚": "‘’"}
"""What Word makes of a quotation mark at the beginning of a value, and what it may be closed with."""
_ANY_QUOTE = re.compile("[“”„‘’«»‚]")
MAY_BE_DRESSED = re.compile(f"(?:^|\n)[{BULLETS}{''.join(_QUOTES)}]")
"""A quick look at many values, each behind a line break: where it finds nothing, :func:`bare` changes none of them."""


def bare(text: str) -> str:
    """A value without the bullet before it and the one pair of Word's quotation marks around it."""
    if text and text[0] in BULLETS:
        text = text.lstrip(BULLETS).lstrip()
    if len(text) > 2 and text[-1] in _QUOTES.get(text[0], "") and not _ANY_QUOTE.search(text, 1, len(text) - 1):
        text = text[1:-1].strip()
    return text


def entries(text: str) -> list[str]:
    """The entries of a list that was pasted as one text: lines that begin with a bullet each; else the text alone."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and all(line[0] in BULLETS for line in lines):
        return [bare(line) for line in lines]
    return [text]


# --- figures ------------------------------------------------------------------------------------------------------

_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?:\.\d+)?")
_BEFORE_AMOUNT = re.compile(
    r"^(?:(?:รวม)?(?:เป็น(?:จำนวน)?เงิน|จำนวนเงิน|จำนวน|วงเงิน|งบประมาณ|ราคา|รวม)(?:ทั้งสิ้น)?\s*(?=[\d฿]))?\s*฿?\s*"
)
_BEHIND_AMOUNT = re.compile(
    r"\s*(?:(?:[.,]?[-–]\.?|=)\s*)?(?:บาท\s*(?:ถ้วน)?|บ\.|baht|thb|฿)?\s*(?:\.?[-–])?\s*\*{0,3}$", re.IGNORECASE
)
_MILLIONS = re.compile(r"(\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?)\s*(ล้าน|แสน|หมื่น|พัน)\s*บาท(?:\s*ถ้วน)?")
_TIMES = {"ล้าน": 1_000_000, "แสน": 100_000, "หมื่น": 10_000, "พัน": 1_000}


_IN_BRACKETS = re.compile(r"([^()]*\d[^()]*)\(([^()]+)\)\s*")
_LAST_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")
_WITH_TAX = re.compile(
    r"(?:ราคา(?:นี้)?)?(?:ไม่)?รวม(?:ค่า)?\s*(?:ภาษี(?:มูลค่าเพิ่ม)?|vat)(?:\s*\d+\s*%)?\s*(?:แล้ว)?", re.IGNORECASE
)
_TAX_BEHIND = re.compile(rf"(?<=[\d\-–.ทนบ])\s*{_WITH_TAX.pattern}\s*$", re.IGNORECASE)


def _is_figure(digits: str, figure: Decimal) -> bool:
    try:
        return parse_figure(digits) == figure
    except ValueError:
        return False


def parted_aside(text: str) -> tuple[str, str]:
    """What stands before the end of a text that only says an amount again in words or tells of its tax, and that end.

    ``12,500 บาท (หนึ่งหมื่นสองพันห้าร้อยบาทถ้วน)`` is ``12,500 บาท``; the end is empty where there is none.
    """
    if found := _TAX_BEHIND.search(text):
        return text[: found.start()], found[0].strip()
    found = _LAST_BRACKETS.search(text)
    if found and (_WITH_TAX.fullmatch(found[1].strip()) or baht_of_words(found[1]) is not None):
        return text[: found.start()].rstrip(), found[1]
    return text, ""


def plain_amount(text: str) -> str:
    """``12,500.- บาท``, ``฿12,500``, ``12 500`` and ``1.5 ล้านบาท`` as digits alone; another text as it is.

    So are amounts in words, alone or in brackets behind the same amount in digits, and those that tell of their tax.
    """
    folded = fold_digits(bare(text.strip())).strip()
    if (words := baht_of_words(folded)) is not None:
        return f"{words:f}"
    if found := _TAX_BEHIND.search(folded):
        return plain_amount(folded[: found.start()])
    if found := _IN_BRACKETS.fullmatch(folded):
        amount, said = plain_amount(found[1].strip()), baht_of_words(found[2])
        is_same = said is not None and _is_figure(amount, said)
        return amount if is_same or _WITH_TAX.fullmatch(found[2].strip()) else folded
    without = _BEFORE_AMOUNT.sub("", folded, count=1)
    if found := _MILLIONS.fullmatch(without):
        whole = Decimal(found[1].replace(",", "")) * _TIMES[found[2]]
        return f"{whole.normalize():f}"
    without = _BEHIND_AMOUNT.sub("", without, count=1)
    if _SPACED.fullmatch(without):
        without = without.replace(" ", "")
    return without if without[:1].isdigit() else folded


_COUNTED = (
    "คน|ราย|นาย|ท่าน|อัตรา|ตำแหน่ง|รูป|เรื่อง|ครั้ง|รอบ|โครงการ|กิจกรรม|หลักสูตร|รุ่น|ฉบับ|เล่ม|ชุด|แผ่น|หน้า|ข้อ|ด้าน|ประเด็น|มาตรการ|ขั้นตอน"
    "|หน่วยงาน|หน่วย|แห่ง|กลุ่ม|กอง|สำนัก|ศูนย์|ช่องทาง|ระบบ|บริการ|ชิ้น|เครื่อง|คัน|ตัว|อัน|หลัง|ลำ|ชื่อ|รายการ|สัญญา|คำขอ|คำร้อง|คะแนน|เดือน|ปี|วัน"
    "|ชั่วโมง|นาที|people|persons|person|times|items|points"
)
_BEFORE_COUNT = re.compile(r"^(?:จำนวน|รวม|ทั้งหมด|ทั้งสิ้น|ร้อยละ|คะแนน|ได้)\s*(?=[\d+\-−–])")
_LEVEL = "(?:น้อย|ต่ำ|ปานกลาง|มาก|สูง|พอใช้|ดี)(?:มาก|ที่สุด)?"
_BEHIND_COUNT = re.compile(rf"\s*(?:%|％|{_COUNTED}|\(\s*(?:{_COUNTED}|{_LEVEL})\s*\))$")


def plain_figure(text: str) -> str:
    """``๖๐ คน``, ``ร้อยละ 85.20``, ``85.20 คะแนน``, ``4 (สูง)`` and every amount as digits alone; another text as it is."""
    folded = fold_digits(bare(text.strip())).strip()
    without = _BEHIND_COUNT.sub("", _BEFORE_COUNT.sub("", folded, count=1), count=1)
    return without if without != folded else plain_amount(text)


_NEVER = frozenset(("ไม่เกิด", "ไม่เกิดขึ้น", "ไม่เคยเกิด", "ไม่พบ", "ไม่ปรากฏ", "ไม่มีเรื่อง", "ไม่มีผู้รับบริการ"))


def plain_count(text: str) -> str:
    """As :func:`plain_figure`, of a number of things that were counted: ``ไม่พบ`` and ``ไม่เกิด`` are none of them."""
    return "0" if bare(text.strip()) in _NEVER else plain_figure(text)


# --- days and years -----------------------------------------------------------------------------------------------

_BEFORE_DAY = re.compile(
    r"^(?:ประกาศ|ลงนาม)?(?:เมื่อ)?\s*(?:ลว\s*\.?|ลงวันที่|ลงนามวันที่|สั่ง\s*ณ\s*วันที่|ณ\s*วันที่|วันที่|วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)?(?:ที่)?)"
    r"\s*[:.]?\s*(?=\d)"
)
_TIME = re.compile(r"\s+(?:เวลา\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:น\.?)?$")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{2,4})")
_WORDED = re.compile(r"(\d{1,2})\s*[-/]\s*([ก-๙A-Za-z.]+)\s*[-/]\s*(\d{2,4})")


def plain_day(text: str) -> str:
    """A day as :func:`~generator.writing.dates.parse_date` reads it: ``05-10-2565``, ``5-ต.ค.-65``, ``ลว. 5 ต.ค. 65``."""
    without = _TIME.sub("", _BEFORE_DAY.sub("", fold_digits(bare(text.strip())).strip(), count=1), count=1)
    without = re.sub(r"(?<=\d)\s*[.,]$", "", without)
    if found := _YEAR_FIRST.fullmatch(without):
        return "-".join(found.groups())
    if found := _DAY_FIRST.fullmatch(without):
        return "/".join(found.groups())
    if found := _WORDED.fullmatch(without):
        return " ".join(found.groups())
    return without


_BEFORE_YEAR = re.compile(r"^(?:ประจำ)?(?:ปีงบ(?:ประมาณ|ฯ)?|ปี)\s*(?=\d|พ\.?\s*ศ)")


def plain_year(text: str) -> str:
    """``ปีงบประมาณ พ.ศ. 2568`` as :func:`~generator.writing.dates.parse_year` reads it."""
    return _BEFORE_YEAR.sub("", fold_digits(bare(text.strip())).strip(), count=1)


# --- choices and names --------------------------------------------------------------------------------------------

_AROUND_CHOICE = re.compile(
    r"^(?:โดย|ด้วย|ใช้|ตาม)+|(?:ตาม|แห่ง)?(?:พ\.?ร\.?บ|พระราชบัญญัติ|ระเบียบ|กฎกระทรวง|มาตรา|ม\.\s*\d|วงเงินไม่เกิน).*$"
)


def plain_choice(text: str) -> str:
    """``โดยวิธีเฉพาะเจาะจงฯ มาตรา 56 (2)(ข)`` without the law that it is by."""
    return _AROUND_CHOICE.sub("", bare(text.replace("ฯ", " ").strip())).strip()


def name_key(name: str) -> str:
    """Names of keys and choices that differ only in how they are written have one key: ``As-Of`` and ``as_of``."""
    return "".join(letter for letter in name.casefold() if letter not in "_- .\u00a0")


def other_numbers(key: str) -> Iterator[str]:
    """An English noun in the singular and in the plural: ``phone`` and ``phones``, as :func:`name_key` gives it."""
    yield key
    yield f"{key}s"
    yield f"{key}es"
    if key.endswith("s"):
        yield key[:-1]
    if key.endswith("es"):
        yield key[:-2]
    if key.endswith("y"):
        yield f"{key[:-1]}ies"
    if key.endswith("ies"):
        yield f"{key[:-3]}y"
