"""Every change of the data: what it made different, and how it is taken back."""

from __future__ import annotations

from collections.abc import Sequence

from generator.desk.answers import Desk
from generator.desk.asking import Answer, Asked, NotThere
from generator.desk.editing import chosen_in, digest
from generator.desk.meeting import changes_of
from generator.desk.office import Now
from generator.desk.undoing import undoing
from generator.officers.workbook.changes import Difference
from generator.store.differences import difference
from generator.store.door import Recorded

_A_PAGE = 50
"""Changes on one page."""


class History:
    """The pages of what was changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def page(self, asked: Asked) -> Answer:
        """Every change, the last one first."""
        listed, page = self._desk.office.door.history(), asked.number("page")
        return self._desk.page(
            "history",
            asked,
            changes=listed[page * _A_PAGE : (page + 1) * _A_PAGE],
            undone=self._desk.office.door.taken_back(),
            number=page,
            has_older=len(listed) > (page + 1) * _A_PAGE,
            done=asked.number("done"),
        )

    def change(self, asked: Asked, number: int) -> Answer:
        """What one change made different."""
        now, recorded = self._desk.office.now(), self._recorded(number)
        return self._desk.page(
            "change",
            asked,
            now=now,
            change=recorded,
            files=self._files(now, recorded),
            undone=self._desk.office.door.taken_back().get(number, 0),
        )

    def _files(self, now: Now, recorded: Recorded) -> Sequence[tuple[str, Sequence[Difference], str]]:
        """Of each file of a change its title, what became different field by field, or as lines where it has no fields."""
        found = []
        for kept in recorded.files:
            place = now.places.get(kept.path)
            before, after = self._desk.office.door.content(kept.before), self._desk.office.door.content(kept.after)
            lines = changes_of(before, after, kept.path, place.model) if place else ()
            text = "" if lines else difference(before, after, kept.path, self._desk.pages.language)
            found.append((self._desk.titles.at(now, kept.path), lines, text))
        return found

    def _recorded(self, number: int) -> Recorded:
        found = next((one for one in self._desk.office.door.history() if one.number == number), None)
        if found is None:
            raise NotThere
        return found

    def undo(self, asked: Asked, number: int) -> Answer:
        """Take a change back; where somebody changed its files since, what goes together is shown and decided first."""
        now, recorded = self._desk.office.now(), self._recorded(number)
        chosen = chosen_in(asked.pairs)
        decided = dict(asked.pairs).get("desk-decided", "")
        proposals = undoing(self._desk.office, now, recorded, chosen)
        theirs = digest("".join(one.theirs for _, one in proposals).encode())
        is_open = any(one.is_open for _, one in proposals)
        writes = [one.write for _, one in proposals if one.write]
        if writes and (not is_open or decided == theirs):
            message = recorded.message.partition(" (oit ")[0]
            made = self._desk.office.write(
                writes, self._desk.note("undo", asked, number=number, message=message), undoes=number
            )
            self._desk.preview.look()
            return Answer(to=f"/history?done={made.number if made else ''}")
        if not is_open:
            return Answer(to="/history")
        return self._desk.page(
            "difference",
            asked,
            409,
            now=now,
            title=self._desk.words["history"]["undo_title"].format(number=number),
            address=f"/history/{number}/undo",
            proposals=[
                (self._desk.titles.at(now, path), one, chosen.get(n, frozenset()))
                for n, (path, one) in enumerate(proposals)
            ],
            hidden=[],
            lacking=self._desk.lacking(now, [one for _, one in proposals]),
            decided=theirs,
            has_back=False,
            can_write=any(one.can_write for _, one in proposals),
            leave=f"/history/{number}",
        )
