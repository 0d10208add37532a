"""``oit new``: a data folder for a new agency, from what was given or is typed now."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

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


def _agency(options: argparse.Namespace, words: dict[str, Any], answer: Answer) -> _Agency:
    """The answers in the order in which they are asked for; the first impossible one ends the command."""
    name = _name(options.name, words, answer)
    short_name = answer("short_name", options.short_name, name)
    profile = _profile(options, words, answer)
    year = _year(options.year, profile, words, answer)
    url = answer("url", options.url, "")
    if url and not is_web_address(url):
        refuse(words["bad_url"].format(url=url))
    return _Agency(name, short_name, profile, year, url)


def _profile(options: argparse.Namespace, words: dict[str, Any], answer: Answer) -> str:
    """The kind of agency: its id, or its place in the list that is shown to who is asked."""
    known = start.profiles()
    if options.profile is None and answer is not _given:
        print(start.list_profiles(options.lang), end="")
    typed = answer("profile", options.profile, GENERAL, known)
    try:
        number = parse_whole(typed)
    except ValueError:
        number = 0
    profile = known[number - 1] if 1 <= number <= len(known) else typed
    if profile not in known:
        refuse(words["no_profile"].format(profile=profile, known=", ".join(known)))
    return profile


def _name(given: str | None, words: dict[str, Any], answer: Answer) -> str:
    """The name of the agency; who is asked for it is asked again until there is one."""
    while not (name := " ".join(answer("name", given, "").split())):
        if given is not None:
            refuse(words["name_needed"])
    return name


def _year(given: int | None, profile: str, words: dict[str, Any], answer: Answer) -> int:
    """A year that the profile has a catalogue of."""
    years = sorted(start.catalogues(profile))
    typed = answer("year", None if given is None else str(given), str(years[-1]), years)
    try:
        year = parse_year(typed)
    except DateFault:
        year = 0
    if year not in years:
        refuse(words["no_year"].format(year=typed, known=", ".join(map(str, years))))
    return year
