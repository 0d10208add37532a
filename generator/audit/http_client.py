"""One request over HTTP or HTTPS, within bounds: no redirect is followed, and one deadline holds from the first byte to the last.

The time limit of a socket holds for each of its reads only, so that a server that sends a byte now and then (headers,
chunk sizes, trailers, ``100 Continue``) would never end; here every read gets what is left of the deadline.
"""

from __future__ import annotations

import http.client
import io
import ipaddress
import socket
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import IO, Any, Literal, cast

from generator.audit.addresses import parts_of

_CHUNK = 1 << 16


@dataclass(frozen=True)
class Answer:
    """What one request gave.

    Attributes:
        headers: by their names in small letters.
        too_large: bytes that were announced or read, where that is more than the limit; the body is what was read of it.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    too_large: int = 0


class Unanswered(Exception):
    """A request that no answer came to."""

    def __init__(self, trouble: Literal["timeout", "unreachable"], reason: str = "") -> None:
        super().__init__(trouble, reason)
        self.trouble: Literal["timeout", "unreachable"] = trouble
        self.reason = reason


class HttpClient:
    """Asks over http and https only: no files, no FTP, no redirects; through the system's proxy but on this machine."""

    def __init__(self) -> None:
        self._proxied = _opener(urllib.request.ProxyHandler())
        self._direct = _opener(urllib.request.ProxyHandler({}))

    def get(
        self, address: str, headers: Mapping[str, str], most: int, seconds: float, *, keeps_start: bool = False
    ) -> Answer:
        """The answer to a request.

        Args:
            most: bytes of the body that are read.
            keeps_start: whether the start of a larger body is of use, so that it is read.
            seconds: how long it may take, from the connection to the last byte.

        Raises:
            Unanswered: there was none, or not in time.
        """
        end = time.monotonic() + seconds
        opener = self._direct if _is_this_machine(address) else self._proxied
        try:
            request = urllib.request.Request(address, headers=dict(headers))
            try:
                response = opener.open(request, timeout=seconds)
            except urllib.error.HTTPError as error:
                with error:
                    return Answer(error.code, _lower(error.headers))
            with response:
                return _read(response, most, end, keeps_start=keeps_start)
        except urllib.error.URLError as error:
            raise _unanswered(error.reason) from None
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            raise _unanswered(error) from None


def _unanswered(error: object) -> Unanswered:
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        return Unanswered("timeout")
    said = getattr(error, "verify_message", None) or getattr(error, "strerror", None)
    return Unanswered("unreachable", str(said or (error if isinstance(error, str) else type(error).__name__)))


def _read(response: Any, most: int, end: float, *, keeps_start: bool) -> Answer:
    """A response with its body, of which no more than ``most`` bytes are read."""
    headers = _lower(response.headers)
    said = headers.get("content-length", "")
    announced = int(said) if said.isascii() and said.isdigit() and len(said) < 16 else 0
    if announced > most and not keeps_start:
        return Answer(response.status, headers, too_large=announced)
    body = bytearray()
    while len(body) <= most and (chunk := response.read1(_CHUNK)):
        body += chunk
        if time.monotonic() > end:
            raise TimeoutError
    if len(body) > most:
        return Answer(response.status, headers, bytes(body[:most]), max(announced, len(body)))
    if len(body) < announced:
        raise http.client.IncompleteRead(b"", announced - len(body))
    if headers.get("content-encoding", "").lower() in ("gzip", "x-gzip", "deflate"):
        body = bytearray(zlib.decompressobj(wbits=47).decompress(bytes(body), most + 1))
    return Answer(response.status, headers, bytes(body[:most]), len(body) if len(body) > most else 0)


def _lower(headers: Message) -> dict[str, str]:
    return {name.lower(): str(value) for name, value in headers.items()}


def _is_this_machine(address: str) -> bool:
    """Whether an address is of this machine, which no proxy knows."""
    name = parts_of(address).hostname or ""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


# --- connections with a deadline ----------------------------------------------------------------------


class _DeadlineReader(io.RawIOBase):
    """Bytes from a socket, each read with what is left of the deadline."""

    def __init__(self, connected: socket.socket, end: float) -> None:
        self._socket = connected
        self._raw = cast(io.RawIOBase, connected.makefile("rb", buffering=0))
        self._end = end

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._socket.settimeout(left)
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _DeadlineSocket:
    """A connected socket whose answer is read through :class:`_DeadlineReader`."""

    def __init__(self, connected: socket.socket, end: float) -> None:
        self._socket = connected
        self._end = end

    def makefile(self, mode: str, *_: object) -> IO[bytes]:
        return io.BufferedReader(_DeadlineReader(self._socket, self._end))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._socket, name)


class _Connection(http.client.HTTPConnection):
    def connect(self) -> None:
        end = time.monotonic() + cast(float, self.timeout)
        super().connect()
        self.sock = cast(socket.socket, _DeadlineSocket(self.sock, end))


class _SecureConnection(http.client.HTTPSConnection):
    def connect(self) -> None:
        end = time.monotonic() + cast(float, self.timeout)
        super().connect()
        self.sock = cast(Any, _DeadlineSocket(self.sock, end))


class _Http(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_Connection, req)


class _Https(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_SecureConnection, req)


def _opener(proxies: urllib.request.ProxyHandler) -> urllib.request.OpenerDirector:
    """An opener that knows http and https only; without a handler of redirects, each is an answer."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        proxies,
        _Http(),
        _Https(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    opener.addheaders = []
    return opener
