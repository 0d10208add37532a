"""A site over HTTP, as a source of documents, politely and within bounds.

Only the hosts that were named are ever asked, redirects included. Each host's ``robots.txt`` is respected, and a
pause kept between two requests.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping

from generator.audit.addresses import address_of
from generator.audit.http_client import Answer, Unanswered
from generator.audit.limits import Limits
from generator.audit.polite import MOST_HOPS, Polite, is_redirect
from generator.audit.reading_process import Reader
from generator.audit.state import Kept, State
from generator.audit.task import Fetched, Task, Trouble


class _Failed(Exception):
    """An address that gave nothing."""

    def __init__(self, address: str, at: str, status: int, trouble: Trouble, reason: str = "", size: int = 0) -> None:
        super().__init__(trouble)
        self.fetched = Fetched(address, at, status, trouble, reason, size=size)


class Web:
    """A site over HTTP; only the hosts of the task are asked."""

    def __init__(self, task: Task, limits: Limits, state: State | None = None) -> None:
        self._task = task
        self._limits = limits
        self._state = state
        self._polite = Polite(task.is_ours, limits)
        self._reader = Reader()
        self._is_limited = False

    def finish(self) -> None:
        """Marks what is kept as whole, unless the limit left something out: the next run goes on from there."""
        if self._state and not self._is_limited:
            self._state.finish()

    def fetch(self, address: str) -> Fetched:
        """The document at an address, or why there is none; never raises."""
        kept = self._kept(address)
        if kept and not kept.is_stale:
            return kept.fetched
        if self._polite.requests >= self._limits.pages:
            self._is_limited = True
            return Fetched(address, address, 0, "limit")
        try:
            fetched, headers, digest = self._follow(address, kept)
        except _Failed as failed:
            fetched, headers, digest = failed.fetched, {}, ""
        if self._state and _is_settled(fetched):
            self._state.keep(fetched, headers, digest)
        return fetched

    def body(self, address: str) -> bytes | None:
        """The bytes of an address, asked for as politely as :meth:`fetch` does; None where it gives none."""
        try:
            _, answer = self._reach(address, None)
        except _Failed:
            return None
        return None if answer.too_large or not 200 <= answer.status < 300 else answer.body

    def _kept(self, address: str) -> Kept | None:
        kept = self._state.kept(address) if self._state else None
        if kept and kept.fetched.trouble == "elsewhere" and self._task.is_ours(kept.fetched.final):
            return None  # a host that may be opened now
        return kept

    def _follow(self, address: str, kept: Kept | None) -> tuple[Fetched, Mapping[str, str], str]:
        """What an address gives in the end, with the headers and the SHA-256 of it."""
        at, answer = self._reach(address, kept)
        if answer.status == 304 and kept:
            return kept.fetched, answer.headers, kept.sha256
        return self._document(address, at, answer)

    def _reach(self, address: str, kept: Kept | None) -> tuple[str, Answer]:
        """Where an address leads in the end, and the answer there; one deadline holds for the whole way."""
        at, passed = address, {address}
        left = self._limits.timeout
        for _ in range(MOST_HOPS):
            if not self._polite.may_open(at):
                raise _Failed(address, at, 0, "robots")
            self._polite.wait(at)
            begun = time.monotonic()
            answer = self._ask(address, at, kept, left)
            left -= time.monotonic() - begun
            if not is_redirect(answer):
                return at, answer
            at = self._next(address, at, answer, passed)
            passed.add(at)
        raise _Failed(address, at, 0, "loop")

    def _next(self, address: str, at: str, answer: Answer, passed: set[str]) -> str:
        """Where a redirect leads, if it may be followed."""
        target = address_of(at, answer.headers["location"])
        if target is None:
            raise _Failed(address, at, answer.status, "status")
        if not self._task.is_ours(target):
            raise _Failed(address, target, answer.status, "elsewhere")
        if target in passed:
            raise _Failed(address, target, answer.status, "loop")
        return target

    def _document(self, address: str, at: str, answer: Answer) -> tuple[Fetched, Mapping[str, str], str]:
        if not 200 <= answer.status < 300:
            raise _Failed(address, at, answer.status, "status")
        if answer.too_large:
            raise _Failed(address, at, answer.status, "too-large", size=answer.too_large)
        kind = answer.headers.get("content-type", "")
        document = self._reader.read(answer.body, at, kind, self._limits.timeout)
        size = len(answer.body)
        fetched = Fetched(address, at, answer.status, content_type=kind, size=size, document=document)
        return fetched, answer.headers, hashlib.sha256(answer.body).hexdigest()

    def _ask(self, address: str, at: str, kept: Kept | None, seconds: float) -> Answer:
        headers = {}
        if kept and kept.etag:
            headers["If-None-Match"] = kept.etag
        if kept and kept.modified:
            headers["If-Modified-Since"] = kept.modified
        try:
            return self._polite.request(at, headers, self._limits.size, seconds)
        except Unanswered as error:
            raise _Failed(address, at, 0, error.trouble, error.reason) from None


def _is_settled(fetched: Fetched) -> bool:
    """Whether asking again would give the same: not after a timeout, a fault of the server, or a limit of this run."""
    if fetched.trouble == "status":
        return 400 <= fetched.status < 500 and fetched.status not in (408, 425, 429)
    return fetched.trouble in ("", "loop", "elsewhere")
