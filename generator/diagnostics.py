"""A problem is a value: where it is, which fault, what is wrong, what to do.

A :class:`Diagnostic` holds no sentence, only the fault's stable code and the facts to fill in; the
sentences are those of :func:`generator.languages.faults`, so that every fault speaks every language. Nothing
here prints: the renderings are text, and the command line decides where they go.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import quote

from generator import languages


class Severity(StrEnum):
    """How bad a fault is: only an error keeps a site from being built."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    OFF = "off"
    """Turned off by the agency, which the report says all the same."""


def is_milder(one: Severity, other: Severity) -> bool:
    """Whether a severity is less grave than another."""
    graveness = list(Severity)
    return graveness.index(one) > graveness.index(other)


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One fault at one place.

    Attributes:
        file: as the user would type it, with forward slashes.
        line: from 1; 0 where the fault is about the whole file or folder.
        column: from 1; 0 as for the line.
        code: stable name of the fault, a key of :func:`generator.languages.faults`.
        facts: what the sentences of the fault speak of.
        reason: why the agency has turned this off or weighs it otherwise.
        part: number of the sheet of a workbook, whose sheets are reported in their own order.
    """

    file: str
    line: int
    column: int
    code: str
    severity: Severity = field(default=Severity.ERROR, compare=False)
    facts: Mapping[str, str] = field(default_factory=dict, compare=False)
    reason: str = field(default="", compare=False)
    part: int = field(default=0, compare=False)

    def message(self, language: str) -> str:
        """What is wrong, as one sentence."""
        return self._sentence(language, "message")

    def hint(self, language: str) -> str:
        """What to do about it; a line about what was meant, or may be chosen, is left out where nothing is."""
        return self._sentence(language, "hint")

    def _sentence(self, language: str, part: str) -> str:
        lines = languages.faults(language)[self.code][part].splitlines()
        said = " ".join(
            line for line in lines if all(f"{{{name}}}" not in line or self.facts.get(name) for name in _MAY_LACK)
        )
        if not self.facts.get("item"):  # nobody knows of which item it is
            said = said.replace("[{item}] ", "")
        facts = {name: short(value, LONGEST) for name, value in self.facts.items()}
        if self.code == "yaml-syntax":
            facts["problem"] = languages.yaml_problems(language).get(facts["problem"], facts["problem"])
        return said.format_map(facts).strip()

    @property
    def place(self) -> str:
        """``file:line:column``, or the file alone."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


_MAY_LACK = ("meant", "choices", "known")
"""Facts without which a line of a hint says nothing."""
LONGEST = 1000
"""Letters that a message gives to one fact, such as a list of what is known."""


