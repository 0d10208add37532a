"""Data files edited as text for another year, so that comments and the way of writing stay as officers left them."""

from __future__ import annotations

import posixpath
import re

from generator.input import source
from generator.input.edits import Insert, Put, Remove, edited
from generator.input.readings import key_written
from generator.models.agency import Agency
from generator.models.disclosure import Disclosure
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
    data = source.parse(text.encode("utf-8"), old).data
    distance = year - from_year
    years, days = (
        [key for name in names if (key := key_written(data, Disclosure, name)) in data]
        for names in (("assessed_year", "data_year"), ("published", "due"))
    )
    moved = [Put((key,), _moved_year(data[key], distance)) for key in years]
    dropped = [Remove((key,)) for key in days]
    text = edited(text.encode("utf-8"), old, [*moved, *dropped]).decode("utf-8")
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


def _moved_link(link: str, old: str, new: str) -> str:
    if "://" in link or link.startswith("/"):
        return link
    return seen_from(new, posixpath.join(posixpath.dirname(old) or ".", link))


def with_year(agency: str, year: int) -> str:
    """The text of ``agency.yaml`` with a year more in its list of years, in the order and the digits of the others."""
    data = source.parse(agency.encode("utf-8"), "agency.yaml").data or {}
    key = key_written(data, Agency, "years")
    listed = data.get(key)
    if not isinstance(listed, list) or not listed:
        return agency
    written = [int(fold_digits(re.sub(r"[^0-9๐-๙]", "", one))) for one in listed]
    is_newest_first = len(written) > 1 and written[0] > written[-1]
    beside = listed[0 if is_newest_first else -1]
    digits = write_digits(str(year), "arabic" if beside.isascii() else "thai")
    change = Insert((key, 0 if is_newest_first else len(listed)), digits)
    return edited(agency.encode("utf-8"), "agency.yaml", [change]).decode("utf-8")


def seen_from(path: str, target: str) -> str:
    """``target`` as a link in the file at ``path``; an address of the web stays as it is."""
    return target if "://" in target else posixpath.relpath(target, posixpath.dirname(path) or ".")


def schema_link(text: str) -> str:
    """The link to the schema that a file names for editors, or nothing."""
    found = _SCHEMA_LINE.search(text)
    return found[2] if found else ""
