"""The road from data to site: load → check → tables → pages → engine → outputs → verify → publish.

There is one road: ``oit check`` walks its first two stages, ``oit build`` all of them, and ``oit serve`` walks it again
after every change without publishing. Everything that fails on the way is a diagnostic, and the site that was
published before stays as it was until the new one is whole.
"""

from __future__ import annotations

import gc
import shutil
import threading
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, has_errors, sort
from generator.files.tree import Stamps, stamps
from generator.officers.to_fill import ToFill, to_fill
from generator.pages import draft
from generator.project import Project
from generator.publish import publication
from generator.publish.content import ContentFault
from generator.publish.engine import ENGINES, EngineFault, is_self_contained
from generator.publish.exporters.whole_tables import WAITING, WholeTables
from generator.publish.kept_html import KeptHtml
from generator.publish.markdown import Placed, Prepared, all_sites, languages_of, prepare, standing_alone
from generator.publish.output import Made, Output, Whole, Write
from generator.publish.outputs import OUTPUTS
from generator.publish.pdf.press import what_is_missing
from generator.publish.signature import SignatureFault
from generator.publish.verify import verify, visit
from generator.publish.withheld import withheld
from generator.reading import Reading, Stage, places_of
from generator.site import addresses
from generator.site.holding import Held, held, public
from generator.site.recording import Memory
from generator.site.site import Site


