"""One request over HTTP or HTTPS, within bounds: no redirect is followed, and one deadline holds from the first byte to the last.

urllib3 keeps the connections of a host open and unpacks bodies within a bound; truststore trusts whom the system
trusts, an office's own authority included. The time limit of a socket holds for each of its reads only, so that a
server that sends a byte now and then (headers, chunk sizes, trailers, ``100 Continue``) would never end; here every
read gets what is left of the deadline.
"""

from __future__ import annotations

import builtins
import contextlib
import http.client
import io
import ipaddress
import socket
import ssl
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Any, Literal, cast

import truststore
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError, NewConnectionError, ProtocolError, ProxyError, SSLError, TimeoutError

from generator.audit.addresses import host_of, parts_of

_CHUNK = 1 << 16

Refusal = Literal["timeout", "unreachable", "certificate"]


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

    def __init__(self, trouble: Refusal, reason: str = "") -> None:
        super().__init__(trouble, reason)
        self.trouble: Refusal = trouble
        self.reason = reason


class HttpClient:
    """Asks over http and https only: no files, no FTP, no redirects; through the system's proxy but on this machine."""

    def __init__(self) -> None:
        self._context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._direct = _bounded(urllib3.PoolManager(ssl_context=cast(ssl.SSLContext, self._context)))
        self._proxied: dict[str, urllib3.PoolManager] = {}

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
        try:
            try:
                return self._get(address, headers, most, end, keeps_start=keeps_start)
            except ProtocolError as error:
                if not isinstance(_cause(error), ConnectionError):
                    raise
                # A kept connection that the server had closed already: asked again, over a new one.
                return self._get(address, headers, most, end, keeps_start=keeps_start)
        except (HTTPError, OSError, http.client.HTTPException, ValueError) as error:
            raise _unanswered(error) from None

    def _get(self, address: str, headers: Mapping[str, str], most: int, end: float, *, keeps_start: bool) -> Answer:
        left = end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        response = self._pool_of(address).request(
            "GET",
            address,
            headers=dict(headers),
            timeout=urllib3.Timeout(total=left),
            retries=False,
            redirect=False,
            preload_content=False,
        )
        answer = None
        try:
            answer = _read(response, most, end, keeps_start=keeps_start)
            return answer
        finally:
            if answer is None or answer.too_large or answer.status >= 300:
                response.close()  # what is left unread would be taken for the next answer
            else:
                response.release_conn()

    def _pool_of(self, address: str) -> urllib3.PoolManager:
        """The connections to a host: direct, or through the system's proxy."""
        scheme, host = parts_of(address).scheme, host_of(address)
        proxy = urllib.request.getproxies().get(scheme)
        if not proxy or _is_this_machine(address) or urllib.request.proxy_bypass(host):
            return self._direct
        if proxy not in self._proxied:
            context = cast(ssl.SSLContext, self._context)
            manager = urllib3.ProxyManager(
                proxy if "://" in proxy else f"http://{proxy}", ssl_context=context, proxy_ssl_context=context
            )
            self._proxied[proxy] = _bounded(manager)
        return self._proxied[proxy]


def _cause(error: BaseException) -> object:
    """What an error of urllib3 was made from."""
    return next((one for one in error.args if isinstance(one, BaseException)), error)


def _unanswered(error: Exception) -> Unanswered:
    inner = error
    if isinstance(inner, ProxyError | ProtocolError) and isinstance(cause := _cause(inner), Exception):
        inner = cause
    # To urllib3 a port that refuses and a name that nobody has are timeouts too.
    is_refused = isinstance(inner, NewConnectionError) and not isinstance(inner.__cause__, builtins.TimeoutError)
    if not is_refused and (isinstance(inner, TimeoutError | builtins.TimeoutError) or "timed out" in str(inner)):
        return Unanswered("timeout")
    said = _certificate_error(inner)
    if said is not None:
        return Unanswered("certificate", str(said.verify_message or said.reason or type(said).__name__))
    return Unanswered("unreachable", _reason(inner))


def _certificate_error(error: Exception) -> Any:
    """The error of a certificate that the system does not trust, or None."""
    if not isinstance(error, SSLError | ssl.SSLError):
        return None
    cause = _cause(error)
    return cause if isinstance(cause, ssl.SSLCertVerificationError) else None


def _reason(error: Exception) -> str:
    """What the machine says, in its own words where it has some."""
    cause = error.__cause__ or error.__context__ or error
    for one in (error, cause):
        if isinstance(one, OSError) and one.strerror:
            return str(one.strerror)
    return type(error).__name__


def _read(response: Any, most: int, end: float, *, keeps_start: bool) -> Answer:
    """A response with its body, unpacked, of which no more than ``most`` bytes are read."""
    headers = {name.lower(): str(value) for name, value in response.headers.items()}
    if not 200 <= response.status < 300:
        return Answer(response.status, headers)
    said = headers.get("content-length", "")
    announced = int(said) if said.isascii() and said.isdigit() and len(said) < 16 else 0
    if announced > most and not keeps_start:
        return Answer(response.status, headers, too_large=announced)
    body = bytearray()
    while len(body) <= most and (chunk := response.read1(_CHUNK, decode_content=True)):
        body += chunk
        if time.monotonic() > end:
            raise TimeoutError
    too_large = max(announced, len(body)) if len(body) > most else 0
    return Answer(response.status, headers, bytes(body[:most]), too_large)


def _is_this_machine(address: str) -> bool:
    """Whether an address is of this machine, which no proxy knows."""
    name = parts_of(address).hostname or ""
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(name).is_loopback
    return name == "localhost"


# --- connections with a deadline ----------------------------------------------------------------------


class _DeadlineReader(io.RawIOBase):
    """Bytes from a socket, each read with what is left of the deadline."""

    def __init__(self, connected: _DeadlineSocket) -> None:
        self._socket = connected
        self._raw = cast(io.RawIOBase, connected.plain.makefile("rb", buffering=0))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._socket.end - time.monotonic()
        if left <= 0:
            raise builtins.TimeoutError
        self._socket.plain.settimeout(left)
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _DeadlineSocket:
    """A connected socket, of which the time limit that urllib3 sets for each request holds for all of its answer."""

    def __init__(self, connected: socket.socket, seconds: float) -> None:
        self.plain = connected
        self.end = time.monotonic() + seconds

    def settimeout(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds
        self.plain.settimeout(seconds)

    def makefile(self, mode: str, *_: object) -> IO[bytes]:
        return io.BufferedReader(_DeadlineReader(self))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.plain, name)


class _Response(http.client.HTTPResponse):
    """An answer behind any number of interim ones, such as ``103 Early Hints`` (RFC 9110, 15.2); Python passes over 100 alone."""

    def _read_status(self) -> tuple[str, int, str]:
        while True:
            found = cast(Any, super())._read_status()
            if not 102 <= found[1] < 200:
                return cast(tuple[str, int, str], found)
            http.client.parse_headers(self.fp)


class _Connection(HTTPConnection):
    response_class = _Response

    def connect(self) -> None:
        super().connect()
        self.sock = cast(socket.socket, _DeadlineSocket(self.sock, cast(float, self.timeout)))


class _SecureConnection(HTTPSConnection):
    response_class = _Response

    def connect(self) -> None:
        super().connect()
        self.sock = cast(Any, _DeadlineSocket(self.sock, cast(float, self.timeout)))


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def _bounded(manager: urllib3.PoolManager) -> urllib3.PoolManager:
    manager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
    return manager
