"""Servers that answer as no server should: every request ends by its deadline, and none with a traceback."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from generator.audit.http_client import Answer, HttpClient, Unanswered
from tests.audit_sites import QUICK, Server, as_bytes, audit_site, codes, good

SECONDS = 0.6


@contextmanager
def answering(send: Callable[[socket.socket, threading.Event], None]) -> Iterator[str]:
    """A server that answers every connection by hand."""
    stopping = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connected, _ = listening.accept()
            except OSError:
                return
            with connected:
                try:
                    connected.recv(65_536)
                    send(connected, stopping)
                except OSError:  # the client has gone
                    pass

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        stopping.set()
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


def drip(start: bytes, again: bytes) -> Callable[[socket.socket, threading.Event], None]:
    """Sends some bytes, then others for ever, one at a time."""

    def send(connected: socket.socket, stopping: threading.Event) -> None:
        connected.sendall(start)
        while not stopping.is_set():
            for byte in again:
                connected.sendall(bytes([byte]))
                if stopping.wait(0.02):
                    return

    return send


OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("start", "again"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"", b"HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n"),
        (OK, b"A"),
        (OK, b"A: b\r\n"),
        (CHUNKED, b"0"),
        (CHUNKED + b"1;", b"a"),
        (CHUNKED + b"1\r\na\r\n0\r\n", b"A: b\r\n"),
        (OK + b"Content-Length: 100000\r\n\r\n", b"a"),
        (OK + b"\r\n", b"a"),
    ],
    ids=[
        "status",
        "continue",
        "hints",
        "header",
        "headers",
        "chunk-size",
        "chunk-extension",
        "trailers",
        "length",
        "body",
    ],
)
def test_one_deadline_holds_for_all_that_a_server_sends(start: bytes, again: bytes) -> None:
    begun = time.monotonic()
    with answering(drip(start, again)) as address, pytest.raises(Unanswered) as raised:
        HttpClient().get(address, {}, 1_000_000, SECONDS)
    assert time.monotonic() - begun < 10 * SECONDS
    # A line or a count of headers that is too long may end it sooner.
    assert raised.value.trouble == "timeout"


def test_a_stream_of_interim_answers_ends_too() -> None:
    def flood(connected: socket.socket, stopping: threading.Event) -> None:
        while not stopping.is_set():
            connected.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 500)

    with answering(flood) as address, pytest.raises(Unanswered) as raised:
        HttpClient().get(address, {}, 1_000_000, SECONDS)
    assert raised.value.trouble == "timeout"


def test_interim_answers_of_every_kind_are_passed_over() -> None:
    interim = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
    whole = interim + OK + b"Content-Length: 3\r\n\r\nabc"
    with answering(lambda connected, _: connected.sendall(whole)) as address:
        answer = HttpClient().get(address, {}, 100, 5)
    assert (answer.status, answer.body) == (200, b"abc")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0\xff\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 999999 x\r\n\r\n",
        OK + b"A: b\r\n" * 200 + b"\r\n",
        OK + b"A" * 100_000 + b"\r\n\r\n",
        CHUNKED + b"xyz\r\n",
        CHUNKED + b"FFFFFFFFFFFFFFFFFF\r\na",
        OK + b"Content-Length: 10\r\n\r\nabc",
        OK + b"Content-Encoding: gzip\r\n\r\nno gzip",
    ],
)
def test_an_answer_that_is_none_is_said_to_be_none(answer: bytes) -> None:
    with answering(lambda connected, _: connected.sendall(answer)) as address, pytest.raises(Unanswered) as raised:
        HttpClient().get(address, {}, 1_000_000, 5)
    assert raised.value.trouble == "unreachable"
    assert raised.value.reason


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "https://127.0.0.1:1/", "http://nobody.invalid/"])
def test_a_port_that_refuses_and_a_name_that_nobody_has_are_no_timeouts(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look_up(host: str, *given: object, **named: object) -> object:
        if host.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return known(host, *given, **named)  # type: ignore[arg-type]

    known = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(Unanswered) as raised:
        HttpClient().get(address, {}, 1_000_000, 5)
    assert raised.value.trouble == "unreachable"
    assert raised.value.reason not in ("", "NewConnectionError", "NameResolutionError")


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (b"Content-Length: \xb2\r\n", b"abc"),
        (b"Content-Length: -5\r\n", b"abc"),
        (b"Transfer-Encoding: chunked\r\n", b"3\r\nabc\r\n0\r\nA: b\r\n\r\n"),
        (b"Content-Type: text/html; charset=\xff\xfe\r\n", b"abc"),
    ],
)
def test_strange_headers_are_read_over(headers: bytes, body: bytes) -> None:
    with answering(lambda connected, _: connected.sendall(OK + headers + b"\r\n" + body)) as address:
        assert HttpClient().get(address, {}, 100, 5).body == b"abc"


def test_no_more_is_read_than_wanted_and_the_start_is_kept_where_it_is_of_use() -> None:
    def send(connected: socket.socket, _: threading.Event) -> None:
        connected.sendall(OK + b"Content-Length: 300\r\n\r\n" + b"a" * 300)

    with answering(send) as address:
        assert HttpClient().get(address, {}, 100, 5).too_large == 300
        kept = HttpClient().get(address, {}, 100, 5, keeps_start=True)
    assert kept == Answer(200, kept.headers, b"a" * 100, 300)


def test_a_redirect_to_an_address_that_no_parser_reads_is_a_broken_link(serve: Callable[[Server], Server]) -> None:
    files = as_bytes(good(O8='<a href="a">ก</a>', O9='<a href="b">ก</a>'))
    server = serve(Server(files, {"/a": "http://[::1", "/b": "//["}))
    report, _ = audit_site(server.url, QUICK)
    assert codes(report) == [("broken-link", "O8"), ("broken-link", "O9")]


@pytest.mark.parametrize("rules", ["User-agent: *\nCrawl-delay: ²\n", "User-agent: *\nDisallow: //[\n"])
def test_a_robots_txt_that_says_nothing_stops_nothing(rules: str, serve: Callable[[Server], Server]) -> None:
    server = serve(Server(as_bytes(good()) | {"robots.txt": rules.encode()}))
    assert codes(audit_site(server.url)[0]) == []
