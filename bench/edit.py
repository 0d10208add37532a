"""What a change costs: builds from nothing, of the same again, and after one figure changed, in turn, with a cache of their own."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import tempfile
from itertools import cycle
from pathlib import Path
from statistics import median

import agency
import build

VARIABLE = "OIT_CACHE"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[500, 2000], help="numbers of item pages")
    parser.add_argument("--runs", type=int, default=3, help="rounds of runs")
    options = parser.parse_args()
    for size in options.pages:
        with tempfile.TemporaryDirectory(prefix="oit-bench-") as name:
            print(_table(size, measure(Path(name), size, options.runs)), flush=True)


def measure(folder: Path, size: int, runs: int) -> dict[str, list[build.Run]]:
    """Every kind of run, one after the other, so that all of them met about the same machine."""
    agency.project(folder, size)
    found: dict[str, list[build.Run]] = {}
    years = cycle(agency.years(size))

    def run(kind: str, command: str = "build", cache: str = "kept") -> None:
        os.environ[VARIABLE] = str(folder / cache) if cache else ""
        places = ["--data", str(folder / "data"), "--project", str(folder)]
        places += ["--site", str(folder / "site")] if command == "build" else []
        found.setdefault(kind, []).append(build.run(["generator", command, *places], folder / "run.log"))

    run("first")  # writes the addresses beside the data, which counts as a change
    run("first")
    for number in range(runs):
        run("from nothing, no cache", cache="")
        run("from nothing, an empty cache", cache=f"new-{number}")
        shutil.rmtree(folder / f"new-{number}")
        run("settled")
        for kind, command in (("build", "build"), ("check", "check")):
            _change(folder, next(years), 987_654_001 + number)
            run(f"{kind}: one figure changed", command)
            run(f"{kind}: nothing changed", command)
        run("check: from nothing, no cache", "check", cache="")
    return {kind: them for kind, them in found.items() if kind not in ("first", "settled")}


def _change(folder: Path, year: int, figure: int) -> None:
    """Write another sum into a disclosure of a year."""
    file, _ = agency.disclosure(folder, year)
    file.write_text(re.sub(r"(?<=วงเงิน )\d+", str(figure), file.read_text("utf-8"), count=1), "utf-8")


def _table(size: int, found: dict[str, list[build.Run]]) -> str:
    lines = [
        f"| {size} item pages | wall, s | CPU, s | CPU ÷ from nothing | peak memory, MB |",
        "|---|---:|---:|---:|---:|",
    ]
    for kind, runs in found.items():
        base = found["check: from nothing, no cache" if kind.startswith("check") else "from nothing, no cache"]
        ratio = median(one.cpu / other.cpu for one, other in zip(runs, base, strict=True))
        wall, cpu, peak = (median(getattr(one, name) for one in runs) for name in ("wall", "cpu", "peak"))
        lines.append(f"| {kind} | {wall:.2f} | {cpu:.2f} | {ratio:.3f} | {peak:.0f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
