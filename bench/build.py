"""Builds of this generator, of stock MkDocs with Material and of Hugo, in turn, from cold, with the same articles.

Then, with what a build before left in the cache, the same build with nothing changed and with one figure changed. The
table in README.md is written by this script (``--readme``), so that nobody has to believe a figure that was typed.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import agency
import hugo
import stock

README = Path(__file__).parent / "README.md"
BEGIN, END = "<!-- written by build.py -->\n", "<!-- until here -->\n"


@dataclass(frozen=True)
class Run:
    """What one whole process took, from start to end."""

    wall: float
    cpu: float
    peak: float
    """Greatest resident memory, in MB (Linux counts it in KB)."""


Round = Mapping[str, Run]
"""One run of each, one after the other, so that all met about the same machine."""


@dataclass(frozen=True)
class Ratio:
    """A line of the table: a value of one run by that of another of the same round, and what is to be reached by size."""

    label: str
    of: str
    by: str
    value: str
    marks: Mapping[int, float]


RATIOS = (
    Ratio("cold `oit build` ÷ Hugo, wall", "ours", "hugo", "wall", {500: 2.0, 2000: 1.5, 5000: 1.2}),
    Ratio("cold `oit build` ÷ Hugo, CPU", "ours", "hugo", "cpu", {}),
    Ratio("cold `oit build` ÷ stock, CPU", "ours", "stock", "cpu", {500: 0.25, 2000: 0.25, 5000: 0.2}),
    Ratio("stock ÷ Hugo, CPU", "stock", "hugo", "cpu", {}),
    Ratio("one figure changed ÷ Hugo, wall", "changed", "hugo", "wall", {500: 0.8, 2000: 0.4, 5000: 0.3}),
    Ratio("nothing changed ÷ Hugo, wall", "again", "hugo", "wall", {500: 0.5, 2000: 0.2, 5000: 0.15}),
    Ratio("peak memory ÷ Hugo", "ours", "hugo", "peak", {500: 0.5, 2000: 0.4, 5000: 0.4}),
)
NAMES = {
    "ours": "cold `oit build`",
    "stock": "`mkdocs build`, stock Material",
    "hugo": "Hugo",
    "changed": "`oit build`, one figure changed",
    "again": "`oit build`, nothing changed",
}


def main() -> None:
    options = _options()
    found: dict[int, list[Round]] = {}
    with tempfile.TemporaryDirectory(prefix="oit-bench-") as name:
        for size, runs in zip(options.pages, options.runs, strict=True):
            folder = Path(name) / str(size)
            found[size] = measure(folder, size, runs, options.minutes * 60, links=not options.no_links)
            print(table({size: found[size]}), flush=True)
            shutil.rmtree(folder)
    if options.readme:
        text = README.read_text("utf-8")
        before, _, rest = text.partition(BEGIN)
        README.write_text(f"{before}{BEGIN}{table(found)}{END}{rest.partition(END)[2]}", "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[500, 2000], help="numbers of item pages")
    parser.add_argument("--runs", type=int, nargs="+", default=[3, 1], help="rounds for each number of pages")
    parser.add_argument(
        "--minutes", type=float, default=math.inf, help="begin no further round of a size after so many"
    )
    parser.add_argument("--no-links", action="store_true", help="leave the links out of the stock pages")
    parser.add_argument("--readme", action="store_true", help="write the table into README.md")
    options = parser.parse_args()
    if len(options.pages) != len(options.runs):
        parser.error("--pages and --runs need as many values as each other")
    return options


def measure(folder: Path, size: int, runs: int, seconds: float = math.inf, *, links: bool) -> list[Round]:
    """Warm up, compare what all sites say, then run them in turn: one round, and others while there are seconds left."""
    start = perf_counter()
    agency.project(folder, size)
    ours(folder)
    count = stock.write(folder / "site", folder / "stock", links=links)
    theirs(folder)
    compared = {"stock": folder / "stock/site"}
    if has_hugo := shutil.which("hugo") is not None:
        hugo.write(folder / "stock", folder / "theme", folder / "hugo")
        of_hugo(folder)
        compared["Hugo"] = folder / "hugo/site"
    else:
        print("Hugo is not there (Debian: apt install hugo); measured without it", flush=True)
    for who, site in compared.items():
        if different := stock.differing(folder / "site", site):
            raise SystemExit(f"{who}: {len(different)} of {count} articles differ, the first is {different[0]}")
    print(f"\n{size} item pages, {count} pages in all, the same articles in each\n", flush=True)
    found = [_round(folder, 0, has_hugo)]
    while len(found) < runs and perf_counter() - start < seconds:
        found.append(_round(folder, len(found), has_hugo))
    return found


def _commit() -> str:
    """What was measured, as Git names it; empty where there is no Git."""
    command = ["git", "-C", str(agency.ROOT), "describe", "--always", "--dirty", "--exclude=*"]
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return said.stdout.strip()


def _round(folder: Path, number: int, has_hugo: bool) -> Round:
    found = {"ours": ours(folder), "stock": theirs(folder)}
    if has_hugo:
        found["hugo"] = of_hugo(folder)
    found["again"] = ours(folder, is_cold=False)
    file, _ = agency.disclosure(folder, agency.FIRST_YEAR)
    text = re.sub(r"(?<=วงเงิน )\d+", str(987_654_001 + number), file.read_text("utf-8"), count=1)
    file.write_text(text, "utf-8")
    found["changed"] = ours(folder, is_cold=False)
    return found


def ours(folder: Path, *, is_cold: bool = True) -> Run:
    """Build; from cold with nothing of a build before, its cache included."""
    for part in ("site", "build", "cache") if is_cold else ():
        shutil.rmtree(folder / part, ignore_errors=True)
    places = ["--project", str(folder), "--data", str(folder / "data"), "--site", str(folder / "site")]
    return run(["generator", "build", *places], folder / "ours.log", {"OIT_CACHE": str(folder / "cache")})


def theirs(folder: Path) -> Run:
    shutil.rmtree(folder / "stock/site", ignore_errors=True)
    return run(["mkdocs", "build", "-q", "-f", str(folder / "stock/mkdocs.yml")], folder / "stock.log")


def of_hugo(folder: Path) -> Run:
    for part in ("site", "resources"):
        shutil.rmtree(folder / "hugo" / part, ignore_errors=True)
    path = shutil.which("hugo") or "hugo"
    places = ["-s", str(folder / "hugo"), "-d", str(folder / "hugo/site")]
    return _run([path, "--ignoreCache", *places], folder / "hugo.log", {})


COMPILED = tempfile.TemporaryDirectory(prefix="oit-bench-python-")
"""Where Python keeps the modules of ours and of others that it compiled, as beside any program that was run once."""


def run(command: list[str], log: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run a Python module as a process of its own and wait for it."""
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": COMPILED.name}
    more = {"PYTHONPATH": str(agency.ROOT), **compiled, **(environment or {})}
    return _run([sys.executable, "-m", *command], log, more)


