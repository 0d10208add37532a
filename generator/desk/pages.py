"""The desk's own pages from their templates, which see the words, who works here and what stands beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import languages
from generator.desk import plainly
from generator.diagnostics import Diagnostic, Severity
from generator.writing.dates import write_date

FOLDER = Path(__file__).parent
_SEVERITIES = list(Severity)


@lru_cache
def _environment() -> Environment:
    env = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["path"] = lambda text: quote(str(text), safe="/")
    return env


@lru_cache
def words_of(language: str) -> Mapping[str, Any]:
    """The desk's words of a language, and those that it shares with the site's pages."""
    words = languages.words(language)
    return {**words["desk"], "states": words["state"], "severities": words["diagnostics"]}


@dataclass(frozen=True)
class Told:
    """One fault in words.

    Attributes:
        file: from the data folder; empty where nothing can be opened.
        line: from 1; 0 where it is about the whole file.
    """

    severity: str
    message: str
    hint: str
    file: str
    line: int


def told(found: list[Diagnostic], language: str, folder: str) -> list[Told]:
    """Faults in words, grave ones first; without what the agency turned off."""
    shown = [one for one in found if one.severity is not Severity.OFF]
    shown.sort(key=lambda one: _SEVERITIES.index(one.severity))
    return [
        Told(
            str(one.severity),
            plainly.message(one, language),
            plainly.hint(one, language),
            one.file.removeprefix(f"{folder}/"),
            one.line,
        )
        for one in shown
    ]


class Pages:
    """Writes pages in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words = words_of(language)

    def day(self, when: date) -> str:
        return write_date(when, self.language)

    def moment(self, when: datetime) -> str:
        return f"{write_date(when.date(), self.language)} {when:%H:%M}"

    def render(self, template: str, **facts: Any) -> str:
        """A page; ``facts`` are what its template asks for."""
        said = {"words": self.words, "language": self.language, "day": self.day, "moment": self.moment}
        return _environment().get_template(f"{template}.jinja").render(said | facts)
