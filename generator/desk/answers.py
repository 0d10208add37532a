"""What the desk answers at each address: the pages, and what a form that was sent does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from generator import languages
from generator.desk import todo
from generator.desk.access import Access
from generator.desk.asking import Answer, Asked, NotThere, file_address, owners_address
from generator.desk.editing import Editing, Proposal, Sent, packed, sent_of
from generator.desk.forms.form import Form
from generator.desk.forms.render import render
from generator.desk.office import Now, Office, Place
from generator.desk.pages import Pages, Told, told
from generator.desk.preview import Preview, Wanted
from generator.desk.titles import Titles, address_of
from generator.desk.uploads import KINDS, MOST_MEGABYTES
from generator.diagnostics import Diagnostic, has_errors
from generator.input import shape, source
from generator.input.edits import Refused
from generator.models.ita import ItaResult
from generator.officers.references import unresolved
from generator.officers.workbook.changes import Difference
from generator.site import addresses
from generator.site.carried import year_of_mark
from generator.site.site import Site
from generator.site.states import family_state
from generator.store.door import Conflict, Note

_THAI = Titles("th")
_MOST_FIELDS = 3
"""Fields that the sentence of history names."""
_MOST_IN_DRAFT = 8
"""Faults that are named in the place of the draft."""
_MOST_ELSEWHERE = 12
"""Faults that the first page names besides those of items."""


class Desk:
    """The desk of one office."""

    def __init__(
        self, office: Office, preview: Preview, pages: Pages, access: Access, clock: Callable[[], datetime]
    ) -> None:
        self.office, self.preview, self.pages, self.access, self._clock = office, preview, pages, access, clock
        self.words, self.titles = pages.words, Titles(pages.language)

    # --- pages --------------------------------------------------------------------------------------

    def page(self, template: str, asked: Asked, status: int = 200, **facts: Any) -> Answer:
        """A page with what all have in common."""
        now = facts.pop("now", None) or self.office.now()
        agency = now.site.agency.name.in_language(self.pages.language) if now.site else ""
        common: dict[str, Any] = {"agency": agency, "user": asked.user, "key": self.access.form_key(asked.user)}
        common |= {"title_at": partial(self.titles.at, now), "address_of": partial(address_of, now)}
        return Answer(self.pages.render(template, **common, **facts), status)

    def making(self) -> str:
        """What stands in the place of the draft while there is none: that it is made, or what keeps it from being made."""
        return self._draft_page("making")

    def faults_bar(self) -> str:
        """What stands over every page of the draft while the data has errors."""
        return self._draft_page("faults_bar")

    def _draft_page(self, template: str) -> str:
        now, state = self.office.now(), self.preview.state
        return self.pages.render(
            template,
            told=told(list(state.faults[:_MOST_IN_DRAFT]), self.pages.language, now.name),
            more=len(state.faults) - _MOST_IN_DRAFT,
            state=state,
            address_of=partial(address_of, now),
            title_at=partial(self.titles.at, now),
        )

    def home(self, asked: Asked) -> Answer:
        """What is left to do."""
        now = self.office.now()
        site, language = now.site, self.pages.language
        year = self._year(site, asked)
        way = asked.query.get("by", "")
        way = way if way in todo.WAYS else todo.WAYS[0]
        wants_all = asked.query.get("all") == "1"
        listed = todo.rows(now, site, year, language) if site and year else []
        shown = [row for row in listed if wants_all or row.is_left]
        elsewhere = told(todo.elsewhere(now), language, now.name)
        return self.page(
            "home",
            asked,
            now=now,
            site=site,
            year=year,
            years=site.years if site else (),
            way=way,
            ways=todo.WAYS,
            wants_all=wants_all,
            overview=todo.overview(site, year, listed) if site and listed else None,
            groups=todo.grouped(shown, way, self.words["home"]["no_day"], self.pages.day),
            others=[
                (file_address(place.path), self.titles.of(place), place.is_there) for place in todo.other_places(now)
            ],
            owners=[(owners_address(one), self.words["owners"]["title"].format(year=one)) for one in site.years]
            if site
            else [],
            elsewhere=elsewhere[:_MOST_ELSEWHERE],
            more=len(elsewhere) - _MOST_ELSEWHERE,
            item_address=lambda row: f"/item/{year}/{quote(row.item.code)}",
        )

    def _year(self, site: Site | None, asked: Asked) -> int:
        if site is None or not site.years:
            return 0
        given = asked.number("year")
        return given if given in site.years else site.years[0]

    def item(self, asked: Asked, year: int, code: str) -> Answer:
        """An item leads to the file of its first family that is not complete."""
        now = self.office.now()
        places = [one for one in now.places.values() if one.year == year and one.item and one.item.code == code]
        if not places or now.site is None:
            raise NotThere
        order = list(places[0].item.families) if places[0].item else []
        places.sort(key=lambda place: order.index(place.family) if place.family in order else len(order))
        return Answer(to=file_address(next((one for one in places if not one.is_there), places[0]).path))

    # --- one file -----------------------------------------------------------------------------------

    def file(self, asked: Asked, path: str) -> Answer:
        """The form of a file and its draft."""
        now = self.office.now()
        editing = Editing(self.office, now, self._place(now, path))
        base, was_there = editing.begin()
        form = editing.form(base)
        notice = ""
        if saved := asked.number("saved"):
            notice = self.words["edit"]["saved"].format(number=saved)
        elif asked.query.get("unchanged"):
            notice = self.words["edit"]["unchanged"]
        return self._form(asked, editing, form, base, was_there, now.faults_of(path), notice=notice, saved=saved)

    def send(self, asked: Asked, path: str) -> Answer:
        """What a form that was sent does: it changes itself, shows what would be different, or writes it."""
        now = self.office.now()
        editing = Editing(self.office, now, self._place(now, path))
        sent = sent_of(asked.pairs)
        form = editing.form(sent.base, sent.pairs)
        try:
            mine = editing.wanted(sent, form)
        except Refused as refused:
            return self._form(asked, editing, form, sent.base, sent.was_there, refused.faults, typed=True, status=422)
        found = self._faults(editing, mine)
        if sent.step in ("", "back"):
            return self._form(asked, editing, form, sent.base, sent.was_there, found, typed=True)
        known = {(one.code, tuple(one.facts.items())) for one in self._faults(editing, sent.base)}
        if new := [one for one in found if (one.code, tuple(one.facts.items())) not in known]:
            notice = self.words["edit"]["no_save"].format(count=len(new))
            return self._form(
                asked, editing, form, sent.base, sent.was_there, found, typed=True, refused=notice, status=422
            )
        return self._proposed(asked, editing, sent, editing.propose(sent, mine))

    def _proposed(self, asked: Asked, editing: Editing, sent: Sent, proposed: Proposal) -> Answer:
        """Show what would be different, or write it where that was accepted."""
        path = editing.place.path
        is_seen = not proposed.is_open or sent.decided == proposed.theirs
        if proposed.write is None and not (proposed.meeting and not is_seen):
            return Answer(to=f"{file_address(path)}?unchanged=1")
        if proposed.write and sent.step == "write" and is_seen:
            try:
                made = self.office.write([proposed.write], self._note(asked, editing.place, proposed.lines))
            except Conflict:  # somebody was faster by a moment: what is there now is shown
                mine = editing.wanted(sent, editing.form(sent.base, sent.pairs))
                return self._proposed(asked, editing, sent, editing.propose(sent, mine))
            self.preview.look(self.wanted(editing.place))
            return Answer(to=f"{file_address(path)}?{f'saved={made.number}' if made else 'unchanged=1'}")
        return self.page(
            "difference",
            asked,
            409 if proposed.is_open else 200,
            title=self.titles.of(editing.place),
            address=file_address(path),
            proposals=[(self.titles.of(editing.place), proposed, sent.chosen)],
            lacking=self.lacking(editing.now, [proposed]),
            hidden=[
                ("desk-base", packed(sent.base)),
                *((("desk-new", "yes"),) if not sent.was_there else ()),
                *((("desk-confirm", "yes"),) if sent.confirms else ()),
                *sent.pairs,
            ],
            decided=proposed.theirs if proposed.is_open else "",
            has_back=True,
            can_write=proposed.can_write,
            leave=file_address(path),
        )

    def lacking(self, now: Now, proposals: Iterable[Proposal]) -> Sequence[Told]:
        """What would be written and refers to nothing in the data."""
        writes = [one.write for one in proposals if one.write]
        found = [
            fault
            for one in writes
            if now.site and one.mine is not None
            for fault in unresolved(now.site, f"{now.name}/{one.path}", one.mine)
        ]
        return told(found, self.pages.language, now.name)

    def _form(
        self,
        asked: Asked,
        editing: Editing,
        form: Form,
        base: bytes,
        was_there: bool,
        found: Sequence[Diagnostic],
        *,
        typed: bool = False,
        notice: str = "",
        saved: int = 0,
        refused: str = "",
        status: int = 200,
    ) -> Answer:
        now, place, language = editing.now, editing.place, self.pages.language
        site = now.site
        state = family_state(site, place.year, place.item, place.family) if site and place.item else None
        siblings = [
            (one, languages.families(language)[one.family]["name"])
            for one in now.places.values()
            if place.item and one.year == place.year and one.item and one.item.code == place.item.code
        ]
        order = place.item.families if place.item else ()
        siblings.sort(key=lambda one: order.index(one[0].family) if one[0].family in order else len(order))
        return self.page(
            "edit",
            asked,
            status,
            now=now,
            title=self.titles.of(place),
            place=place,
            state=state,
            siblings=siblings,
            form=render(form, found, language),
            base=packed(base),
            carried=year_of_mark(base),
            was_there=was_there,
            address=file_address(place.path),
            draft=f"/draft/{self._draft_of(site, place)}" if site else "/draft/",
            preview=self.preview.state,
            found=len(now.faults_of(place.path)),
            has_errors=has_errors(now.faults_of(place.path)),
            typed=typed,
            notice=notice,
            saved=saved,
            refused=refused,
            kinds=KINDS,
            size=MOST_MEGABYTES,
            takes_table=place.takes_table,
        )

    def _faults(self, editing: Editing, raw: bytes) -> list[Diagnostic]:
        """What is wrong with the shape of a file."""
        file = source.parse(raw, editing.name)
        if file.faults:
            return list(file.faults)
        return shape.validate(file, editing.place.model)[1]

    def wanted(self, place: Place) -> Wanted | None:
        """The page of the draft that is looked at beside the form of an item's file."""
        site = self.office.now().site
        if site is None or place.item is None:
            return None
        return site, self._language_of(site), addresses.item(place.year, place.item)

    def _language_of(self, site: Site) -> str:
        """The language of the draft that is shown."""
        return self.pages.language if self.pages.language in site.agency.languages else "th"

    def _draft_of(self, site: Site, place: Place) -> str:
        """The address of the draft's page that shows what a file says."""
        of_file = {"units.yaml": addresses.UNITS, "sources.yaml": addresses.ABOUT_DATA}
        address = of_file.get(place.path, addresses.HOME)
        stem = PurePosixPath(place.path).stem
        if place.item:
            address = addresses.item(place.year, place.item)
        elif place.model is ItaResult and stem.isdecimal() and int(stem) in site.ita:
            address = addresses.ita(int(stem))
        return addresses.root(self._language_of(site)) + address

    def _place(self, now: Now, path: str) -> Place:
        """The file at a path.

        Raises:
            NotThere: it is none of those that can be opened, wherever the path may lead.
        """
        if path not in now.places:
            raise NotThere
        return now.places[path]

    def _note(self, asked: Asked, place: Place, lines: Iterable[Difference]) -> Note:
        """What history says of a change; always Thai, as of every change."""
        labels = list(dict.fromkeys(line.label for line in lines))
        fields = ", ".join(labels[:_MOST_FIELDS]) + ("…" if len(labels) > _MOST_FIELDS else "")
        return self.note("edit", asked, title=_THAI.of(place), fields=fields)

    def note(self, said: str, asked: Asked, **facts: object) -> Note:
        message = languages.words("th")["door"]["said"][said].format(**facts)
        return Note(f"{message} (oit edit)", asked.user, self._clock())
