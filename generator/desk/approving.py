"""What waits for approval and what changed in it; a director approves what was seen, and nothing that changed since."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NoReturn

from generator import languages
from generator.checks import approved_state_lost
from generator.desk.answers import Desk
from generator.desk.asking import Answer, Asked, NotThere
from generator.desk.office import Now
from generator.diagnostics import has_errors
from generator.officers.approval_sheet import approval_sheet
from generator.officers.approving import Candidate, candidates
from generator.site.loader import Loader
from generator.site.site import Site
from generator.store.approving import ChangedMeanwhile, writes_of

SHEET = "approval.xlsx"
"""How the sheet to sign is called where it is saved."""


def seen(one: Candidate) -> str:
    """What tells the content that somebody saw from any other: ``2568-news-1f3a…``."""
    content = "\n".join(f"{file.file} {file.sha256}" for file in one.files)
    return f"{one.year}-{one.family}-{hashlib.sha256(content.encode()).hexdigest()[:32]}"


class Approving:
    """The page on which a director approves."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def page(self, asked: Asked, refused: str = "", status: int = 200) -> Answer:
        """What waits, with what changed since it was approved last."""
        now, site, listed = self._waiting()
        faulty = {one for one in listed if self._has_errors(now, one)}
        return self._desk.page(
            "approve",
            asked,
            status,
            now=now,
            listed=[(one, seen(one), one in faulty) for one in listed],
            why=languages.words(self._desk.pages.language)["approve"]["why"],
            by=dict(asked.pairs).get("by", asked.user),
            is_required=site.agency.approval == "required",
            refused=refused,
            done=asked.number("done"),
        )

    def send(self, asked: Asked) -> Answer:
        """Record the approval of what was chosen, as it was seen."""
        words = self._desk.words["approve"]
        chosen = {value for name, value in asked.pairs if name == "approve"}
        by = " ".join(dict(asked.pairs).get("by", "").split())
        now, site, listed = self._waiting()
        found = [one for one in listed if seen(one) in chosen]
        if not chosen or not by:
            return self.page(asked, words["nothing" if not chosen else "no_name"], 422)
        if len(found) != len(chosen) or any(self._has_errors(now, one) for one in found):
            return self.page(asked, words["changed"], 409)
        note = self._desk.note("approve", asked, count=len(found), by=by)
        try:
            writes = writes_of(site, found, by, note.when.date())
        except ChangedMeanwhile:
            return self.page(asked, words["changed"], 409)
        made = self._desk.office.write(writes, note)
        self._desk.preview.look()
        return Answer(to=f"/approve?done={made.number if made else ''}")

    def sheet(self, asked: Asked) -> Answer:
        """The sheet to sign, of everything that waits."""
        _, site, listed = self._waiting()
        thai = languages.words("th")["approve"]
        return Answer(content=approval_sheet(site.agency.name.th, listed, thai), name=SHEET)

    def _waiting(self) -> tuple[Now, Site, Sequence[Candidate]]:
        now = self._desk.office.checked()
        if now.site is None:
            _not_there()
        listed, _ = candidates(now.site, Loader(), year=None, item=None)
        return now, now.site, listed

    def _has_errors(self, now: Now, one: Candidate) -> bool:
        found = now.report.narrowed(year=one.year, item=one.code).found if one.code else ()
        return any(has_errors([fault]) and fault.code != approved_state_lost.CODE for fault in found)


def _not_there() -> NoReturn:
    raise NotThere
