"""Checking and publishing a procurement table of 100,000 rows, beside ``frictionless validate`` of the same CSV.

frictionless is asked to check what we check of single cells: types, needed values, patterns, ranges, a unique
contract number. It is not a part of this project: it is installed into a venv that is thrown away, or ``--frictionless``
names one that is there. ``oit check`` adds up by method, month, status and unit at the same time.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import xlsxwriter

from generator.blocks.procurement import ITEMS
from generator.blocks.procurement_columns import METHODS

ROOT = Path(__file__).resolve().parent.parent
YEAR = 2568
KEYS = (
    "fiscal_year", "agency", "district", "province", "ministry", "agency_type", "unit", "job", "budget",
    "source_of_budget", "status", "method", "median_price", "agreed_price", "winner", "egp_number",
    "contract_number", "contract_date",
)  # fmt: skip


@dataclass(frozen=True)
class Run:
    """What one whole process took; peak is the greatest resident memory in MB."""

    wall: float
    cpu: float
    peak: float


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="oit-bench-") as name:
        folder = Path(name)
        frictionless = options.frictionless or _install(folder / "venv")
        write_agency(folder / "data")
        table = folder / "data" / str(YEAR) / "proc_items.csv"
        write_table(table, options.rows)
        schema = folder / "schema.json"
        schema.write_text(json.dumps(_schema(), ensure_ascii=False), "utf-8")
        rows, size = f"{options.rows:,} rows", table.stat().st_size / 1e6
        print(f"{rows} × {len(KEYS)} columns, {size:.1f} MB of CSV\n", flush=True)
        ours, theirs = [], []
        for _ in range(options.runs):
            ours.append(_oit("check", folder))
            theirs.append(
                _run([frictionless, "validate", "--trusted", "--schema", str(schema), str(table)], folder / "log")
            )
        _line("oit check", ours)
        _line("frictionless validate", theirs)
        ratios = [a.wall / b.wall for a, b in zip(ours, theirs, strict=True)]
        print(f"ratio of wall time, pair by pair: {min(ratios):.2f}–{max(ratios):.2f}\n", flush=True)
        _line("oit build (CSV and XLSX written)", [_oit("build", folder)])
        _as_workbook(table)
        _line("oit check of the same rows as XLSX", [_oit("check", folder) for _ in range(options.runs)])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000, help="rows of the table")
    parser.add_argument("--runs", type=int, default=3, help="pairs of runs")
    parser.add_argument("--frictionless", help="the frictionless command; installed for this run unless given")
    return parser.parse_args()


def _install(folder: Path) -> str:
    venv.create(folder, with_pip=True)
    subprocess.run([folder / "bin" / "pip", "install", "--quiet", "frictionless"], check=True)
    return str(folder / "bin" / "frictionless")


def write_agency(data: Path) -> None:
    """An agency with nothing but this one table."""
    (data / str(YEAR)).mkdir(parents=True)
    (data / "agency.yaml").write_text("name: ตัวอย่าง\nshort_name: ตย.\nsite_url: https://www.agency.go.th/\n", "utf-8")
    (data / str(YEAR) / "proc_items.yaml").write_text(
        f"family: proc_items\nassessed_year: {YEAR}\ndata_year: {YEAR}\ntable: proc_items.csv\n", "utf-8"
    )


def write_table(path: Path, rows: int) -> None:
    """Plausible jobs; the same bytes for the same number."""
    chance = random.Random(YEAR)
    units = [f"กองตัวอย่างที่ {number}" for number in range(1, 13)]
    statuses = ["สิ้นสุดระยะสัญญา", "อยู่ระหว่างระยะสัญญา"]
    methods = [method.name.th for method in METHODS]
    first = datetime.date(YEAR - 544, 10, 1)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow([ITEMS.column(key).header for key in KEYS])
        for number in range(1, rows + 1):
            day = first + datetime.timedelta(chance.randrange(365))
            budget = chance.randrange(5_000, 5_000_000)
            be = day.year + 543
            out.writerow([
                YEAR, "สำนักงานตัวอย่าง", "เขตตัวอย่าง", "กรุงเทพมหานคร", "กระทรวงตัวอย่าง", "ส่วนราชการ", chance.choice(units),
                f"จ้างบำรุงรักษาระบบทะเบียนชุดข้อมูลเปิดสำหรับศูนย์บริการประชาชน แห่งที่ {number}", f"{budget}.00",
                "พ.ร.บ. งบประมาณรายจ่าย", chance.choice(statuses), chance.choice(methods), f"{budget * 0.97:.2f}",
                f"{budget * 0.94:.2f}", f"บริษัท ตัวอย่าง {chance.randrange(400)} จำกัด",
                f"{be % 100}{day.month:02}9{number:06}", f"จ {number}/{YEAR}", f"{day.day:02}/{day.month:02}/{be}",
            ])  # fmt: skip


def _schema() -> dict[str, object]:
    """What our columns ask of single cells, in the words of Table Schema."""
    amount = {"type": "number", "constraints": {"required": True, "minimum": 0}}
    kinds = {
        "amount": amount,
        "year": {"type": "integer", "constraints": {"required": True, "enum": [YEAR]}},
        "egp": {"type": "string", "constraints": {"required": True, "pattern": r"\d{2}(0[1-9]|1[0-2])\d{7}"}},
        "date": {"type": "string", "constraints": {"pattern": r"\d{2}/\d{2}/\d{4}"}},
        "choice": {"type": "string", "constraints": {"required": True, "enum": [one.name.th for one in METHODS]}},
        "text": {"type": "string"},
    }
    fields = []
    for key in KEYS:
        column = ITEMS.column(key)
        field = json.loads(json.dumps({"name": column.header, **kinds[column.kind]}))
        if key == "contract_number":
            field["constraints"] = {"unique": True}
        elif column.kind == "text" and column.blank == "refused":
            field["constraints"] = {"required": True}
        fields.append(field)
    return {"fields": fields}


def _as_workbook(table: Path) -> None:
    """The same rows as an officer's workbook, with real numbers."""
    book = xlsxwriter.Workbook(str(table.with_suffix(".xlsx")), {"constant_memory": True})
    sheet = book.add_worksheet()
    amounts = {number for number, key in enumerate(KEYS) if ITEMS.column(key).kind == "amount"}
    with table.open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.reader(file)):
            for number, cell in enumerate(row):
                if line and number in amounts:
                    sheet.write_number(line, number, float(cell))
                else:
                    sheet.write_string(line, number, cell)
    book.close()
    disclosure = table.with_suffix(".yaml")
    disclosure.write_text(disclosure.read_text("utf-8").replace(".csv", ".xlsx"), "utf-8")


def _oit(command: str, folder: Path) -> Run:
    arguments = [
        sys.executable,
        "-m",
        "generator",
        command,
        "--no-cache",
        "--data",
        str(folder / "data"),
        "--project",
        str(ROOT),
    ]
    return _run([*arguments, *(["--site", str(folder / "site")] if command == "build" else [])], folder / "log")


def _run(command: list[str], log: Path) -> Run:
    start = perf_counter()
    with log.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT, cwd=ROOT)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = perf_counter() - start
    if process.returncode:
        raise SystemExit(f"{command[0]} failed:\n{log.read_text('utf-8', 'replace')[-3000:]}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _line(name: str, runs: list[Run]) -> None:
    wall, cpu, peak = (median(getattr(run, key) for run in runs) for key in ("wall", "cpu", "peak"))
    print(
        f"{name:36} wall {wall:6.1f} s   CPU {cpu:6.1f} s   peak {peak:6.0f} MB   (median of {len(runs)})", flush=True
    )


if __name__ == "__main__":
    main()
