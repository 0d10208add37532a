"""Printing as PDF: CPU seconds for each item page and each whole year, and what ``--pdf`` adds to a build.

``python -m bench.pdf``; ``--pages`` leaves the whole builds out, ``--data`` names another data folder than the sample.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from pypdf import PdfReader

from generator.project import Project
from generator.publish.markdown import all_sites
from generator.publish.pdf import plan, press
from generator.publish.pdf.document import compose
from generator.reading import read
from generator.road import walk

ROOT = Path(__file__).parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="data folder (default: the sample)")
    parser.add_argument("--pages", action="store_true", help="only single documents")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="oit-bench-") as name:
        folder = Path(name)
        _documents(folder, options.data)
        if not options.pages:
            _builds(folder, options.data)


def _documents(folder: Path, data: Path) -> None:
    """One document after the other in this process, of the newest year of each site."""
    project = Project(ROOT, data, folder / "site", folder / "work")
    outcome = walk(project)
    if not outcome.is_built:
        raise SystemExit([d.place for d in outcome.diagnostics])
    assets = ROOT / "theme" / "assets"
    css = "".join((assets / sheet).read_text("utf-8") for sheet in ("charts.css", "print.css"))
    times: dict[str, list[tuple[float, int]]] = {"item": [], "year": []}
    for document in _newest(project):
        pages = {page: (folder / "site" / page / "index.html").read_bytes() for page in document.pages}
        start = process_time()
        content, _ = press.to_pdf(compose(document, pages), folder / "site", css)
        seconds = process_time() - start
        times["year" if document.is_whole_year else "item"].append((seconds, len(PdfReader(BytesIO(content)).pages)))
    print("| document | how many | sheets, median | CPU seconds, median / max | CPU seconds a sheet |")
    print("|---|---:|---:|---:|---:|")
    for kind, found in times.items():
        seconds, sheets = [one for one, _ in found], [count for _, count in found]
        a_sheet = sum(seconds) / sum(sheets)
        spread = f"{median(seconds):.2f} / {max(seconds):.2f}"
        print(f"| {kind} | {len(found)} | {median(sheets):g} | {spread} | {a_sheet:.3f} |", flush=True)


def _newest(project: Project) -> Iterator[plan.Document]:
    site, _ = read(project)
    if site is None:
        return
    for placed in all_sites(site):
        of_site = replace(placed.site, makes_pdfs=True)
        year = f"/{of_site.years[0]}/" if of_site.years else "-"
        yield from (one for one in plan.documents(of_site, placed.path, "th") if year in f"/{one.file}")


def _builds(folder: Path, data: Path) -> None:
    """Whole processes: a build without PDFs, with all of them printed, and again with nothing changed."""
    command = [
        sys.executable,
        "-m",
        "generator",
        "build",
        "--no-cache",
        "--data",
        str(data.resolve()),
        "--site",
        str(folder / "out"),
    ]
    print("\n| `oit build` | wall, s | CPU, s |\n|---|---:|---:|")
    for label, more in (("without PDFs", []), ("`--pdf`, all new", ["--pdf"]), ("`--pdf`, nothing changed", ["--pdf"])):
        before, start = os.times(), perf_counter()
        # Where there is no mkdocs.yml the project is the program's own, and what is kept stands in this folder.
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run([*command, *more], cwd=folder, env=environment, check=True, capture_output=True)
        after = os.times()
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        print(f"| {label} | {perf_counter() - start:.1f} | {cpu:.1f} |", flush=True)


if __name__ == "__main__":
    main()
