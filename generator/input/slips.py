"""Slips of the pen in YAML, found where they were made.

YAML's reader stops where it cannot go on, which is often a line or a page below the slip: behind ``title:แผน`` it
reads on for the colon, behind an open quotation mark to the end of the file. The lines above the stop are looked
through for what officers slip in, the nearest first; where nothing is found, the reader's own place is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

NO_SPACE = "no space behind the colon"
WIDE_COLON = "a full-width colon"
WIDE_SPACE = "spaces that YAML does not count as indentation"
DASH_WITHOUT_SPACE = "no space behind the dash"
DASH_FORGOTTEN = "no dash before the first entry"
QUOTE_OPEN = "a quotation mark that is not closed"
BRACKET_OPEN = "a bracket that is not closed"
NO_COLON = "could not find expected ':'"
TEXT_BEHIND_QUOTE = "text behind the closing quotation mark"
"""What is wrong, each a key of ``yaml_problems.yaml``."""


@dataclass(frozen=True)
class Slip:
    """What is wrong, and its line and column, from 1."""

    problem: str
    line: int
    column: int


_DASHES = r"(?:-\s+)*"
_KEY = r"[A-Za-z][A-Za-z0-9_]*"
_ADDRESS = r"(?:mailto:|tel:|[A-Za-z]+://)"
_WIDE = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_COLONS = "\uff1a\ufe55\ufe13\u2236\ua789"
_LINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (WIDE_SPACE, re.compile(rf"^[ \t]*{_DASHES}(?:{_KEY}:)?()[{_WIDE}]")),
    (WIDE_COLON, re.compile(rf"^[ ]*{_DASHES}[{{[]?{_KEY}[ ]?()[{_COLONS}]")),
    (DASH_WITHOUT_SPACE, re.compile(rf"^[ ]*()-(?:{_KEY}[:{_COLONS}]|[ก-๛A-Za-z\"'])")),
    (NO_SPACE, re.compile(rf"^[ ]*{_DASHES}(?!{_ADDRESS}){_KEY}:()[^ \t]")),
)
"""What a line looks like that has a slip; the empty group is where it stands."""

_NEXT_KEY = re.compile(rf"^\s*(?:-\s|(?:-\s+)*{_KEY}:(?:\s|$)|$)")
_QUOTED = re.compile(rf"^[ ]*{_DASHES}(?:{_KEY}:[ ]+)?()([\"'])(.*)$")
_BLOCK_SCALAR = re.compile(r":\s+[|>][+-]?\d?\s*(?:#.*)?$|^\s*-\s+[|>][+-]?\d?\s*$")


def find(text: str, error: yaml.MarkedYAMLError) -> Slip | None:
    """The slip that made the reader stop, or None where it stopped at the right place or nobody can tell."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None
    lines = text.split("\n")
    stop = min(mark.line, len(lines) - 1)
    begins = error.context_mark
    context = error.context or ""
    if begins and context == "while scanning a quoted scalar":
        return Slip(QUOTE_OPEN, begins.line + 1, begins.column + 1)
    if begins and context.startswith("while parsing a flow ") and begins.line < stop:
        is_at_end = not lines[begins.line][begins.column + 1 :].strip()
        return None if is_at_end else Slip(BRACKET_OPEN, begins.line + 1, begins.column + 1)
    if begins and context == "while scanning a simple key":
        here = Slip(error.problem or "", begins.line + 1, begins.column + 1)
        return _in_line(lines[begins.line], begins.line) or here
    return _before(lines, stop) or _by_problem(lines, stop, error.problem)


def _before(lines: list[str], stop: int) -> Slip | None:
    """The nearest line, from where the reader stopped upwards, that looks like a slip."""
    for number in reversed(range(stop + 1)):
        found = _in_line(lines[number], number) if not _is_in_block_scalar(lines, number) else None
        if found or (found := _open_quote(lines, number)):
            return found
    return None


