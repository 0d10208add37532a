"""``oit history``: every change of the data folder that went through the door, or what one of them made different."""

from __future__ import annotations

import argparse

from generator import languages
from generator.commands import FINE, refuse
from generator.store.differences import difference
from generator.store.door import Door, Recorded
from generator.writing.dates import write_date


def run(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["door"]
    door = Door(options.data)
    listed = door.history()
    if options.number is None:
        undone = door.taken_back()
        print("\n".join(_line(one, undone, options.lang) for one in listed) or words["no_history"])
        return FINE
    recorded = recorded_of(listed, options.number, options.lang)
    print(_line(recorded, {}, options.lang))
    for kept in recorded.files:
        print(difference(door.content(kept.before), door.content(kept.after), kept.path, options.lang), end="")
    return FINE


def recorded_of(listed: list[Recorded], number: int, language: str) -> Recorded:
    """The change of a number; the command ends where there is none."""
    found = next((one for one in listed if one.number == number), None)
    if found is None:
        refuse(languages.words(language)["door"]["no_such_change"].format(number=number))
    return found


def _line(recorded: Recorded, undone: dict[int, int], language: str) -> str:
    words = languages.words(language)["door"]
    when = f"{write_date(recorded.when.date(), language, 'arabic')} {recorded.when:%H:%M}"
    files = ", ".join(kept.path for kept in recorded.files[:_MOST])
    more = len(recorded.files) - _MOST
    files += words["more"].format(count=more) if more > 0 else ""
    by = undone.get(recorded.number)
    mark = f" {words['undone_by'].format(number=by)}" if by else ""
    return f"{recorded.number:>4}  {when}  {recorded.who}  {recorded.message}: {files}{mark}"


_MOST = 3
"""Files that a line names."""
