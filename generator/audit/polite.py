"""Requests as a guest makes them: ``robots.txt`` of each host is respected, and a pause kept between two requests."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from generator.audit.addresses import address_of, host_of, parts_of
from generator.audit.http_client import Answer, HttpClient, Refusal, Unanswered
from generator.audit.limits import Limits
from generator.audit.robots import AGENT, ALL_ALLOWED, MOST_ROBOTS, Robots, robots_of

MOST_HOPS = 6
"""Redirects that are followed from one address, less one."""


class Polite:
    """One program at hosts that are others'.

    Args:
        is_ours: whether an address may be asked, redirects included.

    Attributes:
        requests: how many were made.
    """

    def __init__(self, is_ours: Callable[[str], bool], limits: Limits) -> None:
        self.requests = 0
        self._is_ours = is_ours
        self._limits = limits
        self._client = HttpClient()
        self._last: dict[str, float] = {}
        self._robots: dict[str, Robots] = {}

    def get(self, address: str, most: int) -> Answer:
        """What an address gives in the end; one deadline holds for all redirects.

        Raises:
            Refused: there was no answer, or the host does not want to be asked.
        """
        at, left = address, self._limits.timeout
        for _ in range(MOST_HOPS):
            if not self.may_open(at):
                raise Refused("robots")
            self.wait(at)
            begun = time.monotonic()
            try:
                answer = self.request(at, {}, most, left)
            except Unanswered as error:
                raise Refused(error.trouble, error.reason) from None
            left -= time.monotonic() - begun
            if not is_redirect(answer):
                return answer
            target = address_of(at, answer.headers["location"])
            if target is None or not self._is_ours(target):
                raise Refused("elsewhere", answer.headers["location"])
            at = target
        raise Refused("loop")

    def request(self, at: str, headers: Mapping[str, str], most: int, seconds: float) -> Answer:
        """One request, without a pause."""
        usual = {
            "User-Agent": AGENT,
            "Accept": "*/*",
            "Accept-Language": "th, en;q=0.5",
            "Accept-Encoding": "identity",
        }
        self.requests += 1
        try:
            return self._client.get(at, {**usual, **headers}, most, seconds, keeps_start=most == MOST_ROBOTS)
        finally:
            self._last[host_of(at)] = time.monotonic()

    def wait(self, at: str) -> None:
        """The pause that a host is owed between two requests."""
        last = self._last.get(host_of(at))
        if last is None:
            return
        robots = self._robots.get(_site_of(at), ALL_ALLOWED)
        wait = last + max(self._limits.pause, robots.pause) - time.monotonic()
        if wait > 0:
            time.sleep(wait)

    def may_open(self, address: str) -> bool:
        """Whether the host lets this program open an address."""
        site = _site_of(address)
        if site not in self._robots:
            self._robots[site] = self._read_robots(site)
        return self._robots[site].may_open(address)

    def _read_robots(self, site: str) -> Robots:
        at = f"{site}/robots.txt"
        for _ in range(MOST_HOPS):
            self.wait(at)
            try:
                answer = self.request(at, {}, MOST_ROBOTS, self._limits.timeout)
            except Unanswered:
                return ALL_ALLOWED  # a host that does not answer says so at its pages
            if not is_redirect(answer):
                return robots_of(answer.status, answer.body)
            target = address_of(at, answer.headers["location"])
            if target is None or not self._is_ours(target):
                return ALL_ALLOWED
            at = target
        return ALL_ALLOWED


class Refused(Exception):
    """An address that gave no answer."""

    def __init__(self, trouble: Refusal | str, reason: str = "") -> None:
        super().__init__(trouble, reason)
        self.trouble = trouble
        self.reason = reason


def is_redirect(answer: Answer) -> bool:
    """Whether an answer leads to another address."""
    return 300 <= answer.status < 400 and bool(answer.headers.get("location"))


def _site_of(address: str) -> str:
    """What one ``robots.txt`` holds for: the scheme, host and port of an address."""
    return f"{parts_of(address).scheme}://{host_of(address)}"
