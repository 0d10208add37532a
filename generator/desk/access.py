"""Who may ask the desk for something: whoever has the key of this run, or whom the agency's own login lets through.

A page of another site can send a browser here, under its own name too (DNS rebinding). So a request must name a host of
ours; what changes something must also come from a page of ours (``Origin``) and carry the key that our forms hold.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_LONGEST_NAME = 100
"""Letters of an officer's name that history keeps."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class Denied(Exception):
    """A request that is not answered; ``code`` is its sentence in ``desk.denied``."""

    def __init__(self, code: str, status: int = 403) -> None:
        super().__init__(code)
        self.code, self.status = code, status


@dataclass
class Access:
    """Who may use one run of the desk.

    Attributes:
        hosts: what ``Host`` may be, in small letters; with a port where it must be that one.
        user: who works here, where no login stands in front.
        user_header: the header in which the login in front names the officer; empty where none stands there.
        cookie: name of the cookie, another one for each port: cookies of one host do not tell ports apart.
    """

    hosts: Collection[str]
    user: str
    user_header: str = ""
    cookie: str = "oit-desk"
    _key: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    _session: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def key(self) -> str:
        """What the address has that is opened first; empty once it was used, or where a login stands in front."""
        return "" if self.user_header else self._key

    @property
    def session(self) -> str:
        """The cookie's value of whoever may ask."""
        return self._session

    def take_key(self, given: str) -> str:
        """The cookie's value for whoever has the key, which is good for once.

        Raises:
            Denied: it is another one, or was used.
        """
        if not (self.key and given and hmac.compare_digest(self.key.encode(), given.encode("utf-8", "replace"))):
            raise Denied("key")
        self._key = ""
        return self._session

    def user_of(self, headers: Mapping[str, str], cookies: Mapping[str, str]) -> str:
        """Who asks.

        Raises:
            Denied: nobody who may.
        """
        if self.user_header:
            name = _name(headers.get(self.user_header, ""))
            if not name:
                raise Denied("no_user")
            return name
        if not hmac.compare_digest(self._session, cookies.get(self.cookie, "").encode("ascii", "replace").decode()):
            raise Denied("no_key")
        return self.user

    def check_host(self, headers: Mapping[str, str]) -> None:
        """See that a request names a host of ours.

        Raises:
            Denied: it names another one.
        """
        host = headers.get("host", "").casefold()
        if host not in self.hosts and _without_port(host) not in self.hosts:
            raise Denied("host", 421)

    def check_origin(self, headers: Mapping[str, str]) -> None:
        """See that what changes something comes from a page of ours.

        Raises:
            Denied: it comes from elsewhere, or nobody says from where.
        """
        origin = headers.get("origin", "")
        if origin:
            if urlsplit(origin).netloc.casefold() != headers.get("host", "").casefold():
                raise Denied("origin")
        elif headers.get("sec-fetch-site", "") != "same-origin":
            raise Denied("origin")

    def form_key(self, user: str) -> str:
        """What every form of an officer holds."""
        return hmac.new(self._session.encode(), user.encode("utf-8", "replace"), hashlib.sha256).hexdigest()

    def check_form(self, user: str, given: str) -> None:
        """See that a form is one of ours.

        Raises:
            Denied: it is not, or of an earlier run.
        """
        if not hmac.compare_digest(self.form_key(user), given.encode("ascii", "replace").decode()):
            raise Denied("form")


def _name(value: str) -> str:
    """A name as a header has it: its bytes are UTF-8, whatever HTTP says."""
    with suppress(UnicodeEncodeError, UnicodeDecodeError):
        value = value.encode("latin-1").decode("utf-8")
    return " ".join(_CONTROL.sub(" ", value).split())[:_LONGEST_NAME]


def _without_port(host: str) -> str:
    return re.sub(r":\d*$", "", host)
