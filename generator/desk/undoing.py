"""A change that is taken back, file by file, and how that meets what somebody wrote since."""

from __future__ import annotations

from collections.abc import Mapping

from generator.desk.editing import NONE, Proposal, digest, proposal
from generator.desk.office import Now, Office
from generator.store.door import Conflict, Recorded, Write


def undoing(
    office: Office, now: Now, recorded: Recorded, chosen: Mapping[int, frozenset[int]]
) -> list[tuple[str, Proposal]]:
    """What taking a change back would do to each of its files.

    Args:
        chosen: number of a file → the questions that are decided for what was before the change.

    Raises:
        Conflict: a file that has no fields was changed since, and cannot be put together.
    """
    found: list[tuple[str, Proposal]] = []
    for number, kept in enumerate(recorded.files):
        after, before = office.door.content(kept.after), office.door.content(kept.before)
        place = now.places.get(kept.path)
        if place:
            proposed = proposal(office, place, after, after, before, chosen.get(number, NONE))
            found.append((kept.path, proposed))
            continue
        theirs = office.raw(kept.path)
        write = Write(kept.path, after, before)
        if theirs not in (after, before):
            raise Conflict([(write, theirs)])
        found.append((kept.path, Proposal(write if theirs != before else None, (), None, digest(theirs))))
    return found
