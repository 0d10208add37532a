"""What a save at the desk costs: seconds until its answer and until the draft shows it, at rest and while the draft is being built."""

from __future__ import annotations

import argparse
import http.client
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from itertools import islice
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlencode

import agency

_PORT = 8765
Pairs = list[tuple[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=500, help="number of item pages")
    parser.add_argument("--runs", type=int, default=5, help="saves of each kind")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="oit-bench-") as name:
        folder = Path(name)
        agency.project(folder, options.pages)
        year = next(iter(agency.years(options.pages)))
        file, _ = agency.disclosure(folder, year)
        path = file.relative_to(folder / "data").as_posix()
        with _desk(folder) as cookie:
            _settle(cookie)
            print(f"| a save of one of {options.pages} items | its answer, s | the draft shows it, s |")
            print("|---|---:|---:|")
            for kind, is_busy in (("at rest", False), ("while the draft is being built", True)):
                found = list(_saves(cookie, path, options.runs, is_busy=is_busy))
                answers, shown = (sorted(column) for column in zip(*found, strict=True))
                print(f"| {kind} | {_told(answers)} | {_told(shown)} |", flush=True)


def _told(seconds: list[float]) -> str:
    return f"{median(seconds):.2f} (most {seconds[-1]:.2f})"


@contextmanager
def _desk(folder: Path) -> Iterator[str]:
    """A desk of its own process; gives its cookie."""
    command = [sys.executable, "-m", "generator", "edit", "--data", str(folder / "data"), "--project", str(folder)]
    command += ["--no-browser", "--port", str(_PORT)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert running.stdout is not None
        said = next(line for line in running.stdout if "key=" in line)
        key = re.search(r"key=([\w-]+)", said)
        assert key is not None
        _, headers, _ = _ask("GET", f"/?key={key[1]}", "")
        yield headers["set-cookie"].partition(";")[0]
    finally:
        running.terminate()
        running.wait()


def _ask(method: str, path: str, cookie: str, body: str = "") -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", _PORT, timeout=300)
    headers = {"Cookie": cookie, "Origin": f"http://127.0.0.1:{_PORT}"} if cookie else {}
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request(method, path, body or None, headers)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text


def _settle(cookie: str) -> None:
    """Wait until the draft is what is saved."""
    quiet = 0
    while quiet < 4:
        _, _, said = _ask("GET", "/state", cookie)
        quiet = quiet + 1 if '"building":false' in said and '"built":0' not in said else 0
        time.sleep(0.4)


def _form(text: str, begin: str) -> Pairs:
    """What a form sends as it stands; of the bench's own data alone, whose forms have nothing but boxes."""
    text = text[text.index(begin) :]
    text = text[: text.index("</form>")]
    found = []
    for box in re.finditer(
        r"<(input|textarea)\b([^>]*)>(?:([^<]*)</textarea>)?|<select\b([^>]*)>(.*?)</select>", text, re.S
    ):
        head = box[2] or box[4] or ""
        name = re.search(r'\bname="([^"]*)"', head)
        if not name or (re.search(r'type="(?:checkbox|radio)"', head) and not re.search(r"\bchecked\b", head)):
            continue
        value = re.search(r'\bvalue="([^"]*)"', head)
        said = box[3].removeprefix("\n") if box[1] == "textarea" else value[1] if value else ""
        if box[5] is not None:
            chosen = re.search(r'<option value="([^"]*)" selected', box[5]) or re.search(
                r'<option value="([^"]*)"', box[5]
            )
            said = chosen[1] if chosen else ""
        found.append((unescape(name[1]), unescape(said)))
    return found


def _saves(cookie: str, path: str, runs: int, *, is_busy: bool) -> Iterator[tuple[float, float]]:
    """Of each save: seconds until its answer, with the form that follows, and until the page of the draft says it."""
    address = f"/file/{quote(path)}"
    for number in islice(range(10_000), runs):
        if not is_busy:
            _settle(cookie)
        mark = f"บันทึกที่ {int(is_busy)}-{number}-{time.time_ns()}"
        _, _, page = _ask("GET", address, cookie)
        draft = re.search(r'<iframe id="draft" src="([^"]+)"', page)
        assert draft is not None
        pairs = [(name, mark if name == "title.th" else value) for name, value in _form(page, 'id="data-form"')]
        _, _, shown = _ask("POST", address, cookie, urlencode([*pairs, ("desk-step", "show")]))
        accepted = [*_form(shown, 'class="deciding"'), ("desk-step", "write")]
        if is_busy:
            time.sleep(0.3 + number * 0.7 % 3)  # at another moment of the build that the last save began
        start = time.perf_counter()
        status, headers, _ = _ask("POST", address, cookie, urlencode(accepted))
        assert status == 303, status
        _ask("GET", headers["location"], cookie)
        answered = time.perf_counter() - start
        while mark not in _ask("GET", draft[1], cookie)[2]:
            time.sleep(0.02)
        yield answered, time.perf_counter() - start


if __name__ == "__main__":
    main()