@dataclass
class Outcome:
    """What a walk gave.

    Attributes:
        diagnostics: every fault.
        pages: how many pages were built; 0 where there is no new site.
        to_fill: what was opened in the data and not filled in yet.
        held: what is kept back from citizens; nothing of a draft.
        made: what each output wrote, by its name.
        stages: the stages that were walked, in order.
        places: every data folder that was read; None where that is not known, or the engine reads what nobody knows of.
        is_current: whether a site that is served says what the data says now, as far as that could be read.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    pages: int = 0
    to_fill: tuple[ToFill, ...] = ()
    made: Mapping[str, Made] = field(default_factory=dict)
    stages: tuple[Stage, ...] = ()
    held: tuple[Held, ...] = ()
    places: tuple[Path, ...] | None = None
    is_current: bool = False

    @property
    def is_built(self) -> bool:
        return self.pages > 0


_SHOWN_FIRST = 3
"""Changed files of data whose own pages are built before all that follows; who changes more at once looks at no single page."""


@dataclass(frozen=True)
class _Planned:
    """What is left of the sites when their pages wait for the engine; a large site is not kept in memory beside it."""

    jobs: tuple[tuple[Prepared, frozenset[str] | None], ...]
    html: KeptHtml
    outputs: tuple[tuple[Output, Write], ...]
    pages: int


class Road:
    """The way of one project from data to site.

    Args:
        keeps: whether it is walked again after a change: what was read and made is kept, and only what the change asks
            for is done again.
        progress: is told how many of how many PDFs are made, each time one is.
        reading: reads and checks the data, where somebody else wants what is read too.
        despite_errors: whether :meth:`refresh` builds what could be read where the data has errors, for who mends them.
    """

    def __init__(
        self,
        project: Project,
        engine: str = "mkdocs",
        *,
        keeps: bool = False,
        progress: Callable[[int, int], None] | None = None,
        reading: Reading | None = None,
        despite_errors: bool = False,
    ) -> None:
        self.project = project
        self._engine_name = engine
        self._engine = ENGINES[engine]
        self._keeps = keeps
        self._despite_errors = despite_errors
        self._progress = progress
        self._reading = reading or Reading(project)
        self._memories: dict[str, Memory] = {}
        self._tables: dict[str, WholeTables] = {}
        self._kept: dict[Hashable, Any] = {}
        self._built: set[Path] = set()
        self._prepared: tuple[Prepared, ...] = ()
        self._theme: Stamps = {}
        self._alone = threading.Lock()  # of whoever writes pages and lets the engine build them
        self._meanwhile: dict[tuple[str, str], Site] = {}
        self._shown_of: list[Site] = []

    # --- the stages ---

    def publish(self) -> Outcome:
        """Build the site anew beside the published one, and exchange them where everything is right."""
        project = self.project
        self._reading.stages.clear()
        if project.pdf_cache and (missing := what_is_missing()):
            return Outcome([missing])
        if unable := publication.cannot_sign(project):
            return Outcome([unable])
        site, found = self._reading.read()
        if site is None or has_errors(found):
            return self._outcome(found)
        new = publication.new_folder(project.site)
        try:
            with publication.alone(project):
                shutil.rmtree(new, ignore_errors=True)
                shutil.rmtree(project.work, ignore_errors=True)
                try:
                    return self._publish(site, found, new)
                finally:
                    shutil.rmtree(new, ignore_errors=True)
        except EngineFault as fault:
            return self._outcome([*found, fault.diagnostic()])
        except ContentFault as fault:
            return self._outcome([*found, *fault.faults])
        except publication.Refused as refused:
            return self._outcome([*found, refused.fault])
        except SignatureFault as fault:
            return self._outcome([*found, publication.signature_fault(project, fault)])
        except OSError as error:
            return self._outcome([*found, publication.machine_fault(project, error)])

    def _publish(self, site: Site, found: list[Diagnostic], new: Path) -> Outcome:
        project, blanks, published, withdrawn = self.project, to_fill(site), site.published, _withdrawn(site)
        next_review, kept_back = site.agency.next_review, () if project.is_draft else held(site)
        hidden = () if project.is_draft else withheld(site)
        places = places_of(site) if is_self_contained(project.root / "mkdocs.yml") else None
        planned = self._plan(site, new)
        del site
        if not self._keeps:
            self._reading.forget()
            gc.collect()
        made = self._build(planned, new)
        if any(has_errors(one.found) for one in made.values()):
            return self._outcome(found, made=made)
        with self._reading.stage("verify"):
            visited = visit(new, project.cache)
            found = [*found, *verify(visited, project.site_name), *publication.in_the_way(project, new)]
            found += [*publication.gone(project, visited, published, withdrawn, hidden), *publication.unsigned(project)]
        if has_errors(found):
            return replace(self._outcome(found, made=made), held=kept_back)
        made |= self._write(planned, new, "whole")
        with self._reading.stage("publish"):
            publication.publish(project, new, published, publication.offered(visited), next_review)
        return replace(self._outcome(found, planned.pages, blanks, made), places=places, held=kept_back)

    def refresh(self, seen: Callable[[], None] | None = None) -> Outcome:
        """Build what a change asks for, right where the site stands, for a server that shows it meanwhile.

        Args:
            seen: is told when the page of an item that was changed stands there, before all that follows from it.
        """
        self._reading.stages.clear()
        self._meanwhile.clear()
        self._shown_of.clear()
        loaded = self._reading.load()
        ahead = self._show_changed(loaded[0], seen) if loaded[0] and seen else []
        site, found = self._reading.check(*loaded)
        if site is None or (has_errors(found) and not self._despite_errors):
            for before, address in ahead:
                self.show(before.placed.site, before.language, address)
            return self._outcome(found)
        try:
            return self._refreshed(site, found)
        except Exception:
            if not has_errors(found):
                raise
            self._built.clear()  # data with errors may say what no page can show: what was built before stays
            return self._outcome(found)

    def _refreshed(self, site: Site, found: list[Diagnostic]) -> Outcome:
        blanks = to_fill(site)
        theme = stamps(self.project.root / "theme", self.project.root / "mkdocs.yml")
        if theme != self._theme:
            self._built.clear()
        self._theme = theme
        try:
            planned = self._plan(site, self.project.site)
            made = self._build(planned, self.project.site)
        except EngineFault as fault:
            self._built.clear()
            return self._outcome([*found, fault.diagnostic()], 0, blanks)
        except ContentFault as fault:
            return self._outcome([*found, *fault.faults], 0, blanks)
        except OSError as error:
            self._built.clear()
            return self._outcome([*found, publication.machine_fault(self.project, error)], 0, blanks)
        return replace(self._outcome(found, planned.pages, blanks, made), is_current=True)

    def stop(self) -> None:
        """Let a walk of another thread end at its next step, with :class:`~generator.reading.Stopped`."""
        self._reading.turns.stop()

    def show(self, site: Site, language: str, address: str) -> bool:
        """Build one page of the site itself as it says now, for somebody who waits for it; :meth:`refresh` builds all that follows.

        May be asked while another thread is in :meth:`refresh`, which lets it go first between two of its steps.

        Args:
            address: of an item's page, from the root of the language.

        Returns:
            Whether the page was built: nothing is where no walk came before.
        """
        with self._reading.turns.ahead(), self._alone:
            self._meanwhile[language, address] = site
            return self._show(site, language, address)

    def show_changed(self, seen: Callable[[], None]) -> None:
        """Build the pages of items that changed since the walk that another thread is in began; the next one builds the rest.

        Args:
            seen: is told when they stand there.
        """
        with self._reading.turns.ahead():
            site, _ = self._reading.load()
            if site is not None:
                shown = self._show_changed(site, seen)
                self._meanwhile.update({(before.language, address): site for before, address in shown})

    def _show(self, site: Site, language: str, address: str) -> bool:
        before = next((one for one in self._shown() if one.language == language), None)
        if before is None:
            return False
        try:
            with standing_alone(self.project, self._as_seen(site), before, address) as only:
                if only:
                    self._engine(before.job, only=only)
                return bool(only)
        except Exception:  # the data was not checked, and may say what no page can show; the walk that follows tells
            return False

    def _show_changed(self, site: Site, seen: Callable[[], None]) -> list[tuple[Prepared, str]]:
        """Build the pages of what changed, where that is little; gives the languages and addresses that were built."""
        built: list[tuple[Prepared, str]] = []
        for before in self._shown():
            known = {id(entry) for one in (before.placed.site, *self._shown_of) for entry in one.entries}
            changed = [entry for entry in self._as_seen(site).entries if id(entry) not in known]
            if len(changed) > _SHOWN_FIRST:
                break
            shown = {address for entry in changed for address in draft.pages_of(site, entry.data)}
            with self._alone:
                pages = [(before, address) for address in sorted(shown) if self._show(site, before.language, address)]
            if pages:
                seen()
            built += pages
        self._shown_of.append(self._as_seen(site))
        return built

    def _shown(self) -> tuple[Prepared, ...]:
        """Every language of the site itself whose pages stand there."""
        return tuple(one for one in self._prepared if not one.placed.path and one.job.output in self._built)

    def _as_seen(self, site: Site) -> Site:
        """The site as those see it for whom it is built."""
        return site if self.project.is_draft else public(site)

    def _plan(self, site: Site, folder: Path) -> _Planned:
        """Write tables and pages for the engine, and take from the sites what the outputs need."""
        project = self.project
        site = self._as_seen(site)
        with self._reading.stage("tables"):
            sites = tuple(self._with_tables(one, path) for one, path in all_sites(site))
        with self._reading.stage("pages"), self._alone:
            prepared = [one for placed in sites for one in prepare(project, placed, folder, self._step)]
            jobs = tuple(self._changed(prepared))
            self._prepared = tuple(prepared) if self._keeps else ()
        waiting = tuple(one for one, _ in jobs)
        whole = Whole(project, sites, waiting, self._kept, self._progress)
        with self._reading.stage("prepare outputs"):
            outputs = tuple((one, one.prepare(whole)) for one in OUTPUTS if one.is_served or not self._keeps)
        pages = sum(one.pages if only is None else len(only) for one, only in jobs)
        return _Planned(jobs, KeptHtml(project.cache, project.root, self._engine_name), outputs, pages)

    def _step(self) -> None:
        """Let a page that somebody waits for be built first; called while no page is half written."""
        if self._reading.turns.are_asked:
            self._alone.release()
            try:
                self._reading.turns.give_way()
            finally:
                self._alone.acquire()

    def _with_tables(self, site: Site, path: str) -> Placed:
        """A site that knows how large its whole tables are, which wait in the work folder."""
        kept = self._tables.setdefault(path, WholeTables(self.project.cache))
        downloads = kept.write(site.tables, self.project.work / WAITING / path)
        cache = self.project.cache
        memory = None
        if self._keeps or cache.is_on:
            memory = self._memories.get(path) or Memory(cache, self._place(path), is_walked_again=self._keeps)
            self._memories[path] = memory
        return Placed(replace(site, downloads=downloads, makes_pdfs=self.project.pdf_cache is not None), path, memory)

    def _place(self, path: str) -> str:
        """What tells a site from others that are built of other data or in another way."""
        return f"{self.project.data.resolve()}\0{path}\0{self.project.is_draft}"

    def _changed(self, prepared: list[Prepared]) -> Iterator[tuple[Prepared, frozenset[str] | None]]:
        """What the engine is to build: jobs, each with the pages that changed, or None for all of them.

        A whole build empties its output, and takes along whatever language or subsite stands below it.
        """
        emptied: list[Path] = []
        for one in prepared:
            output = one.job.output
            is_new = output not in self._built or any(output.is_relative_to(folder) for folder in emptied)
            if is_new or one.more_than_text:
                emptied.append(output)
                yield one, None
            elif one.changed:
                yield one, one.changed
        self._built = {one.job.output for one in prepared} if self._keeps else set()

    def _build(self, planned: _Planned, folder: Path) -> dict[str, Made]:
        """Let the engine build the pages, and write the outputs that follow them."""
        with self._reading.stage("engine"), self._alone:
            for one, only in planned.jobs:
                self._step()
                if only is None:
                    planned.html.build(one, self._engine)
                else:
                    self._engine(one.job, only=only)
            for (language, address), site in self._meanwhile.items():  # meanwhile: what was planned may be older
                self._show(site, language, address)
        return self._write(planned, folder, "pages")

    def _write(self, planned: _Planned, folder: Path, phase: str) -> dict[str, Made]:
        made = {}
        for output, write in planned.outputs:
            if output.phase == phase:
                self._reading.turns.give_way()
                with self._reading.stage(output.name):
                    made[output.name] = write(folder)
        return made

    def _outcome(
        self,
        found: list[Diagnostic],
        pages: int = 0,
        blanks: tuple[ToFill, ...] = (),
        made: Mapping[str, Made] | None = None,
    ) -> Outcome:
        faults = [one for output in (made or {}).values() for one in output.found]
        return Outcome(sort([*found, *faults]), pages, blanks, made or {}, tuple(self._reading.stages))


def _withdrawn(site: Site) -> frozenset[str]:
    """Every address that an agency accounts for, in each language and of each subsite, below the root of all sites."""
    return frozenset(
        path + addresses.root(language) + one.address
        for inner, path in all_sites(site)
        for one in inner.agency.withdrawn
        for language in languages_of(inner)
    )


def walk(project: Project, engine: str = "mkdocs", progress: Callable[[int, int], None] | None = None) -> Outcome:
    """Build the site of a project's data folder, and publish it where everything is right."""
    return Road(project, engine, progress=progress).publish()