def short(value: object, longest: int = 60) -> str:
    """A value as a message shows it: on one line, and not all of a long one."""
    text = "[…]" if isinstance(value, list) else "{…}" if isinstance(value, dict) else " ".join(str(value).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def sort(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file and place, each fault counted once."""
    unique = {(d, tuple(sorted(d.facts.items()))): d for d in diagnostics}
    return sorted(unique.values(), key=lambda d: (d.file, d.part, d.line, d.column, d.code, sorted(d.facts.items())))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.severity is Severity.ERROR for d in diagnostics)


def seen_from(diagnostics: Iterable[Diagnostic], folder: str) -> list[Diagnostic]:
    """The same faults with their files, also those that a sentence names, as seen from a folder."""
    prefix = folder.rstrip("/") + "/"

    def near(value: str) -> str:
        return re.sub(rf"(?<![^\s\"'(,]){re.escape(prefix)}", "", value)

    return [
        replace(d, file=d.file.removeprefix(prefix), facts={name: near(value) for name, value in d.facts.items()})
        for d in diagnostics
    ]


MOST_PLACES = 5
"""Further places that one line names; with more, each folder has a line of its own."""


def as_text(diagnostics: Sequence[Diagnostic], language: str, shown: Collection[Severity] = tuple(Severity)) -> str:
    """For people: place, severity and code, sentence, then the hint on a line of its own.

    Errors come before warnings, warnings before advice, each by file and place. What is said of several places in the
    same words is said once; what the agency turned off is only counted, and so is what is not of ``shown``.
    """
    words = languages.words(language)["diagnostics"]
    blocks = [_block(found, language) for found in _same_words(diagnostics, language, shown)]
    off = Counter((d.code, d.reason) for d in diagnostics if d.severity is Severity.OFF)
    blocks += [words["turned_off"].format(code=code, count=n, reason=why) for (code, why), n in off.items()]
    counts = {str(severity): sum(d.severity is severity for d in diagnostics) for severity in Severity}
    is_fine = len(diagnostics) == off.total()
    return "\n".join([*blocks, words["fine"] if is_fine else words["summary"].format(**counts)]) + "\n"


def _same_words(
    diagnostics: Iterable[Diagnostic], language: str, shown: Collection[Severity]
) -> Iterable[Sequence[Diagnostic]]:
    """The diagnostics of which the same is said, grave ones first."""
    grouped: dict[tuple[Severity, str, str, str], list[Diagnostic]] = {}
    order = [severity for severity in (Severity.ERROR, Severity.WARNING, Severity.ADVICE) if severity in shown]
    for d in sorted((d for d in diagnostics if d.severity in order), key=lambda d: order.index(d.severity)):
        grouped.setdefault((d.severity, d.code, d.message(language), d.hint(language)), []).append(d)
    return grouped.values()


def _block(found: Sequence[Diagnostic], language: str) -> str:
    """The lines of what is said of one place or of several."""
    words = languages.words(language)["diagnostics"]
    first, *others = found
    block = f"{first.place}: {words[first.severity]} [{first.code}] {first.message(language)}"
    return f"{block}\n    {words['hint']}: {first.hint(language)}{_also([d.place for d in others], words['also'])}"


def _also(places: Sequence[str], word: str) -> str:
    """The further places of a fault: on one line, or a folder a line where they are many."""
    if not places:
        return ""
    if len(places) <= MOST_PLACES:
        return f"\n    {word}: {', '.join(places)}"
    folders: dict[str, list[str]] = {}
    for place in places:
        folder, slash, name = place.rpartition("/")
        folders.setdefault(folder + slash, []).append(name)
    lines = (f"\n        {folder or './'} {', '.join(names)}" for folder, names in folders.items())
    return f"\n    {word}:{''.join(lines)}"


def as_counts(diagnostics: Iterable[Diagnostic], language: str) -> str:
    """How much was found in each of several data folders, a line each; nothing where there is but one.

    What does not keep a site from being built is told as a number.
    """
    words = languages.words(language)["diagnostics"]
    folders: dict[str, list[Diagnostic]] = {}
    for d in diagnostics:
        if d.severity is not Severity.OFF:
            folders.setdefault(_folder_of(d.file), []).append(d)
    lines = []
    for folder, found in folders.items() if len(folders) > 1 else ():
        counts = {str(one): sum(d.severity is one for d in found) for one in Severity}
        lines.append(words["counted"].format(folder=folder, **counts))
    return "".join(f"{line}\n" for line in lines)


def _folder_of(file: str) -> str:
    """The data folder that a file stands in: the path up to its year, or to what else every data folder has."""
    parts = file.split("/")[:-1]
    own = (n for n, part in enumerate(parts) if part in ("ita", "files", "profiles") or re.fullmatch(r"\d{4}", part))
    return "/".join(parts[: next(own, len(parts))]) or "."


def as_json(diagnostics: Sequence[Diagnostic], language: str) -> str:
    """A list of objects with stable keys: file, line, column, code, severity, message, hint, facts."""
    rows = [
        {
            "file": d.file,
            "line": d.line,
            "column": d.column,
            "code": d.code,
            "severity": str(d.severity),
            "message": d.message(language),
            "hint": d.hint(language),
            "facts": dict(d.facts),
            **({"reason": d.reason} if d.reason else {}),
        }
        for d in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_sarif(diagnostics: Sequence[Diagnostic], language: str) -> str:
    """SARIF 2.1.0, which code hosts and editors show beside the line."""
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note", Severity.OFF: "none"}
    manual = languages.faults(language)
    codes = sorted({d.code for d in diagnostics})
    rules = [{"id": code, "shortDescription": {"text": manual[code]["about"].strip()}} for code in codes]
    results = []
    for d in diagnostics:
        # An audit's place is an address; its signs are not a path's.
        safe = "/:?&=@+%[]" if "://" in d.file else "/"
        location: dict[str, object] = {"artifactLocation": {"uri": quote(d.file, safe=safe, errors="replace")}}
        if d.line:
            location["region"] = {"startLine": d.line, "startColumn": d.column}
        result: dict[str, object] = {
            "ruleId": d.code,
            "level": level[d.severity],
            "message": {"text": f"{d.message(language)} {d.hint(language)}"},
            "locations": [{"physicalLocation": location}],
        }
        if d.severity is Severity.OFF:
            result["suppressions"] = [{"kind": "external", "justification": d.reason}]
        results.append(result)
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "oit", "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def as_github(diagnostics: Sequence[Diagnostic], language: str) -> str:
    """Workflow commands that GitHub turns into annotations."""
    command = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}

    def escape(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def escape_property(text: str) -> str:
        return escape(text).replace(":", "%3A").replace(",", "%2C")

    lines = []
    for d in (d for d in diagnostics if d.severity is not Severity.OFF):
        place = f"file={escape_property(d.file)}"
        if d.line:
            place += f",line={d.line},col={d.column}"
        text = escape(f"{d.message(language)} {d.hint(language)}")
        lines.append(f"::{command[d.severity]} {place},title={escape_property(d.code)}::{text}")
    return "".join(line + "\n" for line in lines)


FORMATS: dict[str, Callable[[Sequence[Diagnostic], str], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
"""Every rendering, by the name that ``--format`` takes."""
