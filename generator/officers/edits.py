"""Data files edited as text for another year, so that comments and the way of writing stay as officers left them."""

from __future__ import annotations

import posixpath
import re

import yaml

from generator.site.carried import mark, without_mark
from generator.writing.figures import fold_digits, write_digits

_SCHEMA_LINE = re.compile(r"^(# *yaml-language-server: *\$schema=)(\S+)$", re.MULTILINE)
"""The comment by which an editor finds the schema of a file: what stands before the link, and the link."""
_EXPLANATION = re.compile(r"^##.*(?:\n|\Z)", re.MULTILINE)


def carried(text: str, year: int, from_year: int, old: str, new: str) -> str:
    """A disclosure's file for another year: facts and the officer's comments stay, years move, dates are dropped.

    Explanations of a blank (``##``) are dropped too: they speak of last year's item.

    Args:
        text: of last year's file.
        year: the new assessed year.
        from_year: the assessed year of the file.
        old: its path from the data folder.
        new: the path of the new file.
    """
    root = yaml.compose(text, yaml.SafeLoader)
    edits: list[tuple[int, int, str]] = []
    if isinstance(root, yaml.MappingNode):
        for number, (key, value) in enumerate(root.value):
            first, last = value.start_mark.index, value.end_mark.index
            if key.value in ("assessed_year", "data_year"):
                edits.append((first, last, _moved_year(text[first:last], year - from_year)))
            elif key.value in ("published", "due"):
                edits.append((*_whole_entry(text, root, number), ""))
    for first, last, instead in sorted(edits, reverse=True):
        text = text[:first] + instead + text[last:]
    text = _SCHEMA_LINE.sub(lambda found: found[1] + _moved_link(found[2], old, new), text)
    text = _EXPLANATION.sub("", without_mark(text))
    head = _SCHEMA_LINE.match(text)
    place = head.end() + 1 if head else 0  # editors look for their line at the top
    return text[:place] + mark(from_year) + text[place:]


def _moved_year(written: str, distance: int) -> str:
    """A year as it was written, with other digits."""

    def move(found: re.Match[str]) -> str:
        return write_digits(str(int(fold_digits(found[0])) + distance), "arabic" if found[0].isascii() else "thai")

    return re.sub(r"[0-9๐-๙]{4}", move, written)


def _whole_entry(text: str, root: yaml.MappingNode, number: int) -> tuple[int, int]:
    """From where to where a key of the file stands: its lines, or its part of ``{…}``."""
    key, value = root.value[number]
    first, last = key.start_mark.index, value.end_mark.index
    if not root.flow_style:
        end = text.find("\n", last - 1 if text[last - 1] == "\n" else last)
        return first, len(text) if end < 0 else end + 1
    if number + 1 < len(root.value):
        return first, root.value[number + 1][0].start_mark.index
    return (root.value[number - 1][1].end_mark.index if number else first), last


def _moved_link(link: str, old: str, new: str) -> str:
    if "://" in link or link.startswith("/"):
        return link
    return seen_from(new, posixpath.join(posixpath.dirname(old) or ".", link))


def with_year(agency: str, year: int) -> str:
    """The text of ``agency.yaml`` with a year more in its list of years, in the order and the digits of the others."""
    listed = _list_of_years(agency)
    if listed is None:
        return agency
    written = [int(fold_digits(re.sub(r"[^0-9๐-๙]", "", one.value))) for one in listed.value]
    is_newest_first = len(written) > 1 and written[0] > written[-1]
    beside = listed.value[0 if is_newest_first else -1]
    digits = write_digits(str(year), "arabic" if beside.value.isascii() else "thai")
    first, last = beside.start_mark.index, beside.end_mark.index
    if listed.flow_style:
        cut, more = (first, f"{digits}, ") if is_newest_first else (last, f", {digits}")
        return agency[:cut] + more + agency[cut:]
    return _with_line(agency, first, last, digits, is_above=is_newest_first)


def _list_of_years(agency: str) -> yaml.SequenceNode | None:
    """Where ``years:`` stands; None where there is no list or nothing in it."""
    root = yaml.compose(agency, yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    listed = next((value for key, value in pairs if key.value == "years"), None)
    return listed if isinstance(listed, yaml.SequenceNode) and listed.value else None


def _with_line(text: str, first: int, last: int, entry: str, *, is_above: bool) -> str:
    """The text with a line more, above or below the list entry from ``first`` to ``last``, and indented as that one."""
    start, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
    ending = "\r\n" if "\r\n" in text else "\n"
    line = text[start:first] + entry
    if is_above:
        return f"{text[:start]}{line}{ending}{text[start:]}"
    return f"{text}{ending}{line}" if end < 0 else f"{text[: end + 1]}{line}{ending}{text[end + 1 :]}"


def seen_from(path: str, target: str) -> str:
    """``target`` as a link in the file at ``path``; an address of the web stays as it is."""
    return target if "://" in target else posixpath.relpath(target, posixpath.dirname(path) or ".")


def schema_link(text: str) -> str:
    """The link to the schema that a file names for editors, or nothing."""
    found = _SCHEMA_LINE.search(text)
    return found[2] if found else ""
