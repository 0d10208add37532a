"""What an audit opens: a folder, or a site over HTTP, politely and within bounds.

Only the hosts that were named are ever asked, redirects included. Each host's ``robots.txt`` is respected, and a
pause kept between two requests. What was fetched may be kept in a file, so that a run that was stopped goes on, and
a later one only asks whether anything changed.
"""

from __future__ import annotations

import hashlib
import http.client
import ipaddress
import json
import os
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import Message
from pathlib import Path
from typing import IO, Any, Protocol, cast
from urllib.parse import unquote, urlsplit
from urllib.robotparser import RobotFileParser

from pydantic import TypeAdapter, ValidationError

from generator.audit.limits import Limits
from generator.audit.opened import FOLDER_ROOT, Fetched, Task, address_of, host_of
from generator.audit.survey import Audit, survey
from generator.files.html import Document, read

AGENT = "oit-audit"
"""What a site's log and its ``robots.txt`` call this program."""
MOST_HOPS = 6
LONGEST_PAUSE = 30.0
ROBOTS_SIZE = 500_000
FRESH = timedelta(hours=24)
"""How long what an unfinished run kept is taken as it is."""
_CHUNK = 1 << 16


@dataclass(frozen=True)
class Progress:
    """How far an audit is: which item it opens, how many addresses were opened, how many gave nothing."""

    code: str
    number: int
    total: int
    opened: int
    failed: int
    address: str


class Source(Protocol):
    """Where documents come from."""

    def fetch(self, address: str) -> Fetched: ...


def run(task: Task, source: Source, told: Callable[[Progress], None] = lambda _: None) -> Audit:
    """Opens what the audit asks for until it has all; ``told`` hears of each address before it is opened."""
    got: dict[str, Fetched] = {}
    while True:
        audit = survey(task, got)
        if not audit.wanted:
            return audit
        codes = {item.code: number for number, item in enumerate(audit.items, 1)}
        for wanted in audit.wanted:
            failed = sum(one.document is None for one in got.values())
            number = codes.get(wanted.code, 0)
            told(Progress(wanted.code, number, len(codes), len(got) - failed, failed, task.shown(wanted.address)))
            got[wanted.address] = source.fetch(wanted.address)


def _document(body: bytes, address: str, content_type: str, seconds: float) -> Document:
    end = time.monotonic() + seconds
    return read(body, unquote(urlsplit(address).path), content_type, lambda: time.monotonic() < end)


# --- a folder -----------------------------------------------------------------------------------------


class Folder:
    """A site in a folder; nothing outside of it is read."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._folder = folder
        self._root = os.path.realpath(folder)
        self._limits = limits
        self._opened = 0

    def fetch(self, address: str) -> Fetched:
        if self._opened >= self._limits.pages:
            return Fetched(address, address, 0, "limit")
        self._opened += 1
        path = unquote(address.removeprefix(FOLDER_ROOT).partition("?")[0])
        if "\0" in path:
            return Fetched(address, address, 404, "status")
        there = os.path.realpath(os.path.join(self._root, path))
        if there != self._root and not there.startswith(os.path.join(self._root, "")):
            return Fetched(address, address, 404, "status")
        final = address
        if os.path.isdir(there):
            there = os.path.join(there, "index.html")
            final = address if address.endswith("/") else f"{address}/"
        try:
            size = os.path.getsize(there)
            if size > self._limits.size:
                return Fetched(address, final, 200, "too-large", size=size)
            with open(there, "rb") as file:
                body = file.read(self._limits.size)
        except FileNotFoundError:
            return Fetched(address, final, 404, "status")
        except OSError as error:
            return Fetched(address, final, 0, "unreachable", error.strerror or str(error))
        name = final if not final.endswith("/") else f"{final}index.html"
        return Fetched(address, final, size=size, document=_document(body, name, "", self._limits.timeout))


# --- a site over HTTP ---------------------------------------------------------------------------------


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        return None


class _Failed(Exception):
    """An address that gave nothing."""

    def __init__(self, fetched: Fetched) -> None:
        super().__init__(fetched.trouble)
        self.fetched = fetched


@dataclass
class _Answer:
    """What one request gave."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    too_large: int = 0
    """Bytes that were announced or read, where that is more than the limit."""


