"""From saving a data file to seeing the new value on the served page, several times over."""

from __future__ import annotations

import argparse
import re
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter, sleep

import agency

START_TIMEOUT = 300.0
CHANGE_TIMEOUT = 120.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=500, help="number of item pages")
    parser.add_argument("--changes", type=int, default=5, help="how often a figure is changed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="oit-bench-") as name:
        folder = Path(name)
        agency.project(folder, options.pages)
        start = perf_counter()
        with server(folder) as url:
            print(f"{options.pages} item pages, first page after {perf_counter() - start:.2f} s", flush=True)
            years = cycle(agency.years(options.pages))
            found = [change(folder, url, next(years), 987_654_001 + number) for number in range(options.changes)]
            of_units = change_units(folder, url)
    print(f"saved → visible, s: {', '.join(f'{seconds:.2f}' for seconds in found)}")
    print(f"min / median / max, s: {min(found):.2f} / {median(found):.2f} / {max(found):.2f}")
    print(f"a changed unit, on the page of units, s: {of_units:.2f}")


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """A server of the project in ``folder``; it is always stopped."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    places = ["--project", str(folder), "--data", str(folder / "data"), "--port", str(port)]
    with (folder / "serve.log").open("w+", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", *places], cwd=agency.ROOT, stdout=log, stderr=log
        )
        try:
            wait_for(url, "<article", START_TIMEOUT, process)
            yield url
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            log.seek(0)
            print(log.read().rstrip())


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


def change(folder: Path, url: str, year: int, figure: int) -> float:
    """Write another sum into a disclosure of a year; seconds until its page shows it."""
    file, page = agency.disclosure(folder, year)
    changed = re.sub(r"(?<=วงเงิน )\d+", str(figure), file.read_text("utf-8"), count=1)
    return _seen_after(file, changed, url + page, str(figure))


def change_units(folder: Path, url: str) -> float:
    """Write a note of a unit; seconds until the page of units shows it."""
    file, note = folder / "data" / "units.yaml", "หมายเหตุของการวัด"
    changed = file.read_text("utf-8").replace("- id: u1\n", f"- id: u1\n  note: {note}\n", 1)
    return _seen_after(file, changed, f"{url}units/", note)


def _seen_after(file: Path, changed: str, page: str, said: str) -> float:
    wait_for(page, "<article", CHANGE_TIMEOUT)
    sleep(1.1)  # as somebody would read the page first; the watcher is then at no chosen point of its round
    start = perf_counter()
    file.write_text(changed, "utf-8")
    wait_for(page, said, CHANGE_TIMEOUT)
    return perf_counter() - start


def wait_for(page: str, text: str, seconds: float, process: subprocess.Popen[bytes] | None = None) -> None:
    """Ask for a page again and again until it shows a text."""
    end = monotonic() + seconds
    while monotonic() < end:
        if process and process.poll() is not None:
            raise SystemExit("the server stopped")
        try:
            with urllib.request.urlopen(page, timeout=seconds) as answer:
                if text in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        sleep(0.02)
    raise SystemExit(f"{page} did not show {text} within {seconds:.0f} s")


if __name__ == "__main__":
    main()
