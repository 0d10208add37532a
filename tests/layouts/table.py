"""What came of the layouts → the page that is published, for officers and engineers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.layouts.faults import FAULTS
from tests.layouts.layouts import VIEWERS
from tests.layouts.measure import Tried

TABLE = Path(__file__).parent.parent.parent / "docs" / "audit.md"
ITEMS = 28
HEAD = """\
# What the audit finds

หน้ารวมรายการ OIT ของหน่วยงานต่าง ๆ ไม่มีสองแห่งที่เหมือนกัน ตารางนี้วัดว่า `oit audit` อ่านหน้าแต่ละแบบถูกเพียงใด: สร้างเว็บไซต์ 28 ข้อทีละแบบ
ใส่สิ่งที่ผิดทีละอย่างที่ข้อหนึ่ง แล้วดูว่าบอกถูกข้อหรือไม่ และไม่ใส่อะไรเลยแล้วดูว่าเงียบหรือไม่

No two agencies list their items alike. Sites of 28 items are made in every layout that was met; one fault at a time is
planted at one item, and what `oit audit` says is compared with what it has to say of that item; all else that it says is a
false alarm. Written by `python -m tests.layouts` (`make layouts`); a layout is a function in `tests/layouts/layouts.py`, a
fault a line in `tests/layouts/faults.py`.
"""


def as_markdown(tried: Mapping[str, Sequence[Tried]]) -> str:
    """The page: sums, a row a layout and viewer, a row a fault, and every one that was missed or said for nothing."""
    every = [one for of_layout in tried.values() for one in of_layout]
    planted = [one for one in every if is_planted(one)]
    found = sum(one.is_found for one in planted)
    alarms = sum(len(one.alarms) for one in every)
    lines = [
        HEAD,
        "| | |",
        "|---|---:|",
        f"| layouts and ways to show a file (แบบของหน้า) | {len(tried)} |",
        f"| planted faults (สิ่งผิดที่ใส่) | {len(planted):,} |",
        f"| **found at their item (บอกถูกข้อ)** | **{found:,} = {found / len(planted):.2%}** |",
        f"| items judged (ข้อที่ตรวจทั้งหมด) | {len(every) * ITEMS:,} |",
        f"| **false alarms (เตือนเปล่า)** | **{alarms} = {alarms / (len(every) * ITEMS):.3%} of items** |",
        "",
    ]
    layouts = {name: of for name, of in tried.items() if name not in VIEWERS}
    viewers = {name: of for name, of in tried.items() if name in VIEWERS}
    lines += _rows("Layouts of the list · แบบของหน้ารวม", layouts) + _rows("Ways to show a file · วิธีแสดงแฟ้ม", viewers)
    kinds = {name: [one for one in every if one.fault == name] for name in dict.fromkeys(one.fault for one in every)}
    lines += _rows("Faults · สิ่งที่ผิด", kinds)
    lines += ["## Missed, or said for nothing · ที่พลาด", ""]
    missed = [f"- {one.layout}: {one.fault}, {one.item}: not found" for one in planted if not one.is_found]
    missed += [f"- {one.layout}: {one.fault}, {one.item}: {alarm}" for one in every for alarm in one.alarms]
    return "\n".join([*lines, *(missed or ["None."])]) + "\n"


def is_planted(one: Tried) -> bool:
    """Whether something had to be said."""
    return one.fault == "the file is damaged" or (one.fault in FAULTS and bool(FAULTS[one.fault].code))


def _rows(title: str, groups: Mapping[str, Sequence[Tried]]) -> list[str]:
    lines = [f"## {title}", "", "| | found | false alarms |", "|---|---:|---:|"]
    for name, tried in groups.items():
        planted = [one for one in tried if is_planted(one)]
        found = f"{sum(one.is_found for one in planted)} of {len(planted)}" if planted else "–"
        lines.append(f"| {name} | {found} | {sum(len(one.alarms) for one in tried)} |")
    return [*lines, ""]
