"""One file in its form: what was sent of it, what that makes of the file, and how it meets what somebody else wrote."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.desk.forms.form import Form, form_of
from generator.desk.forms.known import Known, known_of
from generator.desk.forms.posted import ACTION, Pairs, action_of, after_action
from generator.desk.meeting import Meeting, changes_of, meet
from generator.desk.office import Now, Office, Place
from generator.input import source
from generator.models.disclosure import Disclosure
from generator.officers.workbook.changes import Difference
from generator.site.carried import confirmed
from generator.site.file_models import disclosure_model
from generator.store.door import Write

OURS = "desk-"
"""How the names begin of what the desk itself puts into a form."""
_CHOICE = re.compile(rf"{OURS}choice-(\d{{1,6}})-(\d{{1,6}})")
_MOST_BYTES = 8_000_000
"""Of a file that a form brings back."""


class Malformed(Exception):
    """A form that did not come as it was made."""


def packed(raw: bytes) -> str:
    """A file as a form carries it."""
    return base64.b64encode(zlib.compress(raw, 9)).decode("ascii")


def unpacked(text: str) -> bytes:
    """What :func:`packed` was given.

    Raises:
        Malformed: it is something else, or too much.
    """
    try:
        reader = zlib.decompressobj()
        raw = reader.decompress(base64.b64decode(text, validate=True), _MOST_BYTES)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise Malformed from error
    if not reader.eof:
        raise Malformed
    return raw


def digest(raw: bytes | None) -> str:
    """What tells one state of a file from another; empty where there is none."""
    return hashlib.sha256(raw).hexdigest() if raw is not None else ""


@dataclass(frozen=True)
class Sent:
    """What a browser sent of a form.

    Attributes:
        step: what was asked for: ``show``, ``back``, ``write``, or empty where the form only changes itself.
        confirms: whether what was carried from the year before was looked at and holds.
        base: the bytes that the form was made of.
        was_there: whether there was such a file then.
        pairs: what the form itself says.
        decided: for which state of the file the questions were decided; empty where there were none.
        chosen: the questions that were decided for this form.
    """

    step: str
    base: bytes
    was_there: bool
    pairs: Pairs
    decided: str
    chosen: frozenset[int]
    confirms: bool = False


NONE: frozenset[int] = frozenset()


def chosen_in(pairs: Sequence[tuple[str, str]]) -> dict[int, frozenset[int]]:
    """Number of a file → the questions of it that were decided for what this officer wrote: ``desk-choice-0-3: mine``."""
    found: dict[int, frozenset[int]] = {}
    for name, value in pairs:
        asked = _CHOICE.fullmatch(name)
        if asked and value == "mine":
            found[int(asked[1])] = found.get(int(asked[1]), NONE) | {int(asked[2])}
    return found


def sent_of(pairs: Sequence[tuple[str, str]]) -> Sent:
    """What was sent, as the desk understands it.

    Raises:
        Malformed: it did not come as it was made.
    """
    own = {name.removeprefix(OURS): value for name, value in pairs if name.startswith(OURS)}
    if "base" not in own:
        raise Malformed
    base = unpacked(own["base"])
    said = [(name, value) for name, value in pairs if not name.startswith(OURS)]
    step = "" if action_of(said)[0] else own.get("step", "show")
    confirms = step == "confirm" or own.get("confirm") == "yes"
    said = [(name, value) for name, value in after_action(said) if name != ACTION]
    chosen = chosen_in(pairs).get(0, NONE)
    return Sent(step, base, own.get("new") != "yes", said, own.get("decided", ""), chosen, confirms)


@dataclass(frozen=True)
class Proposal:
    """What saving would do.

    Attributes:
        write: what would be written; None where nothing is different or it has to be decided first.
        lines: what becomes different, field by field.
        meeting: with what somebody else wrote; None where nobody did.
        theirs: the state of the file that this was worked out for.
    """

    write: Write | None
    lines: Sequence[Difference]
    meeting: Meeting | None
    theirs: str

    @property
    def is_open(self) -> bool:
        """Whether somebody has to decide or to see first what another one wrote."""
        return self.meeting is not None

    @property
    def can_write(self) -> bool:
        """Whether something would be written, as it is or as it may be decided."""
        return self.write is not None or bool(self.meeting and self.meeting.questions and self.meeting.made is not None)


class Editing:
    """One file of an office while it is edited."""

    def __init__(self, office: Office, now: Now, place: Place) -> None:
        self._office, self.now, self.place = office, now, _with_model(place, office.raw(place.path))
        self.known: Known = known_of(now.site, place.year or None) if now.site else Known()

    @property
    def name(self) -> str:
        """What messages call the file."""
        return f"{self.now.name}/{self.place.path}"

    def begin(self) -> tuple[bytes, bool]:
        """The bytes that a new form is made of, and whether there is such a file."""
        raw = self._office.raw(self.place.path)
        return (self._office.blank(self.now, self.place), False) if raw is None else (raw, True)

    def form(self, base: bytes, pairs: Pairs | None = None) -> Form:
        """The form of the file, with what was sent."""
        return form_of(base, self.name, self.place.model, self.known, pairs)

    def wanted(self, sent: Sent, form: Form) -> bytes:
        """The bytes that the file is to have by what was sent.

        Raises:
            Refused: the file cannot be changed so.
        """
        mine = form.changed()
        return confirmed(mine) if sent.confirms else mine

    def propose(self, sent: Sent, mine: bytes) -> Proposal:
        """What saving would do to the file as it is at this moment."""
        return proposal(self._office, self.place, sent.base if sent.was_there else None, sent.base, mine, sent.chosen)


def _with_model(place: Place, raw: bytes | None) -> Place:
    """A file that could not be read as a disclosure, with the model of the family that it names."""
    if raw is None or place.model is not Disclosure:
        return place
    model, _ = disclosure_model(source.parse(raw, place.path))
    return replace(place, model=model or Disclosure)


def proposal(
    office: Office, place: Place, there: bytes | None, base: bytes | None, mine: bytes | None, chosen: frozenset[int]
) -> Proposal:
    """What a change of a file would do to it as it is at this moment.

    Args:
        there: what stood on the disk when the change was made; None where there was no file.
        base: what the change was made from, which is another where a blank was begun.
        mine: what the file is to hold.
    """
    model = place.model
    theirs = office.raw(place.path)
    if theirs in (there, mine):
        write = Write(place.path, there, mine) if mine != theirs else None
        return Proposal(write, changes_of(base, mine, place.path, model) if write else (), None, digest(theirs))
    if theirs is None or mine is None:  # somebody removed it, or it is to go that somebody changed
        write = Write(place.path, theirs, mine)
        return Proposal(write, changes_of(theirs, mine, place.path, model), Meeting(mine), digest(theirs))
    met = meet(place.path, model, base or b"", mine, theirs, chosen)
    write = Write(place.path, theirs, met.made) if met.made is not None and met.made != theirs else None
    return Proposal(write, met.lines, met, digest(theirs))
