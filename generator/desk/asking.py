"""What is asked of the desk, and what it answers: the values that go between the server and what it serves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote


class NotThere(Exception):
    """There is no such page."""


@dataclass(frozen=True)
class Asked:
    """A request of somebody who may ask.

    Attributes:
        user: who asks.
        query: what stands behind the address.
        pairs: what a form sent.
        upload: name and content of the file that was sent; None where none was.
    """

    user: str
    query: Mapping[str, str] = field(default_factory=dict)
    pairs: Sequence[tuple[str, str]] = ()
    upload: tuple[str, bytes] | None = None

    def number(self, name: str) -> int:
        """A number of the query; 0 where there is none."""
        given = self.query.get(name, "")
        return int(given) if given.isdecimal() and len(given) < 10 else 0


@dataclass(frozen=True)
class Answer:
    """A page, the address to go on to, or a file to save.

    Attributes:
        name: of the file.
    """

    page: str = ""
    status: int = 200
    to: str = ""
    content: bytes = b""
    name: str = ""


def file_address(path: str) -> str:
    """The address of the form of a file."""
    return f"/file/{quote(path)}"


def owners_address(year: int) -> str:
    """The address of the table of a year's owners."""
    return f"/owners/{year}"
