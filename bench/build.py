"""Builds of this generator and of stock MkDocs with Material, in turn, from cold, with the same articles."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import agency
import stock


@dataclass(frozen=True)
class Run:
    """What one whole process took, from start to end."""

    wall: float
    cpu: float
    peak: float
    """Greatest resident memory, in MB (Linux counts it in KB)."""


@dataclass(frozen=True)
class Pair:
    """One run of each, one after the other, so that both met about the same machine."""

    ours: Run
    stock: Run


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="oit-bench-") as name:
        found = {}
        for size, runs in zip(options.pages, options.runs, strict=True):
            folder = Path(name) / str(size)
            found[size] = measure(folder, size, runs, links=not options.no_links)
            print(_table(size, found[size]), flush=True)
            shutil.rmtree(folder)
    if len(found) > 1:
        print(_growth(found))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[500, 2000], help="numbers of item pages")
    parser.add_argument("--runs", type=int, nargs="+", default=[3, 1], help="pairs of runs for each number of pages")
    parser.add_argument("--no-links", action="store_true", help="leave the links out of the stock pages")
    options = parser.parse_args()
    if len(options.pages) != len(options.runs):
        parser.error("--pages and --runs need as many values as each other")
    return options


def measure(folder: Path, size: int, runs: int, *, links: bool) -> list[Pair]:
    """Warm up, compare what both sites say, then run the two in turn."""
    agency.project(folder, size)
    ours(folder)
    count = stock.write(folder / "site", folder / "stock", links=links)
    theirs(folder)
    if different := stock.differing(folder / "site", folder / "stock/site"):
        raise SystemExit(f"{len(different)} of {count} articles differ, the first is {different[0]}")
    print(f"\n{size} item pages, {count} pages in all, the same articles in both\n", flush=True)
    return [Pair(ours(folder), theirs(folder)) for _ in range(runs)]


def ours(folder: Path) -> Run:
    for part in ("site", "build"):
        shutil.rmtree(folder / part, ignore_errors=True)
    places = ["--project", str(folder), "--data", str(folder / "data"), "--site", str(folder / "site")]
    return run(["generator", "build", "--no-cache", *places], folder / "ours.log")


def theirs(folder: Path) -> Run:
    shutil.rmtree(folder / "stock/site", ignore_errors=True)
    return run(["mkdocs", "build", "-q", "-f", str(folder / "stock/mkdocs.yml")], folder / "stock.log")


def run(command: list[str], log: Path) -> Run:
    """Run a Python module as a process of its own and wait for it."""
    arguments = [sys.executable, "-m", *command]
    to_log = [(os.POSIX_SPAWN_OPEN, 1, str(log), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)]
    environment = {**os.environ, "PYTHONPATH": str(agency.ROOT)}
    start = perf_counter()
    child = os.posix_spawn(sys.executable, arguments, environment, file_actions=[*to_log, (os.POSIX_SPAWN_DUP2, 1, 2)])
    _, status, used = os.wait4(child, 0)
    wall = perf_counter() - start
    if status:
        raise SystemExit(f"{' '.join(arguments)}\n{log.read_text('utf-8')[-2000:]}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _table(size: int, pairs: list[Pair]) -> str:
    lines = [
        f"| {size} item pages | ours min / median / max | stock min / median / max | ours ÷ stock, pair by pair |",
        "|---|---:|---:|---:|",
    ]
    for label, name, form in (("wall, s", "wall", ".2f"), ("CPU, s", "cpu", ".2f"), ("peak memory, MB", "peak", ".0f")):
        a = [getattr(pair.ours, name) for pair in pairs]
        b = [getattr(pair.stock, name) for pair in pairs]
        ratios = ", ".join(f"{x / y:.2f}" for x, y in zip(a, b, strict=True))
        lines.append(f"| {label} | {_spread(a, form)} | {_spread(b, form)} | {ratios} |")
    return "\n".join(lines)


def _spread(values: list[float], form: str) -> str:
    return f"{min(values):{form}} / {median(values):{form}} / {max(values):{form}}"


def _growth(found: dict[int, list[Pair]]) -> str:
    """From the smallest site to the largest: growth of time over growth of pages, and memory for one page more."""
    small, large = min(found), max(found)
    lines = [f"\n| from {small} to {large} item pages | ours | stock |", "|---|---:|---:|"]
    for label, name in (("wall", "wall"), ("CPU", "cpu")):
        grown = [_median(found[large], who, name) / _median(found[small], who, name) for who in ("ours", "stock")]
        values = " | ".join(f"{factor / (large / small):.2f}" for factor in grown)
        lines.append(f"| {label}: growth ÷ growth of pages (1 = linear) | {values} |")
    more = [
        (_median(found[large], who, "peak") - _median(found[small], who, "peak")) / (large - small) * 1024
        for who in ("ours", "stock")
    ]
    lines.append(f"| peak memory for one page more, KB | {more[0]:.0f} | {more[1]:.0f} |")
    return "\n".join(lines)


def _median(pairs: list[Pair], who: str, name: str) -> float:
    return float(median(getattr(getattr(pair, who), name) for pair in pairs))


if __name__ == "__main__":
    main()
