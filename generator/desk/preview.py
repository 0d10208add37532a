"""The draft beside the forms: built in a thread of its own, again whenever the data changes, whoever changed it; the page
that somebody waits for in another one, before the rest."""

from __future__ import annotations

import queue
import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity
from generator.reading import Stopped
from generator.serve import Kept, told_of_changes
from generator.site.site import Site

Wanted = tuple[Site, str, str]
"""What the data says now, a language, and the address of an item's page from the root of that language."""
_PAUSE = 0.5
"""Seconds between two looks at the files where the system does not tell that one changed, as on drives of a network."""


@dataclass(frozen=True)
class State:
    """How far the draft is.

    Attributes:
        built: how many times it was built; 0 while there is none yet.
        is_building: whether it is being built.
        faults: errors in the data; what they are in is left out of the draft.
        is_behind: whether they keep the last change from being shown at all: the draft is of before, or there is none.
    """

    built: int = 0
    is_building: bool = True
    faults: tuple[Diagnostic, ...] = ()
    is_behind: bool = False


class Preview:
    """Keeps the draft of a project built until it is stopped."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._wake = threading.Event()
        self._stopped = False
        self._wanted: queue.SimpleQueue[Wanted | None] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=one, daemon=True) for one in (self._run, self._show)]
        self._telling = threading.Lock()
        self.state = State()

    @property
    def folder(self) -> Path:
        """Where the pages stand."""
        return self._kept.project.site

    def start(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)  # it is served from the first moment on
        for one in self._threads:
            one.start()

    def stop(self) -> None:
        """End what is being built at its next step."""
        self._stopped = True
        self._kept.stop()
        self._wake.set()
        self._wanted.put(None)
        for one in self._threads:
            one.join()

    def look(self, wanted: Wanted | None = None) -> None:
        """Look at once whether something changed.

        Args:
            wanted: the page that somebody waits for, which is built before the others.
        """
        if wanted:
            self._wanted.put(wanted)
        self._wake.set()

    def _run(self) -> None:
        with told_of_changes(self._kept.places, self._wake), suppress(Stopped):
            while not self._stopped:
                if self._kept.has_changed():
                    self._build()
                else:
                    self._wake.wait(_PAUSE)
                self._wake.clear()

    def _show(self) -> None:
        """Build the pages that somebody waits for, also while all others are being built."""
        while wanted := self._wanted.get():
            if self._kept.show(*wanted):
                with self._telling:
                    self.state = replace(self.state, built=self.state.built + 1)

    def _build(self) -> None:
        with self._telling:
            self.state = replace(self.state, is_building=True)
        outcome = self._kept.build()
        faults = tuple(one for one in outcome.diagnostics if one.severity is Severity.ERROR)
        is_behind = bool(faults) and not outcome.is_current
        with self._telling:
            is_new = not is_behind or (self._kept.is_there and faults != self.state.faults)  # another bar over it
            self.state = State(self.state.built + is_new, False, faults, is_behind)
