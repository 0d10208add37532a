"""What a change of files makes different, as text for people: the lines that go and those that come."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from generator import languages
from generator.store.door import Conflict, Write


def difference(before: bytes | None, after: bytes | None, path: str, language: str) -> str:
    """The lines of a file that go (``-``) and come (``+``), below its path; of one that comes, goes or is no text, its size."""
    words = languages.words(language)["door"]
    if before is None or after is None:
        return f"{path}: {_told(before, words)} → {_told(after, words)}\n"
    try:
        old, new = (one.decode("utf-8-sig").splitlines() for one in (before, after))
    except UnicodeDecodeError:
        return f"{path}: {_told(before, words)} → {_told(after, words)}\n"
    lines = list(difflib.unified_diff(old, new, lineterm="", n=2))[2:]
    return "\n".join([path, *(f"  {line}" for line in lines)]) + "\n"


def _told(content: bytes | None, words: Mapping[str, str]) -> str:
    return words["file_not_there"] if content is None else words["bytes"].format(count=f"{len(content):,}")


def tell_conflict(conflict: Conflict, language: str) -> str:
    """Of each file that changed meanwhile: what they made of it, and what was to be made of it."""
    words = languages.words(language)["door"]
    told = []
    for write, theirs in conflict.files:
        told += [words["conflict"].format(file=write.path), words["theirs"]]
        told += [_indented(difference(write.base, theirs, write.path, language)), words["mine"]]
        told += [_indented(difference(write.base, write.mine, write.path, language))]
    return "\n".join([*told, words["decide"]]) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())


def writes_as_difference(writes: list[Write], language: str) -> str:
    """Everything that a set of writes makes different."""
    return "".join(difference(one.base, one.mine, one.path, language) for one in writes if one.base != one.mine)
