"""How commands change the data folder: what becomes different is shown, accepted, written whole, and kept."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from generator import languages
from generator.commands import FAULTS, WRONG_USE
from generator.commands.project import THAI_TIME
from generator.store.differences import tell_conflict
from generator.store.door import Conflict, Door, Note, Recorded, Write


def note(command: str, **facts: object) -> Note:
    """What history says of a change by a command: always Thai, for whoever reads it later."""
    message = languages.words("th")["door"]["said"][command].format(**facts)
    return Note(f"{message} (oit {command.replace('_', '-')})", who(), datetime.now(THAI_TIME))


def who() -> str:
    """Who types: as ``OIT_USER`` says, or the name under which the machine knows the officer."""
    if name := os.environ.get("OIT_USER", "").strip():
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a machine without a list of users
        return "?"


def accepted(options: argparse.Namespace) -> bool:
    """Whether what was shown is to be written: ``--yes``, or the officer says so; never where nobody can be asked."""
    words = languages.words(options.lang)["door"]
    if options.dry_run:
        print(words["dry_run"])
        return False
    if options.yes:
        return True
    if not (sys.stdin and sys.stdin.isatty()):
        print(f"oit: {words['needs_yes']}", file=sys.stderr)
        raise SystemExit(WRONG_USE)
    try:
        is_meant = input(f"{words['ask']} ").strip().casefold() in ("y", "yes", "ใช่", "ตกลง")
    except EOFError:
        is_meant = False
    if not is_meant:
        print(words["left"])
    return is_meant


def put(folder: Path, writes: Sequence[Write], said: Note, language: str, *, undoing: Recorded | None = None) -> None:
    """Write through the door and tell the number for ``oit undo``; a conflict ends the command."""
    words = languages.words(language)["door"]
    try:
        made = Door(folder).undo(undoing, said) if undoing else Door(folder).write(writes, said)
    except Conflict as conflict:
        print(tell_conflict(conflict, language), end="", file=sys.stderr)
        raise SystemExit(FAULTS) from None
    if made:
        print(words["written"].format(count=len(made.files), number=made.number))


def finish(folder: Path, language: str) -> None:
    """Finish what a killed run left in the data folder, and say so."""
    finished = Door(folder).finish()
    if finished is None:
        return
    words = languages.words(language)["door"]
    key = "taken_back" if finished.changed else "finished"
    said = words[key].format(message=finished.recorded.message, files=", ".join(finished.changed))
    print(f"oit: {said}", file=sys.stderr)
