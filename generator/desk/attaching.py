"""Evidence of a disclosure: a file is sent, looked at and proposed, then put into the data with its entry, both or neither."""

from __future__ import annotations

from collections.abc import Mapping

from generator.desk.answers import Desk
from generator.desk.asking import Answer, Asked, NotThere, file_address
from generator.desk.editing import Editing
from generator.desk.office import Now, Place
from generator.desk.titles import Titles
from generator.desk.uploads import KINDS, MOST_MEGABYTES, Refusal, Uploads, Waiting, entry
from generator.input.edits import Append, edited
from generator.models.disclosure import Shown
from generator.site.file_models import evidence_key
from generator.site.site import Site
from generator.site.states import family_state
from generator.store.door import Write


class Attaching:
    """The pages on which evidence is attached."""

    def __init__(self, desk: Desk, uploads: Uploads) -> None:
        self._desk, self._uploads = desk, uploads

    def page(self, asked: Asked, path: str) -> Answer:
        """Where a file is chosen."""
        now, place, _ = self._place(path)
        return self._page(asked, now, place)

    def send(self, asked: Asked, path: str) -> Answer:
        """Look at a file that was sent, or attach one that was accepted."""
        now, place, site = self._place(path)
        said = dict(asked.pairs)
        try:
            if "desk-waiting" in said:
                return self._attach(asked, now, place, self._uploads.waiting(said["desk-waiting"]))
            if asked.upload is None or not asked.upload[0]:
                raise Refusal("none")
            item = place.item
            assert item is not None  # the place is one of an item
            waiting = self._uploads.take(site.folder, site, *asked.upload, (place.year, item, place.family))
        except Refusal as refusal:
            status = 413 if refusal.code == "large" else 422
            return self._page(asked, now, place, status, refused=self._refused(refusal))
        return self._proposal(asked, now, place, site, waiting)

    def too_large(self, asked: Asked, path: str) -> Answer:
        """What is answered where more was sent than can be looked through."""
        now, place, _ = self._place(path)
        return self._page(asked, now, place, 413, refused=self._refused(Refusal("large")))

    def _refused(self, refusal: Refusal) -> str:
        said = self._desk.words["evidence"]["refusal"][refusal.code]
        return str(said.format(name=refusal.name, kinds=KINDS, size=MOST_MEGABYTES))

    def _place(self, path: str) -> tuple[Now, Place, Site]:
        """The disclosure that evidence is attached to.

        Raises:
            NotThere: the path is of none that an item asks for.
        """
        now = self._desk.office.now()
        place = now.places.get(path)
        if place is None or place.item is None or now.site is None:
            raise NotThere
        return now, place, now.site

    def _page(self, asked: Asked, now: Now, place: Place, status: int = 200, refused: str = "") -> Answer:
        facts = {"title": self._desk.titles.of(place), "place": place, "kinds": KINDS, "size": MOST_MEGABYTES}
        return self._desk.page("evidence", asked, status, now=now, refused=refused, **facts)

    def _proposal(
        self, asked: Asked, now: Now, place: Place, site: Site, waiting: Waiting, refused: str = "", status: int = 200
    ) -> Answer:
        assert place.item is not None  # the place is one of an item
        said = dict(asked.pairs)
        pages = {component.id: pages for component, pages in waiting.proposed.shows}
        state = family_state(site, place.year, place.item, place.family)
        asks = [part.component for part in state.components if part.state in (Shown.MISSING, Shown.NOT_REQUIRED)]
        chosen = {value for name, value in asked.pairs if name == "shows"} if refused else set(pages)
        return self._desk.page(
            "evidence_proposal",
            asked,
            status,
            now=now,
            title=self._desk.titles.of(place),
            place=place,
            waiting=waiting,
            name=said.get("title", waiting.proposed.title),
            components=[
                (one, one.id in chosen, one.id in pages, said.get(f"pages-{one.id}", pages.get(one.id, "")))
                for one in asks
            ],
            is_paged=waiting.file.kind == "PDF",
            is_of_year=not waiting.years or not {place.year, place.year - 1, place.year + 1}.isdisjoint(waiting.years),
            refused=refused,
        )

    def _attach(self, asked: Asked, now: Now, place: Place, waiting: Waiting) -> Answer:
        desk, office = self._desk, self._desk.office
        said = dict(asked.pairs)
        assert now.site is not None  # the place is one of an item
        title = " ".join(said.get("title", "").split())
        if not title:
            words = desk.words["evidence"]["refusal"]["no_title"]
            return self._proposal(asked, now, place, now.site, waiting, words, 422)
        asks = {part.id for part in now.site.components(place.item, place.family, place.year)} if place.item else set()
        shows = [value for name, value in asked.pairs if name == "shows" and value in asks]
        pages: Mapping[str, str] = {id: " ".join(said.get(f"pages-{id}", "").split()) for id in shows}
        base, was_there = Editing(office, now, place).begin()
        name = f"{now.name}/{place.path}"
        made = edited(base, name, [Append((evidence_key(base, name),), entry(waiting, title, shows, pages))])
        writes = [Write(place.path, base if was_there else None, made)]
        if not waiting.same_as:
            writes.append(Write(waiting.name, None, waiting.content()))
        note = desk.note("edit_evidence", asked, file=waiting.kept_as, title=Titles("th").of(place))
        recorded = office.write(writes, note)
        self._uploads.accepted(waiting.id)
        desk.preview.look()
        return Answer(to=f"{file_address(place.path)}?saved={recorded.number if recorded else ''}")
