"""The fixed words of the pages and of the diagnostics, one folder per language, same keys in each.

Words of one family or block stand in its own folder, the languages beside each other (``families/<family>/family.yaml``,
``blocks/<block>.yaml``); they are read by path, as the rooms above are not imported from here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.languages.plurals import sentence

LANGUAGES = ("th", "en")
"""Thai first: it is the language of the data and the default of every page and message."""

_FOLDER = Path(__file__).parent
_GENERATOR = _FOLDER.parent


@cache
def _read(language: str, name: str) -> dict[str, Any]:
    with (_FOLDER / language / f"{name}.yaml").open("rb") as file:
        words: dict[str, Any] = yaml.load(file, yaml.CSafeLoader)
    return words


@cache
def words(language: str, of_list: str = "OIT") -> dict[str, Any]:
    """Words of pages and of the command line; ``[list]`` in them is what the agency's list is called."""
    named: dict[str, Any] = _named(_read(language, "words"), of_list, language)
    return named


def _named(value: Any, of_list: str, language: str) -> Any:
    if isinstance(value, dict):
        return {key: _named(inner, of_list, language) for key, inner in value.items()}
    if isinstance(value, list):
        return [_named(inner, of_list, language) for inner in value]
    return sentence(value.replace("[list]", of_list), language) if isinstance(value, str) else value


@cache
def headings() -> dict[str, list[str]]:
    """Key of the data → the Thai headings by which offices' own tables call its column."""
    with (_FOLDER / "headings.yaml").open("rb") as file:
        found: dict[str, list[str]] = yaml.load(file, yaml.CSafeLoader)
    return found


@cache
def table_titles() -> dict[str, dict[str, Any]]:
    """Family → words of titles of offices' own tables that are of it, and whether such a title says that it is a report."""
    with (_FOLDER / "table_titles.yaml").open("rb") as file:
        found: dict[str, dict[str, Any]] = yaml.load(file, yaml.CSafeLoader)
    return found


def label(thai: str, language: str) -> str:
    """What a box or choice that models call so in Thai is called in a language; Thai for what is none of them."""
    return thai if language == "th" else str(_read(language, "labels").get(thai, thai))


@cache
def faults(language: str) -> dict[str, dict[str, str]]:
    """Code of a fault → its manual page: ``about``, ``message``, ``hint``, ``why``, ``wrong``, ``right``; of a check ``rule``."""
    return _read(language, "faults") | {code: pages["example"] | pages[language] for code, pages in _checks().items()}


@cache
def _checks() -> dict[str, dict[str, dict[str, str]]]:
    """Code of a check → its manual page in every language, which is the docstring of its module from ``th:`` on.

    An example that needs no words of a language stands once, below ``en:``, and is the part ``example``.
    """
    found = {}
    for path in sorted((_GENERATOR / "checks").glob("[a-z]*.py")):
        docstring = path.read_text("utf-8").split('"""', 2)[1]
        written = yaml.load(docstring[docstring.find("\nth:") :], yaml.CBaseLoader)
        example = {part: written.pop(part) for part in ("wrong", "right") if part in written}
        found[path.stem.replace("_", "-")] = written | {"example": example}
    return found


@cache
def family_files() -> dict[str, dict[str, Any]]:
    """Id of a family → its ``family.yaml`` as it is written: every value a text, sentences by language."""
    return {path.parent.name: _as_written(path) for path in sorted((_GENERATOR / "families").glob("*/family.yaml"))}


def _as_written(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        written: dict[str, Any] = yaml.load(file, yaml.CBaseLoader)
    return written


@cache
def families(language: str) -> dict[str, dict[str, str]]:
    """Id of a family → ``name`` and ``about``, one sentence that a citizen understands.

    A list of an agency may name a family that nobody knows, which is a fault of its own: it is called as it is written there.
    """
    return _Families(
        (family, {part: written[part][language] for part in ("name", "about")})
        for family, written in family_files().items()
    )


class _Families(dict[str, dict[str, str]]):
    def __missing__(self, family: str) -> dict[str, str]:
        return {"name": family, "about": ""}


@cache
def search_words(language: str) -> dict[str, list[str]]:
    """Id of a family → words that citizens look for it by, beside its official names."""
    return {family: written["search_words"][language] for family, written in family_files().items()}


@cache
def words_of_search() -> dict[str, Any]:
    """What people type, for every language alike: particles, spellings, words of families and of other pages."""
    return _as_written(_GENERATOR / "catalogues" / "search_words.yaml")


@dataclass(frozen=True)
class Term:
    """A word that readers may not know.

    Attributes:
        families, pages: kinds of content, and other pages, that use it.
        of_list: what the list of items is called that it is about; empty of any other word.
    """

    id: str
    term: str
    means: str
    families: frozenset[str]
    pages: frozenset[str]
    of_list: str


@cache
def glossary(language: str) -> tuple[Term, ...]:
    """Words that pages explain where they use them, in the order of their file."""
    return tuple(
        Term(
            one["id"],
            one["term"][language],
            one["means"][language],
            frozenset(one.get("families", ())),
            frozenset(one.get("pages", ())),
            one.get("of_list", ""),
        )
        for one in _as_written(_GENERATOR / "catalogues" / "glossary.yaml")["terms"]
    )


def terms_of(language: str, families: Iterable[str] = (), page: str = "") -> list[Term]:
    """Words that a page of these kinds of content, or another page, uses."""
    asked = frozenset(families)
    return [one for one in glossary(language) if one.families & asked or page in one.pages]


@cache
def labels(language: str) -> dict[str, dict[str, str]]:
    """Family or block → its labels: what each key of its data is called on pages."""
    blocks = {path.stem: _as_written(path) for path in sorted((_GENERATOR / "blocks").glob("*.yaml"))}
    return {
        name: {key: sentence(label[language], language) for key, label in written["labels"].items()}
        for name, written in (blocks | family_files()).items()
        if "labels" in written
    }


def yaml_problems(language: str) -> dict[str, str]:
    """What the YAML reader says → the same in words that help."""
    return _read(language, "yaml_problems")
