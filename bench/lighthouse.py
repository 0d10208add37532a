"""Lighthouse (mobile) on pages of the complete sample, as a citizen's phone on a slow line meets them.

Needs Node 18.20 or later with npm, and Chromium. The site is built, served from here with gzip as web servers do, and each
page is looked at three times; the table has the medians. Ends with an error where a page misses a goal.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from generator.project import Project
from generator.road import walk
from tests.conftest import CHROMIUM_ARGUMENTS, ROOT

PAGES = {
    "home": "",
    "year": "2568/",
    "item": "2568/o26/",
    "procurement": "2568/o13/",
    "item in English": "en/2568/o26/",
}
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
TIMES = {
    "first-contentful-paint": "first paint",
    "largest-contentful-paint": "largest paint",
    "total-blocking-time": "blocked",
    "cumulative-layout-shift": "shift",
    "total-byte-weight": "weight",
}
RUNS = 3
HERE = Path(__file__).parent / "lighthouse"


class _Packed(http.server.SimpleHTTPRequestHandler):
    """Files as web servers send them: texts packed, with the type and charset that they have."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        status = 200
        if not path.is_file():
            status, path = 404, Path(self.directory) / "404.html"
        kind, body = self.guess_type(path), path.read_bytes()
        self.send_response(status)
        if kind.startswith("text/") or kind.endswith(("javascript", "json", "xml")):
            kind, body = f"{kind}; charset=utf-8", gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Packed, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def installed() -> Path:
    """Lighthouse as the lock says, below ``build/``."""
    folder = ROOT / "build" / "lighthouse"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, folder / name)
    subprocess.run(["npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True)
    return folder / "node_modules" / "lighthouse" / "cli" / "index.js"


def look(program: Path, url: str) -> dict[str, Any]:
    """One report of one page."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "install Debian's Chromium: apt-get install chromium"
    with tempfile.TemporaryDirectory() as profile:
        flags = " ".join(["--headless", *CHROMIUM_ARGUMENTS, f"--user-data-dir={profile}"])
        command = ["node", str(program), url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
        command.append(f"--only-categories={','.join(GOALS)}")
        run = subprocess.run(
            command, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True, text=True, check=True
        )
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def main() -> int:
    program = installed()
    misses = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        walk(Project(ROOT, ROOT / "data", folder / "site", folder / "work"))
        print("| page | " + " | ".join([*GOALS, *TIMES.values()]) + " |")
        print("|---|" + "---:|" * (len(GOALS) + len(TIMES)))
        with served(folder / "site") as address:
            for name, path in PAGES.items():
                reports = [look(program, address + path) for _ in range(RUNS)]
                scores = {
                    goal: round(100 * median(report["categories"][goal]["score"] for report in reports))
                    for goal in GOALS
                }
                middle = sorted(reports, key=lambda report: report["categories"]["performance"]["score"])[RUNS // 2]
                times = [middle["audits"][audit]["displayValue"].removeprefix("Total size was ") for audit in TIMES]
                print(f"| {name} | " + " | ".join([*map(str, scores.values()), *times]) + " |", flush=True)
                for goal, score in scores.items():
                    if score < GOALS[goal]:
                        parts = [one for one in middle["categories"][goal]["auditRefs"] if one["weight"]]
                        failed = [one["id"] for one in parts if middle["audits"][one["id"]]["score"] not in (None, 1)]
                        misses.append(f"{name}: {goal} {score}, because of {', '.join(failed)}")
    for miss in misses:
        print(miss, file=sys.stderr)
    return 1 if misses else 0


if __name__ == "__main__":
    sys.exit(main())
