"""How long a check takes: of the complete sample, of ten years of it with 100,000 procurement rows, of one change.

The ten years are the sample's last year written ten times with its dates moved, so that the ratio of the two tells
whether the time grows with the data or faster.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.procurement import write_table
from generator.cache.cache import Cache
from generator.cache.store import Store
from generator.models import catalogue
from generator.project import Project
from generator.reading import Reading

ROOT = Path(__file__).resolve().parent.parent
LAST = 2569
YEARS = range(2560, 2570)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rows", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="oit-bench-") as name:
        sample, large = Path(name) / "sample", Path(name) / "large"
        copy_sample(sample)
        write_ten_years(large, options.rows)
        for label, data in (("complete sample", sample), (f"ten years and {options.rows:,} rows", large)):
            count = sum(path.suffix == ".yaml" for path in data.rglob("*"))
            whole = median(_command(data) for _ in range(options.runs))
            first, again, change = _inside(data)
            print(
                f"{label}: {count} files; oit check {whole:.2f} s; loaded and checked {first:.2f} s, "
                f"again without a change {again:.2f} s, after a change of one file {change:.2f} s",
                flush=True,
            )


def copy_sample(data: Path) -> None:
    """The sample without the examples below it."""
    shutil.copytree(ROOT / "data", data)
    agency = data / "agency.yaml"
    agency.write_text(agency.read_text("utf-8").partition("subsites:")[0], "utf-8")


def write_ten_years(data: Path, rows: int) -> None:
    """Ten years of the sample's last one, and a table of ``rows`` rows."""
    copy_sample(data)
    for folder in data.glob("25*"):
        if folder.name != str(LAST):
            shutil.rmtree(folder)
    newest = (catalogue.BUILT_IN / "central-government" / f"{LAST}.yaml").read_text("utf-8")
    profile = data / "profiles" / "central-government"
    profile.mkdir(parents=True)
    for year in YEARS:
        if year != LAST:
            (profile / f"{year}.yaml").write_text(newest.replace(f"year: {LAST}", f"year: {year}"), "utf-8")
            shutil.copytree(data / str(LAST), data / str(year))
            for path in (data / str(year)).glob("*.yaml"):
                path.write_text(_moved(path.read_text("utf-8"), year - LAST), "utf-8")
    frame = f"family: proc_items\nassessed_year: {LAST - 1}\ndata_year: {LAST - 1}\ntable: large.csv\n"
    (data / str(LAST - 1) / "proc_items.yaml").write_text(frame, "utf-8")
    write_table(data / str(LAST - 1) / "large.csv", rows)


def _moved(text: str, years: int) -> str:
    return re.sub(r"25[4-7]\d", lambda found: str(int(found[0]) + years), text)


def _command(data: Path) -> float:
    start = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "generator", "check", "--no-cache", "--data", str(data)],
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
    )
    return perf_counter() - start


def _inside(data: Path) -> tuple[float, float, float]:
    """Seconds of a first check, of a second, and of one after a change, in one process as ``--watch`` has it."""
    cache = Cache(Store(data.parent / "cache"))
    reading = Reading(Project(ROOT, data, data.parent / "site", data.parent / "work", cache=cache))
    seconds = []
    changed = data / str(LAST) / "contact.yaml"
    for text in (None, None, changed.read_text("utf-8") + "# ตรวจแล้ว\n"):
        if text:
            changed.write_text(text, "utf-8")
        start = perf_counter()
        reading.read()
        seconds.append(perf_counter() - start)
    return seconds[0], seconds[1], seconds[2]


if __name__ == "__main__":
    main()
