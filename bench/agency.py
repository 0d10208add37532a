"""An invented agency with as many item pages as wanted; the same bytes for the same number of pages.

A year asks for fifty items, each answered by one disclosure of 240 table cells: a report on measures of
40 rows × 6 columns, and 49 lists of documents of 80 rows × 3 columns.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.families import FAMILIES
from generator.models.disclosure import Disclosure

ROOT = Path(__file__).resolve().parent.parent
FIRST_YEAR = 2500
ITEMS_A_YEAR = 50
CELLS = 240
REPORT = "measures_report"

_BASE = set(Disclosure.model_fields)
_FAMILIES = [
    REPORT,
    *(
        family.id
        for family in sorted(FAMILIES.values(), key=lambda family: family.template is not None)
        if family.id != REPORT
        and not any(info.is_required() for name, info in family.model.model_fields.items() if name not in _BASE)
    ),
][:ITEMS_A_YEAR]
"""What the fifty items of every year ask for: families that a list of documents answers, and the report."""

_ACTS = ("จัดซื้อ", "จัดจ้าง", "เช่า", "ซ่อมบำรุง", "ตรวจรับ", "เผยแพร่แผน", "ประกาศผล", "รายงานความก้าวหน้า")
_THINGS = ("วัสดุสำนักงาน", "ระบบคอมพิวเตอร์", "ครุภัณฑ์ยานพาหนะ", "บริการรักษาความปลอดภัย", "สื่อประชาสัมพันธ์", "หลักสูตรอบรมบุคลากร")
_PLACES = ("ส่วนกลาง", "สำนักงานภาคเหนือ", "สำนักงานภาคใต้", "ศูนย์บริการประชาชน", "กองคลัง", "กลุ่มตรวจสอบภายใน")
_MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
_UNITS = 12

_AGENCY = """\
name: สำนักงานตัวอย่างเพื่อวัดความเร็ว
short_name: สนง.ตัวอย่าง
profile: bench
languages: [th]
sample: true
about: หน่วยงานสมมติ มีไว้วัดเวลาที่ใช้สร้างเว็บไซต์
"""


def project(folder: Path, pages: int) -> None:
    """Write a whole project with ``pages`` item pages, so that nothing is written into the repository."""
    for part in ("theme", "content"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    _data(folder / "data", pages)


def years(pages: int) -> range:
    """The years that ``pages`` item pages are of."""
    if pages % ITEMS_A_YEAR or pages < ITEMS_A_YEAR:
        raise SystemExit(f"the number of pages must be a multiple of {ITEMS_A_YEAR}: {pages}")
    return range(FIRST_YEAR, FIRST_YEAR + pages // ITEMS_A_YEAR)


def _data(folder: Path, pages: int) -> None:
    _put(folder / "agency.yaml", _AGENCY)
    units = "".join(f"- id: u{number}\n  abbreviation: กอง {number}\n" for number in range(1, _UNITS + 1))
    _put(folder / "units.yaml", f"units:\n{units}")
    for year in years(pages):
        _put(folder / f"profiles/bench/{year}.yaml", _catalogue(year))
        for number, family in enumerate(_FAMILIES):
            _put(folder / f"{year}/{family}.yaml", _disclosure(year, number, family))


def disclosure(folder: Path, year: int) -> tuple[Path, str]:
    """The file of one disclosure of a year, and the address of its page below the site's root."""
    return folder / f"data/{year}/{_FAMILIES[1]}.yaml", f"{year}/o2/"


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _catalogue(year: int) -> str:
    items = "".join(
        f'- code: O{number}\n  sub_indicator: "{9 + number // 26}.{number % 5 + 1}"\n'
        f"  title: รายการที่ {number} ของปี {year}\n  families: [{family}]\n"
        for number, family in enumerate(_FAMILIES, start=1)
    )
    return f"profile: bench\nyear: {year}\nsource: บัญชีสมมติ\nitems:\n{items}"


def _disclosure(year: int, number: int, family: str) -> str:
    chance = random.Random(f"{year}/{family}")
    rows = _report_rows(year, chance) if family == REPORT else _document_rows(year, number, chance)
    return (
        f"family: {family}\nassessed_year: {year}\ndata_year: {year - 1}\n"
        f"title: {_sentence(chance)}\nsummary: {_sentence(chance)} และ{_sentence(chance)}\n"
        f"published: {_day(year, chance)}\nowner: u{chance.randint(1, _UNITS)}\n" + "".join(rows)
    )


def _document_rows(year: int, number: int, chance: random.Random) -> Iterator[str]:
    yield "evidence:\n"
    for row in range(1, CELLS // 3 + 1):
        first = chance.randint(1, 90)
        yield (
            f"- title: {_sentence(chance)}\n  link: https://www.example.go.th/{year}/{number}/{row}.pdf\n"
            f"  date: {_day(year, chance)}\n  pages: หน้า {first}–{first + chance.randint(1, 9)}\n"
        )


def _report_rows(year: int, chance: random.Random) -> Iterator[str]:
    rows = range(1, CELLS // 6 + 1)
    yield "measures:\n"
    for row in rows:
        yield (
            f"- id: m-{year}-{row}\n  number: {row}\n  title: {_sentence(chance)}\n  indicators: [{row % 10 + 1}]\n"
            f"  steps: [{_sentence(chance)}]\n  period: ไตรมาส {chance.randint(1, 4)}\n"
            f"  owners: [u{chance.randint(1, _UNITS)}]\n"
        )
    yield "results:\n"
    for row in rows:
        yield f"- measure: m-{year}-{row}\n  done: [{_sentence(chance)}]\n  outcomes: [{_sentence(chance)}]\n"


def _sentence(chance: random.Random) -> str:
    return (
        f"{chance.choice(_ACTS)}{chance.choice(_THINGS)} {chance.choice(_PLACES)} "
        f"ครั้งที่ {chance.randint(1, 40)} วงเงิน {chance.randint(1, 9_999) * 250} บาท"
    )


def _day(year: int, chance: random.Random) -> str:
    return f"{chance.randint(1, 28)} {chance.choice(_MONTHS)} {year - 1}"
