"""The fixed words of the pages and of the diagnostics, one folder per language, same keys in each."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("th", "en")
"""Thai first: it is the language of the data and the default of every page and message."""

_FOLDER = Path(__file__).parent


@lru_cache
def _read(language: str, name: str) -> dict[str, Any]:
    with (_FOLDER / language / f"{name}.yaml").open("rb") as file:
        words: dict[str, Any] = yaml.load(file, yaml.CSafeLoader)
    return words


def words(language: str) -> dict[str, Any]:
    """Words of pages and of the command line."""
    return _read(language, "words")


def faults(language: str) -> dict[str, dict[str, str]]:
    """Code of a fault → ``about``, ``message``, ``hint``, ``why``, ``wrong``, ``right``."""
    return _read(language, "faults")


def families(language: str) -> dict[str, dict[str, str]]:
    """Id of a family → ``name`` and ``about``, one sentence that a citizen understands."""
    return _read(language, "families")


def search_words(language: str) -> dict[str, list[str]]:
    """Id of a family → words that citizens look for it by, beside its official names."""
    return _read(language, "search_words")


@lru_cache
def labels(language: str) -> dict[str, dict[str, Any]]:
    """Family or block → its labels: what each key of its data is called on pages."""
    files = sorted((_FOLDER / language / "labels").glob("*.yaml"))
    return {path.stem: _read(language, f"labels/{path.stem}") for path in files}


def yaml_problems(language: str) -> dict[str, str]:
    """What the YAML reader says → the same in words that help."""
    return _read(language, "yaml_problems")