class Web:
    """A site over HTTP; only the hosts of the task are asked."""

    def __init__(self, task: Task, limits: Limits, state: State | None = None) -> None:
        self._task = task
        self._limits = limits
        self._state = state
        self._requests = 0
        self._last: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser | None] = {}
        self._opener = _opener(proxied=True)
        self._direct = _opener(proxied=False)
        self._is_limited = False

    def finish(self) -> None:
        """Marks what is kept as whole, unless the limit left something out: the next run goes on from there."""
        if self._state and not self._is_limited:
            self._state.finish()

    def fetch(self, address: str) -> Fetched:
        """The document at an address, or why there is none; never raises."""
        kept = self._state.kept(address) if self._state else None
        if kept and kept.fetched.trouble == "elsewhere" and self._task.is_ours(kept.fetched.final):
            kept = None  # a host that may be opened now
        if kept and not kept.is_stale:
            return kept.fetched
        if self._requests >= self._limits.pages:
            self._is_limited = True
            return Fetched(address, address, 0, "limit")
        try:
            fetched, headers, digest = self._follow(address, kept)
        except _Failed as failed:
            fetched, headers, digest = failed.fetched, {}, ""
        if self._state and _is_settled(fetched):
            self._state.keep(fetched, headers, digest)
        return fetched

    def _follow(self, address: str, kept: Kept | None) -> tuple[Fetched, Mapping[str, str], str]:
        at, seen = address, {address}
        for _ in range(MOST_HOPS):
            if not self._may_open(at):
                raise _Failed(Fetched(address, at, 0, "robots"))
            answer = self._ask(address, at, kept)
            if answer.status == 304 and kept:
                return kept.fetched, answer.headers, kept.sha256
            location = answer.headers.get("location")
            if 300 <= answer.status < 400 and location:
                target = address_of(at, location)
                if target is None:
                    raise _Failed(Fetched(address, at, answer.status, "status"))
                if not self._task.is_ours(target):
                    raise _Failed(Fetched(address, target, answer.status, "elsewhere"))
                if target in seen:
                    raise _Failed(Fetched(address, target, answer.status, "loop"))
                seen.add(target)
                at = target
                continue
            if not 200 <= answer.status < 300:
                raise _Failed(Fetched(address, at, answer.status, "status"))
            if answer.too_large:
                raise _Failed(Fetched(address, at, answer.status, "too-large", size=answer.too_large))
            kind = answer.headers.get("content-type", "")
            document = _document(answer.body, at, kind, self._limits.timeout)
            size = len(answer.body)
            fetched = Fetched(address, at, answer.status, content_type=kind, size=size, document=document)
            return fetched, answer.headers, hashlib.sha256(answer.body).hexdigest()
        raise _Failed(Fetched(address, at, 0, "loop"))

    def _may_open(self, address: str) -> bool:
        """Whether the host's ``robots.txt`` lets this address be opened, by RFC 9309."""
        host = f"{urlsplit(address).scheme}://{host_of(address)}"
        if host not in self._robots:
            self._robots[host] = self._read_robots(host)
        rules = self._robots[host]
        return rules is None or rules.can_fetch(AGENT, address)

    def _read_robots(self, host: str) -> RobotFileParser | None:
        """The rules of a host; None where it has none."""
        rules = RobotFileParser()
        at = f"{host}/robots.txt"
        for _ in range(MOST_HOPS):
            try:
                answer = self._ask(at, at, None, most=ROBOTS_SIZE)
            except _Failed:
                return None  # a host that does not answer says so at its pages
            location = answer.headers.get("location")
            if 300 <= answer.status < 400 and location:
                target = address_of(at, location)
                if target is None or not self._task.is_ours(target):
                    return None
                at = target
                continue
            if answer.status >= 500:
                rules.disallow_all = True  # type: ignore[attr-defined]
                return rules
            if answer.status != 200:
                return None
            rules.parse(answer.body.decode("utf-8", "replace").splitlines())
            return rules
        return None

    def _pause_of(self, address: str) -> float:
        rules = self._robots.get(f"{urlsplit(address).scheme}://{host_of(address)}")
        asked = rules.crawl_delay(AGENT) if rules else None
        return max(self._limits.pause, min(float(asked or 0), LONGEST_PAUSE))

    def _ask(self, address: str, at: str, kept: Kept | None, most: int = 0) -> _Answer:
        """One request, after the pause that its host is owed."""
        host = host_of(at)
        if (last := self._last.get(host)) is not None and (wait := last + self._pause_of(at) - time.monotonic()) > 0:
            time.sleep(wait)
        self._requests += 1
        headers = {
            "User-Agent": AGENT,
            "Accept": "*/*",
            "Accept-Language": "th, en;q=0.5",
            "Accept-Encoding": "identity",
        }
        if kept and kept.etag:
            headers["If-None-Match"] = kept.etag
        if kept and kept.modified:
            headers["If-Modified-Since"] = kept.modified
        opener = self._direct if _is_here(at) else self._opener
        try:
            request = urllib.request.Request(at, headers=headers)
            try:
                response = opener.open(request, timeout=self._limits.timeout)
            except urllib.error.HTTPError as error:
                with error:
                    return _Answer(error.code, _lower(error.headers))
            with response:
                return self._read(response, most or self._limits.size)
        except TimeoutError:
            raise _Failed(Fetched(address, at, 0, "timeout")) from None
        except urllib.error.URLError as error:
            reason = error.reason
            if isinstance(reason, TimeoutError) or "timed out" in str(reason):
                raise _Failed(Fetched(address, at, 0, "timeout")) from None
            said = getattr(reason, "verify_message", None) or getattr(reason, "strerror", None) or str(reason)
            raise _Failed(Fetched(address, at, 0, "unreachable", said)) from None
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            said = getattr(error, "strerror", None) or type(error).__name__
            raise _Failed(Fetched(address, at, 0, "unreachable", str(said))) from None
        finally:
            self._last[host] = time.monotonic()

    def _read(self, response: Any, most: int) -> _Answer:
        """A response's body, no larger than ``most`` and no slower than the timeout."""
        end = time.monotonic() + self._limits.timeout
        headers = _lower(response.headers)
        said = headers.get("content-length", "")
        announced = int(said) if said.isascii() and said.isdigit() and len(said) < 16 else 0
        if announced > most:
            return _Answer(response.status, headers, too_large=announced)
        body = bytearray()
        while chunk := response.read1(_CHUNK):
            body += chunk
            if len(body) > most:
                return _Answer(response.status, headers, too_large=len(body))
            if time.monotonic() > end:
                raise TimeoutError
        if len(body) < announced:
            raise http.client.IncompleteRead(b"", announced - len(body))
        if headers.get("content-encoding", "").lower() in ("gzip", "x-gzip", "deflate"):
            unpacker = zlib.decompressobj(wbits=47)
            body = bytearray(unpacker.decompress(bytes(body), most + 1))
            if len(body) > most:
                return _Answer(response.status, headers, too_large=len(body))
        return _Answer(response.status, headers, bytes(body))


