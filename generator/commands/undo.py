"""``oit undo``: takes a change of the data folder back, the last one unless told otherwise; it can be taken back too."""

from __future__ import annotations

import argparse

from generator import languages
from generator.commands import FINE, refuse
from generator.commands.door import accepted, note, put
from generator.commands.history import recorded_of
from generator.store.differences import difference
from generator.store.door import Door


def run(options: argparse.Namespace) -> int:
    door = Door(options.data)
    recorded = door.undoable() if options.number is None else recorded_of(door.history(), options.number, options.lang)
    if recorded is None:
        refuse(languages.words(options.lang)["door"]["nothing_to_undo"])
    for kept in recorded.files:
        print(difference(door.content(kept.after), door.content(kept.before), kept.path, options.lang), end="")
    if accepted(options):
        said = note("undo", number=recorded.number, message=recorded.message.partition(" (oit ")[0])
        put(options.data, (), said, options.lang, undoing=recorded)
    return FINE
