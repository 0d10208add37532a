"""``oit new``: a data folder for a new agency, from what was given or is typed now."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from generator import languages
from generator.commands import FINE, WRONG_USE, refuse
from generator.commands.door import note, put
from generator.models.profile import GENERAL
from generator.models.scalars import is_web_address
from generator.officers import start
from generator.officers.owners import owners_path, owners_table
from generator.store.door import Write
from generator.writing.dates import DateFault, parse_year
from generator.writing.figures import parse_whole

T = TypeVar("T")
Answer = Callable[..., str]
"""``answer(key, given, default, choices)``: what was given, or what the officer types; Enter takes the default."""


def run(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["new"]
    if options.folder.exists() and (not options.folder.is_dir() or any(options.folder.iterdir())):
        refuse(words["not_empty"].format(folder=options.folder))
    asks = options.name is None
    if asks and not (sys.stdin and sys.stdin.isatty()):
        refuse(words["name_needed"])
    try:
        agency = _agency(options, words, _asking(words) if asks else _given)
    except (EOFError, KeyboardInterrupt):  # the officer went away
        print(file=sys.stderr)
        return WRONG_USE
    folder = options.folder.as_posix()
    texts = start.new(**vars(agency), folder=folder, english=options.english)
    table = owners_table(start.catalogues(agency.profile)[agency.year])
    made = {name: text.encode("utf-8") for name, text in texts.items()} | {owners_path(agency.year): table}
    writes = [Write(name, None, content) for name, content in made.items()]
    put(options.folder, writes, note("new"), options.lang)
    print(start.list_new(made, folder, options.lang), end="")
    return FINE


@dataclass(frozen=True)
class _Agency:
    """What :func:`generator.officers.start.new` is given, all of it possible."""

    name: str
    short_name: str
    profile: str
    year: int
    url: str


def _given(key: str, given: str | None, default: str, choices: Iterable[object] = ()) -> str:
    return default if given is None else given


def _asking(words: dict[str, Any]) -> Answer:
    def answer(key: str, given: str | None, default: str, choices: Iterable[object] = ()) -> str:
        if given is not None:
            return given
        question = words["ask"][key].format(choices=", ".join(map(str, choices)))
        return input(f"{question}{f' [{default}]' if default else ''}: ").strip() or default

    return answer


class _Impossible(Exception):
    """An answer that cannot be: the key of the words that say why, and what they name."""

    def __init__(self, why: str, **facts: object) -> None:
        super().__init__(why)
        self.why, self.facts = why, facts


def _agency(options: argparse.Namespace, words: dict[str, Any], answer: Answer) -> _Agency:
    """The answers in the order in which they are asked for.

    What was given and cannot be ends the command; what was typed is asked for again, and the answers before it stay.
    """

    def ask(key: str, given: Any, default: str, read: Callable[[str], T], choices: Iterable[object] = ()) -> T:
        while True:
            try:
                return read(answer(key, None if given is None else str(given), default, choices))
            except _Impossible as no:
                said = words[no.why].format(**no.facts)
                if given is not None or answer is _given:
                    refuse(said)
                if no.facts:  # an empty answer is simply asked for again
                    print(said, file=sys.stderr)

    name = ask("name", options.name, "", _name)
    short_name = ask("short_name", options.short_name, name, str)
    if options.profile is None and answer is not _given:
        print(start.list_profiles(options.lang), end="")
    profile = ask("profile", options.profile, GENERAL, _profile, start.profiles())
    years = sorted(start.catalogues(profile))
    year = ask("year", options.year, str(years[-1]), partial(_year, years=years), years)
    return _Agency(name, short_name, profile, year, ask("url", options.url, "", _url))


def _name(typed: str) -> str:
    if not (name := " ".join(typed.split())):
        raise _Impossible("name_needed")
    return name


def _profile(typed: str) -> str:
    """The kind of agency: its id, or its place in the list that is shown to who is asked."""
    known = start.profiles()
    try:
        number = parse_whole(typed)
    except ValueError:
        number = 0
    profile = known[number - 1] if 1 <= number <= len(known) else typed
    if profile not in known:
        raise _Impossible("no_profile", profile=typed, known=", ".join(known))
    return profile


def _year(typed: str, years: Sequence[int]) -> int:
    """A year that the profile has a catalogue of."""
    try:
        year = parse_year(typed)
    except DateFault:
        year = 0
    if year not in years:
        raise _Impossible("no_year", year=typed, known=", ".join(map(str, years)))
    return year


def _url(typed: str) -> str:
    if typed and not is_web_address(typed):
        raise _Impossible("bad_url", url=typed)
    return typed