def _opener(*, proxied: bool) -> urllib.request.OpenerDirector:
    """An opener of http and https only: no files, no FTP, no redirects of its own."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(None if proxied else {}),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        _NoRedirect(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    opener.addheaders = []
    return opener


def _is_here(address: str) -> bool:
    """Whether an address is of this machine, which no proxy knows."""
    name = urlsplit(address).hostname or ""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def _lower(headers: Message) -> dict[str, str]:
    return {name.lower(): str(value) for name, value in headers.items()}


def _is_settled(fetched: Fetched) -> bool:
    """Whether asking again would give the same: not after a timeout, a fault of the server, or a limit of this run."""
    if fetched.trouble == "status":
        return 400 <= fetched.status < 500 and fetched.status not in (408, 425, 429)
    return fetched.trouble in ("", "loop", "elsewhere")


# --- what is kept between runs ------------------------------------------------------------------------


class NotAState(Exception):
    """A file that is there already and is no state of an audit."""


@dataclass(frozen=True)
class Kept:
    """What an earlier run fetched."""

    fetched: Fetched
    etag: str = ""
    modified: str = ""
    sha256: str = ""
    is_stale: bool = False


_HEAD = {"oit-audit": 1}
_FETCHED: TypeAdapter[Fetched] = TypeAdapter(Fetched)


@dataclass
class State:
    """What was fetched, a JSON object a line, written as soon as it is there.

    An unfinished run is gone on with: what it kept is taken as it is for a day. After a run that was finished,
    everything is asked for again, with its ETag or date, so that what did not change is not sent again.
    """

    path: Path
    _kept: dict[str, Kept] = field(default_factory=dict)
    _file: IO[str] | None = None

    def __enter__(self) -> State:
        lines = self.path.read_text("utf-8", errors="replace").splitlines() if self.path.exists() else []
        if lines and _json(lines[0]) != _HEAD:
            raise NotAState
        rows = [row for line in lines[1:] if isinstance(row := _json(line), dict)]
        last = max((number for number, row in enumerate(rows) if "finished" in row), default=-1)
        now = datetime.now(UTC)
        for number, row in enumerate(rows):
            if (kept := _kept(row, is_stale=number < last, now=now)) is not None:
                self._kept[kept.fetched.address] = kept
        self._file = self.path.open("a" if lines else "w", encoding="utf-8", newline="\n")
        if not lines:
            self._write(_HEAD)
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    def kept(self, address: str) -> Kept | None:
        return self._kept.get(address)

    def keep(self, fetched: Fetched, headers: Mapping[str, str], sha256: str) -> None:
        self._write(
            {
                "at": datetime.now(UTC).isoformat(timespec="seconds"),
                "etag": headers.get("etag", ""),
                "modified": headers.get("last-modified", ""),
                "sha256": sha256,
                "fetched": _FETCHED.dump_python(fetched, mode="json", exclude_defaults=True),
            }
        )

    def finish(self) -> None:
        """Marks the run as whole."""
        self._write({"finished": datetime.now(UTC).isoformat(timespec="seconds")})

    def _write(self, row: Mapping[str, object]) -> None:
        if self._file:
            self._file.write(json.dumps(row, ensure_ascii=False) + "\n")
            self._file.flush()


def _json(line: str) -> object:
    try:
        return cast(object, json.loads(line))
    except ValueError:  # the last line of a run that was cut off
        return None


def _kept(row: Mapping[str, Any], *, is_stale: bool, now: datetime) -> Kept | None:
    try:
        fetched = _FETCHED.validate_python(row["fetched"])
        is_old = now - datetime.fromisoformat(row["at"]) > FRESH
        return Kept(fetched, row["etag"], row["modified"], row["sha256"], is_stale or is_old)
    except (KeyError, TypeError, ValueError, ValidationError):  # another row, or one of another version
        return None
