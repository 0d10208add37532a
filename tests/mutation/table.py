"""What came of the mutants → the page that is published, for officers and engineers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic
from tests.mutation.measure import Tried, summary

TABLE = Path(__file__).parent.parent.parent / "docs" / "mutation.md"

THAI = {
    "Figures of the ITA": "ตัวเลขผล ITA",
    "Claims about figures": "คำกล่าวเกี่ยวกับตัวเลข",
    "Days, periods and years": "วัน ช่วงเวลา และปี",
    "Codes and references": "รหัสและการอ้างถึง",
    "Slips of writing YAML": "การพิมพ์แฟ้มข้อมูลผิด",
    "Amounts and counts": "จำนวนเงินและจำนวนนับ",
    "What is left out": "สิ่งที่ขาดไป",
    "Evidence and links": "เอกสารหลักฐานและลิงก์",
    "Letters and persons": "ตัวอักษรและข้อมูลส่วนบุคคล",
    "Procurement tables": "ตารางจัดซื้อจัดจ้าง",
    "Table of owners": "ตารางผู้รับผิดชอบ",
    "Writing of two meanings": "การเขียนที่มีสองความหมาย",
    "Other ways to write": "วิธีเขียนอื่นที่มีความหมายเดียว ต้องไม่เตือน",
    "No faults": "สิ่งที่ไม่ผิด ต้องไม่เตือน",
}
"""Groups as officers call them."""
HEAD = """\
# What the checks find

ข้อมูลตัวอย่างใน `data/` ไม่มีข้อผิดเลย จึงใช้วัดได้ว่าตัวตรวจ (`oit check`) ดีเพียงใด: ให้เครื่องแก้ข้อมูลทีละจุดให้ผิด แล้วดูว่าตัวตรวจบอก
ตรงแฟ้มและบรรทัดหรือไม่ และแก้ทีละจุดโดยไม่ให้ผิด แล้วดูว่าตัวตรวจเงียบหรือไม่ ตารางข้างล่างบอกทุกแบบที่ลอง พร้อมตัวอย่างหนึ่งจุดและคำที่
ตัวตรวจพูด

The sample in `data/` is clean: no error, no warning, no advice. One thing at a time is changed in it by machine, and what
`oit check` says of it is compared with what it has to say, at its file and line; changes that are no faults have to stay
silent. Places are drawn by the name of the change, the same every time. Written by `python -m tests.mutation`; how a kind
of change is added stands in CONTRIBUTING.md.
"""
_LONGEST = 110


def as_markdown(tried: Mapping[str, Sequence[Tried]]) -> str:
    """The page: sums, a table a group with a row a kind, and every mutant that was missed or told for nothing."""
    every = [one for group in tried.values() for one in group]
    sums = summary(every)
    lines = [
        HEAD,
        "| | |",
        "|---|---:|",
        f"| kinds of change (แบบที่ลอง) | {sums['kinds']} |",
        f"| mutants that are faults (จุดที่ทำให้ผิด) | {sums['matter']:,} |",
        f"| **found at their place (บอกถูกที่)** | **{sums['found']:,} = {sums['share']:.2%}** |",
        f"| messages for each (จำนวนข้อความต่อจุด), median | {sums['messages']} |",
        f"| changes that are no faults (จุดที่แก้แต่ไม่ผิด) | {sums['harmless']:,} |",
        f"| **told for nothing (เตือนเปล่า)** | **{sums['alarms']}** |",
        "",
    ]
    for name, of_group in tried.items():
        lines += [f"## {name} · {THAI[name]}", ""]
        lines += _faults(of_group) if any(one.kind.matters for one in of_group) else _harmless(of_group)
        lines.append("")
    lines += _missed(every)
    return "\n".join(lines).rstrip("\n") + "\n"


def _faults(tried: Sequence[Tried]) -> list[str]:
    rows = ["| change | found | for example | what is said |", "|---|---:|---|---|"]
    for one in tried:
        example, said = one.example or ("", "")
        rows.append(f"| {one.kind.name} | {one.found} of {one.mutants} | {_cell(example)} | {_cell(said)} |")
    return rows


def _harmless(tried: Sequence[Tried]) -> list[str]:
    rows = ["| change | silent | for example |", "|---|---:|---|"]
    for one in tried:
        silent = one.mutants - len(one.alarms)
        rows.append(f"| {one.kind.name} | {silent} of {one.mutants} | {_cell(one.example[0] if one.example else '')} |")
    return rows


def _missed(every: Sequence[Tried]) -> list[str]:
    """Every mutant that was not found, with why, and every one told for nothing."""
    lines = ["## Not found · ที่ยังหาไม่พบ", ""]
    for one in every:
        for mutant, told in one.missed:
            why = one.kind.missed or "not known why"
            lines.append(f"- {one.kind.name}: {_cell(mutant.says)} — {_told(told)}; {why}")
    lines += ["", "## Told for nothing · เตือนเปล่า", ""] if any(one.alarms for one in every) else []
    for one in every:
        lines += [f"- {one.kind.name}: {_cell(mutant.says)} — {_told(told)}" for mutant, told in one.alarms]
    return lines if len(lines) > 2 else []


def _told(told: Sequence[Diagnostic]) -> str:
    return ", ".join(f"`{one.code}` at {one.file}:{one.line}" for one in told[:3]) or "silent"


def _cell(text: str) -> str:
    """A text as one cell of a table: on one line, nothing in it that Markdown would take for its own."""
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    shown = "".join(
        f"U+{ord(letter):04X}" if not letter.isprintable() and letter != "\n" else letter for letter in short
    )
    for mark in "\\`*_[]<>|#":
        shown = shown.replace(mark, f"\\{mark}")
    return shown.replace("\n", " ⏎ ")