def _run(arguments: list[str], log: Path, environment: Mapping[str, str]) -> Run:
    """Run a program and wait for it."""
    to_log = [(os.POSIX_SPAWN_OPEN, 1, str(log), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)]
    start = perf_counter()
    child = os.posix_spawn(
        arguments[0], arguments, {**os.environ, **environment}, file_actions=[*to_log, (os.POSIX_SPAWN_DUP2, 1, 2)]
    )
    _, status, used = os.wait4(child, 0)
    wall = perf_counter() - start
    if status:
        raise SystemExit(f"{' '.join(arguments)}\n{log.read_text('utf-8')[-2000:]}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


# --- the table ----------------------------------------------------------------------------------------


def table(found: Mapping[int, list[Round]]) -> str:
    """What was measured: ratios with what is to be reached, then the values; medians of the rounds."""
    sizes = list(found)
    machine = f"Python {platform.python_version()}, {os.cpu_count()} processors"
    load = f"{os.getloadavg()[0]:.1f} processes wanted one of them at the end"
    rounds = ", ".join(f"{size}: {len(found[size])}" for size in sizes)
    commit = _commit()
    lines = [
        f"{f'Commit {commit}. ' if commit else ''}{machine}; {load}; rounds of each size: {rounds}. In brackets what is to be reached.",
        "",
        _row("ratio", [f"{size} item pages" for size in sizes]),
        _row("---", ["---:"] * len(sizes)),
        *_rows(((one.label, _ratio(one)) for one in RATIOS), found),
        "",
        _row("wall s / CPU s / peak MB", [f"{size} item pages" for size in sizes]),
        _row("---", ["---:"] * len(sizes)),
        *_rows(((label, _values(name)) for name, label in NAMES.items()), found),
    ]
    return "\n".join([*lines, *_growth(found)]) + "\n"


Cell = Callable[[int, list[Round]], str]


def _rows(cells: Iterable[tuple[str, Cell]], found: Mapping[int, list[Round]]) -> Iterator[str]:
    for label, cell in cells:
        texts = [cell(size, rounds) for size, rounds in found.items()]
        if any(texts):
            yield _row(label, texts)


def _row(first: str, others: list[str]) -> str:
    return f"| {' | '.join([first, *others])} |"


def _ratio(one: Ratio) -> Cell:
    def cell(size: int, rounds: list[Round]) -> str:
        if not all({one.of, one.by} <= each.keys() for each in rounds):
            return ""
        value = median(getattr(each[one.of], one.value) / getattr(each[one.by], one.value) for each in rounds)
        mark = f" ({one.marks[size]})" if size in one.marks else ""
        return f"**{value:.2f}**{mark}"

    return cell


def _values(name: str) -> Cell:
    def cell(size: int, rounds: list[Round]) -> str:
        if not all(name in each for each in rounds):
            return ""
        wall, cpu, peak = (median(getattr(each[name], value) for each in rounds) for value in ("wall", "cpu", "peak"))
        return f"{wall:.1f} / {cpu:.1f} / {peak:.0f}"

    return cell


def _growth(found: Mapping[int, list[Round]]) -> list[str]:
    """From the smallest site to the largest: growth of CPU time over growth of pages (1 = linear)."""
    if len(found) < 2:
        return []
    small, large = min(found), max(found)
    factors = []
    for name in ("ours", "stock", "hugo"):
        if all(name in each for size in (small, large) for each in found[size]):
            before, after = (median(each[name].cpu for each in found[size]) for size in (small, large))
            factors.append(f"{NAMES[name]} {after / before / (large / small):.2f}")
    return ["", f"CPU time by pages from {small} to {large}, 1 being linear: {', '.join(factors)}."]


if __name__ == "__main__":
    main()