def _by_problem(lines: list[str], stop: int, problem: str | None) -> Slip | None:
    """What the reader's own words for the problem point to."""
    if problem == "mapping values are not allowed in this context":
        return _no_colon(lines, stop)
    if problem == "did not find expected key":
        return _forgotten_dash(lines, stop) or _behind_quote(lines, stop)
    return None


def in_key(key: str) -> tuple[str, int] | None:
    """What is wrong with something that was read as a key only because of a slip, and how far behind its beginning."""
    if found := re.match(rf"[{_WIDE}]", key):
        return WIDE_SPACE, 0
    if found := re.match(rf"-{_KEY}$", key):
        return DASH_WITHOUT_SPACE, 0
    if found := re.match(rf"(?!{_ADDRESS}){_KEY}()[:{_COLONS}]", key):
        return (WIDE_COLON if key[found.end() - 1] in _COLONS else NO_SPACE), found.start(1)
    return None


def in_value(value: str) -> tuple[str, int] | None:
    """The same of a text on a line of its own, below its key."""
    found = re.match(rf"(?!{_ADDRESS})({_KEY})[:{_COLONS}]\S", value)
    return in_key(value) if found and found[1].islower() else None


def _in_line(line: str, number: int) -> Slip | None:
    for problem, pattern in _LINES:
        if found := pattern.match(line):
            return Slip(problem, number + 1, found.start(1) + 1)
    return None


def _open_quote(lines: list[str], number: int) -> Slip | None:
    """A quotation mark that is opened in a line behind which the next key comes."""
    found = _QUOTED.match(lines[number])
    if not found or number + 1 >= len(lines) or not _NEXT_KEY.match(lines[number + 1]):
        return None
    mark, rest = found[2], found[3]
    rest = rest.replace("''", "") if mark == "'" else re.sub(r"\\.", "", rest)
    return None if mark in rest else Slip(QUOTE_OPEN, number + 1, found.start(1) + 1)


def _no_colon(lines: list[str], stop: int) -> Slip | None:
    """A line that begins with a key and has no colon, above one of the same group that has."""
    here, above = lines[stop], lines[stop - 1] if stop else ""
    found = re.match(rf"( *){_DASHES}()[a-z_]+\s+[^\s:]", above)
    is_key = re.match(rf" *{_KEY}:(?: |$)", here)
    if found and is_key and ": " not in above and len(here) - len(here.lstrip()) == found.start(2):
        return Slip(NO_COLON, stop, found.start(2) + 1)
    return None


def _behind_quote(lines: list[str], number: int) -> Slip | None:
    found = _QUOTED.match(lines[number])
    if found and re.match(r"[^\"']*([\"'])\s*[^\s#]", found[3]):
        return Slip(TEXT_BEHIND_QUOTE, number + 1, found.start(1) + 1)
    return None


def _forgotten_dash(lines: list[str], stop: int) -> Slip | None:
    """The first entry of a list whose second one has a dash: the line below the list's key."""
    dash = len(lines[stop]) - len(lines[stop].lstrip(" "))
    if not lines[stop][dash:].startswith("- "):
        return None
    first = stop
    for number in reversed(range(stop)):
        line = lines[number]
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if indent <= dash and not line[indent:].startswith("- "):
            is_head = re.search(rf"{_KEY}:\s*(?:#.*)?$", line) is not None and first < stop
            return (
                Slip(DASH_FORGOTTEN, first + 1, len(lines[first]) - len(lines[first].lstrip()) + 1) if is_head else None
            )
        if indent <= dash:
            return None
        first = number
    return None


def _is_in_block_scalar(lines: list[str], number: int) -> bool:
    """Whether a line is a part of a text below ``|`` or ``>``."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    for before in reversed(range(number)):
        line = lines[before]
        if line.strip() and len(line) - len(line.lstrip()) < indent:
            return _BLOCK_SCALAR.search(line) is not None
    return False
