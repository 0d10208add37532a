"""Hand-written pages: Markdown files of ``content/``, with a title in their front matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, short
from generator.files.tree import files_below
from generator.input import source
from generator.pages.page import Page
from generator.site import addresses


class ContentFault(Exception):
    """A hand-written page that cannot be read, and what is wrong with it."""

    def __init__(self, faults: list[Diagnostic]) -> None:
        super().__init__(faults[0].code)
        self.faults = faults


def read_content(
    folder: Path, named: Mapping[str, str] | None = None, foot: Callable[[str], str] = lambda _: ""
) -> Iterator[Page]:
    """Every hand-written page below the folder of one language.

    Args:
        foot: what stands below a page, by the name of its file.
        named: what stands in brackets in a page → what the agency calls it: ``[list]``, ``[letters]``.

    Raises:
        ContentFault: where a page is not UTF-8, its front matter is broken, or its name is no address.
    """
    for path in sorted(one for one in files_below(folder) if one.suffix == ".md"):
        name = path.relative_to(folder).as_posix()
        label = f"{folder.parent.name}/{folder.name}/{name}"
        try:
            addresses.inside(folder, name)
            name.encode()
        except ValueError:
            raise ContentFault([Diagnostic(label, 0, 0, "not-an-address", facts={"value": name})]) from None
        meta, text = _parted(path.read_bytes(), label)
        for mark, called in (named or {}).items():
            text = text.replace(f"[{mark}]", called)
        title = str(meta.pop("title", "") or addresses.of_page_file(name).rstrip("/"))
        yield Page(name, title, text.lstrip("\n") + foot(label), meta, "about")


def _parted(raw: bytes, label: str) -> tuple[dict[str, Any], str]:
    """The front matter of a page, and what follows it."""
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ContentFault(source.parse(raw, label).faults) from None
    if not text.startswith("---\n") or "\n---\n" not in text[3:]:
        return {}, text
    front, _, text = text[3:].partition("\n---\n")
    read = source.parse(front.encode(), label)  # begins with an end of line, so that its lines are those of the page
    if read.faults:
        raise ContentFault(read.faults)
    if read.data is not None and not isinstance(read.data, dict):
        raise ContentFault([Diagnostic(label, 2, 1, "not-a-mapping", facts={"value": short(read.data)})])
    return {str(key): _flags(value) for key, value in (read.data or {}).items()}, text


def _flags(value: Any) -> Any:
    """The same with ``true`` and ``false`` as flags, which the reader keeps as text."""
    if isinstance(value, dict):
        return {str(key): _flags(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_flags(one) for one in value]
    return {"true": True, "false": False}.get(value, value)
