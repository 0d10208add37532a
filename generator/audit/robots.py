"""What a host's ``robots.txt`` asks of this program, by RFC 9309."""

from __future__ import annotations

from protego import Protego

AGENT = "oit-audit"
"""What a site's log and its ``robots.txt`` call this program."""
MOST_ROBOTS = 512_000
"""Bytes of a ``robots.txt`` that are read: the 500 KiB that RFC 9309 §2.5 asks for at least."""
LONGEST_PAUSE = 30.0
"""Seconds between two requests at most, whatever a host asks for."""


class Robots:
    """The rules of one host."""

    def __init__(self, text: str = "") -> None:
        self._rules = Protego.parse(text)

    def may_open(self, address: str) -> bool:
        return bool(self._rules.can_fetch(address, AGENT))

    @property
    def pause(self) -> float:
        """Seconds between two requests that the host asks for, no more than :data:`LONGEST_PAUSE`."""
        return min(self._rules.crawl_delay(AGENT) or 0.0, LONGEST_PAUSE)


ALL_ALLOWED = Robots()
ALL_REFUSED = Robots("User-agent: *\nDisallow: /")


def robots_of(status: int, body: bytes) -> Robots:
    """The rules that an answer for ``robots.txt`` gives: RFC 9309 §2.3.1, a server that fails refuses, one without a file allows."""
    if status >= 500:
        return ALL_REFUSED
    return Robots(body.decode("utf-8-sig", "replace")) if status == 200 else ALL_ALLOWED
