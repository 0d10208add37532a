"""Hand-written pages: Markdown files of ``content/``, with a title in their front matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.pages.page import Page
from generator.site import addresses


def read_content(folder: Path, named: Mapping[str, str]) -> Iterator[Page]:
    """Every hand-written page below the folder of one language.

    Args:
        named: what stands in brackets in a page → what the agency calls it: ``[list]``, ``[letters]``.
    """
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text("utf-8")
        for mark, name in named.items():
            text = text.replace(f"[{mark}]", name)
        meta: dict[str, Any] = {}
        if text.startswith("---\n") and "\n---\n" in text[4:]:
            front, text = text[4:].split("\n---\n", 1)
            meta = yaml.load(front, yaml.CSafeLoader) or {}
        name = path.relative_to(folder).as_posix()
        title = str(meta.pop("title", "") or addresses.of_page_file(name).rstrip("/"))
        yield Page(name, title, text.lstrip("\n"), meta, "about")
